"""What can go wrong."""

from __future__ import annotations


class VNExtractError(Exception):
    """The root of all errors of this package."""


class OptionError(VNExtractError, ValueError):
    """An option has a value that it cannot have."""


class LexiconError(VNExtractError, ValueError):
    """A folder of lexicons cannot be read or a file in it is wrong; the message tells file, line and column."""


class DocumentError(VNExtractError, ValueError):
    """A document cannot be read, as it is too long or its date is no date."""

    def __init__(self, message: str, id: str = "") -> None:
        super().__init__(message)
        #: The id of the document.
        self.id = id

    def __reduce__(self) -> tuple:
        return type(self), (self.args[0], self.id)
