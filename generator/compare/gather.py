"""From pairs of claims to findings: what touches the same sentences is one finding, with all its articles in it."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.compare.pairs import Pair
from generator.compare.space import Space

# At most so many sentences of one article, and in all, stand on one card; no sentence stands on more than two cards.
_PER_ARTICLE, _PER_FINDING, _PER_CLAIM = 2, 5, 2
# A further sentence joins a finding when its own pairing is worth at least this part of the finding's best.
_JOINS = 0.3


class Finding:
    """Claims that belong on one card, best pair first: `pair` is that pair, `worth` its probability."""

    def __init__(self, pair: Pair, worth: float) -> None:
        self.pair, self.worth = pair, worth
        self.members = [pair.i, pair.j]


def gather(space: Space, pairs: Sequence[Pair], worth: npt.NDArray[np.float64], *, limit: int) -> list[Finding]:
    """At most `limit` findings, best first: the best pairs, and with each what else is told of the same."""
    findings: list[Finding] = []
    used: Counter[int] = Counter()
    for place in np.argsort(-worth, kind="stable"):
        pair, value = pairs[place], float(worth[place])
        if len(findings) >= limit and value < _JOINS * findings[-1].worth:
            break
        if _belongs(space, findings, pair, value, used):
            continue
        if len(findings) < limit and max(used[pair.i], used[pair.j]) < _PER_CLAIM:
            findings.append(Finding(pair, value))
            used.update((pair.i, pair.j))
    _complete(space, findings, pairs, worth)
    return findings


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
            if room and value >= _JOINS * finding.worth:
                finding.members.append(new)
                used[new] += 1
                return True
    return False


def _complete(space: Space, findings: Sequence[Finding], pairs: Sequence[Pair], worth: npt.NDArray[np.float64]) -> None:
    """Give each finding the best sentence of an article that it still lacks, if that article has a fitting one."""
    value = np.zeros((len(space.claims), len(space.claims)))
    for pair, each in zip(pairs, worth, strict=True):
        value[pair.i, pair.j] = value[pair.j, pair.i] = each
    for finding in findings:
        for article in range(int(space.owner.max()) + 1):
            if any(space.owner[member] == article for member in finding.members):
                continue
            columns = np.flatnonzero(space.owner == article)
            fit = value[finding.members][:, columns].sum(axis=0) / 2
            if len(columns) and fit.max() >= _JOINS * finding.worth:
                finding.members.append(int(columns[fit.argmax()]))
