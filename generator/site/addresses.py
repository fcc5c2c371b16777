"""The one place where addresses are made: of pages, of places in them, and of exact words in an original."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from urllib.parse import quote, urlsplit

import msgspec
from markupsafe import Markup

from generator.matching.slug import digest, slug
from generator.model.record import Record
from generator.model.site import Site
from generator.model.story import Disagreement, Event
from generator.model.text import Article, Passage
from generator.site.parts import MOST_SOURCES, Part, by_date, by_name, page_of_part

HOME = "index.md"
EVENTS = "events/index.md"
ACTORS = "actors/index.md"
DISAGREEMENTS = "disagreements/index.md"
SOURCES = "sources/index.md"
ASSETS = "assets/parallax"
SHARE_STYLE, SHARE_SCRIPT = f"{ASSETS}/share.css", f"{ASSETS}/share.js"
CARDS = f"{ASSETS}/cards"
SHARE, EMBED = "share", "embed"
"""The folders of pages that hold one disagreement each."""
SCRIPT = f"{ASSETS}/parallax.js"
"""The one script that every page loads."""

FRAGMENT_WORDS = 8
"""Longer quotations are looked for by their first and last four words, which survives small changes in between."""


class Addresses(Record, frozen=True, dict=True):
    """The addresses of one site, relative to the folder of its pages; each is safe within Markdown and HTML.

    The dictionaries give the page of an event, an actor and an article by id. Not everything has a page of its own: an
    actor's address may be a row of the index, an event's the page of its one article. `letters`, `months` and `issues`
    give the part of the index that an actor, an event and an article stand in, and are empty where it is one page.
    """

    events: dict[str, str]
    actors: dict[str, str]
    sources: dict[str, str]
    letters: dict[str, Part] = msgspec.field(default_factory=dict)
    months: dict[str, Part] = msgspec.field(default_factory=dict)
    issues: dict[str, Part] = msgspec.field(default_factory=dict)

    @cached_property
    def event_pages(self) -> dict[str, str]:
        """The events that have a page of their own."""
        return {event: page for event, page in self.events.items() if page.startswith("events/")}

    @cached_property
    def actor_pages(self) -> dict[str, str]:
        """The actors that have a page of their own."""
        return {actor: page for actor, page in self.actors.items() if "#" not in page}

    def feed(self, actor: str) -> str:
        """The feed of an actor who has a page."""
        return self.actors[actor].removesuffix(".md") + "/feed.xml"

    def passage(self, passage: Passage) -> str:
        """The place on its source's page where a passage stands."""
        return f"{self.sources[passage.article]}#{passage_anchor(passage)}"

    def card(self, disagreement: Disagreement) -> str:
        """The card of a disagreement on its event's page."""
        return f"{self.events[disagreement.event]}#{card_anchor(disagreement)}"


def addresses_of(site: Site) -> Addresses:
    """Addresses for everything of a site; two ids that would share one are told apart by a digest of each.

    Who is neither described nor quoted, nor told of in two articles, has a row in the index of actors and no page; and
    so has who is told of in fewer than `site.told_in`.
    """
    sources = _pages("sources", (article.id for article in site.articles))
    folded, known = set(site.folded), _known(site)
    actors = _pages("actors", (actor.id for actor in site.cast.actors))
    letters = by_name({actor.id: actor.name for actor in site.cast.actors})
    index = {id_: page_of_part(ACTORS, part) for id_, part in letters.items()}
    rows = {id_: f"{index.get(id_, ACTORS)}#{_row(page)}" for id_, page in actors.items() if id_ not in known}
    return Addresses(
        letters=letters,
        months=by_date(
            {event.id: event.date for event in site.events},
            {event.id: _rows(event) for event in site.events},
            names={event.id: event.title for event in site.events},
        ),
        issues=by_date(
            published(site),
            most=MOST_SOURCES,
            in_part=MOST_SOURCES,
            names={article.id: article.title or article.id for article in site.articles},
        ),
        events=_pages("events", (event.id for event in site.events))
        | {event.id: sources[event.articles[0]] for event in site.events if event.id in folded},
        actors=actors | rows,
        sources=sources,
    )


def _known(site: Site) -> set[str]:
    """The actors of whom there is enough to tell for a page."""
    quoted = {actor for excerpt in site.excerpts for actor in excerpt.quoted}
    quoted |= {quotation.speaker for quotation in site.quotations if quotation.speaker and quotation.speech}
    known = set()
    for actor in site.cast.actors:
        told = max(1, len({article for alias in actor.aliases for article in alias.articles}))
        enough = told >= site.told_in and (told > 1 or actor.descriptions or actor.id in quoted)
        if enough or actor.line or actor.links:
            known.add(actor.id)
    return known


def published(site: Site) -> dict[str, str]:
    """The EDTF date of each article, "" where it is not known."""
    known = {dating.article: dating.published for dating in site.datings}
    return {article.id: known.get(article.id) or article.published or "" for article in site.articles}


def _rows(event: Event) -> int:
    """How many rows of a timeline an event takes, with what its articles recall."""
    return 1 + sum(bool(item.date and item.passages) for item in event.background)


def _row(page: str) -> str:
    """The anchor of the row in the index that stands for a page."""
    return f"a-{posixpath.basename(page).removesuffix('.md')}"


def passage_anchor(passage: Passage) -> Markup:
    """The anchor of a passage on its source's page; it is made of the offsets, which only change with the article."""
    return _safe(f"p{passage.start}-{passage.end}")


def card_anchor(disagreement: Disagreement) -> Markup:
    """The anchor of a disagreement's card."""
    return _safe(f"d-{slug(disagreement.id)}")


def share(disagreement: Disagreement) -> str:
    """The page on which a disagreement stands alone, to be cited and sent on."""
    return f"{SHARE}/{slug(disagreement.id)}.html"


def embedded(disagreement: Disagreement) -> str:
    """The page of a disagreement for a frame within another site."""
    return f"{EMBED}/{slug(disagreement.id)}.html"


def line_anchor(line: int) -> str:
    """The anchor of a line in the whole text of an article, which only a preview shows."""
    return f"line-{line}"


@lru_cache(maxsize=32_768)
def relative(target: str, *, page: str) -> Markup:
    """The address of `target` as a link on `page` gives it."""
    path, hash_mark, anchor = target.partition("#")
    steps = "" if path == page and anchor else _steps(path.split("/"), page.split("/")[:-1])
    return _safe(steps + hash_mark + anchor)


def _steps(path: list[str], folder: list[str]) -> str:
    """The way from a folder to a file; Python's own asks the machine each time which folder it is in."""
    shared = len(posixpath.commonprefix([path, folder]))
    return "/".join([*[".."] * (len(folder) - shared), *path[shared:]]) or "."


def original(article: Article, passage: Passage | None = None) -> Markup | None:
    """The article where it was published, opened at the passage's words, or None when no web address is known.

    The words are given as a text fragment (WICG Scroll To Text Fragment); browsers that know none open the top.
    """
    return outside(article.url or "", words=passage.quote if passage else "")


def outside(url: str, *, words: str = "") -> Markup | None:
    """A web address of somebody else's, opened at `words`; None when it is not one of http or https."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    bare = quote(parts._replace(fragment="").geturl(), safe="/:?&=%~.-_+,;@")
    fragment = quote(parts.fragment, safe="/:?=%~.-_+,;@")
    directive = f":~:text={_text_directive(words)}" if words else ""
    return _safe(bare + ("#" if fragment or directive else "") + fragment + directive)


def _pages(folder: str, ids: Iterable[str]) -> dict[str, str]:
    by_slug: dict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        by_slug[slug(id_)].append(id_)
    pages = {}
    for short, sharing in by_slug.items():
        for id_ in sharing:
            alone = len(sharing) == 1 and short != "index"
            pages[id_] = f"{folder}/{short}.md" if alone else f"{folder}/{short}-{digest(id_)}.md"
    return pages


def _text_directive(words: str) -> str:
    pieces = words.split()
    if len(pieces) <= FRAGMENT_WORDS:
        return _percent(" ".join(pieces))
    half = FRAGMENT_WORDS // 2
    return f"{_percent(' '.join(pieces[:half]))},{_percent(' '.join(pieces[-half:]))}"


def _percent(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")


def _safe(address: str) -> Markup:
    if not re.fullmatch(r"[A-Za-z0-9/:?&=%~.\-_+,;@#]*", address):
        raise ValueError(f"An address holds unsafe characters: {address!r}")
    return Markup(address.replace("&", "&amp;"))  # noqa: S704 - checked in the line above
