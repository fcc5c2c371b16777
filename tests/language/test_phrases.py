"""Tight passages around given words."""

from pathlib import Path

import pytest

from generator.language.phrases import tight
from generator.model.text import Article
from tests.stories import read

TEXT = (
    "When the river rose, the old mayor of Dorn told a crowd on the quay that 900 sandbags had come from Velt, and the"
    " fire brigade, which had slept in the school, carried them to the wall while children, two reporters and a man"
    " with a trumpet looked on from the bridge until the rain grew too strong for all of them."
)


@pytest.fixture
def article(tmp_path: Path) -> Article:
    return read(tmp_path, {"one": {"text": TEXT}})[0]


def test_too_many_words_are_cut_around_the_marks(article: Article) -> None:
    start, end = article.body.index("W"), len(article.body.rstrip())
    mark = (article.body.index("trumpet"), article.body.index("trumpet") + 7)
    passage = tight(article, start, end, [mark], most=12)
    assert "trumpet" in passage.quote
    assert len(passage.quote.split()) <= 12
    assert article.body[passage.start : passage.end] == passage.quote


def test_few_words_are_kept_whole(article: Article) -> None:
    assert tight(article, 0, 20, []).quote == article.body[:20]
