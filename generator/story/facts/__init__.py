"""What the sources of an event tell alike, and what one of them tells alone.

Both are claims of ours, so both are shown only when proven (DESIGN.md, promise 3): a fact is told by an article only if
one sentence of it tells all that the fact's clause says, and alone only if no other article has anything near it.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.model.story import Disagreement, Fact, Material
from generator.model.text import Passage
from generator.story.facts.alone import is_alone
from generator.story.facts.clauses import Clause, find_clauses
from generator.story.facts.grouping import Alike, find_alike
from generator.story.facts.passages import Side

__all__ = ["find_facts"]

_SHARED, _SINGLE, _ALONE = 8, 3, 8
# An article leans on another when its dependence is at least so sure; a credit in passing is not.
_LEANS = 0.5
# Of a clause that is mostly between quotation marks, the speaker tells it, not the article.
_QUOTED = 0.4
_WEAK_OPENINGS = frozenset({"PRON", "SCONJ", "ADV", "CCONJ", "INTJ", "AUX", "VERB", "PART", "X"})
_SHORT = 3
_LINKS = ("//", ".com/", "\n")
_PROSE = frozenset({"text", "item"})


def find_facts(material: Material, disagreements: Sequence[Disagreement] = ()) -> tuple[Fact, ...]:
    """The facts of one event: at most eight told by two or more articles, then up to three an article told by it alone.

    Facts are sorted by how many independent articles tell them, then by how early. The first passage is the one to
    show: it claims nothing that another of its passages does not tell. An event with one article has only that
    article's facts, at most eight. No sentence that `disagreements` show is a fact that all tell.
    """
    sides = {article.id: Side(material, article.id) for article in material.articles}
    prose = {name: _prose(material, name) for name in sides}
    clauses = [c for name in sides for c in _told(material, name) if not _is_weak(c) and not _is_label(sides[name], c)]
    leaners = _leaners(material)
    found = [alike for alike in find_alike(sides, clauses, prose) if not _is_disputed(sides, alike, disagreements)]
    groups = _apart(sorted(found, key=lambda a: (-len(a.told), a.clause.article in leaners, -_clarity(a.clause))))
    leaning = _components(material)
    shared = [_fact(material, group, leaning) for group in groups]
    depth = {id(fact): group.clause.depth for fact, group in zip(shared, groups, strict=True)}
    shared.sort(key=lambda f: (-f.independent, depth[id(f)] - 0.1 * f.articles, f.passages))
    used = {place for alike in found for place in alike.places}
    return (*shared[:_SHARED], *_singles(material, sides, clauses, used))


def _prose(material: Material, article: str) -> frozenset[int]:
    """The sentences of an article that are its running text."""
    source = next(a for a in material.articles if a.id == article)
    sentences = enumerate(material.analyses[article].sentences)
    return frozenset(n for n, sentence in sentences if source.paragraphs[sentence.paragraph].role in _PROSE)


def _told(material: Material, article: str) -> list[Clause]:
    """The clauses that the article tells in its own words."""
    spans = [span for q in material.quotations.get(article, ()) if q.direct for span in q.parts]
    source = next(a for a in material.articles if a.id == article)
    prose = _prose(material, article)
    found = [clause for clause in find_clauses(source, material.analyses[article]) if clause.sentence in prose]
    return [c for c in found if sum(_overlap(c, span) for span in spans) < _QUOTED * (c.end - c.start)]


def _overlap(clause: Clause, span: tuple[int, int]) -> int:
    return max(0, min(span[1], clause.end) - max(span[0], clause.start))


def _is_disputed(sides: Mapping[str, Side], alike: Alike, disagreements: Sequence[Disagreement]) -> bool:
    """Whether a sentence that it stands on is shown as one in which the sources differ."""
    shown = [position.passage for finding in disagreements for position in finding.positions]
    for article, number in alike.places:
        sentence = sides[article].analysis.sentences[number]
        if any(p.article == article and p.start < sentence.end and sentence.start < p.end for p in shown):
            return True
    return False


def _apart(found: Iterable[Alike]) -> list[Alike]:
    """The best first, no sentence of an article used twice."""
    used: set[tuple[str, int]] = set()
    kept = []
    for alike in found:
        if not alike.places & used:
            used |= alike.places
            kept.append(alike)
    return kept


def _leaners(material: Material) -> set[str]:
    return {d.article for d in material.dependences if d.score >= _LEANS}


def _is_weak(clause: Clause) -> bool:
    """Whether the clause cannot well be read alone."""
    return clause.opens in _WEAK_OPENINGS or clause.points or clause.relative


def _is_label(side: Side, clause: Clause) -> bool:
    """Whether the words are a heading, a caption or a link rather than a sentence: in capitals, or with an address."""
    first, *others = side.analysis.tokens[clause.first : clause.last]
    text = side.body[clause.start : clause.end]
    titled = any(t.pos == "VERB" and t.text[0].isupper() for t in others if t.text.isalpha())
    return titled or (first.text.isupper() and len(first.text) > _SHORT) or any(mark in text for mark in _LINKS)


def _clarity(clause: Clause) -> float:
    """How well a clause is read alone and how much it tells."""
    return 0.5 * (1 - clause.depth) + 0.1 * min(len(clause.lemmas), 12) + 0.1 * min(len(clause.names), 4)


def _fact(material: Material, alike: Alike, leaning: dict[str, str]) -> Fact:
    clause = alike.clause
    told = [(clause.article, clause.start, clause.end), *((t.article, t.start, t.end) for t in alike.told)]
    return Fact(
        event=material.event.id,
        passages=tuple(_passage(material, *place) for place in told),
        articles=len(told),
        independent=len({leaning[article] for article, _, _ in told}),
    )


def _passage(material: Material, article: str, start: int, end: int) -> Passage:
    return next(a for a in material.articles if a.id == article).passage(start, end)


def _components(material: Material) -> dict[str, str]:
    """For each article the first of those that it leans on or that lean on it, directly or through others."""
    home = {article.id: article.id for article in material.articles}
    for dependence in material.dependences:
        if dependence.score >= _LEANS and dependence.article in home and dependence.on in home:
            old, new = sorted((home[dependence.article], home[dependence.on]), reverse=True)
            home = {article: new if root == old else root for article, root in home.items()}
    return home


def _singles(
    material: Material, sides: Mapping[str, Side], clauses: Sequence[Clause], used: set[tuple[str, int]]
) -> list[Fact]:
    """What one article tells alone: its most telling clauses that no other article comes near to."""
    most = _SINGLE if len(sides) > 1 else _ALONE
    facts = []
    for name, side in sides.items():
        others = [other for other in sides.values() if other is not side]
        own = [c for c in clauses if c.article == name and (name, c.sentence) not in used]
        kept: list[Clause] = []
        for clause in sorted(own, key=lambda c: (-_clarity(c) + c.long, c.start)):
            if len(kept) == most:
                break
            if all(clause.sentence != k.sentence for k in kept) and (not others or is_alone(side, clause, others)):
                kept.append(clause)
        facts += [
            Fact(
                event=material.event.id, passages=(_passage(material, name, c.start, c.end),), articles=1, independent=1
            )
            for c in sorted(kept, key=lambda c: c.start)
        ]
    return facts
