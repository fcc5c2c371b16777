"""From pairs of claims to findings: what touches the same sentences is one finding, with all its articles in it."""

from collections.abc import Sequence

import numpy as np

from generator.disagreements.ranking.pairs import Pair
from generator.disagreements.ranking.space import Matrix, Space
from generator.disagreements.reading.contrast import Contrast
from generator.disagreements.reading.side import Span

# At most so many sentences of one article, and in all, stand on one card.
_PER_ARTICLE, _PER_FINDING = 2, 5
# A sentence stands on a second card only for other deciding words, and on no third.
_PER_CLAIM = 2
# A further sentence joins a finding when its own pairing is worth at least this part of the finding's best.
_JOINS = 0.3
# ... and when it is so much like a sentence that is there (words and meaning together, of 2), and one of its so many
# likeliest counterparts; a second sentence of an article must also share words of this weight with the main pair.
_ALIKE, _NEAREST, _TIED = 0.25, 3, 1.0
# Sentences that share nearly all words in the same order differ in nothing that a reader would look for here.
_SAME = 0.95


class Finding:
    """Claims that belong on one card, best pair first: `pair` is that pair, `best` its probability.

    `contrast` names the difference of that pair, if it can be named. `worth` is the probability that any two of its
    claims are what a careful reader would pair.
    """

    def __init__(self, pair: Pair, contrast: Contrast | None, best: float) -> None:
        self.pair, self.contrast, self.best, self.worth = pair, contrast, best, best
        self.members = [pair.i, pair.j]

    def named(self, pair: Pair, contrast: Contrast) -> "Finding":
        """The same claims and worth, with `pair` of them as the main one and the difference that it shows."""
        finding = Finding(pair, contrast, self.best)
        finding.members, finding.worth = self.members, self.worth
        return finding

    def deciding(self, claim: int) -> tuple[Span, str] | None:
        """The deciding words of one of the two main claims, and what they are about."""
        span = self.span(claim)
        return None if span is None or self.contrast is None else (span, self.contrast.subject)

    def span(self, claim: int) -> Span | None:
        """The deciding words of one of the two main claims."""
        if self.contrast is None or claim not in (self.pair.i, self.pair.j):
            return None
        return self.contrast.one if claim == self.pair.i else self.contrast.other


def gather(
    space: Space,
    pairs: Sequence[Pair],
    contrasts: Sequence[Contrast | None],
    worth: Matrix,
    *,
    limit: int,
) -> list[Finding]:
    """At most `limit` findings, best first: the best pairs, and with each what else is told of the same.

    `contrasts` are the differences that the pairs would be shown for.
    """
    findings: list[Finding] = []
    for place in np.argsort(-worth, kind="stable"):
        started = Finding(pairs[place], contrasts[place], float(worth[place]))
        if len(findings) >= limit and started.best < _JOINS * findings[-1].best:
            break
        if started.pair.features["in_order"] >= _SAME or _belongs(space, findings, started):
            continue
        if len(findings) < limit and _is_new(findings, started):
            findings.append(started)
    square = square_of(space, pairs, worth)
    for finding in findings:
        _complete(space, finding, square)
        finding.worth = any_holds(space, finding.members, square)
    return sorted(findings, key=lambda finding: -finding.worth)


def _is_new(findings: Sequence[Finding], started: Finding) -> bool:
    """Whether no other finding shows these claims, or only for other deciding words."""
    for claim in (started.pair.i, started.pair.j):
        holders = [finding for finding in findings if claim in finding.members]
        if len(holders) >= _PER_CLAIM:
            return False
        if any(_same_words(holder.span(claim), started.span(claim)) for holder in holders):
            return False
    return True


def _same_words(held: Span | None, new: Span | None) -> bool:
    """Whether a claim would be shown again for nothing new: a difference named beside none is new."""
    return new is None or (held is not None and held[0] < new[1] and new[0] < held[1])


def _belongs(space: Space, findings: Sequence[Finding], new: Finding) -> bool:
    """Whether the pair tells of what a finding has already; its new sentence joins that finding if there is room."""
    held = [claim for finding in findings for claim in finding.members]
    for finding in findings:
        known = [claim for claim in (new.pair.i, new.pair.j) if claim in finding.members]
        if len(known) == 2 and not _is_new(findings, new):
            return True
        if len(known) == 1 and not _differs_otherwise(finding, new):
            joining = new.pair.j if known[0] == new.pair.i else new.pair.i
            if joining not in held and _fits(space, finding, new, joining):
                finding.members.append(joining)
                return True
    return False


def _differs_otherwise(finding: Finding, new: Finding) -> bool:
    """Whether both name their differences, and of two kinds: then each is told by itself."""
    one, other = finding.contrast, new.contrast
    return one is not None and other is not None and one.kind != other.kind


def _fits(space: Space, finding: Finding, new: Finding, joining: int) -> bool:
    pair = new.pair
    beside = sum(space.owner[member] == space.owner[joining] for member in finding.members)
    room = beside < _PER_ARTICLE and len(finding.members) < _PER_FINDING
    near = min(space.rank[pair.i, pair.j], space.rank[pair.j, pair.i]) < _NEAREST
    alike = space.likeness[pair.i, pair.j] >= _ALIKE and bool(near)
    tied = not beside or _tie(space, finding, joining) >= _TIED
    return room and alike and tied and new.best >= _JOINS * finding.best


def _tie(space: Space, finding: Finding, claim: int) -> float:
    """The weight of the words that a claim shares with both main claims."""
    shared = set.intersection(*(set(space.claims[n].content) for n in (finding.pair.i, finding.pair.j, claim)))
    return sum(space.weights[lemma] for lemma in sorted(shared))


def square_of(space: Space, pairs: Sequence[Pair], worth: Matrix) -> Matrix:
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


def any_holds(space: Space, members: Sequence[int], value: Matrix) -> float:
    """The probability that at least one of the pairs across articles holds, were they independent."""
    none = 1.0
    for place, one in enumerate(members):
        for other in members[place + 1 :]:
            if space.owner[one] != space.owner[other]:
                none *= 1.0 - value[one, other]
    return float(1.0 - none)
