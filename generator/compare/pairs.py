"""Pairs of claims of two articles that may tell one thing differently, each with the named numbers it is judged by."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from generator.compare.space import Space
from generator.model.claims import Claim

# How many pairs of an event are looked at closely; nine tenths of what careful readers pair lies among them.
_CLOSE = 250
# What a claim's place costs against its likeness: articles begin with what they think matters.
_DEPTH_COST = 0.25


class Pair(NamedTuple):
    """Claims number `i` and `j` of a space, of two articles, and what is known of them."""

    i: int
    j: int
    features: dict[str, float]


def find_pairs(space: Space, titles: Sequence[frozenset[str]]) -> list[Pair]:
    """The most promising pairs of an event, most alike first; `titles` are the words of the headlines."""
    depth = np.array([claim.depth for claim in space.claims])
    promise = space.likeness - _DEPTH_COST * (depth[:, None] + depth[None, :])
    promise[space.owner[:, None] >= space.owner[None, :]] = -np.inf
    order = np.argsort(-promise.ravel(), kind="stable")[:_CLOSE]
    title = frozenset().union(*titles) if titles else frozenset()
    headed = [len(title & set(claim.words)) / max(1, len(title)) for claim in space.claims]
    pairs = []
    for place in order:
        i, j = divmod(int(place), len(space.claims))
        if np.isfinite(promise[i, j]):
            features = dict(_likeness(space, i, j)) | dict(_salience(space, i, j, headed))
            pairs.append(Pair(i, j, features | dict(_difference(space.claims[i], space.claims[j]))))
    return pairs


def _likeness(space: Space, i: int, j: int) -> Iterator[tuple[str, float]]:
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


def _third(space: Space, i: int, j: int) -> float:
    others = np.flatnonzero((space.owner != space.owner[i]) & (space.owner != space.owner[j]))
    return float(np.minimum(space.likeness[i, others], space.likeness[j, others]).max()) if len(others) else 0.0


def _salience(space: Space, i: int, j: int, headed: Sequence[float]) -> Iterator[tuple[str, float]]:
    a, b = space.claims[i], space.claims[j]
    yield "order_first", math.log1p(min(a.order, b.order))
    yield "order_both", math.log1p(a.order) + math.log1p(b.order)
    yield "depth_later", max(a.depth, b.depth)
    yield "openings", (a.order == 0) + (b.order == 0)
    yield "near_opening", (a.order < 3) + (b.order < 3)
    yield "support", float(space.support[i] + space.support[j])
    yield "support_less", float(min(space.support[i], space.support[j]))
    yield "headline", headed[i] + headed[j]
    yield "headline_less", min(headed[i], headed[j])
    yield "words_less", math.log(min(len(a.words), len(b.words)))
    yield "words_more", math.log(max(len(a.words), len(b.words)))
    yield "qualifiers", a.qualifiers + b.qualifiers


def _difference(a: Claim, b: Claim) -> Iterator[tuple[str, float]]:
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


def _speech(a: Claim, b: Claim) -> Iterator[tuple[str, float]]:
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
