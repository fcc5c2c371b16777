"""Who leans on whom, once a page: a sentence a pair, and one small drawing of all sources."""

from generator.matching.leaning import independent as leaning_apart
from generator.model.record import Record
from generator.model.story import Dependence, Event, Phrase
from generator.site.pages.viewpoint import Viewpoint

MOST_DRAWN = 16
STEP, EDGE = 30, 12


class Leaning(Record, frozen=True):
    """What the page says of leaning, a sentence a pair; the drawing is `width` wide, 0 when it would not be legible.

    `circles` are the sources, each with its place and whether it leans on another, `arcs` lead from place to place.
    """

    lines: tuple[str, ...]
    circles: tuple[tuple[int, bool], ...]
    arcs: tuple[tuple[int, int], ...]
    width: int


def leaning(event: Event, view: Viewpoint) -> Leaning | None:
    """Who leans on whom among the articles of an event, or None when nobody does."""
    found = [d for a in event.articles for d in view.lookup.leans.get(a, ()) if d.on in event.articles]
    if not found:
        return None
    pairs = [(d.article, d.on) for d in found]
    copies = {article for article, _ in pairs}
    order = sorted(event.articles, key=lambda a: a in copies)
    at = {article: EDGE + STEP * number for number, article in enumerate(order)}
    drawn = len(order) <= MOST_DRAWN
    return Leaning(
        lines=tuple(_line(d, view) for d in found),
        circles=tuple((at[a], a in copies) for a in order) if drawn else (),
        arcs=tuple((at[a], at[on]) for a, on in pairs) if drawn else (),
        width=STEP * (len(order) - 1) + 2 * EDGE if drawn else 0,
    )


def independent(event: Event, view: Viewpoint) -> int:
    """How many articles of an event there are when those that lean on one another count as one."""
    return leaning_apart(event.articles, (d for name in event.articles for d in view.lookup.leans.get(name, ())))


def _line(dependence: Dependence, view: Viewpoint) -> str:
    named = [view.article(a).label for a in (dependence.article, dependence.on)]
    how = dependence.how or Phrase("leans_line")
    return view.lookup.words.say(how.key, article=named[0], on=named[1], **how.fields)
