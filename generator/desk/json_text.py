"""JSON as a second reader writes it: in code fences, among prose, with slips, or cut off in the middle."""

import json
import re
from collections.abc import Iterator
from typing import Any

_BEGIN = re.compile(r"\{\s*[\"\w/]|\[\s*[\[{]")
_SPACE = re.compile(r"(?:\s|//[^\n]*\n|/\*.*?\*/)*", re.DOTALL)
_WORD = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|True|False|None")
_NAME = re.compile(r"[A-Za-z_]\w*")
_WORDS = {"true": True, "True": True, "false": False, "False": False, "null": None, "None": None}
# What may follow the mark that ends a text; a straight mark before anything else belongs to the text.
_AFTER = re.compile(r"\s*(?:[}\]:]|,\s*(?:[\"'{\[}\]\d-]|true|false|null)|\Z)")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
DEPTH = 20
# Each place where JSON may begin can cost a walk through the rest of the text.
_ATTEMPTS = 200


class _NoValueError(Exception):
    """What stands here is no JSON, or is nested too deep."""


def values(text: str) -> Iterator[tuple[Any, bool]]:
    """The JSON objects and lists in `text`, none inside another, each with whether it is whole.

    One that is not whole was cut off by the end of the text, or had to be mended: what is whole of it is given.
    """
    decoder = json.JSONDecoder(strict=False)
    position = 0
    for _ in range(_ATTEMPTS):
        match = _BEGIN.search(text, position)
        if match is None:
            return
        try:
            found, position = decoder.raw_decode(text, match.start())
            yield found, True
        except (ValueError, RecursionError):
            scanner = _Scanner(text, match.start())
            try:
                found = scanner.value(0)
            except _NoValueError:
                position = match.start() + 1
                continue
            position = scanner.position
            yield found, False


class _Scanner:
    """Reads one value; at the end of the text, and before what is no JSON, it gives what it has."""

    def __init__(self, text: str, position: int) -> None:
        self._text, self.position = text, position

    def value(self, depth: int) -> Any:
        """The value here; _Cut, an instance of which stands for a value that the text's end broke off."""
        if depth > DEPTH:
            raise _NoValueError
        self._skip()
        first = self._text[self.position : self.position + 1]
        if not first:
            return _CUT
        if first == "{":
            return self._object(depth)
        if first == "[":
            return self._list(depth)
        if first == '"':
            return self._string()
        match = _WORD.match(self._text, self.position)
        if match is None:
            raise _NoValueError
        self.position = match.end()
        if self.position == len(self._text):
            return _CUT
        return _WORDS[match[0]] if match[0] in _WORDS else float(match[0])

    def _skip(self) -> None:
        match = _SPACE.match(self._text, self.position)
        self.position = match.end() if match else self.position

    def _at(self, mark: str) -> bool:
        self._skip()
        found = self._text.startswith(mark, self.position)
        self.position += found
        return found

    def _is_end(self) -> bool:
        self._skip()
        return self.position >= len(self._text)

    def _list(self, depth: int) -> list[Any]:
        self.position += 1
        found: list[Any] = []
        while not self._is_end() and not self._at("]"):
            if self._at(","):
                continue
            try:
                value = self.value(depth + 1)
            except _NoValueError:
                if not found:
                    raise
                return found
            if value is not _CUT:
                found.append(value)
        return found

    def _object(self, depth: int) -> dict[str, Any]:
        self.position += 1
        found: dict[str, Any] = {}
        while not self._is_end() and not self._at("}"):
            if self._at(","):
                continue
            try:
                key, value = self._entry(depth)
            except _NoValueError:
                if not found:
                    raise
                return found  # what follows is no JSON: it ends here, although nothing says so
            if value is not _CUT and key is not _CUT:
                found[key] = value
        return found

    def _entry(self, depth: int) -> tuple[Any, Any]:
        key = self._key()
        if self._is_end():
            return key, _CUT
        if not self._at(":"):
            raise _NoValueError
        return key, self.value(depth + 1)

    def _key(self) -> Any:
        if self._text[self.position] == '"':
            return self._string()
        match = _NAME.match(self._text, self.position)
        if match is None:
            raise _NoValueError
        self.position = match.end()
        return match[0]

    def _string(self) -> Any:
        begin = self.position + 1
        at = begin
        while True:
            at = self._text.find('"', at)
            if at < 0:
                self.position = len(self._text)
                return _CUT
            if not _is_escaped(self._text, at, begin) and _AFTER.match(self._text, at + 1):
                break
            at += 1
        self.position = at + 1
        return _ESCAPE.sub(_unescaped, self._text[begin:at])


def _is_escaped(text: str, at: int, begin: int) -> bool:
    first = at
    while first > begin and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _ESCAPED.get(match[2], match[2])


_CUT: Any = object()
