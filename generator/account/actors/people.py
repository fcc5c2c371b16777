"""Persons: full names and surnames of one article first, then the persons of all articles.

In one article a bare surname is the person whom the article has named in full; only an article that never does looks
to the others. This is how news style works: full name at first mention, surname after.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.joining import join_named
from generator.account.actors.lexicon import GIVEN_FEMALE, GIVEN_MALE
from generator.account.actors.person import Person, bears, fits, is_full_name
from generator.account.actors.surnames import place_bare, return_titled
from generator.matching.names import fold, split_name


class People(msgspec.Struct, gc=False):
    """All persons, and pairs of names that may be one person's, with the reason."""

    persons: list[Person]
    near: list[tuple[Person, Person, str]]


def find_people(by_article: Mapping[str, Sequence[Candidate]], kinship: Mapping[str, Mapping[str, float]]) -> People:
    """Every person of a corpus.

    `by_article` holds each article's candidates for persons in text order; `kinship[a][b]` between 0 and 1 says
    how much two articles have in common, to choose among persons of one surname.
    """
    named: list[Person] = []
    bare: list[Person] = []
    genders = _genders(by_article)
    for candidates in by_article.values():
        full, orphans = _people_of_article(candidates, genders)
        named += full
        bare += orphans
    persons, near = join_named(named)
    persons += place_bare(bare, persons, near, kinship)
    return_titled(persons)
    return People(persons=persons, near=near)


def _genders(by_article: Mapping[str, Sequence[Candidate]]) -> dict[str, str]:
    """Genders of full names: by courtesy titles where one person alone bears the surname, else by first names."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    by_first_name = {}
    for candidates in by_article.values():
        named: dict[str, set[str]] = defaultdict(set)
        for candidate in candidates:
            if is_full_name(candidate):
                first, *_, last = split_name(candidate.text)
                named[last].add(candidate.key)
                by_first_name[candidate.key] = "f" if first in GIVEN_FEMALE else "m" if first in GIVEN_MALE else ""
        for candidate in candidates:
            owners = named.get(candidate.key, set())
            if candidate.gender and len(owners) == 1:
                votes[min(owners)][candidate.gender] += 1
    return by_first_name | {name: max("fm", key=lambda g: count[g]) for name, count in votes.items()}


def _couples(candidates: Sequence[Candidate]) -> set[str]:
    """The surnames that an article gives both with "Mr." and with "Mrs."."""
    titled = {(c.key, c.gender) for c in candidates if c.gender}
    return {key for key, gender in titled if gender == "m" and (key, "f") in titled}


def _people_of_article(
    candidates: Sequence[Candidate], genders: Mapping[str, str]
) -> tuple[list[Person], list[Person]]:
    persons: list[Person] = []
    for candidate in candidates:
        if is_full_name(candidate):
            _add_full_name(persons, candidate)
    orphans: dict[tuple[str, str], Person] = {}
    house = _House(genders=genders, couples=_couples(candidates))
    for candidate in candidates:
        if not is_full_name(candidate):
            owner = _owner(candidate, persons, house)
            if owner is None:
                owner = orphans.setdefault((candidate.key, candidate.gender), Person())
            owner.mentions.append(candidate)
    for person in persons:
        person.mentions.sort(key=lambda m: m.start)
    return persons, list(orphans.values())


def _add_full_name(persons: list[Person], candidate: Candidate) -> None:
    for person in persons:
        likeness = fits(candidate.text, person)
        if likeness is not None and likeness.relation == "same":
            if candidate.text not in person.names:
                person.reasons.append(f"{candidate.text}: {likeness.reason}")
            break
    else:
        person = Person()
        persons.append(person)
    person.names[candidate.text] += 1
    person.mentions.append(candidate)


class _House(NamedTuple):
    """What tells persons of one surname apart in an article: genders known of full names, and couples by surname."""

    genders: Mapping[str, str]
    couples: Set[str]

    def may_be(self, person: Person, gender: str) -> bool:
        """Whether nothing says that a person is of the other gender."""
        known = {person.gender, *(self.genders.get(fold(name), "") for name in person.names)} - {""}
        return not gender or not known or gender in known

    def is_sure(self, person: Person, gender: str) -> bool:
        """Whether a person is known to be of a gender."""
        return gender in {person.gender, *(self.genders.get(fold(name), "") for name in person.names)}


def _owner(candidate: Candidate, persons: list[Person], house: _House) -> Person | None:
    """The person of the article whom a bare surname or first name means."""
    owners = [p for p in persons if bears(p, candidate.key)]
    if len(owners) > 1:
        owners = [p for p in owners if house.may_be(p, candidate.gender)] or owners
        owners = _in_focus(candidate, owners, house)
    if owners:
        return owners[0]
    first = [p for p in persons if any(split_name(n)[0] == candidate.key for n in p.names)]
    return first[0] if len(first) == 1 and not candidate.gender else None


def _in_focus(candidate: Candidate, owners: list[Person], house: _House) -> list[Person]:
    """Of several of one surname: who bears the title, else who is told of most so far, then who was last named."""
    if candidate.title:
        owners = [p for p in owners if candidate.title.casefold() in p.titles] or owners
    if candidate.gender:
        owners = [p for p in owners if house.is_sure(p, candidate.gender)] or owners
        if candidate.key in house.couples:
            # Nobody's gender is known yet: of a couple, who is named first is titled first.
            return sorted(owners, key=lambda p: p.mentions[0].start)
    return sorted(owners, key=lambda p: (-len(p.mentions), -_last_before(p, candidate.start)))


def _last_before(person: Person, offset: int) -> int:
    """Where a person was last named in full before an offset, -1 if only after it."""
    return max((m.start for m in person.mentions if is_full_name(m) and m.start < offset), default=-1)
