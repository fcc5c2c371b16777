"""What looks at one article is asked of each article, wherever what was found before is kept.

Who is who goes through the whole corpus several times. What it wants of one article is a function of that article, its
analysis and little else, so that the build can keep the answers and have them found by several processes.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Answers(Protocol[T_co]):
    """The answers by article id, in the order of the articles."""

    def __getitem__(self, name: str, /) -> T_co:
        """The answer of one article."""
        ...

    def values(self) -> Iterable[T_co]:
        """All answers, one after the other."""
        ...

    def later(self, name: str) -> Any:
        """The answer as an argument of a further question, which reads it only where it must be answered."""
        ...


class Each(Protocol):
    """Asks `work(article, analysis, *given[id])` of each article."""

    def __call__(self, work: Callable[..., T], given: Mapping[str, tuple[object, ...]] | None = None) -> Answers[T]:
        """The answers by article id."""
        ...
