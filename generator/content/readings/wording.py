"""Checks of single values of a second reader's answer; whoever wrote it is not trusted."""

import re
from typing import Any, get_args

from generator.model.story import ABOUT_WORDS

MAX_POSITIONS = 24
"""So many words a heading is asked to have."""
ABOUT_KEPT = 24
"""So many it may have, to be reworded by the editor."""
_ABOUT_CHARACTERS = 200
_MARKUP = re.compile(r"[<>\[\]{}|`*_#\\^~]|://|www\.|&#?\w+;")
# The fillers of Hangul; the blank of Braille and spaces without width are no letters.
_BLANK = "\u115f\u1160\u3164\uffa0"


class RefusedError(Exception):
    """A part of an answer cannot be used; the message says why."""


def mapping(value: object) -> dict[str, Any]:
    """`value`, if it is a JSON object."""
    if not isinstance(value, dict):
        raise RefusedError("this is not a JSON object")
    return value


def listed(value: object, what: str, *, most: int) -> list[Any]:
    """`value`, if it is a list that is not too long."""
    if not isinstance(value, list) or len(value) > most:
        raise RefusedError(f"{what} must be a list of at most {most}")
    return value


def one_of(value: object, kind: Any, name: str) -> Any:
    """`value`, if it is one of the texts of the Literal `kind`; capitals do not matter."""
    allowed = get_args(kind)
    plain = value.strip().lower() if isinstance(value, str) else value
    if not isinstance(plain, str) or plain not in allowed:
        raise RefusedError(f"{shown(value)} is no {name} (allowed: {', '.join(allowed)})")
    return plain


def shown(value: object) -> str:
    """A value of the answer for a message: short, and without control characters."""
    return ascii(value)[:60] if not isinstance(value, str) or not value.isprintable() else repr(value[:60])


def plain_line(about: object) -> str:
    """`about`, if it is one short line of plain text; a refusal otherwise."""
    if not isinstance(about, str) or not about.strip():
        raise RefusedError("about is missing")
    line = " ".join(about.split())
    if len(line) > _ABOUT_CHARACTERS or len(line.split()) > ABOUT_KEPT:
        raise RefusedError(f"about has more than {ABOUT_WORDS} words")
    if not line.isprintable() or _MARKUP.search(line):
        raise RefusedError("about is not plain text")
    if not shows_something(line):
        raise RefusedError("about has nothing in it that can be read")
    return line


def shows_something(text: str) -> bool:
    """Whether there are two letters or digits in it that can be seen; some scripts have letters that are blank."""
    return sum(c.isalnum() and c not in _BLANK for c in text) > 1


def heading_of(item: object) -> str:
    """What an item calls itself, for messages: its own heading as printable text in quotation marks, "" without one."""
    about = item.get("about") if isinstance(item, dict) else None
    if not isinstance(about, str) or not about.strip():
        return ""
    return f" “{''.join(c for c in ' '.join(about.split()) if c.isprintable())[:80]}”"
