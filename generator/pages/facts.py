"""Facts as the reader sees them: one source's exact words, and who else tells it."""

from collections.abc import Sequence

from generator.model.record import Record
from generator.model.story import Fact
from generator.pages.viewpoint import Quote, Source, Viewpoint

BRIEF = 5
"""So many facts can be read in half a minute."""

SHOWN_OF_ONE = 4
"""So many facts of each source stand open under "Only in one source"."""


class FactView(Record, frozen=True):
    """One fact: its words, the other sources that tell it, and how many of how many (`independent`) they are."""

    quote: Quote
    also: tuple[Source, ...]
    articles: int
    independent: int
    total: int


class OnlyIn(Record, frozen=True):
    """What one source alone tells: facts shown at once, and the rest."""

    source: Source
    facts: tuple[FactView, ...]
    more: tuple[FactView, ...]


class Brief(Record, frozen=True):
    """The facts of an event; `shared` says whether those of the brief are told by several sources."""

    facts: tuple[FactView, ...]
    more: tuple[FactView, ...]
    shared: bool
    only: tuple[OnlyIn, ...]


def brief(facts: Sequence[Fact], articles: Sequence[str], view: Viewpoint) -> Brief:
    """The facts of one event that its articles tell together, and those that one tells alone."""
    shared = [fact for fact in facts if fact.articles > 1]
    alone = [fact for fact in facts if fact.articles <= 1]
    leading = shared or (list(facts) if len(articles) == 1 else _first_of_each(alone, articles))
    named: set[str] = set()
    views = [fact_view(fact, len(articles), view, named) for fact in leading]
    only = [] if len(articles) == 1 else [fact for fact in alone if fact not in leading]
    return Brief(
        facts=tuple(views[:BRIEF]),
        more=tuple(views[BRIEF:]),
        shared=bool(shared),
        only=_only(only, articles, view),
    )


def fact_view(fact: Fact, total: int, view: Viewpoint, named: set[str] | None = None) -> FactView:
    """One fact, `total` being the number of its event's articles."""
    first, *others = fact.passages
    also = {passage.article: view.source(passage) for passage in others if passage.article != first.article}
    also |= {article: view.article(article) for article in fact.unshown}
    return FactView(
        quote=view.quote(first, named),
        also=tuple(also.values()),
        articles=fact.articles,
        independent=fact.independent,
        total=total,
    )


def _first_of_each(facts: list[Fact], articles: Sequence[str]) -> list[Fact]:
    firsts = (next((fact for fact in facts if fact.passages[0].article == article), None) for article in articles)
    return [fact for fact in firsts if fact]


def _only(facts: list[Fact], articles: Sequence[str], view: Viewpoint) -> tuple[OnlyIn, ...]:
    groups = []
    for article in articles:
        named: set[str] = set()
        own = [fact for fact in facts if fact.passages[0].article == article]
        views = tuple(fact_view(fact, len(articles), view, named) for fact in own)
        if views:
            groups.append(OnlyIn(source=view.article(article), facts=views[:SHOWN_OF_ONE], more=views[SHOWN_OF_ONE:]))
    return tuple(groups)
