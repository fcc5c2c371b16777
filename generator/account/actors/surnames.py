"""Bare surnames in articles that never give the full name, and surnames that belong to another of the family."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from generator.account.actors.candidates import Candidate
from generator.account.actors.joining import are_of_one_matter
from generator.account.actors.kinds import PLACE_LABELS
from generator.account.actors.lexicon import OCCUPATIONS
from generator.account.actors.person import COMMON_TITLES, Person, bears, is_full_name
from generator.language.lexicon import word_class
from generator.matching.names import family_name, gender_of, split_name, suffix

# So many surnames before the full name are not its bearer's.
_OFTEN = 4


def place_bare(
    bare: Sequence[Person],
    persons: Sequence[Person],
    near: list[tuple[Person, Person, str]],
    names: Mapping[str, Set[str]],
) -> list[Person]:
    """Give bare surnames to the one person of other articles about the same who bears it; returns those left.

    Those that might be somebody's are added to `near`. `names` holds the folded names of each article.
    """
    left: dict[str, list[Person]] = defaultdict(list)
    by_family: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for key in {k for name in person.names for k in (family_name(name), split_name(name)[-1], split_name(name)[0])}:
            by_family[key].append(person)
    for orphan in bare:
        text, key = orphan.mentions[0].text, orphan.mentions[0].key
        placed = all(m.label in PLACE_LABELS for m in orphan.mentions)
        owners = [p for p in by_family[key] if not placed and bears(p, key) and _may_be(p, orphan)]
        told = [p for p in owners if are_of_one_matter(orphan, p, names)]
        if len(told) > 1:
            told = [p for p in told if p.titles & orphan.titles - COMMON_TITLES]
        told = told or _heads_of_state(owners, orphan)
        if len(told) == 1:
            told[0].take(orphan)
            continue
        near += [(other, orphan, f"{text} may be {_main_name(other)}") for other in owners]
        same = (p for p in left[key] if _may_be(p, orphan) and are_of_one_matter(orphan, p, names))
        home = next(same, None)
        if home is None:
            left[key].append(orphan)
        else:
            home.take(orphan)
    return [person for key in left for person in left[key]]


def _heads_of_state(owners: Sequence[Person], orphan: Person) -> list[Person]:
    """Those called so by the office with their full name, where that is the highest of a state: "President Roth"."""
    titles = {_office(title) for title in orphan.titles}
    highest = [title for title in titles if " ".join(sorted(title)) in _HIGHEST]
    return [p for p in owners if any(title <= held for title in highest for held in _own_titles(p))]


_HIGHEST = frozenset(" ".join(sorted(title.split())) for title in word_class("heads_of_state"))


def _main_name(person: Person) -> str:
    return max(person.names, key=lambda name: (person.names[name], name))


def _may_be(person: Person, orphan: Person) -> bool:
    """Whether no title says that they are two: "King Roth" is no Roth who is nowhere called a king."""
    offices = orphan.titles - COMMON_TITLES
    same = not offices or not person.names or bool(offices & person.titles)
    given = {gender_of(split_name(name)[0]) for name in person.names}
    return same and (not orphan.gender or {person.gender, *given} <= {"", orphan.gender})


def return_titled(persons: Sequence[Person]) -> None:
    """Give a surname with an office to the relative who holds it, from whom only a namesake of the article holds.

    "President Roth" in an article about Ada Roth, a senator, is Bo Roth, whom others call President Bo Roth. Where two
    hold the office, he is nobody. Of a "Jr." all bare surnames go to such a father.
    """
    holders: dict[str, list[tuple[frozenset[str], Person]]] = defaultdict(list)
    for person in persons:
        for family in {family_name(name) for name in person.names}:
            holders[family] += [(title, person) for title in sorted(_own_titles(person), key=sorted)]
    for person in [p for p in persons if p.names]:
        own = _own_titles(person)
        junior = all(suffix(name) for name in person.names)
        for mention in [m for m in person.mentions if m.title and not is_full_name(m)]:
            title = _office(mention.title)
            high = " ".join(sorted(title)) in _HIGHEST
            others = {
                id(p): p
                for held, p in holders[mention.key]
                if title <= held and p is not person and (high or junior or mention.article in p.articles)
            }
            if not title or any(title <= held for held in own) or mention not in person.mentions:
                continue
            if not others and not title <= OCCUPATIONS:
                continue
            owner = next(iter(others.values())) if len(others) == 1 else None
            bare = [m for m in person.mentions if m.article == mention.article and not is_full_name(m)]
            _move(person, owner, bare if junior else [mention])


def return_early(persons: Sequence[Person]) -> None:
    """Take a surname from whom the article names in full only after using it again and again.

    News names somebody in full before it calls him by his surname. "Mr Roth … Mr Roth's father, Bo Roth, …": the first
    is a namesake whom this article never names in full, and nobody here.
    """
    for person in [p for p in persons if p.names]:
        of_article: dict[str, list[Candidate]] = defaultdict(list)
        for mention in sorted(person.mentions, key=lambda m: m.start):
            of_article[mention.article].append(mention)
        for mentions in of_article.values():
            full = [number for number, m in enumerate(mentions) if is_full_name(m)]
            if full and full[0] >= _OFTEN:
                _move(person, None, [m for m in mentions if not is_full_name(m)])


def is_namesakes(mention: Candidate, person: Person) -> bool:
    """Whether a surname has the highest office of a state, which nothing says that the person holds."""
    title = _office(mention.title)
    high = " ".join(sorted(title)) in _HIGHEST
    return high and not is_full_name(mention) and not any(title <= held for held in _own_titles(person))


def _own_titles(person: Person) -> set[frozenset[str]]:
    """The offices that stand before somebody's full name, and the callings beside it, each as its words."""
    titles = {_office(m.title) for m in person.mentions if m.title and is_full_name(m)}
    return (titles | {frozenset({calling}) for m in person.mentions for calling in m.callings}) - {frozenset()}


@lru_cache(maxsize=1 << 14)
def _office(title: str) -> frozenset[str]:
    """The words of a title without those that anybody bears or once bore it by."""
    return frozenset(w.rstrip(".") for w in title.casefold().split()) - COMMON_TITLES - word_class("no_longer")


def _move(person: Person, owner: Person | None, moved: list[Candidate]) -> None:
    person.keep([m for m in person.mentions if m not in moved])
    if owner is not None:
        owner.mentions.extend(moved)
