"""The named numbers by which two sentences are judged to be of one matter."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from generator.disagreements.beside.space import Space

# How many pairs of an event are looked at closely; nine tenths of what careful readers pair lies among them.
_CLOSE = 250
# What a sentence's place costs against its likeness: articles begin with what they think matters.
_DEPTH_COST = 0.25


class Pair(NamedTuple):
    """Sentences number `i` and `j` of a space, of two articles, and what is known of them."""

    i: int
    j: int
    features: dict[str, float]


def find_pairs(space: Space, titles: Sequence[frozenset[str]]) -> list[Pair]:
    """The most promising pairs of an event, most alike first; `titles` are the words of the headlines."""
    depth = np.array([claim.depth for claim in space.claims])
    promise = space.likeness - _DEPTH_COST * (depth[:, None] + depth[None, :])
    promise[space.owner[:, None] >= space.owner[None, :]] = -np.inf
    places = np.argsort(-promise.ravel(), kind="stable")[:_CLOSE]
    close = [
        (i, j) for i, j in (divmod(int(place), len(space.claims)) for place in places) if np.isfinite(promise[i, j])
    ]
    heading = frozenset().union(*titles) if titles else frozenset()
    return [
        Pair(
            i,
            j,
            {"place": number / len(close), **dict(_features(space, i, j, heading))},
        )
        for number, (i, j) in enumerate(close)
    ]


def _features(space: Space, i: int, j: int, heading: frozenset[str]) -> Iterator[tuple[str, float]]:
    a, b = space.claims[i], space.claims[j]
    shared = set(a.content) & set(b.content)
    yield "words", float(space.words[i, j])
    yield "meaning", float(space.meaning[i, j])
    yield "shared_weight", sum(space.weights[lemma] for lemma in sorted(shared))
    yield "shared_part", len(shared) / max(1, len(set(a.content) | set(b.content)))
    yield "rank_best", math.log1p(min(space.rank[i, j], space.rank[j, i]))
    yield "rank_worst", math.log1p(max(space.rank[i, j], space.rank[j, i]))
    yield "support", float(min(space.support[i], space.support[j]))
    yield "names", len(a.names & b.names)
    yield "actors", len(a.actors & b.actors)
    yield "verbs", len(a.verbs & b.verbs)
    yield "numbers", len(a.numbers & b.numbers)
    yield "numbers_apart", float(bool(a.numbers - b.numbers and b.numbers - a.numbers))
    yield "times", len(a.times & b.times)
    yield "in_order", LCSseq.similarity(a.words, b.words) / max(1, min(len(a.words), len(b.words)))
    yield "quoted", len(set(a.quoted) & set(b.quoted))
    yield "depth", a.depth + b.depth
    yield "shorter", min(len(a.words), len(b.words))
    yield "headline", len(heading & (set(a.words) | set(b.words))) / max(1, len(heading))
