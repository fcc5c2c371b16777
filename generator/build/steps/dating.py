"""When each article was written: the one place where articles about different things still narrow each other."""

from collections.abc import Mapping, Sequence

from generator.account.dates import date_folder, stated
from generator.build.steps.account import Account
from generator.build.steps.parts import Parts
from generator.matching.terms import Terms
from generator.model.analysis import Analysis
from generator.model.story import Dating
from generator.model.text import Article


def stated_of(article: Article, analysis: Analysis, account: Account) -> Dating | None:
    """The dating of an article that states when it was published."""
    return stated(article, analysis, account.mentions)


def date_all(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    accounts: Mapping[str, Account],
    known: Mapping[str, Dating | None],
    terms: Mapping[str, Terms],
) -> dict[str, Dating]:
    """The dating of each article, by its id."""
    mentions = Parts(accounts, lambda account: account.mentions)
    return date_folder(articles, analyses, mentions, known, terms)
