"""What the builders of cards see of one finding: its claims side by side, with their passages and their words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.claims import Claim
from generator.model.analysis import Analysis, Token
from generator.model.story import Material
from generator.model.text import Passage

Span = tuple[int, int]


class Side(NamedTuple):
    """One claim of a card: its passage, and `shared`, the lemmas that it has in common with another article's claim."""

    claim: Claim
    analysis: Analysis
    passage: Passage
    shared: frozenset[str]

    def tokens(self) -> Iterator[tuple[int, Token]]:
        """The tokens inside the passage with their index in the analysis."""
        for number in range(self.claim.first, self.claim.last):
            token = self.analysis.tokens[number]
            if self.passage.start <= token.start and token.end <= self.passage.end:
                yield number, token

    def below(self, number: int) -> list[int]:
        """The tokens of the phrase that hangs on token `number`, as far as the passage shows them."""
        inside = [n for n, _ in self.tokens()]
        children: dict[int, list[int]] = {}
        for n in inside:
            children.setdefault(self.analysis.tokens[n].head, []).append(n)
        phrase, waiting = [], [number]
        while waiting:
            at = waiting.pop()
            phrase.append(at)
            waiting += [n for n in children.get(at, ()) if n != at]
        return sorted(n for n in phrase if n in set(inside))

    def words(self, span: Span) -> str:
        """`body[start:end]`, on one line."""
        start, end = span
        return " ".join(self.passage.quote[start - self.passage.start : end - self.passage.start].split())


class Card(NamedTuple):
    """The sides of one finding in the order of the articles, and the weights of lemmas in the event."""

    material: Material
    sides: tuple[Side, ...]
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


def common(card: Card) -> Counter[str]:
    """How many articles have each shared lemma."""
    counts: Counter[str] = Counter()
    for article in {side.claim.article for side in card.sides}:
        counts.update({lemma for side in card.sides if side.claim.article == article for lemma in side.shared})
    return counts
