"""Where the articles of one event part, and what they tell side by side."""

import msgspec

from generator.account.claims import read_claims
from generator.build.steps.account import Account
from generator.build.steps.telling import Telling, material_of
from generator.disagreements import compare, side_by_side
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.story import Disagreement, Material, SideBySide


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
    return compare(compared_of(telling, analyses, accounts, quotations), limit=limit)


def lay_side_by_side(
    telling: Telling,
    analyses: dict[str, Analysis],
    accounts: dict[str, Account],
    quotations: dict[str, tuple[Quotation, ...]],
    shown: tuple[Disagreement, ...],
) -> tuple[SideBySide, ...]:
    """Passages of the event on one matter each, but for what stands on the cards that are `shown`."""
    if len(telling.articles) < 2:
        return ()
    return side_by_side(compared_of(telling, analyses, accounts, quotations), shown)


def compared_of(
    telling: Telling,
    analyses: dict[str, Analysis],
    accounts: dict[str, Account],
    quotations: dict[str, tuple[Quotation, ...]],
) -> Material:
    """All that the comparison may look at for one event."""
    material = material_of(telling, analyses, accounts, quotations)
    return msgspec.structs.replace(material, claims=read_claims(telling.articles, analyses, telling.cast, quotations))
