"""The recipes for Spark, on a cluster of two workers of their own processes: 20,000 documents."""

import json
import os
import pathlib
import random
import signal
import sys
import threading
import time

import pytest

pyspark = pytest.importorskip("pyspark")

from lines import lines

from pyspark.sql import SparkSession

from vnextract import spark as recipes

COUNT = 20_000


@pytest.fixture(scope="session")
def spark(command):
    # The executors find the command where this process does.
    os.environ["PATH"] = os.path.dirname(command) + os.pathsep + os.environ["PATH"]
    os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("vnextract")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def documents(corpus):
    """Paragraphs of the corpus of some 300 bytes, shuffled by a seed, each with an id of its own."""
    paragraphs = [
        (paragraph.strip()[:250], document["language"], document.get("date"))
        for document in corpus
        for paragraph in document["text"].split("\n")
        if len(paragraph.strip()) > 80
    ]
    chosen = random.Random(2024).choices(paragraphs, k=COUNT)
    return [
        {"id": f"d{number:05}", "text": text, "language": language, "date": date or "2025-01-01"}
        for number, (text, language, date) in enumerate(chosen)
    ]


@pytest.fixture(scope="session")
def expected(documents, run):
    """What the command answers: the lines in the order of the ids."""
    answers = run(lines(documents), "--jobs", "0").decode().splitlines()
    assert len(answers) == COUNT
    return answers


@pytest.fixture(scope="session")
def frame(spark, documents):
    schema = "id string, text string, language string, date string"
    rows = [tuple(document[name] for name in ("id", "text", "language", "date")) for document in documents]
    return spark.createDataFrame(rows, schema).repartition(16).cache()


COLUMNS = {"id": "id", "language": "language", "date": "date"}


def executors(spark):
    """The process ids of this application's executors."""
    application = spark.sparkContext.applicationId.encode()
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            arguments = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if application in arguments and any(argument.endswith(b"CoarseGrainedExecutorBackend") for argument in arguments):
            found.append(int(path.parent.name))
    return found


def test_two_workers(spark, frame):
    assert frame.count() == COUNT
    assert len(executors(spark)) == 2


def test_answers_are_those_of_the_command(frame, expected):
    rows = recipes.answers(frame, **COLUMNS).collect()
    assert [row.answer for row in sorted(rows, key=lambda row: row.id)] == expected
    assert {row.error for row in rows} == {None}


def test_map_in_pandas(frame, expected):
    rows = frame.limit(1000).mapInPandas(recipes.in_pandas(**COLUMNS), recipes.ANSWER_SCHEMA).collect()
    known = set(expected)
    assert len(rows) == 1000 and all(row.answer in known for row in rows)


def test_mentions(frame, expected):
    table = recipes.mentions(frame, **COLUMNS)
    counts = {row["type"]: row["count"] for row in table.groupBy("type").count().collect()}
    theirs = {}
    for line in expected:
        for mention in json.loads(line)["mentions"]:
            theirs[mention["type"]] = theirs.get(mention["type"], 0) + 1
    assert counts == theirs
    first = table.where("document = 'd00000'").collect()
    assert [(row.text, row.start, row.end, row.value) for row in first] == [
        (mention["text"], mention["start"], mention["end"], mention.get("value"))
        for mention in json.loads(expected[0])["mentions"]
    ]


def test_pipe_through_the_command(spark, documents, expected, command):
    given = spark.sparkContext.parallelize(lines(documents).decode().splitlines(), 16)
    assert given.pipe(f"{command} extract --input jsonl").collect() == expected


def test_documents_that_cannot_be_read(spark):
    frame = spark.createDataFrame(
        [("a", "20 kg", "2024-01-01"), ("b", "x", "soon"), ("c", None, None)], "name string, body string, day string"
    ).coalesce(1)
    rows = {row.id: row for row in recipes.answers(frame, text="body", id="name", date="day").collect()}
    assert '"measure"' in rows["a"].answer and rows["a"].error is None
    assert rows["b"].answer is None and "date" in rows["b"].error
    assert '"mentions":[]' in rows["c"].answer
    assert recipes.mentions(frame, text="body", id="name", date="day").count() == 1
    with pytest.raises(ValueError):
        recipes.in_arrow(rows="words")


def test_none_is_lost_when_a_worker_is_killed(spark, frame, expected):
    before = executors(spark)
    result = []
    tracker = spark.sparkContext.statusTracker()
    job = threading.Thread(
        target=lambda: result.extend(recipes.answers(frame.repartition(40), **COLUMNS).collect()), daemon=True
    )
    job.start()

    def completed():
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        return max((stage.numCompletedTasks for stage in stages if stage and stage.numTasks == 40), default=0)

    while job.is_alive() and completed() < 4:
        time.sleep(0.02)
    assert job.is_alive(), "the job ended before a worker could be killed"
    os.kill(before[0], signal.SIGKILL)
    assert job.is_alive()
    job.join()
    assert [row.answer for row in sorted(result, key=lambda row: row.id)] == expected
    assert before[0] not in executors(spark)


def test_snippets_of_the_documentation(spark):
    import test_readme

    snippets = test_readme.of("spark")
    assert snippets
    test_readme.check(snippets, "spark", {"spark": spark})
