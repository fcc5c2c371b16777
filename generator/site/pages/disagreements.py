"""All disagreements of a site, on one page."""

from generator.model.record import Record
from generator.site.addresses import DISAGREEMENTS
from generator.site.pages.cards import Card, card
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of
from generator.site.pages.templates import Templates
from generator.site.pages.viewpoint import EventLink, Viewpoint

MOST_CARDS = 100
"""A page of more whole cards would weigh more than it tells; each line leads to its card."""


class EventCards(Record, frozen=True):
    """The cards of one event."""

    event: EventLink
    cards: tuple[Card, ...]


class DisagreementsPage(Record, frozen=True):
    """What the template of the disagreements' index receives; `compact` shows a line for each card."""

    groups: tuple[EventCards, ...]
    total: int
    compact: bool


def disagreements_page(lookup: Lookup, templates: Templates) -> Page:
    """All disagreements by event, in order of time."""
    view = Viewpoint(lookup, DISAGREEMENTS)
    groups = tuple(
        EventCards(event=view.event(event), cards=tuple(card(item, view) for item in lookup.disagreements[event.id]))
        for event in lookup.timeline
        if event.id in lookup.disagreements
    )
    total = sum(len(group.cards) for group in groups)
    page = DisagreementsPage(groups=groups, total=total, compact=total > MOST_CARDS)
    title = lookup.words.say("disagreements")
    body = templates.render("disagreements.md.j2", page=page)
    about = lookup.words.say("disagreements_about")
    return page_of(DISAGREEMENTS, title, about, body, hide=["navigation", "toc"])
