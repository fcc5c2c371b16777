"""The named numbers by which a pair of claims is judged: how alike, how salient, how differently told."""

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from rapidfuzz.distance import LCSseq

from generator.disagreements.ranking.space import Space
from generator.disagreements.reading.contrast import View
from generator.disagreements.reading.side import Side
from generator.model.claims import Claim

Named = Iterator[tuple[str, float]]
# Roles in which two claims can give one act different things.
_ROLES = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "dobj",
        "prep",
        "advcl",
        "amod",
        "ccomp",
        "xcomp",
        "acl",
        "relcl",
        "compound",
        "nummod",
        "advmod",
        "agent",
        "attr",
        "acomp",
    ]
)


def likeness(space: Space, i: int, j: int) -> Named:
    """How much the two share: words, meaning, names, numbers, and how near they are among their counterparts."""
    a, b = space.claims[i], space.claims[j]
    shared = set(a.content) & set(b.content)
    yield "words", space.words[i, j]
    yield "meaning", space.meaning[i, j]
    yield "shared_weight", sum(space.weights[lemma] for lemma in sorted(shared))
    yield "shared_part", len(shared) / max(1, len(set(a.content) | set(b.content)))
    yield "rank_best", math.log1p(min(space.rank[i, j], space.rank[j, i]))
    yield "rank_worst", math.log1p(max(space.rank[i, j], space.rank[j, i]))
    yield "third", _third(space, i, j)
    yield "names", len(a.names & b.names)
    yield "actors", len(a.actors & b.actors)
    yield "verbs", len(a.verbs & b.verbs)
    yield "subjects", len(a.subjects & b.subjects)
    yield "acts", len(a.acts & b.acts)
    yield "deeds", len(a.deeds & b.deeds)
    yield "numbers", len(a.numbers & b.numbers)
    yield "times", len(a.times & b.times)
    yield "in_order", LCSseq.similarity(a.words, b.words) / min(len(a.words), len(b.words))


def alignment(view: View) -> Named:
    """How their words answer to each other, and what is left over on each side."""
    ours, theirs = view.one.analysis.tokens, view.other.analysis.tokens
    there, weights = view.alignment.there, view.weights
    whole = sum(weights.get(t.lemma, 0.0) for side in (view.one, view.other) for _, t in side.tokens())
    both = sum(
        view.alignment.strength[n] * (weights.get(ours[n].lemma, 0.0) + weights.get(theirs[m].lemma, 0.0))
        for n, m in there.items()
    )
    joints = [n for n, m in there.items() if ours[n].head != n and there.get(ours[n].head) == theirs[m].head]
    yield "aligned_part", both / max(1e-9, whole)
    yield "aligned_joints", len(joints)
    yield "aligned_alike", sum(strength < 1 for strength in view.alignment.strength.values())
    yield "aligned_verbs", sum(ours[n].pos == "VERB" for n in there)
    yield "aligned_acts", len({ours[n].head for n in joints if ours[ours[n].head].pos == "VERB"})
    yield "aligned_roles", sum(ours[n].dep == theirs[m].dep for n, m in there.items())
    yield (
        "open_roles",
        sum(len(_open(view.one, n, there) & _open(view.other, m, view.alignment.back)) for n, m in there.items()),
    )
    unmet = [_unmet(side, met, weights) for side, met in ((view.one, there), (view.other, view.alignment.back))]
    yield "unmet_less", min(unmet)
    yield "unmet_more", max(unmet)


def _open(side: Side, number: int, met: Mapping[int, int]) -> set[str]:
    """The roles under token `number` that words without a counterpart fill."""
    return {t.dep for n, t in side.tokens() if t.head == number and n != number and n not in met} & _ROLES


def _unmet(side: Side, met: Mapping[int, int], weights: Mapping[str, float]) -> float:
    """The weight of the nouns, verbs, adjectives and numbers without a counterpart."""
    kinds = {"NOUN", "VERB", "ADJ", "NUM"}
    return sum(weights.get(t.lemma, 0.0) for n, t in side.tokens() if n not in met and t.pos in kinds)


def _third(space: Space, i: int, j: int) -> float:
    others = np.flatnonzero((space.owner != space.owner[i]) & (space.owner != space.owner[j]))
    return float(np.minimum(space.likeness[i, others], space.likeness[j, others]).max()) if len(others) else 0.0


def salience(space: Space, i: int, j: int) -> Named:
    """Where they stand, how central they are and how long: what an article thinks matters."""
    a, b = space.claims[i], space.claims[j]
    yield "order_first", math.log1p(min(a.order, b.order))
    yield "order_both", math.log1p(a.order) + math.log1p(b.order)
    yield "depth_later", max(a.depth, b.depth)
    yield "openings", (a.order == 0) + (b.order == 0)
    yield "near_opening", (a.order < 3) + (b.order < 3)
    yield "support", float(space.support[i] + space.support[j])
    yield "support_less", float(min(space.support[i], space.support[j]))
    yield "words_less", math.log(min(len(a.words), len(b.words)))
    yield "words_more", math.log(max(len(a.words), len(b.words)))
    yield "words_alike", min(len(a.words), len(b.words)) / max(len(a.words), len(b.words))
    yield "told_by_all", _told_by_all(space, a, b)
    yield "qualifiers", a.qualifiers + b.qualifiers


def _told_by_all(space: Space, a: Claim, b: Claim) -> float:
    """The part of the words in common that every article of the event uses."""
    shared = set(a.content) & set(b.content)
    everywhere = [lemma for lemma in shared if space.holders[lemma] > int(space.owner.max())]
    return len(everywhere) / max(1, len(shared))


def difference(a: Claim, b: Claim) -> Named:
    """In what they may part: voices, hedges, moods, times, numbers, reasons, quoted words."""
    yield "identical", a.words == b.words
    yield "numbers_differ", bool(a.numbers and b.numbers and not a.numbers & b.numbers)
    yield "times_differ", bool(a.times and b.times and not a.times & b.times)
    yield "verbs_differ", bool(a.subjects & b.subjects and not a.verbs & b.verbs)
    yield "attributed", a.attributed + b.attributed
    yield "attributed_one", a.attributed != b.attributed
    yield "sources_differ", bool(a.sources and b.sources and not a.sources & b.sources)
    yield "sources_shared", len(a.sources & b.sources)
    yield "hedged", a.hedged + b.hedged
    yield "hedged_one", a.hedged != b.hedged
    yield "grounds", min(a.grounds, 2) + min(b.grounds, 2)
    yield "grounds_both", bool(a.grounds and b.grounds)
    yield "purposes", min(a.purposes, 2) + min(b.purposes, 2)
    yield "reasons_both", bool((a.grounds or a.purposes) and (b.grounds or b.purposes))
    for mood in ("negated", "modal", "planned", "future", "superlative"):
        yield mood, (mood in a.moods) + (mood in b.moods)
        yield f"{mood}_one", (mood in a.moods) != (mood in b.moods)
    yield from _speech(a, b)


def _speech(a: Claim, b: Claim) -> Named:
    run = _longest_run(a.quoted, b.quoted)
    yield "quoted", bool(a.quoted) + bool(b.quoted)
    yield "quoted_one", bool(a.quoted) != bool(b.quoted)
    yield "quoted_part", len(a.quoted) / len(a.words) + len(b.quoted) / len(b.words)
    yield "quoted_run", math.log1p(run)
    yield "quoted_same", len(a.quoted) > 3 and a.quoted == b.quoted
    yield "quoted_changed", 3 <= run < max(len(a.quoted), len(b.quoted))
    yield "paraphrased", max(_paraphrased(a, b), _paraphrased(b, a))


def _paraphrased(a: Claim, b: Claim) -> int:
    """How many of the words that `a` quotes `b` tells without quotation marks."""
    return len(set(a.quoted) & (set(b.content) - set(b.quoted)))


def _longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    if not set(a) & set(b):
        return 0
    best, row = 0, [0] * (len(b) + 1)
    for word in a:
        row = [0, *(row[k] + 1 if word == other else 0 for k, other in enumerate(b))]
        best = max(best, *row)
    return best
