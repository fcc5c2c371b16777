"""The numbers of an article with what they count, how firmly, and of whom."""

from generator.model.analysis import Analysis
from generator.model.quantities import Quantity
from generator.model.text import Article
from generator.quantities.numbers import Numeral, numerals
from generator.quantities.units import Unit, find_unit

__all__ = ["find_quantities"]

_CONTEXT = frozenset({"NOUN", "PROPN", "VERB"})


def find_quantities(article: Article, analysis: Analysis) -> tuple[Quantity, ...]:
    """Every quantity of the article, in text order; ordinals, years, dates, clock times and names hold none."""
    found = []
    for number, sentence in enumerate(analysis.sentences):
        tokens = analysis.sentence_tokens(sentence)
        for numeral in numerals(tokens):
            unit = find_unit(tokens, numeral, sentence.first)
            if unit is not None:
                found.append(_quantity(article, analysis, number, numeral, unit))
    return tuple(found)


def _quantity(article: Article, analysis: Analysis, number: int, numeral: Numeral, unit: Unit) -> Quantity:
    tokens = analysis.sentence_tokens(analysis.sentences[number])
    start, end = tokens[numeral.first].start, max(tokens[numeral.last - 1].end, unit.end)
    own = {*range(numeral.first, numeral.last), *unit.tokens}
    context = {
        token.lemma
        for index, token in enumerate(tokens)
        if index not in own and token.pos in _CONTEXT and token.text[0].isalpha()
    }
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
        counted=_counted(article.body[tokens[numeral.last - 1].end : end]),
        modifiers=unit.modifiers,
        currency=numeral.currency or unit.currency,
        percent=numeral.percent,
        age=unit.age,
        versus=numeral.versus,
        predicate=unit.predicate,
        context=tuple(sorted(context)),
        scope=unit.scope,
        sentence=number,
    )


def _counted(text: str) -> str:
    """The words of the counted noun, without the hyphen or preposition that joins them to the number."""
    return " ".join(text.split()).removeprefix("-").removeprefix("of ")
