"""Clauses of different articles that tell one thing alike."""

from collections.abc import Mapping, Sequence

import numpy as np

from generator.matching.measures import contradict
from generator.model.quantities import Quantity
from generator.story.facts.clauses import Clause
from generator.story.facts.likeness import Matrix

# Two clauses open a fact when they are at least so alike; another article's joins it when a little less.
_OPENS, _JOINS = 0.36, 0.32
# Like this, two clauses need share no word but names.
_CLEAR = 0.55

Quantities = Mapping[str, Sequence[Quantity]]


def group(clauses: Sequence[Clause], like: Matrix, quantities: Quantities) -> list[list[int]]:
    """Indices of clauses that tell one thing, one an article, closest first; no sentence is used twice."""
    homes = np.array([clause.article for clause in clauses])
    near = np.argwhere(np.triu(like >= _OPENS, 1) & (homes[:, None] != homes[None, :])) if clauses else ()
    used: set[tuple[str, int]] = set()
    groups: list[list[int]] = []
    for i, j in sorted(((int(a), int(b)) for a, b in near), key=lambda pair: (-like[pair], pair)):
        if _places(clauses, [i, j]) & used or not _agree(clauses[i], clauses[j], float(like[i, j]), quantities):
            continue
        members = _joined(clauses, like, [i, j], used, quantities)
        used |= _places(clauses, members)
        groups.append(members)
    return groups


def _places(clauses: Sequence[Clause], members: Sequence[int]) -> set[tuple[str, int]]:
    return {(clauses[n].article, clauses[n].sentence) for n in members}


def _joined(
    clauses: Sequence[Clause], like: Matrix, members: list[int], used: set[tuple[str, int]], quantities: Quantities
) -> list[int]:
    """The group with the best clause of each further article that is like enough to all of it."""
    best: dict[str, tuple[float, int]] = {}
    told = {clauses[m].article for m in members}
    means = like[members].mean(axis=0)
    for n in map(int, np.flatnonzero(means >= _JOINS)):
        clause = clauses[n]
        if clause.article in told or (clause.article, clause.sentence) in used:
            continue
        if all(
            _is_best(clauses, like, n, m) and _agree(clause, clauses[m], float(means[n]), quantities) for m in members
        ):
            best[clause.article] = max(best.get(clause.article, (0.0, n)), (float(means[n]), n))
    return members + [n for _, n in sorted(best.values(), key=lambda pair: pair[1])]


def _is_best(clauses: Sequence[Clause], like: Matrix, n: int, m: int) -> bool:
    """Whether no clause of another sentence of m's article is more like n."""
    return all(
        like[n, k] <= like[n, m]
        for k, other in enumerate(clauses)
        if other.article == clauses[m].article and other.sentence != clauses[m].sentence
    )


def _agree(a: Clause, b: Clause, alike: float, quantities: Quantities) -> bool:
    """Whether neither denies what the other says, and both speak of more than the same names, in numbers that fit."""
    if a.negated != b.negated or not a.lemmas & b.lemmas:
        return False
    if alike < _CLEAR and not (a.lemmas - a.names) & (b.lemmas - b.names):
        return False
    return not contradict(_within(a, quantities), _within(b, quantities))


def _within(clause: Clause, quantities: Quantities) -> list[Quantity]:
    return [q for q in quantities.get(clause.article, ()) if clause.start <= q.start and q.end <= clause.end]
