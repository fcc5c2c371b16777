"""The comparison as a whole: exact, tight, stable, and silent where nothing differs."""

from pathlib import Path

import msgspec
import pytest

from generator.disagreements import compare
from generator.model.story import Disagreement, Material
from tests.materials import material

COUNCIL = {
    "courier": {
        "title": "Council closes library",
        "published": "2021-05-04",
        "text": (
            "The town council voted on Monday to close the library because its roof is unsafe.\n\n"
            "Ana Prieto, the mayor, called the decision painful but right.\n\n"
            "About two hundred readers use the library every week, according to the council.\n\n"
            "“We will reopen it when we have the money,” Prieto said."
        ),
    },
    "gazette": {
        "title": "Library to shut",
        "published": "2021-05-04",
        "text": (
            "The town council decided on Monday to shut the library to save the wages of its clerks.\n\n"
            "The mayor, Ana Prieto, defended the harsh decision.\n\n"
            "Hundreds of readers use the library every week.\n\n"
            "“We will reopen it as soon as the money is there,” Prieto said."
        ),
    },
    "herald": {
        "title": "Readers angry as library closes",
        "published": "2021-05-05",
        "text": (
            "A reckless town council voted on Tuesday to close the library.\n\n"
            "Prieto, the mayor, refused to answer the readers who had gathered outside.\n\n"
            "The library will never reopen, readers fear."
        ),
    },
}


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Material:
    return material(tmp_path_factory.mktemp("council"), COUNCIL)


@pytest.fixture(scope="module")
def found(council: Material) -> tuple[Disagreement, ...]:
    return compare(council, limit=12)


def test_every_position_is_exact_and_tight(council: Material, found: tuple[Disagreement, ...]) -> None:
    bodies = {article.id: article.body for article in council.articles}
    assert found
    for disagreement in found:
        assert len({p.passage.article for p in disagreement.positions}) > 1
        assert len(disagreement.about.split()) <= 14
        for position in disagreement.positions:
            passage = position.passage
            assert bodies[passage.article][passage.start : passage.end] == passage.quote
            assert len(passage.quote.split()) <= 40
            assert position.says in " ".join(passage.quote.split())


def test_what_can_hardly_both_be_right_comes_first_then_what_the_opening_sentences_and_quotations_show(
    found: tuple[Disagreement, ...],
) -> None:
    assert [disagreement.kind for disagreement in found[:3]] == ["date", "quote", "cause"]
    assert found[0].hardness == "hard"
    assert {position.says for position in found[0].positions} == {"on Monday", "on Tuesday"}
    assert found[0].about == "When: town council"
    assert {position.says for position in found[2].positions} == {
        "because its roof is unsafe",
        "to save the wages of its clerks",
    }


def test_scores_fall_from_first_to_last(found: tuple[Disagreement, ...]) -> None:
    scores = [disagreement.score for disagreement in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert {type(score) for score in scores} == {float}, "the export writes no numpy numbers"


def test_the_same_material_gives_the_same_findings(council: Material, found: tuple[Disagreement, ...]) -> None:
    assert compare(council, limit=12) == found
    assert len({disagreement.id for disagreement in found}) == len(found)


def test_findings_are_plain_data(found: tuple[Disagreement, ...]) -> None:
    assert msgspec.json.decode(msgspec.json.encode(found), type=tuple[Disagreement, ...]) == found


def test_no_more_than_the_limit(council: Material) -> None:
    assert len(compare(council, limit=1)) == 1


def test_one_article_disagrees_with_nobody(tmp_path: Path) -> None:
    assert compare(material(tmp_path, {"courier": COUNCIL["courier"]}), limit=12) == ()


def test_a_copy_disagrees_with_nobody(tmp_path: Path) -> None:
    assert compare(material(tmp_path, {"courier": COUNCIL["courier"], "mirror": COUNCIL["courier"]}), limit=12) == ()


def test_what_is_not_article_text_is_not_compared(tmp_path: Path) -> None:
    appeal = "\n\nSign up for our free newsletter\n\nFollow us on Facebook and Twitter.\n"
    given = material(
        tmp_path,
        {
            name: {
                "text": story["text"] + appeal.replace("Facebook", "Facebook, Instagram" if name == "gazette" else "X")
            }
            for name, story in COUNCIL.items()
        },
    )
    assert not any("Twitter" in p.passage.quote for d in compare(given, limit=12) for p in d.positions)
