"""Case files: short articles and which of them leans on which; `not_…` lean on nobody."""

from pathlib import Path

import pytest

from generator.account.quotations import find_quotations
from generator.model.analysis import Analysis
from generator.model.text import Article
from generator.story.origins import find_dependences
from tests.materials import material
from tests.stories import cases, load

CASES = cases("origins")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = load(path)
    given = material(tmp_path, case["articles"])
    assert [[d.article, d.on] for d in given.dependences] == case["leans"]
    assert not path.stem.startswith("not_") or not given.dependences
    bodies = {article.id: article.body for article in given.articles}
    for dependence in given.dependences:
        assert 0 < dependence.score <= 1
        assert dependence.because
        assert dependence.evidence
        for ours, theirs in dependence.evidence:
            assert (ours.article, theirs.article) == (dependence.article, dependence.on)
            for passage in (ours, theirs):
                assert bodies[passage.article][passage.start : passage.end] == passage.quote
                assert len(passage.quote.split()) <= 40


def test_one_of_the_seeds_is_a_rewrite_and_no_other_leans(
    seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]
) -> None:
    quotations = {a.id: find_quotations(a, seed_analyses[a.id]) for a in seeds}
    found = find_dependences(seeds, seed_analyses, quotations)
    assert [(d.article, d.on) for d in found] == [
        ("unsigned-foreign-minister-meets-putin", "ap-top-diplomat-visits-kremlin")
    ]


def test_an_empty_article_leans_on_nobody() -> None:
    empty = Article(id="empty", path="empty.md", body="")
    analysis = Analysis(article="empty", tokens=(), sentences=())
    assert find_dependences((empty, empty), {"empty": analysis}, {}) == ()
