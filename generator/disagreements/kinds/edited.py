"""One sentence in two articles, but for a few words that one of them put in, left out or put otherwise.

What an agency sends is edited. Where two sentences share most of their words in one order they tell one thing, and a
word that leaves it open, or judges it, is in one of them by choice.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import pairwise

from generator.disagreements.finding import Side
from generator.disagreements.material import Look
from generator.disagreements.passages import Span
from generator.language.lexicon import word_class
from generator.language.verbs import SAYING
from generator.matching.same_clause import Telling
from generator.model.text import Article

_OPEN = word_class("hedges") | word_class("doubting") | word_class("possibility")
_CREDITING = frozenset(SAYING) | {"accord"}
# So many words, and such a part of the shorter sentence, must be the same, and so many beside the place itself.
_SAME, _MOST, _BESIDE = 7, 0.55, 4
_LONGEST, _FEW = 60, 3
_APART = frozenset({"PUNCT", "SPACE"})
_NARROWING = frozenset({"amod", "advmod", "compound", "nmod"})
_SMALL = frozenset({"ADP", "DET"})


class Sentence:
    """A sentence of an article: the numbers of its tokens that are words, and these words in small letters."""

    def __init__(self, article: Article, telling: Telling, span: range) -> None:
        self.article, self.telling = article, telling
        self.tokens = [n for n in span if telling.tokens[n].pos not in _APART]
        self.words = [telling.tokens[n].word for n in self.tokens]
        self.all = frozenset(self.words)

    @cached_property
    def leaves_open(self) -> bool:
        """Whether anything in it is left open."""
        return not _OPEN.isdisjoint(self.all)

    @cached_property
    def credits(self) -> bool:
        """Whether it says on whose word."""
        return any(self.telling.tokens[n].lemma.lower() in _CREDITING for n in self.tokens)

    def span(self, tokens: Sequence[int]) -> Span:
        """From the first to the last of some tokens, without the small words before."""
        first = next((n for n in sorted(tokens) if self.telling.tokens[n].pos not in _SMALL), min(tokens))
        return self.telling.tokens[first].start, self.telling.tokens[max(tokens)].end


Holds = Callable[[Sentence, int, Sentence], bool]


def put_in(look: Look, words: frozenset[str], holds: Holds) -> Iterator[tuple[Side, Side]]:
    """The sides of each edit that puts in one of some words.

    `holds` is asked of the sentence, the token of the word in it, and the other sentence, which has none of them.
    """
    for one, other in _pairs(look):
        if one.all & words and other.all.isdisjoint(words):
            for ours, theirs, facing in _edits(one, other):
                at = next((n for n in ours if one.telling.tokens[n].word in words), None)
                if at is not None and holds(one, at, other):
                    yield from _sides(look, (one, ours, at), (other, theirs), facing)


def _sides(
    look: Look,
    mine: tuple[Sentence, Sequence[int], int],
    yours: tuple[Sentence, Sequence[int]],
    facing: Mapping[int, int],
) -> Iterator[tuple[Side, Side]]:
    """What is said at the place in both, up to the noun or verb that the word belongs to."""
    (one, ours, at), (other, theirs) = mine, yours
    reached = list(ours)
    tokens = one.telling.tokens
    while tokens[at].head in facing and tokens[at].head not in reached:
        at = tokens[at].head
        reached.append(at)
        if tokens[at].dep not in _NARROWING:
            break
    within = [facing[n] for n in range(min(reached), max(reached) + 1) if n in facing]
    if theirs or within:
        spans = one.span(reached), other.span([*theirs, *within])
        sides = Side(one.article.id, spans[0]), Side(other.article.id, spans[1])
        if not any(look.is_quoted(side.article, *side.says) for side in sides):
            yield sides


@lru_cache(maxsize=1)
def _pairs(look: Look) -> tuple[tuple[Sentence, Sentence], ...]:
    """All sentences of two articles that may be one, seen from either."""
    told = {article.id: [*_sentences(look, article)] for article in look.material.articles}
    return tuple(
        pair
        for a, b in look.pairs
        for one in told[a.id]
        for other in told[b.id]
        if one.words != other.words and len(one.all & other.all) >= _least(one, other) - 1
        for pair in ((one, other), (other, one))
    )


def _sentences(look: Look, article: Article) -> Iterator[Sentence]:
    telling = look.tellings[article.id]
    for place in telling.frames.analysis.sentences:
        if look.is_prose(article.id, place.start):
            sentence = Sentence(article, telling, telling.frames.tree.span(place.start, place.end))
            if _SAME < len(sentence.words) <= _LONGEST:
                yield sentence


def _least(one: Sentence, other: Sentence) -> float:
    return max(_SAME, _MOST * min(len(one.words), len(other.words)))


def _edits(one: Sentence, other: Sentence) -> Iterator[tuple[Sequence[int], Sequence[int], Mapping[int, int]]]:
    """The tokens of both at each place of few words, and which token of the one is the same word as which other."""
    blocks = SequenceMatcher(None, one.words, other.words, autojunk=False).get_matching_blocks()
    facing = {one.tokens[i + n]: other.tokens[j + n] for i, j, size in blocks for n in range(size)}
    for before, after in pairwise(blocks) if len(facing) >= _least(one, other) else ():
        ours = one.tokens[before.a + before.size : after.a]
        theirs = other.tokens[before.b + before.size : after.b]
        if max(len(ours), len(theirs)) <= _FEW and before.size + after.size >= _BESIDE:
            yield ours, theirs, facing
