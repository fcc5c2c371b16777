"""The grammar of English date expressions: where they stand in a text, and what each one says.

A shared vocabulary of pure text functions; steps may import it.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal

from msgspec.structs import replace

from generator.model.periods import SEASONS
from generator.model.record import Record

Kind = Literal["day", "weekday", "month", "season", "year", "decade", "unit", "ago", "edge", "anniversary", "range"]
Shift = Literal["last", "this", "next", ""]


class Expression(Record, frozen=True):
    """What one expression says; what it leaves open is None, "" or 0.

    `weekday` counts from Monday 0, `season` is its first month, `shift` looks from the time of writing, `count` and
    `unit` belong to "two years ago", `edge` is 1 or -1 for the first or last day, `to` is the last day, month or year
    of a range, `since` says that it goes on from there. `base` is what an anniversary is of.
    """

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    to: int | None = None
    weekday: int | None = None
    season: int | None = None
    shift: Shift = ""
    count: int = 0
    unit: str = ""
    edge: int = 0
    base: str = ""
    since: bool = False


class Found(Record, frozen=True):
    """An expression with its place in the text searched."""

    start: int
    end: int
    expression: Expression


_MONTHS = "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)?|May|Ju(?:ne|n\\.)|Ju(?:ly|l\\.)"
_MONTHS += "|Aug(?:ust|\\.)?|Sep(?:tember|t?\\.|t)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
MONTH_NUMBERS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = f"(?:{_MONTHS}|JAN(?:UARY)?|FEB(?:RUARY)?|MARCH|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?"
MONTH += "|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
WEEKDAY_NUMBERS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
WEEKDAY = f"(?:{_WEEKDAYS}|{_WEEKDAYS.upper()})"
_SHORT_WEEKDAY = "(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\."
_SEASON = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_YEAR = "(?:1[5-9]\\d\\d|20\\d\\d)"
_DAY = "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?!\\d|[:.,]\\d|%)"
_NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen"),
)
NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS)} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30}
_NUMBER = f"(?:{'|'.join(NUMBERS)}|\\d{{1,2}})"
_PART = "(?:[Ee]arl(?:y|ier)|[Mm]id(?:dle)?|[Ll]ater?)"
_SHIFT = "(?P<shift>(?i:(?:the |this )?(?:last|past|previous|coming|next)|this))"
_HOURS = "(?: (?:morning|afternoon|evening|night))?"
_BASE = "(?:the )?(?:(?:end|start|beginning|outbreak|birth|death|founding|fall|signing) of )?[\\w’'. -]{3,50}?"

# Of two that overlap, the one whose pattern stands first here wins: the most telling come first.
_PATTERNS: tuple[tuple[str, str, str], ...] = (
    (
        "anniversary",
        "anniversary",
        f"(?P<count>\\d{{1,3}})(?:st|nd|rd|th) anniversary of (?P<base>{_BASE})"
        "(?=[,;:)”\"\n.]|$|\\s(?:in|on|at|with|by|this|next|last)\\b)",
    ),
    (
        "edge",
        "edge",
        f"the (?P<edge>first|last) day of (?:(?P<month>{MONTH})(?:,? (?P<year>{_YEAR}))?|(?P<only>{_YEAR}))",
    ),
    ("range", "year", f"between (?P<year>{_YEAR}) and (?P<to>{_YEAR})"),
    ("range", "year", f"(?:from )?(?P<year>{_YEAR})(?: ?[-–] ?| (?:to|until|through) )(?P<to>{_YEAR})"),
    ("day", "year", f"(?P<year>{_YEAR})-(?P<number>[01]\\d)-(?P<day>[0-3]\\d)"),
    (
        "day",
        "month",
        f"(?:(?P<weekday>{WEEKDAY}|{_SHORT_WEEKDAY}){_HOURS},? (?P<paren>\\()?(?:the )?)?"
        f"(?:(?P<month>{MONTH}) (?P<day>{_DAY})(?: ?[-–] ?(?P<to>{_DAY}))?"
        f"|(?P<day2>{_DAY})(?: ?[-–] ?(?P<to2>{_DAY}))? (?:of )?(?P<month2>{MONTH}))"
        f"(?:,? (?P<year>{_YEAR}))?(?(paren)\\)?)",
    ),
    ("range", "year", f"(?P<month>{MONTH}) ?(?:and|or|to|through|[-–]) ?(?P<to>{MONTH}),? (?:of )?(?P<year>{_YEAR})"),
    ("month", "month", f"(?:{_PART}[- ])?(?P<month>{MONTH})(?:,| of)? (?P<year>{_YEAR})"),
    ("month", "month", f"(?P<month>{MONTH}) (?:of )?(?P<shift>last|this|next) year"),
    ("month", "month", f"{_SHIFT} (?P<month>{MONTH})"),
    ("month", "month", f"(?:{_PART}[- ])?(?P<month>{MONTH})"),
    ("season", "season", f"(?:the )?(?P<season>{_SEASON})(?: of)? (?P<year>{_YEAR})"),
    ("season", "season", f"{_SHIFT} (?P<season>{_SEASON})"),
    ("weekday", "weekday", f"(?:{_SHIFT} )?(?P<weekday>{WEEKDAY}){_HOURS}"),
    ("ago", "ago", f"(?P<count>(?i:{_NUMBER})) (?P<unit>day|week|month|year|decade)s? ago"),
    (
        "unit",
        "unit",
        f"(?<!the )(?:{_PART} )?(?P<shift>(?i:(?:this )?(?:last|past|coming|next)|this)) "
        "(?P<unit>weekend|week|month|year|decade|night)",
    ),
    ("unit", "today", "(?P<word>(?i:yesterday|today|tonight|tomorrow)|(?i:this (?:morning|afternoon|evening)))"),
    ("decade", "year", "(?:the )?(?P<decade>1[5-9]\\d|20\\d)0s"),
    ("year", "year", f"(?:{_PART}[- ])?(?P<year>{_YEAR})"),
)  # fmt: skip
_COMPILED = tuple(
    (kind, hint, re.compile(rf"(?<![\w$€£#.\-]){pattern}(?!\w|%|[.,]\d)")) for kind, hint, pattern in _PATTERNS
)
# The words without which a pattern cannot match: most of a text is never searched.
_HINTS = {
    **dict.fromkeys(MONTH_NUMBERS, "month"),
    **dict.fromkeys(WEEKDAY_NUMBERS, "weekday"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(("week", "weekend", "month", "year", "decade", "night"), "unit"),
    **dict.fromkeys(("yesterday", "today", "tonight", "tomorrow", "morning", "afternoon", "evening"), "today"),
    "ago": "ago",
    "anniversary": "anniversary",
    "day": "edge",
}
_WORDS = re.compile(r"[A-Za-z]+|\d{4}")
_SINCE = re.compile(r"(?i)\bsince (?:the )?$")
# "today" and its like as (unit, shift in days); "last night" is the evening before.
_DAY_WORDS = {"yesterday": -1, "tomorrow": 1}
_SHIFTS: dict[str, Shift] = {"last": "last", "past": "last", "previous": "last", "coming": "next", "next": "next"}


def find(text: str) -> Iterator[Found]:
    """The date expressions of `text` in order, none inside another; bare numbers that may be years are included."""
    found: list[Found] = []
    taken = bytearray(len(text))
    hints = {"year" if word.isdigit() else _hint(word) for word in set(_WORDS.findall(text))}
    for kind, hint, pattern in _COMPILED:
        if hint not in hints:
            continue
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            expression = _READERS[kind](match)
            if expression is not None:
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                found.append(Found(start=match.start(), end=match.end(), expression=expression))
    for item in sorted(found, key=lambda item: item.start):
        since = _SINCE.search(text[max(0, item.start - 12) : item.start])
        if since:
            yield replace(item, start=item.start - len(since[0]), expression=replace(item.expression, since=True))
        else:
            yield item


@lru_cache(maxsize=65536)
def _hint(word: str) -> str:
    """Which patterns a word may be part of; names of months and weekdays are known by their first three letters."""
    lower = word.lower()
    return _HINTS.get(lower) or (_HINTS.get(lower[:3], "") if word[0].isupper() else "")


@lru_cache(maxsize=65536)
def read(words: str) -> Expression | None:
    """The expression that exactly these words make, or None: `read(text[f.start:f.end])` gives what `find` found."""
    since = re.match(r"(?i)since (?:the )?", words)
    bare = words[since.end() :] if since else words
    for kind, _, pattern in _COMPILED:
        match = pattern.fullmatch(bare)
        expression = _READERS[kind](match) if match else None
        if expression is not None:
            return replace(expression, since=True) if since else expression
    return None


def month_number(word: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    return MONTH_NUMBERS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 of a weekday's name or abbreviation."""
    return WEEKDAY_NUMBERS.index(word[:3].lower())


def _number(word: str) -> int:
    return int(digits[0]) if (digits := re.match(r"\d+", word)) else NUMBERS[word.lower()]


def _shift(word: str | None) -> Shift:
    """ "the past", "this coming", "this past" look where their last word looks; "this" alone at the time itself."""
    return "" if not word else _SHIFTS.get(word.lower().split()[-1], "this")


def _year(match: re.Match[str]) -> int | None:
    year = match.groupdict().get("year")
    return int(year) if year else None


def _read_day(match: re.Match[str]) -> Expression | None:
    groups = match.groupdict()
    if groups.get("number"):
        number = int(groups["number"])
        return (
            Expression(kind="day", year=_year(match), month=number, day=int(groups["day"]))
            if number in range(1, 13)
            else None
        )
    to, weekday = groups["to"] or groups["to2"], groups["weekday"]
    return Expression(
        kind="day",
        year=_year(match),
        month=month_number(groups["month"] or groups["month2"]),
        day=_number(groups["day"] or groups["day2"]),
        to=_number(to) if to else None,
        weekday=weekday_number(weekday) if weekday else None,
    )


def _read_month(match: re.Match[str]) -> Expression:
    shift = _shift(match.groupdict().get("shift"))
    unit = "year" if shift and match[0].endswith("year") else ""
    return Expression(kind="month", month=month_number(match["month"]), year=_year(match), shift=shift, unit=unit)


def _read_season(match: re.Match[str]) -> Expression:
    shift = _shift(match.groupdict().get("shift"))
    return Expression(kind="season", season=SEASONS[match["season"].lower()], year=_year(match), shift=shift)


def _read_weekday(match: re.Match[str]) -> Expression:
    return Expression(kind="weekday", weekday=weekday_number(match["weekday"]), shift=_shift(match["shift"]))


def _read_ago(match: re.Match[str]) -> Expression:
    return Expression(kind="ago", count=_number(match["count"]), unit=match["unit"])


def _read_unit(match: re.Match[str]) -> Expression:
    groups = match.groupdict()
    if groups.get("word"):
        return Expression(kind="unit", unit="day", count=_DAY_WORDS.get(groups["word"].lower(), 0), shift="this")
    if groups["unit"] == "night":
        return Expression(kind="unit", unit="day", count=-1 if _shift(groups["shift"]) == "last" else 0, shift="this")
    return Expression(kind="unit", unit=groups["unit"], shift=_shift(groups["shift"]))


def _read_edge(match: re.Match[str]) -> Expression:
    year = match["year"] or match["only"]
    return Expression(
        kind="edge",
        edge=1 if match["edge"] == "first" else -1,
        year=int(year) if year else None,
        month=month_number(match["month"]) if match["month"] else None,
    )


def _read_range(match: re.Match[str]) -> Expression | None:
    groups = match.groupdict()
    if groups.get("month"):
        months = month_number(groups["month"]), month_number(groups["to"])
        return (
            Expression(kind="range", year=_year(match), month=months[0], to=months[1])
            if months[0] < months[1]
            else None
        )
    first, last = int(match["year"]), int(match["to"])
    return Expression(kind="range", year=first, to=last) if first < last else None


def _read_anniversary(match: re.Match[str]) -> Expression:
    return Expression(kind="anniversary", count=int(match["count"]), base=match["base"].strip())


def _read_decade(match: re.Match[str]) -> Expression:
    return Expression(kind="decade", year=int(match["decade"]) * 10)


def _read_year(match: re.Match[str]) -> Expression:
    return Expression(kind="year", year=_year(match))


_READERS: dict[str, Callable[[re.Match[str]], Expression | None]] = {
    "anniversary": _read_anniversary,
    "edge": _read_edge,
    "range": _read_range,
    "day": _read_day,
    "month": _read_month,
    "season": _read_season,
    "weekday": _read_weekday,
    "ago": _read_ago,
    "unit": _read_unit,
    "decade": _read_decade,
    "year": _read_year,
}
