"""The quoted words of one article in order, and what of them carries meaning."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Prefix
from rapidfuzz.fuzz import ratio

from generator.language.lexicon import CONTENT
from generator.matching.wording import Word, words
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.text import Article

# Words so alike (0 to 100) are forms of one: "look" and "looks".
_FORM = 60


class Speech(NamedTuple):
    """The quoted words of one article in text order.

    `sentences` tells for each word its quotation and its sentence in the analysis, `heavy` whether it carries meaning,
    `opens` whether it is the first between its quotation marks. `people` are the ids of the actors who are persons.
    """

    article: Article
    analysis: Analysis
    quotations: tuple[Quotation, ...]
    words: list[Word]
    sentences: list[tuple[int, int]]
    heavy: list[bool]
    opens: list[bool]
    people: frozenset[str]

    def breaks_before(self, number: int) -> bool:
        """Whether words may be missing before word `number`: an ellipsis, a seam, or the end of the quotation."""
        return number == len(self.words) or self.words[number].gap or self.opens[number]


class Span(NamedTuple):
    """Words `first` to `last` (exclusive) of a speech."""

    speech: Speech
    first: int
    last: int

    @property
    def words(self) -> list[Word]:
        """The words themselves."""
        return self.speech.words[self.first : self.last]

    @property
    def place(self) -> tuple[int, int]:
        """Body offsets of the first and after the last word."""
        return self.words[0].start, self.words[-1].end

    @property
    def quotation(self) -> Quotation:
        """The quotation that the first word belongs to."""
        return self.speech.quotations[self.speech.sentences[self.first][0]]


def read_speech(
    article: Article, analysis: Analysis, quotations: tuple[Quotation, ...], people: frozenset[str]
) -> Speech:
    """The words that an article quotes directly as speech."""
    kinds = {token.start: token.pos for token in analysis.tokens}
    speech = Speech(article, analysis, quotations, [], [], [], [], people)
    for number, quotation in enumerate(quotations):
        if not (quotation.direct and quotation.speech):
            continue
        for start, end in quotation.parts:
            for place, word in enumerate(words(article.body, start, end)):
                speech.words.append(word)
                speech.opens.append(place == 0)
                speech.sentences.append((number, analysis.sentence_at(word.start) or 0))
                speech.heavy.append(kinds.get(word.start) in CONTENT)
    return speech


def heavy_words(span: Span) -> list[str]:
    """The keys of the words of a span that carry meaning."""
    return [span.speech.words[n].key for n in range(span.first, span.last) if span.speech.heavy[n]]


def is_inflected(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words are forms of one another ("looks", "look"): a quotation fitted into another sentence."""
    return bool(ours) and bool(theirs) and not lone_words(ours, theirs) and not lone_words(theirs, ours)


def lone_words(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Those of our words that are no form of one of theirs."""
    return [word for word in ours if not any(_is_form(word, other) for other in theirs)]


def _is_form(one: str, other: str) -> bool:
    """Whether two words are alike and begin alike: English inflects at the end."""
    begin = Prefix.similarity(one, other)
    return 2 * begin >= min(len(one), len(other)) and ratio(one, other) >= _FORM
