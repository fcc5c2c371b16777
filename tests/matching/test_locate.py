"""Where words stand: exactly, blind to line breaks only; else the passage most like them."""

from hypothesis import given
from hypothesis import strategies as st

from generator.matching.locate import nearest, places, words

BODY = "The mill burned down.\nNobody\u00a0was hurt. The mill burned for hours."


def test_every_place_is_found() -> None:
    assert [BODY[start:end] for start, end in places(BODY, "The mill burned")] == ["The mill burned", "The mill burned"]


def test_a_run_of_space_stands_for_any_other() -> None:
    assert [BODY[start:end] for start, end in places(BODY, "down. Nobody was  hurt")] == ["down.\nNobody\u00a0was hurt"]


def test_signs_and_case_must_agree() -> None:
    assert not places(BODY, "the mill burned")
    assert not places(BODY, "Nobody was hurt!")
    assert not places(BODY, "  ")


def test_the_nearest_passage_is_whole_words() -> None:
    start, end = nearest(BODY, "nobody was hurd")
    assert BODY[start:end] == "Nobody\u00a0was hurt."


def test_there_is_nothing_near_in_an_empty_body() -> None:
    assert nearest(" ", "words") == (0, 0)


def test_words_are_counted_strictly() -> None:
    assert [BODY[start:end] for start, end in words(BODY, 4, 21)] == ["mill", "burned", "down"]
    assert len(words("Ten-year-old O'Brien's 3.5 it’s")) == 7


@given(st.text("ab \n.", max_size=40), st.text("ab \n.", min_size=1, max_size=10))
def test_what_is_found_has_the_words_of_the_quote(body: str, quote: str) -> None:
    for start, end in places(body, quote):
        assert body[start:end].split() == quote.split()
    low, high = nearest(body, quote)
    assert 0 <= low <= high <= len(body)
