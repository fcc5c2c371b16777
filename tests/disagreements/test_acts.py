"""Acts with their parts, and whole phrases, read off parsed sentences."""

from pathlib import Path

import pytest

from generator.disagreements.reading.acts import find_acts
from generator.disagreements.reading.whole import phrase
from tests.disagreements.views import view

OTHER = "A ferry struck the pier."
PARTS = {
    "active": ("The council closed the bridge.", "closed", {"doer": "council", "done": "bridge"}),
    "passive": ("The bridge was closed by the council.", "closed", {"doer": "council", "done": "bridge"}),
    "relative": ("Reporters saw the council that closed the bridge.", "closed", {"doer": "council", "done": "bridge"}),
    "coordinated": ("The council met and closed the bridge.", "closed", {"doer": "council", "done": "bridge"}),
    "of_a_noun": ("The mayor's speech in Lisbon was short.", "speech", {"doer": "mayor", "in": "Lisbon"}),
}


@pytest.mark.parametrize("case", PARTS)
def test_parts_are_found_whichever_way_the_sentence_turns_them(case: str, tmp_path: Path) -> None:
    text, verb, wanted = PARTS[case]
    side = view(tmp_path, text, OTHER).one
    tokens = side.analysis.tokens
    (act,) = [act for act in find_acts(side) if tokens[act.head].text == verb]
    assert {part: tokens[act.parts[part][0]].text for part in wanted} == wanted


LONG = "The mayor of the town said the bridge over the wide grey river near the old mill would be closed at noon today."


def test_a_phrase_is_cut_where_it_stays_whole(tmp_path: Path) -> None:
    side = view(tmp_path, LONG, OTHER).one
    bridge = next(number for number, token in side.tokens() if token.text == "bridge")
    span = phrase(side, side.below(bridge), articles=False)
    assert span
    assert side.words(span) == "bridge over the wide grey river"


def test_a_phrase_too_short_is_none(tmp_path: Path) -> None:
    side = view(tmp_path, LONG, OTHER).one
    noon = next(number for number, token in side.tokens() if token.text == "noon")
    assert phrase(side, [noon])
    assert phrase(side, [noon], least=2) is None
