"""What claims are read off sentences: on whose word, how surely, why, by whom."""

from pathlib import Path

import pytest

from generator.model.claims import Claim
from tests.materials import material


def claim(folder: Path, text: str) -> Claim:
    return material(folder, {"courier": {"text": text}}).claims["courier"][0]


@pytest.mark.parametrize(
    ("text", "attributed", "hedged"),
    [
        ("The council closed the library on Monday.", False, False),
        ("The mayor said the council had closed the library.", True, False),
        ("According to the mayor, the library has been closed.", True, False),
        ("The council has reportedly closed the library.", False, True),
    ],
)
def test_on_whose_word(text: str, attributed: bool, hedged: bool, tmp_path: Path) -> None:
    read = claim(tmp_path, text)
    assert (read.attributed, read.hedged) == (attributed, hedged)


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The council will close the library.", "future"),
        ("The council plans to close the library.", "planned"),
        ("The council did not close the library.", "negated"),
        ("The council might close the library.", "modal"),
        ("It was the largest library of the county.", "superlative"),
    ],
)
def test_moods(text: str, mood: str, tmp_path: Path) -> None:
    assert mood in claim(tmp_path, text).moods


def test_who_did_what(tmp_path: Path) -> None:
    read = claim(tmp_path, "The council closed the library because the roof was leaking in May 2020.")
    assert ("council", "close") in read.acts
    assert ("close", "library") in read.deeds
    assert read.grounds == 1
    assert read.times == {"may", "2020"}


def test_quoted_words_are_told_apart(tmp_path: Path) -> None:
    read = claim(tmp_path, "“We will reopen the library,” the mayor said.")
    assert read.quoted == ("we", "will", "reopen", "the", "library")
    assert "mayor" in read.sources


def test_very_short_sentences_make_no_claim(tmp_path: Path) -> None:
    given = material(tmp_path, {"courier": {"text": "He did not.\n\nThe council closed the library on Monday."}})
    assert [read.order for read in given.claims["courier"]] == [0]
