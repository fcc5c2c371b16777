"""All disagreements of one event that the program can prove, best first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.disagreements.finding import Proof, Side, finding_of
from generator.disagreements.kinds import FINDERS
from generator.disagreements.material import Look
from generator.model.story import Disagreement, Material


def compare(material: Material, *, limit: int) -> tuple[Disagreement, ...]:
    """The at most `limit` disagreements of an event that are proven, surest first; none with one article.

    No two say the same of one place: what is marked on one card is on no other.
    """
    if len(material.articles) < 2:
        return ()
    look = Look(material)
    found = [finding for proof in proofs(look) if (finding := finding_of(look, proof)) is not None]
    return tuple(_distinct(sorted(found, key=lambda d: d.likeliest)))[:limit]


def proofs(look: Look) -> Iterator[Proof]:
    """All that the kinds find, before anything is made of it."""
    for find in FINDERS:
        yield from find(look)


class Considered(NamedTuple):
    """A proof that was looked at for some passages, and the card made of it; None where none could be printed."""

    proof: Proof
    finding: Disagreement | None


def considered(material: Material, finding: Disagreement) -> tuple[Considered, ...]:
    """All that was found in the passages of a finding, surest first: of those on one place the first is shown."""
    look = Look(material)
    near = [proof for proof in proofs(look) if any(_touches(side, finding) for side in proof.sides)]
    found = [Considered(proof, finding_of(look, proof)) for proof in near]
    return tuple(sorted(found, key=lambda each: (-each.proof.sure, each.proof.kind, each.proof.sides)))


def _touches(side: Side, finding: Disagreement) -> bool:
    passages = (position.passage for position in finding.positions)
    return any(p.article == side.article and p.start <= side.says[0] < p.end for p in passages)


def _distinct(found: Sequence[Disagreement]) -> Iterator[Disagreement]:
    kept: list[Disagreement] = []
    for finding in found:
        if not any(_same_place(finding, other) for other in kept):
            kept.append(finding)
            yield finding


def _same_place(one: Disagreement, other: Disagreement) -> bool:
    """Whether marked words of the one are marked on the other, or they put the same words against each other."""
    places = {(p.passage.article, *span) for p in other.positions for span in p.differs}
    words = {p.says.casefold() for p in other.positions}
    return any((p.passage.article, *span) in places for p in one.positions for span in p.differs) or words == {
        p.says.casefold() for p in one.positions
    }
