"""Each disagreement alone: a page to cite it from and to send on, and one for a frame within another site."""

from functools import partial
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from generator.model.record import Record
from generator.model.site import Site
from generator.model.story import Disagreement
from generator.site import addresses
from generator.site.addresses import CARDS
from generator.site.feeds.entries import page_url
from generator.site.lazy import Lazy
from generator.site.pages.cards import card
from generator.site.pages.lookup import Lookup
from generator.site.pages.templates import Templates
from generator.site.pages.viewpoint import Viewpoint
from generator.site.words import Words

FRAME_HEIGHT = 340
"""Pixels that a card of three sources takes in a frame."""


class Home(Record, frozen=True):
    """What the site calls itself, its address ("" if unknown), and whether pages are folders (`page/`) or files."""

    title: str
    url: str = ""
    folders: bool = True


def share_pages(site: Site, words: Words, home: Home) -> Lazy[bytes]:
    """The HTML of both pages of every disagreement, by address."""
    lookup, templates = Lookup(site, words), Templates(words)

    def made(item: Disagreement, template: str) -> bytes:
        return templates.render(template, **_context(item, lookup, home)).encode() + b"\n"

    return Lazy(
        {
            uri: partial(made, item, template)
            for item in site.disagreements
            for uri, template in ((addresses.share(item), "share.html.j2"), (addresses.embedded(item), "embed.html.j2"))
        }
    )


def card_image(disagreement: Disagreement) -> str:
    """Where the picture of a disagreement stands."""
    return f"{CARDS}/{addresses.card_anchor(disagreement)}.png"


def _context(item: Disagreement, lookup: Lookup, home: Home) -> dict[str, Any]:
    """What the templates of both pages receive; `row` and the links of `card` count from the page's own folder."""
    uri, event, key = addresses.share(item), lookup.events[item.event], addresses.card_anchor(item)
    page = lookup.addresses.events[event.id]
    stem = page.removesuffix(".md")
    stem = page.removesuffix(".md")
    row = f"{page_url(page, '../') if home.folders else f'../{stem}.html'}#{key}"
    return {
        "lookup": lookup,
        "home": home,
        "card": card(item, Viewpoint(lookup, uri, event)),
        "event": lookup.title(event),
        "row": row,
        "web_address": urljoin(home.url + uri, row) if home.url else row,
        "frame": (home.url or "../") + addresses.embedded(item),
        "image": home.url + card_image(item) if home.url else "",
        "height": FRAME_HEIGHT,
        "key": key,
        "web_page": _as_web(home),
    }


def _as_web(home: Home) -> object:
    """A function from a link to a Markdown page to one to the page that is made of it."""

    def web_page(href: Markup) -> Markup:
        path, mark, anchor = href.partition("#")
        if not path.endswith(".md"):
            return href
        stem = path.removesuffix(".md")
        return Markup(f"{stem}/" if home.folders else f"{stem}.html") + Markup(mark) + Markup(anchor)  # noqa: S704

    return web_page
