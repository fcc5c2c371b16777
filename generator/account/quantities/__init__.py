"""The numbers of an article with what they count, how firmly, and of whom."""

from collections.abc import Sequence

import msgspec

from generator.account.quantities.numbers import Numeral, numerals
from generator.account.quantities.roles import is_role
from generator.account.quantities.units import Unit, find_unit
from generator.model.analysis import Analysis
from generator.model.quantities import Quantity
from generator.model.text import Article

__all__ = ["find_quantities"]


def find_quantities(article: Article, analysis: Analysis) -> tuple[Quantity, ...]:
    """Every quantity of the article, in text order; ordinals, years, dates, clock times and names hold none."""
    found: list[Quantity] = []
    for number, sentence in enumerate(analysis.sentences):
        tokens = analysis.sentence_tokens(sentence)
        text = article.body[sentence.start : sentence.end]
        for numeral in numerals(text, sentence.start, tokens, analysis.language):
            unit = find_unit(tokens, numeral, sentence.first)
            if unit is not None:
                quantity = _quantity(article, analysis, number, numeral, unit)
                found.append(_beside(found, quantity))
    return tuple(found)


def _beside(before: Sequence[Quantity], quantity: Quantity) -> Quantity:
    """In "two were killed and four others hurt" the others are all who were hurt, no part of them."""
    told = {other.role for other in before if other.sentence == quantity.sentence}
    if (quantity.unit == "other" or quantity.scope == "more") and quantity.role and told - {"", quantity.role}:
        return msgspec.structs.replace(quantity, scope="")
    return quantity


def _quantity(article: Article, analysis: Analysis, number: int, numeral: Numeral, unit: Unit) -> Quantity:
    tokens = analysis.sentence_tokens(analysis.sentences[number])
    start, end = numeral.start, max(numeral.end, unit.end)
    return Quantity(
        article=article.id,
        start=start,
        end=end,
        text=article.body[start:end],
        low=numeral.low,
        high=numeral.high,
        number=numeral.number,
        bound=numeral.bound,
        unit=unit.noun,
        of=unit.of,
        modifiers=unit.modifiers,
        currency=numeral.currency or unit.currency,
        percent=numeral.percent,
        age=unit.age,
        versus=numeral.versus,
        predicate=tokens[unit.verb].lemma if unit.verb >= 0 else "",
        scope=unit.scope,
        sentence=number,
        verb=unit.verb + analysis.sentences[number].first if unit.verb >= 0 else -1,
        role=unit.role,
        role_noun=is_role(unit.noun),
        names=unit.names,
    )
