"""The least that a clause states."""

from pathlib import Path

import pytest

from generator.story.facts.passages import Side
from generator.story.facts.statements import find_statements
from tests.materials import material

LONG = (
    "The harbour master of Selby closed the northern gate on Monday, which surprised the captains of nine ships that"
    " had waited outside in the rough water since the early hours of the morning for the tide to turn and for the"
    " pilots to come on board."
)


def stated(folder: Path, text: str) -> list[str]:
    given = material(folder, {"one": {"text": text}})
    (article,) = given.articles
    return [article.body[c.start : c.end] for _, c in find_statements(article, Side(given, article))]


def test_a_long_sentence_is_told_up_to_what_it_needs(tmp_path: Path) -> None:
    assert "The harbour master of Selby closed the northern gate on Monday" in stated(tmp_path, LONG)


def test_what_stands_before_the_subject_is_left_out(tmp_path: Path) -> None:
    told = stated(tmp_path, "After nine hours of talks, the council of Velt approved the new tramway to the harbor.")
    assert "the council of Velt approved the new tramway to the harbor" in told


@pytest.mark.parametrize(
    "text",
    [
        "Nora Field doubts that the mill of Dorn burned down last night.",
        "The mayor of Velt said that the mill of Dorn burned down last night.",
        "If the mill of Dorn burned down last night, Karl Oster will leave Velt.",
        "Did the mill of Dorn burn down last night?",
    ],
)
def test_not_what_is_doubted_said_supposed_or_asked(text: str, tmp_path: Path) -> None:
    assert all(not clause.lower().startswith("the mill") for clause in stated(tmp_path, text))


def test_not_a_denial_cut_short(tmp_path: Path) -> None:
    told = stated(tmp_path, "The ferry company Norlin did not pay the sailors of the Aurora in June for lack of money.")
    assert told
    assert all(clause.endswith("money") for clause in told)


def test_not_without_its_condition(tmp_path: Path) -> None:
    told = stated(
        tmp_path, "The dairy Norlin sells its plant in Velt to the bakers of Sorn unless the council objects."
    )
    assert all(clause.endswith("objects") for clause in told)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Mayor Ida Flint of Velt called on Tuesday for a new vote about the tramway of the harbor.", "for a new vote"),
        ("Several fishermen of Velt have accused Ida Flint of theft and of fraud in three harbor towns.", "of theft"),
        ("The harbor police charged Hugo Pratt with having stolen nine boats on Monday.", "with having stolen"),
        ("In all, 40 sailors were found ill in June and left their ships in Velt.", "left their ships"),
    ],
)
def test_not_without_what_its_verb_needs(text: str, needed: str, tmp_path: Path) -> None:
    assert all(needed in clause for clause in stated(tmp_path, text))
