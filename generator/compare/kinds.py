"""The kinds that show in two sentences side by side, each looked for by its own module."""

from collections.abc import Callable, Mapping

from generator.compare import attribution, cause, date, label, outcome, update, who
from generator.compare.reading.contrast import Contrast, View
from generator.compare.utterance import quoted
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


def contrasts(view: View, *, least: float = SURE) -> list[Contrast]:
    """The clearest difference of each kind between two claims, where it is at least so sure."""
    found = [look(view) for look in CONTRASTS.values()]
    return [contrast for contrast in found if contrast is not None and contrast.strength >= least]


def named_card(kind: Kind) -> str:
    """The scorecard that says how likely a named difference is to be listed; the rarer kinds share one."""
    return f"{kind}_named" if kind in {"label", "quote"} else "other_named"
