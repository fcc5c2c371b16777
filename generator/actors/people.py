"""Persons: full names and surnames of one article first, then the persons of all articles.

In one article a bare surname is the person whom the article has named in full; only an article that never does looks
to the others. This is how news style works: full name at first mention, surname after.
"""

from collections.abc import Mapping, Sequence

import msgspec

from generator.actors.candidates import Candidate
from generator.actors.joining import join_named
from generator.actors.person import Person, bears, fits, is_full_name
from generator.actors.surnames import place_bare, return_titled
from generator.names import split_name


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
    for candidates in by_article.values():
        full, orphans = _people_of_article(candidates)
        named += full
        bare += orphans
    persons, near = join_named(named)
    persons += place_bare(bare, persons, near, kinship)
    return_titled(persons)
    return People(persons=persons, near=near)


def _people_of_article(candidates: Sequence[Candidate]) -> tuple[list[Person], list[Person]]:
    persons: list[Person] = []
    for candidate in candidates:
        if is_full_name(candidate):
            _add_full_name(persons, candidate)
    orphans: dict[tuple[str, str], Person] = {}
    for candidate in candidates:
        if not is_full_name(candidate):
            owner = _owner(candidate, persons)
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


def _owner(candidate: Candidate, persons: list[Person]) -> Person | None:
    """The person of the article whom a bare surname or first name means."""
    owners = [p for p in persons if bears(p, candidate.key)]
    if candidate.gender and len(owners) > 1:
        owners = [p for p in owners if p.gender == candidate.gender] or [p for p in owners if not p.gender] or owners
    if len(owners) > 1:
        owners = _in_focus(candidate, owners)
    if owners:
        return owners[0]
    first = [p for p in persons if any(split_name(n)[0] == candidate.key for n in p.names)]
    return first[0] if len(first) == 1 and not candidate.gender else None


def _in_focus(candidate: Candidate, owners: list[Person]) -> list[Person]:
    """Of several of one surname: with a title the one who bears it, else the one named in full most, then last."""
    if candidate.title:
        titled = [p for p in owners if candidate.title.casefold() in p.titles]
        owners = titled or owners
    if candidate.gender:
        # Nobody's gender is known yet: who is named first is titled first.
        return sorted(owners, key=lambda p: p.mentions[0].start)
    return sorted(owners, key=lambda p: (-sum(p.names.values()), -_last_before(p, candidate.start)))


def _last_before(person: Person, offset: int) -> int:
    """Where a person was last named in full before an offset, -1 if only after it."""
    return max((m.start for m in person.mentions if is_full_name(m) and m.start < offset), default=-1)
