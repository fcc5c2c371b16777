"""Persons of single articles joined over the corpus by their full names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from generator.account.actors.lexicon import COURTESY, OCCUPATIONS, OFFICES
from generator.account.actors.person import COMMON_TITLES, Person, fits
from generator.language.lexicon import word_class
from generator.matching.names import Likeness, split_name, suffix, transliteration_key


def join_named(found: list[Person]) -> tuple[list[Person], list[tuple[Person, Person, str]]]:
    """Persons of single articles joined over the corpus, commonest names first."""
    buckets: dict[str, list[Person]] = defaultdict(list)
    persons: list[Person] = []
    near: list[tuple[Person, Person, str]] = []
    weight = Counter[str]()
    for person in found:
        weight.update(person.names)
    for person in sorted(found, key=lambda p: (-max(weight[n] for n in p.names), -len(p.names), min(p.names))):
        keys = _bucket_keys(person)
        candidates = _unique(p for key in keys for p in buckets[key])
        home, likeness = _best_home(person, candidates)
        if home is None or likeness is None or not _may_join(person, home, likeness, weight):
            if home is not None and likeness is not None:
                apart = "the same name, but another calling" if _are_namesakes(person, home) else likeness.reason
                near.append((home, person, apart))
            home = person
            persons.append(person)
        else:
            home.take(person)
        for key in keys:
            if not any(p is home for p in buckets[key]):
                buckets[key].append(home)
    return persons, near


def _may_join(person: Person, home: Person, likeness: Likeness, weight: Mapping[str, int]) -> bool:
    """The same name; or one that differs by a letter, in the same office."""
    if _is_junior(person, home, weight) or _are_namesakes(person, home):
        return False
    offices = {t for t in person.titles & home.titles - COMMON_TITLES if set(t.split()) & OFFICES}
    return likeness.relation == "same" or bool(offices)


def _are_namesakes(person: Person, home: Person) -> bool:
    """Whether two of one name are told of in different callings, and neither in an office that others share."""
    callings = [{word for title in p.titles for word in title.split()} for p in (person, home)]
    one, other = (words & OCCUPATIONS for words in callings)
    offices = (callings[0] | callings[1]) & OFFICES - COURTESY
    return bool(one and other) and not one & other and not offices


def _hold_apart(person: Person, home: Person) -> bool:
    """Whether two of one name hold offices that nobody holds at once: a judge, a member of parliament, an admiral."""
    one, other = (_branches(p) for p in (person, home))
    return bool(one and other) and not one & other


def _branches(person: Person) -> set[int]:
    words = {word.rstrip(".") for title in person.titles for word in title.split()}
    return {branch for branch, offices in enumerate(_BRANCHES) if words & offices}


_BRANCHES = (word_class("judicial_offices"), word_class("legislative_offices"), word_class("military_offices"))


def _bucket_keys(person: Person) -> list[str]:
    keys = []
    for name in sorted(person.names):
        words = split_name(name)
        keys += [transliteration_key(words[-1])[:3], transliteration_key(words[0])[:3]]
    return list(dict.fromkeys(keys))


def _unique(persons: Iterable[Person]) -> list[Person]:
    return list({id(p): p for p in persons}.values())


def _best_home(person: Person, candidates: list[Person]) -> tuple[Person | None, Likeness | None]:
    best: tuple[Person | None, Likeness | None] = (None, None)
    for candidate in candidates:
        if candidate.articles & person.articles or _hold_apart(person, candidate):
            continue
        likenesses = [fits(name, candidate) for name in sorted(person.names)]
        if not all(likenesses):
            continue
        likeness = next((f for f in likenesses if f and f.relation == "same"), likenesses[0])
        if likeness is not None and likeness.relation == "same":
            return candidate, likeness
        best = (candidate, likeness)
    return best


def _is_junior(person: Person, home: Person, weight: Mapping[str, int]) -> bool:
    """Whether one is the rarer "Jr." of the other's very name: a son called after his father, not a fuller form."""
    for junior, senior in ((person, home), (home, person)):
        if all(suffix(name) == "jr" for name in junior.names):
            bare = {split_name(name) for name in junior.names}
            plain = sum(weight[n] for n in senior.names if split_name(n) in bare and not suffix(n))
            if plain >= _FATHERS * sum(weight[name] for name in junior.names):
                return True
    return False


# A father in the news is named so many times more often than his son.
_FATHERS = 5
