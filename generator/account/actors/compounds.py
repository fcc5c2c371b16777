"""Names that small-lettered nouns make longer: "the Example administration", "Ruritanian officials"."""

from typing import NamedTuple

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import country_names
from generator.account.actors.lexicon import BODY_NOUNS, GROUP_NOUNS, PLACE_NOUNS
from generator.language.lexicon import word_class
from generator.matching.names import fold
from generator.model.actors import ActorKind
from generator.model.analysis import Analysis

# How many small-lettered words may stand between the name and the noun: "Senate foreign relations committee".
_BETWEEN = 2
_GOVERNMENTS = frozenset({"government", "regime", "authorities"})


# "Senate committee" is any of them.
_GENERIC = word_class("generic")


class Compound(NamedTuple):
    """A longer name and its kind."""

    candidate: Candidate
    kind: ActorKind


def find_compound(candidate: Candidate, analysis: Analysis, body: str, inner_kind: ActorKind | None) -> Compound | None:
    """The longer name that begins with `candidate`, if the small-lettered words after it make one."""
    limit = analysis.sentences[candidate.sentence].last
    if candidate.first and analysis.tokens[candidate.first - 1].tag == "POS" and candidate.key in country_names():
        # "Ruritania's Illyrian embassy" is not Illyria's.
        return None
    for index in range(candidate.last, min(limit, candidate.last + _BETWEEN + 1)):
        token = analysis.tokens[index]
        if token.pos == "SPACE":
            continue
        word = token.text
        if not word.islower() or not word.isalpha() or token.pos not in {"NOUN", "ADJ", "PROPN"}:
            return None
        kind = _kind(word, candidate, inner_kind)
        generic = word in _GENERIC and index == candidate.last and country_names().get(candidate.key) is None
        if kind == "country" and analysis.tokens[index - 1].pos in {"NOUN", "ADJ"} and index > candidate.last:
            # "The Ruritanian occupation government" is another's.
            return None
        if kind is not None and not generic and not _noun_follows(analysis, index + 1, limit):
            return Compound(candidate=_extended(candidate, index, analysis, body), kind=kind)
    return None


def _kind(word: str, candidate: Candidate, inner_kind: ActorKind | None) -> ActorKind | None:
    if word in PLACE_NOUNS and inner_kind in {None, "place"} and not candidate.titled:
        return "place"
    country = country_names().get(candidate.key)
    if country is not None and country.form == "demonym":
        if word in _GOVERNMENTS:
            return "country"
        return BODY_NOUNS.get(word) or ("group" if word in GROUP_NOUNS else None)
    if word in BODY_NOUNS and not candidate.titled:
        return BODY_NOUNS[word]
    return "group" if word in GROUP_NOUNS and inner_kind in {"organisation", "state body", "group"} else None


def _noun_follows(analysis: Analysis, index: int, limit: int) -> bool:
    """The noun is itself a modifier: "Ruritanian army base"."""
    return (
        index < limit
        and analysis.tokens[index].pos in {"NOUN", "PROPN"}
        and analysis.tokens[index - 1].dep == "compound"
    )


def _extended(candidate: Candidate, index: int, analysis: Analysis, body: str) -> Candidate:
    end = analysis.tokens[index].end
    text = " ".join(body[candidate.start : end].split())
    return msgspec.structs.replace(candidate, last=index + 1, end=end, text=text, key=fold(text), label="ORG", title="")
