"""When each article was written: the one place where articles about different things still narrow each other."""

from collections.abc import Mapping, Sequence

from generator.account.dates.dating import date_articles
from generator.build.steps.account import Account
from generator.model.analysis import Analysis
from generator.model.story import Dating
from generator.model.text import Article


def date_all(
    articles: Sequence[Article], analyses: Mapping[str, Analysis], accounts: Mapping[str, Account]
) -> dict[str, Dating]:
    """The dating of each article, by its id."""
    return date_articles(articles, analyses, {article.id: accounts[article.id].mentions for article in articles})
