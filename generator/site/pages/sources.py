"""The sources: their index, and a page each with the exact words that the site uses."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.model.record import Record
from generator.model.site import Site
from generator.model.text import Article, Passage
from generator.site import addresses
from generator.site.addresses import SOURCES
from generator.site.pages.event import LeanView, lean_views
from generator.site.pages.lookup import Lookup
from generator.site.pages.marking import Span, marked
from generator.site.pages.page import Page, page_of
from generator.site.pages.parts import PartLink, month_name, month_names, part_links, part_page
from generator.site.pages.templates import Templates
from generator.site.pages.viewpoint import EventLink, Source, Viewpoint
from generator.site.parts import Part, page_of_part


class Excerpted(Record, frozen=True):
    """Words of an article as its own page shows them, every passage in them with its anchor."""

    words: Markup
    anchors: tuple[Markup, ...]
    original: Markup | None
    language: str
    edit: str


class SourcePage(Record, frozen=True):
    """What the template of a source's page receives.

    `unread` is the name of its language, if the site does not read it.
    `shown` of `words` words are shown on this site and at most `allowed` may be; both are None when nobody counted.
    """

    label: str
    outlet: str
    headline: str
    byline: str
    date: str
    date_reason: str
    words: int
    shown: int | None
    allowed: int | None
    withheld: int
    note: str
    unread: str
    rights: str
    original: Markup | None
    event: EventLink | None
    leans: tuple[LeanView, ...]
    excerpts: tuple[Excerpted, ...]
    up: Markup
    edit: str


class SourceRow(Record, frozen=True):
    """One line of the sources' index."""

    source: Source
    outlet: str
    headline: str
    date: str
    words: int
    shown: int | None
    event: EventLink | None


class SourcesPage(Record, frozen=True):
    """What the template of the sources' index receives: rows, or links to months; `label` is that of a month."""

    rows: tuple[SourceRow, ...] = ()
    parts: tuple[PartLink, ...] = ()
    label: str = ""
    up: Markup = Markup()


def sources_page(lookup: Lookup, templates: Templates) -> Page:
    """The index of the sources, by outlet and date."""
    view = Viewpoint(lookup, SOURCES)
    if lookup.issues:
        page = SourcesPage(parts=part_links(SOURCES, month_names(list(lookup.issues), lookup), view))
    else:
        page = SourcesPage(rows=_rows(lookup.site.articles, view))
    title = lookup.words.say("sources")
    body = templates.render("sources.md.j2", page=page)
    return page_of(SOURCES, title, lookup.words.say("sources_about"), body, hide=["navigation", "toc"])


def issue_page(part: Part, lookup: Lookup, templates: Templates) -> Page:
    """The sources of one month."""
    uri, label = page_of_part(SOURCES, part), month_name(part, lookup)
    view = Viewpoint(lookup, uri)
    page = SourcesPage(rows=_rows(lookup.issues[part], view), label=label, up=view.link(SOURCES))
    return part_page(uri, lookup.words.say("sources"), label, templates.render("sources.md.j2", page=page))


def source_page(article: Article, passages: list[Passage], lookup: Lookup, templates: Templates) -> Page:
    """The page of an article, with the passages of it that the site uses."""
    uri = lookup.addresses.source(article.id)
    page = source_context(article, passages, Viewpoint(lookup, uri))
    title = page.headline or page.label
    body = templates.render("source.md.j2", page=page)
    outlet = page.outlet or lookup.words.say("outlet_unknown")
    tag = lookup.words.say("page_source")
    return page_of(
        uri, title, f"{title} ({outlet}, {page.date})", body, hide=["tags"], tags=[tag], search={"boost": 0.5}
    )


def source_context(article: Article, passages: list[Passage], view: Viewpoint) -> SourcePage:
    """What an article's page shows."""
    lookup = view.lookup
    dating = lookup.datings.get(article.id)
    excerpt = lookup.excerpts.get(article.id)
    return SourcePage(
        label=lookup.labels[article.id],
        outlet=article.outlet or "",
        headline=view.lookup.headline(article.id),
        byline=article.byline or "",
        date=lookup.words.date(lookup.published(article.id)),
        date_reason=dating.reason if dating else "",
        words=article.words,
        shown=excerpt.words if excerpt else None,
        allowed=excerpt.allowed if excerpt else None,
        withheld=len(excerpt.withheld) if excerpt else 0,
        note=article.note or "",
        unread=lookup.words.language_name(article.spoken) if article.spoken in lookup.site.unread else "",
        rights=article.rights,
        original=addresses.original(article),
        event=_event(article.id, view),
        leans=lean_views(article.id, view),
        excerpts=_excerpts(article, passages, view),
        up=view.link(SOURCES),
        edit=view.edit("article", article.id) or (article.path if lookup.edit is not None else ""),
    )


def quoted_passages(site: Site) -> dict[str, list[Passage]]:
    """Every passage that some page shows, by article and in text order."""
    quoted: dict[str, set[Passage]] = defaultdict(set)
    for passage in _passages(site):
        quoted[passage.article].add(passage)
    return {article: sorted(passages, key=lambda p: (p.start, -p.end)) for article, passages in quoted.items()}


def _passages(site: Site) -> Iterable[Passage]:
    for fact in site.facts:
        yield from fact.passages
    for disagreement in site.disagreements:
        yield from (position.passage for position in disagreement.positions)
    yield from (quotation.passage for quotation in site.quotations if quotation.direct and quotation.speech)
    for actor in site.cast.actors:
        yield from (description.passage for description in actor.descriptions)
    for dependence in site.dependences:
        yield from (passage for pair in dependence.evidence for passage in pair)
    for event in site.events:
        yield from (passage for item in event.background for passage in item.passages)
        yield from event.openings
        if event.place_passage:
            yield event.place_passage


def _excerpts(article: Article, passages: list[Passage], view: Viewpoint) -> tuple[Excerpted, ...]:
    """Passages in text order; one that lies within another is shown inside it."""
    groups: list[list[Passage]] = []
    for passage in passages:
        if groups and passage.end <= groups[-1][0].end:
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return tuple(_excerpt(article, group, view) for group in groups)


def _excerpt(article: Article, group: list[Passage], view: Viewpoint) -> Excerpted:
    outer, *inner = group
    layers = [[span] for span in _anchored(inner)]
    foreign = article.language.split("-")[0] != view.lookup.words.language
    return Excerpted(
        words=marked(outer.quote, layers, outer.start),
        anchors=(addresses.passage_anchor(outer),),
        original=addresses.original(article, outer),
        language=article.language if foreign else "",
        edit=f"{article.path}:{article.line(outer.start)}" if view.lookup.edit is not None else "",
    )


def _anchored(passages: list[Passage]) -> list[Span]:
    """Spans with the anchors of passages; one that runs out of another ends with it, or it would be split in two."""
    spans: list[Span] = []
    for passage in passages:
        end = min([passage.end, *(span.end for span in spans if span.start <= passage.start < span.end)])
        before = Markup('<span class="px-anchor" id="{}">').format(addresses.passage_anchor(passage))
        spans.append(Span(start=passage.start, end=end, before=before, after=Markup("</span>")))
    return spans


def _rows(articles: Sequence[Article], view: Viewpoint) -> tuple[SourceRow, ...]:
    """Articles by outlet and date."""
    date = view.lookup.published
    order = sorted(articles, key=lambda item: (not item.outlet, item.outlet or "", date(item.id), item.id))
    return tuple(_row(article, view) for article in order)


def _row(article: Article, view: Viewpoint) -> SourceRow:
    excerpt = view.lookup.excerpts.get(article.id)
    return SourceRow(
        source=view.article(article.id),
        outlet=article.outlet or "",
        headline=view.lookup.headline(article.id),
        date=view.lookup.words.date(view.lookup.published(article.id)),
        words=article.words,
        shown=excerpt.words if excerpt else None,
        event=_event(article.id, view),
    )


def _event(article: str, view: Viewpoint) -> EventLink | None:
    event = view.lookup.event_of.get(article)
    return view.event(event) if event else None
