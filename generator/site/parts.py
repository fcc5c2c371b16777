"""Long indexes in parts, by letter or by month: no page of a large site may weigh megabytes."""

import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.matching.slug import digest, slug

MOST_NAMES = 2000
"""Rows of names on one page; those of 300 articles are some 1,600."""
NAMES_A_PART = 800
"""Rows of names, each with events, on a page of a part."""
MOST_LINES = 1000
"""Rows that are sentences."""
MOST_SOURCES = 400
"""Rows that are articles, each of half a kilobyte."""

_LETTERS = 3
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)

Part = str
"""What an index calls one of its parts: a letter or the first few, a month, a day, a day and letters; "" for none."""


def by_name(names: Mapping[str, str], most: int = MOST_NAMES, in_part: int = NAMES_A_PART) -> dict[str, Part]:
    """The part of the index of each id, by its name's first letters; none where all fit one page.

    A part hangs on nothing but the name and how many begin like it, so that what is added elsewhere moves no row.
    """
    return _split(names, lambda id_: _beginnings(names[id_]), most, in_part)


def by_date(
    dates: Mapping[str, str],
    rows: Mapping[str, int] | None = None,
    most: int = MOST_LINES,
    in_part: int = MOST_LINES,
    *,
    names: Mapping[str, str],
) -> dict[str, Part]:
    """The part of the index of each id, by its EDTF date: the month, or the day; none where all fit one page.

    Of what is of one day, or undated, and still too much, a part is what of `names` begins alike.
    `rows` says how many an id takes, where that is not one.
    """
    return _split(dates, lambda id_: _calendar(dates[id_], names[id_]), most, in_part, rows)


def initial(name: str) -> str:
    """The letter a name is found under, without accents; "" when it begins with no letter."""
    return _beginnings(name)[0]


def page_of_part(index: str, part: Part) -> str:
    """The page of a part of the index page `index`."""
    return f"{posixpath.dirname(index)}/all/{file_of_part(part)}.md"


def file_of_part(part: Part) -> str:
    """What the file of a part is called, which no other part of the index is."""
    plain = slug(part) if part else "other"
    return plain if not part or plain == part.lower() else f"{plain}-{digest(part)}"


def day_of_part(part: Part) -> tuple[str, str]:
    """The month or day of a part by date, "" for none, and the letters that it begins with, if it is of some alone."""
    day = _DAY.match(part)
    return (day[0], part[day.end() :].strip()) if day else ("", part)


def _split(
    ids: Iterable[str],
    parts: Callable[[str], Sequence[Part]],
    most: int,
    in_part: int,
    rows: Mapping[str, int] | None = None,
) -> dict[str, Part]:
    taken = {id_: (rows or {}).get(id_, 1) for id_ in ids}
    if sum(taken.values()) <= most:
        return {}
    levels = {id_: parts(id_) for id_ in taken}
    held: Counter[Part] = Counter()
    for id_, names in levels.items():
        held.update(dict.fromkeys(names, taken[id_]))
    return {id_: next((name for name in names if held[name] <= in_part), names[-1]) for id_, names in levels.items()}


def _beginnings(name: str) -> tuple[Part, ...]:
    """The first letter of a name, its first two and its first three, without accents."""
    plain = "".join(character for character in unicodedata.normalize("NFKD", name) if character.isalnum())
    if not plain[:1].isalpha():
        return ("",)
    return tuple(plain[:count].upper()[:1] + plain[1:count].lower() for count in range(1, _LETTERS + 1))


def _calendar(edtf: str, name: str) -> tuple[Part, ...]:
    """The month and the day on which a date begins (a year alone, or "" for none), and those with a name's letters."""
    day = _DAY.match(edtf)
    days = (day[0][:7], day[0]) if day else ("",)
    return (*days, *(f"{days[-1]} {letters}".strip() for letters in _beginnings(name)))
