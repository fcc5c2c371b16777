"""Whether no other article of an event comes near what a clause of one of them tells.

The more articles an event has, the likelier is one that tells a part of it: so a clause is alone only if none of its
clauses, none of its numbers and nobody with what he does or what it is about is told elsewhere, whoever says so there,
and half of its words stand nowhere else in the event.
"""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from math import log

from generator.matching.names import fold
from generator.matching.rarity import rarity
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, Words, has, is_content, stem
from generator.story.facts.telling import is_telling

# Of the words of a clause that is told by one alone, at most this share stands together in any two neighbouring
# sentences of another article; at least that share, and so many, stand nowhere else in the event.
_NEAR, _NEW_SHARE, _NEW = 0.34, 0.5, 4
# Of a clause within it, of so many words, at most this share, each word weighed by how seldom the others have it.
_TOLD, _FEWEST = 0.5, 2
# So many names, or so many telling words, one sentence of another article has only of one thing.
_NAMES, _TELLING = 2, 3
# The logarithm of the rank up to which a word is of no one story.
_GENERAL = 6.3
_NAMING = frozenset({"PROPN", "NUM"})
# Two spellings of one name have so much in common, from so many letters on.
_ALIKE, _LETTERS, _LENGTHS = 0.75, 5, 3
_FIGURES = 2

# For each sentence of an article the words of a clause that it has.
Held = Sequence[frozenset[int]]


def is_alone(ours: Side, clause: Clause, others: Sequence[Side]) -> bool:
    """Whether no other article has anything near to the clause: no like passage, none of its clauses or numbers."""
    own = [at for at in range(clause.first, clause.last) if is_content(ours.analysis.tokens[at])]
    if not _is_new(own, [at for at in own if not any(_is_known(ours, at, other) for other in others)]):
        return False
    held = [_held(ours, own, other) for other in others]
    counts = Counter(at for article in held for sentence in article for at in sentence)
    if not _is_new(own, [at for at in own if not counts[at]]):
        return False
    sentences = sum(map(len, held))
    weights = {at: log((sentences + 2) / (counts[at] + 1)) for at in own}
    units, pairs, deeds = _units(ours, clause), _pairs(ours, clause), _deeds(ours, clause)
    for article in held:
        for number, one in enumerate(article):
            if _is_near(ours, one) or any(one.issuperset(deed) for deed in deeds):
                return False
            told = one.union(*article[number + 1 : number + 2])
            if len(told) > _NEAR * len(own) or any(told.issuperset(pair) for pair in pairs):
                return False
            if any(sum(weights[at] for at in told & unit) > _TOLD * sum(weights[at] for at in unit) for unit in units):
                return False
    return not any(_tells_number(ours, clause, other, told) for other, told in zip(others, held, strict=True))


def _is_new(own: Sequence[int], new: Sequence[int]) -> bool:
    return len(new) >= max(_NEW, _NEW_SHARE * len(own))


def _held(ours: Side, own: Sequence[int], other: Side) -> Held:
    """For each sentence of the other article the words that it tells, names in another spelling too."""
    return [
        frozenset(at for at in own if _has(told, ours, at) or _is_spelled(ours, at, names))
        for told, names in zip(other.told, other.names_told, strict=True)
    ]


def _is_near(ours: Side, told: frozenset[int]) -> bool:
    """Whether the words that one sentence of another article tells are too many to be there by chance."""
    tokens = [ours.analysis.tokens[at] for at in told]
    names = {t.lemma.lower() for t in tokens if t.pos == "PROPN"}
    telling = {stem(t) for t in tokens if t.pos not in _NAMING and rarity(t.lemma.lower()) > _GENERAL}
    return len(names) >= _NAMES or len(telling) >= _TELLING


def _deeds(ours: Side, clause: Clause) -> list[frozenset[int]]:
    """Each verb of the clause with who or what does it, and with what it is done to."""
    frames = (f for f in ours.frames_of(clause.sentence) if clause.first <= f.verb < clause.last)
    found = ((f.verb, slot.head) for f in frames for slot in f.slots if slot.role in ("doer", "done"))
    tokens = ours.analysis.tokens
    return [
        frozenset(deed)
        for deed in found
        if clause.first <= deed[1] < clause.last
        and tokens[deed[1]].pos in ("NOUN", "PROPN")
        and is_content(tokens[deed[0]])
    ]


def _units(ours: Side, clause: Clause) -> list[frozenset[int]]:
    """The words of each clause within the clause: its verb and its arguments."""
    frames = [f for f in ours.frames_of(clause.sentence) if clause.first <= f.verb < clause.last]
    spans = [{f.verb, *(at for slot in f.slots for at in range(slot.first, slot.last))} for f in frames]
    inside = [[at for at in span if clause.first <= at < clause.last] for span in spans]
    units = [frozenset(at for at in span if is_content(ours.analysis.tokens[at])) for span in inside]
    return [unit for unit in units if len(unit) >= _FEWEST]


def _pairs(ours: Side, clause: Clause) -> set[frozenset[int]]:
    """Who is named in each clause within the clause, with what he does, and with each telling noun of it."""
    tokens, found = ours.analysis.tokens, set()
    for frame in (f for f in ours.frames_of(clause.sentence) if clause.first <= f.verb < clause.last):
        doing = [slot.head for slot in frame.slots if slot.role in ("doer", "done") and slot.head in ours.actors]
        found |= {frozenset((at, frame.verb)) for at in doing if is_content(tokens[frame.verb])}
    for unit in _units(ours, clause):
        nouns = (at for at in unit if tokens[at].pos == "NOUN" and rarity(tokens[at].lemma.lower()) > _GENERAL)
        telling = [at for at in nouns if at not in ours.actors]
        found |= {frozenset((at, noun)) for at in unit & ours.actors.keys() for noun in telling}
    return found


def _tells_number(ours: Side, clause: Clause, other: Side, held: Held) -> bool:
    """Whether a sentence has an exact number of the clause with a word of it, or two of its figures."""
    tokens = ours.analysis.tokens
    exact = [q for q in ours.quantities(clause.start, clause.end) if is_telling(q)]
    for told, sentence in zip(held, other.analysis.sentences, strict=True):
        figures = {tokens[at].text for at in told if re.search(r"\d", tokens[at].text)}
        if len(figures) >= _FIGURES:
            return True
        facing = other.quantities(sentence.start, sentence.end)
        beside = any(tokens[at].pos != "NUM" for at in told)
        if beside and any(
            (o.number, o.versus, o.percent) == (q.number, q.versus, q.percent) for o in facing for q in exact
        ):
            return True
    return False


def _is_spelled(ours: Side, at: int, names: frozenset[str]) -> bool:
    """Whether one of the names is this one in another spelling: "Tourian", "Turian"."""
    token = ours.analysis.tokens[at]
    own = fold(token.text)
    return token.pos == "PROPN" and len(own) >= _LETTERS and any(_are_one(own, name) for name in names)


@lru_cache(maxsize=100_000)
def _are_one(one: str, other: str) -> bool:
    alike = one[0] == other[:1] and abs(len(one) - len(other)) < _LENGTHS
    return alike and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _is_known(ours: Side, at: int, other: Side) -> bool:
    """Whether the word stands anywhere in the other article."""
    return stem(ours.analysis.tokens[at]) in other.words.stems or ours.actors.get(at, "") in other.words.actors


def _has(told: Words, ours: Side, at: int) -> bool:
    return stem(ours.analysis.tokens[at]) in told.stems or has(told, ours, at)
