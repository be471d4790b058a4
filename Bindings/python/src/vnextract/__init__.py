"""Finds titles, persons, organizations, places, dates and numbers in Vietnamese, Arabic and English text.

>>> import vnextract
>>> extractor = vnextract.Extractor()
>>> document = extractor.extract("Mr. John Smith paid 20 dollars.", language="en")
>>> [(mention.type, mention.text) for mention in document]
[('TITLE', 'Mr.'), ('PERSON', 'John Smith'), ('NUMBER', '20 dollars')]
"""

from .document import Document, Entity, Mention, Relation
from .errors import DocumentError, LexiconError, OptionError, VNExtractError
from .extractor import Extractor

__all__ = [
    "Document",
    "DocumentError",
    "Entity",
    "Extractor",
    "LexiconError",
    "Mention",
    "OptionError",
    "Relation",
    "VNExtractError",
    "version",
]


def version() -> str:
    """The version of the library, such as ``0.1.0``."""
    from ._library import library

    return library().version()


def __getattr__(name: str) -> str:
    if name == "__version__":
        return version()
    raise AttributeError(f"module 'vnextract' has no attribute {name!r}")
