"""The indexes of events and of disagreements, and the blocks that pages written by hand ask for."""

from generator.site.addresses import DISAGREEMENTS, EVENTS
from generator.site.pages.cards import card
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of, part_page
from generator.site.pages.templates import Templates
from generator.site.pages.timeline import leading_timeline, timeline
from generator.site.pages.viewpoint import LINKED, Viewpoint
from generator.site.parts import Part, page_of_part


def events_page(lookup: Lookup, templates: Templates) -> Page:
    """The index of events."""
    view = Viewpoint(lookup, EVENTS)
    body = templates.render("events.md.j2", view=view, timeline=leading_timeline(view), label="")
    title, about = lookup.words.say("events"), lookup.words.say("events_about")
    return page_of(EVENTS, title, about, body, hide=["navigation", "toc"])


def month_page(part: Part, lookup: Lookup, templates: Templates) -> Page:
    """The events of one month."""
    uri, label = page_of_part(EVENTS, part), lookup.part_name(part)
    view = Viewpoint(lookup, uri)
    body = templates.render("events.md.j2", view=view, timeline=timeline(lookup.months[part], view), label=label)
    return part_page(uri, lookup.words.say("events"), label, body)


MOST_WHOLE = 100
"""A page of more whole cards would weigh more than it tells; each line leads to its card."""


def disagreements_page(lookup: Lookup, templates: Templates) -> Page:
    """All disagreements by event, in order of time."""
    view = Viewpoint(lookup, DISAGREEMENTS)
    found = [(event, lookup.disagreements[event.id]) for event in lookup.timeline if event.id in lookup.disagreements]
    groups = [(event, [card(item, view) for item in items]) for event, items in found]
    compact = sum(len(cards) for _, cards in groups) > MOST_WHOLE
    body = templates.render("disagreements.md.j2", view=view, groups=groups, compact=compact)
    title, about = lookup.words.say("disagreements"), lookup.words.say("disagreements_about")
    return page_of(DISAGREEMENTS, title, about, body, hide=["navigation", "toc"])


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
