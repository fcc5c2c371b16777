"""What the sources of an event tell alike, and what the only source of one tells.

That sources agree is a claim of ours, so it is shown only when proven (DESIGN.md, promise 3): a fact is told by an
article only if one sentence of it tells all that the fact's clause says. What one of several sources tells alone is
for a reader to say: no rule for it held on fresh events.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.language.frames import Frame
from generator.language.lexicon import word_class
from generator.language.verbs import SAYING
from generator.matching.leaning import leaning, origin_of
from generator.model.story import Disagreement, Fact, Material
from generator.story.facts.clauses import Clause, find_clauses
from generator.story.facts.grouping import Alike, find_alike
from generator.story.facts.passages import Side
from generator.story.facts.spoken import find_spoken
from generator.story.facts.statements import find_statements

__all__ = ["find_facts"]

_SHARED, _SPOKEN, _OF_ONE = 8, 4, 8
# Of a clause that is mostly between quotation marks, the speaker tells it, not the article.
_QUOTED = 0.4
_WEAK_OPENINGS = frozenset({"PRON", "SCONJ", "ADV", "CCONJ", "INTJ", "AUX", "VERB", "PART", "X"})
_SHORT = 3
_LINKS = ("//", ".com/", "\n")
_PROSE = frozenset({"text", "item"})
# What ends the links that a page has run into its text, in capitals.
_LINK_ENDS = word_class("link_ends")


def find_facts(material: Material, disagreements: Sequence[Disagreement] = ()) -> tuple[Fact, ...]:
    """The facts of one event: at most eight that two or more articles tell, of them up to four that they quote.

    They are sorted by how many independent articles tell them, then by how early. The first passage is the one to
    show: it claims nothing that another of its passages does not tell. An event with one article has that article's
    facts, at most eight. No sentence that `disagreements` show is a fact that all tell.
    """
    sides = {article.id: Side(material, article) for article in material.articles}
    if len(sides) == 1:
        return tuple(fact for side in sides.values() for fact in _of_one(material, side))
    prose = {name: _prose(side) for name, side in sides.items()}
    said = _said(material)
    statements = {name: _statements(side, prose[name], said) for name, side in sides.items()}
    leaners = {d.article for d in leaning(material.dependences)}
    origins = origin_of(sides, material.dependences)
    found = [
        alike
        for alike in find_alike(sides, statements, prose)
        if not _is_disputed(sides, alike, disagreements) and not _is_copied(sides, alike, origins)
    ]
    groups = _apart(sorted(found, key=lambda a: (-len(a.told), a.clause.article in leaners, -_clarity(a.clause))))
    shared = [_fact(material, group.passages, origins) for group in groups]
    depth = {id(fact): group.clause.depth for fact, group in zip(shared, groups, strict=True)}
    shared.sort(key=lambda f: (-f.independent, depth[id(f)] - 0.1 * f.articles, f.passages))
    shared += _spoken(material, sides, groups, origins, disagreements)
    return tuple(shared[:_SHARED])


def _prose(side: Side) -> frozenset[int]:
    """The sentences of an article that are its running text."""
    sentences = enumerate(side.analysis.sentences)
    return frozenset(n for n, sentence in sentences if side.source.paragraphs[sentence.paragraph].role in _PROSE)


def _told(material: Material, side: Side) -> list[Clause]:
    """The clauses that the article tells in its own words."""
    prose = _prose(side)
    spans = [span for q in material.quotations.get(side.article, ()) if q.direct for span in q.parts]
    found = [c for c in find_clauses(side.source, side.telling.frames.tree) if c.sentence in prose]
    return [c for c in found if sum(_overlap(c, span) for span in spans) < _QUOTED * (c.end - c.start)]


def _said(material: Material) -> str:
    """All that the articles quote, word by word."""
    told = [(a.body, q) for a in material.articles for q in material.quotations.get(a.id, ()) if q.direct]
    spans = [(body, *part) for body, q in told for part in q.parts]
    return "\n".join(_plain(body[start:end]) for body, start, end in spans)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _statements(side: Side, prose: frozenset[int], said: str) -> list[tuple[Frame, Clause]]:
    """What the article states in its own words, and none of the articles quotes: a post set off needs no marks."""
    told = ((f, c) for f, c in find_statements(side.source, side) if c.sentence in prose)
    told = ((f, c) for f, c in told if not side.cuts_number(c.start, c.end))
    # Who spoke is nothing told.
    told = ((f, c) for f, c in told if f.predicate not in SAYING or f.slot("clause") or f.slot("done"))
    own = [(frame, c) for frame, c in told if not c.points and not _is_label(side, c)]
    return [(frame, c) for frame, c in own if _plain(side.body[c.start : c.end]) not in said]


def _overlap(clause: Clause, span: tuple[int, int]) -> int:
    return max(0, min(span[1], clause.end) - max(span[0], clause.start))


def _is_disputed(sides: Mapping[str, Side], alike: Alike, disagreements: Sequence[Disagreement]) -> bool:
    """Whether a sentence that it stands on is shown as one in which the sources differ."""
    sentences = ((article, sides[article].analysis.sentences[number]) for article, number in alike.places)
    return _is_shown(disagreements, [(article, s.start, s.end) for article, s in sentences])


def _is_copied(sides: Mapping[str, Side], alike: Alike, origins: Mapping[str, str]) -> bool:
    """Whether it is one sentence, word for word, in articles that lean on one another: one source tells it."""
    clause = alike.clause
    words = " ".join(sides[clause.article].body[clause.start : clause.end].split())
    return all(
        origins[t.article] == origins[clause.article] and words in " ".join(sides[t.article].body.split())
        for t in alike.told
    )


def _is_shown(disagreements: Sequence[Disagreement], places: Sequence[tuple[str, int, int]]) -> bool:
    shown = [position.passage for finding in disagreements for position in finding.positions]
    return any(p.article == a and p.start < end and start < p.end for a, start, end in places for p in shown)


def _apart(found: Iterable[Alike]) -> list[Alike]:
    """The best first, no sentence of an article used twice."""
    used: set[tuple[str, int]] = set()
    kept = []
    for alike in found:
        if not alike.places & used:
            used |= alike.places
            kept.append(alike)
    return kept


def _is_weak(clause: Clause) -> bool:
    """Whether the clause cannot well be read alone."""
    return clause.opens in _WEAK_OPENINGS or clause.points


def _is_label(side: Side, clause: Clause) -> bool:
    """Whether the words are a heading, a caption or a link rather than a sentence: in capitals, or with an address."""
    first, *others = side.analysis.tokens[clause.first : clause.last]
    text = side.body[clause.start : clause.end]
    linked = any(t.text.isupper() and t.text.lower() in _LINK_ENDS for t in others)
    titled = any(t.pos == "VERB" and t.text[0].isupper() for t in others if t.text.isalpha())
    return (
        titled or linked or (first.text.isupper() and len(first.text) > _SHORT) or any(mark in text for mark in _LINKS)
    )


def _clarity(clause: Clause) -> float:
    """How well a clause is read alone and how much it tells."""
    return 0.5 * (1 - clause.depth) + 0.1 * min(len(clause.lemmas), 12) + 0.1 * min(len(clause.names), 4)


def _fact(
    material: Material, told: Sequence[tuple[str, int, int]], origins: dict[str, str], speaker: str | None = None
) -> Fact:
    articles = {article.id: article for article in material.articles}
    return Fact(
        event=material.event.id,
        passages=tuple(articles[name].passage(start, end) for name, start, end in told),
        articles=len(told),
        independent=len({origins[article] for article, _, _ in told}),
        speaker=speaker,
    )


def _spoken(
    material: Material,
    sides: Mapping[str, Side],
    groups: Sequence[Alike],
    origins: dict[str, str],
    disagreements: Sequence[Disagreement],
) -> list[Fact]:
    """What somebody said, as two or more articles that do not lean on one another quote it; the most quoted first."""
    used = {place for group in groups for place in group.places}
    kept: list[Fact] = []
    found = find_spoken(sides, material.quotations)
    for spoken in sorted(found, key=lambda s: (-len(s.places), s.places[0][1], -s.places[0][3] + s.places[0][2])):
        places = {(article, sentence) for article, sentence, _, _ in spoken.places}
        told = [(article, start, end) for article, _, start, end in spoken.places]
        if places & used or _is_shown(disagreements, told):
            continue
        fact = _fact(material, told, origins, speaker=spoken.speaker)
        words = _plain(fact.passages[0].quote)
        if fact.independent > 1 and not any(words in _plain(other.passages[0].quote) for other in kept):
            used |= places
            kept.append(fact)
    return kept[:_SPOKEN]


def _of_one(material: Material, side: Side) -> Iterator[Fact]:
    """What the only article of an event tells: its most telling clauses, one a sentence, in the order of the text."""
    clauses = [c for c in _told(material, side) if not _is_weak(c) and not _is_label(side, c)]
    kept: dict[int, Clause] = {}
    for clause in sorted(clauses, key=lambda c: (-_clarity(c) + c.long, c.start)):
        kept.setdefault(clause.sentence, clause)
    for clause in sorted(list(kept.values())[:_OF_ONE], key=lambda c: c.start):
        yield _fact(material, [(side.article, clause.start, clause.end)], {side.article: side.article})
