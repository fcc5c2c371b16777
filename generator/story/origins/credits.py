"""Credits: an article says that another outlet, whose report is among the articles, reported the thing first."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.language.lexicon import word_class
from generator.language.phrases import tight
from generator.model.analysis import Analysis
from generator.model.text import Article, Passage

# Verbs of publishing. "Told" is left out: an interview is quoted, not leaned on.
_PUBLISH = word_class("publish")
_ACCORD = frozenset({"accord", "according"})
# So many words before or after the name the verb may stand; a longer name than this no outlet has.
_NEAR, _LONGEST_NAME = 6, 10


class Credit(NamedTuple):
    """The sentence of the credit, and where it stands in the article: 0 is the lead."""

    passage: Passage
    sentence: int


def credit_spans(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """The body spans of words so near to a verb of publishing that an outlet's name among them may be a credit."""
    for sentence in analysis.sentences:
        for number in range(sentence.first, sentence.last):
            token = analysis.tokens[number]
            if token.lemma in _ACCORD or (token.lemma in _PUBLISH and token.pos == "VERB"):
                first = max(sentence.first, number - _NEAR - _LONGEST_NAME)
                last = min(sentence.last, number + _NEAR + 1)
                yield analysis.tokens[first].start, analysis.tokens[last - 1].end


def may_credit(article: Article, spans: Sequence[tuple[int, int]], outlet: str | None) -> bool:
    """Whether `article` names another's outlet in one of its `credit_spans`."""
    if not outlet or outlet == article.outlet or not (name := _short(outlet)):
        return False
    return any(name in article.body[start : end + len(name)] for start, end in spans)


def _short(outlet: str) -> str:
    return outlet.removeprefix("The ").strip()


def find_credit(article: Article, analysis: Analysis, outlet: str) -> Credit | None:
    """The first sentence of `article` that credits `outlet` with a report."""
    name = _short(outlet)
    if not name:
        return None
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", article.body):
        number = analysis.sentence_at(match.start())
        if number is None:
            continue
        sentence = analysis.sentences[number]
        tokens = analysis.sentence_tokens(sentence)
        at = next((n for n, t in enumerate(tokens) if t.end > match.start()), 0)
        near = tokens[max(0, at - _NEAR) : at + len(name.split()) + _NEAR]
        accords = any(t.lemma in _ACCORD for t in tokens[max(0, at - 4) : at])
        if accords or any(t.lemma in _PUBLISH and t.pos == "VERB" for t in near):
            return Credit(tight(article, sentence.start, sentence.end, [match.span()]), number)
    return None
