"""Local alignment of word sequences."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.matching.alignment import edit_blocks, parallels
from generator.matching.wording import words


def aligned(one: str, other: str) -> list[list[tuple[str, str]]]:
    a, b = words(one, 0, len(one)), words(other, 0, len(other))
    return [
        [
            (" ".join(w.key for w in a[x.a_first : x.a_last]), " ".join(w.key for w in b[x.b_first : x.b_last]))
            for x in blocks
            if not x.equal
        ]
        for blocks in parallels(a, b)
    ]


def test_the_parting_words_stand_against_each_other() -> None:
    one = "before all that we will not sell the old pier to any rich developer this year"
    other = "and so we will sell the old pier to any poor developer this year she said"
    assert aligned(one, other) == [[("not", ""), ("rich", "poor")]]


def test_two_texts_with_no_run_in_common_have_no_parallel() -> None:
    assert aligned("the cat sat on a mat", "a dog lay near the door") == []


def test_a_stretch_said_twice_is_found_twice() -> None:
    again = "open the north gate today but when the sun has gone down do not ever open the north gate"
    assert len(aligned("open the north gate", again)) == 2


keys = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12)


@given(keys, keys)
def test_blocks_cover_both_sides_without_gap_and_alternate(one: list[str], other: list[str]) -> None:
    blocks = edit_blocks(one, other)
    assert [x for b in blocks for x in one[b.a_first : b.a_last]] == one
    assert [x for b in blocks for x in other[b.b_first : b.b_last]] == other
    assert all(one[b.a_first : b.a_last] == other[b.b_first : b.b_last] for b in blocks if b.equal)
    assert all(x.equal != y.equal for x, y in pairwise(blocks))
