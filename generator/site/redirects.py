"""Pages at addresses that an event once had: they lead to where it is now, and say so."""

from collections.abc import Iterable
from html import escape

from generator.model.decisions import EventDecision
from generator.site.addresses import EVENTS, Addresses, relative

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="{target}"><meta http-equiv="refresh" content="0; url={target}">
<meta name="robots" content="noindex">
</head><body><a href="{target}">{title}</a></body></html>
"""


def redirects(
    decisions: Iterable[EventDecision], titles: dict[str, str], addresses: Addresses, language: str
) -> dict[str, bytes]:
    """A page for each earlier address of an event, by its own; one that another event has now stays that event's.

    `titles` are those of the events that have pages, by id.
    """
    pages = {}
    folder = EVENTS.rpartition("/")[0]
    for decision in decisions:
        for former in decision.formerly if decision.slug in titles else ():
            page = f"{folder}/{former}/index.html"
            if f"{folder}/{former}.md" in addresses.event_pages.values():
                continue
            there = f"{folder}/{addresses.event_pages[decision.slug].rpartition('/')[2].removesuffix('.md')}/index.html"
            target = relative(there, page=page).removesuffix("index.html")
            filled = _PAGE.format(language=escape(language), title=escape(titles[decision.slug]), target=target)
            pages[page] = filled.encode()
    return pages
