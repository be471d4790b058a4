"""The extractor."""

from __future__ import annotations

import os

from .document import Document
from .errors import DocumentError, OptionError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any, Union

    Date = Union[str, datetime.date, datetime.datetime]
    Path = Union[str, "os.PathLike[str]"]
    Input = Union[str, Mapping[str, Any]]


class Extractor:
    """Lexicons and rules, ready to read documents; one serves all threads, which run at the same time.

    ``lexicons`` are folders laid out as ``Lexicons/`` of the project, added to the built-in words and rules; with
    ``built_in=False`` they stand by themselves. Raises :class:`LexiconError` where one is wrong. An extractor can be
    pickled: it is created anew on the other side.

    Options that the methods share:

    ``language``
        ``vi``, ``ar``, ``en`` or the tag of a profile of one's own; ``None`` lets it be guessed.
    ``date``
        The reference date by which ``30/6`` gets its year: a ``date``, a ``datetime`` (its time zone counts nothing) or
        ``YYYY-MM-DD[Thh:mm]``.
    ``types``
        The types wanted, as ``["PERSON", "DATE"]``; ``None`` is all.
    ``evidence``
        The weakest evidence answered: ``certain``, ``likely`` or ``possible``.
    ``vague``
        Whether times without a place on the calendar are answered: now, recently.
    ``entries``
        Whether mentions say which lexicon entries they rest on; takes about as long again.
    """

    def __init__(self, lexicons: Iterable[Path] = (), *, built_in: bool = True) -> None:
        from ._library import library

        if isinstance(lexicons, (str, bytes)):
            raise TypeError("lexicons is a list of folders")
        self._lexicons = tuple(os.fspath(folder) for folder in lexicons)
        self._built_in = built_in
        self._library = library()
        self._free = self._library.free
        self._handle: int | None = None
        self._handle = self._library.create([os.fsencode(folder) for folder in self._lexicons], built_in)

    def __del__(self) -> None:
        handle = getattr(self, "_handle", None)
        if handle is not None:
            self._handle = None
            self._free(handle)

    def __reduce__(self) -> tuple:
        return _create, (self._lexicons, self._built_in)

    def __repr__(self) -> str:
        return f"Extractor({list(self._lexicons)!r}, built_in={self._built_in!r})"

    def extract(
        self,
        text: str,
        *,
        id: str = "",
        language: str | None = None,
        date: Date | None = None,
        types: Iterable[str] | None = None,
        evidence: str = "likely",
        vague: bool = False,
        entries: bool = False,
    ) -> Document:
        """What stands in a text; linear in its length.

        Raises :class:`OptionError` for an option that cannot be, :class:`DocumentError` for a text of more than 10 MB.
        """
        options = _options(language, date, types, evidence, vague, entries)
        options.id = _string(id, "id")
        try:
            answer = self._library.extract(self._address(), _encode(text), options)
        except DocumentError as error:
            raise DocumentError(str(error), id) from None
        return Document(text, answer.decode())

    def extract_batch(
        self,
        documents: Iterable[Input],
        *,
        threads: int = 0,
        on_error: str = "raise",
        language: str | None = None,
        date: Date | None = None,
        types: Iterable[str] | None = None,
        evidence: str = "likely",
        vague: bool = False,
        entries: bool = False,
    ) -> list[Document]:
        """What stands in many texts, in their order; :meth:`stream` tells the rest."""
        return list(
            self.stream(
                documents,
                threads=threads,
                on_error=on_error,
                language=language,
                date=date,
                types=types,
                evidence=evidence,
                vague=vague,
                entries=entries,
            )
        )

    def stream(
        self,
        documents: Iterable[Input],
        *,
        threads: int = 0,
        batch_size: int = 1024,
        on_error: str = "raise",
        language: str | None = None,
        date: Date | None = None,
        types: Iterable[str] | None = None,
        evidence: str = "likely",
        vague: bool = False,
        entries: bool = False,
    ) -> Iterator[Document]:
        """What stands in texts that are fetched as answers are asked for, in their order.

        A document is a string, or a mapping with ``text`` and, if it has them, ``id``, ``language`` and ``date``, which go
        before the options; ids are usually the documents' numbers from 1. ``threads`` read at the same time (0: one for
        each processor); ``batch_size`` documents, or about 4 MB, are fetched ahead. Where a document cannot be read a
        :class:`DocumentError` is raised, or, with ``on_error="return"``, stands in the place of the answer.
        """
        if on_error not in ("raise", "return"):
            raise OptionError(f"on_error can be raise or return, not {on_error!r}")
        if batch_size < 1:
            raise OptionError(f"batch_size can be 1 or more, not {batch_size!r}")
        options = _options(language, date, types, evidence, vague, entries)
        options.threads = _threads(threads)
        return self._stream(documents, options, batch_size, on_error == "raise")

    def _stream(self, documents: Iterable[Input], options, batch_size: int, raises: bool) -> Iterator[Document]:
        texts: list[str] = []
        lines: list[bytes] = []
        size = 0
        for document in documents:
            text, line = _line(document)
            texts.append(text)
            lines.append(line)
            size += len(line)
            if len(lines) >= batch_size or size >= 1 << 22:
                yield from self._answers(texts, lines, options, raises)
                texts, lines, size = [], [], 0
        if lines:
            yield from self._answers(texts, lines, options, raises)

    def _answers(self, texts: list[str], lines: list[bytes], options, raises: bool) -> Iterator[Document]:
        import json

        answers = self._library.extract_lines(self._address(), b"\n".join(lines), options).split(b"\n")
        options.lines_before += len(lines)
        for text, answer in zip(texts, answers):
            # The answer to a document begins with its schema, that to a line that cannot be read with its id.
            if answer.startswith(b'{"id"'):
                told = json.loads(answer)
                error = DocumentError(told["error"], told["id"])
                if raises:
                    raise error
                yield error  # type: ignore[misc]
            else:
                yield Document(text, answer.decode())

    def extract_lines(
        self,
        lines: bytes,
        *,
        threads: int = 0,
        lines_before: int = 0,
        language: str | None = None,
        date: Date | None = None,
        types: Iterable[str] | None = None,
        evidence: str = "likely",
        vague: bool = False,
        entries: bool = False,
        with_text: bool = False,
        offsets: str = "scalar",
    ) -> bytes:
        """JSON Lines in, JSON Lines out: what ``vnextract extract --input jsonl`` writes, byte for byte.

        A line without an id is called by its number, counted after ``lines_before``; one that cannot be read is answered by
        ``{"id":…,"line":N,"error":"…"}``.
        """
        options = _options(language, date, types, evidence, vague, entries)
        options.threads = _threads(threads)
        options.lines_before = lines_before
        options.offsets = _string(offsets, "offsets")
        if with_text:
            from ._library import WITH_TEXT

            options.flags |= WITH_TEXT
        return self._library.extract_lines(self._address(), bytes(lines), options)

    def _address(self) -> int:
        if self._handle is None:
            raise OptionError("the extractor was never created")
        return self._handle


def _create(lexicons: tuple[str, ...], built_in: bool) -> Extractor:
    return Extractor(lexicons, built_in=built_in)


def _options(language, date, types, evidence, vague, entries):
    from ._library import VAGUE, WITH_ENTRIES, Options

    if isinstance(types, str):
        types = types.split(",")
    return Options(
        language=_string(language, "language"),
        date=_string(_date(date), "date"),
        types=None if types is None else _string(",".join(types) or ",", "types"),
        evidence=_string(evidence, "evidence"),
        flags=(VAGUE if vague else 0) | (WITH_ENTRIES if entries else 0),
    )


def _threads(threads: int) -> int:
    if not 0 <= threads <= 256:
        raise OptionError(f"threads can be 0 to 256, not {threads}")
    return threads


def _string(value: str | None, name: str) -> bytes | None:
    if value is None:
        return None
    if "\0" in value:
        raise OptionError(f"{name} holds a NUL")
    return value.encode("utf-8", "replace")


def _date(value: Date | None) -> str | None:
    if value is None or isinstance(value, str):
        return value
    # The time zone and parts of a second, which `isoformat` writes behind the rest, count nothing.
    return value.isoformat()[:19]


def _encode(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _whole(text).encode()


def _whole(text: str) -> str:
    """The text with U+FFFD for each surrogate, which UTF-8 does not know: offsets stay."""
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)


def _line(document: Input) -> tuple[str, bytes]:
    import json

    fields: dict[str, Any]
    if isinstance(document, str):
        text = document
        fields = {"text": text}
    else:
        text = document["text"]
        fields = {"text": text}
        id = document.get("id")
        if id is not None:
            fields["id"] = str(id)
        language = document.get("language")
        if language is not None:
            fields["lang"] = language
        date = _date(document.get("date"))
        if date is not None:
            fields["date"] = date
    line = json.dumps(fields, ensure_ascii=False)
    return text, _encode(line)
