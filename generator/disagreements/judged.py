"""How probable it is that a card is right: how often cards of its rule were, when somebody read them (judged.tsv)."""

from functools import cache
from importlib import resources

# Before any card of a rule is read it counts as three right of four, which is the floor that a rule must hold.
_RIGHT, _JUDGED = 3, 4


@cache
def probability(rule: str) -> float:
    """The mean of the beta distribution of what was judged of a rule and what was believed before."""
    right, judged = _counts().get(rule, (0, 0))
    return (right + _RIGHT) / (judged + _JUDGED)


@cache
def _counts() -> dict[str, tuple[int, int]]:
    """The cards of each rule that were right, and all that were read."""
    text = (resources.files("generator.disagreements") / "judged.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {rule: (int(right), int(judged)) for rule, right, judged in rows}
