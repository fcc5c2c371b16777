"""Blocks for pages that the editor writes by hand: timeline, who is who, corrections, how to read the marks."""

from generator.site.pages.cards import card
from generator.site.pages.lookup import Lookup
from generator.site.pages.templates import Templates
from generator.site.pages.timeline import leading_timeline
from generator.site.pages.viewpoint import LINKED, Viewpoint

BLOCKS = ("timeline", "actors", "disagreements", "corrections", "marks")
"""The blocks that a page may ask for with `<!-- parallax: NAME -->`; each brings its heading."""

MOST_ACTORS = 12
MOST_CARDS = 5


def home_blocks(lookup: Lookup, templates: Templates, uri: str) -> dict[str, str]:
    """The Markdown of each block, as the page at `uri` shows it."""
    view = Viewpoint(lookup, uri)
    acting = [actor for actor in lookup.site.cast.actors if actor.kind in LINKED]
    best = sorted(lookup.site.disagreements, key=lambda item: item.rank)
    given = {
        "view": view,
        "timeline": leading_timeline(view),
        "actors": acting[:MOST_ACTORS],
        "cards": [card(item, view) for item in best[:MOST_CARDS]],
    }
    return {name: str(templates.render(f"block_{name}.md.j2", **given)).strip() for name in BLOCKS}
