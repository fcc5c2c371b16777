"""Nouns by what hangs on them: the ground on which two different words are seen to call one thing.

"The closure of the mill" and "the shutdown of the mill" share a complement in one role; what differs is the head. A
shared vocabulary of pure functions on one analysed sentence.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.language.lexicon import CONTENT, EMPTY, HEDGES, MONTHS, POSTDETERMINERS, WEEKDAYS, listed
from generator.model.analysis import Token

_QUALIFIERS = frozenset({"amod", "compound", "nmod"})
_MEASURED = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "ORDINAL", "QUANTITY"})
# What neither tells the sort of a thing nor judges it: which one, when, and whether it is vouched for.
_NO_SORT = POSTDETERMINERS | WEEKDAYS | MONTHS | HEDGES
_OBJECT = {"nsubj": "subject", "nsubjpass": "object", "dobj": "object"}
# Nouns of quantity and kind: what is spoken of hangs on them.
_AMOUNTS = listed(
    """amount batch bit bulk degree dozen extent handful half hundred kind lack level lot million billion number part
    percent percentage portion quantity quarter range rest series set share sort third thousand top total trillion type
    way"""
)
# Verbs so common that being their subject or object says nothing of what a noun means.
_LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "give", "say", "include", "come", "go"})


class Noun(NamedTuple):
    """The noun at token `number`: what hangs on it by role, and the word that it hangs on with its role there.

    Roles of what hangs on it are "qualifier", "owner", and the preposition of a complement. `owner` covers "of".
    """

    number: int
    hung: Mapping[int, str]
    governor: tuple[int, str] | None

    def qualifiers(self, tokens: Sequence[Token]) -> list[int]:
        """The adjectives and common nouns before it that say what sort it is: no names, numbers or ordinals."""
        return [n for n, role in self.hung.items() if role == "qualifier" and _says_what_sort(tokens[n])]


def nouns(tokens: Sequence[Token], first: int, last: int) -> list[Noun]:
    """The common nouns among the tokens from `first` to `last` that head a phrase; no times and measures."""
    below: dict[int, list[int]] = {}
    for number in range(first, last):
        below.setdefault(tokens[number].head, []).append(number)
    return [
        Noun(number, _hung(tokens, below, number), _governor(tokens, number))
        for number in range(first, last)
        if _is_head(tokens, number)
    ]


def _is_head(tokens: Sequence[Token], number: int) -> bool:
    token = tokens[number]
    return (
        token.pos == "NOUN"
        and token.dep != "compound"
        and token.entity not in _MEASURED
        and token.lemma.lower() not in EMPTY | _AMOUNTS
        and token.text.isalpha()
    )


def _says_what_sort(token: Token) -> bool:
    return (
        token.pos in {"ADJ", "NOUN", "VERB"}
        and token.text[0].isalpha()
        and token.entity not in _MEASURED
        and not {token.lemma.lower(), token.text.lower()} & _NO_SORT
    )


def _hung(tokens: Sequence[Token], below: Mapping[int, list[int]], number: int) -> dict[int, str]:
    hung: dict[int, str] = {}
    for n in below.get(number, ()):
        token = tokens[n]
        if n == number or token.entity in {"DATE", "TIME"}:
            continue
        if token.dep in _QUALIFIERS and token.pos in CONTENT and token.lemma.lower() not in POSTDETERMINERS:
            hung[n] = "qualifier"
        elif token.dep == "poss" and token.pos in CONTENT:
            hung[n] = "owner"
        elif token.dep == "prep" and n > number:
            role = "owner" if token.lemma == "of" else token.lemma
            hung |= {o: role for o in below.get(n, ()) if tokens[o].dep == "pobj" and tokens[o].pos in CONTENT}
    return hung


def _governor(tokens: Sequence[Token], number: int) -> tuple[int, str] | None:
    token = tokens[number]
    above, role = token.head, _OBJECT.get(token.dep, token.dep)
    if token.dep == "pobj":
        role = "subject" if tokens[above].dep == "agent" else tokens[above].lemma
        above = tokens[above].head
    if above == number or tokens[above].lemma in _LIGHT or tokens[above].pos == "ADP":
        return None
    return above, role


def from_word_start(text: str, start: int) -> int:
    """The offset at which the hyphenated word begins that holds the character at `start`."""
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-‐‑'’"):
        start -= 1
    return start
