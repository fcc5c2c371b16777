"""Average-linkage clustering of pairs that are alike, without ever holding the likeness of all to all.

Each connected part of the pairs that reach the threshold is clustered by itself: an average that reaches it needs one
pair that does. A part of very many, as years of news make, is held as those pairs alone, and what else an average needs
is asked for then. SciPy's linkage gives the same groups; it is not used because it is a quarter of what Parallax
installs, and because it wants the whole matrix.
"""

from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush

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

    def of(self, one: int, other: int) -> float:
        """The score from which groups of two sizes join."""
        alone = (self.pair, self.third, self.joining)
        return self.groups if min(one, other) > 1 else alone[min(max(one, other), len(alone)) - 1]


Edge = tuple[int, int, float]
"""Two things and how much they are alike."""

# From three on a group's size counts no more.
_SIZES = (1, 2, 3)
_EDGE = np.dtype([("one", np.int32), ("other", np.int32), ("score", np.float32)])
# Up to so many things the matrix of all to all takes less than their pairs do.
_WHOLE = 4000


def pairs_of(edges: Iterable[Edge]) -> NDArray[np.void]:
    """Pairs in one array, with the fields `one`, `other` and `score`."""
    return np.fromiter(edges, _EDGE)


def cluster(
    count: int,
    pairs: NDArray[np.void],
    scores: Callable[[Sequence[int], Sequence[int]], Scores],
    least: Least,
    whole: int = _WHOLE,
) -> list[int]:
    """A label for each of `count` things.

    `pairs`, as `pairs_of` holds them, are those whose score reaches the lowest of `least`; `scores` gives the scores of
    some of the things with others. Parts of more than `whole` things are held as pairs.
    """
    labels = list(range(count))
    for members in _parts(count, pairs):
        if len(members) > whole:
            for member, label in linked(_near(members, pairs), scores, least).items():
                labels[member] = label
        elif len(members) > 1:
            for member, label in zip(members, average_linkage(scores(members, members), least), strict=True):
                labels[member] = members[label]
    return labels


def _near(members: Sequence[int], pairs: NDArray[np.void]) -> dict[int, dict[int, float]]:
    """For each of some things the scores of those that it is alike."""
    alike: dict[int, dict[int, float]] = {member: {} for member in members}
    for one, other, score in pairs[np.isin(pairs["one"], members)].tolist():
        alike[one][other] = alike[other][one] = score
    return alike


def _parts(count: int, pairs: NDArray[np.void]) -> list[list[int]]:
    """The connected components, by union-find with halved paths."""
    parent = list(range(count))

    def root(each: int) -> int:
        while parent[each] != each:
            parent[each] = parent[parent[each]]
            each = parent[each]
        return each

    for one, other in zip(pairs["one"].tolist(), pairs["other"].tolist(), strict=True):
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
    wanted = np.array([[least.of(one, other) for other in _SIZES] for one in _SIZES])

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


def linked(
    alike: dict[int, dict[int, float]],
    scores: Callable[[Sequence[int], Sequence[int]], Scores],
    least: Least,
) -> dict[int, int]:
    """As `average_linkage`, by the scores of each thing with those that it is alike: each with its group's first.

    Only groups of which two members are alike can reach the average, so no others are looked at. `alike` is used up.
    """
    members = {one: [one] for one in alike}
    found = [(-score, a, b) for a, near in alike.items() for b, score in near.items() if a < b and score >= least.pair]
    heapify(found)
    while found:
        score, one, other = heappop(found)
        size = len(members.get(one, ())) * len(members.get(other, ()))
        if not size or alike[one].get(other, 0) / size != -score:
            continue
        sides = [(members[each], alike.pop(each)) for each in (one, other)]
        members[one], alike[one] = sides[0][0] + members.pop(other), {}
        for third in sorted((sides[0][1].keys() | sides[1][1].keys()) - {one, other}):
            # What was too little to be kept may be more beside the other's.
            own = members[third]
            total = sum(near[third] if third in near else float(scores(some, own).sum()) for some, near in sides)
            for gone in (one, other):
                alike[third].pop(gone, None)
            mean = total / (len(members[one]) * len(own))
            if mean >= least.lowest:
                alike[one][third] = alike[third][one] = total
            if mean >= least.of(len(members[one]), len(own)):
                heappush(found, (-mean, min(one, third), max(one, third)))
    return {member: min(own) for own in members.values() for member in own}
