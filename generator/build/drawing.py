"""A site as built, drawn: its pages in Markdown, and every file beside them."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import msgspec

from generator.build.pipeline import Built
from generator.build.publication import Draft, Identity, Publication
from generator.content.settings import Settings
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
from generator.site.pages.kept import kept_pages
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page
from generator.site.pages.render import assets, writers
from generator.site.preview import edit_places, full_texts, problem_notice
from generator.site.redirects import redirects
from generator.site.sharing import Home, card_image, share_pages
from generator.site.social_card import social_card
from generator.site.structured_data import script, structured_data
from generator.site.words import Words, missing_words, read_words

_ROUNDS = 4  # of fitting closer, where near copies on one page go on with each other's words
_MARGIN = 20  # words
_TEXTS = (".json", ".xml", ".html", ".txt", ".md")
_MARK = re.compile(r"<[^<>]*>")


def finished(built: Built, settings: Settings, identity: Identity, *, preview: bool) -> Publication:
    """All of the site, its pages held against the excerpt cap as they are."""
    draft = drafted(built, settings, identity, preview=preview)
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
        kept = kept_pages(draft.pages, draft.publication.site, closer, read_words(settings.language))
        draft = drafted(msgspec.structs.replace(built, site=closer), settings, identity, preview=preview, kept=kept)
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


def drafted(
    built: Built, settings: Settings, identity: Identity, *, preview: bool, kept: Mapping[str, Page] | None = None
) -> Draft:
    """The site with pages and files that are made when they are asked for; its pages that are `kept` are not."""
    site, words, addresses = _told(built.site, settings), read_words(settings.language), addresses_of(built.site)
    edit = edit_places(site, built.decisions, content=settings.content) if preview else None
    whole = full_texts(site, addresses.sources, words) if preview else Lazy[str]({})
    cards = (
        Lazy[bytes]({}) if preview else _cards(site, identity, words, addresses)
    )  # nobody shares a link to a preview
    shared = share_pages(site, words, Home(title=identity.title, url=identity.home, folders=identity.folders))
    documents = structured_data(site, addresses)
    looks, told = assets(), addresses.event_pages

    def whole_page(uri: str, write: Callable[[], Page]) -> Page:
        if kept and uri in kept:
            return kept[uri]
        page = write()
        page = _finished(page, documents.get(page.uri), cards, identity.home)
        return msgspec.structs.replace(page, text=page.text + whole[page.uri]) if page.uri in whole else page

    files = (
        *(looks, cards, _data(site, addresses, words, identity)),
        *(redirects(built.decisions, site, addresses, settings.language, folders=identity.folders), shared),
    )
    pages = {uri: partial(whole_page, uri, write) for uri, write in writers(site, words, edit=edit).items()}
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
