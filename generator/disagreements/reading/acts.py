"""The acts that a claim tells of, with what fills their parts: shared by modules that name a difference.

An act is a verb with what fills its parts, whichever way the sentence turns it: the doer of a passive stands after
"by", that of a relative or shared clause elsewhere (as in semantic role labelling; Palmer, Gildea and Xue 2010). A
noun of action has parts too ("their meeting in Paris").
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.disagreements.reading.side import Side
from generator.language.lexicon import CONTENT, EMPTY

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "attr", "acomp", "oprd"})
# A verb that hangs so on another has its doer, or ("accused them of hiding it") the other's object for one.
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp"})
_RELATIVE = frozenset({"WDT", "WP"})
# What tells more of a part without saying which it is.
_LOOSE = frozenset({"relcl", "advcl", "appos", "parataxis", "punct", "cc", "preconj", "acl"})
_STEPS = 4


class Act(NamedTuple):
    """A verb, the index of its token, and the heads of what fills its parts.

    Parts are "doer", "done" (what it is done to), "complement", and for other phrases their preposition ("in", "to");
    "around" are names in the clause that an act inside a noun phrase stands in.
    """

    head: int
    parts: dict[str, list[int]]


def is_content(side: Side, number: int) -> bool:
    """Whether a word carries meaning of its own."""
    token = side.analysis.tokens[number]
    return token.pos in CONTENT and token.lemma not in EMPTY and token.text[0].isalnum()


def joined_to(side: Side, verb: int) -> list[int]:
    """The verbs before a verb in a row of coordinated ones, the nearest first."""
    tokens = side.analysis.tokens
    found = []
    while tokens[verb].dep == "conj" and tokens[verb].head in side.numbers:
        verb = tokens[verb].head
        found.append(verb)
    return found


def children(side: Side, number: int) -> list[int]:
    """The tokens that hang on a token directly, in order."""
    return _tree(side).get(number, [])


# A pair is asked of its two sides many times over, and then never again.
@lru_cache(maxsize=8)
def _tree(side: Side) -> dict[int, list[int]]:
    tree: dict[int, list[int]] = {}
    for number, token in side.tokens():
        if token.head != number:
            tree.setdefault(token.head, []).append(number)
    return tree


def core(side: Side, act: Act) -> list[int]:
    """The words of the act and of what fills its parts that carry meaning; pronouns too, for they mention somebody."""
    found = {act.head}
    for part in sorted(act.parts):
        for head in act.parts[part]:
            found.update(_closely_below(side, head))
    tokens = side.analysis.tokens
    return sorted(n for n in found if is_content(side, n) or tokens[n].pos == "PRON")


def _closely_below(side: Side, head: int) -> Iterator[int]:
    yield head
    for child in children(side, head):
        if side.analysis.tokens[child].dep not in _LOOSE:
            yield from _closely_below(side, child)


def find_acts(side: Side) -> Iterator[Act]:
    """The acts of a claim in text order: its verbs, and its nouns with a part filled."""
    for number, token in side.tokens():
        if token.pos == "VERB":
            yield Act(number, _parts(side, number))
        elif token.pos == "NOUN":
            parts = _parts_of_noun(side, number)
            if parts:
                yield Act(number, parts)


def _parts(side: Side, verb: int) -> dict[str, list[int]]:
    tokens = side.analysis.tokens
    parts: dict[str, list[int]] = {}
    for child in children(side, verb):
        token = tokens[child]
        if token.dep in {"nsubj", "csubj"}:
            _fill(side, parts, "doer", child)
        elif token.dep in {"dobj", "nsubjpass"}:
            _fill(side, parts, "done", child)
        elif token.dep in _COMPLEMENTS:
            parts.setdefault("complement", []).append(child)
        elif token.dep in {"agent", "prep", "dative"}:
            role = "doer" if token.dep == "agent" else "to" if token.dep == "dative" else token.lemma.casefold()
            objects = [n for n in children(side, child) if tokens[n].dep in {"pobj", "pcomp"}]
            for filler in objects or ([child] if token.dep == "dative" else []):
                _fill(side, parts, role, filler)
    _fill_from_above(side, parts, verb)
    return parts


def _parts_of_noun(side: Side, noun: int) -> dict[str, list[int]]:
    tokens = side.analysis.tokens
    parts: dict[str, list[int]] = {}
    for child in children(side, noun):
        if tokens[child].dep == "poss":
            _fill(side, parts, "doer", child)
        elif tokens[child].dep == "prep":
            for filler in children(side, child):
                if tokens[filler].dep == "pobj":
                    _fill(side, parts, "done" if tokens[child].lemma == "of" else tokens[child].lemma, filler)
    return parts


def _fill(side: Side, parts: dict[str, list[int]], role: str, filler: int) -> None:
    """Puts a filler and those coordinated with it into a part; for a relative pronoun, what it stands for."""
    tokens = side.analysis.tokens
    verb = tokens[filler].head
    if tokens[filler].tag in _RELATIVE and tokens[verb].dep == "relcl":
        filler = tokens[verb].head
    held = parts.setdefault(role, [])
    while filler not in held:
        held.append(filler)
        joined = [n for n in children(side, filler) if tokens[n].dep == "conj"]
        filler = joined[0] if joined else filler


def _fill_from_above(side: Side, parts: dict[str, list[int]], verb: int) -> None:
    """The doer of a verb that shares it with the verb above; the noun that a participle describes."""
    tokens = side.analysis.tokens
    at, token = verb, tokens[verb]
    if token.dep in {"acl", "relcl"} and token.head in side.numbers:
        if token.dep == "acl":
            parts.setdefault("done" if token.tag == "VBN" else "doer", []).append(token.head)
        parts.setdefault("around", []).extend(_around(side, token.head))
    role = "done" if any(tokens[n].dep == "auxpass" for n in children(side, verb)) else "doer"
    for _ in range(_STEPS):
        if role in parts or tokens[at].dep not in _SHARING or tokens[at].head not in side.numbers:
            return
        if any(tokens[n].dep in {"nsubj", "nsubjpass"} for n in children(side, at)):
            return
        accused = tokens[at].dep == "pcomp"
        at = tokens[tokens[at].head].head if accused else tokens[at].head
        deps = {"dobj", "nsubjpass"} if accused else {"nsubj", "nsubjpass"}
        for child in children(side, at):
            if tokens[child].dep in deps:
                _fill(side, parts, role, child)


def _around(side: Side, noun: int) -> list[int]:
    """The names in the parts of the verb that the noun of a participle or relative clause belongs to."""
    tokens = side.analysis.tokens
    above = noun
    while tokens[above].head in side.numbers and tokens[above].head != above and tokens[above].pos != "VERB":
        above = tokens[above].head
    mates = [n for child in children(side, above) for n in (child, *children(side, child))]
    return [n for n in mates if tokens[n].pos == "PROPN" and n not in side.below(noun)]
