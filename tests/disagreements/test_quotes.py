"""Case files of quotations: the exact words shown, marked and named; a case `not_…` finds nothing."""

from pathlib import Path

import pytest

from generator.disagreements import quote
from generator.language.phrases import QUOTE_WORDS
from generator.model.story import Disagreement
from tests.materials import check_exact, material
from tests.stories import cases, load

CASES = cases("quote_words")


def marked(finding: Disagreement) -> dict[str, list[str]]:
    return {
        p.passage.article: [
            p.passage.quote[start - p.passage.start : end - p.passage.start] for start, end in p.differs
        ]
        for p in finding.positions
    }


def told(finding: Disagreement) -> dict[str, object]:
    positions = finding.positions
    return {
        "about": finding.about,
        "hardness": finding.hardness,
        "quotes": {p.passage.article: p.passage.quote for p in positions},
        "says": {p.passage.article: p.says for p in positions},
        "differs": marked(finding),
    }


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path, tmp_path: Path) -> None:
    case = load(path)
    given = material(tmp_path, case["articles"])
    found = [told(finding) for finding in quote.find(given)]
    check_exact(list(quote.find(given)), given)
    assert [{key: tell[key] for key in want} for tell, want in zip(found, case["findings"], strict=False)] == case[
        "findings"
    ]
    assert len(found) == len(case["findings"]), found


def test_negative_cases_find_nothing() -> None:
    assert all(not load(path)["findings"] for path in CASES if path.stem.startswith("not_"))


def test_a_long_utterance_is_shown_in_part(tmp_path: Path) -> None:
    path = next(path for path in CASES if path.stem == "long_sentence_is_cut_around_the_difference")
    (finding,) = quote.find(material(tmp_path, load(path)["articles"]))
    for position in finding.positions:
        assert len(position.passage.quote.split()) <= QUOTE_WORDS
        assert position.differs


def test_a_slip_scores_less_than_a_word_that_carries_meaning(tmp_path: Path) -> None:
    def score(name: str, words: str) -> float:
        folder = tmp_path / name
        folder.mkdir()
        says = "“I believe {} harbour will be dredged before the end of the winter,” said Nora Field."
        texts = {"gazette": {"text": says.format("the")}, "herald": {"text": says.format(words)}}
        (finding,) = quote.find(material(folder, texts))
        return finding.score

    assert score("slip", "that the") < score("small", "our") < score("meant", "the whole outer")
