"""Folders that are hard on a build, in small: many articles of one event, all copies, none dated; nothing is lost."""

from pathlib import Path

import pytest

from generator.build.publication import Identity, Publication, publish
from generator.content.settings import Settings
from generator.matching import compared

FALL = (
    "A crane fell onto the fish market of Larkholm on Tuesday, and {} people were hurt, Ada Holm said.\n\n"
    "“The wind was too strong for the crane,” Bo Lund said. The market stays closed until {}."
)
DAYS = ("Friday", "Saturday", "Monday")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARALLAX_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PARALLAX_WORKERS", "1")
    (tmp_path / "content" / "articles").mkdir(parents=True)
    return tmp_path


def write(root: Path, texts: list[str], title: str = "Crane falls onto fish market, report {}", day: str = "") -> None:
    for number, text in enumerate(texts):
        head = f"title: {title.format(number)}\noutlet: Paper {number}\n" + (f"published: {day}\n" if day else "")
        path = root / "content" / "articles" / f"a{number:02}.md"
        path.write_text(f"---\n{head}---\n\n{text}\n", encoding="utf-8")


def made(root: Path) -> Publication:
    return publish(root, Settings(), Identity(title="T"))


def sources(told: Publication) -> set[str]:
    return {page.uri for page in told.pages if page.uri.startswith("sources/")} - {"sources/index.md"}


def test_more_articles_than_are_compared_all_stay_on_the_page_and_that_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compared, "MOST", 4)
    write(root, [FALL.format(3 + n % 3, DAYS[n % 3]) for n in range(9)], day="2031-05-06")
    told = made(root)
    (event,) = told.site.events
    assert len(event.articles) == len(sources(told)) == 9
    (page,) = (page for page in told.pages if page.uri == told.sequence[0])
    assert all(f"report {n}" in page.text or f"Paper {n}" in page.text for n in range(9))
    assert any("has 9 articles" in problem.message for problem in told.site.problems)


def test_copies_that_all_lean_on_each_other_are_one_source(root: Path) -> None:
    write(root, [FALL.format(3, "Friday") + f" This is copy {n}." for n in range(12)], day="2031-05-06")
    told = made(root)
    (event,) = told.site.events
    assert len(event.articles) == len(sources(told)) == 12
    assert len({dependence.article for dependence in told.site.dependences}) == 11
    assert {fact.independent for fact in told.site.facts} <= {1}
    assert not told.site.disagreements


def test_articles_that_state_no_date_all_have_a_page_and_no_day_is_made_up(root: Path) -> None:
    things = ("bridge", "library", "airport", "museum", "theatre")
    write(root, [f"Workers painted the {thing}, which looks new." for thing in things], title="Number {}")
    told = made(root)
    assert len(sources(told)) == len(things)
    assert {name for event in told.site.events for name in event.articles} == {f"a{n:02}" for n in range(len(things))}
    assert {event.date for event in told.site.events} == {""}
    assert {dating.published for dating in told.site.datings} == {""}
