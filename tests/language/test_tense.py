from pathlib import Path

import pytest

from generator.language.tense import date_tense, governor
from tests.stories import analysed, read

TOLD = {
    "Maria Kalns met Ivo Ozols on Monday.": ("past", True),
    "Maria Kalns will meet Ivo Ozols on Monday.": ("future", True),
    "Maria Kalns is expected to meet Ivo Ozols on Monday.": ("future", True),
    "Maria Kalns plans to meet Ivo Ozols on Monday.": ("future", True),
    "Maria Kalns has met Ivo Ozols on Monday.": ("past", True),
    "The vote on Monday pleased Maria Kalns.": ("past", False),
}


@pytest.mark.parametrize("text", TOLD)
def test_tense_of_a_date(text: str, tmp_path: Path) -> None:
    analysis = analysed(read(tmp_path, {"a": {"text": text}}))["a"]
    monday = next(i for i, t in enumerate(analysis.tokens) if t.text == "Monday")
    assert date_tense(analysis, monday) == TOLD[text]


def test_a_date_belongs_to_the_verb_behind_its_preposition(tmp_path: Path) -> None:
    analysis = analysed(read(tmp_path, {"a": {"text": "Maria Kalns met Ivo Ozols in Riga on Monday."}}))["a"]
    monday = next(i for i, t in enumerate(analysis.tokens) if t.text == "Monday")
    found = governor(analysis, monday)
    assert found is not None
    assert analysis.tokens[found].text == "met"
