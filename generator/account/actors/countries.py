"""Countries: names, acronyms, demonyms, and capitals where they stand for the government."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import Candidate
from generator.account.actors.gather import Gathering
from generator.account.actors.gazetteer import CountryForm, country_names, territories, us_states
from generator.account.actors.homes import UNITED_STATES
from generator.model.actors import Form


def find_countries(
    rest: Sequence[Candidate], found: Gathering, homes: Mapping[str, str]
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
        known = country in named or candidate.start in found.named[candidate.article].speaking
        if not country or (form == "metonym" and not known):
            left.append(candidate)
        elif _is_place(
            candidate, form, found, homes[candidate.article], meant=len(forms[candidate.article, country]) > 1
        ):
            if form == "metonym" and candidate.place not in found.named[candidate.article].tied:
                # "Athens repealed it": the government or the town, perhaps.
                continue
            town = towns.setdefault(candidate.key, Draft(name=_in_small(candidate.text), kind="place", mentions=[]))
            town.mentions.append((candidate, "name"))
        else:
            draft = countries.setdefault(country, Draft(name=country, kind="country", mentions=[]))
            draft.mentions.append((candidate, form))
    for name, draft in countries.items():
        draft.mentions = _of_territory(draft) if name in territories() else _acting(draft, found)
    named_so = [draft for draft in countries.values() if draft.mentions]
    return [*named_so, *towns.values()], left


def _in_small(name: str) -> str:
    """A capital's name without the capitals of a dateline."""
    return name.title() if name.isupper() else name


def _of_territory(draft: Draft) -> list[tuple[Candidate, Form]]:
    """The mentions of a territory by a name, which it is then called by; what is of it is nobody's doing."""
    mentions = [mention for mention in draft.mentions if mention[1] == "name"]
    draft.kind, draft.name = "place", next((candidate.text for candidate, _ in mentions), draft.name)
    return mentions


def _acting(draft: Draft, found: Gathering) -> list[tuple[Candidate, Form]]:
    """The mentions in articles that name a country, or tell of its officials; "Ruritanian tea" is no country's doing.

    "Ruritanian-Americans" are Americans, and "Ruritanians" are people: a state is not all who come from it.
    """
    mentions = [
        (candidate, form)
        for candidate, form in draft.mentions
        if candidate.place not in found.named[candidate.article].descended and not _are_people(candidate, form)
    ]
    named = {
        candidate.article
        for candidate, form in mentions
        if form != "demonym" or " " in candidate.key or candidate.place in found.named[candidate.article].official
    }
    return [m for m in mentions if m[0].article in named]


def _are_people(candidate: Candidate, form: Form) -> bool:
    """Whether a form is the plural of a demonym."""
    known = country_names().get(candidate.key.removesuffix("s"))
    return form == "demonym" and candidate.key.endswith("s") and known is not None and known.form == "demonym"


def _is_place(candidate: Candidate, form: CountryForm, found: Gathering, home: str, *, meant: bool) -> bool:
    """Whether a country's form names a place here: a capital as a town, or a state that shares a country's name.

    `meant` tells that the article calls the country otherwise, too.
    """
    stated = candidate.place in found.named[candidate.article].stated
    if home == UNITED_STATES and (candidate.key in us_states() or stated):
        return True
    if candidate.key in us_states() and form == "name" and not meant:
        return True
    return form == "metonym" and candidate.start not in found.named[candidate.article].speaking


def _country(candidate: Candidate, found: Gathering) -> tuple[str, CountryForm]:
    """The country a candidate speaks of and how, or ""."""
    government = found.governments.get(candidate.key)
    if government:
        return government, "demonym"
    known = country_names().get(candidate.key)
    if known is None or (known.form == "acronym" and not candidate.text.isupper()):
        # "Us" is no country.
        return "", "name"
    return known.country, known.form


def _named_countries(rest: Sequence[Candidate]) -> set[str]:
    """The countries that are named otherwise than by a capital."""
    known = (country_names().get(key) for key in {candidate.key for candidate in rest})
    return {form.country for form in known if form is not None and form.form != "metonym"}
