"""What the articles of one event tell alike, and alone."""

from generator.build.steps.account import Account
from generator.build.steps.telling import Telling, material_of
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.story import Disagreement, Fact
from generator.story.facts import find_facts


def facts_of(
    telling: Telling,
    analyses: dict[str, Analysis],
    accounts: dict[str, Account],
    quotations: dict[str, tuple[Quotation, ...]],
    disagreements: tuple[Disagreement, ...],
) -> tuple[Fact, ...]:
    """The facts of the event; what its `disagreements` are about is none."""
    return find_facts(material_of(telling, analyses, accounts, quotations), disagreements)
