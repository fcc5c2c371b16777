"""Spellings of one name."""

from pathlib import Path

import pytest

from generator.matching.spellings import near_spelling, same_but_for, written_names
from tests.stories import analysed, read


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("Peña", "Pena", "an accent"),
        ("Min-seo", "Min Seo", "a hyphen"),
        ("Acme Land", "AcmeLand", "a space"),
        ("DataHub", "Datahub", "capitals"),
        ("Acme", "Acme", ""),
    ],
)
def test_what_two_spellings_of_the_same_letters_differ_in(one: str, other: str, what: str) -> None:
    assert same_but_for(one, other) == what
    assert same_but_for(other, one) == what


@pytest.mark.parametrize(("one", "other"), [("Sergey", "Sergei"), ("Vincente", "Vicente"), ("Stacey", "Stacy")])
def test_like_letters_may_be_one_name(one: str, other: str) -> None:
    assert near_spelling(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bolivia", "Bolivian"), ("Oakes", "Hoakes"), ("Iran", "Iraq"), ("Acme", "Acme"), ("Marvin", "Melvin")],
)
def test_demonyms_short_words_and_other_initials_are_not(one: str, other: str) -> None:
    assert not near_spelling(one, other)


def test_a_hyphenated_name_is_one_word_and_stands_in_its_run(tmp_path: Path) -> None:
    (article,) = read(
        tmp_path, {"one": {"text": "On Monday the minister Han Min-seo met Mr. Ed Ross’s brother in Velt."}}
    )
    found = {w.text: w for w in written_names(article, analysed([article])["one"])}
    assert found["Min-seo"].name == "Han Min-seo"
    assert "Ross" in found
    assert article.body[found["Min-seo"].start : found["Min-seo"].end] == "Min-seo"
