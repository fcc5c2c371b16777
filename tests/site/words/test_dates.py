"""EDTF dates in words are as certain as they are written."""

import pytest

from generator.site.words import read_words

ENGLISH = {
    "": "date not known",
    "2031-03-11": "11 March 2031",
    "2031-03": "March 2031",
    "2031": "2031",
    "203X": "the 2030s",
    "2024-23": "autumn 2024",
    "2031-03-11/2031-03-13": "11 – 13 Mar 2031",
    "2031-03-30/2031-04-02": "30 Mar – 2 Apr 2031",
    "2030-12/2031-03": "December 2030 – March 2031",
    "2031-03-11/..": "since 11 March 2031",
    "../2031": "until 2031",
    "2031-03~": "about March 2031",
    "2031?": "2031 (uncertain)",
    "2031-02-30": "2031-02-30",
    "2031-13": "2031-13",
    "soon": "soon",
}
GERMAN = {
    "2031-03-11": "11. März 2031",
    "2024-23": "Herbst 2024",
    "203X": "2030er-Jahre",
    "2031-03-11/2031-03-13": "11.–13. März 2031",
    "": "Datum nicht bekannt",
}


@pytest.mark.parametrize(("edtf", "said"), ENGLISH.items())
def test_a_date_in_english(edtf: str, said: str) -> None:
    assert read_words("en").date(edtf).replace("\u2009", " ") == said


@pytest.mark.parametrize(("edtf", "said"), GERMAN.items())
def test_a_date_in_german(edtf: str, said: str) -> None:
    assert read_words("de").date(edtf).replace("\u2009", " ") == said
