"""Case files of how a card of each kind is worded; `not_…` shows no evidence for the kind."""

from pathlib import Path

import pytest

from generator.compare import attribution, cause, date, label, outcome, quoted, update, who
from generator.compare.card import Card, Side, shared_lemmas
from generator.model.story import Material
from tests.materials import material
from tests.stories import cases, load

TELLERS = {
    "attribution": attribution.tell,
    "cause": cause.tell,
    "date": date.tell,
    "label": label.tell,
    "outcome": outcome.tell,
    "quote": quoted.tell,
    "update": update.tell,
    "who": who.tell,
}


def card_of(given: Material) -> Card:
    """The first claim of each article side by side, quoted whole."""
    claims = [given.claims[article.id][0] for article in given.articles]
    sides = tuple(
        Side(claim, given.analyses[article.id], article.passage(claim.start, claim.end), shared)
        for article, claim, shared in zip(given.articles, claims, shared_lemmas(claims), strict=True)
    )
    weights = {lemma: 1.0 for claim in claims for lemma in claim.content}
    return Card(material=given, sides=sides, main=(sides[0], sides[1]), weights=weights)


@pytest.mark.parametrize("path", cases("telling"), ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = load(path)
    card = card_of(material(tmp_path, case["articles"]))
    telling = TELLERS[case["kind"]](card)
    if path.stem.startswith("not_"):
        assert telling is None
        return
    assert telling is not None
    assert telling.about.startswith(case["about"])
    assert len(telling.about.split()) <= 14
    said = {side.claim.article: side.words(span) for side, span in zip(card.sides, telling.says, strict=True)}
    for article, words in case.get("says", {}).items():
        assert words in said[article], said
    for side, (start, end) in zip(card.sides, telling.says, strict=True):
        assert side.passage.start <= start < end <= side.passage.end
