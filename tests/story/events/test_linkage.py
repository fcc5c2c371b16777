"""Clusters are those of SciPy's average linkage, found without the whole matrix."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.story.events.linkage import Least, Scores, average_linkage, cluster, pairs_of


def _random(seed: int, size: int) -> Scores:
    rows = np.random.default_rng(seed).random((size, 4)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows @ rows.T


def _sets(labels: Sequence[int]) -> set[frozenset[int]]:
    return {frozenset(n for n, label in enumerate(labels) if label == each) for each in set(labels)}


def _all(least: float) -> Least:
    return Least(pair=least, third=least, joining=least, groups=least)


@given(st.integers(0, 10_000), st.integers(2, 40), st.floats(0.5, 0.99))
def test_as_scipy_does(seed: int, size: int, least: float) -> None:
    hierarchy = pytest.importorskip("scipy.cluster.hierarchy")
    distance = pytest.importorskip("scipy.spatial.distance")
    scores = _random(seed, size)
    apart = np.clip(1 - scores.astype(np.float64), 0, None)
    np.fill_diagonal(apart, 0)
    tree = hierarchy.linkage(distance.squareform(apart, checks=False), "average")
    assert _sets(average_linkage(scores, _all(least))) == _sets(
        hierarchy.fcluster(tree, 1 - least, "distance").tolist()
    )


@given(st.integers(0, 10_000), st.floats(0.7, 0.99))
def test_parts_are_clustered_by_themselves(seed: int, least: float) -> None:
    scores = _random(seed, 30)
    assert _sets(_clustered(scores, _all(least), 30)) == _sets(average_linkage(scores, _all(least)))


@given(st.integers(0, 10_000), st.integers(2, 60), st.floats(0.3, 0.9))
def test_pairs_alone_give_the_same(seed: int, size: int, least: float) -> None:
    scores = _random(seed, size)
    kinds = Least(pair=least, third=least - 0.02, joining=least - 0.05, groups=least + 0.06)
    assert _clustered(scores, kinds, 1) == _clustered(scores, kinds, size)


def _clustered(scores: Scores, least: Least, whole: int) -> list[int]:
    edges = [(int(i), int(j), float(scores[i, j])) for i, j in np.argwhere(np.triu(scores, 1) >= least.lowest)]
    return cluster(len(scores), pairs_of(edges), lambda ones, others: scores[np.ix_(ones, others)], least, whole)


def test_a_chain_is_no_group() -> None:
    chain = np.array([[1, 0.9, 0], [0.9, 1, 0.85], [0, 0.85, 1]], dtype=np.float32)
    assert _sets(average_linkage(chain, _all(0.5))) == {frozenset({0, 1}), frozenset({2})}


def test_two_groups_must_be_more_alike_than_one_and_a_group() -> None:
    two_pairs = np.full((4, 4), 0.2, dtype=np.float32)
    two_pairs[0, 1] = two_pairs[1, 0] = two_pairs[2, 3] = two_pairs[3, 2] = 0.5
    least = Least(pair=0.3, third=0.18, joining=0.15, groups=0.25)
    assert _sets(average_linkage(two_pairs, least)) == {frozenset({0, 1}), frozenset({2, 3})}
    assert _sets(average_linkage(two_pairs[:3, :3], least)) == {frozenset({0, 1, 2})}
    assert len(_sets(average_linkage(two_pairs[1:3, 1:3], least))) == 2
