"""Persons of single articles joined over the corpus by their full names."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator.account.actors.lexicon import COURTESY, OCCUPATIONS, OFFICES
from generator.account.actors.person import COMMON_TITLES, Person, fits
from generator.language.lexicon import word_class
from generator.matching.names import LONG, Likeness, split_name, suffix, transliteration_key


def join_named(found: list[Person]) -> tuple[list[Person], list[tuple[Person, Person, str]]]:
    """Persons of single articles joined over the corpus, commonest names first."""
    homes = _Homes()
    near: list[tuple[Person, Person, str]] = []
    weight = Counter[str]()
    for person in found:
        weight.update(person.names)
    for person in sorted(found, key=lambda p: (-max(weight[n] for n in p.names), -len(p.names), min(p.names))):
        home, likeness = _best_home(person, homes.like(person))
        if home is None or likeness is None or not _may_join(person, home, likeness, weight):
            if home is not None and likeness is not None:
                apart = "the same name, but another calling" if _are_namesakes(person, home) else likeness.reason
                near.append((home, person, apart))
            home = person
        else:
            new = sorted(set(person.names) - set(home.names))
            home.take(person, f"{', '.join(new)}: {likeness.reason}" if new else "")
        homes.add(home, person)
    return homes.persons, near


class _Homes:
    """Persons of the corpus by all that two names of one person may have in common.

    Who shares none of it with a name has a different one (`compare_full_names`), and need not be compared.
    """

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._numbers: dict[int, int] = {}
        self._by_sign: dict[str, set[int]] = defaultdict(set)
        self._begins: dict[str, dict[int, int]] = defaultdict(dict)

    def add(self, home: Person, person: Person) -> None:
        """Add a person, or what `person` has brought to one that is here."""
        number = self._numbers.setdefault(id(home), len(self.persons))
        if number == len(self.persons):
            self.persons.append(home)
        for name in person.names:
            for sign in _signs(name):
                self._by_sign[sign].add(number)
        for begin in _beginnings(person):
            self._begins[begin].setdefault(number, len(self._begins[begin]))

    def like(self, person: Person) -> list[Person]:
        """Those who may be the person: of like names that begin alike, in the order in which these came."""
        numbers = set[int]().union(*(self._by_sign.get(sign, ()) for sign in _signs(min(person.names))))
        begins = [self._begins[begin] for begin in _beginnings(person)]
        turns = {number: turn for number in numbers if (turn := next(_turns(begins, number), None)) is not None}
        return [self.persons[number] for number in sorted(turns, key=turns.__getitem__)]


def _turns(begins: Sequence[Mapping[int, int]], number: int) -> Iterator[tuple[int, int]]:
    """Where a person stands among those whose names begin so."""
    return ((place, begin[number]) for place, begin in enumerate(begins) if number in begin)


@lru_cache(maxsize=1 << 16)
def _signs(name: str) -> frozenset[str]:
    """What two names have in common if they may be one person's.

    All their letters; their words, turned round; or the family name: in another transliteration, or but for one letter
    of a long one (then both are alike without it, or one without it is the other).
    """
    words = split_name(name)
    family = words[-1]
    signs = {f"letters {''.join(words)}", f"family {transliteration_key(family)}"}
    signs.add("words " + min(" ".join(words[turn:] + words[:turn]) for turn in range(len(words))))
    if len(family) >= LONG:
        signs |= {f"but {family}"} | {f"but {family[:n]}{family[n + 1 :]}" for n in range(len(family))}
    return frozenset(signs)


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


def _beginnings(person: Person) -> list[str]:
    beginnings = []
    for name in sorted(person.names):
        words = split_name(name)
        beginnings += [transliteration_key(words[-1])[:3], transliteration_key(words[0])[:3]]
    return list(dict.fromkeys(beginnings))


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
