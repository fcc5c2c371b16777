"""Nearly the same clause, told flatly here and on somebody's word there, of a deed that is for a court to find."""

from collections.abc import Iterator

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.clauses import Pair, alone, core, pairs
from generator.disagreements.material import Look
from generator.language.frames import Frame
from generator.language.lexicon import word_class

_RIGHT = 0.7
# Enough must be alike: in attributed speech many clauses are near each other.
_HELD = 4
# Guilt, and what it is made of: who says what else is seldom in dispute.
_CONTESTED = word_class("contested")
_PARTING = ("place", "time", "clause", "amount", "company", "recipient", "other")


def find(look: Look) -> Iterator[Proof]:
    """One proof a pair of clauses, where the flat one stands in the article's own voice throughout its sentence."""
    for pair in pairs(look):
        flat, told = (pair.one, pair.other) if pair.one.asserted else (pair.other, pair.one)
        if not flat.asserted or not _is_told(told) or pair.match.kinds != {"voice"}:
            continue
        if pair.match.anchors < _HELD or core(pair.match) < 2 or alone(pair, *_PARTING):
            continue
        if flat.predicate in _CONTESTED and _is_main(pair, flat):
            sides = tuple(_side(pair, frame) for frame in (pair.one, pair.other))
            yield Proof("attribution", sides, _RIGHT, "attribution")


def _is_told(frame: Frame) -> bool:
    """Whether a clause is reported by a verb of saying, and nothing else governs it."""
    return len(frame.scopes) == 1 and frame.scopes[0].kind == "report" and frame.scopes[0].by >= 0


def _is_main(pair: Pair, frame: Frame) -> bool:
    telling = pair.ours if frame is pair.one else pair.theirs
    return telling.tokens[frame.verb].dep in ("ROOT", "conj")


def _side(pair: Pair, frame: Frame) -> Side:
    """The clause, and for the reported one who says it."""
    article, telling = (pair.a, pair.ours) if frame is pair.one else (pair.b, pair.theirs)
    tokens = telling.tokens
    if frame.voice is None:
        return Side(article.id, (tokens[frame.verb].start, tokens[frame.verb].end))
    first, last = telling.frames.tree.phrase(frame.voice.by)
    at = frame.voice.at
    low, high = min(first, at), max(last, at + 1)
    return Side(article.id, (tokens[low].start, tokens[high - 1].end))
