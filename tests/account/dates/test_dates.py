from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.account.dates import find_date_mentions, resolve_dates
from generator.model.analysis import Analysis
from generator.model.periods import period
from generator.model.story import Dating
from generator.model.text import Article
from generator.site.words import read_words
from tests.stories import analysed, cases, date_all, load, read


@pytest.mark.parametrize("path", cases("dates"), ids=lambda p: p.stem)
def test_dates(path: Path, tmp_path: Path) -> None:
    case = load(path)
    (article,) = read(tmp_path, {"a": {k: case[k] for k in ("published", "text") if k in case}})
    analyses = analysed([article])
    mentions = find_date_mentions(article, analyses["a"])
    dating = date_all([article], analyses, {"a": mentions})["a"]
    assert {m.text: m.date for m in resolve_dates(article, mentions, dating)} == case["dates"]


@pytest.mark.parametrize("path", cases("dating"), ids=lambda p: p.stem)
def test_dating(path: Path, tmp_path: Path) -> None:
    case = load(path)
    articles = read(tmp_path, case["articles"])
    analyses = analysed(articles)
    mentions = {a.id: find_date_mentions(a, analyses[a.id]) for a in articles}
    datings = date_all(articles, analyses, mentions)
    for name, wanted in case["datings"].items():
        assert {"published": datings[name].published, "story": datings[name].story} == wanted


def test_mentions_are_the_words_of_the_article(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    for article in seeds:
        for mention in find_date_mentions(article, seed_analyses[article.id]):
            assert article.body[mention.start : mention.end] == mention.text


def test_boilerplate_dates_are_evidence_only(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    datings = _datings(seeds, seed_analyses)
    for article in seeds:
        mentions = find_date_mentions(article, seed_analyses[article.id])
        for mention in resolve_dates(article, mentions, datings[article.id]):
            assert seed_analyses[article.id].sentence_at(mention.start) == mention.sentence


def test_seed_articles_are_dated_by_their_words(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    stories = sorted(dating.story for dating in _datings(seeds, seed_analyses).values())
    assert stories == ["2024-01-16", "2024-23", "2025-10-27", "2025-10-27", "2025-10-27"]


def test_every_reason_is_a_sentence(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    for dating in _datings(seeds, seed_analyses).values():
        assert read_words("en").tell(dating.because).endswith(".")
        assert read_words("en").tell(dating.story_because).endswith(".")


def test_dates_taken_away_give_no_false_day(basil: tuple[Article, ...], basil_analyses: dict[str, Analysis]) -> None:
    """Every third article loses its date; what is inferred instead must hold the day that was taken away."""
    bare = tuple(replace(a, published=None) if n % 3 == 0 else a for n, a in enumerate(basil))
    datings = _datings(bare, basil_analyses)
    told = [(period(datings[a.id].published), period(a.published or "")) for a in basil[::3] if datings[a.id].published]
    wrong = [pair for pair in told if not (pair[0] and pair[1] and pair[0].low - 1 <= pair[1].low <= pair[0].high + 1)]
    assert len(told) >= 8
    assert len(wrong) <= len(told) // 10


def _datings(articles: tuple[Article, ...], analyses: dict[str, Analysis]) -> dict[str, Dating]:
    return date_all(articles, analyses, {a.id: find_date_mentions(a, analyses[a.id]) for a in articles})
