"""How much of an event's conflicts fits the sidebar of a first screen, and how much stands beside it."""

import math
from collections.abc import Sequence

from generator.site.pages.cards import Card
from generator.site.pages.facts import Brief, FactView

LINES = 25
"""So many lines of the sidebar fit below the head of a page on a screen of 1440 × 900."""

FEWEST = 3
"""So many conflicts stand open even where they are long."""

ANSWERS = 4
"""So many answers of a conflict stand in the sidebar."""

_QUESTION, _ANSWER, _FACT = 52, 68, 75
"""Characters of a line: of a question, of an answer with its source, of what is agreed."""

_GAP, _TELLERS, _LARGER = 0.6, 2.2, 1.25
"""Between two conflicts; a fact's line of sources with its space; a line of a fact, all in lines of the sidebar."""

_PEOPLE, _ONLY = 3, 1.5
"""Lines of the people and the date there, beyond those that end the sidebar; a source's line of what it alone tells."""


def open_conflicts(cards: Sequence[Card]) -> int:
    """How many of the conflicts stand open in the sidebar."""
    filled = 0.0
    for number, card in enumerate(cards):
        filled += _lines(card)
        if filled > LINES and number >= FEWEST:
            return number
    return len(cards)


def open_facts(told: Brief, cards: Sequence[Card]) -> int:
    """How many further facts fill the column beside open conflicts, between what stands there in any case."""
    room = sum(map(_lines, cards)) - sum(map(_height, told.facts)) - _PEOPLE - _ONLY * len(told.only)
    for number, fact in enumerate(told.more):
        room -= _height(fact)
        if room < 0:
            return number
    return len(told.more)


def _lines(card: Card) -> float:
    answers = [a.decides.length + sum(len(s.label) for s in a.sources[:2]) + 4 for a in card.answers[:ANSWERS]]
    return math.ceil(len(card.about) / _QUESTION) + sum(math.ceil(size / _ANSWER) for size in answers) + _GAP


def _height(fact: FactView) -> float:
    return math.ceil(fact.quote.length / _FACT) * _LARGER + _TELLERS
