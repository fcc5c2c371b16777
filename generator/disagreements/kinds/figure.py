"""Different numbers for one quantity, which no rounding, bound or vaguer word reconciles.

It is one because nearly the same clause counts one noun with one narrowing; because both articles open with it as the
total of those who had one part in what happened; or because it is the one sum that each gives for one thing.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.clauses import Pair, alone
from generator.disagreements.material import Look
from generator.language.frames import Frame, Slot
from generator.language.lexicon import word_class
from generator.language.numbers.numerals import MAGNITUDES, MONEY
from generator.matching.measures import TIMES, comparable, conflict, kind_of_thing
from generator.matching.same_clause import Telling, match, same_thing
from generator.model.periods import Period, period
from generator.model.quantities import Quantity
from generator.model.text import Article

_LOOSE = frozenset({"vague", "between"})
# Numbers for one thing are of one size.
_SIZE = 3.0
# By so small a part of them nobody minds.
_SLIGHT = 0.02
# What must be alike beside the number, the noun that is counted among it.
_HELD = 2
# What one side says more may make another thing of it.
_PARTING = ("place", "time", "clause", "done", "amount")
# An article opens with so many sentences.
_LEAD = 4
# Parts that as many have had a day later.
_SETTLED = frozenset({"gathered", "on board", "on strike"})
_COSTING = word_class("costing")
_GUESSES = word_class("guesses")
# So many words of meaning must the sentences have in common that give two sums for one thing.
_OF_ONE_MATTER = 2


class Told(NamedTuple):
    """A quantity, and the clause that it stands in."""

    article: Article
    telling: Telling
    quantity: Quantity
    frame: Frame


def find(look: Look) -> Iterator[Proof]:
    """One proof a quantity: of two articles, neither of which gives the other's number for the same sort of thing."""
    told = {article.id: _told(look, article) for article in look.material.articles}
    for a, b in look.pairs:
        for one in told[a.id]:
            for other in told[b.id]:
                if not _may_differ(one, other) or _gives(told[b.id], one) or _gives(told[a.id], other):
                    continue
                if _is_accounted_for(one, other, told):
                    continue
                if because := _because(look, one, other, told):
                    yield Proof("figure", (_side(one), _side(other)), because, hard=True)


def _because(look: Look, one: Told, other: Told, told: dict[str, list[Told]]) -> str:
    """The key of what proves that the two numbers are for one thing, "" if nothing does."""
    if _is_total(look, one, told[one.article.id]) and _is_total(look, other, told[other.article.id]):
        return "figure_total" if _is_one_total(look, one, other) else ""
    if {one.quantity.bound, other.quantity.bound} & _LOOSE:
        return ""
    if look.told_together(one.article.id, other.article.id) and _is_one(one, other) and not _two_say(look, one, other):
        return "figure"
    return "figure_worth" if _is_one_worth(one, other, told) else ""


def _told(look: Look, article: Article) -> list[Told]:
    """The quantities that an article tells in running text, in its own voice or on somebody's word."""
    telling = look.tellings[article.id]
    found = []
    for quantity in look.material.quantities.get(article.id, ()):
        frame = telling.frames.by_verb.get(quantity.verb) or _around(telling, quantity)
        if frame is not None and look.is_prose(article.id, quantity.start):
            found.append(Told(article, telling, quantity, frame))
    return found


def _around(telling: Telling, quantity: Quantity) -> Frame | None:
    """The clause that has a quantity in one of its parts."""
    at = telling.frames.tree.first_at(quantity.start)
    holding = [f for f in telling.frames.all if f.sentence == quantity.sentence]
    return next((f for f in holding for slot in f.slots if slot.first <= at < slot.last), None)


def _may_differ(one: Told, other: Told) -> bool:
    a, b = one.quantity, other.quantity
    if kind_of_thing(a) in TIMES or not comparable(a, b) or not conflict(a, b):
        return False
    if _is_round(a) or _is_round(b):
        return False
    loose = {a.bound, b.bound} & _LOOSE
    if not loose and abs(a.number - b.number) < _SLIGHT * max(a.number, b.number):
        return False
    return bool(loose) or not (a.number and b.number) or 1 / _SIZE <= a.number / b.number <= _SIZE


def _is_round(quantity: Quantity) -> bool:
    """Whether it is one of a magnitude, as who rounds says it: "a million-pound library", "a hundred people"."""
    article, *words = quantity.text.lower().replace("-", " ").split()
    return article in ("a", "an") and bool(words) and words[0] in MAGNITUDES


def _gives(told: Sequence[Told], one: Told) -> bool:
    """Whether an article gives a number too: then it tells both, of different things or times."""
    return any(other.quantity.number == one.quantity.number for other in told)


def _is_accounted_for(one: Told, other: Told, told: dict[str, list[Told]]) -> bool:
    """Whether a number beside one of the two is what it has more or less than the other: "55, two of them in part"."""
    apart = abs(one.quantity.number - other.quantity.number)
    beside = (t for each in (one, other) for t in told[each.article.id] if t.frame.sentence == each.frame.sentence)
    return any(t.quantity.number == apart and t not in (one, other) for t in beside)


def _is_one(one: Told, other: Told) -> bool:
    """Whether nothing but the number, and who vouches for it, parts the two clauses, and what is counted is one."""
    laid = match(one.telling, one.frame, other.telling, other.frame)
    holding = {
        slot.role for told in (one, other) for slot in told.frame.slots if slot.first <= _token(told) < slot.last
    }
    none = frozenset() if one.quantity.number and other.quantity.number else frozenset({"polarity"})
    if (
        not laid.kinds <= holding | {"voice"} | none
        or laid.anchors + (kind_of_thing(one.quantity) == kind_of_thing(other.quantity)) < _HELD
    ):
        return False
    if (
        one.quantity.currency
        and (one.quantity.unit or other.quantity.unit)
        and one.quantity.unit != other.quantity.unit
    ):
        return False
    pair = Pair(one.article, one.frame, one.telling, other.article, other.frame, other.telling, laid)
    parting = set(_PARTING) - holding
    return not alone(pair, *parting) and _narrowed(one) == _narrowed(other) and _are_of_one_sort(pair, one, other)


def _two_say(look: Look, one: Told, other: Told) -> bool:
    """Whether two persons vouch for the numbers: then they differ, and not the sources."""
    voices = [told.frame.voice for told in (one, other)]
    actors = [look.actors.get(t.telling.actors.get(v.by, "")) for t, v in zip((one, other), voices, strict=True) if v]
    persons = {actor.id for actor in actors if actor and actor.kind == "person"}
    return len(persons) > 1


def _are_of_one_sort(pair: Pair, one: Told, other: Told) -> bool:
    """Whether both are counted or both expected, neither a mean beside a count, and at a time in the same words."""
    times = [(a, b) for a, b in pair.match.matched if a.role == "time" and a.head not in pair.ours.frames.by_verb]
    return (
        _above(one) == _above(other)
        and _at_one_time(one, other)
        and all(_words(pair.ours, a) == _words(pair.theirs, b) for a, b in times)
    )


def _at_one_time(one: Told, other: Told) -> bool:
    """Whether both sentences tell a time, in a word of both, or neither does: another was "after Saturday's vote"."""
    ours, theirs = _times(one), _times(other)
    return bool(ours & theirs) or not (ours or theirs)


def _times(told: Told) -> frozenset[str]:
    sentence = told.telling.frames.tree.sentence_range(_token(told))
    tokens = (told.telling.tokens[n] for n in sentence)
    return frozenset(t.lemma for t in tokens if t.entity in ("DATE", "TIME") and t.pos in ("NOUN", "PROPN"))


def _above(told: Told) -> frozenset[str]:
    """What governs a number that makes it a guess or a mean: "expected to add 100 jobs", "an average of 100 jobs"."""
    tree, at, found = told.telling.frames.tree, _token(told), set[str]()
    while tree.tokens[at].head != at:
        at = tree.tokens[at].head
        found |= {tree.tokens[at].lemma.lower()} & _GUESSES
    return frozenset(found)


def _words(telling: Telling, slot: Slot) -> frozenset[str]:
    return frozenset(t.lemma.lower() for t in telling.tokens[slot.first : slot.last] if t.pos not in ("ADP", "DET"))


def _is_total(look: Look, one: Told, told: Sequence[Told]) -> bool:
    """Whether it is the number that an article opens with for those who had one part, and no other exceeds it."""
    quantity = one.quantity
    if not quantity.role or quantity.names or quantity.versus is not None or quantity.scope:
        return False
    same = [t.quantity for t in told if t.quantity.role == quantity.role]
    return (
        one.frame.sentence < _LEAD + _opening(look, one.article)
        and not {scope.kind for scope in one.frame.scopes} - {"report"}
        and min(same, key=lambda q: q.start) == quantity
        and all(other.low <= quantity.high for other in same)
    )


def _opening(look: Look, article: Article) -> int:
    """The number of the first sentence of running text."""
    analysis = look.material.analyses[article.id]
    return next((n for n, s in enumerate(analysis.sentences) if look.is_prose(article.id, s.start)), 0)


def _is_one_total(look: Look, one: Told, other: Told) -> bool:
    """Whether two totals are for those who had one part in it, all people or of one sort, told at one time.

    Those who came are as many the day after; the dead may be more.
    """
    a, b = one.quantity, other.quantity
    days = [_published(look, told) for told in (one, other)]
    if a.role != b.role or days[0] is None or days[1] is None:
        return False
    apart = abs(days[0].low - days[1].low)
    placed = not a.places or not b.places or bool(set(a.places) & set(b.places))
    return apart <= (a.role in _SETTLED) and placed and set(a.modifiers) == set(b.modifiers) and _by_one(one, other)


def _by_one(one: Told, other: Told) -> bool:
    """Whether what did it is called alike where both name it: "attacks" are not the one "attack"."""
    doers = [told.frame.slot("doer") for told in (one, other)]
    if doers[0] is None or doers[1] is None:
        return True
    ours, theirs = one.telling.tokens[doers[0].head], other.telling.tokens[doers[1].head]
    return ours.pos == theirs.pos == "PRON" or (ours.lemma, ours.tag) == (theirs.lemma, theirs.tag)


def _published(look: Look, told: Told) -> Period | None:
    dating = look.material.datings.get(told.article.id)
    return period(dating.published) if dating else None


def _is_one_worth(one: Told, other: Told, told: dict[str, list[Told]]) -> bool:
    """Whether both are what one thing costs or holds: the one sum that each article gives for it."""
    things = _holder(one), _holder(other)
    if not one.quantity.currency or things[0] is None or things[1] is None:
        return False
    lemma = one.telling.tokens[things[0]].lemma
    sole = all(
        sum(_lemma_of(t) == lemma for t in told[each.article.id] if t.quantity.currency) == 1 for each in (one, other)
    )
    return sole and same_thing(one.telling, things[0], other.telling, things[1]) is True and _meet(one, other)


def _lemma_of(told: Told) -> str:
    thing = _holder(told)
    return "" if thing is None else told.telling.tokens[thing].lemma


def _holder(told: Told) -> int | None:
    """The noun whose worth a sum is: "a £40m theatre", "a theatre that cost £40m", "a grant of £3m"."""
    tree = told.telling.frames.tree
    inside = tree.span(told.quantity.start, told.quantity.end)
    at = next((n for n in inside if tree.tokens[n].head not in inside or tree.tokens[n].head == n), None)
    if at is None:
        return None
    token, above = tree.tokens[at], tree.tokens[at].head
    if token.pos == "NOUN" and token.lemma not in MONEY:
        return at
    if token.dep in ("amod", "compound", "nmod", "nummod", "quantmod") and tree.tokens[above].pos == "NOUN":
        return above
    if tree.tokens[above].lemma in _COSTING:
        return tree.subject(above)
    if token.dep == "pobj" and tree.tokens[above].lemma == "of" and tree.tokens[tree.tokens[above].head].pos == "NOUN":
        return tree.tokens[above].head
    return None


def _meet(one: Told, other: Told) -> bool:
    """Whether the sentences of two sums tell of one matter: enough of their nouns, names and verbs are the same."""
    return len(set(one.quantity.context) & set(other.quantity.context)) >= _OF_ONE_MATTER


def _token(told: Told) -> int:
    return told.telling.frames.tree.first_at(told.quantity.start)


def _narrowed(told: Told) -> frozenset[str]:
    """What narrows the noun counted, less the number."""
    return frozenset(told.quantity.modifiers)


def _side(told: Told) -> Side:
    return Side(told.article.id, (told.quantity.start, told.quantity.end))
