"""A step that looks at all articles asks what looks at one of them here, where the answers are kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from generator.build.step import Step
from generator.build.workshop import Kept, Kin, Workshop
from generator.model.text import Article

T = TypeVar("T")


class Answers(Generic[T]):
    """The answers by article id, read when they are looked at."""

    def __init__(self, kept: Mapping[str, Kept[T]]) -> None:
        self._kept = kept

    def __getitem__(self, name: str) -> T:
        """The answer of one article."""
        return self._kept[name].get()

    def values(self) -> Iterator[T]:
        """All answers, one after the other."""
        return (kept.get() for kept in self._kept.values())

    def later(self, name: str) -> Kept[T]:
        """The answer as an argument of a further step."""
        return self._kept[name]


class Asking:
    """Asks a step of each article: of the article, its `kin` (what is kept of it under its name), and what is given."""

    def __init__(
        self, workshop: Workshop, steps: Sequence[Step[Any]], articles: Sequence[Article], *kin: Kin[Any]
    ) -> None:
        self._workshop, self._articles, self._kin = workshop, articles, kin
        self._steps = {step.work: step for step in steps}

    def __call__(self, work: Callable[..., T], given: Mapping[str, tuple[object, ...]] | None = None) -> Answers[T]:
        """The answers of the step that does `work`."""
        rows = [
            (article, *(kin.kept[article.id] for kin in self._kin), *(given[article.id] if given else ()))
            for article in self._articles
        ]
        step: Step[T] = self._steps[work]
        kept = self._workshop.run(step, rows, [article.path for article in self._articles])
        return Answers({article.id: each for article, each in zip(self._articles, kept, strict=True)})
