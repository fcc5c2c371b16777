"""Whether a sentence of one article tells all that a clause of another claims: the proof of a fact told alike.

It is a proof in one direction. Each clause within the one must have its like in the other: predicate, arguments and
scope (matching/same_clause.py); each number must be told there as closely or closer; each day must be the same one; and
every other word that carries something must stand there too, or a word that news uses for it. More may be told there.
"""

from collections.abc import Sequence

from generator.language.frames import Frame
from generator.language.relations import alike
from generator.matching.measures import contradict, rounded
from generator.matching.same_clause import Match, match
from generator.model.analysis import Token
from generator.model.periods import period
from generator.model.quantities import Quantity
from generator.model.story import DateMention
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, Words, is_content, stem, words

# So many words in a row are no chance.
_RUN = 6
# An adverbial that the other puts elsewhere in its sentence is found by its words.
_CORE_PARTS = frozenset({"doer", "done", "recipient", "complement", "clause"})


def tells(theirs: Side, sentence: int, ours: Side, clause: Clause) -> bool:
    """Whether the sentence of `theirs` tells all that the clause of `ours` claims."""
    if not _numbers_fit(theirs, sentence, ours, clause) or not _days_fit(theirs, sentence, ours, clause):
        return False
    if _word_by_word(theirs, sentence, ours, clause):
        return True
    told = words(theirs, theirs.sentences[sentence])
    tokens = range(clause.first, clause.last)
    return (
        all(_has(told, ours, at) for at in tokens if is_content(ours.analysis.tokens[at]) and not _is_set(ours, at))
        and all(_hangs_alike(theirs, sentence, ours, at) for at in tokens if ours.analysis.tokens[at].dep == "pobj")
        and _clauses_fit(theirs, sentence, ours, clause)
    )


def _word_by_word(theirs: Side, sentence: int, ours: Side, clause: Clause) -> bool:
    """Whether the clause stands there word by word, and is governed there by no more and no less."""
    own, facing = range(clause.first, clause.last), theirs.sentences[sentence]
    said, told = _spoken(ours, own), _spoken(theirs, facing)
    keys = [key for key, _ in told]
    wanted = [key for key, _ in said]
    for first in range(len(keys) - len(wanted) + 1):
        if keys[first : first + len(wanted)] == wanted:
            verbs = [(a, b) for (_, a), (_, b) in zip(said, told[first:], strict=False)]
            return len(wanted) >= _RUN and all(_governed(ours, a) == _governed(theirs, b) for a, b in verbs)
    return False


def _spoken(side: Side, tokens: Sequence[int]) -> list[tuple[str, int]]:
    """The words without the punctuation, each with its token."""
    own = ((side.analysis.tokens[at], at) for at in tokens)
    return [(token.text.lower().replace("’", "'"), at) for token, at in own if token.pos not in ("PUNCT", "SPACE")]


def _governed(side: Side, at: int) -> frozenset[tuple[str, str]]:
    frame = side.telling.frames.by_verb.get(at)
    return frozenset((scope.kind, scope.word) for scope in frame.scopes) if frame else frozenset()


def _has(told: Words, side: Side, at: int) -> bool:
    """Whether the words tell a word: itself, a form of it, who it names, or a word that news uses for it."""
    token = side.analysis.tokens[at]
    lemma = token.lemma.lower()
    if lemma in told.lemmas or side.actors.get(at, "") in told.actors:
        return True
    if token.pos in ("PROPN", "NUM"):
        return False
    return stem(token) in told.stems or any(alike(lemma, other) for other in told.lemmas)


def _hangs_alike(theirs: Side, sentence: int, ours: Side, at: int) -> bool:
    """Whether the noun after a preposition stands there after the same one: "with a deal" is not "without a deal"."""
    own, others = ours.analysis.tokens, theirs.analysis.tokens
    if _is_set(ours, at) or not is_content(own[at]):
        return True
    word = own[own[at].head].lemma.lower()
    facing = (n for n in theirs.sentences[sentence] if _has(words(theirs, [n]), ours, at))
    return any(word == others[others[n].head].lemma.lower() or others[n].dep != "pobj" for n in facing)


def _is_set(side: Side, at: int) -> bool:
    """Whether a word is part of a number or a day, which are compared by what they mean."""
    token = side.analysis.tokens[at]
    dated = any(d.start <= token.start < d.end for d in side.dates(0, len(side.body)))
    return dated or (_bounds(token) and any(q.start <= token.start < q.end for q in side.quantities(0, len(side.body))))


def _bounds(token: Token) -> bool:
    """Whether a word in a number's place is a number or limits one: "at least 40", "nearly 40"."""
    return token.pos in ("NUM", "ADV") or token.tag in ("JJR", "JJS", "RBR", "RBS")


def _span(side: Side, sentence: int) -> tuple[int, int]:
    found = side.analysis.sentences[sentence]
    return found.start, found.end


def _numbers_fit(theirs: Side, sentence: int, ours: Side, clause: Clause) -> bool:
    """Whether each number of the clause is told as closely or closer, and none otherwise."""
    told, own = theirs.quantities(*_span(theirs, sentence)), ours.quantities(clause.start, clause.end)
    return all(any(_implies(other, one) for other in told) for one in own) and not contradict(own, told)


def _implies(other: Quantity, one: Quantity) -> bool:
    """Whether what is so by the one number is so by the other: it lies within its bounds, or is it rounded."""
    if (one.currency, one.percent, one.age, one.versus) != (other.currency, other.percent, other.age, other.versus):
        return False
    within = one.low <= other.low and other.high <= one.high
    return within or (one.bound == "about" and rounded(one.number, other.number))


def _days_fit(theirs: Side, sentence: int, ours: Side, clause: Clause) -> bool:
    """Whether each day of the clause is named there, as the same day or one within it; by its words where unknown."""
    told = theirs.dates(*_span(theirs, sentence))
    return all(any(_one_day(other, own) for other in told) for own in ours.dates(clause.start, clause.end))


def _one_day(other: DateMention, one: DateMention) -> bool:
    return _within(other.date, one.date) if one.date else not other.date and other.text.lower() == one.text.lower()


def _within(other: str, one: str) -> bool:
    if other == one:
        return True
    inner, outer = period(other) if other else None, period(one) if one else None
    return inner is not None and outer is not None and outer.low <= inner.low and inner.high <= outer.high


def _clauses_fit(theirs: Side, sentence: int, ours: Side, clause: Clause) -> bool:
    """Whether every clause within the clause has its like there, one of them with arguments enough to prove it."""
    own = [frame for at in range(clause.first, clause.last) if (frame := ours.telling.frames.by_verb.get(at))]
    facing = [f for at in theirs.sentences[sentence] if (f := theirs.telling.frames.by_verb.get(at))]
    fitting = [[m for other in facing if (m := _fit(ours, one, theirs, other))] for one in own]
    return bool(own) and all(fitting) and any(m.is_held for found in fitting for m in found)


def _fit(ours: Side, one: Frame, theirs: Side, other: Frame) -> Match | None:
    if not alike(one.predicate, other.predicate):
        return None
    found = match(ours.telling, one, theirs.telling, other)
    differing = [d for d in found.differences if not _numbers_alone(ours, d.ours, theirs, d.theirs)]
    alone = [slot for slot in found.ours_alone if slot.role in _CORE_PARTS]
    return None if differing or alone else found


def _numbers_alone(ours: Side, own: Sequence[int], theirs: Side, other: Sequence[int]) -> bool:
    """Whether two arguments differ in their numbers alone, which are compared by what they mean."""
    if not own or not other:
        return False
    told = words(theirs, range(*other))
    tokens = [at for at in range(*own) if is_content(ours.analysis.tokens[at])]
    rest = [at for at in tokens if not _is_set(ours, at)]
    return bool(rest) and len(rest) < len(tokens) and all(_has(told, ours, at) for at in rest)


def passage(side: Side, sentence: int, clauses: Sequence[Clause], told: Words) -> tuple[int, int]:
    """The shortest of the sentence's clauses that holds all the words, else the sentence."""
    start, end = _span(side, sentence)
    holding = [
        c
        for c in clauses
        if c.sentence == sentence and told.stems <= words(side, range(c.first, c.last)).stems and not c.relative
    ]
    shortest = min(holding, key=lambda c: (c.end - c.start, c.start), default=None)
    return (shortest.start, shortest.end) if shortest else (start, end)
