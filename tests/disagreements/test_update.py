"""What an earlier sentence looks ahead to and a later one tells as done."""

from pathlib import Path

import msgspec
import pytest

from generator.disagreements.reading.contrast import View
from generator.disagreements.update import contrast
from tests.disagreements.views import DAY, told, view

UNLIKE = {
    "will": (
        "The mayor will open the new ferry terminal on Thursday.",
        "The mayor opened the new ferry terminal before a small crowd.",
        ("will open the new ferry terminal on Thursday", "opened the new ferry terminal before a small crowd"),
    ),
    "is_expected": (
        "The jury is expected to acquit the beekeeper this week.",
        "The jury acquitted the beekeeper after two hours.",
        ("is expected to acquit the beekeeper this week", "acquitted the beekeeper after two hours"),
    ),
    "plans": (
        "The tram drivers plan to block the central depot.",
        "The tram drivers blocked the central depot at dawn.",
        ("plan to block the central depot", "blocked the central depot at dawn"),
    ),
}

NONE = {
    "both_look_ahead": (
        "The mayor will open the new ferry terminal on Thursday.",
        "The mayor plans to open the new ferry terminal soon.",
    ),
    "another_thing_was_done": (
        "The mayor will open the new ferry terminal on Thursday.",
        "The mayor opened the debate on school meals.",
    ),
    "somebody_else_did_it": (
        "Mayor Anna Berg will inspect the tunnel on Thursday.",
        "Sheriff Tom Kline inspected the tunnel at dawn.",
    ),
    "only_imagined": (
        "A longer pier would block the central depot.",
        "The drivers blocked the central depot.",
    ),
}


def dated(given: View, one: str, other: str) -> View:
    """The same view of articles written on these days."""
    days = {given.one.claim.article: one, given.other.claim.article: other}
    datings = {
        article: msgspec.structs.replace(dating, published=days[article])
        for article, dating in given.material.datings.items()
    }
    return given._replace(material=msgspec.structs.replace(given.material, datings=datings))


@pytest.mark.parametrize("case", UNLIKE)
def test_planned_then_done(case: str, tmp_path: Path) -> None:
    one, other, words = UNLIKE[case]
    assert told(contrast, dated(view(tmp_path, one, other), "2024-05-14", DAY)) == words


@pytest.mark.parametrize("case", NONE)
def test_no_contrast(case: str, tmp_path: Path) -> None:
    assert told(contrast, dated(view(tmp_path, *NONE[case]), "2024-05-14", DAY)) is None


def test_an_older_article_cannot_know_better(tmp_path: Path) -> None:
    given = view(tmp_path, *UNLIKE["will"][:2])
    assert told(contrast, dated(given, DAY, "2024-05-14")) is None


@pytest.mark.parametrize("day", ["", "2024-05", "2024-23"])
def test_days_must_be_known(day: str, tmp_path: Path) -> None:
    given = view(tmp_path, *UNLIKE["will"][:2])
    assert told(contrast, dated(given, day, DAY)) is None


def test_of_one_day_the_difference_is_weaker(tmp_path: Path) -> None:
    given = view(
        tmp_path,
        "The mayor, a former stoker from the northern docks, will open the new terminal on Thursday.",
        "Under heavy rain and to a brass band that few had asked for, the mayor opened the terminal.",
    )
    days_apart, same_day = contrast(dated(given, "2024-05-14", DAY)), contrast(given)
    assert days_apart is not None
    assert same_day is not None
    assert same_day.strength < days_apart.strength
