"""Who met whom: told as past, with the date where the words tell it."""

from pathlib import Path

import pytest

from generator.account.actors import find_cast
from generator.build.cache import DiskCache, cache_folder
from generator.content.articles import read_articles
from generator.language.parsing import analyse
from generator.model.actors import Meeting
from generator.model.decisions import Decisions
from generator.model.story import DateMention, Event
from generator.story.meetings import find_meetings
from tests.conftest import MODEL

NAMES = "Karen Holt is a minister. Luis Vega is a judge. Jens Dam is a mayor."


def meetings(folder: Path, text: str, date_words: str = "", date: str = "") -> tuple[Meeting, ...]:
    """The meetings told in one article, in which `date_words` are known to mean `date`."""
    (folder / "one.md").write_text(f"{NAMES}\n\n{text}\n", encoding="utf-8")
    articles = read_articles(folder).articles
    analyses = analyse(articles, model=MODEL, cache=DiskCache(cache_folder()))
    cast = find_cast(articles, analyses, Decisions()).cast
    event = Event(id="e", title="", date="2024-05", date_reason="", place="", articles=("one",))
    dates: list[DateMention] = []
    if date_words:
        start = articles[0].body.index(date_words)
        number = analyses["one"].sentence_at(start) or 0
        end = start + len(date_words)
        dates.append(DateMention(article="one", start=start, end=end, text=date_words, date=date, sentence=number))
    found = find_meetings((event,), cast, analyses, {"one": tuple(dates)})
    for meeting in found:
        for passage in meeting.passages:
            assert articles[0].body[passage.start : passage.end] == passage.quote
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Holt met Vega in the garden.",
        "Holt met with Vega in the garden.",
        "Holt and Vega met in the garden.",
        "Holt held long talks with Vega in the garden.",
        "Holt received Vega in the garden.",
        "The talks between Holt and Vega lasted an hour.",
        "Holt’s meeting with Vega lasted an hour.",
    ],
)
def test_told_meetings_are_found(text: str, tmp_path: Path) -> None:
    (meeting,) = meetings(tmp_path, text)
    assert meeting.actors == ("karen-holt", "luis-vega")
    assert meeting.date == ""
    assert meeting.event == "e"


@pytest.mark.parametrize(
    "text",
    [
        "Holt will meet Vega in the garden.",
        "Holt plans to meet Vega in the garden.",
        "Holt did not meet Vega.",
        "Holt arrived ahead of a meeting between Vega and Dam.",
        "Holt met the press while Vega slept.",
        "Holt received threats from Vega.",
        "Holt met herself in the mirror.",
    ],
)
def test_not_a_meeting_planned_denied_or_of_others(text: str, tmp_path: Path) -> None:
    assert meetings(tmp_path, text) == ()


def test_the_date_is_that_of_the_words(tmp_path: Path) -> None:
    (meeting,) = meetings(tmp_path, "Holt met Vega on 3 May in the garden.", "3 May", "2024-05-03")
    assert meeting.date == "2024-05-03"


def test_not_a_date_of_another_clause(tmp_path: Path) -> None:
    text = "Holt met Vega in the garden, and Dam opened the bridge on 3 May."
    (meeting,) = meetings(tmp_path, text, "3 May", "2024-05-03")
    assert meeting.date == ""


def test_an_undated_word_joins_the_dated(tmp_path: Path) -> None:
    text = "Holt met Vega on 3 May in the garden.\n\nVega later said that Holt’s meeting with Vega was short."
    (meeting,) = meetings(tmp_path, text, "3 May", "2024-05-03")
    assert meeting.date == "2024-05-03"
    assert len(meeting.passages) == 2
