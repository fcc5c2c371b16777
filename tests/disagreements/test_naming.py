"""A difference is looked for in all pairs of a card, with less asked of it than between any two claims."""

from pathlib import Path

from generator.disagreements import comparison
from generator.disagreements.naming import name_difference
from generator.disagreements.ranking.gather import Finding
from generator.disagreements.ranking.pairs import Pair
from generator.disagreements.reading.views import Views
from tests.materials import material

STORIES = {
    "courier": {"text": "The town council closed the old library because its roof is unsafe."},
    "gazette": {"text": "Readers gathered outside the closed library of the town."},
    "herald": {"text": "The council closed the library to save the wages of its clerks."},
}


def findings(tmp_path: Path, stories: dict[str, dict[str, str]], members: list[int]) -> tuple[Finding, Finding]:
    given = material(tmp_path, stories)
    space = comparison.space_of(given)
    finding = Finding(Pair(0, 1, {}), None, 0.5)
    finding.members = members
    return finding, name_difference(Views(given, space), finding)


def test_the_two_claims_that_differ_become_the_main_ones(tmp_path: Path) -> None:
    finding, named = findings(tmp_path, STORIES, [0, 1, 2])
    assert named.contrast is not None
    assert named.contrast.kind == "cause"
    assert named.pair[:2] == (0, 2)
    assert (named.members, named.worth) == (finding.members, finding.worth)


def test_what_cannot_be_named_stays_as_it_is(tmp_path: Path) -> None:
    finding, named = findings(tmp_path, STORIES, [0, 1])
    assert named is finding


def test_claims_of_one_article_are_not_compared(tmp_path: Path) -> None:
    twice = {"courier": {"text": STORIES["courier"]["text"] + "\n\n" + STORIES["herald"]["text"]}}
    finding, named = findings(tmp_path, twice, [0, 1])
    assert named is finding
