"""What the package costs: start, speed and memory."""

import os
import subprocess
import sys
import threading
import time

from lines import lines


def test_import_is_fast():
    """At most 20 ms beyond what the interpreter itself needs; the best of five, as others use the machine, too."""
    program = "import time; begin = time.perf_counter(); import vnextract; print(time.perf_counter() - begin)"
    times = [float(subprocess.check_output([sys.executable, "-c", program])) for _ in range(5)]
    print(f"import: {min(times) * 1000:.1f} ms")
    assert min(times) <= 0.020


def test_batches_are_as_fast_as_the_command(extractor, command, corpus, tmp_path):
    """At least 70 % of the command's speed in seconds of the processor, all mentions read; the best of three."""
    path = tmp_path / "documents.jsonl"
    path.write_bytes(lines(corpus))
    extractor.extract_batch(corpus[:50], threads=1)
    ours, theirs = [], []
    for _ in range(3):
        begin = time.process_time()
        mentions = sum(len(document.mentions) for document in extractor.stream(corpus, threads=1))
        ours.append(time.process_time() - begin)
        before = os.times()
        subprocess.run([command, "extract", "--input", "jsonl", path], check=True, stdout=subprocess.DEVNULL)
        after = os.times()
        theirs.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert mentions > 10_000
    print(f"package {min(ours):.2f} s, command {min(theirs):.2f} s: {min(theirs) / min(ours):.0%}")
    assert min(theirs) / min(ours) >= 0.7


def test_other_threads_run_meanwhile(extractor, corpus):
    """A call gives the interpreter free: a thread that counts gets on while a long document is read."""
    text = "\n".join(document["text"] for document in corpus if document["language"] == "en")
    reading = threading.Thread(target=extractor.extract, args=(text,))
    reading.start()
    turns = 0
    while reading.is_alive():
        time.sleep(0.001)
        turns += 1
    assert turns > 20


def resident():
    """The memory of this process in bytes."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_threads_without_growth(extractor, corpus):
    """Eight threads, `VNEXTRACT_SECONDS` long (5): right answers, and no more memory than when each has read every document twice."""
    seconds = float(os.environ.get("VNEXTRACT_SECONDS", "5"))
    documents = sorted(corpus, key=lambda document: len(document["text"]))[:: len(corpus) // 40]
    expected = [extractor.extract(**document).json for document in documents]
    wrong, rounds = [], [0] * 8
    ended = threading.Event()

    def work(number):
        turn = number
        while not ended.is_set():
            index = turn % len(documents)
            if extractor.extract(**documents[index]).json != expected[index]:
                wrong.append(index)
            turn += 1
            rounds[number] += 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    while min(rounds) < 2 * len(documents):
        time.sleep(0.05)
    samples = [resident()]
    for _ in range(20):
        time.sleep(seconds / 20)
        samples.append(resident())
    ended.set()
    for thread in threads:
        thread.join()
    megabytes = [round(sample / 1e6) for sample in samples]
    print(f"{sum(rounds)} documents, MB: {megabytes}")
    assert not wrong and all(rounds)
    assert samples[-1] < samples[0] * 1.1 + 16e6
