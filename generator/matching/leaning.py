"""Which articles lean on one another surely enough to count once."""

from collections.abc import Iterable

from generator.model.story import Dependence

SURE = 0.5
"""An article leans on another when its dependence is at least so sure; a credit in passing is not."""


def leaning(dependences: Iterable[Dependence]) -> tuple[Dependence, ...]:
    """The dependences that are sure enough to be told."""
    return tuple(dependence for dependence in dependences if dependence.score >= SURE)


def independent(articles: Iterable[str], dependences: Iterable[Dependence]) -> int:
    """How many of the articles there are when those that lean on one another count as one."""
    home = {name: name for name in articles}

    def root(name: str) -> str:
        while home[name] != name:
            home[name] = name = home[home[name]]
        return name

    for dependence in leaning(dependences):
        if dependence.article in home and dependence.on in home:
            home[root(dependence.article)] = root(dependence.on)
    return sum(root(name) == name for name in home)
