"""Countries: names, acronyms, demonyms, and capitals where they stand for the government."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import CountryForm, country_names, state_abbreviations, us_states
from generator.account.actors.homes import UNITED_STATES
from generator.account.actors.lexicon import BODY_NOUNS, OFFICES, SPEECH_VERBS, STATE_HEADS
from generator.language.lexicon import word_class
from generator.language.verbs import SAYING
from generator.matching.names import fold
from generator.model.actors import Form
from generator.model.analysis import Analysis


class Told(Protocol):
    """What is known of all names (`gather.Gathering`)."""

    governments: dict[str, str]
    speaking: dict[str, frozenset[int]]
    descended: dict[str, frozenset[tuple[int, int]]]
    official: dict[str, frozenset[tuple[int, int]]]
    stated: dict[str, frozenset[tuple[int, int]]]


def find_countries(
    rest: Sequence[Candidate], found: Told, homes: Mapping[str, str]
) -> tuple[list[Draft], list[Candidate]]:
    """Countries as drafts, and the candidates that are none; towns among the capitals become places."""
    named = _named_countries(rest)
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for candidate in rest:
        forms[candidate.article, _country(candidate, found)[0]].add(candidate.key)
    countries: dict[str, Draft] = {}
    towns: dict[str, Draft] = {}
    left = []
    for candidate in rest:
        country, form = _country(candidate, found)
        known = country in named or candidate.start in found.speaking[candidate.article]
        if not country or (form == "metonym" and not known):
            left.append(candidate)
        elif _is_place(
            candidate, form, found, homes[candidate.article], meant=len(forms[candidate.article, country]) > 1
        ):
            town = towns.setdefault(candidate.key, Draft(name=candidate.text, kind="place", mentions=[]))
            town.mentions.append((candidate, "name"))
        else:
            draft = countries.setdefault(country, Draft(name=country, kind="country", mentions=[]))
            draft.mentions.append((candidate, form))
    for draft in countries.values():
        draft.mentions = _acting(draft, found)
    named_so = [draft for draft in countries.values() if draft.mentions]
    return [*named_so, *towns.values()], left


def _acting(draft: Draft, found: Told) -> list[tuple[Candidate, Form]]:
    """The mentions in articles that name a country, or tell of its officials; "Ruritanian tea" is no country's doing.

    "Ruritanian-Americans" are Americans.
    """
    mentions = [m for m in draft.mentions if m[0].place not in found.descended[m[0].article]]
    named = {
        candidate.article
        for candidate, form in mentions
        if form != "demonym" or " " in candidate.key or candidate.place in found.official[candidate.article]
    }
    return [m for m in mentions if m[0].article in named]


def is_official(candidate: Candidate, analysis: Analysis) -> bool:
    """Whether a demonym is said of who acts for the country, or those who bear it speak: "Ruritanian officials"."""
    token = analysis.tokens[candidate.last - 1]
    head = analysis.tokens[token.head]
    if token.dep == "nsubj":
        return head.lemma in SPEECH_VERBS
    return token.dep in {"amod", "compound", "nmod"} and head.word in _OFFICIAL


_OFFICIAL = OFFICES | BODY_NOUNS.keys() | STATE_HEADS | word_class("group_nouns")


def is_of_descent(candidate: Candidate, analysis: Analysis) -> bool:
    """Whether a name says where Americans have come from, "Ruritanian-Americans"."""
    tokens = analysis.tokens
    for hyphen, other in ((candidate.last, candidate.last + 1), (candidate.first - 1, candidate.first - 2)):
        if 0 <= other < len(tokens) and tokens[hyphen].text == "-":
            pair = {candidate.key, fold(tokens[other].text)}
            return any((c := country_names().get(k)) is not None and c.country == UNITED_STATES for k in pair)
    return False


def speaks(candidate: Candidate, analysis: Analysis) -> bool:
    """Whether a name of a capital says, blames, denies."""
    token = analysis.tokens[candidate.last - 1]
    return token.dep == "nsubj" and analysis.tokens[token.head].lemma in SPEECH_VERBS | SAYING


def _is_place(candidate: Candidate, form: CountryForm, found: Told, home: str, *, meant: bool) -> bool:
    """Whether a country's form names a place here: a capital as a town, or a state that shares a country's name.

    `meant` tells that the article calls the country otherwise, too.
    """
    stated = candidate.place in found.stated[candidate.article]
    if home == UNITED_STATES and (candidate.key in us_states() or stated):
        return True
    if candidate.key in us_states() and form == "name" and not meant:
        return True
    return form == "metonym" and candidate.start not in found.speaking[candidate.article]


def is_in_a_state(candidate: Candidate, analysis: Analysis) -> bool:
    """ "Ruritania, Ohio" is a town."""
    after = analysis.tokens[candidate.last : candidate.last + 2]
    region = len(after) == 2 and after[0].text == "," and candidate.key != fold(UNITED_STATES)
    return region and (fold(after[1].text) in us_states() or after[1].text in state_abbreviations())


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
