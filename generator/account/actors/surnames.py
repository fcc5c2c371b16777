"""Bare surnames in articles that never give the full name, and surnames that belong to another of the family."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from generator.account.actors.joining import are_of_one_matter
from generator.account.actors.person import COMMON_TITLES, Person, bears, is_full_name
from generator.matching.names import family_name, split_name, suffix


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
        owners = [p for p in by_family[key] if bears(p, key) and _may_be(p, orphan)]
        told = [p for p in owners if are_of_one_matter(orphan, p, names)]
        if len(told) > 1:
            told = [p for p in told if p.titles & orphan.titles - COMMON_TITLES]
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


def _main_name(person: Person) -> str:
    return max(person.names, key=lambda name: (person.names[name], name))


def _may_be(person: Person, orphan: Person) -> bool:
    """Whether no title says that they are two: "King Roth" is no Roth who is nowhere called a king."""
    offices = orphan.titles - COMMON_TITLES
    same = not offices or not person.names or bool(offices & person.titles)
    return same and (not orphan.gender or person.gender in {"", orphan.gender})


def return_titled(persons: Sequence[Person]) -> None:
    """Where an article names a "Jr." alone in full, give the surname with his father's office to the father."""
    holders: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in persons:
        for title in sorted(person.titles - COMMON_TITLES):
            for family in sorted({family_name(name) for name in person.names}):
                holders[family, title].append(person)
    for junior in [p for p in persons if p.names and all(suffix(name) for name in p.names)]:
        own = {m.title.casefold() for m in junior.mentions if is_full_name(m)}
        for mention in [m for m in junior.mentions if m.title and not is_full_name(m)]:
            title = mention.title.casefold()
            others = [p for p in holders[mention.key, title] if p is not junior and _holds(p, title)]
            if title not in own | COMMON_TITLES and len(others) == 1 and mention in junior.mentions:
                _move_bare(junior, others[0], mention.article)


def _holds(person: Person, title: str) -> bool:
    return sum(m.title.casefold() == title and is_full_name(m) for m in person.mentions) > 1


def _move_bare(person: Person, owner: Person, article: str) -> None:
    moved = [m for m in person.mentions if m.article == article and not is_full_name(m)]
    person.keep([m for m in person.mentions if m not in moved])
    owner.mentions.extend(moved)
