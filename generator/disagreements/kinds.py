"""The kinds that show in two sentences side by side, each looked for by its own module."""

from collections.abc import Callable, Iterable, Mapping

from generator.disagreements import attribution, cause, date, label, outcome, update, who
from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.utterance import quoted
from generator.model.story import Kind

CONTRASTS: Mapping[Kind, Callable[[View], Contrast | None]] = {
    "attribution": attribution.contrast,
    "cause": cause.contrast,
    "date": date.contrast,
    "label": label.contrast,
    "outcome": outcome.contrast,
    "quote": quoted.contrast,
    "update": update.contrast,
    "who": who.contrast,
}
# The strengths are spread so that from here on a reader mostly agrees.
SURE = 0.5
# Kinds seen so often in training that each is weighed by itself.
_COMMON = frozenset({"attribution", "label", "quote"})


def contrasts(view: View, *, least: float = SURE) -> list[Contrast]:
    """The clearest difference of each kind between two claims, where it is at least so sure."""
    found = [look(view) for look in CONTRASTS.values()]
    return [contrast for contrast in found if contrast is not None and contrast.strength >= least]


def strengths(found: Iterable[Contrast]) -> dict[str, float]:
    """The differences that can be named as features of their pair; the rarer kinds share one."""
    told: dict[str, float] = {}
    for contrast in found:
        name = f"named_{contrast.kind}" if contrast.kind in _COMMON else "named_otherwise"
        told[name] = max(told.get(name, 0.0), contrast.strength)
    return told
