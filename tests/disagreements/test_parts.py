"""The parts of the comparison by themselves: likeness, scorecards, windows, gathering."""

from pathlib import Path

import numpy as np
import pytest

from generator.disagreements.ranking.gather import gather
from generator.disagreements.ranking.pairs import Pair, find_pairs
from generator.disagreements.ranking.scorecard import Scorecard, Steps, scorecards
from generator.disagreements.ranking.space import Space, read_space
from generator.disagreements.reading.contrast import Contrast
from generator.disagreements.reading.views import Views
from generator.disagreements.reading.windows import WORDS, passage_of
from generator.matching.embedding import embed
from generator.model.story import Material
from tests.materials import material

STORIES = {
    "courier": {"text": "The council closed the old library.\n\nA ferry struck the pier at noon."},
    "gazette": {"text": "The ferry hit the pier before noon.\n\nThe library was shut by the council."},
    "herald": {"text": "Nobody was hurt when a boat rammed the pier.\n\nBread is dearer than last year in town."},
}


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Material:
    return material(tmp_path_factory.mktemp("three"), STORIES)


@pytest.fixture(scope="module")
def space(three: Material) -> Space:
    claims = [claim for article in three.articles for claim in three.claims[article.id]]
    bodies = {article.id: article.body for article in three.articles}
    return read_space(claims, [bodies[c.article][c.start : c.end] for c in claims])


def test_a_claim_is_nearest_to_its_counterpart(space: Space) -> None:
    library, ferry = (0, 3), (1, 2)
    for one, other in (library, ferry):
        assert space.rank[one, other] == space.rank[other, one] == 0
    assert np.allclose(space.likeness, space.likeness.T)


def test_what_nobody_else_tells_has_least_support(space: Space) -> None:
    assert int(space.support.argmin()) == 5


def test_pairs_are_of_two_articles_and_begin_with_the_most_alike(three: Material, space: Space) -> None:
    pairs = find_pairs(space, [frozenset()] * 3, Views(three, space))
    assert {(pair.i, pair.j) for pair in pairs[:2]} == {(0, 3), (1, 2)}
    assert all(space.owner[pair.i] != space.owner[pair.j] for pair in pairs)


def test_words_of_one_meaning_lie_closer_than_others() -> None:
    abandon, cancel, bread = embed(["abandon the plan", "cancel the plan", "loaf of bread"])
    assert abandon @ cancel > abandon @ bread


def test_steps_give_the_points_of_the_interval() -> None:
    card = Scorecard(base=-1.0, steps={"likeness": Steps(cuts=(0.2, 0.5), points=(0.0, 1.0, 3.0))})
    odds = card.odds([{"likeness": 0.1}, {"likeness": 0.2}, {"likeness": 0.3}, {"likeness": 0.9}, {}])
    assert odds.tolist() == [-1.0, -1.0, 0.0, 2.0, -1.0]
    assert card.judge([{"likeness": 0.3}])[0] == 0.5


def test_committed_scorecards_are_well_formed() -> None:
    for card in scorecards().values():
        for steps in card.steps.values():
            assert len(steps.points) == len(steps.cuts) + 1
            assert list(steps.cuts) == sorted(steps.cuts)


def test_pairs_on_the_same_claims_become_one_finding(space: Space) -> None:
    features = {"in_order": 0.5}
    pairs = [Pair(1, 2, features), Pair(2, 4, features), Pair(0, 3, features)]
    findings = gather(space, pairs, [None] * 3, np.array([0.6, 0.4, 0.5]), limit=5)
    assert [sorted(finding.members) for finding in findings] == [[1, 2, 4], [0, 3]]
    assert findings[0].worth > 0.6


def test_sentences_alike_word_for_word_are_no_finding(space: Space) -> None:
    assert gather(space, [Pair(0, 3, {"in_order": 1.0})], [None], np.array([0.9]), limit=5) == []


def test_a_named_difference_has_its_card_beside_one_that_names_none(space: Space) -> None:
    features = {"in_order": 0.5}
    named = Contrast("date", 0.9, (0, 4), (0, 4), "the ferry", "")
    later = named._replace(one=(6, 9), other=(6, 9))
    pairs = [Pair(1, 2, features)] * 4
    findings = gather(space, pairs, [None, named, named, later], np.array([0.9, 0.8, 0.7, 0.6]), limit=5)
    assert [finding.contrast for finding in findings] == [None, named]


def test_a_long_sentence_is_cut_at_a_clause_that_bears_on_the_other(tmp_path: Path) -> None:
    long = (
        "After a night of debate in a crowded hall, which many had left before midnight since it was cold, "
        "the council closed the library, although the readers who were still waiting outside in the snow "
        "had asked it to keep the doors open at least until the end of the winter."
    )
    given = material(tmp_path, {"courier": {"text": long}, "gazette": {"text": "The council closed the library."}})
    courier, gazette = given.articles
    claims = given.claims[courier.id][0], given.claims[gazette.id][0]
    weights = dict.fromkeys(claims[1].content, 1.0)
    passage = passage_of(courier, given.analyses[courier.id], claims[0], [claims[1]], weights)
    assert "the council closed the library" in passage.quote
    assert len(passage.quote.split()) <= WORDS
    whole = passage_of(gazette, given.analyses[gazette.id], claims[1], [claims[0]], weights)
    assert whole.quote == "The council closed the library."


def test_a_passage_keeps_the_deciding_words_and_parts_no_word(tmp_path: Path) -> None:
    long = (
        "The speaker said on Monday that there was a one-in-three chance that the party would lose the house, "
        "which many of its members heard with dismay, and went on to name the seats that it would have to hold, "
        "among them those of the north, where the mines were shut in a single winter."
    )
    given = material(tmp_path, {"courier": {"text": long}, "gazette": {"text": "The mines were shut."}})
    courier, _ = given.articles
    claim = given.claims[courier.id][0]
    keep = long.index("chance"), long.index("chance") + len("chance")
    passage = passage_of(courier, given.analyses[courier.id], claim, [], {}, keep=keep)
    assert "chance" in passage.quote
    assert "one-in-three" in passage.quote or "three" not in passage.quote
