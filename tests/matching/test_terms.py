from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.matching.terms import Rows, Terms, likest, terms_of
from tests.stories import analysed, read

TEXTS = {
    "a": "The council of Riga approved a new bridge over the Daugava after hours of debate about its cost.",
    "b": "Riga will get a new bridge over the Daugava. The council approved its cost after a long debate.",
    "c": "A fire destroyed a warehouse of Baltic Steel in Liepaja; nobody was hurt.",
    "d": "Riga and Liepaja agreed on a bridge, and the council of Liepaja will share its cost.",
    "e": "Steel of the warehouse in Liepaja was saved from the fire, Baltic Steel said.",
}


def terms_in(folder: Path) -> list[Terms]:
    articles = read(folder, {name: {"text": text} for name, text in TEXTS.items()})
    analyses = analysed(articles)
    return [terms_of(article, analyses[article.id]) for article in articles]


def held_each_to_each(terms: Sequence[Terms]) -> NDArray[np.float64]:
    """The cosines by the plain way: every article as a row over all words."""
    words = sorted({word for one in terms for word in one.words})
    rows = np.zeros((len(terms), len(words)))
    for row, one in enumerate(terms):
        for word, count, weight in zip(one.words, one.counts, one.weights, strict=True):
            rows[row, words.index(word)] = (1 + np.log(count)) * weight
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows @ rows.T


def test_rows_are_as_alike_as_held_each_to_each(tmp_path: Path) -> None:
    terms = terms_in(tmp_path)
    cosines = Rows(terms).cosines(range(5), range(5))
    assert np.allclose(cosines, held_each_to_each(terms), atol=1e-6)
    assert np.diag(cosines) == pytest.approx(1)
    assert cosines[0, 1] > 5 * max(cosines[0, 2], cosines[1, 2])


def test_the_index_finds_every_pair_within_reach(tmp_path: Path) -> None:
    rows = Rows(terms_in(tmp_path))
    order, until = np.array([2, 0, 4, 1, 3]), np.array([5, 4, 5, 5, 5])
    found = {(one, o): c for one, others, cos in rows.alike(order, until) for o, c in zip(others, cos, strict=True)}
    matrix = rows.cosines(range(5), range(5))
    for place, one in enumerate(order):
        for other in order[place + 1 : until[place]]:
            assert abs(found.get((one, other), 0) - matrix[one, other]) < 1e-6
    assert (0, 3) not in found


def test_the_likest_come_likest_first(tmp_path: Path) -> None:
    terms = terms_in(tmp_path)
    found = dict(likest(lambda: iter(terms), [0, 3], least=0.01, most=2))
    assert [number for number, _ in found[0]] == [1, 3]
    assert all(one[1] > other[1] > 0 for one, other in (found[0], found[3]))


def test_no_articles_are_alike_to_none() -> None:
    assert Rows([]).cosines([], []).shape == (0, 0)
    assert list(likest(lambda: iter(()), [], least=0.1, most=2)) == []
