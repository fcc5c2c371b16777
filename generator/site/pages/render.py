"""Site to pages."""

from collections.abc import Mapping
from importlib import resources

from generator.model.site import Site
from generator.site.addresses import ASSETS, HOME
from generator.site.pages.actors import actor_page, actors_page
from generator.site.pages.disagreements import disagreements_page
from generator.site.pages.event import event_page
from generator.site.pages.events import events_page
from generator.site.pages.home import home_blocks
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page
from generator.site.pages.sources import quoted_passages, source_page, sources_page
from generator.site.pages.templates import Templates
from generator.site.words import Words


def render(site: Site, words: Words, *, edit: Mapping[str, str] | None = None) -> tuple[Page, ...]:
    """Every generated page of a site, in a fixed order.

    `edit` switches the preview on: it gives for `event:<id>`, `actor:<id>`, `disagreement:<id>` and `article:<id>` the
    place in the editor's files, and every quotation shows its place in its article's file.
    """
    lookup, templates = Lookup(site, words, edit), _templates(words, edit)
    passages = quoted_passages(site)
    events, actors = lookup.addresses.event_pages, lookup.addresses.actor_pages
    return (
        events_page(lookup, templates),
        *(event_page(event, lookup, templates) for event in lookup.timeline if event.id in events),
        actors_page(lookup, templates),
        *(actor_page(actor, lookup, templates) for actor in site.cast.actors if actor.id in actors),
        disagreements_page(lookup, templates),
        sources_page(lookup, templates),
        *(source_page(article, passages.get(article.id, []), lookup, templates) for article in site.articles),
    )


def blocks(site: Site, words: Words, *, uri: str = HOME, edit: Mapping[str, str] | None = None) -> dict[str, str]:
    """The Markdown of the blocks that a hand-written page at `uri` may ask for (`generator.site.pages.home.BLOCKS`)."""
    return home_blocks(Lookup(site, words, edit), _templates(words, edit), uri)


def assets() -> dict[str, bytes]:
    """The style sheet, the script and what an offline site needs for its search, by address relative to the site."""
    folder = resources.files("generator.site.assets")
    names = ("parallax.css", "parallax.js", "iframe-worker.js", "share.css", "share.js")
    return {f"{ASSETS}/{name}": folder.joinpath(name).read_bytes() for name in names}


def _templates(words: Words, edit: Mapping[str, str] | None) -> Templates:
    return Templates(words, preview=edit is not None)
