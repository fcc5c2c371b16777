"""Clauses that can stand alone."""

from pathlib import Path

import pytest

from generator.language.tree import Syntax
from generator.story.facts.clauses import find_clauses, make_clause
from tests.stories import analysed, read


def told(folder: Path, text: str) -> list[str]:
    (article,) = read(folder, {"one": {"text": text}})
    return [article.body[c.start : c.end] for c in find_clauses(article, Syntax(analysed([article])["one"]))]


def test_a_main_clause_keeps_whose_word_it_is(tmp_path: Path) -> None:
    text = "The dam was closed by engineers on Friday, the ministry of water said."
    assert told(tmp_path, text) == [text.rstrip(".")]


def test_a_dateline_is_left_out(tmp_path: Path) -> None:
    assert told(tmp_path, "SELBY — The harbour master closed the northern gate on Monday.") == [
        "The harbour master closed the northern gate on Monday"
    ]


def test_two_main_clauses_are_two(tmp_path: Path) -> None:
    text = "The baker locked his shop at noon, and the smith opened a window in the yard."
    assert "the smith opened a window in the yard" in told(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Nora Field doubts that the mill of Dorn burned down last night.",
        "Karl Oster would leave Dorn if the mill of Velt burned down last night.",
    ],
)
def test_not_what_is_doubted_or_a_condition(text: str, tmp_path: Path) -> None:
    assert all(not clause.startswith("the mill") for clause in told(tmp_path, text))


def test_not_a_clause_with_an_open_bracket_or_quotation_mark(tmp_path: Path) -> None:
    for clause in told(
        tmp_path, "Rita Sun said the tunnel (long, dark, and “quite cold, quite wet”) will open in May."
    ):
        assert clause.count("(") == clause.count(")")
        assert clause.count("“") == clause.count("”")


def test_of_nothing_but_marks_no_clause_is_made(tmp_path: Path) -> None:
    (article,) = read(tmp_path, {"one": {"text": "The dam is shut … – until Friday."}})
    analysis = analysed([article])["one"]
    marks = [n for n, token in enumerate(analysis.tokens) if token.text in {"…", "–"}]
    assert len(marks) == 2
    assert make_clause(article, analysis, 0, 2, marks[0], marks[-1] + 1) is None
