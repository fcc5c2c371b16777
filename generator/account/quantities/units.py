"""What a numeral counts, read off the dependency tree."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.account.quantities.numbers import CURRENCY_WORDS, Numeral
from generator.account.quantities.roles import find_role
from generator.language.lexicon import word_class
from generator.language.numbers.numerals import UNITS
from generator.matching.measures import MEASURES, TIMES
from generator.model.analysis import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
# Verbs that give the value of their subject ("the toll rose to 12") or of their object ("put the toll at 12").
_SUBJECTS, _OBJECTS = frozenset({"nsubj", "nsubjpass"}), frozenset({"dobj", "nsubjpass"})
_GIVING_THEIR_SUBJECT = (
    *("be", "rise", "fall", "climb", "grow", "drop"),
    *("reach", "total", "number", "hit", "stand"),
)
_VALUING = {
    **dict.fromkeys(_GIVING_THEIR_SUBJECT, _SUBJECTS),
    **dict.fromkeys(("put", "estimate", "raise", "revise"), _OBJECTS),
}
_SUMS = word_class("sums")
# Prepositions that say how a number stands to a whole or to what was before.
_SCOPES = word_class("scopes")
_STEPS_OF_CHANGE = word_class("steps_of_change")
_PLACES_AND_TIMES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT"})
_THEM = frozenset({"them", "those", "whom"})
_APART = word_class("apart")
_SUMMING = word_class("summing")
_PERSONS = word_class("person_nouns") | word_class("callings") | word_class("gender_female") | word_class("gender_male")
_PERSONS |= word_class("occupations") | word_class("measures_persons")
_GAUGES = word_class("gauges")
# How many tokens say that somebody is so old, and which: "N-year-old", "N-year old", "N months old".
_OLD = (
    (4, re.compile(r"- (?:year|month|week|day) - olds?")),
    (3, re.compile(r"- (?:year|month|week|day) olds?")),
    (2, re.compile(r"(?:year|month|week|day)s? old")),
)
# Nobody is as old.
_OLDEST = 120
# From here on a number in words is a number whatever it counts ("the city of 3.5 million").
_LARGE = 1_000_000


# "12 x 30 metres" is no number of halls.
_ACROSS = frozenset({"x", "×"})


class Unit(NamedTuple):
    """The counted noun: its lemma, and the body offset of its end.

    `verb` is the index in the sentence of the verb that it hangs on, or -1.
    """

    noun: str
    end: int
    modifiers: tuple[str, ...] = ()
    verb: int = -1
    names: tuple[str, ...] = ()
    role: str = ""
    scope: str = ""
    age: bool = False
    currency: str = ""
    of: str = ""


def find_unit(tokens: Sequence[Token], numeral: Numeral, base: int) -> Unit | None:
    """What `numeral` counts; None when the sentence does not tell. `base` is the sentence's first token's index."""
    inside = range(numeral.first, numeral.last)
    aged = _age(tokens, numeral, base)
    if aged:
        return aged
    if not numeral.unit and numeral.last < len(tokens) and tokens[numeral.last].word in _ACROSS:
        return None
    noun = _counted(tokens, numeral, base)
    gauge = _gauge(tokens, numeral, noun)
    if gauge is not None:
        verb = _verb(tokens, numeral.last - 1, base)
        return Unit(tokens[gauge].lemma, max(numeral.end, tokens[gauge].end), verb=verb)
    amount = bool(numeral.currency or numeral.percent or numeral.unit or numeral.versus is not None)
    if noun is not None and amount and tokens[noun].lemma in TIMES:
        noun = None
    if noun is not None and numeral.number > 1 and not amount and _is_one_name(tokens[noun], numeral.last <= noun):
        return None
    if noun is None and not amount and numeral.number == 0:
        nobody, last = tokens[numeral.last - 1].word != "none", numeral.last - 1
        role, verb = find_role(tokens, last, base, ""), _verb(tokens, last, base)
        return Unit("people" if nobody else "", numeral.end, verb=verb, role=role if nobody else "")
    anchor = noun if noun is not None else numeral.last - 1
    counted = noun if noun is not None and noun >= numeral.last else numeral.last - 1
    role = "" if amount else find_role(tokens, counted, base, tokens[noun].lemma if noun is not None else "")
    large = numeral.number >= _LARGE and numeral.last - numeral.first > 1
    if noun is None and not amount and not large and not (role and _is_alone(tokens, numeral, base)):
        return None
    verb = _verb(tokens, anchor, base)
    measured = numeral.unit or (UNITS.get(tokens[noun].lemma, "") if noun is not None else "")
    name = numeral.unit or (_rate(tokens, noun) if noun is not None else "people" if role else "")
    return Unit(
        noun=name,
        of=_substance(tokens, numeral, noun) if measured else "",
        end=_phrase_end(tokens, numeral, noun),
        modifiers=_modifiers(tokens, noun, base, inside) if noun is not None else (),
        verb=verb,
        names=_names(tokens, verb, base),
        scope=_scope(tokens, numeral) or _summed(tokens, verb, base),
        currency=CURRENCY_WORDS.get(tokens[noun].lemma, "") if noun is not None else "",
        role=role,
    )


def _gauge(tokens: Sequence[Token], numeral: Numeral, noun: int | None) -> int | None:
    """The noun of a scale on which the number stands: "magnitude 6.1", "a magnitude of about 6.1", "6.1-magnitude"."""
    before = [n for n in range(max(0, numeral.first - 3), numeral.first) if tokens[n].lemma in _GAUGES]
    if before and all(t.text == "-" or t.pos == "ADP" for t in tokens[before[-1] + 1 : numeral.first]):
        return before[-1]
    return noun if noun is not None and tokens[noun].lemma in _GAUGES else None


def _substance(tokens: Sequence[Token], numeral: Numeral, noun: int | None) -> str:
    """The lemma of what is measured: "barley" of "816 000 t of barley" or "40 kg barley"."""
    after = tokens[numeral.last].word if numeral.last < len(tokens) else ""
    if numeral.unit and noun is not None and noun >= numeral.last and after != "of":
        return tokens[noun].lemma
    at = max(numeral.last, noun + 1 if noun is not None else 0)
    if at < len(tokens) and tokens[at].word == "of":
        found = _noun_after(tokens, at + 1)
        return tokens[found].lemma if found is not None else ""
    return ""


def _is_one_name(token: Token, follows: bool) -> bool:
    """Whether the number belongs to a name in the singular and counts nothing ("18 Quay Street")."""
    return follows and token.tag == "NNP" and not token.text.endswith("s")


def _rate(tokens: Sequence[Token], noun: int) -> str:
    """The lemma of the noun, with the time that it is counted by ("mile per hour")."""
    after = tokens[noun + 1 : noun + 3]
    per = len(after) == 2 and after[0].lemma in {"per", "a", "an"} and after[1].lemma in TIMES
    per = per and tokens[noun].lemma in MEASURES
    name = UNITS.get(tokens[noun].lemma, tokens[noun].lemma)
    return f"{name} per {after[1].lemma}" if per else name


def _is_alone(tokens: Sequence[Token], numeral: Numeral, base: int) -> bool:
    """Whether the numeral stands for people whom it counts, as in "14 are missing" and "a toll of 14"."""
    token = tokens[numeral.last - 1]
    return (
        token.dep in {"nsubj", "nsubjpass", "dobj", "conj", "pobj"}
        and numeral.number >= 2
        and token.head - base in range(len(tokens))
    )


def _age(tokens: Sequence[Token], numeral: Numeral, base: int) -> Unit | None:
    """ "a 10-year-old", "aged 53", and the bare number in commas after a person ("Corrie, 53,")."""
    after = [token.word for token in tokens[numeral.last : numeral.last + 4]]
    old = next((length for length, form in _OLD if form.fullmatch(" ".join(after[:length]))), 0)
    if old:
        noun = numeral.last + (1 if after[0] == "-" else 0)
        unit = tokens[noun].lemma
        years = numeral.number if unit == "year" else 0
        person = _is_of_person(tokens, numeral.last + old, years) and not _is_of_thing(
            tokens, numeral.last + old - 1, base
        )
        return Unit(unit, tokens[numeral.last + old - 1].end, age=person)
    before = tokens[numeral.first - 1 : numeral.first] if numeral.first else ()
    aged = [token.word for token in before] in (["aged"], ["age"])
    comma = numeral.first >= 2 and tokens[numeral.first - 1].text == "," and after[:1] == [","]
    named = comma and (tokens[numeral.first - 2].pos == "PROPN" or tokens[numeral.first - 2].lemma in _PERSONS)
    person = named and tokens[numeral.first - 2].entity not in _PLACES_AND_TIMES
    if (aged or person) and 0 < numeral.number < _OLDEST and numeral.last == numeral.first + 1:
        return Unit("year", tokens[numeral.last - 1].end, age=True)
    return None


def _is_of_person(tokens: Sequence[Token], at: int, years: float) -> bool:
    """Whether "N-year-old" tells somebody's age: nobody is 200, and the noun after it, if there is one, is a person."""
    if years >= _OLDEST:
        return False
    noun = _noun_after(tokens, at) if at < len(tokens) and tokens[at].pos in {"NOUN", "ADJ", "PROPN"} else None
    return noun is None or tokens[noun].lemma in _PERSONS or tokens[noun].pos == "PROPN"


def _is_of_thing(tokens: Sequence[Token], old: int, base: int) -> bool:
    """Whether "is N years old" is said of no person: "the picture is four years old"."""
    verb = tokens[old].head - base
    above = tokens[verb].head - base if 0 <= verb < len(tokens) and tokens[verb].dep == "xcomp" else verb
    subject = next((t for t in tokens if t.head - base in (verb, above) and t.dep in _SUBJECTS), None)
    said = tokens[old].dep == "acomp" and subject is not None and subject.pos == "NOUN"
    return said and subject is not None and subject.lemma not in _PERSONS


def _counted(tokens: Sequence[Token], numeral: Numeral, base: int) -> int | None:
    """The index of the counted noun."""
    inside = range(numeral.first, numeral.last)
    at = numeral.last
    if at < len(tokens) and tokens[at].word == "of":
        return _noun_after(tokens, at + 1)
    for index in reversed(inside):
        head = tokens[index].head - base
        if (
            head not in inside
            and tokens[head].pos in _NOUNS
            and tokens[index].dep in {"nummod", "quantmod", "compound", "amod", "nmod", "det"}
        ):
            return _named_class(tokens, head)
    if at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at + 1].pos == "NOUN":
        return at + 1
    if at < len(tokens) and (tokens[at].pos in {"NOUN", "ADJ"} or tokens[at].tag == "VBN") and not numeral.percent:
        return _noun_after(tokens, at)
    return _subject(tokens, numeral, base)


def _named_class(tokens: Sequence[Token], head: int) -> int:
    """In "4,300 Acme and Bolt stores" the parser stops at the first name: go on to the common noun if one follows."""
    if tokens[head].pos != "PROPN":
        return head
    for index in range(head + 1, min(head + 9, len(tokens))):
        if tokens[index].pos == "NOUN" and tokens[index].tag == "NNS":
            return index
        if tokens[index].pos not in {"PROPN", "CCONJ", "PART", "PUNCT", "NOUN"} or tokens[index].text == ",":
            break
    return head


def _noun_after(tokens: Sequence[Token], at: int) -> int | None:
    """The head of the noun phrase that begins at a token."""
    last = None
    for index in range(at, min(at + 6, len(tokens))):
        if tokens[index].pos in _NOUNS:
            last = index
        elif (last is not None and tokens[index].pos in {"ADJ", "DET"}) or (
            tokens[index].pos not in {"DET", "ADJ", "PRON", "NUM", "PART"}
            and tokens[index].tag != "VBN"
            and tokens[index].text
            not in {
                "-",
                "’s",
                "'s",
            }
        ):
            break
    return last


def _subject(tokens: Sequence[Token], numeral: Numeral, base: int) -> int | None:
    """The noun whose value the sentence gives, when its verb is one that gives values."""
    index = numeral.last - 1
    for _ in range(4):
        head = tokens[index].head - base
        if head == index or not 0 <= head < len(tokens):
            return None
        index = head
        if tokens[index].pos in {"VERB", "AUX"}:
            break
    roles = _VALUING.get(tokens[index].lemma, frozenset())
    told = [n for n, t in enumerate(tokens) if t.head - base == index and t.dep in roles and t.pos in _NOUNS]
    return _summed_up(tokens, told[0], base) if told else None


def _summed_up(tokens: Sequence[Token], noun: int, base: int) -> int:
    """In "the number of marchers" what is numbered, else the noun itself."""
    of = [n for n, t in enumerate(tokens) if t.head - base == noun and t.lemma == "of"]
    within = [n for n, t in enumerate(tokens) if of and t.head - base == of[0] and t.dep == "pobj"]
    return within[0] if within and tokens[noun].lemma in _SUMS else noun


def _modifiers(tokens: Sequence[Token], noun: int, base: int, inside: range) -> tuple[str, ...]:
    return tuple(
        sorted(
            token.lemma
            for index, token in enumerate(tokens)
            if token.head - base == noun
            and token.dep in _MODIFIERS
            and token.pos not in {"PRON", "DET"}
            and index not in inside
            and index != noun
        )
    )


def _verb(tokens: Sequence[Token], index: int, base: int) -> int:
    for _ in range(8):
        if tokens[index].pos in {"VERB", "AUX"}:
            return index
        head = tokens[index].head - base
        if head == index or not 0 <= head < len(tokens):
            break
        index = head
    return -1


def _names(tokens: Sequence[Token], verb: int, base: int) -> tuple[str, ...]:
    """The lemmas of the names in the subject of the verb, whose value or deed the number is."""
    subjects = {n for n, t in enumerate(tokens) if t.head - base == verb >= 0 and t.dep in {"nsubj", "nsubjpass"}}
    near = {n for n, t in enumerate(tokens) if t.head - base in subjects and t.dep in {"compound", "poss"}} | subjects
    return tuple(sorted(tokens[n].lemma for n in near if tokens[n].pos == "PROPN"))


def _scope(tokens: Sequence[Token], numeral: Numeral) -> str:
    """How the number stands to a whole: "of" it, "more" than before, "by" or "to" so much, "with" companions."""
    following = tokens[numeral.last].word if numeral.last < len(tokens) else ""
    before = [token.word for token in tokens[max(0, numeral.first - 2) : numeral.first]]
    last = before[-1] if before and not _does(tokens, numeral) else ""
    if following == "of" and numeral.bound != "vague" and numeral.number >= 1 and not numeral.currency:
        return "" if tokens[min(numeral.last + 1, len(tokens) - 1)].word in _THEM else "of"
    if following in word_class("scope") or last in {"another", "additional", "other"}:
        return "more"
    if last == "of" and tokens[numeral.first - 2].lemma in _STEPS_OF_CHANGE:
        return "by"
    following = tokens[numeral.last + 1].word if numeral.last + 1 < len(tokens) else ""
    return "by" if following in _APART else last if last in _SCOPES else ""


def _does(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether those counted do what is told in the passive: "was hit by seven bullets"."""
    amount = numeral.currency or numeral.percent or numeral.unit
    before = tokens[numeral.first - 1] if numeral.first else None
    return not amount and before is not None and before.dep == "agent"


def _summed(tokens: Sequence[Token], verb: int, base: int) -> str:
    """Whether the number is that of several together."""
    words = {token.lemma for token in tokens if token.head - base == verb >= 0 and token.dep == "advmod"}
    return "together" if words & _SUMMING else ""


def _phrase_end(tokens: Sequence[Token], numeral: Numeral, noun: int | None) -> int:
    after = [token.word for token in tokens[numeral.last : numeral.last + 2]]
    if len(after) == 2 and after[0] == "of" and after[1] in _THEM:
        return tokens[numeral.last + 1].end
    if noun is None or noun < numeral.last or noun - numeral.last > 9:
        return tokens[numeral.last - 1].end
    return tokens[noun].end
