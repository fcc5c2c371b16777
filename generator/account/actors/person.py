"""A person in the making, and what may be asked of one."""

from collections import Counter

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.lexicon import COURTESY
from generator.matching.names import PARTICLES, Likeness, compare_full_names, family_name, is_given_name, split_name

# Titles that too many bear to tell one person from another.
COMMON_TITLES = frozenset(COURTESY)


class Person(msgspec.Struct, gc=False):
    """A person in the making: their mentions, and full names with counts.

    `key` is the folded surname of somebody whom an article does not name in full, although it names a relative so.
    """

    names: Counter[str] = msgspec.field(default_factory=Counter)
    mentions: list[Candidate] = msgspec.field(default_factory=list)
    key: str = ""

    @property
    def articles(self) -> set[str]:
        """The articles that mention the person."""
        return {m.article for m in self.mentions}

    @property
    def words(self) -> frozenset[str]:
        """The folded words of all their names."""
        return frozenset(word for name in self.names for word in split_name(name))

    @property
    def keys(self) -> set[str]:
        """The folded forms of all their mentions."""
        return {m.key for m in self.mentions}

    @property
    def gender(self) -> str:
        """ "m" or "f" by courtesy titles, else ""."""
        votes = Counter(m.gender for m in self.mentions if m.gender)
        return votes.most_common(1)[0][0] if votes else ""

    @property
    def titles(self) -> frozenset[str]:
        """Their titles, folded."""
        return frozenset(m.title.casefold() for m in self.mentions if m.title)

    @property
    def callings(self) -> frozenset[str]:
        """The words of their titles, and what is said beside their names that they are; lower case, without dots."""
        titles = {word.rstrip(".") for title in self.titles for word in title.split()}
        return frozenset(titles).union(*(m.callings for m in self.mentions))

    def take(self, other: "Person") -> None:
        """Join another's names and mentions to this person."""
        self.names.update(other.names)
        self.mentions.extend(other.mentions)


def is_full_name(candidate: Candidate) -> bool:
    """Whether a name has a first and a family name; "de la Cruz" has not."""
    words = split_name(candidate.text)
    while words and words[0] in PARTICLES and not is_given_name(words[0]):
        words = words[1:]
    return len(words) > 1 and len(candidate.text.split()) > 1


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
        words = split_name(name)
        if family_name(name) == key or words[-1] == key or (" " in key and " ".join(words[1:]).endswith(key)):
            return True
        if words[0] == key and len(words) == 3 and not is_given_name(words[2]) and name.count(".") == 0:
            return True
    return False
