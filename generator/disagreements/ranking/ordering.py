"""Which findings come first: each counts for what it adds to those before it."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from generator.disagreements.reading.side import Span
from generator.model.story import Disagreement

# Even a card on claims that others show adds this part of its worth.
_NEW_AT_LEAST = 0.1
# A sentence shown for other deciding words counts so much less as shown already.
_APART = 0.5
# A card that cannot tell in what its sources differ comes later than one that can: a reader sees less in it.
_UNNAMED = 0.3
# A difference of which both sides can hardly be right comes earlier than one of words.
_HARD = 1.5
# What a person or a thing is called is told by itself, in whatever sentences the words stand.
_BY_ITSELF = frozenset({"label", "name"})


class Judged(NamedTuple):
    """A finding with its probability of being one that a careful reader would list, and the claims that it shows.

    `main` are the two claims that made it a finding; none for one that was found otherwise. `words` pairs each claim
    with the place of its deciding words and what they are about; None where none can be named.
    """

    worth: float
    disagreement: Disagreement
    members: frozenset[int]
    main: tuple[int, ...] = ()
    words: frozenset[tuple[int, tuple[Span, str] | None]] = frozenset()

    @property
    def is_named(self) -> bool:
        """Whether it is known in what the sources differ, not only that they put one matter differently.

        Quotations of one utterance are found by themselves: two others that are likely of one prove no difference.
        """
        if not self.main:
            return True
        return self.disagreement.kind != "quote" and any(deciding is not None for _, deciding in self.words)


def order(judged: Sequence[Judged], limit: int) -> list[Judged]:
    """The best `limit`, best first, where a card counts only for the part of its claims that no better one shows.

    Spellings of names are a line each, and stand beside the others uncounted.

    Maximal marginal relevance (Carbonell and Goldstein 1998), with shared claims as the likeness of two cards; the
    score of a card becomes what it adds to those before it.
    """
    waiting = sorted(judged, key=lambda each: (-each.worth, each.disagreement.id))
    ranked: list[Judged] = []
    while waiting:
        adds = [_plain(each) * max(_NEW_AT_LEAST, 1.0 - _shown_already(each, ranked)) for each in waiting]
        place = max(range(len(waiting)), key=lambda number: adds[number])
        best = waiting.pop(place)
        if best.disagreement.kind != "name" and sum(each.disagreement.kind != "name" for each in ranked) >= limit:
            continue
        score = round(float(adds[place]), 3)
        ranked.append(best._replace(disagreement=msgspec.structs.replace(best.disagreement, score=score)))
    return ranked


def _plain(judged: Judged) -> float:
    """The worth of a card by itself, by what kind of difference it can tell."""
    hard = _HARD if judged.disagreement.hardness == "hard" else 1.0
    return judged.worth * hard * (1.0 if judged.is_named else _UNNAMED)


def _shown_already(judged: Judged, ranked: Sequence[Judged]) -> float:
    """The largest part of its claims that any card before it shows; half of it where other words decide."""
    return max((_overlap(judged, other) / max(1, len(judged.members)) for other in ranked), default=0.0)


def _overlap(one: Judged, other: Judged) -> float:
    if {one.disagreement.kind, other.disagreement.kind} & _BY_ITSELF and not (one.main and other.main):
        return 0.0
    known = dict(other.words)
    shared = one.members & other.members
    apart = [n for n, deciding in one.words if n in shared and deciding is not None and deciding != known.get(n)]
    return len(shared) - _APART * len(apart)
