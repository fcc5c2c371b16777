"""What every finding needs whatever its kind: an id made of content, a short neutral line, a tight passage."""

import hashlib
from collections.abc import Iterable, Sequence

from generator.model.analysis import Analysis
from generator.model.story import Kind, Position
from generator.model.text import Article, Passage

ABOUT_WORDS = 14
QUOTE_WORDS = 40


def finding_id(kind: Kind, event: str, positions: Iterable[Position]) -> str:
    """`<kind>-<ten hexadecimal digits>`, made of the event and the exact passages: the same content, the same id."""
    places = sorted((p.passage.article, p.passage.start, p.passage.end) for p in positions)
    return f"{kind}-{hashlib.sha256(repr((event, places)).encode()).hexdigest()[:10]}"


def about_line(text: str) -> str:
    """`text` cut to the words that a card's heading may have, on one line."""
    return " ".join(text.split()[:ABOUT_WORDS])


def tight(article: Article, start: int, end: int, marks: Sequence[tuple[int, int]]) -> Passage:
    """`body[start:end]`, or when that is too long the 40 words of it that best surround the marked words."""
    places = _word_places(article.body, start, end)
    if len(places) <= QUOTE_WORDS:
        return article.passage(start, end)
    inside = [n for n, (low, high) in enumerate(places) if any(low < e and s < high for s, e in marks)]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    spare = max(0, QUOTE_WORDS - (last - first + 1))
    low = max(0, min(first - spare // 2, len(places) - QUOTE_WORDS))
    return article.passage(places[low][0], places[min(low + QUOTE_WORDS, len(places)) - 1][1])


def _word_places(body: str, start: int, end: int) -> list[tuple[int, int]]:
    places, at = [], start
    for word in body[start:end].split():
        low = body.index(word, at)
        places.append((low, low + len(word)))
        at = low + len(word)
    return places


def noun_phrases(analysis: Analysis, start: int, end: int) -> list[str]:
    """The runs of nouns and names that lie within `body[start:end]`, in text order, with their adjectives."""
    phrases: list[str] = []
    run: list[str] = []
    named = False
    for token in analysis.tokens:
        inside = start <= token.start and token.end <= end
        if inside and token.pos in {"NOUN", "PROPN", "ADJ"}:
            run.append(token.text)
            named = named or token.pos != "ADJ"
            continue
        if run and named:
            phrases.append(" ".join(run))
        run, named = [], False
    return phrases + ([" ".join(run)] if run and named else [])
