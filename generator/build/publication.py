"""A finished site as files: pages in Markdown and everything beside them, for whichever engine builds it."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.build.cache import cache_folder, keep_latest, read_latest
from generator.build.code import PACKAGE
from generator.build.inputs import inputs_digest
from generator.build.remembering import Remembered
from generator.content.settings import Settings
from generator.model.errors import ParallaxError, as_problem
from generator.model.record import Record
from generator.model.site import Problem, Site
from generator.site.addresses import (
    ACTORS,
    CARDS,
    DISAGREEMENTS,
    EVENTS,
    SCRIPT,
    SHARE_STYLE,
    SOURCES,
    Addresses,
    addresses_of,
)
from generator.site.excerpts import fit, overrun
from generator.site.feeds import data_files
from generator.site.lazy import Lazy
from generator.site.pages import Page, assets, blocks, writers
from generator.site.pages.lookup import Lookup
from generator.site.preview import edit_places, full_texts, problem_notice
from generator.site.redirects import redirects
from generator.site.sharing import Home, card_image, share_pages
from generator.site.social_card import social_card
from generator.site.structured_data import script, structured_data
from generator.site.words import Words, missing_words, read_words

if TYPE_CHECKING:
    from generator.build.pipeline import Built

_ROUNDS = 4  # of fitting closer, where near copies on one page go on with each other's words
# So many pages are kept for a build that changes nothing; of more, the copies to write would take gigabytes.
_MOST_KEPT = 20_000
_MARGIN = 20  # words
_SITE = PACKAGE / "site"
_TEXTS = (".json", ".xml", ".html", ".txt", ".md")
_MARK = re.compile(r"<[^<>]*>")
_PLACE = re.compile(r"<!--\s*parallax:\s*([\w-]+)\s*-->")


class Identity(Record, frozen=True):
    """What the site calls itself: title, description, its published address ("" if unknown) and language tag.

    `folders` says whether pages are folders (`page/`) or files (`page.html`).
    """

    title: str
    description: str = ""
    home: str = ""
    language: str = "en"
    folders: bool = True


class Publication(Record, frozen=True):
    """All that an engine needs.

    `files` are by address in the site. `sequence` are the event pages by date. `sections` gives the index page of each
    page outside the navigation. `notice` stands at the top of every page of a preview. `site`, `edit` and `language`
    are what the blocks in the editor's own pages are made of.
    """

    site: Site
    language: str
    edit: dict[str, str] | None = None
    pages: tuple[Page, ...] = ()
    files: dict[str, bytes] = msgspec.field(default_factory=dict)
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    sequence: tuple[str, ...] = ()
    sections: dict[str, str] = msgspec.field(default_factory=dict)
    notice: str = ""


class Draft:
    """A site whose pages and files are by address; those of a preview are written when they are asked for.

    `publication` says everything else, and holds neither.
    """

    def __init__(self, publication: Publication, pages: Mapping[str, Page], files: Mapping[str, bytes]) -> None:
        self.publication, self.pages, self.files = publication, pages, files

    def finished(self) -> Publication:
        """All of it, written."""
        return msgspec.structs.replace(self.publication, pages=tuple(self.pages.values()), files=dict(self.files))


def publish(root: Path, settings: Settings, identity: Identity, *, preview: bool = False) -> Publication:
    """Build the site in `root` and render all of it; when nothing has changed since the last time, that is given back.

    `preview` adds what only the editor sees: where to change each thing, whole articles, the problems.
    """
    digest = inputs_digest(root, settings, identity, preview)
    place = cache_folder() / "sites" / f"{sha256(str(root.resolve()).encode()).hexdigest()}-{int(preview)}.msgpack"
    kept = read_latest(place, digest, Publication)
    if kept is not None:
        return kept
    publication = _published(root, settings, identity, preview=preview)
    if len(publication.pages) <= _MOST_KEPT:
        keep_latest(place, digest, publication)
    return publication


def build(root: Path, settings: Settings, *, preview: bool, remembered: Remembered | None = None) -> "Built":
    """The site of the folder `root`; see `pipeline.build`."""
    from generator.build import pipeline  # noqa: PLC0415 - all that compares articles: an unchanged site needs none

    return pipeline.build(root, settings, preview=preview, remembered=remembered)


def drafted(root: Path, settings: Settings, identity: Identity, remembered: Remembered) -> Draft:
    """The preview of the site in `root`, of which nothing is written yet; see `pipeline.build`."""
    read_words.cache_clear()  # a preview shows a phrase that changed, too
    digest = inputs_digest(root, settings, apart=_drawn_with())  # a template that changes compares nothing anew
    built = remembered.latest(digest, lambda: build(root, settings, preview=True, remembered=remembered))
    return _draft(built, settings, identity, preview=True)


def failed(fault: ParallaxError, last: Draft | None) -> Draft:
    """The `last` draft of a preview, or else none of its pages, with the `fault` in the notice on top."""
    problem = as_problem(fault)
    last = last or Draft(Publication(site=Site(), language="en"), {}, {})
    notice = problem_notice([problem], read_words(last.publication.language))
    site = msgspec.structs.replace(last.publication.site, problems=(problem,))
    return Draft(msgspec.structs.replace(last.publication, site=site, notice=notice), last.pages, last.files)


def _published(root: Path, settings: Settings, identity: Identity, *, preview: bool) -> Publication:
    built = build(root, settings, preview=preview)
    draft = _draft(built, settings, identity, preview=preview)
    spared: dict[str, int] = {}
    for _ in range(_ROUNDS):
        over = {} if preview else overrun(_plain_texts(draft), draft.publication.site)
        if not over:
            break
        # More than what is over: other passages come into the room that is left, and a large site takes long to draw.
        spared |= {article: spared.get(article, 0) + 2 * words + _MARGIN for article, words in over.items()}
        closer = fit(
            built.whole,
            quotation_words=settings.quotation_words,
            share=settings.excerpt_share,
            words=settings.excerpt_words,
            spared=spared,
        )
        closer = msgspec.structs.replace(closer, problems=built.site.problems)
        draft = _draft(msgspec.structs.replace(built, site=closer), settings, identity, preview=preview)
    return draft.finished()


def _plain_texts(draft: Draft) -> Iterator[str]:
    """Every page and every file of text, without its marks."""
    for page in draft.pages.values():
        yield _without_marks(page.text)
    for uri in draft.files:
        if uri.endswith(_TEXTS):
            yield _without_marks(draft.files[uri].decode("utf-8"))


def _without_marks(text: str) -> str:
    return html.unescape(_MARK.sub(" ", text))


def _draft(built: "Built", settings: Settings, identity: Identity, *, preview: bool) -> Draft:
    site, words, addresses = _told(built.site, settings), read_words(settings.language), addresses_of(built.site)
    edit = edit_places(site, built.decisions, content=settings.content) if preview else None
    whole = full_texts(site, addresses.sources, words) if preview else Lazy[str]({})
    cards = (
        Lazy[bytes]({}) if preview else _cards(site, identity, words, addresses)
    )  # nobody shares a link to a preview
    shared = share_pages(site, words, Home(title=identity.title, url=identity.home, folders=identity.folders))
    documents = structured_data(site, addresses)
    looks, told = assets(), addresses.event_pages

    def finished(write: Callable[[], Page]) -> Page:
        page = write()
        page = _finished(page, documents.get(page.uri), cards, identity.home)
        return msgspec.structs.replace(page, text=page.text + whole[page.uri]) if page.uri in whole else page

    files = (
        *(looks, cards, _data(site, addresses, words, identity)),
        *(redirects(built.decisions, site, addresses, settings.language), shared),
    )
    pages = {uri: partial(finished, write) for uri, write in writers(site, words, edit=edit).items()}
    publication = Publication(
        site=site,
        language=settings.language,
        edit=edit,
        styles=tuple(uri for uri in looks if uri.endswith(".css") and uri != SHARE_STYLE),
        scripts=(SCRIPT,),
        sequence=tuple(told[event.id] for event in site.events if event.id in told),
        sections=_sections(pages),
        notice=problem_notice(site.problems, words) if preview else "",
    )
    return Draft(
        publication,
        pages=Lazy(pages),
        files=Lazy({uri: partial(some.__getitem__, uri) for some in files for uri in some}),
    )


def _told(site: Site, settings: Settings) -> Site:
    """The site, with a word to the editor when its language has no phrases of ours."""
    message = missing_words(settings.language)
    if not message:
        return site
    problem = Problem(severity="suggestion", file="mkdocs.yml", line=0, message=message)
    return msgspec.structs.replace(site, problems=(*site.problems, problem))


def fill(markdown: str, uri: str, publication: Publication) -> str:
    """The editor's page at `uri` with each `<!-- parallax: name -->` replaced by that block.

    An unknown name stays as it is: it shows in no browser, and other programs may know it.
    """
    if not _PLACE.search(markdown):
        return markdown
    known = blocks(publication.site, read_words(publication.language), uri=uri, edit=publication.edit)
    return _PLACE.sub(lambda match: known.get(match[1], match[0]), markdown)


def package_folders() -> tuple[Path, ...]:
    """Our own folders on disk: the theme's first, then those whose change a preview should follow."""
    return (*_drawn_with(), _SITE / "words")


def _drawn_with() -> tuple[Path, ...]:
    """Those of our folders that decide how things look, and nothing of what is told."""
    return tuple(_SITE / name for name in ("theme", "templates", "assets"))


def _cards(site: Site, identity: Identity, words: Words, addresses: Addresses) -> Lazy[bytes]:
    """The picture of each event and each disagreement, by its address."""
    cards: dict[str, Callable[[], bytes]] = {}
    labels = Lookup(site, words).labels
    differences = Counter(d.event for d in site.disagreements)
    for event in site.events:
        if event.id not in addresses.event_pages:
            continue
        disputed = differences[event.id]
        counts = [words.say("count_sources", n=len(event.articles))]
        if disputed:
            counts.append(words.say("count_disagreements", n=disputed))
        cards[_card_address(addresses.events[event.id])] = partial(
            social_card,
            title=event.title,
            date=words.date(event.date),
            counts=" · ".join(counts),
            site=identity.title,
        )
    for item in site.disagreements:
        sources = dict.fromkeys(labels[position.passage.article] for position in item.positions)
        cards[card_image(item)] = partial(
            social_card,
            title=item.about,
            date=words.say(item.hardness),
            counts=" · ".join(sources)[:60],
            site=identity.title,
        )
    return Lazy(cards)


def _card_address(page: str) -> str:
    return f"{CARDS}/{page.rsplit('/', 1)[-1].removesuffix('.md')}.png"


def _data(site: Site, addresses: Addresses, words: Words, identity: Identity) -> Lazy[bytes]:
    return data_files(
        site, addresses, words, title=identity.title, description=identity.description, home=identity.home
    )


def _finished(page: Page, document: dict[str, object] | None, cards: Mapping[str, bytes], home: str) -> Page:
    """A page with its JSON-LD at the end, and its picture's address in the front matter."""
    text = f"{page.text}\n{script(document)}\n" if document else page.text
    card = _card_address(page.uri)
    if card in cards and page.uri.startswith("events/"):
        text = text.replace("---\n", f"---\nsocial: {home}{card}\n", 1)
    return msgspec.structs.replace(page, text=text)


def _sections(pages: Iterable[str]) -> dict[str, str]:
    """The index page that each page below one belongs to."""
    indexes = {index.partition("/")[0]: index for index in (EVENTS, ACTORS, SOURCES, DISAGREEMENTS)}
    return {uri: index for uri in pages if uri != (index := indexes[uri.partition("/")[0]])}
