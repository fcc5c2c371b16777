"""Average-linkage clustering of pairs that are alike, without ever holding the likeness of all to all.

Each connected part of the pairs that reach the threshold is clustered by itself: an average that reaches it needs one
pair that does. SciPy's linkage gives the same groups; it is not used because it is a quarter of what Parallax installs,
and because it wants the whole matrix.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.model.record import Record

Scores = NDArray[np.float32]


class Least(Record, frozen=True):
    """The average score from which two things join.

    One joins another as a `pair`, or is a `third`, or is `joining` three or more; and so do two `groups`.
    """

    pair: float
    third: float
    joining: float
    groups: float

    @property
    def lowest(self) -> float:
        """The score below which no two things join by themselves."""
        return min(self.pair, self.third, self.joining, self.groups)


def cluster(
    count: int,
    edges: Iterable[tuple[int, int]],
    scores: Callable[[Sequence[int]], Scores],
    least: Least,
) -> list[int]:
    """A label for each of `count` things.

    `edges` are the pairs whose score reaches the lowest of `least`; `scores` gives the square matrix of some of the
    things.
    """
    labels = list(range(count))
    for members in _parts(count, edges):
        if len(members) > 1:
            for member, label in zip(members, average_linkage(scores(members), least), strict=True):
                labels[member] = members[label]
    return labels


def _parts(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected components, by union-find with halved paths."""
    parent = list(range(count))

    def root(each: int) -> int:
        while parent[each] != each:
            parent[each] = parent[parent[each]]
            each = parent[each]
        return each

    for one, other in edges:
        parent[max(root(one), root(other))] = min(root(one), root(other))
    parts: dict[int, list[int]] = {}
    for each in range(count):
        parts.setdefault(root(each), []).append(each)
    return list(parts.values())


def average_linkage(scores: Scores, least: Least) -> list[int]:
    """For each row the number of its group's first member: the likeliest two join that are as alike as they must be.

    The average score of two groups after a join follows from those before it (Lance and Williams, 1967).
    """
    alike = ((scores + scores.T) / 2).astype(np.float64)
    np.fill_diagonal(alike, -np.inf)
    sizes, labels = np.ones(len(alike)), np.arange(len(alike))
    alone, both = [least.pair, least.third, least.joining], [least.groups, least.groups]
    wanted = np.array([alone, [least.third, *both], [least.joining, *both]])

    def joinable(rows: NDArray[np.int64]) -> NDArray[np.float64]:
        kinds = np.minimum(sizes, len(wanted)).astype(np.int64) - 1
        return np.where(alike[rows] >= wanted[np.ix_(kinds[rows], kinds)], alike[rows], -np.inf)

    found = joinable(labels)
    nearest, best = found.argmax(axis=1), found.max(axis=1)
    while best.max() > -np.inf:
        one, other = sorted((int(best.argmax()), int(nearest[best.argmax()])))
        merged = (sizes[one] * alike[one] + sizes[other] * alike[other]) / (sizes[one] + sizes[other])
        merged[one] = merged[other] = -np.inf
        alike[one], alike[:, one] = merged, merged
        alike[other], alike[:, other] = -np.inf, -np.inf
        sizes[one] += sizes[other]
        labels[labels == other] = one
        stale = np.flatnonzero((nearest == one) | (nearest == other))
        stale = np.union1d(stale, (one, other))
        found = joinable(stale)
        nearest[stale], best[stale] = found.argmax(axis=1), found.max(axis=1)
    return [int(label) for label in labels]
