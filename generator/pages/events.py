"""The index of events: the timeline, and a list."""

from generator.addresses import EVENTS
from generator.model.record import Record
from generator.pages.lookup import Lookup
from generator.pages.page import Page, page_of
from generator.pages.templates import Templates
from generator.pages.timeline import Timeline, timeline
from generator.pages.viewpoint import Viewpoint


class EventsPage(Record, frozen=True):
    """What the template of the events' index receives."""

    timeline: Timeline


def events_page(lookup: Lookup, templates: Templates) -> Page:
    """The index of events."""
    page = EventsPage(timeline=timeline(lookup.timeline, Viewpoint(lookup, EVENTS)))
    title = lookup.words.say("events")
    body = templates.render("events.md.j2", page=page)
    return page_of(EVENTS, title, lookup.words.say("events_about"), body, hide=["toc"])
