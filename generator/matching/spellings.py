"""The words of proper names as articles write them, and whether two spellings are one name.

A shared vocabulary of pure functions; steps may import it. House styles of dots, capitals in headlines and possessives
are no difference. Word comparison follows `generator.matching.names`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from generator.language.lexicon import word_class
from generator.matching.names import compare_words, fold, strip_possessive
from generator.model.analysis import Analysis, Token
from generator.model.text import Article

_NAMED = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_HYPHENS = "-‐‑–"
# Endings that make another word of a name: plurals, demonyms and adjectives.
_ENDINGS = word_class("endings")
# Words of offices: whether "Secretary-General" has a hyphen is the house's style, and nobody's name.
_OFFICE = word_class("office")


class Written(NamedTuple):
    """One word of a name, or two that stand side by side, `body[start:end]`; `name` is the whole run it stands in."""

    article: str
    start: int
    end: int
    text: str
    name: str
    run: tuple[int, int]

    @property
    def key(self) -> str:
        """What all spellings agree in that differ in accents, hyphens, spaces, dots or capitals only."""
        return fold(self.text).replace(" ", "").replace("'", "")


def written_names(article: Article, analysis: Analysis) -> Iterator[Written]:
    """The words, and neighbouring pairs of words, of all names of an article, in text order; of a hashtag none."""
    for start, end in _runs(analysis.tokens):
        if article.body[:start].endswith("#"):
            continue
        places = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\s,()“”\"]+", article.body[start:end])]
        texts = [_bare(article.body[low:high]) for low, high in places]
        name = " ".join(text for text in texts if text)
        for number, (low, high) in enumerate(places):
            if _is_word(texts[number]):
                yield Written(article.id, low, high, texts[number], name, (start, end))
            pair = texts[number : number + 2]
            if (
                len(pair) == 2
                and _is_word(pair[0])
                and pair[1][:1].isupper()
                and not any(h in t for t in pair for h in _HYPHENS)
            ):
                yield Written(article.id, low, places[number + 1][1], " ".join(pair), name, (start, end))


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Body offsets of the runs of capitalised name tokens; a hyphenated part may be small ("Jong-un")."""
    first: int | None = None
    for index, token in enumerate(tokens):
        if _continues(tokens, index, first):
            first = index if first is None else first
            continue
        if first is not None:
            yield tokens[first].start, tokens[index - 1].end
        first = index if _opens(token) else None
    if first is not None:
        yield tokens[first].start, tokens[-1].end


def _opens(token: Token) -> bool:
    """Whether a token is part of a name; inner capitals mark one whatever the tagger says."""
    if not token.text[0].isupper():
        return False
    return (
        token.pos == "PROPN"
        or token.entity in _NAMED
        or (not token.text.isupper() and token.text[1:] != token.text[1:].lower())
    )


def _continues(tokens: Sequence[Token], index: int, first: int | None) -> bool:
    token = tokens[index]
    if first is None:
        return _opens(token)
    near = tokens[index - 1].end + 1 >= token.start
    if not near:
        return False
    glued = tokens[index - 1].end == token.start
    if token.text in _HYPHENS:
        return glued and index + 1 < len(tokens) and token.end == tokens[index + 1].start
    if tokens[index - 1].text in _HYPHENS and glued:
        return True
    return _opens(token)


def _bare(text: str) -> str:
    return strip_possessive(text.strip("\"'“”‘’.,;:!?" + _HYPHENS)).replace(".", "")


def _is_word(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    office = _OFFICE.issuperset(re.split(f"[{_HYPHENS}]", text.casefold()))
    return len(letters) > 2 and letters[0].isupper() and not all(c.isupper() for c in letters) and not office


@cache
def same_but_for(one: str, other: str) -> str:
    """What two spellings of one key differ in: "an accent", "a hyphen", "a space", "capitals", or "" if in nothing."""
    if one == other:
        return ""
    spaces, hyphens, accents = ([_counts(text, what) for text in (one, other)] for what in (" ", "-", "´"))
    if accents[0] != accents[1]:
        return "an accent"
    if hyphens[0] != hyphens[1]:
        return "a hyphen"
    if spaces[0] != spaces[1]:
        return "a space"
    return "capitals" if one.casefold() != other.casefold() or one != other else ""


def _counts(text: str, what: str) -> int:
    if what == "-":
        return sum(text.count(h) for h in _HYPHENS)
    if what == "´":
        return sum(ord(c) > 127 and c.isalpha() for c in text)
    return text.count(what)


@cache
def near_spelling(one: str, other: str) -> str:
    """Why two different words may be one name, or "": a transliteration, or one odd letter in a word of five."""
    a, b = fold(one), fold(other)
    if a == b or " " in a or " " in b or min(len(a), len(b)) < 5 or a[0] != b[0]:
        return ""
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return ""
    likeness = compare_words(a, b)
    if likeness.relation != "different":
        return likeness.reason
    return "a spelling that differs by one letter" if Levenshtein.distance(a, b, score_cutoff=1) == 1 else ""
