from itertools import combinations
from pathlib import Path

import pytest

from generator.account.dates import find_date_mentions
from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions, EventDecision, Place
from generator.model.periods import period
from generator.model.text import Article
from generator.site.words import read_words
from tests.stories import analysed, cases, date_all, load, read
from tests.story.grouping import Grouping, group_events

NOBODY = Cast(actors=(), mentions=())


def grouped(articles: tuple[Article, ...], analyses: dict[str, Analysis], *decisions: EventDecision) -> Grouping:
    """The events of articles, dated by their own words."""
    mentions = {a.id: find_date_mentions(a, analyses[a.id]) for a in articles}
    datings = date_all(articles, analyses, mentions)
    return group_events(articles, analyses, NOBODY, datings, Decisions(events=decisions))


def decision(*articles: str, line: int = 1, **fields: str) -> EventDecision:
    return EventDecision(place=Place(file="content/events.yml", line=line), articles=articles, **fields)


@pytest.mark.parametrize("path", cases("grouping"), ids=lambda p: p.stem)
def test_grouping(path: Path, tmp_path: Path) -> None:
    case = load(path)
    articles = read(tmp_path, case["articles"])
    found = grouped(articles, analysed(articles)).events
    assert sorted(list(event.articles) for event in found) == case["groups"]


def test_no_articles_no_events() -> None:
    assert grouped((), {}) == Grouping(events=())


def test_three_visits_of_the_seeds(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    found = grouped(seeds, seed_analyses).events
    assert [(event.date, len(event.articles)) for event in found] == [
        ("2024-01-16", 1),
        ("2024-23", 1),
        ("2025-10-27", 3),
    ]


def test_places_are_words_of_the_articles(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    bodies = {a.id: a.body for a in seeds}
    for event in grouped(seeds, seed_analyses).events:
        place = event.place_passage
        assert place is not None
        assert bodies[place.article][place.start : place.end] == place.quote


def test_order_of_the_folder_changes_nothing(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    forth, back = grouped(seeds, seed_analyses).events, grouped(seeds[::-1], seed_analyses).events
    assert {frozenset(e.articles) for e in forth} == {frozenset(e.articles) for e in back}
    assert [e.id for e in forth] == [e.id for e in back]


def test_grouping_of_fifty_events(
    basil: tuple[Article, ...], basil_analyses: dict[str, Analysis], shared: Path
) -> None:
    gold = load(shared / "corpora" / "basil-dev" / "events.json")
    event_of = {name: event["id"] for event in gold for name in event["articles"]}
    assert b_cubed([e.articles for e in grouped(basil, basil_analyses).events], event_of) >= 0.98


def b_cubed(groups: list[tuple[str, ...]], gold: dict[str, str]) -> float:
    """B-cubed F1 (Bagga and Baldwin, 1998) of groups of articles against their labels."""
    precision = recall = 0.0
    for members in groups:
        for name in members:
            right = sum(gold[other] == gold[name] for other in members)
            precision += right / len(members)
            recall += right / sum(label == gold[name] for label in gold.values())
    return 2 * precision * recall / (precision + recall) / len(gold)


def test_editor_moves_an_article(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    names = [a.id for a in seeds]
    found = grouped(seeds, seed_analyses, decision(names[0], names[2], title="Two visits"))
    assert not found.problems
    edited = next(e for e in found.events if e.title == "Two visits")
    assert set(edited.articles) == {names[0], names[2]}
    assert edited.status == "editorial"
    assert sorted(n for e in found.events for n in e.articles) == sorted(names)


def test_editor_dates_an_event(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    found = grouped(
        seeds, seed_analyses, decision(seeds[0].id, date="2025-10-27", source="An agency’s page.", venue="Riga")
    )
    edited = next(e for e in found.events if e.articles == (seeds[0].id,))
    said = read_words("en").tell(edited.date_because)
    assert (edited.date, said, edited.place) == ("2025-10-27", "An agency’s page.", "Riga")
    assert edited.id.startswith("2025-10-27-")


def test_editor_names_an_unknown_article(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    found = grouped(seeds, seed_analyses, decision("gone", line=7))
    (problem,) = found.problems
    assert (problem.severity, problem.file, problem.line) == ("error", "content/events.yml", 7)
    assert "'gone'" in problem.message


def test_editor_names_an_article_twice(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    found = grouped(seeds, seed_analyses, decision(seeds[0].id), decision(seeds[0].id, line=9))
    (problem,) = found.problems
    assert problem.line == 9


def test_two_events_of_one_headline_get_two_ids(tmp_path: Path) -> None:
    text = "The council approved the bridge on Wednesday."
    articles = read(
        tmp_path, {n: {"published": "2019-05-15", "title": "Council votes", "text": text} for n in ("a", "b")}
    )
    found = grouped(articles, analysed(articles), decision("a"), decision("b"))
    assert len({e.id for e in found.events}) == 2


def test_no_part_of_the_seeds_gets_a_false_day(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> None:
    right = {event.date: set(event.articles) for event in grouped(seeds, seed_analyses).events}
    for count in range(1, len(seeds)):
        for part in combinations(seeds, count):
            for event in grouped(part, {a.id: seed_analyses[a.id] for a in part}).events:
                days = period(event.date)
                if days is not None and days.days == 1:
                    assert set(event.articles) <= right[event.date]
