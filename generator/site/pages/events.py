"""The index of events: the timeline, and a list; of a large site, a page for each month."""

from markupsafe import Markup

from generator.model.record import Record
from generator.site.addresses import EVENTS
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of
from generator.site.pages.parts import PartLink, month_name, month_names, part_links, part_page
from generator.site.pages.templates import Templates
from generator.site.pages.timeline import Timeline, leading_timeline, timeline
from generator.site.pages.viewpoint import Viewpoint
from generator.site.parts import Part, page_of_part


class EventsPage(Record, frozen=True):
    """What the template of the events' index receives; `parts` are its months, `label` is that of a month."""

    timeline: Timeline
    parts: tuple[PartLink, ...] = ()
    label: str = ""
    up: Markup = Markup()


def events_page(lookup: Lookup, templates: Templates) -> Page:
    """The index of events."""
    view = Viewpoint(lookup, EVENTS)
    parts = part_links(EVENTS, month_names(list(lookup.months), lookup), view)
    page = EventsPage(timeline=leading_timeline(view), parts=parts)
    title = lookup.words.say("events")
    body = templates.render("events.md.j2", page=page)
    return page_of(EVENTS, title, lookup.words.say("events_about"), body, hide=["navigation", "toc"])


def month_page(part: Part, lookup: Lookup, templates: Templates) -> Page:
    """The events of one month."""
    uri, label = page_of_part(EVENTS, part), month_name(part, lookup)
    view = Viewpoint(lookup, uri)
    page = EventsPage(timeline=timeline(lookup.months[part], view), label=label, up=view.link(EVENTS))
    return part_page(uri, lookup.words.say("events"), label, templates.render("events.md.j2", page=page))
