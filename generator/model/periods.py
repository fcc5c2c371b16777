"""Stretches of days and their EDTF form; pure arithmetic, shared by the steps that deal with time.

Days are proleptic Gregorian ordinals (`datetime.date.toordinal`), both ends included. EDTF is the Extended
Date/Time Format of ISO 8601-2 (Library of Congress, 2019): seasons are 21 spring to 24 winter.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, date
from functools import lru_cache
from typing import Literal

from generator.model.record import Record

Unit = Literal["day", "week", "month", "season", "year", "decade", "span"]

# Meteorological seasons of the northern hemisphere: the first month of each; EDTF 21-24 name no hemisphere.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
SEASON_CODES = {3: 21, 6: 22, 9: 23, 12: 24}
CODE_SEASONS = {code: first for first, code in SEASON_CODES.items()}
LAST = date(MAXYEAR, 12, 31).toordinal()


class Period(Record, frozen=True):
    """The days from `low` to `high`; `unit` is how finely it was told, `open` that it goes on from there."""

    low: int
    high: int
    unit: Unit = "day"
    open: bool = False

    @property
    def days(self) -> int:
        """Number of days."""
        return self.high - self.low + 1


def is_day(date: str) -> bool:
    """Whether an EDTF date is one single day."""
    found = period(date)
    return found is not None and found.days == 1


def in_time(date: str) -> tuple[int, int]:
    """What EDTF dates are sorted by: the first and the last possible day, after all others where there is none."""
    found = period(date) if date else None
    return (found.low, found.high) if found else (LAST, LAST)


def day(ordinal: int) -> Period:
    """One day."""
    return Period(low=ordinal, high=ordinal)


def week(ordinal: int, shift: int = 0) -> Period:
    """The ISO week (Monday to Sunday) of a day, or `shift` weeks from it."""
    monday = ordinal - (ordinal - 1) % 7 + 7 * shift
    return Period(low=monday, high=monday + 6, unit="week")


def month(year: int, number: int) -> Period:
    """One month; `number` may run over the year's ends (0 is the December before)."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    low = date(year, number, 1).toordinal()
    return Period(low=low, high=low + monthrange(year, number)[1] - 1, unit="month")


def season(year: int, first: int) -> Period:
    """The three months from month `first`; a winter is named for the year of its December."""
    return Period(low=month(year, first).low, high=month(year, first + 2).high, unit="season")


def year_of(year: int) -> Period:
    """One calendar year."""
    return Period(low=date(year, 1, 1).toordinal(), high=date(year, 12, 31).toordinal(), unit="year")


def cover(first: Period, last: Period) -> Period:
    """The stretch from the one to the other, of the coarser unit of the two."""
    unit = max(first.unit, last.unit, key=("day", "week", "month", "season", "year", "decade", "span").index)
    return Period(low=min(first.low, last.low), high=max(first.high, last.high), unit=unit)


def edtf(period: Period) -> str:
    """A period as EDTF, as coarse as its unit: `2024-01-16`, `2024-01`, `2024-23`, `2024`, `199X`, or an interval."""
    start, end = date.fromordinal(period.low), date.fromordinal(period.high)
    text = _whole(start, end, period.unit) or f"{_ends(start, period.unit, True)}/{_ends(end, period.unit, False)}"
    if period.open:
        return f"{text.split('/')[0]}/.."
    return text


def _whole(start: date, end: date, unit: Unit) -> str:
    """The EDTF of a stretch that is exactly one day, month, season, year or decade, else ""."""
    if start == end:
        return start.isoformat()
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return ""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    named = {(1, start.month): f"{start:%Y-%m}", (12, 1): f"{start:%Y}"}
    if unit == "season":
        named |= {(3, first): f"{start:%Y}-{SEASON_CODES[first]}" for first in (3, 6, 9)}
    if start.year % 10 == 0:
        named[120, 1] = f"{start.year // 10}X"
    if start.year % 100 == 0:
        named[1200, 1] = f"{start.year // 100}XX"
    return named.get((months, start.month), "")


def _ends(end: date, unit: Unit, is_start: bool) -> str:
    if unit in ("day", "week"):
        return end.isoformat()
    if unit in ("year", "decade"):
        return f"{end:%Y}"
    if unit == "season" and is_start and end.month in SEASON_CODES and end.month != 12:
        return f"{end:%Y}-{SEASON_CODES[end.month]}"
    return f"{end:%Y-%m}"


@lru_cache(maxsize=4096)
def period(text: str) -> Period | None:
    """The period of an EDTF string, or None for one without two ends in the common calendar; `..` runs to year 9999."""
    plain = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    try:
        if plain and plain[3]:
            return day(date.fromisoformat(text).toordinal())
        if plain and (not plain[2] or int(plain[2]) <= 12):
            return month(int(plain[1]), int(plain[2])) if plain[2] else year_of(int(plain[1]))
        if named := re.fullmatch(r"(\d{4})-(2[1-4])", text):
            return season(int(named[1]), CODE_SEASONS[int(named[2])])
        return _parsed(text) if text else None
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None


def _parsed(text: str) -> Period | None:
    start, _, end = text.partition("/")
    if end == "..":
        first = period(start)
        return first and Period(low=first.low, high=LAST, unit=first.unit, open=True)
    if end:
        first, last = period(start), period(end)
        return cover(first, last) if first and last and first.low <= last.high else None
    from edtf import parse_edtf  # noqa: PLC0415 - seldom needed, and its grammar takes long to load

    found = parse_edtf(text, fail_silently=True)
    if found is None:
        return None
    low, high = found.lower_strict(), found.upper_strict()
    ends = date(low.tm_year, low.tm_mon, low.tm_mday), date(high.tm_year, high.tm_mon, high.tm_mday)
    return Period(low=ends[0].toordinal(), high=ends[1].toordinal(), unit="span")
