"""No pattern of the package takes more than time in proportion to the text's length, squared at the very worst.

Every compiled pattern of every module is attacked: each of its repeats is pumped with what it repeats, and the end is
made not to match, so that a pattern with two ways to read one text has to try them all.
"""

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import msgspec
import pytest

import generator

_PUMPS = 24  # an exponential pattern is out of reach at this length, a quadratic one hardly measurable
_LONG = 2_000  # characters of a long paragraph
_SECONDS = 1.0
_SLACK = 3  # a machine that is busy with other things


def _patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern at the top of a module, in a record, a tuple or a mapping there; by its place and its text."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        for value in vars(importlib.import_module(module.name)).values():
            for pattern in _within(value, 0):
                found.setdefault(pattern.pattern, pattern)
    for pattern in _inline():
        found.setdefault(pattern.pattern, pattern)
    return {f"{number}": pattern for number, pattern in enumerate(found.values())}


def _inline() -> Iterator[re.Pattern[str]]:
    """Every pattern that is written within a function: `re.sub(r"…", …)`; what is put into one stands for a word."""
    for file in sorted(Path(generator.__path__[0]).rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args):
                continue
            if not (isinstance(call.func.value, ast.Name) and call.func.value.id == "re"):
                continue
            told = call.args[0]
            parts = told.values if isinstance(told, ast.JoinedStr) else [told]
            if all(isinstance(part, ast.Constant | ast.FormattedValue) for part in parts):
                words = [str(part.value) if isinstance(part, ast.Constant) else "word" for part in parts]
                with suppress(re.error):  # what is put in may be half of a pattern
                    yield re.compile("".join(words), re.IGNORECASE)


def _within(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3:
        if isinstance(value, msgspec.Struct):
            value = msgspec.structs.astuple(value)
        elif isinstance(value, dict):
            value = [*value.keys(), *value.values()]
        if isinstance(value, list | tuple | set | frozenset):
            for item in value:
                yield from _within(item, depth + 1)


def _examples(tree: Any, most: int = 6) -> list[str]:
    """A few texts that `tree`, a parsed pattern, matches, look-arounds aside."""
    found = [""]
    for operation, argument in tree:
        parts = _parts(str(operation), argument)
        found = [head + part for head in found for part in parts][:most] if parts else found
    return found


def _parts(operation: str, argument: Any) -> list[str]:
    match operation:
        case "LITERAL":
            return [chr(argument)]
        case "NOT_LITERAL" | "ANY":
            return ["~"]
        case "IN":
            return [_member(argument)]
        case "BRANCH":
            return [text for branch in argument[1] for text in _examples(branch, 4)]
        case "SUBPATTERN":
            return _examples(argument[3])
        case "ATOMIC_GROUP":
            return _examples(argument)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            once = [text * max(1, min(argument[0], 4)) for text in _examples(argument[2])]
            return once if argument[0] else [*once[:3], ""]
        case _:
            return []


def _member(items: Any) -> str:
    kinds = {"CATEGORY_DIGIT": "7", "CATEGORY_WORD": "a", "CATEGORY_SPACE": " ", "CATEGORY_NOT_SPACE": "a"}
    for operation, argument in items:
        match str(operation):
            case "LITERAL":
                return chr(argument)
            case "RANGE":
                return chr(argument[0])
            case "CATEGORY":
                return kinds.get(str(argument), "-")
            case "NEGATE":
                return next((c for c in "a~ 7" if not any(_holds(c, item) for item in items[1:])), "é")
    return "a"


def _holds(character: str, item: Any) -> bool:
    operation, argument = str(item[0]), item[1]
    if operation == "LITERAL":
        return character == chr(argument)
    if operation == "RANGE":
        return argument[0] <= ord(character) <= argument[1]
    category = {"CATEGORY_WORD": r"\w", "CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s"}.get(str(argument))
    return bool(category and re.match(category, character))


def _repeats(tree: Any, head: str = "") -> Iterator[tuple[str, list[str]]]:
    """Each repeat in `tree` without a small bound: what leads to it, and what it repeats."""
    for operation, argument in tree:
        kind = str(operation)
        if kind in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            if argument[1] > 20:
                yield head, _examples(argument[2], 200)
            yield from _repeats(argument[2], head)
        elif kind == "BRANCH":
            for branch in argument[1]:
                yield from _repeats(branch, head)
        elif kind == "SUBPATTERN":
            yield from _repeats(argument[3], head)
        elif kind == "ATOMIC_GROUP":
            yield from _repeats(argument, head)
        elif kind in {"ASSERT", "ASSERT_NOT"}:
            yield from _repeats(argument[1], head)
        head = (_examples([(operation, argument)], 1) or [""])[0].join([head, ""]) if kind != "AT" else head


_ENDS = ("", "\x00", " x", ".!\x00", "\n\n")
_JOINTS = ("", " ", "/", ", ")


def _attacks(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    tree = _parser.parse(pattern.pattern, pattern.flags)
    seen = set()
    for head, items in _repeats(tree):
        for item in items or ["a"]:
            for joint in _JOINTS:
                unit = (item or "a") + joint
                times = _PUMPS if not length else max(1, length // len(unit))
                for front in {head, head + "2023 ", "A./AP ", ""}:
                    for end in _ENDS[:: 1 if not length else 2]:
                        text = f"{front}{unit * times}{end}"
                        if text not in seen:
                            seen.add(text)
                            yield text


class _TooSlowError(Exception):
    pass


def _slow(*_: object) -> None:
    raise _TooSlowError


PATTERNS = _patterns()


def _longest(pattern: re.Pattern[str], length: int) -> tuple[float, str]:
    """The slowest attack and its seconds; an attack is broken off after a second."""
    before = signal.signal(signal.SIGALRM, _slow)
    worst = (0.0, "")
    try:
        for text in _attacks(pattern, length):
            begun = time.process_time()
            signal.setitimer(signal.ITIMER_REAL, _SECONDS * 5)
            try:
                pattern.search(text)
            except _TooSlowError:
                return 99.0, text
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
            worst = max(worst, (time.process_time() - begun, text))
            if worst[0] > _SECONDS:
                return worst
    finally:
        signal.signal(signal.SIGALRM, before)
    return worst


@pytest.mark.parametrize("number", PATTERNS)
def test_no_pattern_is_exponential(number: str) -> None:
    seconds, text = _longest(PATTERNS[number], 0)
    assert seconds < _SECONDS, (PATTERNS[number].pattern, text)


@pytest.mark.parametrize("number", PATTERNS)
def test_no_pattern_takes_more_than_a_tenth_of_a_second_a_kilobyte(number: str) -> None:
    seconds, text = _longest(PATTERNS[number], _LONG)
    assert seconds < 0.1 * _LONG / 1000 * _SLACK, (PATTERNS[number].pattern, text[:80])
