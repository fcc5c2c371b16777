"""What two claims of different articles say differently in one respect, and the signature of the modules that look."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.disagreements.reading.alignment import Alignment
from generator.disagreements.reading.side import Side, Span
from generator.model.story import Kind, Material


class View(NamedTuple):
    """Two claims side by side, whole sentences, with which of their words answer to each other.

    `weights` are the inverse document frequencies of lemmas in the event.
    """

    material: Material
    one: Side
    other: Side
    alignment: Alignment
    weights: Mapping[str, float]

    def turned(self) -> "View":
        """The same pair seen from the other claim."""
        return View(self.material, self.other, self.one, self.alignment.turned(), self.weights)


class Contrast(NamedTuple):
    """A difference of one kind between two claims about one thing.

    `one` and `other` are the places in the bodies of the words that decide, at most nine words each. `subject` is what
    both speak of, in an article's own words: a noun phrase without quotation marks. `strength`, 0 to 1, says how surely
    they speak of one thing and differ in this respect. `reason` is a sentence that quotes the deciding words.
    """

    kind: Kind
    strength: float
    one: Span
    other: Span
    subject: str
    reason: str
