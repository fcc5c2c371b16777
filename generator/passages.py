"""Tight exact passages around given words: a clause, a phrase, at most so many words of a sentence.

A shared vocabulary of pure functions; steps may import it.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.model.analysis import Analysis, Sentence, Token
from generator.model.text import Article, Passage

QUOTE_WORDS = 40
# A phrase with fewer words around its middle says too little; and what no phrase should begin or end with.
_LEAST_AROUND = 3
_DANGLING_FIRST = frozenset({"PUNCT", "CCONJ", "PART", "SPACE"})
_DANGLING_LAST = frozenset({"PUNCT", "CCONJ", "SCONJ", "DET", "ADP", "AUX", "PART", "PRON", "SPACE"})
# The strictest way to count words: a hyphenated compound or a decimal number is two.
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def tight(
    article: Article, start: int, end: int, marks: Sequence[tuple[int, int]], *, most: int = QUOTE_WORDS
) -> Passage:
    """`body[start:end]`, or when that is too long the `most` words of it that best surround the marked words."""
    places = _word_places(article.body, start, end)
    if len(places) <= most:
        return article.passage(start, end)
    inside = [n for n, (low, high) in enumerate(places) if any(low < e and s < high for s, e in marks)]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    spare = max(0, most - (last - first + 1))
    low = max(0, min(first - spare // 2, len(places) - most))
    return article.passage(places[low][0], places[min(low + most, len(places)) - 1][1])


def _word_places(body: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + match.start(), start + match.end()) for match in _WORD.finditer(body[start:end])]


def clause(article: Article, analysis: Analysis, start: int, end: int, *, least: int = 8, most: int = 25) -> Passage:
    """The clause around `body[start:end]`: the narrowest phrase of the parse with `least` words, if it has not `most`.

    Falls back to the sentence, cut to the words that a quotation may have.
    """
    number = analysis.sentence_at(start)
    if number is None:
        return article.passage(start, end)
    sentence = analysis.sentences[number]
    spans = _subtrees(analysis, sentence)
    inside = [i for i in range(sentence.first, sentence.last) if start <= analysis.tokens[i].start < end]
    at = inside[0] if inside else sentence.first
    for _ in range(30):
        low, high = spans[at]
        place = analysis.tokens[low].start, analysis.tokens[high].end
        length = len(_word_places(article.body, *place))
        if length > most:
            break
        if length >= least and place[0] <= start and end <= place[1]:
            return article.passage(*place)
        if analysis.tokens[at].head == at:
            break
        at = analysis.tokens[at].head
    return tight(article, sentence.start, sentence.end, [(start, end)], most=most)


def phrase(article: Article, analysis: Analysis, start: int, end: int, *, before: int = 6, after: int = 4) -> Passage:
    """The words around `body[start:end]`: so many on either side, up to a mark of punctuation if that leaves five.

    Small words that would dangle at either end are dropped.
    """
    number = analysis.sentence_at(start)
    if number is None:
        return article.passage(start, end)
    tokens = analysis.sentence_tokens(analysis.sentences[number])
    left = [t for t in tokens if t.end <= start][::-1]
    right = list(takewhile(_is_word, [t for t in tokens if t.start >= end][:after]))
    near = list(takewhile(_is_word, left[:before]))
    if len(near) + len(right) < _LEAST_AROUND:
        near = left[:before]
    while near and near[-1].pos in _DANGLING_FIRST:
        near.pop()
    while right and right[-1].pos in _DANGLING_LAST:
        right.pop()
    return article.passage(min((t.start for t in near), default=start), max((t.end for t in right), default=end))


def _is_word(token: Token) -> bool:
    return token.pos != "PUNCT" and token.text.strip() != ""


def _subtrees(analysis: Analysis, sentence: Sentence) -> dict[int, tuple[int, int]]:
    """First and last token of the phrase below each token of a sentence; punctuation at its ends is left out."""
    spans = {i: (i, i) for i in range(sentence.first, sentence.last)}
    for leaf in range(sentence.first, sentence.last):
        if analysis.tokens[leaf].pos == "PUNCT":
            continue
        at = leaf
        while True:
            low, high = spans[at]
            spans[at] = min(low, leaf), max(high, leaf)
            if analysis.tokens[at].head == at or analysis.tokens[at].head not in spans:
                break
            at = analysis.tokens[at].head
    return spans
