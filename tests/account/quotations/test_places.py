"""Every quotation of the real articles has its exact place: in the text, in order, outside boilerplate."""

import itertools

import pytest

from generator.account.quotations import find_quotations
from generator.model.analysis import Analysis
from generator.model.text import Article
from tests.account.quotations.articles import article_of
from tests.analyses import analyse


def check(article: Article, analysis: Analysis) -> None:
    found = find_quotations(article, analysis)
    assert list(found) == sorted(found, key=lambda q: q.passage.start)
    direct = [q for q in found if q.direct]
    assert all(a.passage.end <= b.passage.start for a, b in itertools.pairwise(direct))
    for quotation in found:
        start, end = quotation.passage.start, quotation.passage.end
        assert article.body[start:end] == quotation.passage.quote
        assert all(start <= first < last <= end for first, last in quotation.parts)
        assert any(p.start <= start < p.end for p in article.story)
        for name in quotation.speaker_names:
            assert article.body[name.start : name.end] == name.quote
        if quotation.speaker_span is not None:
            first, last = quotation.speaker_span
            assert article.body[first:last] == quotation.speaker_text


def test_seeds(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    for article in seeds:
        check(article, seed_analyses[article.id])


def test_labelled_articles(basil: tuple[Article, ...], basil_analyses: dict[str, Analysis]) -> None:
    for article in basil:
        check(article, basil_analyses[article.id])


@pytest.mark.parametrize("body", ["", "No marks here.", "“", "”", '"""', "“”", "‘’", "“ ”", "' '", "\n\n“\n\n”"])
def test_an_article_without_analysis_has_no_speech(body: str) -> None:
    article = Article(id="a", path="a.md", body=body)
    assert find_quotations(article, Analysis(article="a", tokens=(), sentences=())) == ()


def test_documents_of_documents_come_to_an_end() -> None:
    body = "The report from the letter from the report said “it is over.” The letter of the report said “no.”"
    article = article_of("circle", body)
    found = find_quotations(article, analyse((article,))["circle"])
    assert [q.passage.quote for q in found if q.direct] == ["“it is over.”", "“no.”"]
