"""What a numeral counts, read off the dependency tree."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.analysis import Token
from generator.quantities.numbers import CURRENCY_WORDS, Numeral

_NOUNS = frozenset({"NOUN", "PROPN"})
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
# Verbs that give the value of their subject ("the toll rose to 12").
_VALUED = frozenset({"be", "rise", "fall", "climb", "grow", "drop", "reach", "total", "number", "hit", "stand"})


class Unit(NamedTuple):
    """The counted noun: its lemma, the token indices (in the sentence) that say it, and the body offset of its end."""

    noun: str
    tokens: tuple[int, ...]
    end: int
    modifiers: tuple[str, ...] = ()
    predicate: str = ""
    scope: str = ""
    age: bool = False
    currency: str = ""


def find_unit(tokens: Sequence[Token], numeral: Numeral, base: int) -> Unit | None:
    """What `numeral` counts; None when the sentence does not tell. `base` is the sentence's first token's index."""
    inside = range(numeral.first, numeral.last)
    aged = _age(tokens, numeral)
    if aged:
        return aged
    noun = _counted(tokens, numeral, base)
    if noun is None and not (numeral.currency or numeral.percent or numeral.versus is not None):
        return None
    anchor = noun if noun is not None else numeral.last - 1
    modifiers = _modifiers(tokens, anchor, base, inside) if noun is not None else ()
    currency = CURRENCY_WORDS.get(tokens[noun].lemma, "") if noun is not None else ""
    return Unit(
        noun=tokens[noun].lemma if noun is not None else "",
        tokens=(noun,) if noun is not None else (),
        end=_phrase_end(tokens, numeral, noun),
        modifiers=modifiers,
        predicate=_predicate(tokens, anchor, base),
        scope=_scope(tokens, numeral),
        currency=currency,
    )


def _age(tokens: Sequence[Token], numeral: Numeral) -> Unit | None:
    """ "a 10-year-old", "aged 53", and the bare number in commas after a person ("Corrie, 53,")."""
    after = [token.text.lower() for token in tokens[numeral.last : numeral.last + 4]]
    if (
        (after[:3] == ["-", "year", "-"] and after[3:4] in (["old"], ["olds"]))
        or after[:3] == ["years", "old"]
        or after[:2] == ["years", "old"]
    ):
        length = 4 if after[0] == "-" else 2
        noun = numeral.last + (1 if after[0] == "-" else 0)
        return Unit("year", (noun,), tokens[numeral.last + length - 1].end, age=True)
    before = tokens[numeral.first - 1 : numeral.first] if numeral.first else ()
    aged = [token.text.lower() for token in before] in (["aged"], ["age"])
    comma = numeral.first >= 2 and tokens[numeral.first - 1].text == "," and after[:1] == [","]
    person = comma and tokens[numeral.first - 2].entity == "PERSON"
    if (aged or person) and 0 < numeral.number < 120 and numeral.last == numeral.first + 1:
        return Unit("year", (), tokens[numeral.last - 1].end, age=True)
    return None


def _counted(tokens: Sequence[Token], numeral: Numeral, base: int) -> int | None:
    """The index of the counted noun."""
    inside = range(numeral.first, numeral.last)
    at = numeral.last
    if at < len(tokens) and tokens[at].text.lower() == "of":
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
    if at < len(tokens) and tokens[at].pos in {"NOUN", "ADJ"} and not numeral.percent:
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
        elif tokens[index].pos not in {"DET", "ADJ", "PRON", "NUM", "PART"} and tokens[index].text not in {
            "-",
            "’s",
            "'s",
        }:
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
    if tokens[index].lemma not in _VALUED:
        return None
    subjects = [n for n, t in enumerate(tokens) if t.head - base == index and t.dep in {"nsubj", "nsubjpass"}]
    return subjects[0] if subjects and tokens[subjects[0]].pos in _NOUNS else None


def _modifiers(tokens: Sequence[Token], noun: int, base: int, inside: range) -> tuple[str, ...]:
    return tuple(
        sorted(
            token.lemma
            for index, token in enumerate(tokens)
            if token.head - base == noun and token.dep in _MODIFIERS and index not in inside and index != noun
        )
    )


def _predicate(tokens: Sequence[Token], index: int, base: int) -> str:
    for _ in range(8):
        if tokens[index].pos == "VERB":
            return tokens[index].lemma
        head = tokens[index].head - base
        if head == index or not 0 <= head < len(tokens):
            break
        index = head
    return ""


def _scope(tokens: Sequence[Token], numeral: Numeral) -> str:
    """How the number stands to a whole: "of" it, "more" than before, "by" so much, "with" companions."""
    following = tokens[numeral.last].text.lower() if numeral.last < len(tokens) else ""
    before = tokens[numeral.first - 1].text.lower() if numeral.first else ""
    if following == "of" and numeral.bound != "vague" and numeral.number >= 1:
        return "of"
    if following in {"more", "other", "others", "additional", "extra"} or before in {"another", "additional", "other"}:
        return "more"
    return before if before in {"by", "with", "among"} else ""


def _phrase_end(tokens: Sequence[Token], numeral: Numeral, noun: int | None) -> int:
    if noun is None or noun < numeral.last or noun - numeral.last > 9:
        return tokens[numeral.last - 1].end
    return tokens[noun].end
