"""Who leans on whom, once a page: a sentence a pair, and one small drawing of all sources."""

from generator.matching.leaning import independent as leaning_apart
from generator.model.record import Record
from generator.model.story import Dependence, Event, Phrase
from generator.site.pages.viewpoint import Viewpoint

MOST_DRAWN = 16
STEP, EDGE = 30, 12


class Circle(Record, frozen=True):
    """A source in the drawing: `copy` when it leans on another."""

    x: int
    copy: bool


class Arc(Record, frozen=True):
    """A line from an article to what it leans on, as an SVG path."""

    path: str


class Leaning(Record, frozen=True):
    """What the page says of leaning, a sentence a pair; the drawing is `width` wide, 0 when it would not be legible."""

    lines: tuple[str, ...]
    circles: tuple[Circle, ...]
    arcs: tuple[Arc, ...]
    width: int


def leaning(event: Event, view: Viewpoint) -> Leaning | None:
    """Who leans on whom among the articles of an event, or None when nobody does."""
    found = [d for a in event.articles for d in view.lookup.leans.get(a, ()) if d.on in event.articles]
    if not found:
        return None
    pairs = [(d.article, d.on) for d in found]
    order = sorted(event.articles, key=lambda a: any(a == article for article, _ in pairs))
    at = {article: EDGE + STEP * number for number, article in enumerate(order)}
    drawn = len(order) <= MOST_DRAWN
    return Leaning(
        lines=tuple(_line(d, view) for d in found),
        circles=tuple(Circle(x=at[a], copy=any(a == article for article, _ in pairs)) for a in order) if drawn else (),
        arcs=tuple(_arc(at[a], at[on]) for a, on in pairs) if drawn else (),
        width=STEP * (len(order) - 1) + 2 * EDGE if drawn else 0,
    )


def independent(event: Event, view: Viewpoint) -> int:
    """How many articles of an event there are when those that lean on one another count as one."""
    return leaning_apart(event.articles, (d for name in event.articles for d in view.lookup.leans.get(name, ())))


def _line(dependence: Dependence, view: Viewpoint) -> str:
    named = [view.article(a).label for a in (dependence.article, dependence.on)]
    how = dependence.how or Phrase("leans_line")
    return view.lookup.words.say(how.key, article=named[0], on=named[1], **how.fields)


def _arc(start: int, end: int) -> Arc:
    return Arc(path=f"M{start} 20 Q{(start + end) // 2} 2 {end} 20")
