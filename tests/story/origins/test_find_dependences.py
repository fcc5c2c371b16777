"""Case files: short articles and which of them leans on which; `not_…` lean on nobody."""

from pathlib import Path

import pytest

from generator.account.quotations import find_quotations
from generator.matching.leaning import independent
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


def test_many_copies_of_one_text_count_as_one(tmp_path: Path) -> None:
    told = (
        "The council of Velt closed the old bridge on Saturday after two of its cables had snapped in the night, and "
        "divers found rust in the northern tower, which engineers had called sound only a year ago. Repairs will take "
        "until spring and cost twelve million euros, more than the town has put aside for all its roads."
    )
    copies = {f"c{n:02d}": {"outlet": f"Outlet {n}", "text": f"{told} Readers {n}."} for n in range(45)}
    given = material(tmp_path, copies)
    assert independent(copies, given.dependences) == 1
    assert len(given.dependences) <= 4 * len(copies)
