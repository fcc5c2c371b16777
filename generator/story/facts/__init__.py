"""What the sources of an event tell alike, and what one of them tells alone."""

from collections.abc import Sequence

import numpy as np

from generator.model.story import Disagreement, Fact, Material
from generator.model.text import Passage
from generator.story.facts.clauses import Clause, find_clauses
from generator.story.facts.grouping import group
from generator.story.facts.likeness import Matrix, likeness

__all__ = ["find_facts"]

_SHARED, _SINGLE, _ALONE = 8, 3, 8
# A clause is one source's own when nothing in the others comes nearer to it.
_UNLIKE = 0.28
# An article leans on another when its dependence is at least so sure; a credit in passing is not.
_LEANS = 0.5
# Of a clause that is mostly between quotation marks, the speaker tells it, not the article.
_QUOTED = 0.4
_WEAK_OPENINGS = frozenset({"PRON", "SCONJ", "ADV", "CCONJ", "INTJ", "AUX", "VERB", "PART", "X"})


def find_facts(material: Material, disagreements: Sequence[Disagreement] = ()) -> tuple[Fact, ...]:
    """The facts of one event: at most eight told by two or more articles, then up to three an article told by it alone.

    Facts are sorted by how many independent articles tell them, then by how early. The first passage is the one to
    show: the clearest that can be read alone, rather of an article that leans on none. An event with one article has
    only that article's facts, at most eight. Where hard `disagreements` are known, what they are about is no fact.
    """
    clauses = [c for a in material.articles for c in _told(material, a.id)]
    bodies = {article.id: article.body for article in material.articles}
    like = likeness(clauses, [bodies[c.article][c.start : c.end] for c in clauses])
    groups = [
        g
        for g in group(clauses, like, material.quantities)
        if not any(_disputed([clauses[n] for n in g], d) for d in disagreements)
    ]
    leaning = _components(material)
    shared = [
        _fact(material, [clauses[n] for n in _clearest_first(clauses, like, g, _leaners(material))], leaning)
        for g in groups
    ]
    depth = {id(fact): min(clauses[n].depth for n in g) for fact, g in zip(shared, groups, strict=True)}
    shared.sort(key=lambda f: (-f.independent, depth[id(f)] - 0.1 * f.articles, f.passages))
    return (*shared[:_SHARED], *_singles(material, clauses, like, {n for g in groups for n in g}))


def _told(material: Material, article: str) -> list[Clause]:
    """The clauses that the article tells in its own words."""
    spans = [span for q in material.quotations.get(article, ()) if q.direct for span in q.parts]
    source = next(a for a in material.articles if a.id == article)
    analysis = material.analyses[article]
    prose = [source.paragraphs[sentence.paragraph].role in {"text", "item"} for sentence in analysis.sentences]
    found = [clause for clause in find_clauses(source, analysis) if prose[clause.sentence]]
    return [c for c in found if sum(_overlap(c, span) for span in spans) < _QUOTED * (c.end - c.start)]


def _overlap(clause: Clause, span: tuple[int, int]) -> int:
    return max(0, min(span[1], clause.end) - max(span[0], clause.start))


def _disputed(clauses: Sequence[Clause], finding: Disagreement) -> bool:
    """Whether two of the clauses are positions of a hard disagreement of the event."""
    told = [
        any(c.article == p.passage.article and c.start < p.passage.end and p.passage.start < c.end for c in clauses)
        for p in finding.positions
    ]
    return finding.hardness == "hard" and sum(told) >= 2


def _leaners(material: Material) -> set[str]:
    return {d.article for d in material.dependences if d.score >= _LEANS}


def _clearest_first(clauses: Sequence[Clause], like: Matrix, members: Sequence[int], leaners: set[str]) -> list[int]:
    """The members with the clearest first: near to the others, early, by name, of an article that leans on none."""

    def worth(n: int) -> float:
        nearness = float(sum(like[n, m] for m in members if m != n))
        return _clarity(clauses[n]) + nearness - (clauses[n].article in leaners)

    clearest = max(members, key=lambda n: (worth(n), -n))
    return [clearest, *(n for n in sorted(members) if n != clearest)]


def _is_weak(clause: Clause) -> bool:
    """Whether the clause cannot well be read alone."""
    return clause.opens in _WEAK_OPENINGS or clause.points or clause.relative


def _clarity(clause: Clause) -> float:
    return 0.5 * (1 - clause.depth) + 0.1 * min(len(clause.names), 4) - 0.8 * _is_weak(clause) - 0.6 * clause.long


def _fact(material: Material, clauses: Sequence[Clause], leaning: dict[str, str]) -> Fact:
    return Fact(
        event=material.event.id,
        passages=tuple(_passage(material, clause) for clause in clauses),
        articles=len(clauses),
        independent=len({leaning[clause.article] for clause in clauses}),
    )


def _passage(material: Material, clause: Clause) -> Passage:
    article = next(a for a in material.articles if a.id == clause.article)
    return article.passage(clause.start, clause.end)


def _components(material: Material) -> dict[str, str]:
    """For each article the first of those that it leans on or that lean on it, directly or through others."""
    home = {article.id: article.id for article in material.articles}
    for dependence in material.dependences:
        if dependence.score >= _LEANS and dependence.article in home and dependence.on in home:
            old, new = sorted((home[dependence.article], home[dependence.on]), reverse=True)
            home = {article: new if root == old else root for article, root in home.items()}
    return home


def _singles(material: Material, clauses: Sequence[Clause], like: Matrix, used: set[int]) -> list[Fact]:
    """What one article tells alone: its most telling clauses that no other article comes near to."""
    most = _SINGLE if len(material.articles) > 1 else _ALONE
    told = {(clauses[n].article, clauses[n].sentence) for n in used}
    facts = []
    for article in material.articles:
        elsewhere = np.array([clause.article != article.id for clause in clauses], dtype=bool)
        own = [
            n
            for n, clause in enumerate(clauses)
            if clause.article == article.id
            and (clause.article, clause.sentence) not in told
            and not _is_weak(clause)
            and like[n][elsewhere].max(initial=0.0) < _UNLIKE
        ]
        kept: list[int] = []
        for n in sorted(own, key=lambda n: (-_clarity(clauses[n]), n)):
            if len(kept) < most and all(clauses[n].sentence != clauses[k].sentence for k in kept):
                kept.append(n)
        facts += [
            Fact(event=material.event.id, passages=(_passage(material, clauses[n]),), articles=1, independent=1)
            for n in sorted(kept)
        ]
    return facts
