#!/usr/bin/env python3
"""Asks an index from Python, with nothing but ctypes:

    python3 ask.py palpate.db "sore calves"

PALPATE_LIBRARY names the library where it is not on the system's path.
"""
import ctypes
import json
import os
import sys
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_size_t, c_uint, c_uint32, c_void_p


class Options(Structure):
    _fields_ = [("size", c_size_t), ("directory", c_char_p), ("shards", POINTER(c_char_p)),
                ("shard_count", c_size_t), ("readers", c_uint), ("stay", c_int)]


class Filter(Structure):
    _fields_ = [("field", c_char_p), ("value", c_char_p)]


class Request(Structure):
    _fields_ = [("size", c_size_t), ("question", c_char_p), ("count", c_size_t),
                ("offset", c_size_t), ("per_article", c_size_t), ("language", c_char_p),
                ("exact", c_int), ("explain", c_int), ("filters", POINTER(Filter)),
                ("filter_count", c_size_t), ("timeout_ms", c_uint32)]


def load():
    """The library with the types of the functions that are used here."""
    library = ctypes.CDLL(os.environ.get("PALPATE_LIBRARY", "libpalpate.so.0.1"))
    for name, gives, takes in [
            ("palpate_open", c_void_p, [POINTER(Options), POINTER(c_void_p)]),
            ("palpate_close", None, [c_void_p]),
            ("palpate_search", c_void_p, [c_void_p, POINTER(Request)]),
            ("palpate_result_code", c_int, [c_void_p]),
            ("palpate_result_json", c_char_p, [c_void_p]),
            ("palpate_result_message", c_char_p, [c_void_p]),
            ("palpate_result_hint", c_char_p, [c_void_p]),
            ("palpate_result_free", None, [c_void_p])]:
        function = getattr(library, name)
        function.restype = gives
        function.argtypes = takes
    return library


class PalpateError(Exception):
    def __init__(self, code, message, hint):
        super().__init__(message)
        self.code, self.hint = code, hint


class Searcher:
    """An open index. Any threads may use it at once; questions let go of Python's lock."""

    def __init__(self, directory):
        self._library = load()
        self._handle = c_void_p()
        options = Options(size=ctypes.sizeof(Options), directory=os.fsencode(directory))
        self._value(self._library.palpate_open(byref(options), byref(self._handle)))

    def search(self, question, count=10, filters=(), timeout_ms=2000):
        given = (Filter * len(filters))(*[(f.encode(), v.encode()) for f, v in filters])
        request = Request(size=ctypes.sizeof(Request), question=question.encode(), count=count,
                          filters=given, filter_count=len(filters), timeout_ms=timeout_ms)
        return self._value(self._library.palpate_search(self._handle, byref(request)))

    def close(self):
        self._library.palpate_close(self._handle)
        self._handle = c_void_p()

    def _value(self, result):
        """What a call gave, as Python's own values; the result itself is freed."""
        try:
            code = self._library.palpate_result_code(result)
            if code != 0:
                raise PalpateError(code, self._library.palpate_result_message(result).decode(),
                                   self._library.palpate_result_hint(result).decode())
            return json.loads(self._library.palpate_result_json(result))
        finally:
            self._library.palpate_result_free(result)


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: ask.py INDEX QUESTION")
    try:
        searcher = Searcher(sys.argv[1])
        answer = searcher.search(sys.argv[2], count=5)
    except PalpateError as error:
        sys.exit(f"{error}\n{error.hint}")
    for note in answer["notes"]:
        print(note)
    for hit in answer["hits"]:
        print(f'{hit["rank"]}. {" > ".join([hit["article"]["title"], *hit["heading"]])}')
        print(hit["passage"]["text"], end="\n\n")
    searcher.close()


if __name__ == "__main__":
    main()
