"""Whether a sentence of one article tells all that a clause of another claims: the proof of a fact told alike.

It is a proof in one direction. Each clause within the one must have its like in the other: predicate, arguments and
scope (matching/same_clause.py); each number must be told there as closely or closer; each day must be the same one; and
every other word that carries something must stand there too, or a word that news uses for it. More may be told there.
"""

from collections.abc import Sequence
from itertools import islice

from generator.language.frames import Frame, Slot
from generator.language.lexicon import word_class
from generator.language.relations import alike, exclude
from generator.language.verbs import SAYING
from generator.matching.measures import rounded
from generator.matching.same_clause import Match, match
from generator.model.periods import period
from generator.model.quantities import Quantity
from generator.model.story import DateMention
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, Words, has, is_content, words

# Numbers up to so many count this and that.
_FEW = 12
# So many words that carry something are who, does, and one plain word.
_BARE = 3
# The length of a day in EDTF.
_DAY = 10
_INQUIRIES, _NONE = word_class("inquiries"), word_class("none")
# An adverbial that the other puts elsewhere in its sentence is found by its words.
_CORE_PARTS = frozenset({"doer", "done", "recipient", "complement", "clause"})


def tells(theirs: Side, sentence: int, ours: Side, frame: Frame, clause: Clause) -> bool:
    """Whether the sentence of `theirs` tells all that the clause of `ours`, built on `frame`, claims."""
    tokens = range(clause.first, clause.last)
    untold = list(islice((at for at in tokens if not is_told(theirs, theirs.told[sentence], ours, at)), 2))
    if len(untold) > 1 or not _numbers_fit(theirs, sentence, ours, clause):
        return False
    if not _days_fit(theirs, sentence, ours, clause) or not _asked_alike(theirs, sentence, ours, clause):
        return False
    if not all(_denied_alike(theirs, sentence, ours, at) for at in tokens):
        return False
    if not all(_hangs_alike(theirs, sentence, ours, at) for at in tokens if ours.analysis.tokens[at].dep == "pobj"):
        return False
    if not all(_holds_alike(theirs, sentence, ours, at) for at in tokens if ours.analysis.tokens[at].dep == "acl"):
        return False
    if not untold and _clauses_fit(theirs, sentence, ours, frame, clause):
        return True
    return _is_anchored(theirs, sentence, ours, frame, clause, untold)


def _is_anchored(theirs: Side, sentence: int, ours: Side, frame: Frame, clause: Clause, untold: Sequence[int]) -> bool:
    """Whether one telling number of one thing stands in both clauses, which but for one plain word are told alike."""
    if any(ours.analysis.tokens[at].pos not in ("NOUN", "VERB") for at in untold):
        return False
    if frame.voice is not None or (frame.predicate in SAYING and frame.slot("clause")):
        # On whose word it is told is no plain word.
        return False
    own, others = ours.quantities(clause.start, clause.end), theirs.quantities(*_span(theirs, sentence))
    if not any(_is_telling(q) for q in own):
        return False
    facing = [next((o for o in others if _is_one_number(o, q)), None) for q in own]
    return all(o is not None and _scope_at(theirs, o) == _plain(frame) for o in facing)


def _is_telling(quantity: Quantity) -> bool:
    """Whether a number is so exact that two reports have it by no chance: two digits that tell, or a score."""
    digits = f"{quantity.number:g}".replace(".", "").rstrip("0")
    return quantity.bound == "exact" and (quantity.versus is not None or (len(digits) > 1 and quantity.number > _FEW))


def _is_one_number(one: Quantity, other: Quantity) -> bool:
    measure = (one.number, one.versus, one.currency, one.percent, one.bound)
    same = measure == (other.number, other.versus, other.currency, other.percent, other.bound)
    return same and (one.unit == other.unit or not one.unit or not other.unit)


def _scope_at(side: Side, quantity: Quantity) -> frozenset[tuple[str, str]] | None:
    """What governs the clause that a number stands in, whoever reports it; None outside any clause."""
    tree, frames = side.telling.frames.tree, side.telling.frames.by_verb
    at = next(iter(tree.span(quantity.start, quantity.end)), None)
    verb = None if at is None else tree.climb(at, lambda i: i not in frames)
    return _plain(frames[verb]) if verb in frames else None


def _plain(frame: Frame) -> frozenset[tuple[str, str]]:
    return frozenset((scope.kind, scope.word) for scope in frame.scopes if scope.kind not in ("report", "quoted"))


def is_told(theirs: Side, told: Words, ours: Side, at: int) -> bool:
    """Whether a word is told by the words; what only says who or where may stand elsewhere in the article."""
    token = ours.analysis.tokens[at]
    if not is_content(token) or at in ours.measured or has(told, ours, at):
        return True
    return (ours.describes(at) or ours.places(at)) and has(theirs.words, ours, at)


def _denied_alike(theirs: Side, sentence: int, ours: Side, at: int) -> bool:
    """Whether a word that is no verb is denied there as here: "guilty" is not "not guilty"."""
    token = ours.analysis.tokens[at]
    if not is_content(token) or token.pos in ("VERB", "NUM") or at in ours.measured:
        return True
    facing = [n for n in theirs.sentences[sentence] if has(words(theirs, [n]), ours, at)]
    return not facing or any(_is_denied(theirs, n) == _is_denied(ours, at) for n in facing)


def _is_denied(side: Side, at: int) -> bool:
    tree = side.telling.frames.tree
    return any(tree.tokens[n].dep == "neg" or tree.word(n) in _NONE for n in tree.children[at])


def _hangs_alike(theirs: Side, sentence: int, ours: Side, at: int) -> bool:
    """Whether the noun after a preposition stands there after the same one: "with a deal" is not "without a deal"."""
    own, others = ours.analysis.tokens, theirs.analysis.tokens
    if at in ours.measured or not is_content(own[at]):
        return True
    word = own[own[at].head].lemma.lower()
    facing = (n for n in theirs.sentences[sentence] if has(words(theirs, [n]), ours, at))
    return any(word == others[others[n].head].lemma.lower() or others[n].dep != "pobj" for n in facing)


def _holds_alike(theirs: Side, sentence: int, ours: Side, at: int) -> bool:
    """Whether what a noun's participle says of it is said of it there: "money held abroad" is not "earnings held"."""
    own, tree = ours.analysis.tokens, theirs.telling.frames.tree
    if not is_content(own[at]) or not is_content(own[own[at].head]) or own[at].head in ours.measured:
        return True
    facing = [n for n in theirs.sentences[sentence] if has(words(theirs, [n]), ours, at)]
    return not facing or any(
        has(words(theirs, [tree.tokens[n].head, *tree.children[n]]), ours, own[at].head) for n in facing
    )


def _span(side: Side, sentence: int) -> tuple[int, int]:
    found = side.analysis.sentences[sentence]
    return found.start, found.end


def _numbers_fit(theirs: Side, sentence: int, ours: Side, clause: Clause) -> bool:
    """Whether each number of the clause is told as closely or closer, and none otherwise."""
    told, own = theirs.quantities(*_span(theirs, sentence)), ours.quantities(clause.start, clause.end)
    return all(any(_implies(other, one) for other in told) for one in own)


def _implies(other: Quantity, one: Quantity) -> bool:
    """Whether what is so by the one number is so by the other: it lies within its bounds, or is it rounded.

    "More than 40" and "more than 50" are two counts, though who tells the one may know of the other.
    """
    if (one.currency, one.percent, one.age, one.versus) != (other.currency, other.percent, other.age, other.versus):
        return False
    counts = one.bound == other.bound != "exact" and one.number != other.number
    within = not counts and one.low <= other.low and other.high <= one.high
    return within or (one.bound == "about" and rounded(one.number, other.number))


def _days_fit(theirs: Side, sentence: int, ours: Side, clause: Clause) -> bool:
    """Whether each day of the clause is named there, as the same day or one within it; by its words where unknown.

    A sentence that names no time may be of a day that its article names elsewhere.
    """
    own, told = ours.dates(clause.start, clause.end), theirs.dates(*_span(theirs, sentence))
    everywhere = [d for d in theirs.dates(0, len(theirs.body)) if len(d.date) == _DAY]
    return all(any(_one_day(other, one) for other in told or everywhere) for one in own)


def _asked_alike(theirs: Side, sentence: int, ours: Side, clause: Clause) -> bool:
    """Whether shares may be of one poll: not if each article says whose poll it tells of, and the names differ."""
    if not any(q.percent for q in ours.quantities(clause.start, clause.end)):
        return True
    own, other = _asking(ours, clause.sentence), _asking(theirs, sentence)
    return not (own and other) or bool(own & other)


def _asking(side: Side, sentence: int) -> frozenset[str]:
    """The names of whose poll a sentence tells, or the nearest one before it that says so."""
    tree = side.telling.frames.tree
    for span in reversed(side.sentences[: sentence + 1]):
        polls = [at for at in span if tree.tokens[at].lemma.lower() in _INQUIRIES]
        found = (range(tree.subtree(poll)[0], poll) for poll in polls)
        if named := frozenset(tree.word(at) for own in found for at in own if tree.tokens[at].pos == "PROPN"):
            return named
    return frozenset()


def _one_day(other: DateMention, one: DateMention) -> bool:
    return _within(other.date, one.date) if one.date else not other.date and other.text.lower() == one.text.lower()


def _within(other: str, one: str) -> bool:
    if other == one:
        return True
    inner, outer = period(other) if other else None, period(one) if one else None
    return inner is not None and outer is not None and outer.low <= inner.low and inner.high <= outer.high


def _clauses_fit(theirs: Side, sentence: int, ours: Side, frame: Frame, clause: Clause) -> bool:
    """Whether every clause within the clause has its like there, its own with arguments that prove it."""
    facing = theirs.frames_of(sentence)
    main = [m for other in facing if (m := _fit(ours, frame, theirs, other, clause.last))]
    if not any(m.is_held and any(_tells_more(ours, a, clause) for a, _ in m.matched) for m in main):
        return False
    rest = [f for f in ours.frames_of(clause.sentence) if clause.first <= f.verb < clause.last and f is not frame]
    return all(any(_fit(ours, one, theirs, other, clause.last) for other in facing) for one in rest)


def _tells_more(side: Side, slot: Slot, clause: Clause) -> bool:
    """Whether a part besides the doer makes it a fact worth telling: a name, a number or day, or further words."""
    content = sum(is_content(side.analysis.tokens[at]) for at in range(clause.first, clause.last))
    named = slot.head in side.actors or bool(side.measured & set(range(clause.first, clause.last)))
    return slot.role != "doer" and slot.first < clause.last and (named or content > _BARE)


def _fit(ours: Side, one: Frame, theirs: Side, other: Frame, last: int) -> Match | None:
    """The two clauses side by side, if nothing that ours says before its token `last` is told otherwise or not told."""
    if not alike(one.predicate, other.predicate) or _lasts(ours, one) != _lasts(theirs, other):
        return None
    found = match(ours.telling, one, theirs.telling, other)
    differing = [
        d
        for d in found.differences
        if not (d.ours and d.ours[0] >= last and d.what != "time")
        and not _numbers_alone(ours, d.ours, theirs, d.theirs)
    ]
    alone = [slot for slot in found.ours_alone if slot.role in _CORE_PARTS and slot.first < last]
    return None if differing or alone else found


def _lasts(side: Side, frame: Frame) -> bool:
    """Whether a clause is told as going on: what is running out has not run out."""
    tree = side.telling.frames.tree
    return tree.tokens[frame.verb].tag == "VBG" and any(tree.tokens[c].lemma == "be" for c in tree.children[frame.verb])


def _numbers_alone(ours: Side, own: Sequence[int], theirs: Side, other: Sequence[int]) -> bool:
    """Whether two arguments differ in their numbers alone, which are compared by what they mean."""
    tokens, others = ours.analysis.tokens, theirs.analysis.tokens
    if not own or not other or exclude(tokens[own[0]].word, others[other[0]].word):
        return False
    told = words(theirs, range(*other))
    content = [at for at in range(*own) if is_content(tokens[at])]
    rest = [at for at in content if at not in ours.measured]
    return bool(rest) and len(rest) < len(content) and all(has(told, ours, at) for at in rest)


def passage(side: Side, sentence: int, clauses: Sequence[Clause], told: Words) -> tuple[int, int]:
    """The shortest of the sentence's clauses that holds all the words, else the sentence."""
    start, end = _span(side, sentence)
    holding = [c for c in clauses if c.sentence == sentence and told.stems <= words(side, range(c.first, c.last)).stems]
    shortest = min(holding, key=lambda c: (c.end - c.start, c.start), default=None)
    return (shortest.start, shortest.end) if shortest else (start, end)
