"""From analysed articles to the cast: candidates, kinds, persons, bodies and countries, and the editor's word last."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from generator.actors.bodies import bracketed_acronyms, find_bodies
from generator.actors.candidates import Candidate, split_span
from generator.actors.evidence import country_of, kind_of, profiles
from generator.actors.kinship import kinship
from generator.actors.people import find_people, is_full_name
from generator.actors.spans import find_spans
from generator.model.actors import Actor, ActorKind, Alias, Cast, Form, Mention
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.text import Article
from generator.names import family_name, fold, is_acronym, split_name, strip_possessive


class Casting(Record, frozen=True):
    """The cast, and what is wrong with the editor's decisions about it."""

    cast: Cast
    problems: tuple[Problem, ...] = ()


class Draft(msgspec.Struct, gc=False):
    """An actor in the making: name forms with the articles that use them, and its mentions."""

    name: str
    kind: ActorKind
    mentions: list[tuple[Candidate, Form]]
    reasons: list[str] = msgspec.field(default_factory=list)
    known: list[str] = msgspec.field(default_factory=list)


def find_cast(articles: Sequence[Article], analyses: Mapping[str, Analysis], decisions: Decisions) -> Casting:
    """Everyone in the articles, resolved over all of them; the editor's decisions have the last word."""
    texts = {article.id: article.body for article in articles}
    by_article = {a.id: _candidates(a, analyses[a.id]) for a in articles}
    everything = [c for found in by_article.values() for c in found]
    evidence = profiles(everything, dict(analyses))
    kinds = {key: kind_of(profile) for key, profile in evidence.items()}
    near = kinship({article: {c.key for c in found} for article, found in by_article.items()})
    persons = {article: _person_candidates(found, kinds) for article, found in by_article.items()}
    people = find_people(persons, near)
    taken = {(c.article, c.start) for person in people.persons for c in person.mentions}
    rest = [c for c in everything if (c.article, c.start) not in taken]
    drafts = [
        Draft(
            name=_fullest(person.names) if person.names else person.mentions[0].text,
            kind="person",
            mentions=[(c, "name") for c in person.mentions],
            reasons=person.reasons,
        )
        for person in people.persons
    ]
    drafts += _countries(rest)
    bodies = find_bodies(
        [c for c in rest if country_of(c.key) is None and kinds[c.key] != "person"],
        kinds,
        bracketed_acronyms(rest, texts),
    )
    for body in bodies:
        drafts.append(
            Draft(
                name=_fullest(body.names),
                kind=body.kind,
                mentions=[(c, "acronym" if is_acronym(c.text) else "name") for c in body.mentions],
                reasons=body.reasons,
            )
        )
    return Casting(cast=_cast(drafts, texts))


def _candidates(article: Article, analysis: Analysis) -> list[Candidate]:
    return [c for span in find_spans(article, analysis) for c in split_span(span, analysis, article.body)]


def _person_candidates(found: Sequence[Candidate], kinds: Mapping[str, ActorKind | None]) -> list[Candidate]:
    full = [c for c in found if kinds[c.key] == "person" and is_full_name(c)]
    words = {w for c in full for w in (split_name(c.text)[0], split_name(c.text)[-1], family_name(c.text))}
    return [c for c in found if kinds[c.key] == "person" or (c.key in words and kinds[c.key] != "country")]


def _fullest(names: Counter[str]) -> str:
    """The fullest of the common forms: longest of those with a fair share of the commonest's count."""
    top = max(names.values())
    common = [n for n in names if names[n] * 4 >= top and not is_acronym(n)] or list(names)
    return min(common, key=lambda n: (-len(fold(n).split()), -names[n], n))


def _countries(rest: Sequence[Candidate]) -> list[Draft]:
    found: dict[str, Draft] = {}
    for candidate in rest:
        country = country_of(candidate.key)
        if country is not None:
            draft = found.setdefault(country.country, Draft(name=country.country, kind="country", mentions=[]))
            draft.mentions.append((candidate, country.form))
    return list(found.values())


def _cast(drafts: list[Draft], texts: Mapping[str, str]) -> Cast:
    drafts = sorted(drafts, key=lambda d: (-len({c.article for c, _ in d.mentions}), -len(d.mentions), d.name))
    used: Counter[str] = Counter()
    actors, mentions = [], []
    for draft in drafts:
        slug = fold(draft.name).replace(" ", "-").replace("'", "") or "actor"
        used[slug] += 1
        name = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
        actors.append(
            Actor(
                id=name, name=draft.name, kind=draft.kind, aliases=_aliases(draft, texts), reasons=tuple(draft.reasons)
            )
        )
        for candidate, form in draft.mentions:
            mentions.append(
                Mention(
                    article=candidate.article,
                    start=candidate.start,
                    end=candidate.end,
                    text=candidate.text,
                    actor=name,
                    form=form,
                    sentence=candidate.sentence,
                )
            )
    order = {article: number for number, article in enumerate(texts)}
    return Cast(
        actors=tuple(actors), mentions=tuple(sorted(mentions, key=lambda m: (order[m.article], m.start, m.end)))
    )


def _aliases(draft: Draft, texts: Mapping[str, str]) -> tuple[Alias, ...]:
    plain: dict[str, set[str]] = defaultdict(set)
    dressed: dict[str, set[str]] = defaultdict(set)
    for candidate, _ in draft.mentions:
        plain[candidate.text].add(candidate.article)
        for form in _dressed_forms(candidate, texts[candidate.article]):
            dressed[form].add(candidate.article)
    found = [Alias(text=text, articles=tuple(sorted(articles))) for text, articles in plain.items()]
    found += [
        Alias(text=text, articles=tuple(sorted(articles)), dressed=True)
        for text, articles in dressed.items()
        if text not in plain
    ]
    return tuple(sorted(found, key=lambda a: (a.dressed, -len(a.articles), a.text)))


def _dressed_forms(candidate: Candidate, body: str) -> list[str]:
    forms = []
    if candidate.title:
        forms.append(body[candidate.title_start : candidate.end])
    if candidate.dress < candidate.title_start:
        forms.append(body[candidate.dress : candidate.end])
    if candidate.article_word and not candidate.title:
        forms.append(f"the {candidate.text}")
    return [strip_possessive(" ".join(form.split())) for form in forms]
