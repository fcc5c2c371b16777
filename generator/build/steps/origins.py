"""Which article leans on which."""

from collections.abc import Mapping, Sequence

from generator.build.steps.account import Account
from generator.build.steps.parts import Parts
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.story import Dependence
from generator.model.text import Article
from generator.story.origins import Gist, find_dependences, gist_of, narrative


def trace_event(
    articles: tuple[Article, ...], analyses: dict[str, Analysis], accounts: dict[str, Account]
) -> tuple[Dependence, ...]:
    """Those of an event's articles that lean on another. Who speaks in them does not matter here."""
    return find_dependences(articles, analyses, Parts(accounts, _quotations))


def gist_of_article(article: Article, analysis: Analysis, account: Account) -> Gist:
    """What tells of the article whether another may lean on it."""
    return gist_of(narrative(article, analysis, account.quotations), analysis)


def trace_crowd(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    accounts: Mapping[str, Account],
    gists: Mapping[str, Gist],
) -> tuple[Dependence, ...]:
    """The same of an event of so many articles that not all of them can be held in full at once."""
    return find_dependences(articles, analyses, Parts(accounts, _quotations), gists.values())


def _quotations(account: Account) -> tuple[Quotation, ...]:
    return account.quotations
