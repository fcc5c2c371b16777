"""Rewrites: one article retells another sentence by sentence, in its order, with nothing new and no quotation marks."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.model.text import Passage
from generator.story.origins.narrative import Narrative, Told

# A sentence retells another when so much of its telling words are in it; shorter ones are not asked.
_RETOLD, _CLOSE, _LEAST_LEMMAS = 0.45, 0.35, 4
# Shared three-word phrases, as a part of all: fewer are asked of a text that has lost its quotation marks.
_PHRASES, _PHRASES_MUTE = 0.15, 0.07
_EVIDENCE, _QUOTE_WORDS = 6, 40
_SPOKEN = 2


class Rewrite(NamedTuple):
    """How far `a` retells `b`: parts between 0 and 1, and the pairs of sentences that show it.

    `retold` is the part of a's sentences that b has, `order` how often two of them stand in b's order, `fresh` the part
    of a's names and numbers that b has not, `phrases` the part of a's word trigrams that b has. `mute` says that a
    quotes nobody while b does.
    """

    retold: float
    order: float
    fresh: float
    phrases: float
    mute: bool
    evidence: tuple[tuple[Passage, Passage], ...]

    @property
    def score(self) -> float:
        """Between 0 and 1: the mean of what speaks for a rewrite."""
        return (
            min(1.0, self.retold / 0.5) + self.order + (1 - self.fresh) + min(1.0, self.phrases / 0.15) + self.mute
        ) / 5

    @property
    def sure(self) -> bool:
        """Whether the signs suffice: fewer when quotation marks are lost, for no independent report loses them."""
        if self.mute:
            return self.retold >= 0.25 and self.order >= 0.7 and self.fresh <= 0.45
        return self.retold >= 0.6 and self.order >= 0.8 and self.fresh <= 0.25


def may_be_rewrite(shared: int, phrases: int, *, mute: bool) -> bool:
    """Whether an article of so many phrases of three words may retell one that has `shared` of them."""
    return shared >= (_PHRASES_MUTE if mute else _PHRASES) * phrases


def is_mute(ours: int, theirs: int) -> bool:
    """Whether an article with so many quotations of speech quotes nobody while the other does."""
    return not ours and theirs >= _SPOKEN


def find_rewrite(a: Narrative, b: Narrative, weights: Mapping[str, float]) -> Rewrite | None:
    """How far `a` retells `b`, if it does."""
    shared, mute = len(a.phrases & b.phrases), is_mute(a.spoken, b.spoken)
    if not a.phrases or not may_be_rewrite(shared, len(a.phrases), mute=mute):
        return None
    asked = [sentence for sentence in a.told if len(sentence.lemmas) >= _LEAST_LEMMAS]
    matches = [_best(sentence, b.told, weights) for sentence in asked]
    good = [(part, s, match) for s, (match, part) in zip(asked, matches, strict=True) if part >= _RETOLD]
    closest = sorted(sorted(good, key=lambda g: -g[0])[:_EVIDENCE], key=lambda g: g[1].start)
    near = [match for match, part in matches if part >= _CLOSE]
    rewrite = Rewrite(
        retold=len(good) / len(asked) if asked else 0.0,
        order=_order(near),
        fresh=len(a.names - b.names) / len(a.names) if a.names else 0.0,
        phrases=shared / len(a.phrases),
        mute=mute,
        evidence=tuple((_passage(a, s), _passage(b, b.told[match])) for _, s, match in closest),
    )
    return rewrite if rewrite.sure else None


def _best(sentence: Told, others: Sequence[Told], weights: Mapping[str, float]) -> tuple[int, float]:
    """The sentence that has most of this one's telling words, and how much."""
    whole = sum(weights[lemma] for lemma in sentence.lemmas)
    parts = [sum(weights[lemma] for lemma in sentence.lemmas & other.lemmas) / whole for other in others]
    best = max(range(len(parts)), key=lambda n: (parts[n], -n), default=0)
    return best, parts[best] if parts else 0.0


def _order(indices: Sequence[int]) -> float:
    """The part of all pairs that stand in rising order (Kendall's concordance); 0 when there are too few."""
    pairs = [(x, y) for n, x in enumerate(indices) for y in indices[n + 1 :]]
    return sum(x <= y for x, y in pairs) / len(pairs) if len(indices) >= 3 else 0.0


def _passage(told: Narrative, sentence: Told) -> Passage:
    """The sentence, cut to the words that a quotation may have."""
    ends = [match.end() for match in re.finditer(r"\S+", told.article.body[sentence.start : sentence.end])]
    return told.article.passage(sentence.start, sentence.start + ends[min(len(ends), _QUOTE_WORDS) - 1])
