"""The sources: their index, and a page each with the exact words that the site uses."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.model.site import Site
from generator.model.text import Article, Passage
from generator.site import addresses
from generator.site.addresses import SOURCES
from generator.site.pages.inert import Span, marked
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of, part_page
from generator.site.pages.templates import Templates
from generator.site.pages.viewpoint import Viewpoint
from generator.site.parts import Part, page_of_part


def sources_page(lookup: Lookup, templates: Templates) -> Page:
    """The index of the sources: all of them, or links to its months."""
    articles = () if lookup.issues else _by_outlet(lookup.site.articles, lookup)
    body = templates.render("sources.md.j2", view=Viewpoint(lookup, SOURCES), articles=articles, label="")
    about = lookup.words.say("sources_about")
    return page_of(SOURCES, lookup.words.say("sources"), about, body, hide=["navigation", "toc"])


def issue_page(part: Part, lookup: Lookup, templates: Templates) -> Page:
    """The sources of one month."""
    uri, label = page_of_part(SOURCES, part), lookup.part_name(part)
    articles = _by_outlet(lookup.issues[part], lookup)
    body = templates.render("sources.md.j2", view=Viewpoint(lookup, uri), articles=articles, label=label)
    return part_page(uri, lookup.words.say("sources"), label, body)


def source_page(article: Article, passages: list[Passage], lookup: Lookup, templates: Templates) -> Page:
    """The page of an article, with the passages of it that the site uses."""
    words, uri = lookup.words, lookup.addresses.sources[article.id]
    unread = words.language_name(article.spoken) if article.spoken in lookup.site.unread else ""
    body = templates.render(
        "source.md.j2",
        view=Viewpoint(lookup, uri),
        article=article,
        dating=lookup.datings.get(article.id),
        excerpt=lookup.excerpts.get(article.id),
        shown=_excerpts(passages),
        unread=unread,
    )
    title = lookup.headline(article.id) or lookup.labels[article.id]
    about = f"{title} ({article.outlet or words.say('outlet_unknown')}, {words.date(lookup.published(article.id))})"
    return page_of(uri, title, about, body, hide=["tags"], tags=[words.say("page_source")], search={"boost": 0.5})


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


def _excerpts(passages: list[Passage]) -> list[tuple[Passage, Markup]]:
    """Passages in text order with their words; one that lies within another is an anchor inside it."""
    groups: list[list[Passage]] = []
    for passage in passages:
        if groups and passage.end <= groups[-1][0].end:
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return [(outer, marked(outer.quote, [[s] for s in _anchored(inner)], outer.start)) for outer, *inner in groups]


def _anchored(passages: list[Passage]) -> list[Span]:
    """Spans with the anchors of passages; one that runs out of another ends with it, or it would be split in two."""
    spans: list[Span] = []
    for passage in passages:
        end = min([passage.end, *(span.end for span in spans if span.start <= passage.start < span.end)])
        before = Markup('<span class="px-anchor" id="{}">').format(addresses.passage_anchor(passage))
        spans.append(Span(start=passage.start, end=end, before=before, after=Markup("</span>")))
    return spans


def _by_outlet(articles: Sequence[Article], lookup: Lookup) -> list[Article]:
    """Articles by outlet and date."""
    return sorted(articles, key=lambda item: (not item.outlet, item.outlet or "", lookup.published(item.id), item.id))
