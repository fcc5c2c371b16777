"""Persons: full names and surnames of one article first, then the persons of all articles.

In one article a bare surname is the person whom the article has named in full; only an article that never does looks
to the others. This is how news style works: full name at first mention, surname after.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import country_names, place_names
from generator.account.actors.joining import join_named
from generator.account.actors.lexicon import CALLINGS, GIVEN_NAMES, KIN
from generator.account.actors.person import COMMON_TITLES, Person, bears, fits, is_full_name
from generator.account.actors.surnames import place_bare, return_early, return_titled
from generator.matching.names import PARTICLES, fold, gender_of, is_given_name, split_name, suffix
from generator.matching.rarity import is_common


class People(msgspec.Struct, gc=False):
    """All persons, and pairs of names that may be one person's, with the reason."""

    persons: list[Person]
    near: list[tuple[Person, Person, str]]


def find_people(
    by_article: Mapping[str, Sequence[Candidate]], names: Mapping[str, Set[str]], years: Mapping[str, int]
) -> People:
    """Every person of a corpus.

    `by_article` holds each article's candidates for persons in text order, `names` the folded names that tell what it
    is about: a bare surname may be somebody's of another article about the same. `years` are those of dated articles.
    """
    named: list[Person] = []
    bare: list[Person] = []
    genders = _genders(by_article)
    for article, candidates in by_article.items():
        full, orphans = _people_of_article(candidates, genders)
        for person in full if article in years else ():
            person.born = {years[article] - int(m.age) for m in person.mentions if m.age}
        named += full
        bare += orphans
    persons, near = join_named(named, names)
    persons += place_bare(bare, persons, near, names)
    return_titled(persons)
    return_early(persons)
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
                by_first_name[candidate.key] = gender_of(first)
        for name in shared_surnames(candidates).values():
            named[split_name(name)[-1]].add(fold(name))
            by_first_name[fold(name)] = gender_of(split_name(name)[0])
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
    couples = shared_surnames(candidates)
    full: dict[str, int] = {}
    for c in candidates:
        if is_full_name(c):
            full.setdefault(c.key, c.start)
    whole = [c for c in candidates if is_full_name(c) and not _is_family_name(c, full)]
    for candidate in sorted([*whole, *couples], key=lambda c: c.start):
        _add_full_name(persons, candidate, couples.get(candidate, candidate.text))
    named = {id(c) for c in whole} | {id(c) for c in couples}
    orphans: dict[tuple[str, str], Person] = {}
    house = _House(genders=genders, couples=_couples(candidates))
    unnamed = _unnamed(candidates, persons, named, house)
    for candidate in candidates:
        if id(candidate) not in named:
            owners = _owners(candidate, [*persons, *unnamed], house)
            if len(owners) > 1 or (owners and _is_introduced(candidate, owners[0])):
                # Two bear the name, and the article does not tell which of them is meant.
                continue
            owner = owners[0] if owners else None
            if owner is None:
                owner = orphans.setdefault((candidate.key, candidate.gender), Person())
            owner.mentions.append(candidate)
    for person in persons:
        person.mentions.sort(key=lambda m: m.start)
    return persons, [*(person for person in unnamed if person.mentions), *orphans.values()]


def _unnamed(
    candidates: Sequence[Candidate], persons: Sequence[Person], named: Set[int], house: "_House"
) -> list[Person]:
    """Those whom an article calls by the surname alone although it names a relative of that name in full.

    Of "President Roth" and then "Ada Roth", who is no president, a bare "Roth" is not Ada; nor is "Mr. Roth" ever, or
    "President Roth" beside "his wife Ada Roth".
    """
    found: dict[str, Person] = {}
    bearing = cache(lambda key: [p for p in persons if bears(p, key)])
    for candidate in candidates:
        owners = bearing(candidate.key) if id(candidate) not in named else []
        if owners and all(_is_anothers(candidate, owner, candidates, house) for owner in owners):
            found.setdefault(candidate.key, Person(key=candidate.key))
    return list(found.values())


def _is_anothers(candidate: Candidate, owner: Person, candidates: Sequence[Candidate], house: "_House") -> bool:
    """Whether a surname is not that of who bears it in full in the article: by order, office, kinship or gender."""
    given = {split_name(name)[0] for name in owner.names}
    named_so = [*(m for m in owner.mentions if is_full_name(m)), *(c for c in candidates if c.key in given)]
    introduced = {word for m in named_so for word in m.title.casefold().split()}
    title = set(candidate.title.casefold().split()) - COMMON_TITLES
    before, kin = candidate.start < owner.mentions[0].start, bool(introduced & KIN)
    anothers = bool(title) and not title & introduced
    return (before and (kin or anothers)) or (kin and anothers) or not house.may_be(owner, candidate.gender)


def shared_surnames(candidates: Sequence[Candidate]) -> dict[Candidate, str]:
    """First names that share the surname after them, with the full name: of "Ada and Bo Roth" Ada is Ada Roth.

    Where Ada Holm was named before, she may be meant.
    """
    found = {}
    for one, other in pairwise(candidates):
        beside = other.first - one.last == 1 and other.start - one.end in {len(" and "), len(" & ")}
        if beside and _is_first_name(one) and is_full_name(other) and not one.gender:
            before = (split_name(c.text) for c in candidates if c.start < one.start and is_full_name(c))
            if all(words[0] != one.key or words[-1] == split_name(other.text)[-1] for words in before):
                found[one] = f"{one.text} {other.text.split()[-1]}"
    return found


def _is_first_name(candidate: Candidate) -> bool:
    key = candidate.key
    known = key in GIVEN_NAMES or is_given_name(key)
    placed = candidate.label == "GPE" or key in place_names() or key in country_names()
    return known and not placed and " " not in key


def _is_family_name(candidate: Candidate, full: Mapping[str, int]) -> bool:
    """Whether several words are the end of a longer name that the article has given, of those in `full` with places.

    "Van den Berg" beside "Ada van den Berg", "Moe Lin" after "Mya Thet Moe Lin"; not "Bo Roth" after "Actor Bo Roth".
    """
    first = candidate.key.split()[0]
    longer = [key for key in full if key.endswith(f" {candidate.key}")]
    if first in PARTICLES or not longer:
        return bool(longer)
    before = {key.split()[0] for key in longer}
    named = not is_given_name(first) and not any(is_common(word) or word in CALLINGS for word in before)
    return named and min(full[key] for key in longer) < candidate.start


def _add_full_name(persons: list[Person], candidate: Candidate, name: str) -> None:
    for person in persons:
        likeness = None if _is_juniors(name, person) else fits(name, person)
        if likeness is not None and likeness.relation == "same":
            break
    else:
        person = Person()
        persons.append(person)
    person.names[name] += 1
    person.mentions.append(candidate)


def _is_juniors(name: str, person: Person) -> bool:
    """Whether one of two names in an article is the other with "Jr.": there they are father and son; a "III" is he."""
    return all(suffix(own) != suffix(name) for own in person.names) and any(
        not set(suffix(own)) <= set("iv") for own in (name, *person.names)
    )


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


def _owners(candidate: Candidate, persons: list[Person], house: _House) -> list[Person]:
    """The person of the article whom a bare surname or first name means; several, if that is open."""
    owners = [p for p in persons if bears(p, candidate.key)]
    if len(owners) > 1 and owners[-1].key:
        started = [p for p in owners if p.key or p.mentions[0].start < candidate.start]
        title = set(candidate.title.casefold().split()) - COMMON_TITLES
        anothers = title and not any(title & set(name.split()) for p in owners for name in p.titles if p.names)
        owners = started if len(started) == 1 else owners[-1:] if anothers else owners
    if len(owners) > 1:
        owners = [p for p in owners if house.may_be(p, candidate.gender)] or owners
        owners = _in_focus(candidate, owners, house)
    if owners:
        return owners
    first = [p for p in persons if any(split_name(n)[0] == candidate.key for n in p.names)]
    return first if len(first) == 1 and (not candidate.gender or _is_knight(candidate, first[0])) else []


def _is_knight(candidate: Candidate, person: Person) -> bool:
    """Whether a first name has an honour that the full name has too: "Sir Bo" of "Sir Bo Roth"; nobody is "Mr. Bo"."""
    title = set(candidate.title.casefold().split())
    borne = (set(m.title.casefold().split()) for m in person.mentions if is_full_name(m))
    return not title & _SHORTENED and any(title <= words for words in borne)


def _in_focus(candidate: Candidate, owners: list[Person], house: _House) -> list[Person]:
    """Of several of one surname: who bears the title, else who is told of far more than the others."""
    if candidate.title:
        owners = [p for p in owners if candidate.title.casefold() in p.titles] or owners
    if candidate.gender:
        owners = [p for p in owners if house.is_sure(p, candidate.gender)] or owners
        if candidate.key in house.couples:
            # Nobody's gender is known yet: of a couple, who is named first is titled first.
            return sorted(owners, key=lambda p: p.mentions[0].start if p.mentions else candidate.start)[:1]
    told = Counter({i: sum(m.start < candidate.start for m in p.mentions) for i, p in enumerate(owners)})
    before = [i for i in told if told[i]]
    if len(owners) < 2 or len(before) == 1:
        return [owners[i] for i in before] or owners
    (best, most), (_, others), *_ = told.most_common()
    if any(_is_just_named(p, candidate) for i, p in enumerate(owners) if i != best):
        return owners
    return [owners[best]] if most >= _OFTEN and most >= _FAR_MORE * others else owners


def _is_introduced(candidate: Candidate, owner: Person) -> bool:
    """Whether a first name alone is another's, of whom is told who he is: "Ada Roth … Ada, the daughter of Bo Holt"."""
    known = any(is_full_name(m) and m.start < candidate.start for m in owner.mentions)
    introduced = bool(candidate.callings or candidate.age)
    return known and introduced and all(split_name(n)[-1] != candidate.key for n in owner.names)


def _is_just_named(person: Person, candidate: Candidate) -> bool:
    """Whether somebody is named in full right before; his words may stand between."""
    before = (m for m in person.mentions if m.start < candidate.start)
    return any(is_full_name(m) and candidate.sentence - m.sentence <= _JUST for m in before)


# Titles that a surname follows.
_SHORTENED = frozenset(title for title in COMMON_TITLES if f"{title}." in COMMON_TITLES or title.endswith("."))
# Sentences from a full name to the surname after it.
_JUST = 2
# Somebody told of so often before needs no first name.
_OFTEN = 3
# Somebody told of so many times more than another of the surname needs no first name.
_FAR_MORE = 2
