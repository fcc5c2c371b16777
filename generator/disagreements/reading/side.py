"""One side of a comparison: a claim, as much of it as is shown, and its words."""

from collections.abc import Iterator

from generator.model.analysis import Analysis, Token
from generator.model.claims import Claim
from generator.model.text import Passage

Span = tuple[int, int]


class Side:
    """One claim of a comparison with a passage of it; `numbers` are the indices of the tokens that it shows."""

    def __init__(self, claim: Claim, analysis: Analysis, passage: Passage) -> None:
        self.claim, self.analysis, self.passage = claim, analysis, passage
        self.numbers = [
            number
            for number in range(claim.first, claim.last)
            if passage.start <= analysis.tokens[number].start and analysis.tokens[number].end <= passage.end
        ]
        self._below: dict[int, list[int]] = {number: [] for number in self.numbers}
        for number in self.numbers:
            for above in self._line(number):
                self._below[above].append(number)

    def _line(self, number: int) -> Iterator[int]:
        """The token and what it hangs on, up to the root or the edge of the passage."""
        at = number
        while at in self._below:
            yield at
            if self.analysis.tokens[at].head == at:
                break
            at = self.analysis.tokens[at].head

    def tokens(self) -> Iterator[tuple[int, Token]]:
        """The tokens inside the passage with their index in the analysis."""
        return ((number, self.analysis.tokens[number]) for number in self.numbers)

    def below(self, number: int) -> list[int]:
        """The tokens of the phrase that hangs on token `number`, as far as the passage shows them, in order."""
        return self._below.get(number, [])

    def words(self, span: Span) -> str:
        """`body[start:end]`, on one line."""
        start, end = span
        return " ".join(self.passage.quote[start - self.passage.start : end - self.passage.start].split())
