"""What one article says, before anything is known of the others: its quotations, its numbers, its words for days."""

from generator.account.dates.mentions import find_date_mentions
from generator.account.quantities import find_quantities
from generator.account.quotations import find_quotations
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.quantities import Quantity
from generator.model.record import Record
from generator.model.story import DateMention
from generator.model.text import Article


class Account(Record, frozen=True):
    """The quotations (their speakers not yet known), quantities and unresolved date expressions of an article."""

    quotations: tuple[Quotation, ...]
    quantities: tuple[Quantity, ...]
    mentions: tuple[DateMention, ...]


def account_of(article: Article, analysis: Analysis) -> Account:
    """What the article says by itself."""
    return Account(
        quotations=find_quotations(article, analysis),
        quantities=find_quantities(article, analysis),
        mentions=find_date_mentions(article, analysis),
    )
