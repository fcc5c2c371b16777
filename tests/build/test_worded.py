"""What is worded in the language of the site."""

import pytest
from msgspec.structs import replace

from generator.build.worded import told
from generator.model.story import Headline
from generator.site.words import read_words
from tests.sites import ferry_site

EVENT = replace(
    ferry_site(3).events[0],
    title="Ferry “Tern” aground",
    beside=Headline(text='Captain: "We were tired"', article="wire"),
)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "“Ferry ‘Tern’ aground” / “Captain: ‘We were tired’”"),
        ("de", "„Ferry ‘Tern’ aground“ / „Captain: ‘We were tired’“"),
        ("fr", "« Ferry ‘Tern’ aground » / « Captain: ‘We were tired’ »"),
    ],
)
def test_two_headlines_are_quoted_as_the_language_quotes(language: str, title: str) -> None:
    (event,) = told([EVENT], read_words(language))
    assert event.title == title


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "“Ferry ‘Tern’ aground”"), ("de", "„Ferry ‘Tern’ aground“"), ("fr", "« Ferry ‘Tern’ aground »")],
)
def test_one_headline_that_takes_a_side_is_quoted_too(language: str, title: str) -> None:
    (event,) = told([replace(EVENT, beside=None, quoted=True)], read_words(language))
    assert event.title == title


def test_straight_marks_within_are_rounded_and_apostrophes_stay() -> None:
    title = "'Worn' crew's ferry: \"Not the captain's fault\""
    (event,) = told([replace(EVENT, title=title, beside=None, quoted=True)], read_words("en"))
    assert event.title == "“‘Worn’ crew's ferry: ‘Not the captain's fault’”"
