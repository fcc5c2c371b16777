"""What the articles of one event recall or announce besides it."""

from generator.build.steps.account import Account
from generator.build.steps.telling import Telling, dates_of
from generator.model.analysis import Analysis
from generator.model.story import Background
from generator.story.background import find_background


def history_of(telling: Telling, analyses: dict[str, Analysis], accounts: dict[str, Account]) -> tuple[Background, ...]:
    """Dated happenings besides the event."""
    dates = dates_of(telling, accounts)
    return find_background(telling.event, telling.articles, analyses, telling.cast, dates, telling.datings)
