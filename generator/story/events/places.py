"""Where an event was, in an article's own words: its dateline, or "in X" of the sentence that tells it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.language.lexicon import word_class
from generator.model.analysis import Analysis, Sentence
from generator.model.text import Article, Passage

# A dateline: capitals at the head of a paragraph, an agency in brackets perhaps, then a dash or a colon.
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’ -]{2,30}[A-Z])(?:, [A-Z][\w. ]{1,20})?(?: \([A-Za-z]+\))?\s*(?:[—–:]|--|-\s)"
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_IN = word_class("in")
_MAIN = frozenset({"ROOT", "advcl", "ccomp", "dobj", "conj"})
LEAD_SENTENCES = 3


def choose_place(articles: Sequence[Article], analyses: Mapping[str, Analysis]) -> Passage | None:
    """The place that at least half of the articles tell, and more than any other; None without one.

    A dateline says where an article was written. So it counts of one article alone, or beside what others tell.
    """
    told = [list(_told(a, analyses[a.id])) for a in articles]
    datelines = [_dateline(a) for a in articles]
    given = [[*places, *([line] if line else [])] for places, line in zip(told, datelines, strict=True)]
    votes = Counter(name for places in given for name in {_key(p) for p in places}).most_common(2)
    least = max(min(2, len(articles)), len(articles) / 2)
    if not votes or votes[0][1] < least or (len(votes) > 1 and votes[1][1] == votes[0][1]):
        return None
    chosen = next((p for places in told for p in places if _key(p) == votes[0][0]), None)
    return chosen or (datelines[0] if len(articles) == 1 else None)


def place_name(passage: Passage, article: Article) -> str:
    """The name as it is shown: a dateline's capitals become ordinary writing."""
    is_dateline = passage.quote.isupper() and _DATELINE.match(article.body, passage.start)
    return passage.quote.title() if is_dateline else passage.quote


def _key(passage: Passage) -> str:
    return passage.quote.lower()


def _dateline(article: Article) -> Passage | None:
    for paragraph in article.story[:3]:
        found = _DATELINE.match(article.body, paragraph.start)
        if found and found.end() < paragraph.end:
            return article.passage(found.start("place"), found.end("place"))
    return None


def _told(article: Article, analysis: Analysis) -> Iterator[Passage]:
    """The places in which its first sentences are set."""
    story = [p.start for p in article.story if p.role == "text"]
    told = [s for s in analysis.sentences if story and s.start >= story[0]]
    for sentence in told[:LEAD_SENTENCES]:
        yield from _named_in(article, analysis, sentence)


def _named_in(article: Article, analysis: Analysis, sentence: Sentence) -> Iterator[Passage]:
    """Places that a sentence's main statement is set in: "in X" that hangs on its verb, or, misread, on a person."""
    tokens = analysis.tokens
    for index in range(sentence.first, sentence.last):
        token = tokens[index]
        if token.entity not in _PLACES or not token.entity_start:
            continue
        last = index
        while last + 1 < sentence.last and tokens[last + 1].entity in _PLACES and not tokens[last + 1].entity_start:
            last += 1
        root = next((tokens[i] for i in range(index, last + 1) if not index <= tokens[i].head <= last), token)
        link = tokens[root.head]
        held_by = tokens[link.head]
        if root.dep == "pobj" and link.lemma in _IN and (held_by.dep in _MAIN or held_by.pos == "PROPN"):
            yield article.passage(token.start, tokens[last].end)
