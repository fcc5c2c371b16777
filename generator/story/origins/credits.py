"""Whom an article names as its source: the agency that it comes from, or another outlet that reported it first."""

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


# The agencies whose reports papers and sites reprint under their own name, with the short forms of datelines.
_AGENCIES = {
    "the Associated Press": r"Associated Press|\bAP\b",
    "Reuters": r"\bReuters\b",
    "Agence France-Presse": r"Agence France-Presse|\bAFP\b",
    "the Press Association": r"Press Association|\bPA Media\b",
    "Deutsche Presse-Agentur": r"Deutsche Presse-Agentur|\bdpa\b",
    "Bloomberg News": r"\bBloomberg\b",
    "United Press International": r"United Press International|\bUPI\b",
    "Interfax": r"\bInterfax\b",
    "Xinhua": r"\bXinhua\b",
    "Kyodo News": r"\bKyodo\b",
    "EFE": r"\bEFE\b",
    "ANSA": r"\bANSA\b",
}
# "SELBY (Reuters) -", at the very beginning of the text.
_DATELINE = re.compile(r"[^\n.]{0,60}\(([^()\n]{2,40})\)\s*[-–—:]")


def agency_of(article: Article) -> str:
    """The agency that wrote the article by its own words, or ""."""
    first = next((p.start for p in article.story), 0)
    dateline = _DATELINE.match(article.body, first)
    told = " ".join(filter(None, (article.byline, article.outlet, dateline[1] if dateline else "")))
    return next((name for name, pattern in _AGENCIES.items() if re.search(pattern, told)), "")
