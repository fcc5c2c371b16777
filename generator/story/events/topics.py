"""What all articles of an event speak of: the names and things that they open with and come back to."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import ceil

from generator.language.lexicon import word_class
from generator.model.analysis import Analysis, Token
from generator.model.record import Record
from generator.model.text import Article

# So many sentences tell what an article is about.
_LEAD = 5
# What so many of the articles speak of, and half of them open with, is what all speak of; two or three things name it.
_MOST, _FEWEST = 0.75, 2
# How much of an article must be about a thing: 1 is half as many sentences as its first thing has, or all that stands
# in headline and first sentences.
_ABOUT, _WHERE = 0.85, 0.4
_NAMED = frozenset({"", "PERSON", "ORG", "GPE", "LAW", "EVENT", "FAC", "LOC", "PRODUCT"})
_PLACES = frozenset({"GPE", "LOC"})
_TIMES = frozenset({"DATE", "TIME"})
_GLUED = frozenset("-–(")
_DESCRIBING = frozenset({"compound", "amod", "nmod"})
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_SMALL = word_class("small")

Words = tuple[str, ...]


class Told(Record, frozen=True):
    """How the words of an article begin, all beginnings of each: of its headline, first sentences, each sentence."""

    head: frozenset[str]
    lead: frozenset[str]
    sentences: tuple[frozenset[str], ...]


def told_by(headline: str, analysis: Analysis) -> Told:
    """What the article under a headline tells."""
    last = analysis.sentences[min(_LEAD, len(analysis.sentences)) - 1].last if analysis.sentences else 0
    lead = {*words_of(headline), *(t.lemma.lower() for t in analysis.tokens[:last])}
    return Told(
        head=_begun(words_of(headline)),
        lead=_begun(lead),
        sentences=tuple(_begun(_bare(t.text) for t in analysis.sentence_tokens(s)) for s in analysis.sentences),
    )


def topics(articles: Sequence[Article], analyses: Mapping[str, Analysis], told: Mapping[str, Told]) -> list[str]:
    """The names and things that most articles speak of, up to three, people first; none of the words of another.

    A person is known by the last word of the name and shown by the longest one. A name alone names no event.
    """
    outlets = " ".join(article.outlet or "" for article in articles)
    found: dict[Words, tuple[str, str]] = {}
    for article in articles:
        for words, text, kind in _things(article, analyses[article.id]):
            if text not in outlets:
                found[words] = max(found.get(words, ("", "")), (text, kind), key=lambda it: len(it[0]))
    first = {word for text, kind in found.values() if kind == "PERSON" for word in words_of(text)[:-1]}
    found = {words: it for words, it in found.items() if words[0] not in first or len(words) > 1 or " " in it[0]}
    counts = {words: [sum(_tells(s, words) for s in told[a.id].sentences) for a in articles] for words in found}
    opens = {words: sum(_tells(told[a.id].lead, words) for a in articles) for words in found}
    count = len(articles)
    # More than half open with it; of two articles one may come to it later.
    least, opening = max(_FEWEST, ceil(_MOST * count)), count // 2 + (count > _FEWEST)
    shared = [w for w in found if sum(map(bool, counts[w])) >= least and opens[w] >= opening]
    most = [max((counts[w][n] for w in shared), default=0) or 1 for n in range(len(articles))]

    def about(words: Words) -> float:
        share = sum(min(1, 2 * count / top) for count, top in zip(counts[words], most, strict=True))
        heads = sum(_tells(told[a.id].head, words) for a in articles)
        return (share + (opens[words] + heads) / 2) / len(articles) - _WHERE * (found[words][1] in _PLACES)

    kept: list[Words] = []
    for words in sorted(shared, key=lambda w: -about(w)):
        # Two name an event; beside two names, a thing.
        wanted = len(kept) < _FEWEST or (len(kept) == _FEWEST and not found[words][1])
        if (
            wanted
            and about(words) >= _ABOUT
            and not any(holds(_begun(other), word) for other in kept for word in words)
        ):
            kept.append(words)
    named = sorted((found[words] for words in kept), key=lambda it: it[1] != "PERSON")
    return [text for text, _ in named] if len(named) > 1 or any(" " in t and k != "PERSON" for t, k in named) else []


def _things(article: Article, analysis: Analysis) -> Iterator[tuple[Words, str, str]]:
    """The names and the things of more than one word in an article's first sentences: words, text, kind of name."""
    tokens = analysis.tokens
    for sentence in analysis.sentences[:_LEAD]:
        for at in range(sentence.first, sentence.last):
            token, after = tokens[at], tokens[min(at + 1, len(tokens) - 1)]
            named = token.pos == "PROPN" and token.entity in _NAMED and token.text[0].isupper()
            if named and not _goes_on(token, after):
                first = at
                while first > sentence.first and _goes_on(tokens[first - 1], tokens[first]):
                    first -= 1
                # What the model knows by no kind may be a title: "Gov." of "Gov. Roth".
                starts = [first] if token.entity or (first < at and after.pos != "PROPN") else []
            elif not named and token.pos == "NOUN" and after.pos != "NOUN":
                starts = []
                while tokens[at - len(starts) - 1].dep in _DESCRIBING and at - len(starts) > sentence.first:
                    starts.append(at - len(starts) - 1)
            else:
                continue
            for first in starts:
                text, before = article.body[tokens[first].start : token.end], article.body[: tokens[first].start][-1:]
                words = words_of(text)[-1:] if token.entity == "PERSON" else words_of(text)
                # No part of a name or of a word; no agency in a dateline.
                inside = tokens[first].entity and not tokens[first].entity_start
                torn = not named and inside and tokens[first - 1].pos != "DET"
                cut = torn or before in _GLUED or not text[0].isalnum() or "\n" in text
                timed = any(t.entity in _TIMES for t in tokens[first : at + 1])
                if words and not (cut or timed) and all(len(word) > 1 and word not in _SMALL for word in words):
                    yield words, text, (token.entity or "NAME") if named else ""


def _goes_on(one: Token, after: Token) -> bool:
    """Whether a name goes on with the token after."""
    return one.pos == after.pos == "PROPN" and one.entity == after.entity and not after.entity_start


def words_of(text: str) -> Words:
    """The words of a text in small letters, without what is hung on them."""
    return tuple(_bare(word) for word in _WORD.findall(text))


def holds(begun: Collection[str], word: str) -> bool:
    """Whether a word, whatever its ending, is among those that begin so."""
    return word.removesuffix("s")[: max(4, len(word) - 3)] in begun


def _tells(begun: Collection[str], words: Words) -> bool:
    return all(holds(begun, word) for word in words)


def _begun(words: Iterable[str]) -> frozenset[str]:
    return frozenset(beginning for word in words for beginning in accumulate(word, initial=""))


def _bare(word: str) -> str:
    return word.lower().rstrip(".-'’").removesuffix("’s").removesuffix("'s")
