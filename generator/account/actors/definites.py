"""Persons spoken of by their office alone: "the foreign minister", "the palace chief".

A description is resolved only when exactly one person whom the article names bears such an office, in such a country.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import Candidate, unnamed
from generator.account.actors.lexicon import OFFICES
from generator.account.actors.offices import Office, is_of_a_body, parse_office, same_office
from generator.language.verbs import OFFICES as ONE_HOLDER
from generator.model.analysis import Analysis, Token
from generator.model.text import Article


class Scene(msgspec.Struct, gc=False):
    """One article: offices of its persons by draft index, whom each mention (by offset) means, and its home country."""

    offices: dict[int, set[Office]]
    people: dict[int, int]
    home: str


def resolve_definites(drafts: Sequence[Draft], article: Article, analysis: Analysis, home: str) -> None:
    """Add to the drafts of persons whom an article names the descriptions that can only mean them."""
    persons = {number: draft for number, draft in enumerate(drafts) if draft.kind == "person"}
    scene = Scene(
        offices={number: _offices(draft, article.body) for number, draft in persons.items()},
        people={candidate.start: number for number, draft in persons.items() for candidate, _ in draft.mentions},
        home=home,
    )
    for first, head in _phrases(analysis):
        owner = _owner(first, head, analysis, scene)
        if owner is not None:
            words = article.body[analysis.tokens[first].start : analysis.tokens[head].end]
            drafts[owner].mentions.append((unnamed(analysis, first, head + 1, words), "description"))


def _offices(draft: Draft, body: str) -> set[Office]:
    """The offices that the article gives a person, by titles and descriptions."""
    told = [*(d.text for d in draft.descriptions), *(_title(c, body) for c, _ in draft.mentions if c.title)]
    offices = ((parse_office(text), text) for text in told)
    return {o for o, text in offices if o is not None and not (o.words in ONE_HOLDER and is_of_a_body(text))}


def _title(candidate: Candidate, body: str) -> str:
    """The title with the word before it, which may be the body it is held in: "HBN President"."""
    before = body[: candidate.title_start].split(" ")[-2:-1]
    return " ".join([*(word for word in before if word.isalpha() and word.isupper()), candidate.title])


def _phrases(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """Noun phrases that end in an office and begin with "the", a possessive or a name: first token and head."""
    for sentence in analysis.sentences:
        for head in range(sentence.first + 1, sentence.last):
            token = analysis.tokens[head]
            if token.tag != "NN" or (token.key or token.text) not in OFFICES | {"diplomat"}:
                continue
            if token.dep in {"compound", "attr", "appos"} or _goes_on(analysis.tokens[head + 1 : sentence.last]):
                continue
            first = _phrase_first(analysis, head, sentence.first)
            if first is not None:
                yield first, head


def _goes_on(after: Sequence[Token]) -> bool:
    """Whether a name or "of …" follows, so that the phrase is no description of its own."""
    if not after:
        return False
    apposed = after[0].text == "," and len(after) > 1 and after[1].pos == "PROPN"
    return apposed or (after[0].key or after[0].text) in {"of", "for", "-"} or after[0].pos == "PROPN"


_BEFORE_HEAD = frozenset({"amod", "compound", "nmod", "poss", "case", "det", "punct"})
_BREAKS = frozenset({",", "“", "”", '"', "—", "–", "(", ")"})


def _phrase_first(analysis: Analysis, head: int, floor: int) -> int | None:
    """Where the phrase begins, if it is definite."""
    tokens, first = analysis.tokens, head
    while first > floor and tokens[first - 1].dep in _BEFORE_HEAD and tokens[first - 1].text not in _BREAKS:
        first -= 1
    possessive = any(t.text in {"’s", "'s", "’", "'"} for t in tokens[first:head])
    definite = tokens[first].word == "the" or tokens[first].tag == "PRP$" or possessive
    return first if definite and first < head else None


def _owner(first: int, head: int, analysis: Analysis, scene: Scene) -> int | None:
    tokens = analysis.tokens
    text = " ".join(t.text for t in tokens[first : head + 1])
    office = parse_office(text.replace(" ’s", "’s").replace(" 's", "'s"))
    if office is None:
        return None
    owner = scene.people.get(tokens[first].start)
    if owner is not None and not office.country:
        office = msgspec.structs.replace(office, country=_country_of(owner, scene))
    if tokens[first].tag == "PRP$" or (owner is not None and not office.country):
        return None
    holders = [n for n, held in scene.offices.items() if any(same_office(office, o, scene.home) for o in held)]
    near = _only(n for n in holders if not _is_far(n, tokens[first].start, scene))
    told = Counter(scene.people.values())
    # Of two presidents the one of whom the article speaks here, if it does so more than of the other.
    return near if near is not None and all(told[near] > told[n] for n in holders if n != near) else None


def _is_far(person: int, start: int, scene: Scene) -> bool:
    """Whether an article is about others: it did not speak of a person in the last lines, or seldom does."""
    told = Counter(scene.people.values())
    if told[person] * _FAR_MORE < max(told.values()):
        return True
    before = [s for s in scene.people if start - _NEAR < s < start]
    return bool(before) and all(scene.people[s] != person for s in before)


# Whoever is told of so many times less than another is not meant by an office that many have held.
_FAR_MORE = 4
# Characters of a few paragraphs: who was told of there is who an office means.
_NEAR = 1200


def _country_of(person: int, scene: Scene) -> str:
    """The only country that a person's offices are held in, or ""."""
    countries = {office.country for office in scene.offices[person]}
    return countries.pop() if len(countries) == 1 else ""


def _only(owners: Iterator[int]) -> int | None:
    found = list(owners)
    return found[0] if len(found) == 1 else None
