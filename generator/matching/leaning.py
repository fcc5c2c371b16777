"""Which articles lean on one another surely enough to count once."""

from collections.abc import Iterable

from generator.model.story import Dependence

SURE = 0.5
"""An article leans on another when its dependence is at least so sure; a credit in passing is not."""


def leaning(dependences: Iterable[Dependence]) -> tuple[Dependence, ...]:
    """The dependences that are sure enough to be told."""
    return tuple(dependence for dependence in dependences if dependence.score >= SURE)


def origin_of(articles: Iterable[str], dependences: Iterable[Dependence]) -> dict[str, str]:
    """For each article the first of those that it leans on or that lean on it, directly or through others."""
    origin = {name: name for name in articles}
    for dependence in leaning(dependences):
        if dependence.article in origin and dependence.on in origin:
            first, other = sorted((origin[dependence.article], origin[dependence.on]))
            if first != other:
                origin = {name: first if own == other else own for name, own in origin.items()}
    return origin


def independent(articles: Iterable[str], dependences: Iterable[Dependence]) -> int:
    """How many of the articles there are when those that lean on one another count as one."""
    return len(set(origin_of(articles, dependences).values()))
