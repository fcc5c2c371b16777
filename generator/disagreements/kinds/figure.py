"""Different numbers for one quantity, which no rounding, bound or vaguer word reconciles.

It is one because each article gives one number for what is counted (of what, by which deed, in which part in the
happening), and both do so in sentences that speak of one matter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from generator.disagreements.finding import MOST_WORDS, Proof, Side
from generator.disagreements.kinds.clauses import helped
from generator.disagreements.kinds.sole import NAMED, Key, Told, facing, nearness
from generator.disagreements.material import Look
from generator.disagreements.passages import Span, length
from generator.language.frames import Frame
from generator.language.lexicon import word_class
from generator.language.numbers.numerals import MAGNITUDES, MONEY, PERCENT, UNITS
from generator.language.relations import alike, first_like
from generator.language.tree import Syntax
from generator.language.verbs import SAYING, THINKING
from generator.matching.measures import MEASURES, PERSONS, TIMES, conflict, kind_of_thing
from generator.matching.same_clause import Telling
from generator.model.quantities import Quantity
from generator.model.text import Article

Number = Told[Quantity]

# Numbers for one thing are of one size.
_SIZE = 3.0
# What may have grown within the day, and by no more if it has not.
_SETTLED = frozenset({"gathered", "on board", "on strike", "living"})
_GROWN = 1.5
# By so small a part of them nobody minds.
_SLIGHT = 0.02
_GAUGES = word_class("gauges")
_COSTING = word_class("costing")
_GUESSES = word_class("guesses")
_SO_FAR = word_class("counts_so_far")
_NOTHING = (word_class("nothing") | word_class("wide")) - TIMES - PERSONS | {"ratio"}
_LIMITS = word_class("limits")
_MEASURED = TIMES | MEASURES | frozenset(UNITS.values())
# A number beside others, or a change of one, is not the whole.
_WHOLE = frozenset({"", "to"})
_FURTHER = word_class("scope")
_BEFORE_A_NOUN = frozenset({"amod", "compound", "nmod", "nummod", "quantmod"})
_OPINION = SAYING | THINKING | {""}
_SAID_OF = frozenset({"acl", "amod", "relcl"})
_OF_THE_VERB = frozenset({"dobj", "attr", "nsubj", "nsubjpass"})
_LIGHT = word_class("light")
_SAYING = frozenset({"complement", "place", "other"})
_ALMOST = word_class("almost")
# The first word of a key that names who has or does so many.
_HELD = "held"
_OBJECTS = frozenset({"done", "amount"})
_PORTIONS = word_class("portions")
_SUMMING = word_class("summing")
_YEARS, _OCCASION = "year", "occasion"
_PRESENT = frozenset({"VBZ", "VBP"})
# Two doers of different names may be one where the sentences are so near.
_SURE = 4.0
_ARTICLES = frozenset({"the", "a", "an"})
_MARKS = word_class("time_marks") - {"when"}
# So many words after a length the place may stand that it is counted from.
_AWAY = 9
_LINKS = frozenset({"of", "from"})
_GIVEN = frozenset({"to", "for"})
_PARTING = frozenset({"ADP", "DET", "VERB", "CCONJ"})
_OF_SOMEBODY = frozenset({"PRP$", "POS"})
# "Fell about 9 feet" is read with a preposition.
_ADVERBIAL = frozenset({"npadvmod", "prep"})
_OF_A_SUM = frozenset({"in", "of"})
# A noun so near is the one that a number stands before.
_NEXT = 3
_BREAK = re.compile(r"[,;:(“”\"](?!\d)|\n")
_YEAR = re.compile(r"[12]\d{3}")
_TOLD = frozenset({"report", "quoted", "hedge"})


def find(look: Look) -> Iterator[Proof]:
    """One proof a quantity: of two articles, neither of which gives the other's number for anything."""
    told = {article.id: _told(look, article) for article in look.material.articles}
    for one, other in facing(look, told, lambda quantity: quantity.number, _exclude, _lasts):
        ours, theirs = _of_whom(told[one.article.id], one, other), _of_whom(told[other.article.id], one, other)
        if _gives(theirs, one) or _gives(ours, other) or _is_of_another(one, other, told):
            continue
        if _may_grow(one, other) and _is_of_two_hours(one, other, told):
            continue
        if _is_of_one_sort(one, other) and not _two_say(look, one, other):
            places = {_place_of(one), _place_of(other)}
            place = places.pop() if len(places) == 1 else ""
            sides = tuple(Side(t.article.id, t.span if place else _with_deed(t), (t.span,)) for t in (one, other))
            yield Proof("figure", sides, "figure", place, hard=not _may_grow(one, other))


def _of_whom(told: Sequence[Number], one: Number, other: Number) -> Sequence[Number]:
    """The numbers among which another may be found: of what somebody has or does, only those that he has or does."""
    shared = {*one.keys} & {*other.keys}
    return [t for t in told if shared & {*t.keys}] if {key[0] for key in shared} == {_HELD} else told


def _with_deed(told: Number) -> Span:
    """A number with what says of what it is, as far as a heading has room: "two-day visit", "25 people were hurt"."""
    tree, (start, end) = told.telling.frames.tree, told.span
    inside = tree.span(start, end)
    heads = {tree.tokens[n].head for n in inside if tree.tokens[n].dep in _BEFORE_A_NOUN}
    nouns = [n for n in heads if inside[-1] < n <= inside[-1] + _NEXT]
    held = [n for at in inside if (n := _within(tree, at)) is not None]
    if held:
        whole = start, tree.tokens[held[0]].end
        return whole if length(told.article.body[slice(*whole)]) <= MOST_WORDS else (start, end)
    if nouns or (told.value.currency and told.value.unit):
        return start, max([end, *(tree.tokens[n].end for n in nouns)])
    top = next((n for n in inside if tree.tokens[n].head not in inside), inside[0])
    # "Buildings in seven villages were destroyed": the villages were not.
    does = told.frame.verb in (tree.tokens[top].head, tree.tokens[tree.tokens[top].head].head)
    if told.value.verb != told.frame.verb or told.frame.predicate in _LIGHT or not does:
        return start, end
    first, last = helped(told.telling, told.frame)
    wide = min(start, tree.tokens[first].start), max(end, tree.tokens[last - 1].end)
    text = told.article.body[slice(*wide)]
    return wide if length(text) <= MOST_WORDS and not _BREAK.search(text) else (start, end)


def _lasts(told: Number) -> bool:
    """Whether a number stays as it is: no sum, share or count of people who may grow more by the day."""
    quantity = told.value
    grows = quantity.role not in ("", "living")
    return not (grows or quantity.currency or quantity.percent or quantity.bound == "vague")


def _told(look: Look, article: Article) -> list[Number]:
    """The quantities that an article tells in running text, in its own voice or on somebody's word."""
    telling = look.tellings[article.id]
    found = []
    for quantity in look.material.quantities.get(article.id, ()):
        frame = telling.frames.by_verb.get(quantity.verb) or _around(telling, quantity)
        torn = quantity.text[:1] == "0" and quantity.text[1:2].isdigit()  # "2, 000ft"
        if frame is not None and not torn and look.is_prose(article.id, quantity.start):
            fact = quantity.age or not quantity.number or _is_known(telling.frames.tree, quantity)
            under = frozenset() if fact else frozenset(scope.kind for scope in frame.scopes) - _TOLD
            keys = () if _is_of_old(look, telling, quantity) else tuple(_keys(telling, frame, quantity))
            found.append(Told(article, telling, frame, (quantity.start, quantity.end), quantity, keys, under))
    return found


def _is_of_old(look: Look, telling: Telling, quantity: Quantity) -> bool:
    """Whether it counts the victims of another year, told beside those of this happening."""
    dating = look.material.datings.get(telling.article)
    tree = telling.frames.tree
    sentence = tree.sentence_range(tree.first_at(quantity.start))
    years = {tree.tokens[n].text for n in sentence if _YEAR.fullmatch(tree.tokens[n].text)}
    return bool(quantity.role and dating and dating.published and years - {dating.published[:4]})


def _is_known(tree: Syntax, quantity: Quantity) -> bool:
    """Whether a number is that of something taken for known: "the $32 billion in earnings", "its £9m bid"."""
    inside = tree.span(quantity.start, quantity.end)
    before = tree.tokens[inside[0] - 1] if inside and inside[0] else None
    return before is not None and ((before.word == "the" and before.dep == "det") or before.tag in _OF_SOMEBODY)


def _around(telling: Telling, quantity: Quantity) -> Frame | None:
    """The clause that has a quantity in one of its parts."""
    at = telling.frames.tree.first_at(quantity.start)
    holding = [f for f in telling.frames.all if f.sentence == quantity.sentence]
    return next((f for f in holding for slot in f.slots if slot.first <= at < slot.last), None)


def _keys(telling: Telling, frame: Frame, quantity: Quantity) -> Iterator[Key]:
    """What a number may be the only one of: none if it is a part, a change, or of something unsaid."""
    tree = telling.frames.tree
    inside = tree.span(quantity.start, quantity.end)
    at = next((n for n in inside if tree.tokens[n].head not in inside or tree.tokens[n].head == n), None)
    part = quantity.scope not in _WHOLE or bool(_FURTHER & set(quantity.modifiers)) or _is_missed(tree, frame)
    part = part or (at is not None and (_is_portion(tree, at) or _is_name(tree, at, quantity)))
    if at is not None and quantity.age:
        yield from _aged(telling, inside)
    if at is None or part or quantity.age or quantity.versus is not None:
        return
    yield from _held(telling, frame, inside, quantity)
    yield from _often(quantity)
    if quantity.unit.rpartition(" ")[2] in _NOTHING:
        return
    measure = quantity.currency or ("percent" if quantity.percent else "")
    if measure or quantity.unit in _MEASURED:
        yield from _measured(tree, at, quantity, measure)
    elif quantity.unit in _GAUGES:
        yield quantity.unit, "in all", ""
    elif quantity.role and (kind_of_thing(quantity) in PERSONS or quantity.role_noun or not quantity.unit):
        yield quantity.role, "in all"
    elif quantity.unit:
        thing = kind_of_thing(quantity)
        if thing not in PERSONS and quantity.number:
            yield thing, quantity.role
        if quantity.predicate:
            yield thing, quantity.role, first_like(quantity.predicate), *_what(telling, frame)


def _often(quantity: Quantity) -> Iterator[Key]:
    """How many times something was done."""
    if kind_of_thing(quantity) == _OCCASION and quantity.predicate not in _OPINION:
        yield _OCCASION, "by", first_like(quantity.predicate)


def _held(telling: Telling, frame: Frame, inside: range, quantity: Quantity) -> Iterator[Key]:
    """Who has or does so many: "Nora Lind scored 14 points" and "Nora Lind had 12 points"."""
    doer = frame.slot("doer")
    measured = quantity.unit in _MEASURED | _GAUGES or quantity.currency or quantity.percent or not quantity.unit
    counted = any(slot.role in _OBJECTS and slot.head in inside for slot in frame.slots)
    if doer is not None and doer.head in telling.actors and counted and not measured:
        yield _HELD, telling.actors[doer.head], kind_of_thing(quantity)


def _what(telling: Telling, frame: Frame) -> list[str]:
    """Of a verb that says little the nouns that it goes with: "nobody was on board"."""
    light = frame.predicate in _LIGHT
    return [telling.tokens[slot.head].lemma.lower() for slot in frame.slots if light and slot.role in _SAYING]


def _is_missed(tree: Syntax, frame: Frame) -> bool:
    """Whether a number is not quite reached: "almost won the 60 votes"."""
    return any(tree.tokens[n].word in _ALMOST for n in tree.children[frame.verb])


def _is_portion(tree: Syntax, at: int) -> bool:
    """Whether it is that of which something is a part: "most of a six-month sentence"."""
    top = tree.tokens[at].head if tree.tokens[at].dep in _BEFORE_A_NOUN else at
    link = tree.tokens[tree.tokens[top].head]
    return tree.tokens[top].dep == "pobj" and link.word == "of" and tree.tokens[link.head].lemma in _PORTIONS


def _is_name(tree: Syntax, at: int, quantity: Quantity) -> bool:
    """Whether it tells which of several and not how many: "gate 4", "copy 3"."""
    above = tree.tokens[at].head
    return (
        above < at and tree.tokens[above].pos in ("NOUN", "PROPN") and tree.tokens[above].lemma.lower() == quantity.unit
    )


def _measured(tree: Syntax, at: int, quantity: Quantity, measure: str) -> Iterator[Key]:
    """A sum, a share, a length or a lapse is that of a thing, of a deed, or since something."""
    token, above, what = tree.tokens[at], tree.tokens[at].head, measure or quantity.unit
    holder = _holder(tree, at)
    if holder is not None and tree.tokens[holder].lemma not in _NOTHING:
        after = tree.tokens[holder + 1 : holder + 2]
        # "Aid to the army" is a part of all aid.
        link = after[0].word if after and after[0].word in _GIVEN and holder == _within(tree, at) else ""
        # What is shared among many says less.
        yield ("percent", _word(tree, holder)) if quantity.percent else (what, "of", _word(tree, holder), link)
    if not measure and token.dep in _ADVERBIAL:
        yield from _lasting(tree, above, what)
    if holder is not None and token.dep == "pobj" and tree.tokens[holder].dep == "dobj" and quantity.unit in TIMES:
        yield what, "by", _word(tree, tree.tokens[holder].head)
    if holder is None and token.dep in _OF_THE_VERB and quantity.predicate not in _OPINION:
        deed = first_like(quantity.predicate)
        yield ("percent", deed) if quantity.percent else (what, "by", deed)
    place = "" if measure or quantity.unit in TIMES else _from(tree, quantity)
    if place:
        yield what, "from", place


def _lasting(tree: Syntax, above: int, unit: str) -> Iterator[Key]:
    """What went on so long or so far, or was done so many years ago, of the word that a measure hangs on."""
    token = tree.tokens[above]
    if token.word == "ago" and unit == _YEARS:
        yield unit, "ago", _word(tree, token.head)
    elif token.pos != "ADV":
        # "Fell 12 feet into": into what is no part of how far.
        yield unit, "by", _word(tree, token.head if token.pos == "ADP" and unit not in TIMES else above)


def _word(tree: Syntax, at: int) -> str:
    """The lemma of a word, or of the first of those that news uses for it."""
    return first_like(tree.tokens[at].lemma.lower())


def _from(tree: Syntax, quantity: Quantity) -> str:
    """The named place from which a length is counted: "12 miles south of Larkholm"; "" if there is none."""
    first = tree.span(quantity.start, quantity.end)[-1] + 1
    after = tree.tokens[first : first + _AWAY]
    link = next((n for n, t in enumerate(after[:-1]) if t.word in _LINKS or t.pos in _PARTING), None)
    if link is None or after[link].word not in _LINKS:
        return ""
    return " ".join(t.text for t in takewhile(lambda t: t.pos == "PROPN", after[link + 1 :]))


def _place_of(told: Number) -> str:
    """The named place from which a length is counted, of a number that is one."""
    length_told = told.value.unit in _MEASURED - TIMES and not told.value.currency
    return _from(told.telling.frames.tree, told.value) if length_told else ""


def _aged(telling: Telling, inside: range) -> Iterator[Key]:
    """Whose age it is: "Nora Lind, 41,", "the 41-year-old Nora Lind", "a nine-year-old boy"."""
    tree = telling.frames.tree
    head = next((h for n in inside if (h := tree.tokens[n].head) not in inside), None)
    if head is None:
        return
    if head in telling.actors:
        yield NAMED, telling.actors[head], "age"
    elif tree.tokens[head].pos == "NOUN":
        yield "age", tree.tokens[head].lemma.lower()


def _holder(tree: Syntax, at: int) -> int | None:
    """The noun whose worth, length or share it is: "a £40m theatre", "a theatre that cost £40m", "a grant of £3m"."""
    token, above = tree.tokens[at], tree.tokens[at].head
    measuring = token.lemma in MONEY or token.lemma in _MEASURED or token.lemma in PERCENT
    if token.pos == "NOUN" and not measuring:
        return at
    if token.dep in _BEFORE_A_NOUN and tree.tokens[above].pos == "NOUN":
        return above
    if tree.tokens[above].lemma in _COSTING:
        return tree.subject(above)
    if token.dep == "pobj" and tree.tokens[above].lemma == "of" and tree.tokens[tree.tokens[above].head].pos == "NOUN":
        return tree.tokens[above].head
    return _within(tree, at)


def _within(tree: Syntax, at: int) -> int | None:
    """The noun that says what a sum is: "$32 billion in foreign earnings", "a billion dollars of trade"."""
    money = tree.tokens[at].entity == "MONEY"
    found = next((tree.child(n, "pobj") for n in tree.children[at] if tree.tokens[n].word in _OF_A_SUM), None)
    return found if money and found is not None and tree.tokens[found].pos == "NOUN" else None


def _exclude(one: Number, other: Number) -> bool:
    """Whether no value satisfies both numbers, and they are of one size and of nouns that may be one."""
    a, b = one.value, other.value
    vague = [q.bound == "vague" for q in (a, b)]
    if not conflict(a, b) or any(vague) != all(vague) or (a.bound == b.bound and a.bound in _LIMITS):
        return False
    if _is_round(a) or _is_round(b) or _are_apart(a.names, b.names) or _may_be_a_part(*sorted((a, b), key=_size)):
        return False
    if all(vague) or not (a.number and b.number):
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
    return any(other.value.number == one.value.number and _is_of_sort(other.value, one.value) for other in told)


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
    if any(_SO_FAR & {*t.around} or "so far" in _sentence(t) or _hours(t) for t in (one, other)):
        return True
    ours, theirs = (_counted(told[each.article.id]) for each in (one, other))
    more = one.value.number > other.value.number
    further = [(ours[role], theirs[role]) for role in ours.keys() & theirs.keys() - {one.value.role}]
    return any(a != b and (a > b) == more for a, b in further)


def _sentence(told: Number) -> str:
    return " ".join(told.telling.tokens[n].word for n in told.sentence)


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


def _is_of_one_sort(one: Number, other: Number) -> bool:
    """Whether both are counted or both expected or needed, no mean beside a count, at no two times, by no two doers."""
    (ours, our_marks), (theirs, their_marks) = _when(one), _when(other)
    at_one_time = (not (ours and theirs) or ours <= theirs or theirs <= ours) and not _is_of_then(one, other)
    return (
        _above(one) == _above(other)
        and at_one_time
        and (one.value.age or our_marks == their_marks)
        and _by_one(one, other)
    )


def _when(told: Number) -> tuple[frozenset[str], frozenset[str]]:
    """The words for days and hours in the clause of a number with the years of its sentence, and "after", "until"."""
    slots = [slot for slot in told.frame.slots if slot.role == "time"]
    own = told.telling.frames.tree.span(*told.span)
    dated = (told.telling.tokens[n] for slot in slots for n in range(slot.first, slot.last) if n not in own)
    years = (told.telling.tokens[n] for n in told.sentence)
    days = {
        t.lemma.lower() for t in dated if t.entity in ("DATE", "TIME") and t.pos != "ADP" and t.word not in _ARTICLES
    }
    days |= {t.text for t in years if _YEAR.fullmatch(t.text)}
    return frozenset(days), frozenset(slot.word for slot in told.frame.slots) & _MARKS


def _is_of_then(one: Number, other: Number) -> bool:
    """Whether one is of a year that is named and the other of now: "in 2024 it had 900", "it has 950"."""
    dated = [any(_YEAR.fullmatch(told.telling.tokens[n].text) for n in told.sentence) for told in (one, other)]
    now = [told.telling.tokens[told.frame.verb].tag in _PRESENT for told in (one, other)]
    return dated[0] != dated[1] and now == dated[::-1]


def _above(told: Number) -> frozenset[str]:
    """What makes a number a guess, a mean or a limit: "expected to add 100 jobs", "an average of 100 jobs".

    It governs the number, or is said of what is counted: "the 40 votes needed".
    """
    tree = told.telling.frames.tree
    steps = [*takewhile(lambda step: tree.tokens[step[0]].dep != "relcl", pairwise(tree.governors(told.token)))]
    nouns = [above for below, above in steps if tree.tokens[below].dep in _BEFORE_A_NOUN]
    said = {child for noun in nouns for child in tree.children[noun] if tree.tokens[child].dep in _SAID_OF}
    above = set() if _is_known(tree, told.value) else {above for _, above in steps}
    return frozenset(tree.tokens[n].lemma.lower() for n in above | said) & _GUESSES


def _by_one(one: Number, other: Number) -> bool:
    """Whether it may be one deed, and of one person: "the attacks" are not the one "attack"."""
    doers = [told.frame.slot("doer") for told in (one, other)]
    if doers[0] is None or doers[1] is None:
        return True
    actors = one.telling.actors.get(doers[0].head), other.telling.actors.get(doers[1].head)
    if all(actors) and actors[0] != actors[1]:
        return False
    ours, theirs = one.telling.tokens[doers[0].head], other.telling.tokens[doers[1].head]
    counted = one.value.unit not in _MEASURED
    if counted and ours.pos == theirs.pos == "NOUN" and not alike(ours.lemma, theirs.lemma):
        return nearness(one, other) >= _SURE
    return not one.value.role or ours.lemma != theirs.lemma or ours.tag == theirs.tag
