"""A shorter exact passage: whole clauses where possible, never half a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.matching.locate import words
from generator.site.excerpts.fitting import shorten

BODY = (
    "The mill burned down, the mayor said on Friday; "
    "forty people fought the fire of 12,000.5 tonnes of well-known grain."
)


def short(most: int, keep: str = "", body: str = BODY) -> str:
    span = (body.index(keep), body.index(keep) + len(keep)) if keep else None
    start, end = shorten(body, (0, len(body)), most, span)
    return body[start:end]


@pytest.mark.parametrize(
    ("most", "result"),
    [
        (40, BODY),
        (12, "The mill burned down, the mayor said on Friday;"),
        (8, "The mill burned down, the mayor said on"),
        (3, "The mill burned"),
    ],
)
def test_clauses_before_words(most: int, result: str) -> None:
    assert short(most) == result


@pytest.mark.parametrize(
    ("most", "keep", "result"),
    [
        (14, "forty", "forty people fought the fire of 12,000.5 tonnes of well-known grain."),
        (5, "fire", "fire of 12,000.5"),
        (4, "grain", "of well-known grain."),
        (12, "burned", "The mill burned down, the mayor said on Friday;"),
    ],
)
def test_the_words_that_matter_are_kept(most: int, keep: str, result: str) -> None:
    assert short(most, keep) == result


@given(
    st.text("ab1 ,.;-—“”\n", max_size=80),
    st.integers(1, 12),
    st.integers(0, 80),
    st.integers(0, 10),
)
def test_the_result_lies_within_and_is_short_enough(body: str, most: int, at: int, length: int) -> None:
    low = min(at, len(body))
    keep = (low, min(low + length, len(body)))
    start, end = shorten(body, (0, len(body)), most, keep)
    assert 0 <= start <= end <= len(body)
    one_token = len(body[start:end].split()) <= 1
    assert len(words(body, start, end)) <= most or one_token
    assert not (start and body[start - 1 : start + 1].isalnum())
    assert not body[end - 1 : end + 1].isalnum() or end == len(body)
