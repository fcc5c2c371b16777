"""What the comparison looks at, made of test texts by the real steps before it."""

from collections.abc import Mapping
from pathlib import Path

from generator.account.dates import find_date_mentions, resolve_dates
from generator.account.quantities import find_quantities
from generator.account.quotations import find_quotations
from generator.account.quotations.speakers import name_speakers
from generator.model.decisions import Decisions
from generator.model.story import Disagreement, Event, Material
from generator.story.origins import find_dependences
from tests.casts import find_cast
from tests.stories import analysed, date_all, read


def material(folder: Path, stories: Mapping[str, Mapping[str, str]]) -> Material:
    """One event told by all the stories."""
    articles = read(folder, stories)
    analyses = analysed(articles)
    cast = find_cast(articles, analyses, Decisions()).cast
    quotations = {a.id: name_speakers(find_quotations(a, analyses[a.id]), cast) for a in articles}
    found = {a.id: find_date_mentions(a, analyses[a.id]) for a in articles}
    datings = date_all(articles, analyses, found)
    ids = tuple(article.id for article in articles)
    return Material(
        event=Event(id="event", title="", date="", date_reason="", place="", articles=ids),
        articles=articles,
        analyses=analyses,
        cast=cast,
        quotations=quotations,
        dates={a.id: resolve_dates(a, found[a.id], datings[a.id]) for a in articles},
        datings=datings,
        dependences=find_dependences(articles, analyses, quotations),
        quantities={a.id: find_quantities(a, analyses[a.id]) for a in articles},
    )


def check_exact(found: list[Disagreement], given: Material) -> None:
    """Every position quotes its article exactly and tightly, and decides in words that it quotes."""
    bodies = {article.id: article.body for article in given.articles}
    for finding in found:
        assert 0 < finding.score <= 1
        assert len(finding.about.split()) <= 14
        assert len({p.passage.article for p in finding.positions}) == len(finding.positions) >= 2
        for position in finding.positions:
            passage = position.passage
            assert bodies[passage.article][passage.start : passage.end] == passage.quote
            assert len(passage.quote.split()) <= 40
            assert position.says in passage.quote
            assert all(passage.start <= start < end <= passage.end for start, end in position.differs)
