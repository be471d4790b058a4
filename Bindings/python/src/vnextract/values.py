"""Values of dates and numbers as Python's own types."""

from __future__ import annotations

import re
from collections import namedtuple
from datetime import date, datetime, timedelta
from decimal import Decimal

#: From ``low`` to ``high``, both decimals.
Range = namedtuple("Range", ["low", "high"])

#: A fraction or a rate, kept as written: ``amount`` of, or for, ``per``; each a decimal or a :class:`Range`.
Ratio = namedtuple("Ratio", ["amount", "per"])

_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?\Z")
_LENGTH = re.compile(r"P(?:([0-9.]+)W)?(?:([0-9.]+)D)?(?:T(?:([0-9.]+)H)?(?:([0-9.]+)M)?(?:([0-9.]+)S)?)?\Z")


def number(value: str) -> Decimal | Range | Ratio | None:
    """``28.5``, ``20..25``, ``14/101`` or ``5/1000..2000``; None for anything else."""
    amount, slash, per = value.partition("/")
    left = _amount(amount)
    if not slash or left is None:
        return left
    right = _amount(per)
    return None if right is None else Ratio(left, right)


def _amount(value: str) -> Decimal | Range | None:
    if _DECIMAL.match(value):
        return Decimal(value)
    low, dots, high = value.partition("..")
    if dots and _DECIMAL.match(low) and _DECIMAL.match(high):
        return Range(Decimal(low), Decimal(high))
    return None


def timex(value: str) -> date | datetime | timedelta | None:
    """A whole day, a moment, or a length in weeks, days and shorter; None for any other TIMEX3 value."""
    try:
        if _DAY.match(value):
            return date.fromisoformat(value)
        if _MOMENT.match(value):
            return datetime.fromisoformat(value)
        length = _LENGTH.match(value)
        if length and any(length.groups()):
            weeks, days, hours, minutes, seconds = (float(part or 0) for part in length.groups())
            return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except (ValueError, OverflowError):
        # A day that Python's calendar does not have, such as one of the year 0.
        pass
    return None


def moment(value: str | None) -> datetime | None:
    """The end of an interval, ``YYYY-MM-DDThh:mm[:ss]``; None where it is open or beyond the years 1 to 9999."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None
