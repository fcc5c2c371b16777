"""The kinds of disagreement, a row each: how the program finds it, and what it is. Everything else reads this table.

A kind without `find` is one that only a reader or the editor can tell. The headings, names and meanings of a kind are
phrases of the interface: `kind_NAME`, `meaning_NAME`.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.disagreements.finding import Proof
from generator.disagreements.kinds import date, figure, label, outcome, who
from generator.disagreements.material import Look
from generator.model.story import Kind

Find = Callable[[Look], Iterator[Proof]]


class KindRow(NamedTuple):
    """One kind: its name, and its finder if the program can prove it."""

    name: Kind
    find: Find | None = None

    @property
    def meaning(self) -> str:
        """The key of the phrase that says what it is."""
        return f"meaning_{self.name}"


KINDS = (
    KindRow("figure", figure.find),
    KindRow("date", date.find),
    KindRow("who", who.find),
    KindRow("cause"),
    KindRow("attribution"),
    KindRow("outcome", outcome.find),
    KindRow("quote"),
    KindRow("label", label.find),
    KindRow("name"),
    KindRow("update"),
)
