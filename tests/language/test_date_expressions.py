import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.dates import find, read

FOUND = {
    "on Tuesday (Jan 16) in Lima": ["Tuesday (Jan 16)"],
    "Friday, March 3, 2017, and 5 May": ["Friday, March 3, 2017", "5 May"],
    "OSLO, NORWAY - MARCH 9: crowds": ["MARCH 9"],
    "the last day of 1999": ["the last day of 1999"],
    "since last fall, and until 2030": ["since last fall", "2030"],
    "June and July 2016": ["June and July 2016"],
    "in early September": ["early September"],
    "from 1996 to 2007": ["from 1996 to 2007"],
    "the 40th anniversary of the end of World War I.": ["40th anniversary of the end of World War I"],
    "two years ago": ["two years ago"],
    "later this week or this past Friday": ["later this week", "this past Friday"],
    "on 2024-01-16": ["2024-01-16"],
}
NOT_FOUND = [
    "a 2,016-page report",
    "$2016",
    "2016.5 metres",
    "an 1800mm lens",
    "room 2016b",
    "the past year and a half",
]


@pytest.mark.parametrize("text", FOUND)
def test_finds(text: str) -> None:
    assert [text[f.start : f.end] for f in find(text)] == FOUND[text]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_does_not_take_for_a_date(text: str) -> None:
    assert [text[f.start : f.end] for f in find(text)] == []


@pytest.mark.parametrize("text", FOUND)
def test_words_alone_read_as_they_were_found(text: str) -> None:
    for found in find(text):
        assert read(text[found.start : found.end]) == found.expression


@given(st.text(alphabet="JanuaryMondy 0123456789th,.-–()last since of the", max_size=60))
def test_any_text_is_searched_and_read_alike(text: str) -> None:
    for found in find(text):
        assert read(text[found.start : found.end]) == found.expression
