"""Credits: an article says that another outlet, whose report is among the articles, reported the thing first."""

import re
from typing import NamedTuple

from generator.language.lexicon import word_class
from generator.language.phrases import tight
from generator.model.analysis import Analysis
from generator.model.text import Article, Passage

# Verbs of publishing. "Told" is left out: an interview is quoted, not leaned on.
_PUBLISH = word_class("publish")
_NEAR = 6


class Credit(NamedTuple):
    """The sentence of the credit, and where it stands in the article: 0 is the lead."""

    passage: Passage
    sentence: int


def find_credit(article: Article, analysis: Analysis, outlet: str) -> Credit | None:
    """The first sentence of `article` that credits `outlet` with a report."""
    name = outlet.removeprefix("The ").strip()
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
        accords = any(t.lemma in {"accord", "according"} for t in tokens[max(0, at - 4) : at])
        if accords or any(t.lemma in _PUBLISH and t.pos == "VERB" for t in near):
            return Credit(tight(article, sentence.start, sentence.end, [match.span()]), number)
    return None
