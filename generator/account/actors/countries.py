"""Countries: names, acronyms, demonyms, and capitals where they stand for the government."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import CountryForm, country_names, us_states
from generator.account.actors.homes import UNITED_STATES
from generator.account.actors.lexicon import SPEECH_VERBS
from generator.model.analysis import Analysis


class Told(Protocol):
    """What is known of all names (`gather.Gathering`)."""

    governments: dict[str, str]
    speaking: dict[str, frozenset[int]]
    governing: dict[str, frozenset[int]]


def find_countries(
    rest: Sequence[Candidate], found: Told, homes: Mapping[str, str]
) -> tuple[list[Draft], list[Candidate]]:
    """Countries as drafts, and the candidates that are none; towns among the capitals become places."""
    named = _named_countries(rest)
    countries: dict[str, Draft] = {}
    towns: dict[str, Draft] = {}
    left = []
    for candidate in rest:
        country, form = _country(candidate, found)
        known = country in named or candidate.start in found.speaking[candidate.article]
        if not country or (form == "metonym" and not known):
            left.append(candidate)
        elif _is_place(candidate, form, found, homes[candidate.article]):
            town = towns.setdefault(candidate.key, Draft(name=candidate.text, kind="place", mentions=[]))
            town.mentions.append((candidate, "name"))
        else:
            draft = countries.setdefault(country, Draft(name=country, kind="country", mentions=[]))
            draft.mentions.append((candidate, form))
    return [*countries.values(), *(_titled(town) for town in towns.values())], left


def speaks(candidate: Candidate, analysis: Analysis) -> bool:
    """Whether a name is a place by the model's label and yet says, blames, denies."""
    token = analysis.tokens[candidate.last - 1]
    return token.entity == "GPE" and token.dep == "nsubj" and analysis.tokens[token.head].lemma in SPEECH_VERBS


def _is_place(candidate: Candidate, form: CountryForm, found: Told, home: str) -> bool:
    """Whether a country's form names a place here: a capital as a town, or a state that shares a country's name."""
    if candidate.key in us_states() and home == UNITED_STATES:
        return True
    return form == "metonym" and candidate.start not in found.governing[candidate.article]


def _country(candidate: Candidate, found: Told) -> tuple[str, CountryForm]:
    """The country a candidate speaks of and how, or ""."""
    government = found.governments.get(candidate.key)
    if government:
        return government, "demonym"
    known = country_names().get(candidate.key)
    return (known.country, known.form) if known is not None else ("", "name")


def _named_countries(rest: Sequence[Candidate]) -> set[str]:
    """The countries that are named otherwise than by a capital."""
    known = (country_names().get(key) for key in {candidate.key for candidate in rest})
    return {form.country for form in known if form is not None and form.form != "metonym"}


def _titled(town: Draft) -> Draft:
    """A town under its name in ordinary case; a dateline writes it in capitals."""
    texts = Counter(candidate.text for candidate, _ in town.mentions)
    name = min(texts, key=lambda text: (text.isupper(), -texts[text], text))
    return msgspec.structs.replace(town, name=name.title() if name.isupper() else name)
