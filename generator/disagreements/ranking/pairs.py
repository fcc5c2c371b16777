"""Pairs of claims of two articles that may tell one thing differently, each with the named numbers it is judged by."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from generator.disagreements.ranking import features
from generator.disagreements.ranking.space import Space
from generator.disagreements.reading.views import Views

# How many pairs of an event are looked at closely; nine tenths of what careful readers pair lies among them.
_CLOSE = 250
# What a claim's place costs against its likeness: articles begin with what they think matters.
_DEPTH_COST = 0.25


class Pair(NamedTuple):
    """Claims number `i` and `j` of a space, of two articles, and what is known of them."""

    i: int
    j: int
    features: dict[str, float]


def find_pairs(space: Space, titles: Sequence[frozenset[str]], views: Views) -> list[Pair]:
    """The most promising pairs of an event, most alike first; `titles` are the words of the headlines."""
    depth = np.array([claim.depth for claim in space.claims])
    promise = space.likeness - _DEPTH_COST * (depth[:, None] + depth[None, :])
    promise[space.owner[:, None] >= space.owner[None, :]] = -np.inf
    order = [divmod(int(place), len(space.claims)) for place in np.argsort(-promise.ravel(), kind="stable")[:_CLOSE]]
    close = [(i, j) for i, j in order if np.isfinite(promise[i, j])]
    headlines = _Headlines(space, titles)
    pairs = []
    for (i, j), standing in zip(close, _standing(space, close), strict=True):
        known = dict(standing)
        for more in (
            features.likeness(space, i, j),
            features.salience(space, i, j),
            features.alignment(views.view(i, j)),
            features.difference(space.claims[i], space.claims[j]),
            headlines.shared(i, j),
        ):
            known.update(more)
        pairs.append(Pair(i, j, known))
    return pairs


def _standing(space: Space, close: Sequence[tuple[int, int]]) -> Iterator[dict[str, float]]:
    """Where each pair stands among those of its event: its place, how far above the mean it is, and among how many."""
    likeness = np.array([space.likeness[i, j] for i, j in close])
    spread = max(1e-9, float(likeness.std())) if len(close) else 1.0
    for place, alike in enumerate(likeness):
        yield {
            "place": place / len(close),
            "standing": float(alike - likeness.mean()) / spread,
            "sentences": len(space.claims),
        }


class _Headlines:
    """What claims share with the headlines; `titles` are the words of each, in the order of the articles."""

    def __init__(self, space: Space, titles: Sequence[frozenset[str]]) -> None:
        self._space, self._titles = space, titles
        words = frozenset().union(*titles) if titles else frozenset()
        self._headed = [len(words & set(claim.words)) / max(1, len(words)) for claim in space.claims]

    def shared(self, i: int, j: int) -> Iterator[tuple[str, float]]:
        """Of claims `i` and `j`."""
        claims, owner = self._space.claims, self._space.owner
        shared = set(claims[i].words) & set(claims[j].words)
        yield "headline", self._headed[i] + self._headed[j]
        yield "headline_less", min(self._headed[i], self._headed[j])
        yield "headline_shared", sum(len(shared & self._titles[owner[n]]) for n in (i, j))
