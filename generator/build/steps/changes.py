"""One quantity at different dates, over all events."""

from collections.abc import Mapping, Sequence

from generator.account.dates.resolving import resolve_dates
from generator.build.steps.account import Account
from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.story import Change, Dating, Event
from generator.model.text import Article
from generator.story.changes import find_changes


def change_all(
    events: Sequence[Event],
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    accounts: Mapping[str, Account],
    datings: Mapping[str, Dating],
    cast: Cast,
) -> tuple[Change, ...]:
    """The quantities that articles give for different dates."""
    quantities = {a.id: accounts[a.id].quantities for a in articles}
    dates = {a.id: resolve_dates(a, accounts[a.id].mentions, datings[a.id]) for a in articles}
    return find_changes(events, articles, analyses, quantities, dates, cast)
