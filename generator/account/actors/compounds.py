"""Names that small-lettered nouns make longer: "the Example administration", "Ruritanian officials"."""

from typing import NamedTuple

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import country_names, known_bodies
from generator.account.actors.homes import UNITED_STATES
from generator.account.actors.lexicon import BODY_NOUNS, GROUP_NOUNS
from generator.language.lexicon import word_class
from generator.matching.names import fold, is_acronym
from generator.model.actors import ActorKind
from generator.model.analysis import Analysis

# How many small-lettered words may stand between the name and the noun: "Senate foreign relations committee".
_BETWEEN = 2
_GOVERNMENTS = frozenset({"government", "regime", "authorities"})
# "The PR campaign" is none of somebody's.
_OF_PERSONS = frozenset({"administration", "campaign"})
# "A US court", "American police" are any of many there; "the House party" is a feast.
_ANY_THERE = frozenset({"court", "police", "party"})


# "Senate committee" is any of them.
_GENERIC, _INDEFINITE = word_class("generic"), word_class("indefinite")


class Compound(NamedTuple):
    """A longer name and its kind."""

    candidate: Candidate
    kind: ActorKind


def find_compound(candidate: Candidate, analysis: Analysis, body: str) -> Compound | None:
    """The longer name that begins with `candidate`, if the small-lettered words after it make one."""
    limit = analysis.sentences[candidate.sentence].last
    before = analysis.tokens[candidate.first - 1] if candidate.first else None
    if before is not None and (
        before.word in _INDEFINITE or (before.tag == "POS" and candidate.key in country_names())
    ):
        # "Ruritania's Illyrian embassy" is not Illyria's, "an Illyrian court" is any.
        return None
    for index in range(candidate.last, min(limit, candidate.last + _BETWEEN + 1)):
        token = analysis.tokens[index]
        if token.pos == "SPACE":
            continue
        word = token.text
        if not word.islower() or not word.isalpha() or token.pos not in {"NOUN", "ADJ", "PROPN"}:
            return None
        longer = _extended(candidate, index, analysis, body)
        known = known_bodies().get(longer.key)
        if known is not None:
            return Compound(candidate=longer, kind=known.kind)
        kind = _kind(word, candidate, beside=index == candidate.last)
        generic = word in _GENERIC and index == candidate.last and country_names().get(candidate.key) is None
        if kind is not None and not generic and not _noun_follows(analysis, index + 1, limit):
            return Compound(candidate=longer, kind=kind)
    return None


def _kind(word: str, candidate: Candidate, *, beside: bool) -> ActorKind | None:
    """The kind of a name with a noun, which may stand right beside it."""
    country = country_names().get(candidate.key)
    if country is not None and word in (_ANY_THERE if country.country == UNITED_STATES else {"campaign", "party"}):
        return None
    if country is not None and country.form == "demonym":
        if word in _GOVERNMENTS or word == "administration":
            # "Ruritanian criminal authorities" are some of many.
            return "country" if beside or word == "government" else None
        return BODY_NOUNS.get(word) or ("group" if word in GROUP_NOUNS else None)
    if country is not None and word in _GOVERNMENTS:
        # "The Athens government" is that of the country, or of the town.
        return "country" if country.form != "metonym" else None
    anybodys = country is not None or candidate.key in known_bodies() or is_acronym(candidate.text)
    if word not in BODY_NOUNS or candidate.titled or (word in _OF_PERSONS and (anybodys or not beside)):
        return None
    known = known_bodies().get(candidate.key)
    if known is not None and (word in _ANY_THERE or (known.kind != "state body" and BODY_NOUNS[word] == "state body")):
        # "[Movement military] commanders" are the movement's.
        return None
    # "The Roth administration" governs, "the Harbour administration" may be a school's.
    return "state body" if word == "administration" and candidate.label == "PERSON" else BODY_NOUNS[word]


def _noun_follows(analysis: Analysis, index: int, limit: int) -> bool:
    """The noun is itself a modifier: "Ruritanian army base"."""
    return (
        index < limit
        and analysis.tokens[index].pos in {"NOUN", "PROPN"}
        and analysis.tokens[index - 1].dep in {"compound", "amod", "nmod"}
    )


def _extended(candidate: Candidate, index: int, analysis: Analysis, body: str) -> Candidate:
    end = analysis.tokens[index].end
    text = " ".join(body[candidate.start : end].split())
    return msgspec.structs.replace(candidate, last=index + 1, end=end, text=text, key=fold(text), label="ORG", title="")
