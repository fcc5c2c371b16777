"""Who leans on whom, once a page: a sentence a pair, and one small drawing of all sources."""

from generator.model.record import Record
from generator.model.story import Event
from generator.site.pages.viewpoint import Source, Viewpoint

MOST_DRAWN = 16
STEP, RADIUS, EDGE = 30, 6, 12


class LeanLine(Record, frozen=True):
    """One article retells another."""

    article: Source
    on: Source


class Circle(Record, frozen=True):
    """A source in the drawing: `copy` when it leans on another."""

    x: int
    copy: bool


class Arc(Record, frozen=True):
    """A line from an article to what it leans on, as an SVG path."""

    path: str


class Leaning(Record, frozen=True):
    """What the page says of leaning; the drawing is `width` wide, 0 when it would not be legible."""

    lines: tuple[LeanLine, ...]
    circles: tuple[Circle, ...]
    arcs: tuple[Arc, ...]
    width: int


def leaning(event: Event, view: Viewpoint) -> Leaning | None:
    """Who leans on whom among the articles of an event, or None when nobody does."""
    pairs = [(a, on) for a in event.articles for on in view.leans_on(a) if on in event.articles]
    if not pairs:
        return None
    order = sorted(event.articles, key=lambda a: any(a == article for article, _ in pairs))
    at = {article: EDGE + STEP * number for number, article in enumerate(order)}
    named = {a: view.short(view.article(a), among=order) for a in order}
    drawn = len(order) <= MOST_DRAWN
    return Leaning(
        lines=tuple(LeanLine(article=named[a], on=named[on]) for a, on in pairs),
        circles=tuple(Circle(x=at[a], copy=any(a == article for article, _ in pairs)) for a in order) if drawn else (),
        arcs=tuple(_arc(at[a], at[on]) for a, on in pairs) if drawn else (),
        width=STEP * (len(order) - 1) + 2 * EDGE if drawn else 0,
    )


def independent(event: Event, view: Viewpoint) -> int:
    """How many articles of an event lean on no other of it."""
    return sum(not any(on in event.articles for on in view.leans_on(article)) for article in event.articles)


def _arc(start: int, end: int) -> Arc:
    return Arc(path=f"M{start} 20 Q{(start + end) // 2} 2 {end} 20")
