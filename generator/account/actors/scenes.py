"""Whom one article means where it gives no name: by an office, by a pronoun.

It is asked twice of each article. First what it tells by itself: offices, the fuller forms of names, pronouns that can
be one person's only. Then, once the whole corpus has told of whom to say "he" and of whom "she", what pronouns mean.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from generator.account.actors.assemble import UNNAMED, Draft
from generator.account.actors.candidates import Candidate
from generator.account.actors.definites import resolve_definites
from generator.account.actors.dress import dressed_forms
from generator.account.actors.each import Each
from generator.account.actors.gender import genders
from generator.account.actors.pronouns import gender_votes, learnt, resolve_pronouns, scene_of
from generator.account.actors.quoted import Quoted
from generator.model.actors import ActorKind, Description, Form
from generator.model.analysis import Analysis
from generator.model.text import Article

Place = tuple[int, int]
"""The first and the last (exclusive) character."""


# No acronym is longer.
_SHORT = 10


class Part(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One actor's part in an article: kind, mentions, the places of its descriptions, and its short names anywhere."""

    kind: ActorKind
    mentions: tuple[tuple[Candidate, Form], ...]
    descriptions: tuple[Place, ...]
    short: frozenset[str] = frozenset()


class Meant(msgspec.Struct, frozen=True, array_like=True):
    """Mentions and descriptions that an article was found to have besides, with the number of the part they are of."""

    mentions: tuple[tuple[int, Candidate, Form], ...]
    descriptions: tuple[tuple[int, Place], ...]


class Told(msgspec.Struct, frozen=True, array_like=True):
    """What an article tells by itself: `votes` are genders by part, one a pronoun, `dressed` fuller forms by part."""

    meant: Meant
    votes: tuple[tuple[int, str], ...]
    dressed: tuple[tuple[int, str], ...]


def tell(article: Article, analysis: Analysis, parts: tuple[Part, ...], home: str) -> Told:
    """What the article tells of those who have a part in it; `home` is the country that it is at home in."""
    drafts = _drafts(article, parts)
    resolve_definites(drafts, article, analysis, home)
    scene = scene_of(drafts, analysis, Quoted(article))
    dressed = {
        (number, form)
        for number, part in enumerate(parts)
        for candidate, called in part.mentions
        if called not in UNNAMED
        for form in dressed_forms(candidate, analysis, article.body, part.kind, part.short)
    }
    return Told(_meant(drafts, parts), tuple(gender_votes(scene)), tuple(sorted(dressed)))


def point_back(
    article: Article, analysis: Analysis, parts: tuple[Part, ...], home: str, told: Told, known: tuple[str, ...]
) -> Meant:
    """Whom the article means by pronouns; `known` are genders, a part each."""
    drafts = _drafts(article, parts)
    _add(drafts, told.meant, article)
    before = [
        Part(draft.kind, tuple(draft.mentions), tuple((d.passage.start, d.passage.end) for d in draft.descriptions))
        for draft in drafts
    ]
    resolve_pronouns(drafts, scene_of(drafts, analysis, Quoted(article)), dict(enumerate(known)))
    return _meant(drafts, before)


def set_scenes(drafts: Sequence[Draft], articles: Sequence[Article], homes: Mapping[str, str], each: Each) -> None:
    """Add to the drafts whom each article means without a name, and their fuller forms."""
    by_id = {article.id: article for article in articles}
    numbers, parts = _parts(drafts, articles)
    told = each(tell, {name: (own, homes[name]) for name, own in parts.items()})
    votes: list[tuple[int, str]] = []
    for name in _turns(drafts, numbers):
        found = told[name]
        own = [drafts[n] for n in numbers[name]]
        _add(own, found.meant, by_id[name])
        votes += [(numbers[name][part], gender) for part, gender in found.votes]
        for part, form in found.dressed:
            own[part].dressed[form].add(name)
    known = learnt(genders(drafts), votes)
    given = {
        name: (own, homes[name], told.later(name), tuple(known.get(n, "") for n in numbers[name]))
        for name, own in parts.items()
    }
    meant = each(point_back, given)
    for name in _turns(drafts, numbers):
        _add([drafts[n] for n in numbers[name]], meant[name], by_id[name])


def _parts(
    drafts: Sequence[Draft], articles: Sequence[Article]
) -> tuple[dict[str, list[int]], dict[str, tuple[Part, ...]]]:
    """Which drafts have a part in each article, in the order in which it names them, and these parts."""
    mentions: dict[str, dict[int, list[tuple[Candidate, Form]]]] = {a.id: defaultdict(list) for a in articles}
    described: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for mention in draft.mentions:
            mentions[mention[0].article][number].append(mention)
        for description in draft.descriptions:
            passage = description.passage
            described[passage.article, number].append((passage.start, passage.end))
    numbers, parts = {}, {}
    short = [
        frozenset(c.key for c, _ in draft.mentions if len(c.key) <= _SHORT) if draft.kind != "person" else frozenset()
        for draft in drafts
    ]
    for name, own in mentions.items():
        numbers[name] = sorted(own, key=lambda n: (min(c.start for c, _ in own[n]), n))
        parts[name] = tuple(
            Part(drafts[n].kind, tuple(own[n]), tuple(described.get((name, n), ())), short[n]) for n in numbers[name]
        )
    return numbers, parts


def _turns(drafts: Sequence[Draft], numbers: Mapping[str, Sequence[int]]) -> list[str]:
    """The articles in the order in which those who have a part in them are told of."""
    persons = (draft for draft in drafts if draft.kind == "person")
    return list(dict.fromkeys([*(c.article for draft in persons for c, _ in draft.mentions), *numbers]))


def _drafts(article: Article, parts: Sequence[Part]) -> list[Draft]:
    return [
        Draft(
            name="",
            kind=part.kind,
            mentions=list(part.mentions),
            descriptions=[_description(article, place) for place in part.descriptions],
        )
        for part in parts
    ]


def _description(article: Article, place: Place) -> Description:
    return Description(text=article.body[place[0] : place[1]], passage=article.passage(*place))


def _meant(drafts: Sequence[Draft], before: Sequence[Part]) -> Meant:
    """What the drafts have that they had not before."""
    both = list(enumerate(zip(drafts, before, strict=True)))
    return Meant(
        tuple((n, *mention) for n, (draft, part) in both for mention in draft.mentions[len(part.mentions) :]),
        tuple(
            (n, (d.passage.start, d.passage.end))
            for n, (draft, part) in both
            for d in draft.descriptions[len(part.descriptions) :]
        ),
    )


def _add(drafts: Sequence[Draft], meant: Meant, article: Article) -> None:
    for number, candidate, form in meant.mentions:
        drafts[number].mentions.append((candidate, form))
    for number, place in meant.descriptions:
        drafts[number].descriptions.append(_description(article, place))
