"""From pairs of claims to findings: what touches the same sentences is one finding, with all its articles in it."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from generator.compare.pairs import Pair
from generator.compare.space import Matrix, Space

# At most so many sentences of one article, and in all, stand on one card; no sentence stands on two cards.
_PER_ARTICLE, _PER_FINDING, _PER_CLAIM = 2, 5, 1
# A further sentence joins a finding when its own pairing is worth at least this part of the finding's best.
_JOINS = 0.3
# ... and when it is so much like a sentence that is there (words and meaning together, of 2), and one of its so many
# likeliest counterparts.
_ALIKE, _NEAREST = 0.25, 3
# Sentences that share nearly all words in the same order differ in nothing that a reader would look for here.
_SAME = 0.95


class Finding:
    """Claims that belong on one card, best pair first: `pair` is that pair, `best` its probability.

    `worth` is the probability that any two of its claims are what a careful reader would pair.
    """

    def __init__(self, pair: Pair, best: float) -> None:
        self.pair, self.best, self.worth = pair, best, best
        self.members = [pair.i, pair.j]


def gather(space: Space, pairs: Sequence[Pair], worth: Matrix, *, limit: int) -> list[Finding]:
    """At most `limit` findings, best first: the best pairs, and with each what else is told of the same."""
    findings: list[Finding] = []
    used: Counter[int] = Counter()
    for place in np.argsort(-worth, kind="stable"):
        pair, value = pairs[place], float(worth[place])
        if len(findings) >= limit and value < _JOINS * findings[-1].best:
            break
        if pair.features["in_order"] >= _SAME or _belongs(space, findings, pair, value, used):
            continue
        if len(findings) < limit and max(used[pair.i], used[pair.j]) < _PER_CLAIM:
            findings.append(Finding(pair, value))
            used.update((pair.i, pair.j))
    square = _square(space, pairs, worth)
    for finding in findings:
        _complete(space, finding, square)
        finding.worth = _any(space, finding.members, square)
    return sorted(findings, key=lambda finding: -finding.worth)


def _belongs(space: Space, findings: Sequence[Finding], pair: Pair, value: float, used: Counter[int]) -> bool:
    """Whether the pair tells of what a finding has already; its new sentence joins that finding if there is room."""
    for finding in findings:
        known = [claim for claim in (pair.i, pair.j) if claim in finding.members]
        if len(known) == 2:
            return True
        if known:
            new = pair.j if known[0] == pair.i else pair.i
            beside = sum(space.owner[member] == space.owner[new] for member in finding.members)
            room = beside < _PER_ARTICLE and len(finding.members) < _PER_FINDING and used[new] < _PER_CLAIM
            alike = space.likeness[pair.i, pair.j] >= _ALIKE and _counterparts(space, pair)
            if room and alike and value >= _JOINS * finding.best:
                finding.members.append(new)
                used[new] += 1
                return True
    return False


def _counterparts(space: Space, pair: Pair) -> bool:
    return bool(min(space.rank[pair.i, pair.j], space.rank[pair.j, pair.i]) < _NEAREST)


def _square(space: Space, pairs: Sequence[Pair], worth: Matrix) -> Matrix:
    """The probabilities of the pairs as a symmetric matrix over all claims."""
    value = np.zeros((len(space.claims), len(space.claims)))
    for pair, each in zip(pairs, worth, strict=True):
        value[pair.i, pair.j] = value[pair.j, pair.i] = each
    return value


def _complete(space: Space, finding: Finding, value: Matrix) -> None:
    """Give a finding the best sentence of an article that it still lacks, if that article has a fitting one."""
    for article in range(int(space.owner.max()) + 1):
        if any(space.owner[member] == article for member in finding.members):
            continue
        columns = np.flatnonzero(space.owner == article)
        fit = value[finding.members][:, columns].sum(axis=0) / 2
        fit[space.likeness[finding.members][:, columns].max(axis=0) < _ALIKE] = 0.0
        if len(columns) and fit.max() >= _JOINS * finding.best:
            finding.members.append(int(columns[fit.argmax()]))


def _any(space: Space, members: Sequence[int], value: Matrix) -> float:
    """The probability that at least one of the pairs across articles holds, were they independent."""
    none = 1.0
    for place, one in enumerate(members):
        for other in members[place + 1 :]:
            if space.owner[one] != space.owner[other]:
                none *= 1.0 - value[one, other]
    return float(1.0 - none)
