"""All disagreements of a site, on one page."""

from generator.addresses import DISAGREEMENTS
from generator.model.record import Record
from generator.pages.cards import Card, card
from generator.pages.lookup import Lookup
from generator.pages.page import Page, page_of
from generator.pages.templates import Templates
from generator.pages.viewpoint import EventLink, Viewpoint


class EventCards(Record, frozen=True):
    """The cards of one event."""

    event: EventLink
    cards: tuple[Card, ...]


class DisagreementsPage(Record, frozen=True):
    """What the template of the disagreements' index receives."""

    groups: tuple[EventCards, ...]
    total: int


def disagreements_page(lookup: Lookup, templates: Templates) -> Page:
    """All disagreements by event, in order of time."""
    view = Viewpoint(lookup, DISAGREEMENTS)
    groups = tuple(
        EventCards(event=view.event(event), cards=tuple(card(item, view) for item in lookup.disagreements[event.id]))
        for event in lookup.timeline
        if event.id in lookup.disagreements
    )
    page = DisagreementsPage(groups=groups, total=sum(len(group.cards) for group in groups))
    title = lookup.words.say("disagreements")
    body = templates.render("disagreements.md.j2", page=page)
    about = lookup.words.say("disagreements_about")
    return page_of(DISAGREEMENTS, title, about, body, hide=["toc"])
