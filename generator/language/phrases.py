"""Tight exact passages around given words: a clause, a phrase, at most so many words of a sentence.

A shared vocabulary of pure functions; steps may import it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.language.lexicon import word_class
from generator.model.analysis import Analysis, Sentence, Token
from generator.model.text import Article, Passage

QUOTE_WORDS = 40
_JOINS = word_class("joins")
# How many words a passage may lose to end where the text pauses.
_PAUSE = 12
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
    stop = min(low + most, len(places))
    return article.passage(places[low][0], places[_pause(article.body, places, last + 1, stop) - 1][1])


def _pause(body: str, places: Sequence[tuple[int, int]], least: int, stop: int) -> int:
    """The last pause in the text at which a passage may end: after `least` words, not after `stop`."""
    for number in range(stop, max(least, stop - _PAUSE), -1):
        if number == len(places) or body[places[number - 1][1] : places[number][0]].strip(" “\"'"):
            return number
        if body[places[number][0] : places[number][1]] in _JOINS:
            return number
    return stop


def _word_places(body: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + match.start(), start + match.end()) for match in _WORD.finditer(body[start:end])]


def clause(article: Article, analysis: Analysis, start: int, end: int, *, least: int = 8, most: int = 25) -> Passage:
    """The clause around `body[start:end]`: the narrowest phrase of the parse with `least` words, if it has not `most`.

    What is said by somebody is widened to say so, if that is not too long. Falls back to `most` words of the sentence.
    """
    number = analysis.sentence_at(start)
    if number is None:
        return article.passage(start, end)
    sentence = analysis.sentences[number]
    inside = [i for i in range(sentence.first, sentence.last) if start <= analysis.tokens[i].start < end]
    best: tuple[int, int] | None = None
    for low, high, said in _widening(analysis, _subtrees(analysis, sentence), inside[0] if inside else sentence.first):
        place = analysis.tokens[low].start, analysis.tokens[high].end
        if len(_word_places(article.body, *place)) > most:
            break
        if len(article.body[place[0] : place[1]].split()) >= least and place[0] <= start and end <= place[1]:
            best = place
            if not said:
                break
    if best is None:
        return tight(article, sentence.start, sentence.end, [(start, end)], most=most)
    return article.passage(*best)


def _widening(analysis: Analysis, spans: dict[int, tuple[int, int]], at: int) -> Iterator[tuple[int, int, bool]]:
    """Ever wider phrases around a token: first and last token, and whether it is what somebody says."""
    while True:
        token = analysis.tokens[at]
        low, high = spans[at]
        while low < at and (analysis.tokens[low].dep in {"mark", "cc"} or analysis.tokens[low].pos == "CCONJ"):
            low += 1
        yield low, high, token.dep == "ccomp"
        if token.head == at or token.head not in spans:
            return
        at = token.head


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
