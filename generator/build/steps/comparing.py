"""Where the articles of one event part."""

from generator.build.steps.account import Account
from generator.build.steps.telling import Telling, material_of
from generator.disagreements import compare
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.story import Disagreement


def compare_event(
    telling: Telling,
    analyses: dict[str, Analysis],
    accounts: dict[str, Account],
    quotations: dict[str, tuple[Quotation, ...]],
    limit: int,
) -> tuple[Disagreement, ...]:
    """The at most `limit` disagreements of the event, best first."""
    if len(telling.articles) < 2:
        return ()
    return compare(material_of(telling, analyses, accounts, quotations), limit=limit)
