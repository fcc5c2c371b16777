"""From analysed sentences to claims: who did what, when, why, how surely and on whose word."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.language.lexicon import (
    CLAUSE_GROUNDS,
    CONTENT,
    EMPTY,
    GROUNDS,
    HEDGES,
    MODALS,
    MONTHS,
    NEGATIONS,
    PLANNING,
    REPORTING,
    WEEKDAYS,
)
from generator.model.actors import Cast, Quotation
from generator.model.analysis import Analysis, Sentence, Token
from generator.model.claims import Claim
from generator.model.text import Article

# Shorter sentences ("He did not.") say nothing that could be compared by itself.
_LEAST_WORDS = 4
# Headings and torn-off ends of sentences claim nothing.
_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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
            order,
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
    order: int,
    depth: float,
    words: tuple[str, ...],
    quoted: frozenset[int],
    actors: frozenset[str],
) -> Claim:
    sentence = analysis.sentences[number]
    tokens = analysis.sentence_tokens(sentence)
    own = [t for i, t in enumerate(tokens, start=sentence.first) if i not in quoted]
    lemmas = {token.lemma for token in tokens}
    sources, attributed = _sources(analysis, sentence, quoted)
    return Claim(
        article=analysis.article,
        sentence=number,
        start=sentence.start,
        end=sentence.end,
        first=sentence.first,
        last=sentence.last,
        order=order,
        depth=depth,
        words=words,
        content=tuple(t.lemma for t in tokens if t.pos in CONTENT and t.lemma not in EMPTY and t.text[0].isalnum()),
        names=frozenset(t.lemma for t in tokens if t.pos == "PROPN" and t.text[0].isalpha()),
        verbs=frozenset(t.lemma for t in tokens if t.pos == "VERB" and t.lemma not in EMPTY),
        qualifiers=sum(t.pos in {"ADJ", "ADV"} and t.dep in {"amod", "advmod"} for t in tokens),
        numbers=frozenset(t.text.lower() for t in tokens if t.tag == "CD"),
        times=_times(tokens),
        quoted=_words([t for i, t in enumerate(tokens, start=sentence.first) if i in quoted]),
        acts=_pairs(analysis, sentence, _SUBJECTS, head_first=False),
        deeds=_pairs(analysis, sentence, frozenset({"dobj"}), head_first=True),
        subjects=frozenset(t.lemma for t in tokens if t.dep in _SUBJECTS),
        sources=sources,
        attributed=attributed,
        hedged=any(t.lemma in HEDGES for t in own),
        grounds=sum(t.lemma in GROUNDS or (t.lemma in CLAUSE_GROUNDS and t.dep == "mark") for t in tokens),
        purposes=_purposes(tokens),
        moods=_moods(tokens, lemmas),
        actors=actors,
    )


def _pairs(
    analysis: Analysis, sentence: Sentence, labels: frozenset[str], *, head_first: bool
) -> frozenset[tuple[str, str]]:
    pairs = [(analysis.tokens[t.head].lemma, t.lemma) for t in analysis.sentence_tokens(sentence) if t.dep in labels]
    return frozenset(pairs if head_first else [(dependent, head) for head, dependent in pairs])


def _sources(analysis: Analysis, sentence: Sentence, quoted: frozenset[int]) -> tuple[frozenset[str], bool]:
    """Head words of the subjects of reporting verbs outside quotations, and whether the claim is put in a mouth."""
    span = range(sentence.first, sentence.last)
    tokens = analysis.tokens
    reporting = {
        i
        for i in span
        if i not in quoted
        and tokens[i].pos == "VERB"
        and tokens[i].lemma in REPORTING
        and (bool(quoted & set(span)) or any(tokens[j].head == i and tokens[j].dep in {"ccomp", "dobj"} for j in span))
    }
    heads = {tokens[j].lemma for j in span if tokens[j].head in reporting and tokens[j].dep == "nsubj"}
    told = any(tokens[i].lemma == "accord" and i + 1 < sentence.last and tokens[i + 1].lemma == "to" for i in span)
    return frozenset(heads), bool(reporting) or told


def _times(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(t.lemma for t in tokens if t.lemma in WEEKDAYS or (t.lemma in MONTHS and t.pos == "PROPN")) | {
        t.text for t in tokens if _YEAR.fullmatch(t.text)
    }


def _purposes(tokens: Sequence[Token]) -> int:
    return sum(b.dep in {"advcl", "xcomp"} and a.text.lower() == "to" for a, b in pairwise(tokens))


def _moods(tokens: Sequence[Token], lemmas: set[str]) -> frozenset[str]:
    marks = {
        "negated": bool(lemmas & NEGATIONS),
        "modal": any(t.tag == "MD" and t.lemma in MODALS for t in tokens),
        "planned": bool(lemmas & PLANNING),
        "future": any(t.tag == "MD" and t.lemma in {"will", "shall"} for t in tokens),
        "past": any(t.tag == "VBD" for t in tokens),
        "superlative": any(t.tag in {"JJS", "RBS"} for t in tokens),
    }
    return frozenset(mark for mark, there in marks.items() if there)
