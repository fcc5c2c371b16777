"""What a match of each pattern says."""

import re
from collections.abc import Callable

from generator.language.dates.parts import Expression, Shift
from generator.language.dates.words import MONTH_NUMBERS, NUMBERS, ORDINALS, WEEKDAY_NUMBERS
from generator.model.periods import SEASONS

_DAY_WORDS = {"yesterday": -1, "tomorrow": 1}
_SHIFTS: dict[str, Shift] = {"last": "last", "past": "last", "previous": "last", "coming": "next", "next": "next"}


def month_number(word: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    return MONTH_NUMBERS[word[:3].lower()]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 of a weekday's name or abbreviation."""
    return WEEKDAY_NUMBERS[word[:3].lower()]


def number_of(word: str) -> int:
    """The number that a word or the figures at its beginning say."""
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
        day=number_of(groups["day"] or groups["day2"]),
        to=number_of(to) if to else None,
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


def _read_weeks(match: re.Match[str]) -> Expression:
    """ "A week tomorrow", "two weeks ago today": a day so many weeks from one near."""
    weeks = _number_of_weeks(match) * (-1 if match["ago"] else 1)
    return Expression(kind="unit", unit="day", count=7 * weeks + _DAY_WORDS.get(match["from"], 0), shift="this")


def _number_of_weeks(match: re.Match[str]) -> int:
    return number_of(match["count"]) * (2 if match["unit"] == "fortnight" else 1)


def _read_months(match: re.Match[str]) -> Expression | None:
    """ "The first six months of 2020", "the three months to September 2023", "the year to June 2022"."""
    groups, year = match.groupdict(), int(match["year"])
    count = number_of(groups["count"]) if groups.get("count") else 12
    if not 1 < count <= 12:
        return None
    last = month_number(groups["month"]) if groups.get("month") else count if groups["edge"] == "first" else 12
    before = last - count
    start = Expression(kind="month", year=year if before >= 0 else year - 1, month=before % 12 + 1)
    return Expression(kind="stretch", ends=(start, Expression(kind="month", year=year, month=last)))


def _read_ago(match: re.Match[str]) -> Expression:
    ahead = -1 if match["unit"] and not match[0].endswith("ago") else 1
    return Expression(kind="ago", count=ahead * number_of(match["count"]), unit=match["unit"])


def _read_unit(match: re.Match[str]) -> Expression:
    groups = match.groupdict()
    if groups.get("off"):
        return Expression(kind="unit", unit="day", count=2 if groups["off"].startswith("after") else -2, shift="this")
    if groups.get("twice"):
        back = groups["twice"].startswith("before")
        return Expression(kind="unit", unit=groups["unit"], count=-1 if back else 1, shift="last" if back else "next")
    if groups.get("night"):
        return Expression(kind="unit", unit="overnight", shift="this")
    if groups.get("word"):
        return Expression(kind="unit", unit="day", count=_DAY_WORDS.get(groups["word"].lower(), 0), shift="this")
    if groups["unit"] == "night":
        return Expression(kind="unit", unit="day", count=-1 if _shift(groups["shift"]) == "last" else 0, shift="this")
    return Expression(kind="unit", unit=groups["unit"], shift=_shift(groups.get("shift")))


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
    first = int(match["year"])
    if short := groups.get("short"):
        # "2005-06" may be a month.
        last = first - first % 100 + int(short) if int(short) > 12 else 0
    else:
        last = int(match["to"])
    return Expression(kind="range", year=first, to=last) if first < last else None


def _read_anniversary(match: re.Match[str]) -> Expression:
    return Expression(kind="anniversary", count=int(match["count"]), base=match["base"].strip())


def _read_decade(match: re.Match[str]) -> Expression:
    return Expression(kind="decade", year=int(match["decade"]) * 10)


def _read_year(match: re.Match[str]) -> Expression:
    return Expression(kind="year", year=_year(match))


def _ordinal(word: str) -> int:
    return ORDINALS.get(word) or number_of(word)


def _read_slashed(match: re.Match[str]) -> Expression | None:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    year += (1900 if year > 68 else 2000) if year < 100 else 0
    if match["sign"] != "." and one != two and one <= 12 and two <= 12:
        return Expression(kind="ambiguous")
    day, month = (one, two) if two <= 12 else (two, one)
    return Expression(kind="day", year=year, month=month, day=day) if 0 < month <= 12 and 0 < day <= 31 else None


def _read_nth(match: re.Match[str]) -> Expression:
    month = month_number(match["month"]) if match["month"] else None
    shift = _shift(match["shift"]) if match["shift"] else ""
    count, weekday = _ordinal(match["nth"]), weekday_number(match["weekday"])
    return Expression(kind="nth", count=count, weekday=weekday, month=month, year=_year(match), shift=shift)


def _read_week(match: re.Match[str]) -> Expression:
    weekday = weekday_number(match["weekday"] or match["weekday2"] or match["weekday3"])
    shift = match["shift"] or match["shift2"]
    if shift:
        return Expression(kind="weekday", weekday=weekday, shift=_shift(shift), unit="week")
    weeks = (number_of(match["count"]) if match["count"] else 1) * (2 if "fortnight" in match[0] else 1)
    return Expression(kind="weekday", weekday=weekday, count=weeks, unit="week")


def _read_part(match: re.Match[str]) -> Expression | None:
    count = _ordinal(match["nth"])
    count = (4 if match["unit"] == "quarter" else 2) if count < 0 else count
    shift = _shift(match.groupdict().get("shift"))
    return (
        Expression(kind="part", count=count, unit=match["unit"], year=_year(match), shift=shift) if count <= 4 else None
    )


def _read_quarter(match: re.Match[str]) -> Expression:
    return Expression(kind="part", count=int(match["nth"]), unit="quarter", year=_year(match))


def _read_century(match: re.Match[str]) -> Expression | None:
    count = _ordinal(match["nth"])
    return Expression(kind="century", year=100 * (count - 1)) if 2 <= count <= 22 else None


def _read_named(match: re.Match[str]) -> Expression:
    return Expression(kind="named", base=match["name"].replace("'", "’"), year=_year(match))


def _read_later(match: re.Match[str]) -> Expression:
    if match["weekday"]:
        return Expression(kind="later", weekday=weekday_number(match["weekday"]))
    back = (match["way"] or match["way2"] or match["way3"]) in ("earlier", "previous", "before")
    count = number_of(match["count"]) if match["count"] else 1
    return Expression(
        kind="later", count=-count if back else count, unit=match["unit"] or match["unit2"] or match["unit3"]
    )


def _read_span(match: re.Match[str]) -> Expression | None:
    first, last = number_of(match["day"] or match["day2"]), number_of(match["to"] or match["to2"])
    month = month_number(match["month"] or match["month2"])
    return Expression(kind="day", year=_year(match), month=month, day=first, to=last) if first < last else None


def _read_across(match: re.Match[str]) -> Expression:
    """ "Dec. 28-Jan. 3": the year, where it is told, is that of the end."""
    months = month_number(match["month"]), month_number(match["month2"])
    year = _year(match)
    first = year - 1 if year and months[0] > months[1] else year
    start = Expression(kind="day", year=first, month=months[0], day=number_of(match["day"]))
    end = Expression(kind="day", year=year, month=months[1], day=number_of(match["day2"]))
    return Expression(kind="stretch", ends=(start, end))


def _read_nth_day(match: re.Match[str]) -> Expression:
    return Expression(kind="day", day=number_of(match["day"]))


READERS: dict[str, Callable[[re.Match[str]], Expression | None]] = {
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
    "slashed": _read_slashed,
    "nth": _read_nth,
    "week": _read_week,
    "part": _read_part,
    "quarter": _read_quarter,
    "months": _read_months,
    "across": _read_across,
    "weeks": _read_weeks,
    "century": _read_century,
    "named": _read_named,
    "later": _read_later,
    "span": _read_span,
    "nth_day": _read_nth_day,
    "year": _read_year,
}
