"""Words as they are compared."""

import pytest

from generator.matching.wording import joined, keys, words


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Peña", ("pena",)),
        ("U.N.", ("un",)),
        ("can’t", ("can", "not")),
        ("won't", ("will", "not")),
        ("they're", ("they", "are")),
        ("it’s", ("it", "is")),
        ("mayor's", ("mayors",)),
        ("twelve", ("12",)),
        ("one-in-three", ("1", "in", "3")),
        ("Gen.", ("general",)),
        ("4,300", ("4300",)),
    ],
)
def test_keys_are_blind_to_house_style(written: str, expected: tuple[str, ...]) -> None:
    assert keys(written) == expected


def test_words_keep_their_places() -> None:
    body = "She said: “We can’t — not yet.”"
    assert [body[w.start : w.end] for w in words(body, 0, len(body))] == [
        "She",
        "said",
        "We",
        "can’t",
        "can’t",
        "not",
        "yet",
    ]


def test_an_ellipsis_is_a_gap_and_a_bracket_an_insertion() -> None:
    body = "the bridge [over the Lod] was safe … and dry"
    found = words(body, 0, len(body))
    assert [w.key for w in found if w.gap] == ["and"]
    assert [w.key for w in found if w.bracketed] == ["over", "the", "lod"]


def test_a_masked_profanity_is_one_word_and_no_gap() -> None:
    body = "that d***ed wall"
    assert [(w.key, w.gap) for w in words(body, 0, len(body))] == [("that", False), ("d***ed", False), ("wall", False)]


def test_a_compound_equals_its_words_apart() -> None:
    one, other = "world view", "worldview"
    assert joined(words(one, 0, len(one))) == joined(words(other, 0, len(other)))
