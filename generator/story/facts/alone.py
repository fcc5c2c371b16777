"""Whether nothing in the other articles of an event comes near what a clause of one of them tells."""

from collections.abc import Sequence

from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, Words, has, is_content, stem

# Of the words of a clause that is told by one alone, at most this share stands together in any two neighbouring
# sentences of another article; at least that share, and so many, stand nowhere else in the event, names among
# them. Of 157 judged clauses 46 are so and tell something done: all were right; of the rest three in four.
_NEAR, _NEW_SHARE, _NEW, _NAMED = 0.34, 0.35, 4, 2
# A verb with so few arguments tells nothing yet.
_CORE = 3
_NAMING = frozenset({"PROPN", "NUM"})


def is_alone(ours: Side, clause: Clause, others: Sequence[Side]) -> bool:
    """Whether no other article has anything near to the clause: no like passage, and not its new names and words."""
    own = [at for at in range(clause.first, clause.last) if is_content(ours.analysis.tokens[at])]
    new = [at for at in own if not any(_is_known(ours, at, other) for other in others)]
    named = sum(ours.analysis.tokens[at].pos in _NAMING for at in new)
    if named < _NAMED or len(new) < max(_NEW, _NEW_SHARE * len(own)):
        return False
    cores = _cores(ours, clause)
    return all(_nearest(ours, own, other) <= _NEAR and not _tells_core(ours, cores, other) for other in others)


def _cores(ours: Side, clause: Clause) -> list[list[int]]:
    """For each clause within the clause its verb and the heads of its arguments."""
    found = []
    for at in range(clause.first, clause.last):
        if frame := ours.telling.frames.by_verb.get(at):
            heads = [slot.head for slot in frame.slots if slot.is_core and clause.first <= slot.head < clause.last]
            core = [n for n in (at, *heads) if is_content(ours.analysis.tokens[n])]
            if len(core) >= _CORE:
                found.append(core)
    return found


def _tells_core(ours: Side, cores: Sequence[Sequence[int]], other: Side) -> bool:
    """Whether two neighbouring sentences have a verb of the clause and all its arguments."""
    return any(all(_has(told, ours, at) for at in core) for told in other.pairs for core in cores)


def _is_known(ours: Side, at: int, other: Side) -> bool:
    """Whether the word stands anywhere in the other article."""
    return stem(ours.analysis.tokens[at]) in other.words.stems or ours.actors.get(at, "") in other.words.actors


def _nearest(ours: Side, own: Sequence[int], other: Side) -> float:
    """The greatest share of the words that stands together in two neighbouring sentences of the other article."""
    return max((sum(_has(told, ours, at) for at in own) / len(own) for told in other.pairs), default=0.0)


def _has(told: Words, ours: Side, at: int) -> bool:
    return stem(ours.analysis.tokens[at]) in told.stems or has(told, ours, at)
