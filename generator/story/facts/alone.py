"""Whether nothing in the other articles of an event comes near what a clause of one of them tells."""

from collections.abc import Iterable, Sequence

from generator.language.relations import alike
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, Words, is_content, stem, words

# Of the words of a clause that is told by one alone, at most this share stands together in any two neighbouring
# sentences of another article; so many of them, with a name or a number, stand nowhere else in the event.
_NEAR, _NEW = 0.34, 4
# A verb with so few arguments tells nothing yet.
_CORE = 3
_NAMING = frozenset({"PROPN", "NUM"})


def is_alone(ours: Side, clause: Clause, others: Sequence[Side]) -> bool:
    """Whether no other article has anything near to the clause: no like passage, and not its new names and words."""
    own = [at for at in range(clause.first, clause.last) if is_content(ours.analysis.tokens[at])]
    new = [at for at in own if not any(_is_known(ours, at, other) for other in others)]
    named = any(ours.analysis.tokens[at].pos in _NAMING for at in new)
    if not named or len(new) < _NEW:
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
    return any(all(_has(told, ours, at) for at in core) for told in _windows(other) for core in cores)


def _is_known(ours: Side, at: int, other: Side) -> bool:
    """Whether the word stands anywhere in the other article."""
    token = ours.analysis.tokens[at]
    return stem(token) in other.stems or ours.actors.get(at, "") in other.actors.values()


def _nearest(ours: Side, own: Sequence[int], other: Side) -> float:
    """The greatest share of the words that stands together in two neighbouring sentences of the other article."""
    return max((sum(_has(told, ours, at) for at in own) / len(own) for told in _windows(other)), default=0.0)


def _has(told: Words, ours: Side, at: int) -> bool:
    token = ours.analysis.tokens[at]
    if stem(token) in told.stems or ours.actors.get(at, "") in told.actors:
        return True
    return any(alike(token.lemma.lower(), other) for other in told.lemmas)


def _windows(side: Side) -> Iterable[Words]:
    last = len(side.sentences)
    for number, tokens in enumerate(side.sentences):
        following = side.sentences[number + 1] if number + 1 < last else range(0)
        yield words(side, [*tokens, *following])
