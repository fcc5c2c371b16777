"""Persons of single articles joined over the corpus by their full names."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Protocol

from generator.account.actors.lexicon import COURTESY, KIN, OCCUPATIONS, OFFICES
from generator.account.actors.person import COMMON_TITLES, Person, fits
from generator.language.lexicon import word_class
from generator.matching.names import LONG, Likeness, fold, nickname, split_name, suffix, transliteration_key


def join_named(
    found: list[Person], names: Mapping[str, Set[str]]
) -> tuple[list[Person], list[tuple[Person, Person, str]]]:
    """Persons of single articles joined over the corpus, commonest names first; `names` holds those of each article."""
    homes = _Homes()
    near: list[tuple[Person, Person, str]] = []
    weight = Counter[str]()
    for person in found:
        weight.update(person.names)
    for person in sorted(found, key=lambda p: (-max(weight[n] for n in p.names), -len(p.names), min(p.names))):
        alike = [(home, likeness) for home in homes.like(person) if (likeness := _likeness(person, home)) is not None]
        home = next((home for home, likeness in alike if _may_join(person, home, likeness, weight, names)), None)
        if home is None:
            apart = "the same name, but another calling or age"
            near += [(h, person, apart if _are_namesakes(person, h, names) else f.reason) for h, f in alike[:1]]
            home = person
        else:
            home.take(person)
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


def _may_join(
    person: Person, home: Person, likeness: Likeness, weight: Mapping[str, int], names: Mapping[str, Set[str]]
) -> bool:
    """Whether two of like names are one: of the very name, or in the news often, of one office, of one matter."""
    if _is_junior(person, home, weight) or _are_namesakes(person, home, names):
        return False
    if likeness.relation != "same":
        # "Ada Rothberg" is "Ada Rothburg" in another article about the same.
        misspelt = likeness.reason.endswith("one letter") and are_of_one_matter(person, home, names)
        return misspelt or any(set(t.split()) & OFFICES for t in person.titles & home.titles - COMMON_TITLES)
    known = {split_name(name) for name in home.names}
    alike = {split_name(name)[0][:2] for name in person.names} <= {words[0][:2] for words in known}
    exact = all(split_name(name) in known for name in person.names) or (alike and _are_famous(person, home))
    exact = exact or bool(_called(person) & known or _called(home) & {split_name(name) for name in person.names})
    words = [{word for title in p.titles for word in title.split()} - COURTESY for p in (person, home)]
    offices = words[0] & words[1] & OFFICES or _branches(person) & _branches(home)
    return exact or bool(offices) or are_of_one_matter(person, home, names)


def _called(person: Person) -> set[tuple[str, ...]]:
    """The nickname that a name gives, with the family name: of Walter "Dex" Holm Dex Holm."""
    return {(fold(nickname(name)), split_name(name)[-1]) for name in person.names if nickname(name)}


class Named(Protocol):
    """Whoever articles name."""

    @property
    def keys(self) -> Set[str]:
        """The folded forms."""
        ...

    @property
    def articles(self) -> Set[str]:
        """The articles."""
        ...


def are_of_one_matter(one: Named, other: Named, names: Mapping[str, Set[str]]) -> bool:
    """Whether an article of the one shares enough names, their own aside, with an article of the other."""
    own = one.keys | other.keys
    ours = [names.get(article, frozenset()) - own for article in one.articles]
    theirs = (names.get(article, frozenset()) - own for article in other.articles if article not in one.articles)
    return any(len(a & b) >= max(_SHARED, _SHARE * min(len(a), len(b))) for b in theirs for a in ours)


# Two articles that share so many names, and such a part of the names of the shorter, are about the same.
_SHARED = 2
_SHARE = 0.1


def _are_namesakes(person: Person, home: Person, names: Mapping[str, Set[str]]) -> bool:
    """Whether two of one name are of different ages or callings, in different matters: a judge is no striker."""
    one, other = person.callings & OCCUPATIONS - KIN, home.callings & OCCUPATIONS - KIN
    callings = bool(one and other) and not one & other
    callings = callings or any(
        held.callings & _BENCH and trade.callings & _TRADES and not held.callings & _TRADES
        for held, trade in ((person, home), (home, person))
    )
    ages = [abs(year - born) for year in person.born for born in home.born]
    return (callings or min(ages, default=0) > _YEARS) and not are_of_one_matter(person, home, names)


_BENCH, _TRADES = word_class("judicial_offices"), OCCUPATIONS - OFFICES - KIN - word_class("of_somebody")
# Ages so many years apart are of two; by less, sources misstate them.
_YEARS = 5


def _are_famous(person: Person, home: Person) -> bool:
    return len(home.articles) + len(person.articles) > _FEW


# Whoever is in the news more often may be called this here and that there.
_FEW = 3


def _hold_apart(person: Person, home: Person) -> bool:
    """Whether two of one name hold offices that nobody holds at once: a judge, a member of parliament, an admiral."""
    one, other = (_branches(p) for p in (person, home))
    return bool(one and other) and not one & other


def _branches(person: Person) -> set[int]:
    return {branch for branch, offices in enumerate(_BRANCHES) if person.callings & offices}


_BRANCHES = (word_class("judicial_offices"), word_class("legislative_offices"), word_class("military_offices"))


def _beginnings(person: Person) -> list[str]:
    beginnings = []
    for name in sorted(person.names):
        words = split_name(name)
        beginnings += [transliteration_key(words[-1])[:3], transliteration_key(words[0])[:3]]
    return list(dict.fromkeys(beginnings))


def _likeness(person: Person, home: Person) -> Likeness | None:
    """How the names of two relate; None if they differ, or if one article or two offices tell them apart."""
    if home.articles & person.articles or _hold_apart(person, home):
        return None
    found = [fits(name, home) for name in sorted(person.names)]
    return next((f for f in found if f and f.relation == "same"), found[0]) if all(found) else None


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
