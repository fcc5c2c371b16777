"""Nearly the same clause, and its opposite: another polarity, words or doers that exclude each other; or who left how.

Somebody "resigned" here and "was fired" there: the two verbs have him in different parts, so no clauses are alike.
"""

from collections.abc import Iterator

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.clauses import Pair, alone, is_of_any, pairs
from generator.disagreements.kinds.sole import YEAR
from generator.disagreements.material import MOST_WORDS, Look, Span
from generator.language.frames import Frame, Role, Slot
from generator.language.lexicon import word_class
from generator.language.relations import exclude
from generator.matching.same_clause import Telling, exclusive, match
from generator.model.kinds import Kind

_FIRM = 4
_DENYING = frozenset({"negation", "lack", "modal"})
_NONE = word_class("none") - word_class("negating_adverbs")
# Modal verbs under which a thing and its contrary exclude each other.
_FIRMLY = frozenset({"will", "can", "must"})
_RESIGNING, _DISMISSING = word_class("resigning"), word_class("dismissing")
_PAST = frozenset({"VBD", "VBN"})
# "A court" that convicts somebody is the one that is said to acquit him.
_SUFFERING: frozenset[Role] = frozenset(("done", "recipient"))
_DEFINING = frozenset({"relcl", "acl"})
# What one side says more may make another thing of it.
_PARTING = ("place", "time", "clause", "amount", "company", "recipient")


def find(look: Look) -> Iterator[Proof]:
    """One proof a pair of clauses, the firmest first, and one a person who left."""
    yield from _departures(look)
    for pair in pairs(look):
        if (pair.a.id, pair.b.id) in look.apart or not _are_flat(pair) or alone(pair, *_PARTING):
            continue
        yield from _proof(_verdicts(pair))


def _proof(pair: Pair) -> Iterator[Proof]:
    if is_of_any(pair.ours, pair.one, parts=_SUFFERING) or is_of_any(pair.theirs, pair.other, parts=_SUFFERING):
        return
    doers = _doers(pair)
    spans = doers or _excluding(pair) or _against(pair) or _negated(pair)
    if spans is not None:
        kind: Kind = "who" if doers else "outcome"
        yield Proof(kind, (Side(pair.a.id, spans[0]), Side(pair.b.id, spans[1])), kind, hard=True)


def _departures(look: Look) -> Iterator[Proof]:
    """What sources say of one person who is gone, where each keeps to one side."""
    told: dict[str, dict[str, list[tuple[int, Side]]]] = {}
    for article, telling in look.tellings.items():
        for frame in telling.frames.all:
            side = 0 if frame.predicate in _RESIGNING else 1 if frame.predicate in _DISMISSING else -1
            slot = frame.slot("doer" if side == 0 else "done")
            actor = look.actors.get(telling.actors.get(slot.head, "")) if slot and side >= 0 else None
            if actor is not None and actor.kind == "person" and telling.tokens[frame.verb].tag in _PAST:
                span = telling.frames.helped(frame)
                place = telling.tokens[span[0]].start, telling.tokens[span[1] - 1].end
                firm = frame.asserted and look.articles[article].is_prose(place[0]) and not _is_of_old(telling, frame)
                told.setdefault(actor.id, {}).setdefault(article, []).append(
                    (side if firm else 2, Side(article, place))
                )
    for actor_id, by_article in told.items():
        kept = [found for found in by_article.values() if len({side for side, _ in found}) == 1]
        sides = [next((where for found in kept for side, where in found if side == wanted), None) for wanted in (0, 1)]
        if sides[0] is not None and sides[1] is not None:
            name = look.actors[actor_id].name
            yield Proof("outcome", (sides[0], sides[1]), "outcome_left", about=name, hard=True, actors=(actor_id,))


def _is_of_old(telling: Telling, frame: Frame) -> bool:
    """Whether its sentence names a year, as it does of what somebody left before."""
    sentence = telling.frames.tree.sentence_range(frame.verb)
    return any(YEAR.fullmatch(telling.tokens[n].text) for n in sentence)


def _are_flat(pair: Pair) -> bool:
    """Whether both are told as fact; or each on another's word, and then so much is alike that it is one matter."""
    if not (_is_main(pair.ours, pair.one) and _is_main(pair.theirs, pair.other)):
        return False
    kinds = {scope.kind for frame in (pair.one, pair.other) for scope in frame.scopes}
    modal = {scope.word for frame in (pair.one, pair.other) for scope in frame.scopes if scope.kind == "modal"}
    if not modal <= _FIRMLY or "modality" in pair.match.kinds:
        return False
    firm = pair.weight + ("voice" not in pair.match.kinds) >= _FIRM
    return kinds <= _DENYING or (kinds <= {*_DENYING, "report"} and firm)


def _verdicts(pair: Pair) -> Pair:
    """What is said of the objects of two clauses that are one but for that: "found the nurse guilty", "not guilty"."""
    clauses = [frame.slot("clause") for frame in (pair.one, pair.other)]
    if not pair.match.differs_only_in("clause") or clauses[0] is None or clauses[1] is None:
        return pair
    one, other = pair.ours.frames.by_verb.get(clauses[0].head), pair.theirs.frames.by_verb.get(clauses[1].head)
    if one is None or other is None or pair.ours.tokens[one.verb].pos != "ADJ":
        return pair
    return pair._replace(one=one, other=other, match=match(pair.ours, one, pair.theirs, other))


def _is_main(telling: Telling, frame: Frame) -> bool:
    """Whether a clause tells what happened, and does not say which of several is meant ("the user who knows it")."""
    return telling.tokens[frame.verb].dep not in _DEFINING


def _doers(pair: Pair) -> tuple[Span, Span] | None:
    """Two doers of one noun, narrowed by words that exclude each other: the northern and the southern army."""
    doers = pair.one.slot("doer"), pair.other.slot("doer")
    difference = pair.match.difference("doer")
    if doers[0] is None or doers[1] is None or difference is None or not pair.match.differs_only_in("doer"):
        return None
    ours, theirs = pair.ours.narrowing(doers[0].head), pair.theirs.narrowing(doers[1].head)
    alike = pair.ours.tokens[doers[0].head].lemma == pair.theirs.tokens[doers[1].head].lemma
    if (
        not alike
        or not difference.ours
        or not difference.theirs
        or not any(exclude(a, b) for a in ours for b in theirs)
    ):
        return None
    return pair.span((difference.ours, difference.theirs))


def _excluding(pair: Pair) -> tuple[Span, Span] | None:
    """The predicates or complements that exclude each other."""
    found = exclusive(pair.ours, pair.one, pair.theirs, pair.other)
    if found is None or not pair.match.differs_only_in("predicate", "complement", "voice"):
        return None
    return pair.span((_whole(pair.ours, found[0]), _whole(pair.theirs, found[1])))


def _whole(telling: Telling, word: int) -> tuple[int, int]:
    """A word with its particle: "went up"."""
    particle = telling.frames.tree.child(word, "prt")
    return word, word + 1 if particle is None else particle + 1


def _against(pair: Pair) -> tuple[Span, Span] | None:
    """Phrases that are one but for prepositions that exclude each other: "for the bill", "against the bill"."""
    for what, ours, theirs in pair.match.differences:
        if ours and theirs and pair.match.differs_only_in(what, "voice"):
            first, *words = [t.lemma.lower() for t in pair.ours.tokens[slice(*ours)]]
            other, *others = [t.lemma.lower() for t in pair.theirs.tokens[slice(*theirs)]]
            if words == others and exclude(first, other):
                short = len(words) < MOST_WORDS
                return pair.span((ours, theirs) if short else ((ours[0], ours[0] + 1), (theirs[0], theirs[0] + 1)))
    return None


def _negated(pair: Pair) -> tuple[Span, Span] | None:
    """Each verb with its negation and its auxiliaries, if both tell of one time."""
    if (
        _time(pair.ours, pair.one) != _time(pair.theirs, pair.other)
        or not pair.match.differs_only_in("polarity", "voice")
        or "polarity" not in pair.match.kinds
    ):
        return None
    return pair.span((_denied(pair, 0), _denied(pair, 1)))


def _time(telling: Telling, frame: Frame) -> tuple[bool, bool, bool]:
    """Whether a clause is told as past, as done by now, and as going on: "reacted", "has reacted", "is reacting"."""
    words = telling.tokens[slice(*telling.frames.helped(frame))]
    done = any(word.lemma == "have" and word.pos == "AUX" for word in words)
    return any(word.tag == "VBD" for word in words), done, any(word.tag == "VBG" for word in words)


def _denied(pair: Pair, side: int) -> tuple[int, int]:
    """The tokens that show whether it is denied: with or without what, nobody or who, or the verb with its helpers."""
    words = {
        scope.word for frame in (pair.one, pair.other) for scope in frame.scopes if scope.kind in ("negation", "lack")
    }
    telling, frame = ((pair.ours, pair.one), (pair.theirs, pair.other))[side]
    roles = ("company",) if "without" in words else ("done", "doer") if words & _NONE else ()
    both = [both for both in pair.match.matched if both[side].role in roles or _is_none(pair, both)]
    # In a clause with two nouns the one that is none: "found no trace".
    found = [both[side] for both in sorted(both, key=lambda both: not _is_none(pair, both))]
    if not found:
        return telling.frames.helped(frame)
    first, last = found[0].first, found[0].last
    return first, last if last - first <= MOST_WORDS else found[0].head + 1


def _is_none(pair: Pair, slots: tuple[Slot, Slot]) -> bool:
    """Whether one of two nouns laid side by side holds the negation of its clause."""
    sides = ((pair.one, slots[0]), (pair.other, slots[1]))
    return any(slot.first <= s.at < slot.last for frame, slot in sides for s in frame.scopes if s.kind == "negation")
