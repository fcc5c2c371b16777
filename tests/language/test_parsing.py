"""Text to plain analysis, and the cache that spares spaCy."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.build.cache import DiskCache
from generator.language.parsing import analyse, digest
from generator.model.analysis import Analysis
from generator.model.errors import ParallaxError
from generator.model.text import Article, Paragraph
from tests.conftest import MODEL

BODY = "The council met on Monday. It voted 5 to 4.\n\nSupport our paper!\n\n“We are glad,” Ana Ruiz said."


def article(body: str = BODY, name: str = "a") -> Article:
    paragraphs = (
        Paragraph(start=0, end=43),
        Paragraph(start=45, end=63, role="boilerplate", reason="donation appeal"),
        Paragraph(start=65, end=len(body)),
    )
    return Article(id=name, path=f"{name}.md", body=body, paragraphs=paragraphs)


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    cache = DiskCache(tmp_path_factory.mktemp("cache"))
    return analyse([article()], model=MODEL, cache=cache)["a"]


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


def test_an_empty_article_gives_an_empty_analysis(tmp_path: Path) -> None:
    empty = Article(id="e", path="e.md", body="")
    assert analyse([empty], model=MODEL, cache=DiskCache(tmp_path)) == {
        "e": Analysis(article="e", tokens=(), sentences=())
    }


def test_the_digest_follows_text_and_place() -> None:
    assert digest(article(), MODEL) == digest(article(), MODEL)
    assert digest(article(), MODEL) != digest(article(BODY.replace("5", "6")), MODEL)
    assert digest(article(), MODEL) != digest(article(name="b"), MODEL)


def test_an_unknown_model_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ParallaxError, match=r"no_such_model.*not installed.*Install it"):
        analyse([article()], model="no_such_model", cache=DiskCache(tmp_path))


def test_a_warm_cache_loads_no_spacy(tmp_path: Path, analysis: Analysis) -> None:
    cache = DiskCache(tmp_path)
    cache.put(digest(article(), MODEL), analysis)
    program = (
        "import sys; from pathlib import Path; from tests.language.test_parsing import article, MODEL;"
        "from generator.build.cache import DiskCache; from generator.language.parsing import analyse;"
        f"found = analyse([article()], model=MODEL, cache=DiskCache(Path({str(tmp_path)!r})));"
        "assert len(found['a'].sentences) == 3; assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_damaged_cache_file_counts_as_missing(tmp_path: Path, analysis: Analysis) -> None:
    cache = DiskCache(tmp_path)
    cache.put("ab12", analysis)
    assert cache.get("ab12") == analysis
    (tmp_path / "ab" / "ab12.msgpack").write_bytes(b"\xc1 not MessagePack")
    assert cache.get("ab12") is None
    assert cache.get("cd34") is None
