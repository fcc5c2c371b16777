"""Nearly the same clause with opposite polarity, or with words that exclude each other."""

from collections.abc import Iterator

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.clauses import Pair, alone, pairs
from generator.disagreements.material import Look
from generator.disagreements.passages import Span
from generator.language.frames import Frame
from generator.matching.same_clause import exclusive

_RIGHT = 0.85
# What one side says more may make another thing of it.
_PARTING = ("place", "time", "clause", "amount", "company", "recipient")


def find(look: Look) -> Iterator[Proof]:
    """One proof a pair of clauses, the firmest first."""
    for pair in pairs(look):
        if not _are_flat(pair) or alone(pair.match, *_PARTING):
            continue
        spans = _excluding(pair) or _negated(pair)
        if spans is not None:
            sides = (Side(pair.a.id, spans[0]), Side(pair.b.id, spans[1]))
            yield Proof("outcome", sides, _RIGHT, "outcome", hard=True)


def _are_flat(pair: Pair) -> bool:
    """Whether both are told as fact, and no other part differs."""
    kinds = {scope.kind for frame in (pair.one, pair.other) for scope in frame.scopes}
    modal = {scope.word for frame in (pair.one, pair.other) for scope in frame.scopes if scope.kind == "modal"}
    return kinds <= {"negation", "modal"} and modal <= {"will"} and "modality" not in pair.match.kinds


def _excluding(pair: Pair) -> tuple[Span, Span] | None:
    """The predicates or complements that exclude each other."""
    found = exclusive(pair.ours, pair.one, pair.theirs, pair.other)
    if found is None or not pair.match.differs_only_in("predicate", "complement"):
        return None
    return pair.span(((found[0], found[0] + 1), (found[1], found[1] + 1)))


def _negated(pair: Pair) -> tuple[Span, Span] | None:
    """Each verb with its negation and its auxiliaries."""
    if not pair.match.differs_only_in("polarity") or "polarity" not in pair.match.kinds:
        return None
    return pair.span((_verb(pair, pair.one, pair.ours.tokens), _verb(pair, pair.other, pair.theirs.tokens)))


def _verb(pair: Pair, frame: Frame, tokens: object) -> tuple[int, int]:
    tree = pair.ours.frames.tree if tokens is pair.ours.tokens else pair.theirs.frames.tree
    helpers = [n for n in tree.children[frame.verb] if tree.tokens[n].dep in ("aux", "auxpass", "neg")]
    near = [n for n in (*helpers, *(s.at for s in frame.scopes if s.kind == "negation")) if n < frame.verb]
    return min([*near, frame.verb]), frame.verb + 1
