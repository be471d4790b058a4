"""Tables."""

import datetime
from decimal import Decimal

import pytest

pytest.importorskip("pandas")

from vnextract.pandas import COLUMNS, to_pandas

TEXT = "On 27 February 2024 Mr. John Smith paid 20 dollars."


def test_a_row_for_each_mention(extractor):
    table = extractor.extract(TEXT, id="a").to_pandas()
    assert list(table.columns) == COLUMNS
    assert list(table.type) == ["DATE", "TITLE", "PERSON", "NUMBER"]
    assert set(table.document) == {"a"} and set(table.language) == {"en"}
    assert list(table.text) == [TEXT[start:end] for start, end in zip(table.start, table.end)]
    assert table.typed_value[0] == datetime.date(2024, 2, 27) and table.typed_value[3] == Decimal(20)
    assert table.interval_start[0] == datetime.datetime(2024, 2, 27)
    assert table.name[0] is None and table.name[2] == "John Smith"


def test_many_documents(extractor):
    documents = extractor.extract_batch([TEXT, "Nothing here.", TEXT])
    table = to_pandas(documents)
    assert list(table.document) == ["1"] * 4 + ["3"] * 4
    assert table.start.dtype == "int64"
    assert list(table.columns) == list(to_pandas([]).columns)


def test_years_that_pandas_does_not_have(extractor):
    table = extractor.extract("It was built in 1066.").to_pandas()
    assert table.interval_start[0] == datetime.datetime(1066, 1, 1)
