"""What a date expression comes to, seen from the day it was written."""

from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from generator.account.dates.feasts import by_rule, well_known_year
from generator.account.dates.weekdays import after, nth_weekday, since, until
from generator.language.dates.parts import Expression
from generator.language.dates.words import NAMED_DAYS
from generator.model.periods import LAST, Period, cover, day, month, season, week, year_of
from generator.model.story import Tense

# A month without a year or a telling verb is the one within so many days of the writing; the next is then twice as far.
PLAINLY_NEAR = 122
FAR_BACK = 300
# The present tense tells of what is to come as well as of what lasts: "it runs until February".
_UNTOLD = ("open", "present")


@lru_cache(maxsize=65536)
def resolve(expression: Expression, written: int, tense: Tense = "past") -> Period | None:
    """The period that `expression` means in a text of day `written` (an ordinal), or None if it is left open."""
    found = _RESOLVERS[expression.kind](expression, written, tense)
    if found is None or not expression.since:
        return found
    return Period(low=found.low, high=max(found.high, LAST), unit=found.unit, open=True)


def absolute(expression: Expression) -> Period | None:
    """The period of an expression that says its year itself, whenever it was written; else None."""
    if expression.ends:
        years = all(end.year is not None for end in expression.ends)
        return _RESOLVERS[expression.kind](expression, 1, "past") if years else None
    if expression.kind == "ambiguous" or (expression.year is None and expression.kind != "anniversary"):
        return None
    found = _RESOLVERS[expression.kind](expression, 1, "past")
    if found is None or not expression.since:
        return found
    return Period(low=found.low, high=LAST, unit=found.unit, open=True)


def _day(expression: Expression, written: int, tense: Tense) -> Period | None:
    if expression.day is None:
        return None
    if expression.month is None:
        return _day_of_month(expression.day, written, tense)
    if expression.year is not None:
        years = [expression.year]
    else:
        here = date.fromordinal(written).year
        years = [here, here + 1, here - 1] if tense == "future" else [here, here - 1, here + 1]
    found = [d for y in years if (d := _valid(y, expression.month, expression.day)) is not None]
    if expression.weekday is not None and expression.year is None:
        # "Monday, March 18" is that of a year in which it is a Monday.
        found = [d for d in found if not since(expression.weekday, d)]
        if len(found) == 1:
            return _until(expression, found[0])
    if tense in _UNTOLD and expression.year is None:
        near = _nearest([day(d) for d in found], written)
        return _until(expression, near.low) if near else None
    fitting = [d for d in found if expression.year is not None or _on_side(d, written, tense)]
    if not fitting:
        return None
    first = fitting[0]
    if expression.year is None and _is_far_back(written - first, tense):
        return None
    if expression.year is None and first - written > FAR_BACK:
        # A day so far ahead would have its year: the clause is of one just gone.
        first = min(found, key=lambda d: abs(d - written))
    return _until(expression, first)


def _until(expression: Expression, first: int) -> Period:
    """The day, or the days from it to the last that the expression names."""
    days = (expression.to or 0) - (expression.day or 0)
    return Period(low=first, high=first + days) if expression.to and days > 0 else day(first)


def _day_of_month(number: int, written: int, tense: Tense) -> Period | None:
    """ "On the 14th": of this month, or of the next or last one where the clause looks there."""
    here = date.fromordinal(written)
    step = 1 if tense in ("future", "present") else -1
    months = (date.fromordinal(month(here.year, here.month + n).low) for n in (0, step))
    days = (_valid(m.year, m.month, number) for m in months)
    ahead = tense in ("future", "present")
    fitting = [d for d in days if d is not None and (d >= written if ahead else d <= written)]
    return day(fitting[0]) if fitting and tense != "open" else None


def _is_far_back(days: int, tense: Tense) -> bool:
    """Whether a past so long gone would have been given its year: then the date is more likely that of a plan."""
    return tense == "past" and days > FAR_BACK


def _on_side(found: int, written: int, tense: Tense) -> bool:
    """Whether a day without a year lies on the side its clause looks to; a week's slack for a wrongly read tense."""
    return found >= written - 7 if tense == "future" else found <= written + 7


def _valid(year: int, number: int, of: int) -> int | None:
    try:
        return date(year, number, of).toordinal()
    except ValueError:
        return None


def _weekday(expression: Expression, written: int, tense: Tense) -> Period | None:
    if expression.weekday is None:
        return None
    if expression.unit == "week" and expression.shift:
        return day(week(written, _STEP[expression.shift]).low + expression.weekday)
    if expression.unit == "week":
        return day(after(expression.weekday, written) + 7 * expression.count)
    if tense == "open":
        return None
    if expression.shift == "last":
        return day(written - (since(expression.weekday, written) or 7))
    if expression.shift == "next":
        return day(after(expression.weekday, written))
    if tense in ("future", "present"):
        return day(written + until(expression.weekday, written))
    return day(written - since(expression.weekday, written))


def _month(expression: Expression, written: int, tense: Tense) -> Period | None:
    here = date.fromordinal(written)
    number = expression.month or 1
    if expression.year is not None:
        return month(expression.year, number)
    if expression.unit == "year":
        return month(here.year + _STEP[expression.shift], number)
    if not expression.shift and tense in _UNTOLD:
        return _nearest([month(here.year + step, number) for step in (0, -1, 1)], written)
    if expression.shift == "last":
        # "last June", written in October: this year's or the one before? English leaves that open.
        return month(here.year - 1, number) if number >= here.month else None
    found = month(here.year + _turn(expression, number, here.month, tense), number)
    return None if not expression.shift and _is_far_back(written - found.low, tense) else found


def _turn(expression: Expression, number: int, here: int, tense: Tense) -> int:
    """How many years from the writing's own a month is, looking ahead or back from it."""
    if expression.shift == "this":
        return 0
    if expression.shift == "next" or tense == "future":
        return int(number < here)
    return -int(number > here)


def _nearest(periods: list[Period], written: int) -> Period | None:
    """Of the same day or month of three years, the one plainly nearest to the writing, or None."""
    return next((p for p in periods if min(abs(p.low - written), abs(p.high - written)) <= PLAINLY_NEAR), None)


def _season(expression: Expression, written: int, tense: Tense) -> Period | None:
    here = date.fromordinal(written)
    first = expression.season or 3
    if expression.year is not None:
        return season(expression.year, first)
    current = season(here.year, first)
    if first == 12 and here.month <= 2:
        current = season(here.year - 1, first)
    if expression.shift == "last":
        ended = current.high < written
        # A season just over is "this" one until the next begins; told as "last" in the same year, it is left open.
        return None if ended and date.fromordinal(current.high).year == here.year else _season_before(current, ended)
    if expression.shift == "next":
        return current if current.low > written else season(date.fromordinal(current.low).year + 1, first)
    return current


def _season_before(current: Period, ended: bool) -> Period:
    start = date.fromordinal(current.low)
    return current if ended else season(start.year - 1, start.month)


def _year(expression: Expression, written: int, tense: Tense) -> Period | None:
    return year_of(expression.year) if expression.year is not None else None


def _decade(expression: Expression, written: int, tense: Tense) -> Period | None:
    first = expression.year or 0
    return Period(low=year_of(first).low, high=year_of(first + 9).high, unit="decade")


_STEP = {"last": -1, "this": 0, "next": 1, "": 0}


def _unit(expression: Expression, written: int, tense: Tense) -> Period | None:
    here, step = date.fromordinal(written), _STEP[expression.shift]
    if expression.unit == "day":
        return day(written + expression.count)
    if expression.unit == "overnight":
        return Period(low=written - 1, high=written)
    step += expression.count
    if expression.unit == "week":
        return week(written, step)
    if expression.unit == "weekend":
        # "The weekend" is the one just over or the one to come; the present tense tells of both.
        untold = not expression.shift and tense in _UNTOLD
        return None if untold else _weekend(written, step, tense)
    if expression.unit == "month":
        return month(here.year, here.month + step)
    return year_of(here.year + step) if expression.unit == "year" else None


def _weekend(written: int, step: int, tense: Tense) -> Period:
    """ "This weekend" is the coming one, or, looking back early in the week, the one just over."""
    monday = week(written).low
    if step == 0 and tense == "past" and written - monday < 5:
        step = -1
    return Period(low=monday + 7 * step + 5, high=monday + 7 * step + 6)


def _ago(expression: Expression, written: int, tense: Tense) -> Period | None:
    here, count = date.fromordinal(written), expression.count
    if expression.unit == "day":
        return day(written - count)
    if expression.unit == "fortnight":
        return week(written, -2 * count)
    if expression.unit == "week":
        return week(written, -count)
    if expression.unit == "month":
        return month(here.year, here.month - count)
    # Beyond a few years "ago" is a round number.
    if expression.unit == "year" and abs(count) <= 5:
        return year_of(here.year - count)
    return None


def _edge(expression: Expression, written: int, tense: Tense) -> Period | None:
    if expression.year is None:
        inner = _month(expression, written, tense)
    else:
        inner = month(expression.year, expression.month) if expression.month else year_of(expression.year)
    if inner is None:
        return None
    return day(inner.low if expression.edge > 0 else inner.high)


def _anniversary(expression: Expression, written: int, tense: Tense) -> Period | None:
    known = well_known_year(expression.base)
    return year_of(known) if known is not None else None


def _range(expression: Expression, written: int, tense: Tense) -> Period | None:
    if expression.year is None or expression.to is None:
        return None
    if expression.month is not None:
        return cover(month(expression.year, expression.month), month(expression.year, expression.to))
    return cover(year_of(expression.year), year_of(expression.to))


def _named(expression: Expression, written: int, tense: Tense) -> Period | None:
    """A feast or named day; without its year the one the clause looks to, if it is plainly near."""
    rule = NAMED_DAYS[expression.base]
    if expression.year is not None:
        return day(by_rule(rule, expression.year))
    here = date.fromordinal(written).year
    days = [by_rule(rule, year) for year in (here - 1, here, here + 1)]
    if tense in _UNTOLD:
        return _nearest([day(d) for d in days], written)
    fitting = [d for d in days if d >= written] if tense == "future" else [d for d in reversed(days) if d <= written]
    return day(fitting[0]) if fitting and abs(fitting[0] - written) <= FAR_BACK else None


def _nth(expression: Expression, written: int, tense: Tense) -> Period | None:
    if expression.weekday is None:
        return None
    inner = (
        _month(expression, written, tense)
        if expression.month
        else _unit(replace(expression, unit="month", count=0), written, tense)
    )
    if inner is None:
        return None
    found = nth_weekday(inner, expression.count, expression.weekday)
    return day(found) if found <= inner.high else None


def _part(expression: Expression, written: int, tense: Tense) -> Period | None:
    year = expression.year or date.fromordinal(written).year + _STEP[expression.shift]
    months = 3 if expression.unit == "quarter" else 6
    if expression.count * months > 12:
        return None
    first = (expression.count - 1) * months + 1
    return cover(month(year, first), month(year, first + months - 1))


def _century(expression: Expression, written: int, tense: Tense) -> Period | None:
    first = expression.year or 0
    return Period(low=year_of(first).low, high=year_of(first + 99).high, unit="decade")


def _later(expression: Expression, written: int, tense: Tense) -> Period | None:
    """So long after the day `written`, which for these is that of the date told before."""
    here, count = date.fromordinal(written), expression.count
    if expression.weekday is not None:
        return day(after(expression.weekday, written))
    if expression.unit in ("day", "week", "fortnight"):
        return day(written + count * _DAYS[expression.unit])
    if expression.unit == "month":
        return month(here.year, here.month + count)
    return year_of(here.year + count) if expression.unit == "year" else None


def _stretch(expression: Expression, written: int, tense: Tense) -> Period | None:
    first, last = expression.ends
    start = resolve(first, written, tense)
    if start is None:
        return None
    if last.kind == "weekday" and last.weekday is not None:
        return Period(low=start.low, high=start.low + until(last.weekday, start.low))
    end = resolve(last, written, tense)
    return cover(start, end) if end is not None and start.low <= end.low else None


def _week(expression: Expression, written: int, tense: Tense) -> Period | None:
    """The week, or weekend, that a day begins or ends."""
    found = resolve(expression.ends[0], written, tense)
    if found is None or found.days > 2:
        return None
    if expression.unit == "weekend":
        return found if found.days == 2 else Period(low=found.low, high=found.low + 1)
    return (
        Period(low=found.low, high=found.low + 6) if expression.edge > 0 else Period(low=found.low - 6, high=found.low)
    )


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_RESOLVERS = {
    "named": _named,
    "nth": _nth,
    "part": _part,
    "century": _century,
    "later": _later,
    "stretch": _stretch,
    "week": _week,
    "ambiguous": lambda *_: None,
    "day": _day,
    "weekday": _weekday,
    "month": _month,
    "season": _season,
    "year": _year,
    "decade": _decade,
    "unit": _unit,
    "ago": _ago,
    "edge": _edge,
    "anniversary": _anniversary,
    "range": _range,
}
