"""What a match of each pattern says."""

import re
from collections.abc import Callable
from typing import cast

from msgspec.structs import replace

from generator.language.dates.parts import Expression, Kind, Shift
from generator.language.dates.words import MONTH_NUMBERS, NUMBERS, ORDINALS, WEEKDAY_NUMBERS
from generator.model.periods import SEASONS

_DAY_WORDS = {"yesterday": -1, "tomorrow": 1}
_SHIFTS: dict[str, Shift] = {"last": "last", "past": "last", "previous": "last", "coming": "next", "next": "next"}
_EDGES = {"first": 1, "last": -1}


def number_of(word: str) -> int:
    """The number that a word or the figures at its beginning say."""
    return int(digits[0]) if (digits := re.match(r"\d+", word)) else NUMBERS[word.lower()]


def expression_of(kind: str, match: re.Match[str]) -> Expression | None:
    """What a match of a pattern of that kind says, None where it can be no date."""
    groups = {name.rstrip("23"): told for name, told in match.groupdict().items() if told}
    reader = _READERS.get(kind)
    return reader(groups, match) if reader else _plain(kind, groups)


def _plain(kind: str, groups: dict[str, str]) -> Expression | None:
    """What the named groups say one by one."""
    month = _month(groups["month"]) if "month" in groups else int(groups["number"]) if "number" in groups else None
    if month is not None and not 1 <= month <= 12:
        return None
    return Expression(
        kind=cast("Kind", kind),
        year=int(groups["decade"]) * 10 if "decade" in groups else int(groups["year"]) if "year" in groups else None,
        month=month,
        day=number_of(groups["day"]) if "day" in groups else None,
        to=number_of(groups["to"]) if "to" in groups else None,
        weekday=WEEKDAY_NUMBERS[groups["weekday"][:3].lower()] if "weekday" in groups else None,
        season=SEASONS[groups["season"].lower()] if "season" in groups else None,
        shift=_shift(groups.get("shift", "")),
        count=ORDINALS.get(groups["nth"]) or number_of(groups["nth"]) if "nth" in groups else 0,
        unit=groups.get("unit", ""),
        edge=_EDGES[groups["edge"]] if "edge" in groups else 0,
        base=groups.get("name", "").replace("'", "’"),
    )


def _month(word: str) -> int:
    return MONTH_NUMBERS[word[:3].lower()]


def _shift(word: str) -> Shift:
    """ "the past", "this coming", "this past" look where their last word looks; "this" alone at the time itself."""
    return _SHIFTS.get(word.lower().split()[-1], "this") if word else ""


def _read_weeks(groups: dict[str, str], _: re.Match[str]) -> Expression:
    """ "A week tomorrow", "two weeks ago today": a day so many weeks from one near."""
    weeks = number_of(groups["count"]) * (2 if groups["unit"] == "fortnight" else 1) * (-1 if "ago" in groups else 1)
    return Expression(kind="unit", unit="day", count=7 * weeks + _DAY_WORDS.get(groups["from"], 0), shift="this")


def _read_months(groups: dict[str, str], _: re.Match[str]) -> Expression | None:
    """ "The first six months of 2020", "the three months to September 2023", "the year to June 2022"."""
    year, count = int(groups["year"]), number_of(groups["count"]) if "count" in groups else 12
    if not 1 < count <= 12:
        return None
    last = _month(groups["month"]) if "month" in groups else count if groups["edge"] == "first" else 12
    before = last - count
    start = Expression(kind="month", year=year if before >= 0 else year - 1, month=before % 12 + 1)
    return Expression(kind="stretch", ends=(start, Expression(kind="month", year=year, month=last)))


def _read_ago(groups: dict[str, str], match: re.Match[str]) -> Expression:
    ahead = 1 if match[0].endswith("ago") else -1
    return Expression(kind="ago", count=ahead * number_of(groups["count"]), unit=groups["unit"])


def _read_unit(groups: dict[str, str], _: re.Match[str]) -> Expression:
    shift = _shift(groups.get("shift", ""))
    if "off" in groups:
        return Expression(kind="unit", unit="day", count=2 if groups["off"].startswith("after") else -2, shift="this")
    if "twice" in groups:
        back = groups["twice"].startswith("before")
        return Expression(kind="unit", unit=groups["unit"], count=-1 if back else 1, shift="last" if back else "next")
    if "night" in groups:
        return Expression(kind="unit", unit="overnight", shift="this")
    if "word" in groups:
        return Expression(kind="unit", unit="day", count=_DAY_WORDS.get(groups["word"].lower(), 0), shift="this")
    if groups["unit"] == "night":
        return Expression(kind="unit", unit="day", count=-1 if shift == "last" else 0, shift="this")
    return Expression(kind="unit", unit=groups["unit"], shift=shift)


def _read_range(groups: dict[str, str], _: re.Match[str]) -> Expression | None:
    first = int(groups["year"])
    if "month" in groups:
        months = _month(groups["month"]), _month(groups["to"])
        return Expression(kind="range", year=first, month=months[0], to=months[1]) if months[0] < months[1] else None
    if short := groups.get("short"):
        # "2005-06" may be a month.
        last = first - first % 100 + int(short) if int(short) > 12 else 0
    else:
        last = int(groups["to"])
    return Expression(kind="range", year=first, to=last) if first < last else None


def _read_anniversary(groups: dict[str, str], _: re.Match[str]) -> Expression:
    return Expression(kind="anniversary", count=int(groups["count"]), base=groups["base"].strip())


def _read_slashed(groups: dict[str, str], _: re.Match[str]) -> Expression | None:
    one, two, year = int(groups["one"]), int(groups["two"]), int(groups["year"])
    year += (1900 if year > 68 else 2000) if year < 100 else 0
    if groups["sign"] != "." and one != two and one <= 12 and two <= 12:
        return Expression(kind="ambiguous")
    day, month = (one, two) if two <= 12 else (two, one)
    return Expression(kind="day", year=year, month=month, day=day) if 0 < month <= 12 and 0 < day <= 31 else None


def _read_week(groups: dict[str, str], match: re.Match[str]) -> Expression:
    weekday, shift = WEEKDAY_NUMBERS[groups["weekday"][:3].lower()], _shift(groups.get("shift", ""))
    if shift:
        return Expression(kind="weekday", weekday=weekday, shift=shift, unit="week")
    weeks = (number_of(groups["count"]) if "count" in groups else 1) * (2 if "fortnight" in match[0] else 1)
    return Expression(kind="weekday", weekday=weekday, count=weeks, unit="week")


def _read_part(groups: dict[str, str], _: re.Match[str]) -> Expression | None:
    part = _plain("part", {"unit": "quarter"} | groups)
    if part and part.count < 0:
        return replace(part, count=4 if part.unit == "quarter" else 2)
    return part if part and part.count <= 4 else None


def _read_century(groups: dict[str, str], _: re.Match[str]) -> Expression | None:
    count = ORDINALS.get(groups["nth"]) or number_of(groups["nth"])
    return Expression(kind="century", year=100 * (count - 1)) if 2 <= count <= 22 else None


def _read_later(groups: dict[str, str], _: re.Match[str]) -> Expression | None:
    if "weekday" in groups:
        return _plain("later", groups)
    count = number_of(groups["count"]) if "count" in groups else 1
    back = groups["way"] in ("earlier", "previous", "before")
    return Expression(kind="later", count=-count if back else count, unit=groups["unit"])


def _read_span(groups: dict[str, str], _: re.Match[str]) -> Expression | None:
    span = _plain("day", groups)
    return span if span and span.day and span.to and span.day < span.to else None


def _read_across(groups: dict[str, str], match: re.Match[str]) -> Expression:
    """ "Dec. 28-Jan. 3": the year, where it is told, is that of the end."""
    months = _month(match["month"]), _month(match["month2"])
    year = int(groups["year"]) if "year" in groups else None
    first = year - 1 if year and months[0] > months[1] else year
    start = Expression(kind="day", year=first, month=months[0], day=number_of(match["day"]))
    end = Expression(kind="day", year=year, month=months[1], day=number_of(match["day2"]))
    return Expression(kind="stretch", ends=(start, end))


_READERS: dict[str, Callable[[dict[str, str], re.Match[str]], Expression | None]] = {
    "anniversary": _read_anniversary,
    "range": _read_range,
    "ago": _read_ago,
    "unit": _read_unit,
    "slashed": _read_slashed,
    "week": _read_week,
    "part": _read_part,
    "months": _read_months,
    "across": _read_across,
    "weeks": _read_weeks,
    "century": _read_century,
    "later": _read_later,
    "span": _read_span,
}
