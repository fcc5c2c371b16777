"""What the articles of one event tell alike, and alone."""

from generator.build.steps.account import Account
from generator.build.steps.telling import Telling, dates_of
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.story import Disagreement, Fact, Material
from generator.story.facts import find_facts


def facts_of(
    telling: Telling,
    analyses: dict[str, Analysis],
    accounts: dict[str, Account],
    quotations: dict[str, tuple[Quotation, ...]],
    disagreements: tuple[Disagreement, ...],
) -> tuple[Fact, ...]:
    """The facts of the event; what its `disagreements` are about is none."""
    material = Material(
        event=telling.event,
        articles=telling.articles,
        analyses=analyses,
        cast=telling.cast,
        quotations={article.id: quotations[article.id] for article in telling.articles},
        dates=dates_of(telling, accounts),
        datings=telling.datings,
        dependences=telling.dependences,
        quantities={name: account.quantities for name, account in accounts.items()},
    )
    return find_facts(material, disagreements)
