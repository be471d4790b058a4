"""What was found."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator
    from decimal import Decimal
    from typing import Any, Union

    import pandas

    from .values import Range, Ratio

    TypedValue = Union[Decimal, Range, Ratio, datetime.date, datetime.datetime, datetime.timedelta]


def _loads(text: str) -> dict[str, Any]:
    import json

    answer: dict[str, Any] = json.loads(text)
    return answer


class Document:
    """The answer to one text: a sequence of mentions in text order, which never overlap."""

    __slots__ = ("_text", "_json", "_answer", "_mentions")

    def __init__(self, text: str, json: str) -> None:
        self._text = text
        self._json = json
        self._answer: dict[str, Any] | None = None
        self._mentions: tuple[Mention, ...] | None = None

    @property
    def text(self) -> str:
        """The text, as it was given."""
        return self._text

    @property
    def json(self) -> str:
        """The answer as the command writes it, one JSON object; its offsets do not count a byte order mark at the start."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The answer as :mod:`json` reads it; a new copy."""
        return _loads(self._json)

    @property
    def id(self) -> str:
        """The id it came with."""
        return self._read()["id"]

    @property
    def language(self) -> str:
        """The language most of it is in, or ``und``."""
        return self._read()["language"]

    @property
    def date(self) -> datetime.date | None:
        """The reference date, given or found; None where there is none, or none that Python has."""
        from .values import moment

        found = moment(self._read().get("date"))
        return None if found is None else found.date()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions."""
        if self._mentions is None:
            # A byte order mark counts in a string of Python.
            shift = 1 if self._text.startswith("\ufeff") else 0
            self._mentions = tuple(Mention(fields, shift, self._text) for fields in self._read()["mentions"])
        return self._mentions

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Who holds which title where."""
        known = {mention.id: mention for mention in self.mentions}
        return tuple(Relation(fields, known) for fields in self._read()["relations"])

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The persons and organizations, each with its mentions."""
        known = {mention.id: mention for mention in self.mentions}
        return tuple(Entity(fields, known) for fields in self._read()["entities"])

    def __len__(self) -> int:
        return len(self.mentions)

    def __iter__(self) -> Iterator[Mention]:
        return iter(self.mentions)

    def __getitem__(self, index: int) -> Mention:
        return self.mentions[index]

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        return (self._text, self._json) == (other._text, other._json)

    def __hash__(self) -> int:
        return hash((self._text, self._json))

    def __repr__(self) -> str:
        return f"<Document {self.id!r}, {self.language}: {len(self)} mentions>"

    def __reduce__(self) -> tuple:
        return Document, (self._text, self._json)

    def to_pandas(self) -> pandas.DataFrame:
        """A table with a row for each mention; :func:`vnextract.pandas.to_pandas` makes one of many documents."""
        from .pandas import to_pandas

        return to_pandas([self])

    def to_displacy(self, title: str | None = None) -> dict[str, Any]:
        """What ``displacy.render(…, style="ent", manual=True)`` of spaCy shows."""
        ents = [{"start": mention.start, "end": mention.end, "label": mention.type} for mention in self.mentions]
        return {"text": self._text, "ents": ents, "title": title}

    def _read(self) -> dict[str, Any]:
        if self._answer is None:
            self._answer = _loads(self._json)
        return self._answer


class Mention:
    """Something found: ``document.text[mention.start:mention.end] == mention.text``.

    Attributes that a mention does not have are None.
    """

    __slots__ = (
        "id",
        "type",
        "start",
        "end",
        "text",
        "kind",
        "status",
        "timex",
        "value",
        "mod",
        "unit",
        "subject",
        "change",
        "code",
        "now",
        "interval",
        "basis",
        "name",
        "entity",
        "evidence",
        "rule",
        "entries",
    )

    #: ``m1`` for the first of the document.
    id: str
    #: ``TITLE``, ``PERSON``, ``ORG``, ``LOC``, ``DATE`` or ``NUMBER``.
    type: str
    #: Where it begins, in characters of the string.
    start: int
    #: Where it ends; the character there is the first behind it.
    end: int
    #: What stands there.
    text: str
    #: TITLE: ``position``, ``honorific``, ``degree``, ``rank``; NUMBER: ``cardinal`` … ``measure``.
    kind: str | None
    #: TITLE: ``former``, ``acting`` or ``elect``.
    status: str | None
    #: DATE: the TIMEX3 type.
    timex: str | None
    #: DATE: the TIMEX3 value; NUMBER: a plain decimal, ``k/n`` or ``a..b``.
    value: str | None
    #: The TIMEX3 modifier, such as ``MORE_THAN``.
    mod: str | None
    #: What is counted, the unit as written, or the ISO 4217 code of money.
    unit: str | None
    #: NUMBER: what the number is said of.
    subject: str | None
    #: NUMBER: ``INCREASE`` or ``DECREASE``.
    change: str | None
    #: ISO 3166 code of a place, UCUM code of a measure.
    code: str | None
    #: The province of a Vietnamese place since July 2025, where that changed.
    now: str | None
    #: The half-open stretch of local time that a DATE denotes; an end is None where it is open, or no year from 1 to 9999.
    interval: tuple[datetime.datetime | None, datetime.datetime | None] | None
    #: DATE: where the parts that the text leaves open were taken from.
    basis: str | None
    #: The mention as it would be written by itself.
    name: str | None
    #: The id of its entity.
    entity: str | None
    #: How sure it is: ``certain``, ``likely``, ``possible``.
    evidence: str
    #: The rule that made it.
    rule: str
    #: The lexicon entries that it rests on, where they were asked for.
    entries: list[dict[str, Any]] | None

    def __init__(self, fields: dict[str, Any], shift: int, text: str) -> None:
        for name in self.__slots__:
            setattr(self, name, fields.get(name))
        self.start += shift
        self.end += shift
        self.text = text[self.start : self.end]
        if self.interval is not None:
            from .values import moment

            start, end = fields["interval"]
            self.interval = (moment(start), moment(end))

    @property
    def typed_value(self) -> TypedValue | None:
        """The value as a type of Python, where one fits.

        A NUMBER is a ``Decimal``, a :class:`vnextract.values.Range` of two, or a :class:`vnextract.values.Ratio`
        (fractions and rates). A DATE is a ``date``, a ``datetime``, or a ``timedelta`` for a length in weeks or shorter;
        months, recurrences and dates with an open year are None and have ``value`` and ``interval``.
        """
        if self.value is None:
            return None
        from . import values

        return values.timex(self.value) if self.type == "DATE" else values.number(self.value)

    def __repr__(self) -> str:
        value = "" if self.value is None else f", value={self.value!r}"
        return f"<{self.type} {self.start}:{self.end} {self.text!r}{value}>"


class Relation:
    """A ``holds``: who holds which title where."""

    __slots__ = ("type", "person", "title", "organization", "status", "rule")

    def __init__(self, fields: dict[str, Any], mentions: dict[str, Mention]) -> None:
        #: The kind of relation: ``holds``.
        self.type: str = fields["type"]
        #: The PERSON; None where the phrase names none.
        self.person: Mention | None = mentions.get(fields.get("person", ""))
        #: The TITLE; None where titles were not asked for.
        self.title: Mention | None = mentions.get(fields["title"])
        #: The ORG or LOC; None where the phrase names none.
        self.organization: Mention | None = mentions.get(fields.get("organization", ""))
        #: ``former``, ``acting`` or ``elect``.
        self.status: str | None = fields.get("status")
        #: The rule that made it.
        self.rule: str = fields["rule"]

    def __repr__(self) -> str:
        parts = (mention.text if mention else None for mention in (self.person, self.title, self.organization))
        return "<{} {!r}, {!r}, {!r}>".format(self.type, *parts)


class Entity:
    """One person or organization with all its mentions."""

    __slots__ = ("id", "type", "name", "mentions")

    def __init__(self, fields: dict[str, Any], mentions: dict[str, Mention]) -> None:
        #: ``e1`` for the first.
        self.id: str = fields["id"]
        #: ``PERSON`` or ``ORG``.
        self.type: str = fields["type"]
        #: Its longest name.
        self.name: str = fields["name"]
        #: Its mentions in text order.
        self.mentions: tuple[Mention, ...] = tuple(mentions[id] for id in fields["mentions"])

    def __repr__(self) -> str:
        return f"<Entity {self.id} {self.type} {self.name!r}: {len(self.mentions)} mentions>"
