"""Offices as data: which office a description tells, in which country, and when two descriptions tell the same one."""

import msgspec

from generator.account.actors.gazetteer import country_names
from generator.account.actors.lexicon import COURTESY, OFFICES, ORG_HEADS, TITLE_MODIFIERS
from generator.language.lexicon import word_class
from generator.matching.names import fold, strip_possessive

# Seats that stand for the country whose head works there, in "the … chief", "the … leader".
_SEATS = {"kremlin": "Russia", "white house": "United States", "downing street": "United Kingdom"}
_SHORT = {
    "sen": "senator",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "gov": "governor",
    "gen": "general",
}
_HEADS_OF_STATE = frozenset(word_class("heads_of_state"))
_CALLED_LEADER = word_class("called_leader")
_TOP_DIPLOMAT = frozenset({"foreign minister", "secretary of state", "foreign secretary"})
# Words that make another office of the one they stand before.
_CHANGING = frozenset(word_class("changing"))
_DROPPED = word_class("dropped")
_COMPLEMENTS = word_class("complements")


class Office(msgspec.Struct, frozen=True):
    """An office as its words, with the country it is held in ("" if not told) and the words that change it."""

    words: str
    country: str
    changed: frozenset[str]


def parse_office(text: str) -> Office | None:
    """The office that a description tells: "the Ruritanian foreign minister", "Ruritania's top diplomat"."""
    words = fold(" ".join(strip_possessive(word) for word in text.split())).split()
    country, rest = _take_country(words)
    rest = [_SHORT.get(word, word) for word in _without_complement(rest) if word not in _DROPPED]
    kept = [w for w in rest if w in OFFICES | TITLE_MODIFIERS | _OFFICE_WORDS]
    if not kept or kept[-1] not in OFFICES | {"diplomat", "state"} or set(kept) <= COURTESY:
        return None
    changed = frozenset(rest) & _CHANGING
    plain = " ".join(word for word in kept if word not in changed)
    return Office(words=plain, country=country, changed=changed) if plain else None


def is_of_a_body(text: str) -> bool:
    """Whether an office is held in something that is no country: "HBN President", "president of the club"."""
    if any(word.isalpha() and word.isupper() and len(word) > _SHORTEST for word in text.split()):
        return True
    _, rest = _take_country(fold(" ".join(strip_possessive(word) for word in text.split())).split())
    held_in = rest[len(_without_complement(rest)) :]
    return any(w in ORG_HEADS for w in rest) or any(w not in _DROPPED | _COMPLEMENTS for w in held_in)


# Letters of an acronym that is no "US".
_SHORTEST = 2


_OFFICE_WORDS = word_class("office_words")


def _take_country(words: list[str]) -> tuple[str, list[str]]:
    """The country named among the words, if any, and the other words."""
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            known = country_names().get(phrase)
            country = known.country if known is not None else _SEATS.get(phrase, "")
            if country:
                return country, words[:start] + words[start + size :]
    return "", words


def _without_complement(words: list[str]) -> list[str]:
    """The words before "of …" and the like; "secretary of state" stays whole."""
    for index, word in enumerate(words):
        if index and word in _COMPLEMENTS and words[index - 1] != "secretary":
            return words[:index]
    return words


def same_office(said: Office, held: Office, home: str) -> bool:
    """Whether a description can mean the bearer of an office, in an article about the country `home`."""
    if said.changed != held.changed or not _same_country(said, held, home):
        return False
    if said.words in _CALLED_LEADER:
        return bool(said.country) and held.words in _HEADS_OF_STATE
    if said.words == "top diplomat":
        return held.words in _TOP_DIPLOMAT
    mine, theirs = said.words.split(), held.words.split()
    return mine[-1] == theirs[-1] and set(mine) <= set(theirs)


def _same_country(said: Office, held: Office, home: str) -> bool:
    """No country where somebody is told of means the article's own; a visitor's office often has none."""
    return said.country == held.country or (not said.country and held.country == home)
