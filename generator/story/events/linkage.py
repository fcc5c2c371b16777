"""Average-linkage clustering of pairs that are alike, without ever holding the likeness of all to all.

Each connected part of the pairs that reach the threshold is clustered by itself: an average that reaches it needs one
pair that does. SciPy's linkage gives the same groups; it is not used because it is a quarter of what Parallax installs,
and because it wants the whole matrix.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def cluster(
    count: int, edges: Iterable[tuple[int, int]], scores: Callable[[Sequence[int]], Scores], least: float
) -> list[int]:
    """A label for each of `count` things.

    `edges` are the pairs whose score reaches `least`; `scores` gives the square matrix of some of the things.
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


def average_linkage(scores: Scores, least: float) -> list[int]:
    """For each row the number of its group's first member: the likeliest two groups join while they reach `least`.

    The average score of two groups after a join follows from those before it (Lance and Williams, 1967).
    """
    alike = ((scores + scores.T) / 2).astype(np.float64)
    np.fill_diagonal(alike, -np.inf)
    sizes, labels = np.ones(len(alike)), np.arange(len(alike))
    nearest, best = alike.argmax(axis=1), alike.max(axis=1)
    while best.max() >= least:
        one, other = sorted((int(best.argmax()), int(nearest[best.argmax()])))
        merged = (sizes[one] * alike[one] + sizes[other] * alike[other]) / (sizes[one] + sizes[other])
        merged[one] = merged[other] = -np.inf
        alike[one], alike[:, one] = merged, merged
        alike[other], alike[:, other] = -np.inf, -np.inf
        sizes[one] += sizes[other]
        labels[labels == other] = one
        stale = np.flatnonzero((nearest == one) | (nearest == other))
        stale = np.union1d(stale, (one, other))
        nearest[stale], best[stale] = alike[stale].argmax(axis=1), alike[stale].max(axis=1)
    return [int(label) for label in labels]
