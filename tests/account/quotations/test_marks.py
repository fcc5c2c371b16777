"""Quoted spans: which marks count, and that no text can break the places they give."""

from hypothesis import given
from hypothesis import strategies as st

from generator.account.marks import find_marked
from generator.model.text import Article, Paragraph
from tests.account.quotations.articles import article_of


def quoted(body: str) -> list[str]:
    return [body[span.start : span.end] for span in find_marked(article_of("a", body))]


def test_no_mark_in_boilerplate() -> None:
    body = "“Yes,” she said.\n“Donate now,” we say."
    cut = body.index("\n")
    article = Article(
        id="a",
        path="a.md",
        body=body,
        paragraphs=(Paragraph(start=0, end=cut), Paragraph(start=cut + 1, end=len(body), role="boilerplate")),
    )
    assert [body[span.start : span.end] for span in find_marked(article)] == ["“Yes,”"]


def test_a_headline_counts() -> None:
    body = "Mayor: ‘Enough is enough’\nThe mayor spoke on Monday."
    article = Article(
        id="a",
        path="a.md",
        body=body,
        paragraphs=(Paragraph(start=0, end=25, role="headline"), Paragraph(start=26, end=len(body))),
    )
    assert [body[span.start : span.end] for span in find_marked(article)] == ["‘Enough is enough’"]


def test_a_quotation_across_boilerplate_is_two() -> None:
    body = "“We waited.\nRead more here\n“Nobody came,” she said."
    ends = [i for i, c in enumerate(body) if c == "\n"]
    article = Article(
        id="a",
        path="a.md",
        body=body,
        paragraphs=(
            Paragraph(start=0, end=ends[0]),
            Paragraph(start=ends[0] + 1, end=ends[1], role="boilerplate"),
            Paragraph(start=ends[1] + 1, end=len(body)),
        ),
    )
    assert [body[a:b] for span in find_marked(article) for a, b in span.parts] == ["We waited.", "Nobody came,"]
    assert len(find_marked(article)) == len(ends)


def test_treebank_marks() -> None:
    assert quoted("``We waited,'' she said.") == ["``We waited,''"]
    assert quoted("``She's here, isn't she?'' he asked.") == ["``She's here, isn't she?''"]


def test_feet_and_inches_are_no_marks() -> None:
    assert quoted("""He is 6'2" tall and 5'11" in winter.""") == []


def test_empty_marks_are_no_quotation() -> None:
    assert quoted("The form said “” and nothing else.") == []


def test_an_unclosed_mark_never_swallows_the_article() -> None:
    body = "“It began here.\nThen much happened.\nAnd more.\nAnd more.\nAnd more.\nThe end."
    assert quoted(body) == ["“It began here."]


PIECES = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", "„", "«", "»", "``", "''", "\n", " ", "a", "Bs", ".", ",", "?", "9"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_lie_in_order_within_the_text(body: str) -> None:
    spans = find_marked(article_of("a", body))
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(body)
        assert all(span.start <= start <= end <= span.end for start, end in span.parts)
        assert list(span.parts) == sorted(span.parts)
        assert span.first <= span.last
        at = span.end


def test_a_backward_mark_that_is_never_closed() -> None:
    assert quoted("”We waited.\nThe train left.") == ["”We waited."]
