"""The country whose news an article tells: there "the Supreme Court" needs no "of"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import country_names, known_bodies, us_states
from generator.language.lexicon import word_class

UNITED_STATES = "United States"
# Party and state in brackets or between commas, as only American politicians are given: (D-Ohio), R-Ky.
_PARTY_TAG = re.compile(r"\b[RDI]-[A-Z][A-Za-z.]{1,8}")
_AMERICAN_OFFICES = word_class("american_offices")


def home_countries(votes: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Each article's home country by its votes: the one it names most; without any, the commonest of the corpus."""
    total: Counter[str] = Counter()
    for count in votes.values():
        total.update(count.keys())
    fallback = _first(total)
    return {article: _first(count) or fallback for article, count in votes.items()}


def _first(votes: Mapping[str, int]) -> str:
    return min(votes, key=lambda country: (-votes[country], country)) if votes else ""


def home_votes(found: Sequence[Candidate], text: str) -> Counter[str]:
    """How often an article speaks of each country as of the one that it is at home in."""
    votes: Counter[str] = Counter()
    for candidate in found:
        country = country_names().get(candidate.key)
        if country is not None:
            votes[country.country] += 1
            # "Georgia".
            votes[UNITED_STATES] += candidate.key in us_states()
        elif " " in candidate.key and candidate.key in known_bodies():
            votes[known_bodies()[candidate.key].home] += 1
        elif candidate.key in us_states() or _AMERICAN_OFFICES & set(candidate.title.casefold().split()):
            votes[UNITED_STATES] += 1
    votes.pop("", None)
    tags = len(_PARTY_TAG.findall(text))
    if tags:
        votes[UNITED_STATES] += 3 * tags
    return votes
