"""Names that are known from elsewhere, in headlines and at the start of sentences, where capitals tell nothing."""

from collections.abc import Iterator, Sequence, Set

from generator.account.actors.spans import Span, is_month_speaking, is_name_word, span_of
from generator.account.links import run_in_links
from generator.matching.names import fold
from generator.model.analysis import Analysis, Token
from generator.model.text import Article


def find_known(article: Article, analysis: Analysis, spans: Sequence[Span], known: Set[str]) -> list[Span]:
    """Runs outside `spans` whose folded text is `known`: names in headlines, and at the start of sentences."""
    if not analysis.grammar:
        known = {name for name in known if " " in name}
    found = []
    covered = _covered(article, analysis, spans)
    for number, sentence in enumerate(analysis.sentences):
        index = sentence.first
        while index < sentence.last:
            ends = () if index in covered else _ends(analysis.tokens, index, sentence.last, article.body)
            last = next((last for last, text in ends if text in known), 0)
            if last:
                found.append(span_of(article, analysis.tokens, index, last, number))
            index = last or index + 1
    return found


def possible_names(article: Article, analysis: Analysis, spans: Sequence[Span]) -> set[str]:
    """All that `find_known` would look up among what is known."""
    covered = _covered(article, analysis, spans)
    return {
        text
        for sentence in analysis.sentences
        for index in range(sentence.first, sentence.last)
        if index not in covered
        for _, text in _ends(analysis.tokens, index, sentence.last, article.body)
    }


def _covered(article: Article, analysis: Analysis, spans: Sequence[Span]) -> set[int]:
    """The tokens that belong to runs, or to links between texts."""
    covered = {index for span in spans for index in range(span.first, span.last)}
    for start, end in run_in_links(article.body):
        covered |= {i for i, token in enumerate(analysis.tokens) if start <= token.start < end}
    return covered


_LONGEST_NAME = 7


def _ends(tokens: tuple[Token, ...], first: int, limit: int, body: str) -> Iterator[tuple[int, str]]:
    """Where a name that begins at token `first` may end, longest first: the index after it, and its folded text."""
    if not is_name_word(tokens[first]) and not is_month_speaking(tokens, first):
        return
    for last in range(min(limit, first + _LONGEST_NAME), first, -1):
        text = body[tokens[first].start : tokens[last - 1].end]
        if text[-1].isalnum():
            yield last, fold(text)
