"""Blocks for pages that the editor writes by hand: timeline, who is who, corrections, how to read the marks."""

from generator.model.record import Record
from generator.site.addresses import ACTORS, DISAGREEMENTS, EVENTS
from generator.site.pages.actors import Entry, entry
from generator.site.pages.cards import Card, card
from generator.site.pages.corrections import CorrectionView, corrections
from generator.site.pages.lookup import Lookup
from generator.site.pages.templates import Templates
from generator.site.pages.timeline import Timeline, leading_timeline
from generator.site.pages.viewpoint import Viewpoint

BLOCKS = ("timeline", "actors", "disagreements", "corrections", "marks")
"""The blocks that a page may ask for with `<!-- parallax: NAME -->`; each brings its heading."""

MOST_ACTORS = 12
MOST_CARDS = 5


class HomeBlocks(Record, frozen=True):
    """What the templates of the blocks receive; `events_link` and so on lead to the full pages.

    `events_link` is "" where the timeline has all events.
    """

    timeline: Timeline
    events_link: str
    actors: tuple[Entry, ...]
    cards: tuple[Card, ...]
    corrections: tuple[CorrectionView, ...]
    actors_link: str
    disagreements_link: str


def home_blocks(lookup: Lookup, templates: Templates, uri: str) -> dict[str, str]:
    """The Markdown of each block, as the page at `uri` shows it."""
    page = _context(Viewpoint(lookup, uri))
    return {name: str(templates.render(f"block_{name}.md.j2", page=page)).strip() for name in BLOCKS}


def _context(view: Viewpoint) -> HomeBlocks:
    lookup = view.lookup
    acting = [actor for actor in lookup.site.cast.actors if actor.kind in ("person", "organisation", "state body")]
    best = sorted(lookup.site.disagreements, key=lambda item: item.rank)
    return HomeBlocks(
        timeline=leading_timeline(view),
        events_link=view.link(EVENTS) if lookup.months else "",
        actors=tuple(entry(actor, view) for actor in acting[:MOST_ACTORS]),
        cards=tuple(card(item, view) for item in best[:MOST_CARDS]),
        corrections=corrections(view),
        actors_link=view.link(ACTORS),
        disagreements_link=view.link(DISAGREEMENTS),
    )
