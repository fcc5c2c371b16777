"""Which articles tell one happening."""

from collections.abc import Mapping, Sequence

from generator.account.dates.resolving import resolve_dates
from generator.build.steps.account import Account
from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.story import Dating
from generator.model.text import Article
from generator.story.events import Grouping, group_events


def group_all(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    accounts: Mapping[str, Account],
    cast: Cast,
    datings: Mapping[str, Dating],
    decisions: Decisions,
) -> Grouping:
    """The events that the articles tell."""
    dates = {a.id: resolve_dates(a, accounts[a.id].mentions, datings[a.id]) for a in articles}
    return group_events(articles, analyses, cast, datings, dates, decisions)
