"""How the articles of one event begin, and what they recall or announce besides it."""

from generator.build.steps.account import Account
from generator.build.steps.telling import Telling, dates_of
from generator.model.analysis import Analysis
from generator.model.record import Record
from generator.model.story import Background
from generator.model.text import Passage
from generator.story.background import find_background
from generator.story.openings import find_openings


class History(Record, frozen=True):
    """Dated happenings besides the event, and the first sentence of each article."""

    background: tuple[Background, ...]
    openings: tuple[Passage, ...]


def history_of(telling: Telling, analyses: dict[str, Analysis], accounts: dict[str, Account]) -> History:
    """The background and the openings of the event."""
    dates = dates_of(telling, accounts)
    return History(
        background=find_background(telling.event, telling.articles, analyses, telling.cast, dates, telling.datings),
        openings=find_openings(telling.articles, analyses),
    )
