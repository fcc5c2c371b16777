"""A person in the making, and what may be asked of one."""

from collections import Counter
from functools import lru_cache

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.lexicon import COURTESY
from generator.matching.names import PARTICLES, Likeness, compare_full_names, family_name, is_given_name, split_name

# Titles that too many bear to tell one person from another.
COMMON_TITLES = frozenset(COURTESY)


class Person(msgspec.Struct, gc=False):
    """A person in the making: their mentions, and full names with counts.

    `key` is the folded surname of somebody whom an article does not name in full, although it names a relative so.
    `born` are the years of birth that ages in dated articles tell, each right to a year or two.
    What follows from the mentions is counted as they come: somebody may have thousands, and be asked for it as often.
    """

    names: Counter[str] = msgspec.field(default_factory=Counter)
    mentions: list[Candidate] = msgspec.field(default_factory=list)
    key: str = ""
    born: set[int] = msgspec.field(default_factory=set)
    _counted: int = 0
    _articles: set[str] = msgspec.field(default_factory=set)
    _titles: set[str] = msgspec.field(default_factory=set)
    _genders: Counter[str] = msgspec.field(default_factory=Counter)
    _callings: set[str] = msgspec.field(default_factory=set)
    _keys: set[str] = msgspec.field(default_factory=set)

    def _count(self) -> None:
        if self._counted == len(self.mentions):
            return
        for mention in self.mentions[self._counted :]:
            self._articles.add(mention.article)
            self._keys.add(mention.key)
            self._callings.update(mention.callings)
            if mention.title:
                self._callings.update(word.rstrip(".") for word in mention.title.casefold().split())
                self._titles.add(mention.title.casefold())
            if mention.gender:
                self._genders[mention.gender] += 1
        self._counted = len(self.mentions)

    def keep(self, mentions: list[Candidate]) -> None:
        """Keep these mentions alone."""
        self.mentions, self._counted = mentions, 0
        self._articles, self._titles, self._genders = set(), set(), Counter()
        self._callings, self._keys = set(), set()

    @property
    def articles(self) -> set[str]:
        """The articles that mention the person."""
        self._count()
        return self._articles

    @property
    def keys(self) -> set[str]:
        """The folded forms of all their mentions."""
        self._count()
        return self._keys

    @property
    def gender(self) -> str:
        """ "m" or "f" by courtesy titles, else ""."""
        self._count()
        return self._genders.most_common(1)[0][0] if self._genders else ""

    @property
    def titles(self) -> set[str]:
        """Their titles, folded."""
        self._count()
        return self._titles

    @property
    def callings(self) -> set[str]:
        """The words of their titles, and what is said beside their names that they are; lower case, without dots."""
        self._count()
        return self._callings

    def take(self, other: "Person") -> None:
        """Join another's names and mentions to this person."""
        self.names.update(other.names)
        self.born |= other.born
        self.mentions.extend(other.mentions)


def is_full_name(candidate: Candidate) -> bool:
    """Whether a name has a first and a family name; "de la Cruz" has not."""
    return _is_full(candidate.text)


@lru_cache(maxsize=1 << 16)
def _is_full(text: str) -> bool:
    words = split_name(text)
    while words and words[0] in PARTICLES and not is_given_name(words[0]):
        words = words[1:]
    return len(words) > 1 and len(text.split()) > 1


def fits(name: str, person: Person) -> Likeness | None:
    """How a full name relates to a person: None if it contradicts one of their names."""
    best: Likeness | None = None
    for own in person.names:
        likeness = compare_full_names(name, own)
        if likeness.relation == "different":
            return None
        if best is None or likeness.relation == "same":
            best = likeness
    return best


def bears(person: Person, key: str) -> bool:
    """Whether a bare name is a person's family name, by the western or, where that may be, the eastern order."""
    if person.key == key:
        return True
    for name in person.names:
        families, rest = _families(name)
        if key in families or (" " in key and rest.endswith(key)):
            return True
    return False


@lru_cache(maxsize=1 << 16)
def _families(name: str) -> tuple[frozenset[str], str]:
    """What a full name's family name may be, and all its words but the first: the family name may be several."""
    words = split_name(name)
    found = {family_name(name), *words[-1:]}
    if len(words) == 3 and not is_given_name(words[2]) and "." not in name:
        found.add(words[0])
    return frozenset(found), " ".join(words[1:])
