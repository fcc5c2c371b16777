"""Marks around exact words leave the words alone and stay well-formed."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.site.pages.inert import Span, marked
from tests.site.pages.markdown import tree


def _span(start: int, end: int, tag: str) -> Span:
    return Span(start=start, end=end, before=Markup("<{}>").format(tag), after=Markup("</{}>").format(tag))


def test_spans_count_in_the_text_that_the_words_are_taken_from() -> None:
    assert marked("two three", [[_span(8, 13, "mark")]], offset=4) == "two <mark>three</mark>"


def test_the_inner_of_two_overlapping_spans_is_split() -> None:
    made = marked("abcdef", [[_span(0, 3, "strong")], [_span(2, 5, "mark")]])
    assert made == "<strong>ab<mark>c</mark></strong><mark>de</mark>f"


def test_spans_beyond_the_words_are_cut_or_left_out() -> None:
    assert marked("abc", [[_span(-5, 1, "b"), _span(2, 9, "b"), _span(20, 30, "b")]]) == "<b>a</b>b<b>c</b>"


@given(st.text("ab <&", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=6))
def test_any_marks_leave_the_words_alone(text: str, pairs: list[tuple[int, int]]) -> None:
    layers = [[_span(a, b, tag)] for (a, b), tag in zip(pairs, ("b", "i", "u", "s", "mark", "em"), strict=False)]
    html = tree(f"<p markdown='span'><q>{marked(text, layers)}</q></p>")
    assert "".join(next(html.iter("q")).itertext()) == text
