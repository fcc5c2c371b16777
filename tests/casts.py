"""Who is who, found in this process with nothing kept."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from generator.account import actors
from generator.account.actors import Casting
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.text import Article

T = TypeVar("T")


class _Found(dict[str, T]):
    def later(self, name: str) -> T:
        return self[name]


def find_cast(articles: Sequence[Article], analyses: Mapping[str, Analysis], decisions: Decisions) -> Casting:
    """Everyone in the articles, as the build finds them."""

    def each(work: Callable[..., T], given: Mapping[str, tuple[object, ...]] | None = None) -> Any:
        found = _Found[T]()
        for article in articles:
            found[article.id] = work(article, analyses[article.id], *(given[article.id] if given else ()))
        return found

    return actors.find_cast(articles, analyses, decisions, each)
