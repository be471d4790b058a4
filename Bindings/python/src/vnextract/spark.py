"""Recipes for Apache Spark: one extractor for each Python worker, answers in the order of the rows of a partition.

``answers`` and ``mentions`` give a data frame; ``in_arrow`` and ``in_pandas`` give the functions that ``mapInArrow`` and
``mapInPandas`` want, for those who call these themselves. The package must be installed on every node.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Callable, Optional

from .extractor import Extractor

if TYPE_CHECKING:
    import pandas
    import pyarrow
    from pyspark.sql import DataFrame

#: The columns of ``answers``: the document's id, its answer as JSON, and why it has none.
ANSWER_SCHEMA = "id string, answer string, error string"

#: The columns of ``mentions``: the document's id and the fields of a mention, as the command writes them.
MENTION_SCHEMA = (
    "document string, id string, type string, start long, end long, text string, kind string, status string, "
    "timex string, value string, mod string, unit string, subject string, change string, code string, now string, "
    "interval_start string, interval_end string, basis string, name string, entity string, evidence string, rule string"
)

_MENTION_COLUMNS = [column.split()[0] for column in MENTION_SCHEMA.split(", ")]


@functools.lru_cache(maxsize=4)
def _extractor(lexicons: tuple[str, ...], built_in: bool) -> Extractor:
    """The extractor of this worker; a worker keeps it from task to task."""
    return Extractor(lexicons, built_in=built_in)


def answers(
    frame: DataFrame,
    *,
    text: str = "text",
    id: Optional[str] = None,
    language: Optional[str] = None,
    date: Optional[str] = None,
    lexicons: Iterable[str] = (),
    built_in: bool = True,
    **options: Any,
) -> DataFrame:
    """A row for each document: ``id``, ``answer`` (the JSON that the command writes) and ``error``.

    ``text``, ``id``, ``language`` and ``date`` name columns; without ``id`` documents are called by their number in the
    partition's batch, so a column of ids is what one wants. A document that cannot be read has an ``error`` and no
    ``answer``. Other options are those of ``Extractor.extract_lines``.
    """
    read = in_arrow(
        text=text, id=id, language=language, date=date, lexicons=lexicons, built_in=built_in, **options
    )
    return _selected(frame, text, id, language, date).mapInArrow(read, ANSWER_SCHEMA)


def mentions(
    frame: DataFrame,
    *,
    text: str = "text",
    id: Optional[str] = None,
    language: Optional[str] = None,
    date: Optional[str] = None,
    lexicons: Iterable[str] = (),
    built_in: bool = True,
    **options: Any,
) -> DataFrame:
    """A row for each mention: ``document`` (the document's id) and the mention's fields; arguments as of ``answers``.

    A document that cannot be read has no rows; ``answers`` tells why.
    """
    read = in_arrow(
        text=text,
        id=id,
        language=language,
        date=date,
        lexicons=lexicons,
        built_in=built_in,
        rows="mentions",
        **options,
    )
    return _selected(frame, text, id, language, date).mapInArrow(read, MENTION_SCHEMA)


def in_arrow(
    *,
    text: str = "text",
    id: Optional[str] = None,
    language: Optional[str] = None,
    date: Optional[str] = None,
    lexicons: Iterable[str] = (),
    built_in: bool = True,
    rows: str = "answers",
    **options: Any,
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """A function for ``frame.mapInArrow(…, ANSWER_SCHEMA)``, or with ``rows="mentions"`` for ``MENTION_SCHEMA``."""
    if rows not in ("answers", "mentions"):
        raise ValueError(f"rows can be answers or mentions, not {rows!r}")
    folders = tuple(lexicons)
    # Spark gives a worker one core.
    options.setdefault("threads", 1)
    columns = {"text": text, "id": id, "lang": language, "date": date}

    def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        extractor = _extractor(folders, built_in)
        names = ANSWER_SCHEMA if rows == "answers" else MENTION_SCHEMA
        schema = pyarrow.schema(
            [(name, pyarrow.int64() if kind == "long" else pyarrow.string()) for name, kind in _fields(names)]
        )
        for batch in batches:
            fields = {
                key: batch.column(batch.schema.get_field_index(name)).to_pylist()
                for key, name in columns.items()
                if name is not None
            }
            found = _read(extractor, fields, batch.num_rows, options)
            table = _answer_rows(found) if rows == "answers" else _mention_rows(found)
            yield pyarrow.RecordBatch.from_pylist(list(table), schema=schema)

    return read


def in_pandas(
    **arguments: Any,
) -> Callable[[Iterator[pandas.DataFrame]], Iterator[pandas.DataFrame]]:
    """A function for ``frame.mapInPandas(…, ANSWER_SCHEMA)``; arguments as of ``in_arrow``."""
    read = in_arrow(**arguments)

    def read_pandas(frames: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
        import pyarrow

        batches = (pyarrow.RecordBatch.from_pandas(frame, preserve_index=False) for frame in frames)
        for batch in read(batches):
            yield batch.to_pandas()

    return read_pandas


def _selected(frame: DataFrame, *columns: Optional[str]) -> DataFrame:
    """Only the columns that are read, so that no others travel to the workers."""
    return frame.select(*dict.fromkeys(f"`{column}`" for column in columns if column is not None))


def _fields(schema: str) -> list[list[str]]:
    return [column.split() for column in schema.split(", ")]


def _read(
    extractor: Extractor, columns: dict[str, list[Any]], count: int, options: dict[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The answers to a batch, each as JSON and as what it says."""
    lines = []
    for index in range(count):
        record = {key: values[index] for key, values in columns.items() if values[index] is not None}
        # A null is a text of nothing, so that there is a row for it.
        record.setdefault("text", "")
        for key, value in record.items():
            if not isinstance(value, str):
                record[key] = value.isoformat() if hasattr(value, "isoformat") else str(value)
        lines.append(json.dumps(record, ensure_ascii=False))
    if lines:
        found = extractor.extract_lines("\n".join(lines).encode("utf-8", "replace"), **options).decode()
        for line in found.split("\n")[:-1]:
            yield line, json.loads(line)


def _answer_rows(found: Iterator[tuple[str, dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    for line, answer in found:
        error = answer.get("error")
        yield {"id": answer["id"], "answer": line if error is None else None, "error": error}


def _mention_rows(found: Iterator[tuple[str, dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    for _, answer in found:
        for mention in answer.get("mentions", []):
            row = {name: mention.get(name) for name in _MENTION_COLUMNS}
            row["document"] = answer["id"]
            row["interval_start"], row["interval_end"] = mention.get("interval") or (None, None)
            yield row
