"""The claims of an event as sides, each built once, and any two of them as a view."""

from generator.disagreements.ranking.space import Space
from generator.disagreements.reading.alignment import align
from generator.disagreements.reading.contrast import View
from generator.disagreements.reading.side import Side
from generator.model.story import Material


class Views:
    """Whole sentences side by side; claims are numbered as in the space."""

    def __init__(self, material: Material, space: Space) -> None:
        self._material, self._space = material, space
        self._articles = {article.id: article for article in material.articles}
        self._sides: dict[int, Side] = {}
        self._views: dict[tuple[int, int], View] = {}

    def side(self, number: int) -> Side:
        """Claim `number`, quoted whole."""
        if number not in self._sides:
            claim = self._space.claims[number]
            passage = self._articles[claim.article].passage(claim.start, claim.end)
            self._sides[number] = Side(claim, self._material.analyses[claim.article], passage)
        return self._sides[number]

    def view(self, i: int, j: int) -> View:
        """Claims `i` and `j`, with their words aligned."""
        if (i, j) not in self._views:
            one, other = self.side(i), self.side(j)
            self._views[i, j] = View(self._material, one, other, align(one, other), self._space.weights)
        return self._views[i, j]
