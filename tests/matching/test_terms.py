from pathlib import Path

import numpy as np

from generator.matching.similarity import similarities, term_rows
from generator.matching.terms import Rows, likest, terms_of
from tests.matching.test_similarity import TEXTS
from tests.stories import analysed, read

MORE = {
    "d": "Riga and Liepaja agreed on a bridge, and the council of Liepaja will share its cost.",
    "e": "Steel of the warehouse in Liepaja was saved from the fire, Baltic Steel said.",
}


def test_rows_of_small_records_are_as_alike_as_the_articles(tmp_path: Path) -> None:
    articles = read(tmp_path, {name: {"text": text} for name, text in (TEXTS | MORE).items()})
    analyses = analysed(articles)
    everyone = range(len(articles))
    rows = Rows(terms_of(article, analyses[article.id]) for article in articles)
    whole = term_rows(list(analyses.values())).cosines(everyone, everyone)
    assert np.allclose(rows.cosines(everyone, everyone), whole, atol=1e-6)


def test_the_index_finds_every_pair_within_reach(tmp_path: Path) -> None:
    articles = read(tmp_path, {name: {"text": text} for name, text in (TEXTS | MORE).items()})
    analyses = analysed(articles)
    rows = Rows(terms_of(article, analyses[article.id]) for article in articles)
    order, until = np.array([2, 0, 4, 1, 3]), np.array([5, 4, 5, 5, 5])
    found = {(one, o): c for one, others, cos in rows.alike(order, until) for o, c in zip(others, cos, strict=True)}
    matrix = rows.cosines(range(5), range(5))
    for place, one in enumerate(order):
        for other in order[place + 1 : until[place]]:
            assert abs(found.get((one, other), 0) - matrix[one, other]) < 1e-6
    assert (0, 3) not in found


def test_the_likest_are_those_of_the_matrix(tmp_path: Path) -> None:
    articles = read(tmp_path, {name: {"text": text} for name, text in (TEXTS | MORE).items()})
    analyses = analysed(articles)
    terms = [terms_of(article, analyses[article.id]) for article in articles]
    matrix = similarities(list(analyses.values()))
    for row, found in likest(lambda: iter(terms), [0, 3], least=0.01, most=2):
        best = sorted((n for n in range(5) if n != row), key=lambda n: -matrix[row, n])[:2]
        assert [number for number, _ in found] == best
        assert np.allclose([cosine for _, cosine in found], [matrix[row, n] for n in best], atol=1e-6)
