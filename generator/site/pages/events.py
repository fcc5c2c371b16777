"""The index of events: the timeline, and a list; of a large site, a page for each month."""

from generator.site.addresses import EVENTS
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of, part_page
from generator.site.pages.templates import Templates
from generator.site.pages.timeline import leading_timeline, timeline
from generator.site.pages.viewpoint import Viewpoint
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
