"""Persons: full names and surnames of one article first, then the persons of all articles.

In one article a bare surname is the person whom the article has named in full; only an article that never does looks
to the others. This is how news style works: full name at first mention, surname after.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from generator.actors.candidates import Candidate
from generator.actors.lexicon import COURTESY
from generator.names import (
    PARTICLES,
    Likeness,
    compare_full_names,
    family_name,
    is_given_name,
    split_name,
    suffix,
    transliteration_key,
)


class Person(msgspec.Struct, gc=False):
    """A person in the making: their mentions, full names with counts, and why they were joined."""

    names: Counter[str] = msgspec.field(default_factory=Counter)
    mentions: list[Candidate] = msgspec.field(default_factory=list)
    reasons: list[str] = msgspec.field(default_factory=list)

    @property
    def articles(self) -> set[str]:
        """The articles that mention the person."""
        return {m.article for m in self.mentions}

    @property
    def words(self) -> frozenset[str]:
        """The folded words of all their names."""
        return frozenset(word for name in self.names for word in split_name(name))

    @property
    def gender(self) -> str:
        """ "m" or "f" by courtesy titles, else ""."""
        votes = Counter(m.gender for m in self.mentions if m.gender)
        return votes.most_common(1)[0][0] if votes else ""

    @property
    def titles(self) -> frozenset[str]:
        """Their titles, folded."""
        return frozenset(m.title.casefold() for m in self.mentions if m.title)

    def take(self, other: "Person", reason: str) -> None:
        """Join another's names and mentions to this person."""
        self.names.update(other.names)
        self.mentions.extend(other.mentions)
        self.reasons.extend(r for r in [*other.reasons, reason] if r and r not in self.reasons)


class People(msgspec.Struct, gc=False):
    """All persons, and pairs of names that may be one person's, with the reason."""

    persons: list[Person]
    near: list[tuple[Person, Person, str]]


def is_full_name(candidate: Candidate) -> bool:
    """Whether a name has a first and a family name; "de la Cruz" has not."""
    words = split_name(candidate.text)
    while words and words[0] in PARTICLES and not is_given_name(words[0]):
        words = words[1:]
    return len(words) > 1


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
    persons, near = _join_named(named)
    persons += _place_bare(bare, persons, kinship)
    _return_titled(persons)
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
        likeness = _fits(candidate.text, person)
        if likeness is not None and likeness.relation == "same":
            if candidate.text not in person.names:
                person.reasons.append(f"{candidate.text}: {likeness.reason}")
            break
    else:
        person = Person()
        persons.append(person)
    person.names[candidate.text] += 1
    person.mentions.append(candidate)


def _fits(name: str, person: Person) -> Likeness | None:
    """How a full name relates to a person: None if it contradicts one of their names."""
    best: Likeness | None = None
    for own in person.names:
        likeness = compare_full_names(name, own)
        if likeness.relation == "different":
            return None
        if best is None or likeness.relation == "same":
            best = likeness
    return best


def _owner(candidate: Candidate, persons: list[Person]) -> Person | None:
    """The person of the article whom a bare surname or first name means."""
    owners = [p for p in persons if _bears(p, candidate.key)]
    if candidate.gender and len(owners) > 1:
        owners = [p for p in owners if p.gender == candidate.gender] or [p for p in owners if not p.gender] or owners
    if len(owners) > 1:
        owners = _in_focus(candidate, owners)
    if owners:
        return owners[0]
    first = [p for p in persons if any(split_name(n)[0] == candidate.key for n in p.names)]
    return first[0] if len(first) == 1 and not candidate.gender else None


def _bears(person: Person, key: str) -> bool:
    """Whether a bare name is a person's family name, by the western or, where that may be, the eastern order."""
    for name in person.names:
        words = split_name(name)
        if family_name(name) == key or words[-1] == key:
            return True
        if words[0] == key and len(words) == 3 and not is_given_name(words[2]) and name.count(".") == 0:
            return True
    return False


def _in_focus(candidate: Candidate, owners: list[Person]) -> list[Person]:
    """Of several of one surname: with a title the one who bears it, else the one named in full most, then first."""
    if candidate.title:
        titled = [p for p in owners if candidate.title.casefold() in p.titles]
        owners = titled or owners
    return sorted(owners, key=lambda p: (-sum(p.names.values()), p.mentions[0].start))


def _join_named(found: list[Person]) -> tuple[list[Person], list[tuple[Person, Person, str]]]:
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
                near.append((home, person, likeness.reason))
            home = person
            persons.append(person)
        else:
            new = sorted(set(person.names) - set(home.names))
            home.take(person, f"{', '.join(new)}: {likeness.reason}" if new else "")
        for key in keys:
            if not any(p is home for p in buckets[key]):
                buckets[key].append(home)
    return persons, near


def _may_join(person: Person, home: Person, likeness: Likeness, weight: Mapping[str, int]) -> bool:
    """The same name; or one that differs by a letter, with the same title."""
    if _is_junior(person, home, weight):
        return False
    return likeness.relation == "same" or bool(person.titles & home.titles - _COMMON_TITLES)


# Titles that too many bear to tell one person from another.
_COMMON_TITLES = frozenset(COURTESY)


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
        if candidate.articles & person.articles:
            continue
        fits = [_fits(name, candidate) for name in sorted(person.names)]
        if not all(fits):
            continue
        likeness = next((f for f in fits if f and f.relation == "same"), fits[0])
        if likeness is not None and likeness.relation == "same":
            return candidate, likeness
        best = (candidate, likeness)
    return best


def _place_bare(bare: list[Person], persons: list[Person], kinship: Mapping[str, Mapping[str, float]]) -> list[Person]:
    """Give bare surnames of articles without the full name to a person of other articles, where one stands out."""
    left: dict[str, Person] = {}
    by_family: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for key in {k for name in person.names for k in (family_name(name), split_name(name)[-1], split_name(name)[0])}:
            by_family[key].append(person)
    for orphan in bare:
        key = orphan.mentions[0].key
        owner = _choose(orphan, [p for p in by_family[key] if _bears(p, key)], kinship)
        if owner is not None:
            name = max(owner.names, key=lambda n: (owner.names[n], n))
            owner.take(orphan, f"{orphan.mentions[0].text}: surname of {name} in an article that names nobody else so")
        elif key in left:
            left[key].take(orphan, "the same name")
        else:
            left[key] = orphan
    return list(left.values())


# Two articles that share so much of their names, by weight, are about the same matter.
_SAME_MATTER = 0.2
# Somebody named in so many articles, far more than others of the surname, needs no first name.
_HOUSEHOLD = 10


def _choose(orphan: Person, owners: list[Person], kinship: Mapping[str, Mapping[str, float]]) -> Person | None:
    """The owner of a bare surname: by title first, then by what the articles share, then by prominence."""
    gender = orphan.gender
    owners = [p for p in owners if not gender or p.gender in {"", gender}]
    if not owners:
        return None
    article = orphan.mentions[0].article

    def rank(person: Person) -> tuple[int, float, int]:
        near = max((kinship.get(article, {}).get(other, 0.0) for other in person.articles), default=0.0)
        return (len(person.titles & orphan.titles - _COMMON_TITLES), near, len(person.mentions))

    best = max(owners, key=lambda p: (rank(p), min(p.names)))
    titles, near, _ = rank(best)
    others = max((len(p.articles) for p in owners if p is not best), default=0)
    household = len(best.articles) >= max(_HOUSEHOLD, 3 * others)
    return best if titles or near >= _SAME_MATTER or household else None


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


def _return_titled(persons: Sequence[Person]) -> None:
    """Where an article names a "Jr." alone in full, give the surname with his father's office to the father."""
    holders: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in persons:
        for title in sorted(person.titles - _COMMON_TITLES):
            for family in sorted({family_name(name) for name in person.names}):
                holders[family, title].append(person)
    for junior in [p for p in persons if p.names and all(suffix(name) for name in p.names)]:
        own = {m.title.casefold() for m in junior.mentions if is_full_name(m)}
        for mention in [m for m in junior.mentions if m.title and not is_full_name(m)]:
            title = mention.title.casefold()
            others = [p for p in holders[mention.key, title] if p is not junior and _holds(p, title)]
            if title not in own | _COMMON_TITLES and len(others) == 1 and mention in junior.mentions:
                _move_bare(junior, others[0], mention.article)


def _holds(person: Person, title: str) -> bool:
    return sum(m.title.casefold() == title and is_full_name(m) for m in person.mentions) > 1


def _move_bare(person: Person, owner: Person, article: str) -> None:
    moved = [m for m in person.mentions if m.article == article and not is_full_name(m)]
    person.mentions = [m for m in person.mentions if m not in moved]
    owner.mentions.extend(moved)
