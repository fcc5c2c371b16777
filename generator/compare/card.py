"""What the builders of cards see of one finding: its claims side by side, with their passages and their words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.analysis import Analysis, Token
from generator.model.claims import Claim
from generator.model.story import Material
from generator.model.text import Passage

Span = tuple[int, int]


class Side:
    """One claim of a card: its passage, and `shared`, the lemmas that it has in common with another article's claim.

    `numbers` are the indices in the analysis of the tokens that the passage shows.
    """

    def __init__(self, claim: Claim, analysis: Analysis, passage: Passage, shared: frozenset[str]) -> None:
        self.claim, self.analysis, self.passage, self.shared = claim, analysis, passage, shared
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


class Card(NamedTuple):
    """The sides of one finding in the order of the articles, and the weights of lemmas in the event.

    `main` are the two sides that made it a finding.
    """

    material: Material
    sides: tuple[Side, ...]
    main: tuple[Side, Side]
    weights: dict[str, float]


class Telling(NamedTuple):
    """How a card is worded: the neutral line, the place of the deciding words on each side, and the evidence."""

    about: str
    says: tuple[Span, ...]
    reason: str


def shared_lemmas(claims: Sequence[Claim]) -> list[frozenset[str]]:
    """For each claim the content lemmas that a claim of another article has too."""
    holders: dict[str, set[str]] = {}
    for claim in claims:
        for lemma in claim.content:
            holders.setdefault(lemma, set()).add(claim.article)
    return [frozenset(lemma for lemma in claim.content if len(holders[lemma]) > 1) for claim in claims]
