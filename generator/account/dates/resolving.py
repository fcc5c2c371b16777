"""Every date expression of an article as EDTF, seen from the days on which the article may have been written."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from generator.account.dates.resolve import absolute, resolve
from generator.language.dates import read
from generator.language.dates.clock import offset
from generator.language.dates.parts import Expression
from generator.model.periods import Period, cover, edtf, period
from generator.model.story import DateMention, Dating
from generator.model.text import Article

# So many different readings still make a statement ("2024-09/2024-11"); more do not.
MOST_READINGS = 4
# Words that take the year from what was just told.
_THAT_YEAR = re.compile(r"\b(?:that (?:same )?|the same )(?:year|week|month|day)\b")


def resolve_dates(article: Article, mentions: tuple[DateMention, ...], dating: Dating) -> tuple[DateMention, ...]:
    """The mentions of the article's own text with `date` in EDTF, or "" where it stays open, and the reason.

    Boilerplate's dates are evidence for `date_folder` only and are left out here.
    """
    written = period(dating.published) if dating.published else None
    told = tuple(mention for mention in mentions if mention.sentence >= 0)
    resolved: list[DateMention] = []
    for number, mention in enumerate(told):
        if written is not None and _speaks_of_another_year(article, mention, told[:number], written):
            resolved.append(mention)
        elif (expression := read(mention.text, mention.language)) is not None and expression.kind == "later":
            resolved.append(_from_before(expression, mention, resolved))
        else:
            resolved.append(_timed(_resolved(mention, written, dating.published)))
    return tuple(resolved)


def _from_before(expression: Expression, mention: DateMention, before: Sequence[DateMention]) -> DateMention:
    """ "Three days later", told from the day (month, year) before it in its sentence; else open."""
    beside = [m for m in before if m.sentence == mention.sentence]
    if not beside:
        # "She fell ill on 3 May. Two days later she died": the one date of the sentence before.
        beside = [m for m in before if m.sentence == mention.sentence - 1]
        if len(beside) > 1:
            return mention
    days = [(m, p) for m in beside if m.date and (p := period(m.date)) is not None]
    longest = {"month": 31, "year": 366}.get(expression.unit, 1)
    if not days or days[-1][0] is not beside[-1] or days[-1][1].days > longest:
        return mention
    anchor, start = days[-1]
    found = resolve(expression, start.low, "past")
    if found is None:
        return mention
    return replace(mention, date=edtf(found), reason=f"“{mention.text}” is told from “{anchor.text}”.")


def _timed(mention: DateMention) -> DateMention:
    """The mention with its zone's name made a distance from universal time, where it is one day."""
    time, _, zone = mention.time.partition(" ")
    on = period(mention.date) if mention.date and time else None
    if on is None or on.days > 1:
        return replace(mention, time="")
    return replace(mention, time=time + offset(zone, on.low))


def _speaks_of_another_year(
    article: Article, mention: DateMention, before: tuple[DateMention, ...], written: Period
) -> bool:
    """Whether a day or month without its year stands in a paragraph of a year long past, which may be its own."""
    expression = read(mention.text, mention.language)
    if expression is None or expression.year is not None or expression.shift or expression.kind not in ("day", "month"):
        return False
    start = article.body.rfind("\n", 0, mention.start) + 1
    if _THAT_YEAR.search(article.body[max(start, mention.start - 60) : mention.end + 16]):
        return True
    beside = [m for m in before if m.start >= start]
    years = [
        period.low
        for m in beside
        if (e := read(m.text, m.language)) and not e.since and (period := absolute(e)) is not None
    ]
    return any(low + 366 < written.low for low in years[-1:])


def _resolved(mention: DateMention, written: Period | None, published: str) -> DateMention:
    expression = read(mention.text, mention.language)
    if expression is None:
        return mention
    fixed = absolute(expression)
    if fixed is not None:
        return replace(mention, date=edtf(fixed), reason=f"“{mention.text}” names it.")
    if written is None:
        return mention
    date = _relative(expression, mention, written, published)
    return replace(mention, date=date, reason=f"“{mention.text}” as written {published}.") if date else mention


def _relative(expression: Expression, mention: DateMention, written: Period, published: str) -> str:
    """The EDTF of all that the words can mean on the days of writing, or "" when that is too much."""
    days = range(written.low, min(written.high, written.low + 366) + 1)
    readings = {resolve(expression, day, mention.tense) for day in days}
    found = sorted((r for r in readings if r is not None), key=lambda r: (r.low, r.high))
    if not found or len(found) < len(readings) or written.days > len(days):
        return ""
    if found[0].unit in ("day", "week") and len(found) > 1 and written.days > 14:
        # "Last week" in an article of some autumn is of that autumn: nothing finer can be said.
        return published
    if len(found) > MOST_READINGS:
        return ""
    together = cover(found[0], found[-1])
    return edtf(Period(low=together.low, high=together.high, unit=together.unit, open=expression.since))
