"""One person's name in two spellings, that one being shown by the cast; never more than one a person."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from generator.disagreements.finding import Proof, Side
from generator.disagreements.material import Look
from generator.matching.wording import keys
from generator.model.actors import Actor

_RIGHT = 0.6
# Spelt so differently that a reader could take the two for different people: not one slip of a letter.
_EDITS = 2
_LETTERS = re.compile(r"[^\W\d_]+")


def find(look: Look) -> Iterator[Proof]:
    """One proof a person: two full names of as many words, one of which differs by two letters or more."""
    for actor in look.actors.values():
        if actor.kind == "person":
            yield from _spellings(look, actor)


def _spellings(look: Look, actor: Actor) -> Iterator[Proof]:
    first: dict[str, Side] = {}
    spelt: dict[str, set[str]] = {}
    for mention in look.material.cast.mentions:
        if mention.actor == actor.id and mention.form == "name" and mention.article in look.articles:
            words = _LETTERS.findall(mention.text)
            if len(words) == 2 and look.is_prose(mention.article, mention.start):
                plain = " ".join("".join(keys(word)) for word in words)
                spelt.setdefault(mention.article, set()).add(plain)
                first.setdefault(plain, Side(mention.article, (mention.start, mention.end)))
    single = sorted({next(iter(found)) for found in spelt.values() if len(found) == 1})
    for one in single:
        for other in single:
            if one < other and _is_respelt(one, other):
                yield Proof("name", (first[one], first[other]), _RIGHT, "name", actors=(actor.id,))
                return


def _is_respelt(one: str, other: str) -> bool:
    """Whether one of the two words is the same, and the other begins alike and parts in two letters or more."""
    apart = [(a, b) for a, b in zip(one.split(), other.split(), strict=True) if a != b]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    edits = DamerauLevenshtein.distance(a, b)
    return a[0] == b[0] and _EDITS <= edits <= max(len(a), len(b)) / 3
