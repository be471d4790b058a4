"""Tables of mentions."""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from .document import Document

#: The columns of a table, in their order.
COLUMNS = (
    ["document", "language", "id", "type", "start", "end", "text", "kind", "status", "timex", "value", "typed_value"]
    + ["mod", "unit", "subject", "change", "code", "now", "interval_start", "interval_end", "basis", "name", "entity"]
    + ["evidence", "rule"]
)


def to_pandas(documents: Iterable[Document]) -> pandas.DataFrame:
    """A table with a row for each mention; ``document`` is the document's id, what a mention does not have is None.

    ``typed_value`` and the ends of intervals are Python's own types, as no single column type holds them all: years
    beyond those of ``datetime64[ns]`` are kept.
    """
    rows = [row for document in documents for row in _rows(document)]
    return pandas.DataFrame(rows, columns=COLUMNS, dtype=object).astype({"start": "int64", "end": "int64"})


def _rows(document: Document) -> Iterable[list[object]]:
    for mention in document:
        start, end = mention.interval or (None, None)
        own = {"document": document.id, "language": document.language, "interval_start": start, "interval_end": end}
        yield [own[name] if name in own else getattr(mention, name) for name in COLUMNS]
