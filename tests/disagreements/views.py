"""Two sentences of two articles side by side, as the modules that name one kind of difference see them."""

from collections.abc import Callable
from pathlib import Path

from generator.disagreements.reading.alignment import align
from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.reading.side import Side
from generator.disagreements.weights import lemma_weights
from tests.materials import material

DAY = "2024-05-16"


def view(folder: Path, one: str, other: str, before: tuple[str, str] = ("", "")) -> View:
    """The last sentence of one article beside that of another; `before` are paragraphs that stand before each."""
    texts = (f"{lead}\n\n{text}".strip() for lead, text in zip(before, (one, other), strict=True))
    given = material(folder, {name: {"text": t, "published": DAY} for name, t in zip("ab", texts, strict=True)})
    sides = []
    for article in given.articles:
        claim = given.claims[article.id][-1]
        passage = article.passage(claim.start, claim.end)
        sides.append(Side(claim, given.analyses[article.id], passage))
    return View(given, sides[0], sides[1], align(sides[0], sides[1]), lemma_weights(given))


def told(contrast: Callable[[View], Contrast | None], given: View) -> tuple[str, str] | None:
    """The deciding words on either side, if there is a contrast; the mirror view must give the mirror result."""
    found, mirrored = contrast(given), contrast(given.turned())
    if found is None:
        assert mirrored is None
        return None
    assert mirrored
    assert mirrored == found._replace(one=found.other, other=found.one, reason=mirrored.reason)
    words = given.one.words(found.one), given.other.words(found.other)
    assert 0 < found.strength <= 1
    assert found.subject
    assert all(word in found.reason and len(word.split()) <= 9 for word in words)
    return words
