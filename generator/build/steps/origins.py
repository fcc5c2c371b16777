"""Which article leans on which."""

from collections.abc import Mapping, Sequence

from generator.build.steps.account import Account
from generator.model.analysis import Analysis
from generator.model.story import Dependence
from generator.model.text import Article
from generator.story.origins import find_dependences


def trace_all(
    articles: Sequence[Article], analyses: Mapping[str, Analysis], accounts: Mapping[str, Account]
) -> tuple[Dependence, ...]:
    """The articles that lean on another. Who speaks in them does not matter here, so it need not be known."""
    return find_dependences(articles, analyses, {article.id: accounts[article.id].quotations for article in articles})
