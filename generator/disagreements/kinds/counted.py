"""What each number of an article is a number of: of whom or what, in which part or by which deed, from where.

That is its keys; with them come what a card shows of it and what makes it a guess or a limit.
"""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from generator.disagreements.kinds.sole import NAMED, Key, Told, tell
from generator.disagreements.material import MOST_WORDS, Look, Span
from generator.language.frames import Frame
from generator.language.lexicon import word_class
from generator.language.numbers.numerals import MONEY, PERCENT, SUFFIXES, UNITS
from generator.language.relations import first_like
from generator.language.tree import Syntax
from generator.language.verbs import SAYING, THINKING
from generator.matching.locate import count_words
from generator.matching.measures import MEASURES, PERSONS, TIMES, kind_of_thing
from generator.matching.same_clause import Telling
from generator.model.quantities import Quantity
from generator.model.text import Article

Number = Told[Quantity]

MEASURED = TIMES | MEASURES | frozenset(UNITS.values())
_GAUGES = word_class("gauges")
_COSTING = word_class("costing")
_GUESSES = word_class("guesses")
_NOTHING = (word_class("nothing") | word_class("wide")) - TIMES - PERSONS | {"ratio"}
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
_PORTIONS = word_class("portions")
_YEARS, _OCCASION = "year", "occasion"
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
_TOLD = frozenset({"report", "quoted", "hedge"})


def numbers(look: Look, article: Article) -> list[Number]:
    """The quantities that an article tells in running text, in its own voice or on somebody's word."""
    telling = look.tellings[article.id]
    found = []
    for quantity in look.material.quantities.get(article.id, ()):
        frame = telling.frames.by_verb.get(quantity.verb) or _around(telling, quantity)
        torn = quantity.text[:1] == "0" and quantity.text[1:2].isdigit()  # "2, 000ft"
        if frame is not None and not torn and article.is_prose(quantity.start):
            found.append(_number(look, article, frame, quantity))
    return found


def _number(look: Look, article: Article, frame: Frame, quantity: Quantity) -> Number:
    telling = look.tellings[article.id]
    tree = telling.frames.tree
    fact = quantity.age or not quantity.number or _is_known(tree, quantity)
    under = frozenset() if fact else frozenset(scope.kind for scope in frame.scopes) - _TOLD
    keys = tuple(_keys(telling, frame, quantity))
    told = tell(article, telling, frame, (quantity.start, quantity.end), quantity, keys, under)
    told = told._replace(plain=quantity.number)
    if not keys or _is_of_old(look, told):
        return told._replace(keys=())
    return told._replace(
        shown=_with_deed(article, telling, frame, quantity),
        about=_place_of(tree, quantity),
        state=_state(tree, quantity),
    )


def _is_of_old(look: Look, told: Number) -> bool:
    """Whether it counts the victims or tells the strength of another year's happening, told beside this one's."""
    dating = look.material.datings.get(told.article.id)
    counted = told.value.role or told.value.unit in _GAUGES
    return bool(counted and dating and dating.published and told.years - {dating.published[:4]})


def _is_known(tree: Syntax, quantity: Quantity) -> bool:
    """Whether a number is that of something taken for known: "the $32 billion in earnings", "its £9m bid"."""
    inside = tree.span(quantity.start, quantity.end)
    before = tree.tokens[inside[0] - 1] if inside and inside[0] else None
    return before is not None and ((before.word == "the" and before.dep == "det") or before.tag in _OF_SOMEBODY)


def _around(telling: Telling, quantity: Quantity) -> Frame | None:
    """The clause that has a quantity in one of its parts."""
    at = telling.frames.tree.holding(quantity.start)
    holding = [f for f in telling.frames.all if f.sentence == quantity.sentence]
    return next((f for f in holding for slot in f.slots if slot.first <= at < slot.last), None)


def _keys(telling: Telling, frame: Frame, quantity: Quantity) -> Iterator[Key]:
    """What a number may be the only one of: none if it is a part, a change, or of something unsaid."""
    tree = telling.frames.tree
    inside = tree.span(quantity.start, quantity.end)
    at = next((n for n in inside if tree.tokens[n].head not in inside or tree.tokens[n].head == n), None)
    part = quantity.scope not in _WHOLE or bool(_FURTHER & set(quantity.modifiers)) or _is_missed(tree, frame)
    part = part or (at is not None and (_is_portion(tree, at) or _is_name(tree, inside, at, quantity)))
    # "It takes one thief", "a day on which nobody drowns": any of them, and any day.
    part = part or quantity.text.lower().startswith("one ") or (not quantity.number and _is_of_any_day(tree, frame))
    if at is not None and quantity.age:
        yield from _aged(telling, inside)
    if at is None or part or quantity.age or quantity.versus is not None:
        return
    yield from _often(quantity)
    if quantity.unit.rpartition(" ")[2] in _NOTHING:
        return
    measure = quantity.currency or ("percent" if quantity.percent else "")
    if measure or quantity.unit in MEASURED:
        yield from _measured(tree, at, quantity, measure)
    elif quantity.unit in _GAUGES:
        yield quantity.unit, "in all", ""
    elif quantity.role and (kind_of_thing(quantity) in PERSONS or quantity.role_noun or not quantity.unit):
        yield quantity.role, "in all"
    elif quantity.unit and quantity.predicate:
        # Of things without a deed there may be two sorts: the storeys of this house and of that.
        yield kind_of_thing(quantity), quantity.role, first_like(quantity.predicate), *_what(telling, frame)


def _often(quantity: Quantity) -> Iterator[Key]:
    """How many times something was done."""
    if kind_of_thing(quantity) == _OCCASION and quantity.predicate not in _OPINION:
        yield _OCCASION, "by", first_like(quantity.predicate)


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


def _is_name(tree: Syntax, inside: range, at: int, quantity: Quantity) -> bool:
    """Whether it tells which of several and not how many: "gate 4", "copy 3", "the 43 boat"."""
    above, last = tree.tokens[at].head, tree.tokens[inside[-1]]
    behind = above < at and tree.tokens[above].pos in ("NOUN", "PROPN")
    if behind and tree.tokens[above].lemma.lower() == quantity.unit:
        return True
    single = last.tag == "NN" and last.lemma.lower() == quantity.unit and last.dep not in _BEFORE_A_NOUN
    digits = quantity.number > 1 and quantity.unit not in MEASURED and quantity.text.partition(" ")[0].isdigit()
    return digits and single and last.word == last.lemma and tree.tokens[inside[0] - 1].word == "the"


def _is_of_any_day(tree: Syntax, frame: Frame) -> bool:
    verb = tree.tokens[frame.verb]
    return verb.tag in ("VBZ", "VBP") and verb.lemma not in _LIGHT


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


def _place_of(tree: Syntax, quantity: Quantity) -> str:
    """The named place from which a length is counted, of a number that is one."""
    return _from(tree, quantity) if quantity.unit in MEASURED - TIMES and not quantity.currency else ""


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
    measuring = token.lemma in MONEY or token.lemma in MEASURED or token.lemma in PERCENT or token.text in SUFFIXES
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


def _with_deed(article: Article, telling: Telling, frame: Frame, quantity: Quantity) -> Span:
    """A number with what says of what it is, as far as a heading has room: "two-day visit", "25 people were hurt"."""
    tree, start, end = telling.frames.tree, quantity.start, quantity.end
    inside = tree.span(start, end)
    heads = {tree.tokens[n].head for n in inside if tree.tokens[n].dep in _BEFORE_A_NOUN}
    nouns = [n for n in heads if inside[-1] < n <= inside[-1] + _NEXT]
    held = [n for at in inside if (n := _within(tree, at)) is not None]
    if held:
        whole = start, tree.tokens[held[0]].end
        return whole if count_words(article.body, *whole) <= MOST_WORDS else (start, end)
    if nouns or (quantity.currency and quantity.unit):
        return start, max([end, *(tree.tokens[n].end for n in nouns)])
    top = next((n for n in inside if tree.tokens[n].head not in inside), inside[0])
    # "Buildings in seven villages were destroyed": the villages were not.
    does = frame.verb in (tree.tokens[top].head, tree.tokens[tree.tokens[top].head].head)
    if quantity.verb != frame.verb or frame.predicate in _LIGHT or not does:
        return start, end
    first, last = telling.frames.helped(frame)
    wide = min(start, tree.tokens[first].start), max(end, tree.tokens[last - 1].end)
    fits = count_words(article.body, *wide) <= MOST_WORDS and not _BREAK.search(article.body, *wide)
    return wide if fits else (start, end)


def _state(tree: Syntax, quantity: Quantity) -> frozenset[str]:
    """What makes a number a guess, a mean or a limit: "expected to add 100 jobs", "an average of 100 jobs".

    It governs the number, or is said of what is counted: "the 40 votes needed".
    """
    steps = [
        *takewhile(
            lambda step: tree.tokens[step[0]].dep != "relcl", pairwise(tree.governors(tree.holding(quantity.start)))
        )
    ]
    nouns = [above for below, above in steps if tree.tokens[below].dep in _BEFORE_A_NOUN]
    said = {child for noun in nouns for child in tree.children[noun] if tree.tokens[child].dep in _SAID_OF}
    beside = {n for noun in nouns for n in _beside(tree, noun)}
    above = set() if _is_known(tree, quantity) else {above for _, above in steps}
    words = frozenset(tree.tokens[n].lemma.lower() for n in above | said) & _GUESSES
    return words | {tree.tokens[n].lemma.lower() for n in beside}


def _beside(tree: Syntax, noun: int) -> Iterator[int]:
    """The nouns that a number counts together with one: "12 boats and nets"."""
    for child in tree.children[noun]:
        token = tree.tokens[child]
        if token.dep == "conj" and token.pos == "NOUN" and tree.child(child, "nummod", "det") is None:
            yield child
            yield from _beside(tree, child)
