"""Nearly the same clause, done by another of one sort: the northern and the southern army."""

from collections.abc import Iterator

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.clauses import Pair, alone, pairs
from generator.disagreements.material import Look
from generator.language.relations import exclude

_PARTING = ("place", "time", "clause", "amount")


def find(look: Look) -> Iterator[Proof]:
    """One proof a pair of clauses told as fact."""
    for pair in pairs(look):
        if not (pair.one.asserted and pair.other.asserted) or alone(pair, *_PARTING):
            continue
        doers = pair.match.difference("doer")
        if doers is None or not doers.ours or not doers.theirs:
            continue
        if _are_apart(pair):
            spans = pair.span((doers.ours, doers.theirs))
            yield Proof("who", (Side(pair.a.id, spans[0]), Side(pair.b.id, spans[1])), "who", hard=True)


def _are_apart(pair: Pair) -> bool:
    """Whether one noun has two doers, narrowed by words that exclude each other: the northern and the southern army."""
    doers = pair.one.slot("doer"), pair.other.slot("doer")
    if doers[0] is None or doers[1] is None or not pair.match.differs_only_in("doer"):
        return False
    lemmas = pair.ours.tokens[doers[0].head].lemma, pair.theirs.tokens[doers[1].head].lemma
    narrowed = pair.ours.narrowing(doers[0].head), pair.theirs.narrowing(doers[1].head)
    return lemmas[0] == lemmas[1] and any(exclude(a, b) for a in narrowed[0] for b in narrowed[1])
