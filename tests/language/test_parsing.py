"""Text to plain analysis."""

import importlib
import subprocess
import sys

import pytest
from spacy.tokens import Doc

from generator.language import parsing
from generator.language.parsing import analyse_article, load, model_of
from generator.model.analysis import Analysis
from generator.model.errors import ParallaxError
from generator.model.text import Article, Paragraph
from tests.analyses import MODEL
from tests.folders import ROOT

BODY = "The council met on Monday. It voted 5 to 4.\n\nSupport our paper!\n\n“We are glad,” Ana Ruiz said."


def article(body: str = BODY, name: str = "a") -> Article:
    paragraphs = (
        Paragraph(start=0, end=43),
        Paragraph(start=45, end=63, role="boilerplate", reason="donation appeal"),
        Paragraph(start=65, end=len(body)),
    )
    return Article(id=name, path=f"{name}.md", body=body, paragraphs=paragraphs)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse_article(article(), MODEL)


def test_offsets_are_those_of_the_body(analysis: Analysis) -> None:
    assert all(BODY[t.start : t.end] == t.text for t in analysis.tokens)
    assert [BODY[s.start : s.end] for s in analysis.sentences] == [
        "The council met on Monday.",
        "It voted 5 to 4.",
        "“We are glad,” Ana Ruiz said.",
    ]


def test_boilerplate_is_not_analysed(analysis: Analysis) -> None:
    assert {s.paragraph for s in analysis.sentences} == {0, 2}
    assert "Support" not in {t.text for t in analysis.tokens}


def test_heads_stay_within_their_sentence(analysis: Analysis) -> None:
    for sentence in analysis.sentences:
        for token in analysis.sentence_tokens(sentence):
            assert sentence.first <= token.head < sentence.last


def test_sentence_at_finds_by_offset(analysis: Analysis) -> None:
    assert [analysis.sentence_at(i) for i in (0, 25, 27, 70)] == [0, 0, 1, 2]
    assert analysis.sentence_at(50) is None
    assert analysis.sentence_at(len(BODY) + 5) is None


def test_an_empty_article_gives_an_empty_analysis() -> None:
    empty = Article(id="e", path="e.md", body="")
    assert analyse_article(empty, MODEL) == Analysis(article="e", tokens=(), sentences=())


def test_an_unknown_model_is_named_with_a_remedy() -> None:
    with pytest.raises(ParallaxError, match=r"no_such_model.*not installed.*Install it"):
        model_of("no_such_model")


@pytest.mark.parametrize(
    ("room", "spared"),
    [("generator.build.pipeline", {"spacy"}), ("generator.plugin", {"numpy", "edtf", "generator.build.pipeline"})],
)
def test_nothing_is_loaded_that_is_not_needed(room: str, spared: set[str]) -> None:
    program = f"import sys, {room}; sys.exit(' '.join({spared} & set(sys.modules)) or 0)"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_quicker_pipeline_says_the_same() -> None:
    files = sorted((ROOT / "content" / "articles").glob("*.md"))
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in files)

    def said(doc: Doc) -> list[tuple[object, ...]]:
        return [(t.text, t.lemma_, t.tag_, t.pos_, t.dep_, t.head.i, t.ent_type_, t.ent_iob_) for t in doc]

    own = importlib.import_module(MODEL.package).load()
    assert said(load(MODEL.package)(text)) == said(own(text))


def test_a_long_article_read_in_pieces_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    files = sorted((ROOT / "content" / "articles").glob("*.md"))
    texts = [part for path in files for part in path.read_text(encoding="utf-8").split("\n\n") if part.strip()]
    body = "\n\n".join(texts)
    starts = [sum(len(text) + 2 for text in texts[:number]) for number in range(len(texts))]
    paragraphs = tuple(Paragraph(start=at, end=at + len(text)) for at, text in zip(starts, texts, strict=True))
    long = Article(id="long", path="long.md", body=body, paragraphs=paragraphs)
    assert parsing._at_once(texts) < len(texts)
    pieces = analyse_article(long, MODEL)
    monkeypatch.setattr(parsing, "_PIECE", len(body))
    assert parsing._at_once(texts) == len(texts)
    assert analyse_article(long, MODEL) == pieces
