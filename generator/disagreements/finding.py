"""What every finding is made of, whatever its kind: sides with marked words, a heading, an id made of content."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.disagreements.judged import probability
from generator.disagreements.material import MOST_WORDS, Look, Span
from generator.disagreements.passages import whole
from generator.matching.locate import count_words
from generator.model.kinds import Kind
from generator.model.story import Disagreement, Material, Phrase, Position


class Side(NamedTuple):
    """What one article says: the words that decide, and those to mark (the deciding ones, if none are given)."""

    article: str
    says: Span
    marks: tuple[Span, ...] = ()


class Proof(NamedTuple):
    """Sides that differ. `because` names the rule that proves it, and the reason to print.

    `about` names whom or what they speak of, or is "".
    """

    kind: Kind
    sides: tuple[Side, ...]
    because: str
    about: str = ""
    hard: bool = False
    actors: tuple[str, ...] = ()

    @property
    def sure(self) -> float:
        """The probability that it is right, by how often its rule was."""
        return probability(self.because)


def finding_of(look: Look, proof: Proof) -> Disagreement | None:
    """The card of a proof; None where no passage is whole, the deciding words are alike, or no heading can be made."""
    positions = [position for side in proof.sides if (position := _position(look, side))]
    heading = _heading(proof, positions)
    if len(positions) < len(proof.sides) or heading is None:
        return None
    return Disagreement(
        id=finding_id(proof.kind, look.material.event.id, positions),
        event=look.material.event.id,
        kind=proof.kind,
        about="",
        hardness="hard" if proof.hard else "soft",
        score=proof.sure,
        reason="",
        positions=tuple(positions),
        note=leaning_note(look.material, positions),
        actors=proof.actors,
        heading=heading,
        because=Phrase(f"reason_{proof.because}"),
    )


def finding_id(kind: Kind, event: str, positions: Iterable[Position]) -> str:
    """`<kind>-<ten hexadecimal digits>`, made of the event and the exact passages: the same content, the same id."""
    places = sorted((p.passage.article, p.passage.start, p.passage.end) for p in positions)
    return f"{kind}-{hashlib.sha256(repr((event, places)).encode()).hexdigest()[:10]}"


def leaning_note(material: Material, positions: Iterable[Position]) -> str:
    """Which of the articles of a finding lean on one another, in the words of the dependences; "" if none do."""
    shown = {position.passage.article for position in positions}
    return " ".join(d.reason for d in material.dependences if {d.article, d.on} <= shown)


def _position(look: Look, side: Side) -> Position | None:
    article = look.articles[side.article]
    marks = side.marks or (side.says,)
    passage = whole(article, look.tellings[side.article].frames, (*marks, side.says))
    if passage is None:
        return None
    return Position(passage=passage, says=article.body[slice(*side.says)], differs=tuple(sorted(marks)))


def _heading(proof: Proof, positions: Sequence[Position]) -> Phrase | None:
    """The differing words as a heading, after the name of what they are said of if that is known."""
    wordings = list({_plain(p.says): p.says for p in positions}.values())
    if len(wordings) != 2 or any(count_words(w) > MOST_WORDS or "\n" in w for w in wordings):
        return None
    fields = {f"word{n}": wording for n, wording in enumerate(wordings, 1)}
    if proof.about:
        return Phrase("heading_of_2", {"about": proof.about, **fields})
    return Phrase("heading_words_2", fields)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
