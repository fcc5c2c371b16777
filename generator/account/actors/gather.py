"""All candidates of a corpus, with the kind of each name form: from prose, then from what the prose has taught."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

import msgspec

from generator.account.actors.candidates import Candidate, plain_candidate, split_span
from generator.account.actors.compounds import find_compound
from generator.account.actors.credits import without_credits
from generator.account.actors.evidence import DOMAIN, Profile, kind_of, profiles
from generator.account.actors.gazetteer import country_names, known_bodies
from generator.account.actors.lexicon import COMPANY_FORMS
from generator.account.actors.person import is_full_name
from generator.account.actors.places import is_in_dateline
from generator.account.actors.prefixes import without_prefixes
from generator.account.actors.spans import Span, find_known, find_spans
from generator.matching.names import family_name, fold
from generator.model.actors import ActorKind
from generator.model.analysis import Analysis
from generator.model.text import Article


class Gathering(msgspec.Struct, gc=False):
    """Each article's candidates in text order, kinds and evidence by folded form, and forms that mean a government."""

    by_article: dict[str, list[Candidate]]
    kinds: dict[str, ActorKind | None]
    evidence: dict[str, Profile]
    governments: dict[str, str]

    @property
    def everything(self) -> list[Candidate]:
        """All candidates, article by article."""
        return [c for found in self.by_article.values() for c in found]


def gather(articles: Sequence[Article], analyses: Mapping[str, Analysis]) -> Gathering:
    """Find every candidate, and what kind of actor each name form is taken to be."""
    spans = {a.id: find_spans(a, analyses[a.id]) for a in articles}
    first = {a.id: _first_names(spans[a.id], a, analyses[a.id]) for a in articles}
    small = {t.text for analysis in analyses.values() for t in analysis.tokens if t.text.islower()}
    kinds = _kinds(profiles((c for found in first.values() for c in found), analyses), small)
    everywhere = _clear_names(kinds)
    by_article: dict[str, list[Candidate]] = {}
    compounds: dict[str, ActorKind] = {}
    governments: dict[str, str] = {}
    for article in articles:
        analysis = analyses[article.id]
        own = {c.key for c in first[article.id] if kinds[c.key] is not None} | everywhere
        own |= {family_name(c.text) for c in first[article.id] if kinds[c.key] == "person" and is_full_name(c)}
        more = find_known(article, analysis, spans[article.id], own)
        found = first[article.id] + [plain_candidate(span, analysis, article.body) for span in more]
        found = [c for c in found if not is_in_dateline(c, analysis, article.body)]
        found = without_credits(sorted(found, key=lambda c: c.start), article, analysis)
        by_article[article.id] = _with_compounds(found, article, analysis, kinds, compounds, governments)
    evidence = profiles((c for found in by_article.values() for c in found), analyses)
    return Gathering(
        by_article=by_article,
        kinds=_with_bases(_kinds(evidence, small), compounds, evidence),
        evidence=evidence,
        governments=governments,
    )


def _first_names(spans: Sequence[Span], article: Article, analysis: Analysis) -> list[Candidate]:
    found = [c for span in spans for c in split_span(span, analysis, article.body)]
    return without_prefixes(found, analysis, article.body)


def _kinds(evidence: Mapping[str, Profile], small: Set[str]) -> dict[str, ActorKind | None]:
    """The kind of each form; a word that only opens sentences and else is written small (`small`) names nobody."""
    kinds = {key: kind_of(profile) for key, profile in evidence.items()}
    named = {form.country for key, form in country_names().items() if key in evidence and form.form != "metonym"}
    for key, profile in evidence.items():
        if not profile.titled and key in small and not _is_named(profile, kinds[key]):
            kinds[key] = None
        form = country_names().get(key)
        if form is not None and form.form == "metonym" and form.country in named and not profile.titled:
            kinds[key] = "place"
    for key, profile in evidence.items():
        base = fold(DOMAIN.sub("", profile.text))
        if base != key and base in kinds and not evidence[base].titled:
            kinds[base] = "organisation"
    for key in kinds:
        base, _, last = key.rpartition(" ")
        if last in COMPANY_FORMS and base in kinds and not evidence[base].titled:
            kinds[base] = kinds[key] = "organisation"
    return kinds


def _is_named(profile: Profile, kind: ActorKind | None) -> bool:
    """Whether a word that is written small elsewhere is a name all the same: by its table, its article, its acts."""
    if profile.key in known_bodies() or profile.key in country_names() or kind == "place":
        return True
    if kind in {"organisation", "state body"}:
        return bool(profile.inside and profile.speaks)
    return bool(profile.inside)


def _with_bases(
    kinds: Mapping[str, ActorKind | None], compounds: Mapping[str, ActorKind], evidence: Mapping[str, Profile]
) -> dict[str, ActorKind | None]:
    """The kinds with those of longer names; what is called "the … region" somewhere is a place by itself too."""
    found = {**kinds, **compounds}
    for key, kind in compounds.items():
        base = key.rpartition(" ")[0]
        if kind == "place" and base in kinds and kinds[base] is None and not evidence[base].labels["NORP"]:
            found[base] = "place"
    return found


def _clear_names(kinds: Mapping[str, ActorKind | None]) -> set[str]:
    """Forms that mean the same in every article: longer names found anywhere, countries, well-known bodies."""
    longer = {key for key, kind in kinds.items() if kind is not None and " " in key}
    bodies = {key for key, body in known_bodies().items() if not body.acronym and " " in key}
    return longer | bodies | {key for key, form in country_names().items() if form.form != "metonym" and len(key) > 3}


def _with_compounds(
    found: Sequence[Candidate],
    article: Article,
    analysis: Analysis,
    kinds: Mapping[str, ActorKind | None],
    compounds: dict[str, ActorKind],
    governments: dict[str, str],
) -> list[Candidate]:
    result = []
    for candidate in found:
        compound = find_compound(candidate, analysis, article.body, kinds.get(candidate.key))
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


def bracketed_names(found: Mapping[str, Sequence[Candidate]], texts: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """Pairs of folded name and folded bracketed text that follow one another."""
    pairs: Counter[tuple[str, str]] = Counter()
    for article, candidates in found.items():
        for one, other in pairwise(candidates):
            if texts[article][one.end : other.start] in {" (", "(", " (the "}:
                pairs[one.key, fold(other.text)] += 1
    return pairs
