"""Who is mentioned in the sentence of a claim; the mentions of an event's cast are told apart by sentence once."""

from collections.abc import Sequence
from functools import lru_cache

from generator.disagreements.reading.contrast import View
from generator.disagreements.reading.identity import ByIdentity
from generator.disagreements.reading.side import Side
from generator.model.actors import Mention


def mentions_in(view: View, side: Side) -> Sequence[Mention]:
    """The mentions in the sentence of a side of the view, in the order of the cast."""
    sentences = _by_sentence(ByIdentity(view.material.cast.mentions))
    return sentences.get((side.claim.article, side.claim.sentence), ())


@lru_cache(maxsize=4)
def _by_sentence(mentions: ByIdentity[Sequence[Mention]]) -> dict[tuple[str, int], list[Mention]]:
    found: dict[tuple[str, int], list[Mention]] = {}
    for mention in mentions.value:
        found.setdefault((mention.article, mention.sentence), []).append(mention)
    return found
