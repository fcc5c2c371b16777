"""From analysed articles to the cast: candidates, kinds, persons, bodies and countries, and the editor's word last."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from typing import NamedTuple

import msgspec

from generator.account.actors.assemble import Draft, Near, assemble, fullest
from generator.account.actors.bodies import Body, find_bodies
from generator.account.actors.candidates import Candidate
from generator.account.actors.countries import find_countries
from generator.account.actors.descriptions import describe, introductions
from generator.account.actors.each import Each
from generator.account.actors.editing import apply_decisions
from generator.account.actors.gather import Gathering, bracketed_names, explained, gather
from generator.account.actors.gazetteer import country_names, known_bodies, place_names
from generator.account.actors.homes import home_countries
from generator.account.actors.joining import are_of_one_matter
from generator.account.actors.people import People, find_people, shared_surnames
from generator.account.actors.person import Person, is_full_name
from generator.account.actors.proof import proven
from generator.account.actors.quoted import Quoted
from generator.account.actors.scenes import set_scenes
from generator.account.actors.surnames import is_namesakes
from generator.account.actors.titles import add_title_forms
from generator.matching.names import family_name, fold, fullest_names, is_acronym, nickname, plain_name, split_name
from generator.model.actors import ActorKind, Cast
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.text import Article


class Casting(Record, frozen=True):
    """The cast, and what is wrong with the editor's decisions about it."""

    cast: Cast
    problems: tuple[Problem, ...] = ()


def find_cast(
    articles: Sequence[Article], analyses: Mapping[str, Analysis], decisions: Decisions, each: Each
) -> Casting:
    """Everyone in the articles, resolved over all of them; the editor's decisions have the last word.

    `each` asks what looks at one article.
    """
    texts = {article.id: article.body for article in articles}
    resolved = _resolved(articles, analyses, texts, decisions, each)
    # Whoever is left out of the cast may be meant by "he" all the same.
    told = {id(draft) for draft in resolved.shown}
    meant = [draft for draft in resolved.drafts if draft.kind == "person" or id(draft) in told]
    set_scenes(meant, articles, resolved.homes, each)
    return Casting(cast=assemble(resolved.shown, texts, resolved.near), problems=resolved.problems)


class _Resolved(NamedTuple):
    """Everyone, those of them who are proven, and what is needed to tell of them: not all that proved it."""

    drafts: list[Draft]
    shown: list[Draft]
    homes: Mapping[str, str]
    near: list[Near]
    problems: tuple[Problem, ...]


def _resolved(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    texts: Mapping[str, str],
    decisions: Decisions,
    each: Each,
) -> _Resolved:
    found = gather(articles, each)
    names = {a: {c.key for c in n.candidates if not _is_everywhere(c.key)} for a, n in found.named.items()}
    years = {a.id: int(a.published[:4]) for a in articles if a.published and a.published[:4].isdigit()}
    persons = {a: _person_candidates(n.candidates, found.kinds) for a, n in found.named.items()}
    people = find_people(persons, names, years)
    taken = {(c.article, c.start, c.end) for person in people.persons for c in person.mentions}
    rest = [c for c in found.everything if (c.article, c.start, c.end) not in taken]
    homes = home_countries({a: named.votes for a, named in found.named.items()})
    countries, rest = find_countries(rest, found, homes)
    drafts = _person_drafts(people) + countries + _body_drafts(rest, found, texts, homes, people, names)
    drafts, problems = apply_decisions(drafts, decisions, articles, analyses)
    by_id = {article.id: article for article in articles}
    describe(drafts, by_id, _introductions(found, drafts, by_id, analyses))
    shown = proven(drafts, found.evidence, texts, {a: named.common for a, named in found.named.items()})
    add_title_forms(shown, articles)
    return _Resolved(drafts, shown, homes, _near(people, decisions), tuple(problems))


def _introductions(
    found: Gathering, drafts: Sequence[Draft], articles: Mapping[str, Article], analyses: Mapping[str, Analysis]
) -> Callable[[Candidate], Sequence[tuple[int, int]]]:
    """Give the phrases that introduce a mention; of what an editor has found, asked now."""
    introducing = {a: dict(named.introduced) for a, named in found.named.items()}
    titled = {(c.article, c.place) for c in found.everything if c.title}
    machine = set(found.everything) if any(draft.decision is not None for draft in drafts) else None

    def introduced(candidate: Candidate) -> Sequence[tuple[int, int]]:
        name = candidate.article
        if machine is None or candidate in machine:
            told = introducing[name].get(candidate.place, ())
            taken = not candidate.titled and (name, candidate.place) in titled
            return [s for s in told if s[1] + 1 != candidate.start] if taken else told
        return introductions(candidate, analyses[name], articles[name].body, Quoted(articles[name]))

    return introduced


def _near(people: People, decisions: Decisions) -> list[Near]:
    """The near misses among persons that the editor has not ruled out; who lost all mentions to others is nobody."""
    apart = [{fold(name) for name in decision.names} for decision in decisions.never_merge]
    return [
        Near(one=one.mentions[0], other=other.mentions[0], reason=reason)
        for one, other, reason in people.near
        if one.mentions and other.mentions and not any(names & one.keys and names & other.keys for names in apart)
    ]


def _is_everywhere(key: str) -> bool:
    """Whether a name says little of what an article is about: a country, a state, a well-known body."""
    return key in country_names() or key in place_names() or key in known_bodies()


def _person_candidates(found: Sequence[Candidate], kinds: Mapping[str, ActorKind | None]) -> list[Candidate]:
    """Candidates of kind person, and single words that are the surname or first name of one named in the article."""
    full = [c for c in found if kinds.get(c.key) == "person" and is_full_name(c)]
    sharing = {
        one for one, name in shared_surnames(found).items() if name.split()[-1] in {c.text.split()[-1] for c in full}
    }
    words = {w for c in full for w in (split_name(c.text)[0], split_name(c.text)[-1], family_name(c.text))}
    body_words = {
        c.key.split()[0] for c in found if " " in c.key and kinds.get(c.key) in {"organisation", "state body"}
    }
    families = {family_name(c.text) for c in full} - _countries_told(found)
    return [
        c
        for c in found
        if c in sharing
        or (c.key in families and kinds.get(c.key) == "country")
        or (_may_be_person(c, words, kinds) and (c.key in words or c.titled or c.key not in body_words))
    ]


def _countries_told(found: Sequence[Candidate]) -> set[str]:
    """The forms of countries that an article calls by more than one: "Holland" beside "Dutch" is no surname."""
    forms: dict[str, set[str]] = defaultdict(set)
    for candidate in found:
        known = country_names().get(candidate.key)
        if known is not None:
            forms[known.country].add(candidate.key)
    return set().union(*(keys for keys in forms.values() if len(keys) > 1))


def _may_be_person(candidate: Candidate, words: set[str], kinds: Mapping[str, ActorKind | None]) -> bool:
    kind = kinds.get(candidate.key)
    if is_acronym(candidate.text) and not candidate.titled and (candidate.key in known_bodies() or kind != "person"):
        return False
    if kind == "person" or candidate.key not in words or candidate.article_word:
        return kind == "person"
    return kind not in {"country", "state body"} or candidate.titled or candidate.label == "PERSON"


def _person_drafts(people: People) -> list[Draft]:
    bearers = Counter(key for person in people.persons for key in {family_name(name) for name in person.names})
    return [
        Draft(
            name=fullest(person.names) if person.names else person.mentions[0].text,
            kind="person",
            mentions=[(_own(candidate, person, bearers), "name") for candidate in person.mentions],
            known=sorted(_known_names(person)),
        )
        for person in people.persons
    ]


def _own(candidate: Candidate, person: Person, bearers: Mapping[str, int]) -> Candidate:
    """A mention without an office that may be a namesake's: "President Roth" of Ada Roth, beside Bo Roth."""
    if bearers[candidate.key] < 2 or not candidate.title or not is_namesakes(candidate, person):
        return candidate
    return msgspec.structs.replace(candidate, title="", title_start=candidate.start, dress=candidate.start)


def _known_names(person: Person) -> set[str]:
    """Names that follow from those in use: without initials, with all that belongs to them, the nickname."""
    called = {nickname(name) for name in person.names} - {""}
    return {plain_name(name) for name in person.names} | fullest_names(person.names) | called


# Somebody of one name who is told of so often is somebody.
_SURE = 3


def _body_drafts(
    rest: Sequence[Candidate],
    found: Gathering,
    texts: Mapping[str, str],
    homes: Mapping[str, str],
    people: People,
    names: Mapping[str, Set[str]],
) -> list[Draft]:
    # "The Roth family" is no body.
    persons = [c for c in found.everything if found.kinds.get(c.key) == "person" and is_full_name(c)]
    families = {family_name(c.text) for c in persons}
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in people.persons:
        for name in person.names:
            bearers[family_name(name)].append(person)
    is_somebodys = partial(_is_somebodys, bearers=bearers, names=names)
    bracketed, anothers = bracketed_names(found.named, texts), explained(found.named, texts)
    bodies = find_bodies(rest, found.kinds, bracketed, homes, anothers, is_somebodys)
    return [
        Draft(
            name=body.known or fullest(body.names),
            kind=body.kind,
            mentions=[(c, "acronym" if is_acronym(c.text) else "name") for c in body.mentions],
        )
        for body in bodies
        if body.known
        or not {_without_company(key) for key in body.keys} <= families
        or (len(body.mentions) >= _SURE and not is_somebodys(body))
    ]


def _without_company(key: str) -> str:
    """A folded name without "& Co.": "Roth & Co." may be Roth and his friends."""
    return key.removesuffix(" co")


def _is_somebodys(body: Body, bearers: Mapping[str, Sequence[Person]], names: Mapping[str, Set[str]]) -> bool:
    """Whether a body's name, mostly without "the", is the family name of a person told of in the same matter.

    "The Roth plan" is no body's.
    """
    the = sum(bool(mention.article_word) for mention in body.mentions)
    if body.kind != "organisation" or 2 * the > len(body.mentions):
        return False
    return any(are_of_one_matter(body, person, names) for key in body.keys for person in bearers[key])
