"""Each disagreement alone: a page to cite it from and to send on, and one for a frame within another site."""

from urllib.parse import urljoin

from markupsafe import Markup

from generator.model.record import Record
from generator.model.site import Site
from generator.model.story import Disagreement
from generator.site import addresses
from generator.site.addresses import CARDS, SHARE_SCRIPT, SHARE_STYLE
from generator.site.feeds.entries import page_url
from generator.site.pages.cards import Card, card
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


class Cited(Record, frozen=True):
    """One source of a disagreement as a citation names it: who, headline, when, and its own address or ""."""

    label: str
    headline: str
    date: str
    url: str


class SharePage(Record, frozen=True):
    """What the templates of both pages receive. `event` and the links of `card` count from the page's own folder."""

    title: str
    home: Home
    card: Card
    event: str
    row: str
    address: str
    frame: str
    image: str
    height: int
    sources: tuple[Cited, ...]
    key: str
    style: str
    script: str


def share_pages(site: Site, words: Words, home: Home) -> dict[str, bytes]:
    """The HTML of both pages of every disagreement, by address."""
    lookup, templates = Lookup(site, words), Templates(words)
    pages: dict[str, bytes] = {}
    for item in site.disagreements:
        page = _page(item, lookup, home)
        for uri, template in ((addresses.share(item), "share.html.j2"), (addresses.embedded(item), "embed.html.j2")):
            pages[uri] = templates.render(template, page=page, web_page=_as_web(home)).encode() + b"\n"
    return pages


def card_image(disagreement: Disagreement) -> str:
    """Where the picture of a disagreement stands."""
    return f"{CARDS}/{addresses.card_anchor(disagreement)}.png"


def _page(item: Disagreement, lookup: Lookup, home: Home) -> SharePage:
    uri = addresses.share(item)
    shown = card(item, Viewpoint(lookup, uri, lookup.events[item.event]))
    event = page_url(lookup.addresses.event(item.event), "../") if home.folders else _file(lookup, item)
    row = f"{event}#{addresses.card_anchor(item)}"
    return SharePage(
        title=shown.about,
        home=home,
        card=shown,
        event=lookup.title(lookup.events[item.event]),
        row=row,
        address=urljoin(home.url + uri, row) if home.url else row,
        frame=(home.url or "../") + addresses.embedded(item),
        image=home.url + card_image(item) if home.url else "",
        height=FRAME_HEIGHT,
        sources=tuple(_cited(source.article, lookup) for source in shown.sources),
        key=addresses.card_anchor(item),
        style=f"../{SHARE_STYLE}",
        script=f"../{SHARE_SCRIPT}",
    )


def _file(lookup: Lookup, item: Disagreement) -> str:
    return f"../{lookup.addresses.event(item.event).removesuffix('.md')}.html"


def _cited(id_: str, lookup: Lookup) -> Cited:
    return Cited(
        label=lookup.labels[id_],
        headline=lookup.headline(id_),
        date=lookup.words.date(lookup.published(id_)),
        url=addresses.original(lookup.articles[id_]) or "",
    )


def _as_web(home: Home) -> object:
    """A function from a link to a Markdown page to one to the page that is made of it."""

    def web_page(href: Markup) -> Markup:
        path, mark, anchor = href.partition("#")
        if not path.endswith(".md"):
            return href
        stem = path.removesuffix(".md")
        return Markup(f"{stem}/" if home.folders else f"{stem}.html") + Markup(mark) + Markup(anchor)  # noqa: S704

    return web_page
