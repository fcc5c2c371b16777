"""Passages of one matter: whole, of different articles, not the same in other order, and not those on cards."""

from pathlib import Path

import pytest

from generator.disagreements import compare, side_by_side
from generator.disagreements.beside.scorecard import Scorecard, Steps
from generator.model.story import Material
from tests.materials import material

ONE = (
    "The timbers of the old ferry pier are “rotten to the core”, Director Ana Ruiz of the harbour board said on "
    "Monday, and repairs would take masons and divers until April.\n\n"
    "A bakery beside the pier sold twice as much bread as usual."
)
OTHER = (
    "Repairs to the ferry pier could take money from shopkeepers, who fear for their trade and their summer guests, "
    "for “nobody comes by boat any more”, as Director Ruiz of Larkholm put it.\n\n"
    "The weather in the mountains was fine."
)
SAME = ONE.replace("April", "late April")
THIRD = "A swimmer crossed the bay."
# Of one matter is here what shares a good part of its words, so that no learned number is tested.
CARDS = {
    "matter": Scorecard(base=-3.0, steps={"words": Steps(cuts=(0.1,), points=(0.0, 6.0))}),
    "same": Scorecard(base=-3.0, steps={}),
}


@pytest.fixture
def given(tmp_path: Path) -> Material:
    stories = {
        name: {"text": text, "published": "2024-05-07"} for name, text in (("x", ONE), ("y", OTHER), ("z", THIRD))
    }
    return material(tmp_path, stories)


def test_what_is_of_one_matter_is_laid_side_by_side(given: Material) -> None:
    rows = side_by_side(given, cards=CARDS)
    assert rows
    for row in rows:
        assert len({passage.article for passage in row.passages}) == len(row.passages) >= 2
        assert 0 < row.score <= 1
        assert not any("bakery" in p.quote or "weather" in p.quote for p in row.passages)


def test_what_says_the_same_is_left_out(tmp_path: Path) -> None:
    given = material(tmp_path, {name: {"text": text} for name, text in (("x", ONE), ("y", SAME), ("z", THIRD))})
    assert side_by_side(given, cards=CARDS) == ()


def test_what_stands_on_a_card_is_left_out(tmp_path: Path) -> None:
    both = "The court in Larkholm {} the banker of fraud on Monday after a trial of nine weeks."
    texts = {"x": both.format("convicted"), "y": both.format("acquitted"), "z": THIRD}
    given = material(tmp_path, {name: {"text": text} for name, text in texts.items()})
    cards = compare(given, limit=9)
    assert len(cards) == 1
    assert side_by_side(given, cards, cards=CARDS) == ()
