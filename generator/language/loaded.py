"""Words for one thing of which choosing one takes a side, a row a thing (en/loaded.tsv)."""

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

# So many letters of a word tell what it is derived from.
_ROOT = 4


class Choice(NamedTuple):
    """The words of each side for one thing. `called`: they only tell beside the name of what is meant.

    `roots`: of each side what other words of its may begin with ("rioter", "riot police"), where they name a happening
    or who is in it, of which there may be another the day after; else there are none.
    `signs` are, of each side, small letters of which some stand wherever one of its patterns is found.
    """

    called: bool
    words: tuple[str, ...]
    signs: tuple[tuple[str, ...], ...]
    roots: tuple[re.Pattern[str], ...] = ()

    @property
    def sides(self) -> tuple[re.Pattern[str], ...]:
        """A pattern for the words of each side; most are never asked for."""
        return tuple(map(_pattern, self.words))

    def may_be_in(self, text: str) -> bool:
        """Whether words of two sides may be in a text of small letters: far sooner told than by the patterns."""
        return sum(any(sign in text for sign in signs) for signs in self.signs) > 1


@cache
def choices() -> tuple[Choice, ...]:
    """All rows of the list."""
    text = (resources.files("generator.language") / "en" / "loaded.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(_choice(row[0], [cell for cell in row[1:] if cell.strip()]) for row in rows)


def _choice(referent: str, cells: list[str]) -> Choice:
    roots = tuple(map(_root, cells)) if referent == "deed" else ()
    return Choice(referent == "called", tuple(cells), tuple(map(_signs, cells)), roots)


def _root(cell: str) -> re.Pattern[str]:
    """Any word that begins as one of the words of a side does, which are no phrases."""
    words = (word.strip() for word in cell.split(";"))
    return re.compile(rf"\b(?:{'|'.join(word[:_ROOT] for word in words if ' ' not in word)})", re.IGNORECASE)


def _signs(cell: str) -> tuple[str, ...]:
    """The longest part of each of the words, without what a hyphen or a space may part from it."""
    words = (word.strip().lower() for word in cell.split(";"))
    return tuple(dict.fromkeys(max(re.split("[ -]", word), key=len) for word in words))


@cache
def _pattern(cell: str) -> re.Pattern[str]:
    """Any of the words of a side, plurals too, a hyphen for a space or the other way round."""
    words = sorted((word.strip() for word in cell.split(";")), key=len, reverse=True)
    any_of = "|".join(re.sub(r"\\?[ -]", "[ -]", re.escape(word)) for word in words)
    return re.compile(rf"(?<![\w-])(?:{any_of})(?:e?s)?(?![\w-])", re.IGNORECASE)
