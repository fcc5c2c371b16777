from pathlib import Path
from typing import Any

import pytest

from generator.account.dates import find_date_mentions, resolve_dates
from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.periods import period
from generator.model.story import Background
from generator.model.text import Article
from generator.story.background import find_background
from tests.stories import analysed, cases, date_all, load, read
from tests.story.grouping import group_events

NOBODY = Cast(actors=(), mentions=())


def backgrounds(articles: tuple[Article, ...], analyses: dict[str, Analysis]) -> list[tuple[Background, ...]]:
    """The background of each event of the articles, in the events' order."""
    mentions = {a.id: find_date_mentions(a, analyses[a.id]) for a in articles}
    datings = date_all(articles, analyses, mentions)
    dates = {a.id: resolve_dates(a, mentions[a.id], datings[a.id]) for a in articles}
    events = group_events(articles, analyses, NOBODY, datings, Decisions()).events
    return [find_background(event, articles, analyses, NOBODY, dates, datings) for event in events]


@pytest.mark.parametrize("path", cases("background"), ids=lambda p: p.stem)
def test_background(path: Path, tmp_path: Path) -> None:
    case = load(path)
    texts = [case["text"], *([case["second"]] if "second" in case else [])]
    articles = read(
        tmp_path, {name: {"published": case["published"], "text": t} for name, t in zip("ab", texts, strict=False)}
    )
    (found,) = backgrounds(articles, analysed(articles))
    assert [_as_wanted(entry, wanted) for entry, wanted in zip(found, case["background"], strict=True)] == case[
        "background"
    ]


def _as_wanted(entry: Background, wanted: dict[str, str]) -> dict[str, Any]:
    told = {"date": entry.date, "status": entry.status, "text": entry.text, "passages": str(len(entry.passages))}
    return {key: told[key] for key in wanted}


def test_every_entry_is_exact_words(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    bodies = {a.id: a.body for a in seeds}
    for entries in backgrounds(seeds, seed_analyses):
        for entry in entries:
            assert entry.text == entry.passages[0].quote
            assert all(bodies[p.article][p.start : p.end] == p.quote for p in entry.passages)
            assert len(entry.text.split()) <= 30


def test_a_meeting_announced_in_the_seeds_is_planned(
    seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]
) -> None:
    first = backgrounds(seeds, seed_analyses)[0]
    announced = [e for e in first if e.date == "2024-01-16"]
    assert announced
    assert {e.status for e in announced} == {"planned"}


def test_nothing_after_the_writing_is_told_as_done(
    basil: tuple[Article, ...], basil_analyses: dict[str, Analysis]
) -> None:
    latest = {a.id: period(a.published or "") for a in basil}
    entries = [entry for found in backgrounds(basil, basil_analyses) for entry in found]
    assert len(entries) >= 150
    for entry in entries:
        written, told = latest[entry.passages[0].article], period(entry.date)
        assert written is not None
        assert told is not None
        assert entry.status == "planned" or told.low <= written.high
        assert entry.status != "planned" or told.high >= written.low
