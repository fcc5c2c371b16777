"""A step that looks at all articles asks what looks at one of them here, where the answers are kept."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from generator.build.step import Step
from generator.build.workshop import Kin, Workshop
from generator.model.text import Article

T = TypeVar("T")


class Asking:
    """Asks a step of each article: of the article, its `kin` (what is kept of it under its name), and what is given."""

    def __init__(
        self, workshop: Workshop, steps: Sequence[Step[Any]], articles: Sequence[Article], *kin: Kin[Any]
    ) -> None:
        self._workshop, self._articles, self._kin = workshop, articles, kin
        self._steps = {step.work: step for step in steps}

    def __call__(self, work: Callable[..., T], given: Mapping[str, tuple[object, ...]] | None = None) -> Kin[T]:
        """The answers of the step that does `work`, by article id."""
        rows = [
            (article, *(kin.kept[article.id] for kin in self._kin), *(given[article.id] if given else ()))
            for article in self._articles
        ]
        step: Step[T] = self._steps[work]
        kept = self._workshop.run(step, rows, [article.path for article in self._articles])
        return Kin({article.id: each for article, each in zip(self._articles, kept, strict=True)})
