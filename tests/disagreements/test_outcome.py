"""Contradictions between two sentences on whether a thing was done, how much of it, and what became of it."""

from pathlib import Path

import pytest

from generator.disagreements.outcome import contrast
from tests.disagreements.views import told, view

UNLIKE = {
    "done_and_not_done": (
        "The regatta committee has not apologized to the stranded rowers.",
        "The regatta committee apologized to the stranded rowers on Friday.",
        ("has not apologized to the stranded rowers", "apologized to the stranded rowers on Friday"),
    ),
    "refused_and_done": (
        "The tram drivers refused to sign the wage agreement.",
        "The tram drivers signed the wage agreement.",
        ("refused to sign the wage agreement", "signed the wage agreement"),
    ),
    "part_and_whole": (
        "The appeals court overturned a part of the fishing ordinance.",
        "The appeals court struck down the fishing ordinance.",
        ("overturned a part of the fishing ordinance", "struck down the fishing ordinance"),
    ),
    "approved_and_rejected": (
        "Delegates approved the harbour expansion on Tuesday.",
        "Delegates rejected the harbour expansion on Tuesday.",
        ("approved the harbour expansion on Tuesday", "rejected the harbour expansion on Tuesday"),
    ),
    "dropped_and_put_on_hold": (
        "The brewery abandoned its plan for a second warehouse.",
        "The brewery put on hold its plan for a second warehouse.",
        ("abandoned its plan for a second warehouse", "put on hold its plan for a second warehouse"),
    ),
    "what_became_of_one_plan": (
        "This weekend the brewery put on hold plans to expand its downtown warehouse.",
        "Ada Lind said her brewery would abandon a deal with the city to expand its downtown warehouse.",
        ("put on hold plans to expand its downtown warehouse", "would abandon a deal with the city"),
    ),
    "dismissed_and_resigned": (
        "The opera house dismissed Lena Holm in March.",
        "Lena Holm resigned from the opera house in March.",
        ("dismissed Lena Holm in March", "resigned from the opera house in March"),
    ),
    "tried_and_done": (
        "The goalkeeper tried to snatch the referee's whistle.",
        "The goalkeeper snatched the referee's whistle.",
        ("tried to snatch the referee’s whistle", "snatched the referee’s whistle"),
    ),
}

NONE = {
    "synonyms": (
        "Delegates rejected the harbour expansion on Tuesday.",
        "Delegates turned down the harbour expansion on Tuesday.",
    ),
    "two_people_who_disagree": (
        "Sheriff Tom Kline said the goalkeeper snatched the whistle.",
        "Coach Mia Brandt said the goalkeeper never snatched the whistle.",
    ),
    "two_doers": (
        "Mayor Anna Berg approved the harbour expansion.",
        "Sheriff Tom Kline rejected the harbour expansion.",
    ),
    "two_things": (
        "Delegates approved the harbour expansion on Tuesday.",
        "Delegates rejected a smoking ban at the swimming pool.",
    ),
    "a_condition_is_no_report": (
        "If the drivers had not signed the wage agreement, trams would have stopped.",
        "The drivers signed the wage agreement.",
    ),
    "more_detail_on_one_side": (
        "Delegates approved the harbour expansion on Tuesday.",
        "Delegates approved the harbour expansion after four hours of debate.",
    ),
    "a_question_is_no_report": (
        "Why had the drivers not signed the wage agreement?",
        "The drivers signed the wage agreement.",
    ),
}


@pytest.mark.parametrize("case", UNLIKE)
def test_unlike_outcomes(case: str, tmp_path: Path) -> None:
    one, other, words = UNLIKE[case]
    found = told(contrast, view(tmp_path, one, other))
    assert found is not None
    assert tuple(text.replace("'", "’") for text in found) == words


@pytest.mark.parametrize("case", NONE)
def test_no_contrast(case: str, tmp_path: Path) -> None:
    assert told(contrast, view(tmp_path, *NONE[case])) is None
