"""What claims are read off sentences: their words, numbers and times, and what is quoted in them."""

from pathlib import Path

from generator.model.claims import Claim
from tests.materials import material


def claims(folder: Path, text: str) -> tuple[Claim, ...]:
    return material(folder, {"courier": {"text": text}}).claims["courier"]


def test_what_a_sentence_speaks_of(tmp_path: Path) -> None:
    (read,) = claims(tmp_path, "The council closed the library because the roof was leaking in May 2020.")
    assert "close" in read.verbs
    assert "library" in read.content
    assert read.times == {"may", "2020"}


def test_quoted_words_are_told_apart(tmp_path: Path) -> None:
    (read,) = claims(tmp_path, "“We will reopen the library,” the mayor said.")
    assert read.quoted == ("we", "will", "reopen", "the", "library")


def test_very_short_sentences_make_no_claim(tmp_path: Path) -> None:
    (read,) = claims(tmp_path, "He did not.\n\nThe council closed the library on Monday.")
    assert read.words[:2] == ("the", "council")
