"""A component of spaCy pipelines: ``nlp.add_pipe("vnextract")``.

Mentions become spans of ``doc.spans["vnextract"]`` and, unless ``set_ents`` is false, entities of ``doc.ents`` beside those
that are there already. ``doc._.vnextract`` is the :class:`vnextract.Document`, ``span._.vnextract`` the
:class:`vnextract.Mention` that a span was made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Optional

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, minibatch

from .document import Document, Mention
from .extractor import Extractor

#: Where the answer stands in ``doc.user_data``, which is saved with the document.
_KEY = "vnextract"


class Component:
    """Reads documents of spaCy; create it by ``nlp.add_pipe("vnextract", config={…})``."""

    def __init__(self, extractor: Extractor, options: dict[str, Any], spans_key: str, set_ents: bool, threads: int):
        self._extractor = extractor
        self._options = options
        self._spans_key = spans_key
        self._set_ents = set_ents
        self._threads = threads

    def __call__(self, doc: Doc) -> Doc:
        """Reads a document."""
        return self._add(doc, self._extractor.extract(doc.text, **self._options))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 256) -> Iterator[Doc]:
        """Reads documents, those of a batch by several threads."""
        for docs in minibatch(stream, batch_size):
            batch = list(docs)
            answers = self._extractor.stream((doc.text for doc in batch), threads=self._threads, **self._options)
            for doc, answer in zip(batch, answers):
                yield self._add(doc, answer)

    def _add(self, doc: Doc, answer: Document) -> Doc:
        doc.user_data[_KEY] = answer.json
        spans = []
        for mention in answer:
            # A token that a mention holds in part only belongs to its span, as entities are made of whole tokens.
            span = doc.char_span(
                mention.start,
                mention.end,
                label=mention.type,
                alignment_mode="expand",
                span_id=mention.id,
            )
            if span is not None:
                spans.append(span)
        doc.spans[self._spans_key] = spans
        if self._set_ents:
            taken = {token for ent in doc.ents for token in range(ent.start, ent.end)}
            free = [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
            doc.ents = [*doc.ents, *filter_spans(free)]
        return doc


def _document(doc: Doc) -> Optional[Document]:
    answer = doc.user_data.get(_KEY)
    return None if answer is None else Document(doc.text, answer)


def _mention(span: Span) -> Optional[Mention]:
    document = _document(span.doc)
    mentions = [] if document is None else document.mentions
    return next((mention for mention in mentions if mention.id == span.id_), None)


@Language.factory(
    "vnextract",
    default_config={
        "lexicons": [],
        "built_in": True,
        "language": None,
        "date": None,
        "types": None,
        "evidence": "likely",
        "vague": False,
        "spans_key": "vnextract",
        "set_ents": True,
        "threads": 1,
    },
    assigns=["doc.ents", "doc.spans", "doc._.vnextract", "span._.vnextract"],
)
def create(
    nlp: Language,
    name: str,
    lexicons: list[str],
    built_in: bool,
    language: Optional[str],
    date: Optional[str],
    types: Optional[list[str]],
    evidence: str,
    vague: bool,
    spans_key: str,
    set_ents: bool,
    threads: int,
) -> Component:
    """Creates the component; the options are those of :class:`vnextract.Extractor` and its methods."""
    if not Doc.has_extension("vnextract"):
        Doc.set_extension("vnextract", getter=_document)
    if not Span.has_extension("vnextract"):
        Span.set_extension("vnextract", getter=_mention)
    options = {"language": language, "date": date, "types": types, "evidence": evidence, "vague": vague}
    return Component(Extractor(lexicons, built_in=built_in), options, spans_key, set_ents, threads)
