"""Tight passages around given words."""

from pathlib import Path

import pytest

from generator.language.phrases import clause, phrase, tight
from generator.model.analysis import Analysis
from generator.model.text import Article
from tests.stories import analysed, read

TEXT = (
    "When the river rose, the old mayor of Dorn told a crowd on the quay that 900 sandbags had come from Velt, and the"
    " fire brigade, which had slept in the school, carried them to the wall while children, two reporters and a man"
    " with a trumpet looked on from the bridge until the rain grew too strong for all of them."
)


@pytest.fixture
def given(tmp_path: Path) -> tuple[Article, Analysis]:
    (article,) = read(tmp_path, {"one": {"text": TEXT}})
    return article, analysed([article])["one"]


def test_a_clause_says_who_says_it(given: tuple[Article, Analysis]) -> None:
    article, analysis = given
    start = article.body.index("900")
    passage = clause(article, analysis, start, start + 3)
    assert "900 sandbags" in passage.quote
    assert "told a crowd" in passage.quote
    assert len(passage.quote.split()) <= 25


def test_a_phrase_stops_at_punctuation_and_does_not_dangle(given: tuple[Article, Analysis]) -> None:
    article, analysis = given
    start = article.body.index("mayor")
    assert phrase(article, analysis, start, start + 5).quote == "the old mayor of Dorn told"


def test_too_many_words_are_cut_around_the_marks(given: tuple[Article, Analysis]) -> None:
    article, _ = given
    start, end = article.body.index("W"), len(article.body.rstrip())
    mark = (article.body.index("trumpet"), article.body.index("trumpet") + 7)
    passage = tight(article, start, end, [mark], most=12)
    assert "trumpet" in passage.quote
    assert len(passage.quote.split()) <= 12
    assert article.body[passage.start : passage.end] == passage.quote


def test_few_words_are_kept_whole(given: tuple[Article, Analysis]) -> None:
    article, _ = given
    assert tight(article, 0, 20, []).quote == article.body[:20]
