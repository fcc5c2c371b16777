"""Which articles are worth comparing: those that share telling words, found by an inverted index."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.story.origins.narrative import Narrative

# A word that more articles have says nothing about two of them.
_RARE = 40
# The weight that two articles must share, as a part of the lighter one's.
_SHARED = 0.2


def likely_pairs(narratives: Sequence[Narrative], weights: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """Index pairs of articles that share enough of what is telling in them; the work grows with what is shared."""
    homes: dict[str, list[int]] = defaultdict(list)
    for index, told in enumerate(narratives):
        for lemma in told.lemmas:
            homes[lemma].append(index)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for lemma in sorted(homes):
        if len(homes[lemma]) <= _RARE:
            for pair in combinations(homes[lemma], 2):
                shared[pair] += weights[lemma]
    whole = [sum(weights[lemma] for lemma in n.lemmas if len(homes[lemma]) <= _RARE) for n in narratives]
    for (a, b), weight in sorted(shared.items()):
        if weight >= _SHARED * min(whole[a], whole[b]):
            yield a, b
