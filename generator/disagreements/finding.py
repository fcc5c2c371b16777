"""What every finding needs whatever its kind: an id made of content, a short neutral line, the nouns to make it of."""

import hashlib
from collections.abc import Iterable

from generator.model.story import Kind, Material, Position

ABOUT_WORDS = 14


def finding_id(kind: Kind, event: str, positions: Iterable[Position]) -> str:
    """`<kind>-<ten hexadecimal digits>`, made of the event and the exact passages: the same content, the same id."""
    places = sorted((p.passage.article, p.passage.start, p.passage.end) for p in positions)
    return f"{kind}-{hashlib.sha256(repr((event, places)).encode()).hexdigest()[:10]}"


def about_line(text: str) -> str:
    """`text` cut to the words that a card's heading may have, on one line."""
    return " ".join(text.split()[:ABOUT_WORDS])


def leaning_note(material: Material, positions: Iterable[Position]) -> str:
    """Which of the articles of a finding lean on one another, in the words of the dependences; "" if none do."""
    shown = {position.passage.article for position in positions}
    return " ".join(d.reason for d in material.dependences if {d.article, d.on} <= shown)
