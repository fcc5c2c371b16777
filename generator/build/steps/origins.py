"""Which article leans on which."""

from collections.abc import Iterator, Mapping, Sequence

from generator.build.steps.account import Account
from generator.model.actors import Quotation
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
    return find_dependences(articles, analyses, _Quotations(accounts), gists.values())


class _Quotations(Mapping[str, tuple[Quotation, ...]]):
    """The quotations of each article, read when they are looked at."""

    def __init__(self, accounts: Mapping[str, Account]) -> None:
        self._accounts = accounts

    def __getitem__(self, name: str) -> tuple[Quotation, ...]:
        return self._accounts[name].quotations

    def __iter__(self) -> Iterator[str]:
        return iter(self._accounts)

    def __len__(self) -> int:
        return len(self._accounts)
