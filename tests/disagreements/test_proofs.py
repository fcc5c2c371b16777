"""What the program proves to be a disagreement, and what it must leave alone: pairs of short texts, and whole cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.disagreements import compare
from generator.matching.locate import count_words
from generator.model.story import Disagreement, Material
from generator.site.words import read_words
from tests.folders import CASES
from tests.materials import material
from tests.stories import cases, load

PAIRS: list[dict[str, Any]] = yaml.safe_load((CASES / "proofs" / "pairs.yml").read_text(encoding="utf-8"))
NOT = [path for path in cases("proofs") if path.name.startswith("not_")]


def told(folder: Path, pair: dict[str, Any], *, mirrored: bool) -> Material:
    told = [(pair["a"], "2024-05-07"), (pair["b"], pair.get("b_day", "2024-05-07"))]
    texts = reversed(told) if mirrored else told
    return material(folder, {n: {"text": t, "published": day} for n, (t, day) in zip("xy", texts, strict=True)})


def headed(finding: Disagreement) -> set[str]:
    assert finding.heading is not None
    return {words for field, words in finding.heading.fields.items() if field.startswith("word")}


@pytest.mark.parametrize("mirrored", [False, True], ids=["", "mirrored"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['a']} / {pair['b']}")
def test_pair(pair: dict[str, Any], mirrored: bool, tmp_path: Path) -> None:
    found = compare(told(tmp_path, pair, mirrored=mirrored), limit=9)
    assert [finding.kind for finding in found] == ([pair["kind"]] if "kind" in pair else []), found
    for finding in found:
        assert headed(finding) == set(pair["words"])
        assert (finding.hardness == "hard") == pair["hard"]
        assert finding.because is not None
        assert read_words("en").say(finding.because.key, **finding.because.fields)


@pytest.mark.parametrize("path", NOT, ids=lambda path: path.stem)
def test_nothing_is_claimed(path: Path, tmp_path: Path) -> None:
    assert compare(material(tmp_path, load(path)["articles"]), limit=9) == ()


def test_there_are_cases() -> None:
    assert sum("kind" in pair for pair in PAIRS) >= 8
    assert len(NOT) >= 20


def test_a_finding_is_exact_whole_and_can_be_printed(tmp_path: Path) -> None:
    given = told(tmp_path, PAIRS[0], mirrored=False)
    (finding,) = compare(given, limit=9)
    bodies = {article.id: article.body for article in given.articles}
    assert finding.heading is not None
    assert finding.because is not None
    for position in finding.positions:
        passage = position.passage
        assert bodies[passage.article][passage.start : passage.end] == passage.quote
        assert passage.quote.endswith(".")
        assert count_words(passage.quote) <= 40
        assert all(bodies[passage.article][start:end] in passage.quote for start, end in position.differs)
    for language in ("en", "de"):
        words = read_words(language)
        assert "convicted" in words.say(finding.heading.key, **finding.heading.fields)
        assert words.say(finding.because.key)


def test_one_article_has_no_disagreement(tmp_path: Path) -> None:
    assert compare(material(tmp_path, {"x": {"text": PAIRS[0]["a"]}}), limit=9) == ()
