"""Facts as the reader sees them: one source's exact words, who else tells it, and what of it is disputed."""

from collections.abc import Collection, Sequence

from markupsafe import Markup

from generator.model.actors import Actor
from generator.model.record import Record
from generator.model.story import Disagreement, Event, Fact
from generator.model.text import Passage
from generator.site.pages.cards import heading
from generator.site.pages.viewpoint import Quote, Source, Viewpoint, differing

BRIEF = 2
"""So many facts fit beside the conflicts on a first screen; the rest stand behind a line."""

OPENINGS = 3
"""So many openings stand there; the rest behind a line."""

MOST_DOTS = 24
"""More dots than these nobody counts."""

DISPUTES = 2
"""So many disagreements are named beside a fact."""


Teller = tuple[Source, tuple[Source, ...]]
"""A source that tells a fact too, and what it retells."""


class FactView(Record, frozen=True):
    """One fact: its words, the other sources that tell it, and how many of how many (`independent`) they are.

    `dots` draws that: "own" for a source that leans on none, "copy" for one that does, "none" for one that is silent.
    `disputes` are disagreements over words that stand in it, spellings aside: the others tell the fact, but not in
    these words: what each is about, and where its card stands. `speaker` is who said what they all quote.
    """

    quote: Quote
    retells: tuple[Source, ...]
    also: tuple[Teller, ...]
    articles: int
    independent: int
    total: int
    dots: tuple[str, ...]
    disputes: tuple[tuple[str, Markup], ...]
    speaker: tuple[Actor, ...] = ()


OnlyIn = tuple[Source, tuple[FactView, ...]]
"""What one source alone tells."""


class Brief(Record, frozen=True):
    """What a page begins with: facts that several sources tell, those of the only source, or how each source begins."""

    facts: tuple[FactView, ...]
    more: tuple[FactView, ...]
    openings: tuple[Quote, ...]
    more_openings: tuple[Quote, ...]
    shared: bool
    only: tuple[OnlyIn, ...]


def brief(facts: Sequence[Fact], event: Event, view: Viewpoint) -> Brief:
    """The facts of one event that its articles tell together, and those that one tells alone."""
    articles = event.articles
    shared = [fact for fact in facts if fact.articles > 1]
    alone = [fact for fact in facts if fact.articles <= 1]
    leading = list(facts) if len(articles) == 1 else shared
    named: set[str] = set()
    views = [fact_view(fact, len(articles), view, named) for fact in leading]
    only = [] if len(articles) == 1 else alone
    openings = () if leading else _openings(event, view)
    return Brief(
        facts=tuple(views[:BRIEF]),
        more=tuple(views[BRIEF:]),
        openings=openings[:OPENINGS],
        more_openings=openings[OPENINGS:],
        shared=bool(shared),
        only=_only(only, articles, view),
    )


def fact_view(fact: Fact, total: int, view: Viewpoint, named: set[str] | None = None) -> FactView:
    """One fact, `total` being the number of its event's articles."""
    first, *others = fact.passages
    tellers = dict.fromkeys([*(p.article for p in fact.passages), *fact.unshown])
    told = dict.fromkeys(sorted(tellers, key=lambda article: bool(view.leans_on(article))))
    also = {passage.article: view.source(passage) for passage in reversed(others) if passage.article != first.article}
    also |= {article: view.article(article) for article in fact.unshown if article != first.article}
    copies = max(fact.articles - fact.independent, 0)
    dots = ("own",) * fact.independent + ("copy",) * copies + ("none",) * (total - fact.articles)
    return FactView(
        quote=view.excerpt(first, named),
        retells=_retells(first.article, told, view),
        also=tuple((also[a], _retells(a, told, view)) for a in told if a in also),
        articles=fact.articles,
        independent=fact.independent,
        total=total,
        dots=dots if 1 < total <= MOST_DOTS else (),
        disputes=_disputes(first, view.lookup.disagreements.get(fact.event, []), view) if fact.articles > 1 else (),
        speaker=view.actors((fact.speaker,)) if fact.speaker else (),
    )


def _retells(article: str, told: Collection[str], view: Viewpoint) -> tuple[Source, ...]:
    return tuple(view.article(on) for on in view.leans_on(article) if on in told)


def _disputes(words: Passage, disagreements: Sequence[Disagreement], view: Viewpoint) -> tuple[tuple[str, Markup], ...]:
    over = [item for item in disagreements if item.kind != "name" and _is_over(item, words)][:DISPUTES]
    return tuple((heading(item, view), view.link(view.lookup.addresses.card(item))) for item in over)


def _is_over(disagreement: Disagreement, words: Passage) -> bool:
    return any(
        start < words.end and words.start < end
        for position, spans in differing(disagreement)
        if position.passage.article == words.article
        for start, end in spans
    )


def _openings(event: Event, view: Viewpoint) -> tuple[Quote, ...]:
    """How each source begins that leans on no other of the event, the one that gives the title first."""
    own = [p for p in event.openings if not set(view.leans_on(p.article)) & set(event.articles)]
    return tuple(view.excerpt(p) for p in sorted(own, key=lambda p: p.article != event.title_article))


def _only(facts: list[Fact], articles: Sequence[str], view: Viewpoint) -> tuple[OnlyIn, ...]:
    groups = []
    for article in articles:
        named: set[str] = set()
        own = [fact for fact in facts if fact.passages[0].article == article]
        if own:
            views = tuple(fact_view(fact, len(articles), view, named) for fact in own)
            groups.append((view.article(article), views))
    return tuple(groups)
