"""Bare surnames in articles that never give the full name, and surnames that belong to another of the family."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.account.actors.person import COMMON_TITLES, Person, bears, is_full_name
from generator.matching.names import family_name, split_name, suffix


def place_bare(
    bare: Sequence[Person],
    persons: Sequence[Person],
    near: list[tuple[Person, Person, str]],
    kinship: Mapping[str, Mapping[str, float]],
) -> list[Person]:
    """Give bare surnames to a person of other articles where one stands out; returns those left.

    Those that might be somebody's are added to `near`.
    """
    left: dict[str, list[Person]] = defaultdict(list)
    by_family: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for key in {k for name in person.names for k in (family_name(name), split_name(name)[-1], split_name(name)[0])}:
            by_family[key].append(person)
    for orphan in bare:
        text, key = orphan.mentions[0].text, orphan.mentions[0].key
        owners = [p for p in by_family[key] if bears(p, key)]
        owner = _choose(orphan, owners, kinship)
        if owner is not None:
            owner.take(orphan, f"{text}: surname of {_main_name(owner)} in an article that names nobody else so")
            continue
        near += [(other, orphan, f"{text} may be {_main_name(other)}") for other in owners]
        same = next((p for p in left[key] if _same_bare(p, orphan, kinship)), None)
        if same is None:
            left[key].append(orphan)
        else:
            same.take(orphan, f"{text}: the same name in articles about the same matter")
    return [person for key in left for person in left[key]]


def _main_name(person: Person) -> str:
    return max(person.names, key=lambda name: (person.names[name], name))


def _same_bare(person: Person, orphan: Person, kinship: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether two bare names are one person's: by their titles, or in articles about the same matter."""
    if person.gender and orphan.gender and person.gender != orphan.gender:
        return False
    article = orphan.mentions[0].article
    related = any(kinship.get(article, {}).get(other, 0.0) >= _SAME_MATTER for other in person.articles)
    return related or article in person.articles or bool(person.titles & orphan.titles - COMMON_TITLES)


# Two articles that share so much of their names, by weight, are about the same matter.
_SAME_MATTER = 0.2
# So much is enough where no other article is closer.
_SOME_KINSHIP = 0.08
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
        return (len(person.titles & orphan.titles - COMMON_TITLES), near, len(person.mentions))

    best = max(owners, key=lambda p: (rank(p), min(p.names)))
    titles, near, _ = rank(best)
    others = max((len(p.articles) for p in owners if p is not best), default=0)
    closest = near >= _SOME_KINSHIP and near == max(kinship.get(article, {}).values(), default=0.0)
    household = len(best.articles) >= max(_HOUSEHOLD, 3 * others)
    return best if titles or near >= _SAME_MATTER or closest or household else None


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
    person.mentions = [m for m in person.mentions if m not in moved]
    owner.mentions.extend(moved)
