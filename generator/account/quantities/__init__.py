"""The numbers of an article with what they count, how firmly, and of whom."""

from collections.abc import Sequence

import msgspec

from generator.account.quantities.numbers import Numeral, numerals
from generator.account.quantities.roles import is_role
from generator.account.quantities.units import Unit, find_unit
from generator.language.lexicon import word_class
from generator.model.analysis import Analysis, Token
from generator.model.quantities import Quantity
from generator.model.text import Article

__all__ = ["find_quantities"]

_CONTEXT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_AT = word_class("at")
# Further words of a long sentence say little of its number.
_WINDOW = 16


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
    if quantity.unit == "other" and quantity.role and told - {"", quantity.role}:
        return msgspec.structs.replace(quantity, scope="")
    return quantity


def _quantity(article: Article, analysis: Analysis, number: int, numeral: Numeral, unit: Unit) -> Quantity:
    tokens = analysis.sentence_tokens(analysis.sentences[number])
    start, end = numeral.start, max(numeral.end, unit.end)
    own = {*range(numeral.first, numeral.last), *unit.tokens}
    context = {
        token.lemma
        for index, token in enumerate(tokens)
        if index not in own and _is_near(index, numeral) and token.pos in _CONTEXT and token.text[0].isalpha()
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
        of=unit.of,
        modifiers=unit.modifiers,
        currency=numeral.currency or unit.currency,
        percent=numeral.percent,
        age=unit.age,
        versus=numeral.versus,
        predicate=tokens[unit.verb].lemma if unit.verb >= 0 else "",
        context=tuple(sorted(context)),
        scope=unit.scope,
        sentence=number,
        verb=unit.verb + analysis.sentences[number].first if unit.verb >= 0 else -1,
        role=unit.role,
        role_noun=is_role(unit.noun),
        names=unit.names,
        places=_places(tokens, numeral, analysis.sentences[number].first),
    )


def _places(tokens: Sequence[Token], numeral: Numeral, base: int) -> tuple[str, ...]:
    """The lemmas of the names near the number that stand behind a preposition of place."""
    near = [t for n, t in enumerate(tokens) if _is_near(n, numeral) and t.pos == "PROPN" and t.dep == "pobj"]
    placed = (t for t in near if t.entity not in {"DATE", "TIME"} and 0 <= t.head - base < len(tokens))
    return tuple(sorted({t.lemma for t in placed if tokens[t.head - base].lemma in _AT}))


def _is_near(index: int, numeral: Numeral) -> bool:
    return numeral.first - _WINDOW <= index < numeral.last + _WINDOW
