"""Whether a clause tells of something beside the event: a biography, another year, a contract of another project.

One article alone may tell it, and it is no news of the event: so a clause whose subject no other article knows must
tell of this time, and not of a thing that it first brings up.
"""

from collections.abc import Sequence

from generator.language.tree import Syntax
from generator.matching.rarity import rarity
from generator.model.periods import period
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, is_content, stem

# The logarithm of the rank up to which a noun, and a noun within a name ("President", "Authority"), is of no one story.
_GENERAL, _GENERAL_IN_NAMES = 6.3, 8.2
_NAMING = frozenset({"compound", "poss", "pobj"})
_TIMES = frozenset({"DATE", "TIME"})
# Days; what lies further back is of another time.
_YEAR = 365


def is_background(ours: Side, clause: Clause, others: Sequence[Side]) -> bool:
    """Whether the subject is of no other article, and the clause of another time or its subject new."""
    tree = ours.telling.frames.tree
    subject = tree.child(clause.head, "nsubj", "nsubjpass")
    if subject is None or any(_is_known(ours, at, others) for at in _telling(ours, _named(tree, subject))):
        return False
    return _is_old(ours, clause) or any(tree.word(c) in ("a", "an") for c in tree.children[subject])


def _named(tree: Syntax, subject: int) -> list[int]:
    """The subject itself, without what is only said of it: "the Velt [bridge]", "a total of nine [bridges]"."""
    of = [c for c in tree.children[subject] if tree.tokens[c].lemma == "of"]
    beside = [c for at in (subject, *of) for c in tree.children[at] if tree.tokens[c].dep in _NAMING]
    return [subject, *beside]


def _telling(side: Side, tokens: Sequence[int]) -> list[int]:
    """Those of the tokens that name somebody, or something that is not in every story."""
    return [at for at in tokens if at in side.actors or _is_telling(side, at)]


def _is_telling(side: Side, at: int) -> bool:
    token = side.analysis.tokens[at]
    if token.pos not in ("NOUN", "PROPN") or token.entity in _TIMES or not is_content(token):
        return False
    return rarity(token.lemma.lower()) > (_GENERAL_IN_NAMES if token.pos == "PROPN" else _GENERAL)


def _is_known(ours: Side, at: int, others: Sequence[Side]) -> bool:
    """Whether another article has the word, or names who it names."""
    word, actor = stem(ours.analysis.tokens[at]), ours.actors.get(at, "")
    return any(word in other.words.stems or actor in other.words.actors for other in others)


def _is_old(side: Side, clause: Clause) -> bool:
    """Whether the clause names a time that lay more than a year before its article."""
    told = (period(day.date) for day in side.dates(clause.start, clause.end) if day.date)
    today = period(side.source.published) if side.source.published else None
    return today is not None and any(p is not None and p.high + _YEAR < today.low for p in told)
