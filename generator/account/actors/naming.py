"""The names of one article, once it is known what each form names anywhere; and what the text tells of each mention."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from generator.account.actors.candidates import PARTY_MEMBERS, Candidate, plain_candidate
from generator.account.actors.compounds import find_compound
from generator.account.actors.credits import without_credits
from generator.account.actors.demonyms import is_in_a_state, is_of_descent, is_official, speaks
from generator.account.actors.descriptions import introductions, is_tied
from generator.account.actors.evidence import Seen, seen_in
from generator.account.actors.gazetteer import chambers, country_names, known_bodies, us_states
from generator.account.actors.homes import UNITED_STATES, home_votes
from generator.account.actors.known import find_known
from generator.account.actors.lexicon import STATE_HEADS
from generator.account.actors.person import is_full_name
from generator.account.actors.places import is_in_dateline
from generator.account.actors.quoted import Quoted
from generator.account.actors.sighting import Sighted
from generator.matching.names import family_name
from generator.model.actors import ActorKind
from generator.model.analysis import Analysis
from generator.model.text import Article

Place = tuple[int, int]
"""Where a mention stands: its first and last (exclusive) character."""


class Lore(msgspec.Struct, frozen=True):
    """What the corpus tells of an article's names: the kind of each form, and which of `Sighted.possible` are names."""

    kinds: dict[str, ActorKind]
    known: tuple[str, ...]


class Named(msgspec.Struct, frozen=True):
    """An article's names in text order, and what only its text tells of them.

    `compounds` are the kinds of longer names by folded form, `governments` the countries of forms that mean their
    governments. `votes` counts by country how often it is at home there. `common` are the folded forms that the article
    writes small elsewhere. Of names of capitals, by their beginnings: which of them say something (`speaking`).
    `introduced` are the spans of the phrases that introduce a mention, `tied` are those that hang on other words. The
    others are places of names of countries (`demonyms.py`).
    """

    candidates: tuple[Candidate, ...]
    compounds: dict[str, ActorKind]
    governments: dict[str, str]
    seen: tuple[Seen, ...]
    votes: dict[str, int]
    common: frozenset[str]
    speaking: frozenset[int]
    introduced: tuple[tuple[Place, tuple[Place, ...]], ...]
    tied: frozenset[Place]
    descended: frozenset[Place]
    official: frozenset[Place]
    stated: frozenset[Place]


def name(article: Article, analysis: Analysis, sighted: Sighted, lore: Lore) -> Named:
    """All names of the article."""
    first, kinds = sighted.first, lore.kinds
    known = {c.key for c in first if c.key in kinds} | set(lore.known)
    known |= {family_name(c.text) for c in first if kinds.get(c.key) == "person" and is_full_name(c)}
    more = find_known(article, analysis, sighted.spans, known)
    found = [*first, *(plain_candidate(span, analysis, article.body) for span in more)]
    found = [c for c in found if not is_in_dateline(c, analysis, article.body)]
    found = without_credits(sorted(found, key=lambda c: c.start), article, analysis)
    common = frozenset(k for k in {c.key for c in found} if re.search(rf"\b{re.escape(k)}\b", article.body))
    found = [c for c in found if not (_opens_as_a_word(c, common, analysis) or _is_within_another(c, article.body))]
    found = _without_chambers(_without_members(found, analysis), article.body, analysis)
    compounds: dict[str, ActorKind] = {}
    governments: dict[str, str] = {}
    found = _with_compounds(found, article, analysis, compounds, governments)
    capitals = [c for c in found if (form := country_names().get(c.key)) is not None and form.form == "metonym"]
    return Named(
        candidates=tuple(found),
        compounds=compounds,
        governments=governments,
        seen=seen_in(found, analysis),
        votes=dict(home_votes(found, article.body)),
        common=common,
        speaking=frozenset(c.start for c in capitals if speaks(c, analysis)),
        introduced=tuple(_introduced(found, article, analysis)),
        tied=frozenset(c.place for c in found if is_tied(c, analysis)),
        descended=frozenset(c.place for c in found if is_of_descent(c, analysis)),
        official=frozenset(c.place for c in found if c.key in country_names() and is_official(c, analysis)),
        stated=frozenset(c.place for c in found if is_in_a_state(c, analysis)),
    )


# "Speaker [Ada] Roth", "the USS Ada Roth".
_BRACKETED, _SHIP = re.compile(r"\] [A-Z]"), re.compile(r"\b(?:USS|HMS) $")
_BEFORE_WORDS = frozenset({")", '"', "“", "‘", "'", "–", "—", "-", ":"})


def _opens_as_a_word(candidate: Candidate, common: frozenset[str], analysis: Analysis) -> bool:
    """Whether a plural opens a sentence that the article writes small elsewhere: "Conservatives" are no party."""
    plural = analysis.tokens[candidate.last - 1].tag in {"NNS", "NNPS"}
    opens = not candidate.inside or analysis.tokens[candidate.first - 1].text in _BEFORE_WORDS
    return plural and opens and " " not in candidate.key and candidate.key in common


def _is_within_another(candidate: Candidate, body: str) -> bool:
    """Whether a name is the ship's that is called so, or stands in brackets that an editor has set into another."""
    before = body[max(0, candidate.start - len("the USS ")) : candidate.start]
    return _BRACKETED.match(body, candidate.end) is not None or _SHIP.search(before) is not None


def _without_members(found: Sequence[Candidate], analysis: Analysis) -> list[Candidate]:
    """The candidates without a party of which only somebody in it is told: "the leading Republican"."""
    single = {
        c
        for c in found
        if c.key in PARTY_MEMBERS
        and (token := analysis.tokens[c.last - 1]).tag in {"NN", "NNP"}
        and token.dep not in {"compound", "amod", "nmod"}
    }
    told = {known_bodies().get(c.key) for c in found if c not in single}
    return [c for c in found if c not in single or known_bodies().get(c.key) in told]


def _without_chambers(found: Sequence[Candidate], body: str, analysis: Analysis) -> list[Candidate]:
    """The candidates without "the House", "the Supreme Court" where they may be those of another country or a state.

    So in the news of a country that has one, too, or beside "the Ohio Senate", which is no race for a seat in theirs.
    """
    votes, tokens = home_votes(found, body), analysis.tokens
    own = {
        c.key.rpartition(" ")[2]
        for c in found
        if c.key.rpartition(" ")[0] in us_states() or (c.first and tokens[c.first - 1].word == "state")
        if tokens[c.last - 1].dep != "compound"
    } & STATE_HEADS
    for country in votes:
        own |= chambers().get(country, set()) if votes[country] > votes[UNITED_STATES] else set()
    return [c for c in found if c.key not in own]


def _introduced(
    found: Sequence[Candidate], article: Article, analysis: Analysis
) -> Iterator[tuple[Place, tuple[Place, ...]]]:
    quoted = Quoted(article)
    for candidate in found:
        told = introductions(candidate, analysis, article.body, quoted)
        if told:
            yield (candidate.start, candidate.end), tuple(told)


def _with_compounds(
    found: Sequence[Candidate],
    article: Article,
    analysis: Analysis,
    compounds: dict[str, ActorKind],
    governments: dict[str, str],
) -> list[Candidate]:
    result = []
    for candidate in found:
        compound = find_compound(candidate, analysis, article.body)
        country = country_names().get(candidate.key)
        if compound is None or country is not None or compound.kind == "group":
            result.append(candidate)
        if compound is not None and compound.kind == "country" and country is not None:
            governments[compound.candidate.key] = country.country
            result[-1] = compound.candidate
        elif compound is not None:
            compounds[compound.candidate.key] = compound.kind
            result.append(compound.candidate)
    return result
