"""Different numbers for one quantity, which no rounding, bound or vaguer word reconciles.

It is one because each article gives one number for what is counted (of what, by which deed, in which part in the
happening), and both do so in sentences that speak of one matter.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.clauses import are_told_twice
from generator.disagreements.kinds.counted import MEASURED, Number, numbers
from generator.disagreements.kinds.sole import names, nearest, rivals
from generator.disagreements.material import Look
from generator.language.lexicon import word_class
from generator.language.numbers.numerals import MAGNITUDES
from generator.language.relations import alike
from generator.matching.measures import TIMES, conflict, kind_of_thing, opposed
from generator.model.quantities import Quantity

# Numbers for one thing are of one size.
_SIZE = 3.0
# What may have grown within the day, and by no more if it has not.
_SETTLED = frozenset({"gathered", "on board", "on strike", "living"})
_GROWN = 1.5
# By so small a part of them nobody minds.
_SLIGHT = 0.02
_SO_FAR = word_class("counts_so_far")
_LIMITS = word_class("limits")
_SUMMING = word_class("summing")
_PRESENT = frozenset({"VBZ", "VBP"})
# Two doers of different names may be one where the sentences are so near.
_SURE = 4.0
# What two have are two things.
_OWNING = frozenset({"own", "have"})
_UP_TO = ("so far", "as of")
_WITHIN = frozenset({"in", "inside", "at"})
_COSTING = word_class("costing")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ARTICLES = frozenset({"the", "a", "an"})
_MARKS = word_class("time_marks") - {"when"}


def find(look: Look) -> Iterator[Proof]:
    """One proof a quantity: of two articles, neither of which gives the other's number for anything."""
    told = {article.id: numbers(look, article) for article in look.material.articles}
    for both in rivals(look, told):
        pairs = (p for p in both.pairs if (both.together or all(map(_lasts, p))) and _exclude(*p))
        found = nearest(both, pairs)
        if found is None:
            continue
        near, one, other = found
        later = one.article.published != other.article.published and not (_is_settled(one) and _is_settled(other))
        if later or not _are_of_one(one, other):
            # What is counted a day later is another count.
            continue
        if (
            _gives(told[other.article.id], one)
            or _gives(told[one.article.id], other)
            or _is_of_another(one, other, told)
        ):
            continue
        if _may_grow(one, other) and _is_of_two_hours(one, other, told):
            continue
        if not _is_measured(one) and (_is_as_of(one) or _is_as_of(other)):
            continue
        if _is_of_one_sort(one, other, near) and not _two_say(look, one, other):
            places = {one.about, other.about}
            place = places.pop() if len(places) == 1 else ""
            sides = tuple(Side(t.article.id, t.span if place else t.shown, (t.span,)) for t in (one, other))
            yield Proof("figure", sides, "figure", place, hard=not _may_grow(one, other))


def _are_of_one(one: Number, other: Number) -> bool:
    """Whether one thing is known to have both numbers, or one happening its victims; else one clause must tell both."""
    if _is_definite(one) and _is_definite(other) and names(one) & names(other):
        return True
    if not (_sites(one) <= names(other) and _sites(other) <= names(one)):
        return False
    totals = any(key[1:2] == ("in all",) for key in {*one.keys} & {*other.keys})
    return totals or are_told_twice(one, other)


def _sites(told: Number) -> frozenset[str]:
    """The places that the sentence of a number names."""
    return frozenset(t.lemma for n in told.sentence if (t := told.telling.tokens[n]).entity in _PLACES)


def _is_definite(told: Number) -> bool:
    """Whether a number is that of what is taken for known: "the 14-minute film", "Nora Lind, 41"; of none, of any."""
    tree = told.telling.frames.tree
    inside = tree.span(*told.span)
    heads = {tree.tokens[n].head for n in inside} - {*inside} or {*inside}
    heads |= {n for h in heads if tree.tokens[h].lemma in _COSTING and (n := tree.subject(h)) is not None}
    before = {child for n in (*inside, *heads) for child in tree.children[n] if child not in inside}
    known = any(tree.tokens[n].word == "the" or tree.tokens[n].dep == "poss" for n in before)
    return known or not heads.isdisjoint(told.telling.actors)


def _lasts(told: Number) -> bool:
    """Whether a number stays as it is: no sum, share or count of people who may grow more by the day."""
    quantity = told.value
    grows = quantity.role not in ("", "living")
    return not (grows or quantity.currency or quantity.percent or quantity.bound == "vague")


def _is_settled(told: Number) -> bool:
    """Whether a number is of what is the same on another day: a length, or who lives in a place."""
    quantity = told.value
    return _lasts(told) and not quantity.age and (quantity.role == "living" or quantity.unit in MEASURED - TIMES)


def _exclude(one: Number, other: Number) -> bool:
    """Whether no value satisfies both numbers, and they are of one size and of nouns that may be one."""
    a, b = one.value, other.value
    vague = [q.bound == "vague" for q in (a, b)]
    if not conflict(a, b) or any(vague) != all(vague) or (a.bound == b.bound and a.bound in _LIMITS):
        return False
    if _is_round(a) or _is_round(b) or _are_apart(a.names, b.names) or _may_be_a_part(*sorted((a, b), key=_size)):
        return False
    if all(vague) or opposed(a, b) or not (a.number and b.number):
        return True
    apart = abs(a.number - b.number) >= _SLIGHT * max(a.number, b.number)
    size = _GROWN if _may_grow(one, other) else _SIZE
    return apart and 1 / size <= a.number / b.number <= size


def _may_grow(one: Number, other: Number) -> bool:
    """Whether the numbers are of those found dead, hurt or missing so far: the other may have been told hours later."""
    return all(t.value.role and t.value.role not in _SETTLED and t.value.number for t in (one, other))


def _are_apart(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both narrow what is counted, or name whose it is, and in no word alike."""
    return bool(ours and theirs) and not set(ours) & set(theirs)


def _size(quantity: Quantity) -> float:
    return quantity.number


def _may_be_a_part(less: Quantity, more: Quantity) -> bool:
    """Whether what is counted is narrowed to something else, or the fewer are: two female gorillas of three."""
    narrowed = not less.role and not less.currency and bool({*less.modifiers} - {*more.modifiers})
    return narrowed or bool(_SUMMING & {*more.modifiers}) or _are_apart(less.modifiers, more.modifiers)


def _is_round(quantity: Quantity) -> bool:
    """Whether it is one of a magnitude, as who rounds says it: "a million-pound library", "a hundred people"."""
    article, *words = quantity.text.lower().replace("-", " ").split()
    return article in ("a", "an") and bool(words) and words[0] in MAGNITUDES


def _gives(told: Sequence[Number], one: Number) -> bool:
    """Whether an article gives a number of the same sort too: then it tells both, of different things or times."""
    same = (t.value for t in told if t.value.number == one.value.number and not opposed(t.value, one.value))
    return any(_is_of_sort(other, one.value) for other in same)


def _is_of_sort(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities may be of one thing: of one unit and in one part in the happening, as far as told."""
    if a.role and b.role:
        return a.role == b.role
    sorts = [(q.currency, q.percent, q.age, kind_of_thing(q)) for q in (a, b)]
    return sorts[0] == sorts[1] or not (a.unit and b.unit)


def _is_of_another(one: Number, other: Number, told: Mapping[str, Sequence[Number]]) -> bool:
    """Whether what the two sentences count beside the numbers tells that they are of two things, or accounts for both.

    12 nets and 6 boats, and 31 and 14, are of two raids; "55, two of them in part" are 53.
    """
    ours, theirs = (
        [t.value for t in told[each.article.id] if t.value.sentence == each.value.sentence and t is not each]
        for each in (one, other)
    )
    further = [{(q.role or kind_of_thing(q), q.number) for q in beside} for beside in (ours, theirs)]
    apart = abs(one.value.number - other.value.number)
    if any(number == apart for _, number in further[0] ^ further[1]):
        return True
    return any(a[0] and a[0] == b[0] and a[1] != b[1] for a in further[0] for b in further[1])


def _is_of_two_hours(one: Number, other: Number, told: Mapping[str, Sequence[Number]]) -> bool:
    """Whether one number shows to be of a later hour than the other: its article counts more of other victims, too."""
    if any(_is_so_far(t) or _hours(t) for t in (one, other)):
        return True
    ours, theirs = (_counted(told[each.article.id]) for each in (one, other))
    more = one.value.number > other.value.number
    further = [(ours[role], theirs[role]) for role in ours.keys() & theirs.keys() - {one.value.role}]
    return any(a != b and (a > b) == more for a, b in further)


def _is_measured(told: Number) -> bool:
    return bool(told.value.unit in MEASURED or told.value.currency or told.value.percent or told.value.age)


def _is_as_of(told: Number) -> bool:
    """Whether its sentence counts up to a moment: "so far", "as of Friday"."""
    sentence = " ".join(told.telling.tokens[n].word for n in told.sentence)
    return any(f" {words} " in f" {sentence} " for words in _UP_TO)


def _is_so_far(told: Number) -> bool:
    """Whether its sentence says that it is not the last."""
    return _is_as_of(told) or not _SO_FAR.isdisjoint(told.telling.tokens[n].lemma.lower() for n in told.sentence)


def _hours(told: Number) -> bool:
    """Whether its clause says at which hour it was counted."""
    slots = [slot for slot in told.frame.slots if slot.role == "time"]
    return any(told.telling.tokens[n].entity == "TIME" for slot in slots for n in range(slot.first, slot.last))


def _counted(told: Sequence[Number]) -> dict[str, float]:
    """The first number that an article gives of the dead, the hurt and the like."""
    found: dict[str, float] = {}
    for t in told:
        if t.value.role and t.value.role not in _SETTLED and not t.value.scope:
            found.setdefault(t.value.role, t.value.number)
    return found


def _two_say(look: Look, one: Number, other: Number) -> bool:
    """Whether two persons vouch for the numbers: then they differ, and not the sources."""
    voices = [told.frame.voice for told in (one, other)]
    actors = [look.actors.get(t.telling.actors.get(v.by, "")) for t, v in zip((one, other), voices, strict=True) if v]
    persons = {actor.id for actor in actors if actor and actor.kind == "person"}
    return len(persons) > 1


def _is_of_one_sort(one: Number, other: Number, nearness: float) -> bool:
    """Whether both are counted or both expected or needed, no mean beside a count, at no two times, by no two doers."""
    (ours, our_marks), (theirs, their_marks) = _when(one), _when(other)
    # What is counted by then, or after it, is counted at that moment alone.
    near = ours == theirs if our_marks else not (ours and theirs) or ours <= theirs or theirs <= ours
    at_one_time = near and not _is_of_then(one, other)
    return (
        one.state == other.state
        and (bool(one.value.role) or not _are_apart(_places(one), _places(other)))
        and at_one_time
        and (one.value.age or our_marks == their_marks)
        and _by_one(one, other, nearness)
    )


def _places(told: Number) -> tuple[str, ...]:
    """The nouns of the places that narrow what is counted: "22 patients in the harbour clinic"."""
    tree = told.telling.frames.tree
    noun = tree.tokens[tree.span(*told.span)[-1]].head
    nouns = {told.token, noun, tree.span(*told.span)[-1]}
    links = [n for at in nouns for n in tree.children[at] if n > told.token and tree.tokens[n].word in _WITHIN]
    return tuple(tree.tokens[n].lemma.lower() for link in links if (n := tree.child(link, "pobj")) is not None)


def _when(told: Number) -> tuple[frozenset[str], frozenset[str]]:
    """The words for days and hours in the clause of a number with the years of its sentence, and "after", "until"."""
    slots = [slot for slot in told.frame.slots if slot.role == "time"]
    own = told.telling.frames.tree.span(*told.span)
    dated = (told.telling.tokens[n] for slot in slots for n in range(slot.first, slot.last) if n not in own)
    days = {
        t.lemma.lower() for t in dated if t.entity in ("DATE", "TIME") and t.pos != "ADP" and t.word not in _ARTICLES
    }
    return told.years | days, frozenset(slot.word for slot in told.frame.slots) & _MARKS


def _is_of_then(one: Number, other: Number) -> bool:
    """Whether one is of a year that is named and the other of now: "in 2024 it had 900", "it has 950"."""
    dated = [bool(told.years) for told in (one, other)]
    now = [told.telling.tokens[told.frame.verb].tag in _PRESENT for told in (one, other)]
    return dated[0] != dated[1] and now == dated[::-1]


def _by_one(one: Number, other: Number, near: float) -> bool:
    """Whether it may be one deed, and of one person: "the attacks" are not the one "attack"."""
    doers = [told.frame.slot("doer") for told in (one, other)]
    if doers[0] is None or doers[1] is None:
        return True
    actors = one.telling.actors.get(doers[0].head), other.telling.actors.get(doers[1].head)
    if all(actors) and actors[0] != actors[1]:
        return False
    ours, theirs = one.telling.tokens[doers[0].head], other.telling.tokens[doers[1].head]
    counted = not _is_measured(one)
    if counted and not all(actors) and not alike(ours.lemma, theirs.lemma):
        return near >= _SURE and one.frame.predicate not in _OWNING
    return not one.value.role or ours.lemma != theirs.lemma or ours.tag == theirs.tag
