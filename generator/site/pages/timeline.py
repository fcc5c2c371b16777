"""The timeline: a list in order of time, with each date drawn on one scale, as wide as it is uncertain."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec
from babel.dates import format_skeleton

from generator.model.record import Record
from generator.model.story import Background, Event
from generator.model.text import Passage
from generator.site.pages.spans import Stretch, in_time, stretch
from generator.site.pages.viewpoint import Quote, Viewpoint

WORDS_SHOWN = 16
"""A recalled happening is quoted to about a line."""

NARROWEST = 1.2
"""Percent of the scale; a day would otherwise be too thin to see."""

MOST_ROWS = 40
"""A longer timeline shows the events alone, and what their articles recall apart."""

MOST_MONTHS, MOST_YEARS = 3, 4
"""Ticks on a scale of 200 pixels; "Sept. 2019" takes 60 of them, "2019" some 25."""

LAST_TICK = 88
"""Percent of the scale; the label of a later tick would run into the one before where the scale ends with the page."""

YEAR = 12
STEPS = (1, 2, 3, 6, YEAR, 24, 60, 120, 240, 600, 1200, 6000, 36_000)
"""Months between two ticks; the last spans the whole calendar."""


class Bar(Record, frozen=True):
    """Where a date stands on the scale, in percent; `beyond` is "before" or "after" when it lies outside."""

    left: float
    width: float
    beyond: str = ""


class Row(Record, frozen=True):
    """One happening: an event of ours, or one that articles recall (`quote`)."""

    edtf: str
    status: str
    bar: Bar | None
    event: Event | None = None
    quote: Quote | None = None
    shortened: bool = False


class Timeline(Record, frozen=True):
    """All rows in order of time, and the scale that they are drawn on.

    `earlier` are recalled happenings that end before the scale begins. Where all rows would be too many, `rows` are the
    events alone and `recalled` what their articles recall or announce. `ticks` are months or years on the scale.
    """

    earlier: tuple[Row, ...]
    recalled: tuple[Row, ...]
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]


def timeline(events: Sequence[Event], view: Viewpoint) -> Timeline:
    """The timeline of some events and of what their articles recall."""
    scale = _scale([found for event in events if (found := stretch(event.date))])
    own = [Row(edtf=e.date, status="happened", bar=_bar(e.date, scale), event=e) for e in events]
    happenings = {
        (item.date, item.passages[0]): item
        for event in events
        for item in event.background
        if item.date and item.passages
    }
    recalled = [_background_row(item, scale, view) for item in happenings.values()]
    earlier = [row for row in recalled if row.bar and row.bar.beyond == "before"]
    others = [row for row in recalled if row not in earlier]
    crowded = len(own) + len(others) > MOST_ROWS
    return Timeline(
        earlier=() if crowded else _in_order(earlier),
        recalled=_in_order(recalled) if crowded else (),
        rows=_in_order(own if crowded else own + others),
        ticks=_ticks(scale, view),
    )


def leading_timeline(view: Viewpoint) -> Timeline:
    """The timeline of all events; where their index is in parts, of those alone that most articles tell."""
    lookup = view.lookup
    if not lookup.months:
        return timeline(lookup.timeline, view)
    most = sorted(lookup.timeline, key=lambda event: -len(event.articles))[:MOST_ROWS]
    return timeline([msgspec.structs.replace(event, background=()) for event in most], view)


def _in_order(rows: list[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (in_time(row.edtf), row.event is None)))


def _background_row(item: Background, scale: Stretch | None, view: Viewpoint) -> Row:
    passage = item.passages[0]
    short = _shortened(passage)
    return Row(
        edtf=item.date,
        status=item.status,
        bar=_bar(item.date, scale),
        quote=msgspec.structs.replace(view.quote(short), source=view.source(passage)),
        shortened=short.end < passage.end,
    )


def _shortened(passage: Passage) -> Passage:
    words = passage.quote.split(" ")
    return passage.part(passage.start, passage.start + len(" ".join(words[:WORDS_SHOWN])))


def _scale(stretches: Sequence[Stretch]) -> Stretch | None:
    """The days from the first event to the last, with some room on both sides."""
    ends = [day for found in stretches for day in found if day not in (date.min, date.max)]
    if not ends:
        return None
    first, last = min(ends), max(ends)
    room = max((last - first) * 0.08, timedelta(days=15))
    return _shifted(first, -room), _shifted(last, room)


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _bar(edtf: str, scale: Stretch | None) -> Bar | None:
    found = stretch(edtf)
    if scale is None or found is None:
        return None
    if found[1] < scale[0]:
        return Bar(left=0, width=0, beyond="before")
    if found[0] > scale[1]:
        return Bar(left=100, width=0, beyond="after")
    length = (scale[1] - scale[0]).days + 1
    left = max((found[0] - scale[0]).days, 0) / length * 100
    right = min((found[1] - scale[0]).days + 1, length) / length * 100
    width = max(right - left, NARROWEST)
    return Bar(left=round(min(left, 100 - width), 2), width=round(width, 2))


def _ticks(scale: Stretch | None, view: Viewpoint) -> tuple[tuple[float, str], ...]:
    if scale is None:
        return ()
    length = (scale[1] - scale[0]).days + 1
    months = _months(*scale)
    step = next(size for size in STEPS if len(months) / size <= (MOST_YEARS if size >= YEAR else MOST_MONTHS))
    skeleton = "y" if step >= YEAR else "yMMM"
    chosen = [month for month in months if (month.year * 12 + month.month - 1) % step == 0]
    ticks = [
        (
            round((month - scale[0]).days / length * 100, 2),
            format_skeleton(skeleton, month, locale=view.lookup.words.locale),
        )
        for month in chosen
    ]
    return tuple([tick for tick in ticks if tick[0] <= LAST_TICK] or ticks[-1:])


def _months(first: date, last: date) -> list[date]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    firsts = [date(number // 12, number % 12 + 1, 1) for number in numbers]
    return [day for day in firsts if day >= first]
