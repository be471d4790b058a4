"""libvnextract.so, called through ctypes, which lets other threads run meanwhile."""

from __future__ import annotations

import ctypes
import os
from ctypes import POINTER, byref, c_char_p, c_int32, c_size_t, c_uint32, c_uint64, c_void_p

from .errors import DocumentError, LexiconError, OptionError, VNExtractError

INVALID_OPTION, INVALID_LEXICON, TOO_LONG = 2, 3, 4
WITH_TEXT, WITH_ENTRIES, VAGUE = 1, 2, 4

_ERRORS = {INVALID_OPTION: OptionError, INVALID_LEXICON: LexiconError, TOO_LONG: DocumentError}


class Options(ctypes.Structure):
    """``vnextract_options`` of vnextract.h."""

    _fields_ = [
        ("size", c_size_t),
        ("id", c_char_p),
        ("language", c_char_p),
        ("date", c_char_p),
        ("types", c_char_p),
        ("offsets", c_char_p),
        ("evidence", c_char_p),
        ("flags", c_uint32),
        ("threads", c_uint32),
        ("lines_before", c_uint64),
    ]


class Library:
    """The functions of vnextract.h; errors are raised."""

    def __init__(self) -> None:
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "libvnextract.so")
        functions = ctypes.CDLL(path)
        functions.vnextract_version.restype = c_char_p
        functions.vnextract_extractor_create.argtypes = [
            POINTER(c_char_p),
            c_size_t,
            c_int32,
            POINTER(c_void_p),
            POINTER(c_void_p),
        ]
        reading = [
            c_void_p,
            c_char_p,
            c_size_t,
            POINTER(Options),
            POINTER(c_void_p),
            POINTER(c_size_t),
            POINTER(c_void_p),
        ]
        for read in (functions.vnextract_extract, functions.vnextract_extract_lines):
            read.argtypes = reading  # type: ignore[assignment]
        for free in (functions.vnextract_string_free, functions.vnextract_extractor_free):
            free.argtypes = [c_void_p]
            free.restype = None
        self._functions = functions
        #: Gives an extractor back.
        self.free = functions.vnextract_extractor_free

    def version(self) -> str:
        """The version of the library."""
        return self._functions.vnextract_version().decode()

    def create(self, folders: list[bytes], built_in: bool) -> int:
        """The address of a new extractor."""
        extractor, error = c_void_p(), c_void_p()
        paths = (c_char_p * len(folders))(*folders)
        status = self._functions.vnextract_extractor_create(
            paths, len(folders), 0 if built_in else 1, byref(extractor), byref(error)
        )
        self._check(status, error)
        if extractor.value is None:
            raise VNExtractError("there is no extractor")
        return extractor.value

    def extract(self, extractor: int, text: bytes, options: Options) -> bytes:
        """The JSON object that answers a document."""
        return self._read(self._functions.vnextract_extract, extractor, text, options)

    def extract_lines(self, extractor: int, lines: bytes, options: Options) -> bytes:
        """The JSON Lines that answer JSON Lines."""
        return self._read(self._functions.vnextract_extract_lines, extractor, lines, options)

    def _read(self, function, extractor: int, text: bytes, options: Options) -> bytes:
        options.size = ctypes.sizeof(Options)
        answer, length, error = c_void_p(), c_size_t(), c_void_p()
        status = function(extractor, text, len(text), byref(options), byref(answer), byref(length), byref(error))
        self._check(status, error)
        try:
            return ctypes.string_at(answer.value or 0, length.value)
        finally:
            self._functions.vnextract_string_free(answer)

    def _check(self, status: int, error: c_void_p) -> None:
        if status == 0:
            return
        message = ctypes.string_at(error.value).decode("utf-8", "replace") if error.value else f"status {status}"
        self._functions.vnextract_string_free(error)
        raise _ERRORS.get(status, VNExtractError)(message)


_loaded: Library | None = None


def library() -> Library:
    """The library, loaded when it is first needed."""
    global _loaded
    if _loaded is None:
        _loaded = Library()
    return _loaded
