"""Clauses that articles tell alike: one to show, and the passage of each other article that tells all of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.language.frames import Frame
from generator.story.facts.clauses import Clause
from generator.story.facts.index import Index
from generator.story.facts.passages import Side, is_content, words
from generator.story.facts.telling import passage, tells

# A passage is quoted; longer ones are no passage to show.
_LONGEST = 40


class Told(NamedTuple):
    """A passage of one article: the sentence, and the body offsets of what is shown of it."""

    article: str
    sentence: int
    start: int
    end: int


class Alike(NamedTuple):
    """A clause, and what tells all of it: the passage of each further article, in the order of the articles."""

    clause: Clause
    told: tuple[Told, ...]

    @property
    def places(self) -> set[tuple[str, int]]:
        """The sentences that it stands on."""
        return {(self.clause.article, self.clause.sentence), *((t.article, t.sentence) for t in self.told)}

    @property
    def passages(self) -> list[tuple[str, int, int]]:
        """The article, start and end of each passage, that of the clause first."""
        clause = self.clause
        return [(clause.article, clause.start, clause.end), *((t.article, t.start, t.end) for t in self.told)]


def find_alike(
    sides: Mapping[str, Side],
    statements: Mapping[str, Sequence[tuple[Frame, Clause]]],
    prose: Mapping[str, frozenset[int]],
) -> list[Alike]:
    """For each of the statements that other articles tell too: who does. `prose` are the sentences that may tell."""
    index, found = Index(sides, prose), []
    for name, own in statements.items():
        for frame, clause in own:
            told = tuple(
                best
                for other, near in index.candidates(clause)
                if (best := _best(sides[name], frame, clause, sides[other], statements[other], near))
            )
            if told:
                found.append(Alike(clause, told))
    return found


def _best(
    ours: Side,
    frame: Frame,
    clause: Clause,
    theirs: Side,
    statements: Sequence[tuple[Frame, Clause]],
    near: Sequence[int],
) -> Told | None:
    """The first of the sentences `near` of an article that tells all of the statement."""
    for sentence in near:
        if tells(theirs, sentence, ours, frame, clause):
            tokens = theirs.analysis.tokens
            needed = words(theirs, [at for at in theirs.sentences[sentence] if is_content(tokens[at])])
            own = words(ours, range(clause.first, clause.last))
            clauses = [c for _, c in statements if c.sentence == sentence]
            start, end = passage(theirs, sentence, clauses, needed._replace(stems=needed.stems & own.stems))
            if len(theirs.body[start:end].split()) <= _LONGEST:
                return Told(theirs.article, sentence, start, end)
    return None
