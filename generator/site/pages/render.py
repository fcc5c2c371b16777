"""Site to pages."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import resources

from generator.model.site import Site
from generator.site.addresses import ACTORS, ASSETS, DISAGREEMENTS, EVENTS, HOME, SOURCES
from generator.site.pages.actors import actor_page, actors_page, letter_page
from generator.site.pages.event import event_page
from generator.site.pages.indexes import disagreements_page, events_page, home_blocks, month_page
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page
from generator.site.pages.sources import issue_page, quoted_passages, source_page, sources_page
from generator.site.pages.templates import Templates
from generator.site.parts import page_of_part
from generator.site.words import Words


def render(site: Site, words: Words, *, edit: Mapping[str, str] | None = None) -> tuple[Page, ...]:
    """Every generated page of a site, in a fixed order; for `edit` see `writers`."""
    return tuple(write() for write in writers(site, words, edit=edit).values())


def writers(site: Site, words: Words, *, edit: Mapping[str, str] | None = None) -> dict[str, Callable[[], Page]]:
    """What writes each generated page of a site, by address in a fixed order.

    `edit` switches the preview on: it gives for `event:<id>`, `actor:<id>`, `disagreement:<id>` and `article:<id>` the
    place in the editor's files, and every quotation shows its place in its article's file.
    """
    lookup, templates = Lookup(site, words, edit), _templates(words, edit)
    passages = quoted_passages(site)
    events, actors, sources = lookup.addresses.event_pages, lookup.addresses.actor_pages, lookup.addresses.sources
    told = (event for event in lookup.timeline if event.id in events)
    known = (actor for actor in site.cast.actors if actor.id in actors)
    return {
        EVENTS: partial(events_page, lookup, templates),
        **{page_of_part(EVENTS, part): partial(month_page, part, lookup, templates) for part in lookup.months},
        **{events[event.id]: partial(event_page, event, lookup, templates) for event in told},
        ACTORS: partial(actors_page, lookup, templates),
        **{page_of_part(ACTORS, part): partial(letter_page, part, lookup, templates) for part in lookup.letters},
        **{actors[actor.id]: partial(actor_page, actor, lookup, templates) for actor in known},
        DISAGREEMENTS: partial(disagreements_page, lookup, templates),
        SOURCES: partial(sources_page, lookup, templates),
        **{page_of_part(SOURCES, part): partial(issue_page, part, lookup, templates) for part in lookup.issues},
        **{
            sources[article.id]: partial(source_page, article, passages.get(article.id, []), lookup, templates)
            for article in site.articles
        },
    }


def blocks(site: Site, words: Words, *, uri: str = HOME, edit: Mapping[str, str] | None = None) -> dict[str, str]:
    """The Markdown of the blocks that a hand-written page at `uri` may ask for (`indexes.BLOCKS`)."""
    return home_blocks(Lookup(site, words, edit), _templates(words, edit), uri)


def assets() -> dict[str, bytes]:
    """The style sheet, the script and what an offline site needs for its search, by address relative to the site."""
    folder = resources.files("generator.site.assets")
    names = ("parallax.css", "parallax.js", "iframe-worker.js", "share.css", "share.js")
    return {f"{ASSETS}/{name}": folder.joinpath(name).read_bytes() for name in names}


def _templates(words: Words, edit: Mapping[str, str] | None) -> Templates:
    return Templates(words, preview=edit is not None)
