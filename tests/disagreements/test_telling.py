"""Case files of what each kind sees in two sentences side by side; `not_…` shows no difference of the kind."""

from pathlib import Path

import pytest

from generator.disagreements.kinds import CONTRASTS
from generator.disagreements.reading.alignment import align
from generator.disagreements.reading.contrast import View
from generator.disagreements.reading.side import Side
from generator.disagreements.weights import lemma_weights
from generator.model.story import Material
from tests.materials import material
from tests.stories import cases, load


def view_of(given: Material) -> View:
    """The first claim of each of the first two articles side by side."""
    claims = [given.claims[article.id][0] for article in given.articles[:2]]
    one, other = (
        Side(claim, given.analyses[article.id], article.passage(claim.start, claim.end))
        for article, claim in zip(given.articles, claims, strict=False)
    )
    return View(given, one, other, align(one, other), lemma_weights(given))


@pytest.mark.parametrize("path", cases("telling"), ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = load(path)
    view = view_of(material(tmp_path, case["articles"]))
    found = CONTRASTS[case["kind"]](view)
    if path.stem.startswith("not_"):
        assert found is None
        return
    assert found is not None
    said = {view.one.claim.article: view.one.words(found.one), view.other.claim.article: view.other.words(found.other)}
    for article, words in case.get("says", {}).items():
        assert words in said[article], said
    for side, (start, end) in ((view.one, found.one), (view.other, found.other)):
        assert side.passage.start <= start < end <= side.passage.end
