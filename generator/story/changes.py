"""One quantity at different dates: a change over time, never a dispute."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.language.lexicon import word_class
from generator.language.phrases import clause
from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.periods import Period, period
from generator.model.quantities import Quantity
from generator.model.story import Change, ChangePoint, DateMention, Event
from generator.model.text import Article, Passage

# Durations, and the two sides of everything, have no history; nor have numbers so small that they count this or that.
_OTHER_UNITS = frozenset(word_class("other_units"))
_LEAST = 12
# Two numbers count one thing when their sentences name so many actors alike; and are not further apart than this.
_ACTORS, _FACTOR = 2, 20

Named = Mapping[tuple[str, int], frozenset[str]]


class Reading(NamedTuple):
    """A quantity, the date that it is told of (EDTF and as days), the actors beside it, and the place to show."""

    quantity: Quantity
    date: str
    when: Period
    actors: frozenset[str]
    passage: Passage


def find_changes(
    events: Sequence[Event],
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    quantities: Mapping[str, Sequence[Quantity]],
    dates: Mapping[str, Sequence[DateMention]],
    cast: Cast,
) -> tuple[Change, ...]:
    """The quantities that articles give for different dates, each as one row of points in time order.

    A number is of the past date that its sentence gives for it, else of the event that it is told with. Numbers of two
    articles make a row only when they count one thing, their sentences name the same actors, they differ, and the one
    date is wholly before the other.
    """
    told_with = {article: event for event in events for article in event.articles}
    named = _named(cast)
    readings: dict[tuple[str, str, bool], list[Reading]] = defaultdict(list)
    for article in articles:
        if article.id in told_with:
            own, event = quantities.get(article.id, ()), told_with[article.id]
            for reading in _readings(article, analyses[article.id], own, dates.get(article.id, ()), event, named):
                unit = reading.quantity
                readings[unit.unit, unit.currency, unit.percent].append(reading)
    return tuple(_change(row) for unit in sorted(readings) for row in _rows(readings[unit]))


def _named(cast: Cast) -> Named:
    """The actors named in each sentence of each article."""
    named: dict[tuple[str, int], set[str]] = defaultdict(set)
    for mention in cast.mentions:
        if mention.form != "pronoun":
            named[mention.article, mention.sentence].add(mention.actor)
    return {place: frozenset(ids) for place, ids in named.items()}


def _readings(
    article: Article,
    analysis: Analysis,
    quantities: Sequence[Quantity],
    mentions: Sequence[DateMention],
    event: Event,
    named: Named,
) -> Iterator[Reading]:
    for quantity in quantities:
        actors = named.get((article.id, quantity.sentence), frozenset())
        if not _has_history(quantity) or len(actors) < _ACTORS:
            continue
        date = _date(quantity, mentions, event)
        when = period(date) if date else None
        if when is not None:
            yield Reading(quantity, date, when, actors, clause(article, analysis, quantity.start, quantity.end))


def _has_history(quantity: Quantity) -> bool:
    """Whether the quantity is the level of something that may rise and fall."""
    return (
        bool(quantity.unit)
        and quantity.unit not in _OTHER_UNITS
        and quantity.bound != "vague"
        and quantity.versus is None
        and not quantity.age
        and quantity.scope in {"", "with", "to"}
        and quantity.number >= _LEAST
    )


def _date(quantity: Quantity, mentions: Sequence[DateMention], event: Event) -> str:
    """The date of a number: one that its sentence gives for the past, else the event's; "" if a future one is given."""
    given = [m.date for m in mentions if m.sentence == quantity.sentence and m.date and not m.date.endswith("..")]
    known = period(event.date) if event.date else None
    periods = [(date, found) for date in given if (found := period(date)) is not None]
    if known is None:
        return periods[0][0] if len(periods) == 1 else ""
    if any(found.low > known.high for _, found in periods):
        return ""
    past = [date for date, found in periods if found.high < known.low]
    return past[0] if len(past) == 1 else event.date if not past else ""


def _rows(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Readings of one quantity together; a row needs two dates with two values."""
    rows: list[list[Reading]] = []
    for a, b in combinations(readings, 2):
        if not _is_change(a, b):
            continue
        near = [row for row in rows if any(reading in (a, b) for reading in row)]
        merged = [a, b] if not near else [*near[0], *(r for r in (a, b) if r not in near[0])]
        rows = [row for row in rows if not any(row is n for n in near[:1])] + [merged]
    return rows


def _is_change(a: Reading, b: Reading) -> bool:
    one, other = sorted((a, b), key=lambda reading: reading.when.low)
    x, y = one.quantity, other.quantity
    narrowed = set(x.modifiers) & set(y.modifiers) or not (x.modifiers and y.modifiers)
    return (
        x.article != y.article
        and one.when.high < other.when.low
        and bool(narrowed)
        and len(one.actors & other.actors) >= _ACTORS
        and (x.low > y.high or y.low > x.high)
        and max(x.number, y.number) <= _FACTOR * min(x.number, y.number)
    )


def _change(row: Sequence[Reading]) -> Change:
    """The row as points, one for each date and value, and named by the fullest words for what is counted."""
    points: dict[tuple[int, str, float], Reading] = {}
    for reading in sorted(row, key=lambda r: (r.when.low, r.date, r.quantity.article, r.quantity.start)):
        points.setdefault((reading.when.low, reading.date, reading.quantity.number), reading)
    counted = max((reading.quantity.counted for reading in row), key=lambda words: (len(words), words))
    return Change(
        about=f"How many {counted}" if not row[0].quantity.currency else f"How much money: {counted}",
        points=tuple(
            ChangePoint(date=reading.date, value=reading.quantity.text, passage=reading.passage)
            for _, reading in sorted(points.items())
        ),
    )
