"""Values as Python's own types."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from vnextract import values
from vnextract.values import Range, Ratio


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("91", Decimal(91)),
        ("-2.50", Decimal("-2.50")),
        ("123456789012345678901234567890", Decimal("123456789012345678901234567890")),
        ("20..25", Range(Decimal(20), Decimal(25))),
        ("14/101", Ratio(Decimal(14), Decimal(101))),
        ("5/1000..2000", Ratio(Decimal(5), Range(Decimal(1000), Decimal(2000)))),
        ("1/", None),
        ("many", None),
        ("..", None),
    ],
)
def test_numbers(value, expected):
    assert values.number(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-02-27", date(2024, 2, 27)),
        ("2024-02-27T08:30", datetime(2024, 2, 27, 8, 30)),
        ("2024-02-27T08:30:15", datetime(2024, 2, 27, 8, 30, 15)),
        ("P3D", timedelta(days=3)),
        ("P2W", timedelta(weeks=2)),
        ("PT1H30M", timedelta(minutes=90)),
        ("PT2.5H", timedelta(minutes=150)),
        ("P1Y", None),
        ("P1M", None),
        ("P", None),
        ("PT.S", None),
        ("2024-02-27TAF", None),
        ("2024-02", None),
        ("XXXX-02-27", None),
        ("0000-02-27", None),
        ("P99999999999D", None),
    ],
)
def test_dates(value, expected):
    assert values.timex(value) == expected


def test_ends_of_intervals():
    assert values.moment("2024-02-27T08:30") == datetime(2024, 2, 27, 8, 30)
    assert values.moment(None) is None
    assert values.moment("-0044-03-15T00:00") is None
