"""Which article leans on which."""

from collections.abc import Mapping, Sequence

from generator.build.steps.account import Account
from generator.build.steps.parts import Parts
from generator.model.analysis import Analysis
from generator.model.story import Dependence
from generator.model.text import Article
from generator.story.origins import Gist, find_dependences, gist_of, narrative


def gist_of_article(article: Article, analysis: Analysis, account: Account) -> Gist:
    """What tells of the article whether another may lean on it."""
    return gist_of(narrative(article, analysis, account.quotations), analysis)


def trace_all(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    accounts: Mapping[str, Account],
    gists: Mapping[str, Gist],
) -> tuple[Dependence, ...]:
    """The articles that lean on another. Who speaks in them does not matter here, so it need not be known."""
    return find_dependences(articles, analyses, Parts(accounts, lambda account: account.quotations), gists.values())
