"""All disagreements of a site, on one page."""

from generator.site.addresses import DISAGREEMENTS
from generator.site.pages.cards import card
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of
from generator.site.pages.templates import Templates
from generator.site.pages.viewpoint import Viewpoint

MOST_CARDS = 100
"""A page of more whole cards would weigh more than it tells; each line leads to its card."""


def disagreements_page(lookup: Lookup, templates: Templates) -> Page:
    """All disagreements by event, in order of time."""
    view = Viewpoint(lookup, DISAGREEMENTS)
    found = [(event, lookup.disagreements[event.id]) for event in lookup.timeline if event.id in lookup.disagreements]
    groups = [(event, [card(item, view) for item in items]) for event, items in found]
    compact = sum(len(cards) for _, cards in groups) > MOST_CARDS
    body = templates.render("disagreements.md.j2", view=view, groups=groups, compact=compact)
    title, about = lookup.words.say("disagreements"), lookup.words.say("disagreements_about")
    return page_of(DISAGREEMENTS, title, about, body, hide=["navigation", "toc"])
