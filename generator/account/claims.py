"""From analysed sentences to claims: what of each can be compared with another article's."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.language.lexicon import CONTENT, EMPTY, MONTHS, WEEKDAYS
from generator.model.actors import Cast, Quotation
from generator.model.analysis import Analysis, Token
from generator.model.claims import Claim
from generator.model.text import Article

# Shorter sentences ("He did not.") say nothing that could be compared by itself.
_LEAST_WORDS = 4
# Headings and torn-off ends of sentences claim nothing.
_VERBS = frozenset({"VERB", "AUX"})
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def read_claims(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    cast: Cast,
    quotations: Mapping[str, Sequence[Quotation]],
) -> dict[str, tuple[Claim, ...]]:
    """The claims of each article in text order, by article id."""
    actors: dict[tuple[str, int], set[str]] = defaultdict(set)
    for mention in cast.mentions:
        actors[mention.article, mention.sentence].add(mention.actor)
    return {a.id: _of_article(analyses[a.id], quotations.get(a.id, ()), actors) for a in articles}


def _of_article(
    analysis: Analysis, quotations: Sequence[Quotation], actors: Mapping[tuple[str, int], set[str]]
) -> tuple[Claim, ...]:
    quoted = _quoted(analysis, quotations)
    long_enough = [
        (number, words)
        for number, sentence in enumerate(analysis.sentences)
        if len(words := _words(analysis.sentence_tokens(sentence))) >= _LEAST_WORDS
        and any(token.pos in _VERBS for token in analysis.sentence_tokens(sentence))
    ]
    total = max(1, len(long_enough) - 1)
    return tuple(
        _claim(
            analysis,
            number,
            order / total,
            words,
            quoted,
            frozenset(actors.get((analysis.article, number), ())),
        )
        for order, (number, words) in enumerate(long_enough)
    )


def _quoted(analysis: Analysis, quotations: Sequence[Quotation]) -> frozenset[int]:
    """The indices of the tokens inside quotation marks."""
    parts = sorted(part for quotation in quotations if quotation.direct for part in quotation.parts)
    inside: set[int] = set()
    place = 0
    for number, token in enumerate(analysis.tokens):
        while place < len(parts) and parts[place][1] <= token.start:
            place += 1
        if place < len(parts) and parts[place][0] <= token.start:
            inside.add(number)
    return frozenset(inside)


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(word for token in tokens for word in _WORD.findall(token.text.casefold().replace("’", "'")))


def _claim(
    analysis: Analysis,
    number: int,
    depth: float,
    words: tuple[str, ...],
    quoted: frozenset[int],
    actors: frozenset[str],
) -> Claim:
    sentence = analysis.sentences[number]
    tokens = analysis.sentence_tokens(sentence)
    return Claim(
        article=analysis.article,
        sentence=number,
        start=sentence.start,
        end=sentence.end,
        depth=depth,
        words=words,
        content=tuple(t.lemma for t in tokens if t.pos in CONTENT and t.lemma not in EMPTY and t.text[0].isalnum()),
        names=frozenset(t.lemma for t in tokens if t.pos == "PROPN" and t.text[0].isalpha()),
        verbs=frozenset(t.lemma for t in tokens if t.pos == "VERB" and t.lemma not in EMPTY),
        numbers=frozenset(t.text.lower() for t in tokens if t.tag == "CD"),
        times=_times(tokens),
        quoted=_words([t for i, t in enumerate(tokens, start=sentence.first) if i in quoted]),
        actors=actors,
    )


def _times(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(t.lemma for t in tokens if t.lemma in WEEKDAYS or (t.lemma in MONTHS and t.pos == "PROPN")) | {
        t.text for t in tokens if _YEAR.fullmatch(t.text)
    }
