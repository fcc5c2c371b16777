"""How each article begins: the first sentence of its running text, in its own words."""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.analysis import Analysis, Sentence
from generator.model.text import Article, Passage

_FEWEST_WORDS = 6
_VERBS = frozenset({"VERB", "AUX"})


def find_openings(articles: Iterable[Article], analyses: Mapping[str, Analysis]) -> tuple[Passage, ...]:
    """The first sentence with a verb of each article, in the order of the articles; of one without such, nothing."""
    found = (next(_sentences(article, analyses[article.id]), None) for article in articles)
    return tuple(passage for passage in found if passage)


def _sentences(article: Article, analysis: Analysis) -> Iterator[Passage]:
    for sentence in analysis.sentences:
        if article.paragraphs[sentence.paragraph].role == "text" and _tells(analysis, sentence):
            yield article.passage(sentence.start, sentence.end)


def _tells(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether it is a sentence rather than a byline, a place or a caption."""
    tokens = analysis.sentence_tokens(sentence)
    words = [token for token in tokens if token.text[0].isalnum()]
    return len(words) >= _FEWEST_WORDS and any(token.pos in _VERBS for token in tokens)
