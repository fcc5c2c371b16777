"""The index of events: the timeline, and a list."""

from generator.model.record import Record
from generator.site.addresses import EVENTS
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of
from generator.site.pages.templates import Templates
from generator.site.pages.timeline import Timeline, timeline
from generator.site.pages.viewpoint import Viewpoint


class EventsPage(Record, frozen=True):
    """What the template of the events' index receives."""

    timeline: Timeline


def events_page(lookup: Lookup, templates: Templates) -> Page:
    """The index of events."""
    page = EventsPage(timeline=timeline(lookup.timeline, Viewpoint(lookup, EVENTS)))
    title = lookup.words.say("events")
    body = templates.render("events.md.j2", page=page)
    return page_of(EVENTS, title, lookup.words.say("events_about"), body, hide=["navigation", "toc"])
