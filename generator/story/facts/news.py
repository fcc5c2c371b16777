"""Whether a clause that one article tells alone is news of its event, and not what was so before or stands beside it.

Much that only one article has is true and nobody's question: the history of a quarrel, how a poll was made, who stood
in the queue. No single mark tells it from news, but news bears several: somebody vouches for it, and one who matters,
in his own words, it is of these days, the article comes back to whom it tells of, and tells it early, not at length.
"""

from collections.abc import Iterator

from generator.language.verbs import SAYING
from generator.model.periods import period
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, stem

# So many of the seven marks, by some 220 sentences that were read.
_ENOUGH = 5
# A paragraph of so many sentences explains nothing at length; what stands behind so much of an article fills it up.
_BRIEF, _EARLY = 2, 0.7
# Days; what lies further back, or further ahead, is no matter of these days.
_BACK, _AHEAD = 7, 30
_QUOTING = frozenset('“”"„«»')


def is_news(side: Side, clause: Clause) -> bool:
    """Whether a clause bears enough marks of news."""
    return sum(_marks(side, clause)) >= _ENOUGH


def _marks(side: Side, clause: Clause) -> Iterator[bool]:
    tree, sentences = side.telling.frames.tree, side.analysis.sentences
    quoting = not _QUOTING.isdisjoint(side.body[clause.start : clause.end])
    frame = side.telling.frames.by_verb.get(clause.head)
    vouched = tree.tokens[clause.head].lemma in SAYING or (frame is not None and frame.voice is not None)
    subject = tree.child(clause.head, "nsubj", "nsubjpass")
    paragraph = sentences[clause.sentence].paragraph
    yield quoting
    yield vouched
    yield (quoting or vouched) and subject in side.actors
    yield subject is not None and side.counts[stem(tree.tokens[subject])] > 1
    yield _is_recent(side, clause)
    yield sum(sentence.paragraph == paragraph for sentence in sentences) <= _BRIEF
    yield clause.depth < _EARLY


def _is_recent(side: Side, clause: Clause) -> bool:
    """Whether it names a day of the week before its article, or one to come soon."""
    today = period(side.source.published) if side.source.published else None
    told = (period(day.date) for day in side.dates(clause.start, clause.end) if day.date)
    return today is not None and any(day is not None and -_AHEAD <= today.low - day.high <= _BACK for day in told)
