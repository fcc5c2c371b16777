"""One utterance as several articles quote it: sentences of quoted speech, paired and aligned word by word."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from generator.alignment import Block, edit_blocks, parallels
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.story import Material
from generator.model.text import Article
from generator.wording import Word, joined, words

# Nouns, verbs and their qualifiers carry the meaning; a shared "and that the" makes no utterance.
_HEAVY = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
# Words that carry no more than a breath; transcribers drop them or not.
_FILLERS = frozenset({"um", "uh", "er", "ah", "eh", "hmm", "mm"})
# A sentence is one utterance in both articles when so many words, so many heavy ones and such a share agree; inside a
# long parallel stretch a smaller share will do.
_COMMON, _COMMON_HEAVY, _SHARE = 4, 2, 0.5
_LONG, _LONG_SHARE = 14, 0.3
# Words so alike (0 to 100) are forms of one: "look" and "looks".
_FORM = 60


class Speech(NamedTuple):
    """The quoted words of one article in text order.

    `sentences` tells for each word its quotation and its sentence in the analysis, `heavy` whether it carries meaning.
    `people` are the ids of the actors who are persons.
    """

    article: Article
    analysis: Analysis
    quotations: tuple[Quotation, ...]
    words: list[Word]
    sentences: list[tuple[int, int]]
    heavy: list[bool]
    people: frozenset[str]


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


class Variant(NamedTuple):
    """One sentence as two articles quote it: its alignment, and those blocks of it that are material changes.

    `common` counts the words that agree, `share` is their part of the longer side.
    """

    a: Span
    b: Span
    blocks: tuple[Block, ...]
    changes: tuple[Block, ...]
    common: int
    share: float


class Utterance(NamedTuple):
    """Variants of one utterance in two or more articles, and the span of words that each article quotes of it."""

    variants: tuple[Variant, ...]
    spans: tuple[Span, ...]


def find_utterances(material: Material) -> list[Utterance]:
    """The utterances that two or more articles of an event quote, alike or not, in text order of the first article."""
    people = frozenset(actor.id for actor in material.cast.actors if actor.kind == "person")
    speeches = [
        _speech(article, material.analyses[article.id], material.quotations.get(article.id, ()), people)
        for article in material.articles
    ]
    variants = [variant for a, b in combinations(speeches, 2) for variant in _variants(a, b)]
    return [Utterance(tuple(group), _spans(group)) for group in _groups(variants)]


def _speech(article: Article, analysis: Analysis, quotations: tuple[Quotation, ...], people: frozenset[str]) -> Speech:
    heavy = {token.start: token.pos in _HEAVY for token in analysis.tokens}
    speech = Speech(article, analysis, quotations, [], [], [], people)
    for number, quotation in enumerate(quotations):
        if not (quotation.direct and quotation.speech):
            continue
        for start, end in quotation.parts:
            for word in words(article.body, start, end, gap=True):
                speech.words.append(word)
                speech.sentences.append((number, analysis.sentence_at(word.start) or 0))
                speech.heavy.append(heavy.get(word.start, False))
    return speech


def _variants(a: Speech, b: Speech) -> list[Variant]:
    """The sentences of `a` that `b` quotes too, each with its best counterpart, if each is the other's best."""
    found = [variant for blocks in parallels(a.words, b.words) for variant in _cut(*_widened(a, b, blocks))]
    best_a: dict[tuple[int, int], Variant] = {}
    best_b: dict[tuple[int, int], Variant] = {}
    for variant in sorted(found, key=lambda v: (-v.common * v.share, v.a.first, v.b.first)):
        best_a.setdefault(a.sentences[variant.a.first], variant)
        best_b.setdefault(b.sentences[variant.b.first], variant)
    return [variant for variant in best_a.values() if best_b[b.sentences[variant.b.first]] is variant]


def _widened(a: Speech, b: Speech, blocks: Sequence[Block]) -> tuple[Span, Span, list[Block]]:
    """A parallel stretch widened to whole sentences on both sides, less what only one side quotes at its ends."""
    a_span = _whole(a, blocks[0].a_first, blocks[-1].a_last - 1)
    b_span = _whole(b, blocks[0].b_first, blocks[-1].b_last - 1)
    return _aligned(a_span, b_span, trim_start=True, trim_end=True)


def _whole(speech: Speech, first: int, last: int) -> Span:
    start, stop = first, last + 1
    while start > 0 and speech.sentences[start - 1] == speech.sentences[first]:
        start -= 1
    while stop < len(speech.words) and speech.sentences[stop] == speech.sentences[last]:
        stop += 1
    return Span(speech, start, stop)


def _aligned(a: Span, b: Span, *, trim_start: bool, trim_end: bool) -> tuple[Span, Span, list[Block]]:
    blocks = edit_blocks([w.key for w in a.words], [w.key for w in b.words], a.first, b.first)
    while trim_start and blocks and _is_overhang(blocks[0]):
        blocks.pop(0)
    while trim_end and blocks and _is_overhang(blocks[-1]):
        blocks.pop()
    if not blocks:
        return Span(a.speech, a.first, a.first), Span(b.speech, b.first, b.first), []
    return (
        Span(a.speech, blocks[0].a_first, blocks[-1].a_last),
        Span(b.speech, blocks[0].b_first, blocks[-1].b_last),
        blocks,
    )


def _is_overhang(block: Block) -> bool:
    return not block.equal and (block.a_first == block.a_last or block.b_first == block.b_last)


def _cut(a: Span, b: Span, blocks: Sequence[Block]) -> Iterator[Variant]:
    """The stretch cut by the sentences of its first side; the other side is shared out among them."""
    pairs = [
        (i, block.b_first + i - block.a_first)
        for block in blocks
        if block.equal
        for i in range(block.a_first, block.a_last)
    ]
    firsts = [
        n for n, (i, _) in enumerate(pairs) if n == 0 or a.speech.sentences[i] != a.speech.sentences[pairs[n - 1][0]]
    ]
    starts = [(a.first, b.first)]
    starts += [
        (_sentence_start(a.speech, pairs[n][0], a.first), _sentence_start(b.speech, pairs[n][1], pairs[n - 1][1] + 1))
        for n in firsts[1:]
    ]
    ends = [*starts[1:], (a.last, b.last)]
    for (a_first, b_first), (a_last, b_last) in zip(starts, ends, strict=True):
        variant = _variant(
            Span(a.speech, a_first, a_last),
            Span(b.speech, b_first, b_last),
            trim=(a_first == a.first, a_last == a.last),
            long=len(pairs) >= _LONG,
        )
        if variant:
            yield variant


def _sentence_start(speech: Speech, index: int, least: int) -> int:
    while index > least and speech.sentences[index - 1] == speech.sentences[index]:
        index -= 1
    return index


def _variant(a: Span, b: Span, *, trim: tuple[bool, bool], long: bool) -> Variant | None:
    a, b, blocks = _aligned(a, b, trim_start=trim[0], trim_end=trim[1])
    length = max(a.last - a.first, b.last - b.first)
    agreeing = [i for block in blocks if block.equal for i in range(block.a_first, block.a_last)]
    slack = 1 if long else 0
    heavy = sum(a.speech.heavy[i] for i in agreeing)
    enough = len(agreeing) >= _COMMON - slack and heavy >= _COMMON_HEAVY - slack
    if not enough or _two_people(a, b) or len(agreeing) / length < (_LONG_SHARE if long else _SHARE):
        return None
    changes = tuple(block for block in blocks if _is_change(a, b, block))
    return Variant(a, b, tuple(blocks), changes, len(agreeing), len(agreeing) / length)


def _two_people(a: Span, b: Span) -> bool:
    """Whether two different persons say it; a body may be the speaker here, and one of its members there."""
    speakers = {span.quotation.speaker for span in (a, b)}
    return len(speakers & a.speech.people) > 1


def _is_change(a: Span, b: Span, block: Block) -> bool:
    """Whether the words really differ: no ellipsis, seam of a split quotation, editor's bracket, filler or spelling."""
    if block.equal or _at_gap(a, block.a_first, block.a_last) or _at_gap(b, block.b_first, block.b_last):
        return False
    sides = a.speech.words[block.a_first : block.a_last], b.speech.words[block.b_first : block.b_last]
    bracketed = any(side and all(w.bracketed for w in side) for side in sides)
    spoken = [joined(w for w in side if w.key not in _FILLERS) for side in sides]
    fitted = block.a_first == a.first and block.b_first == b.first and is_inflected(*_heavy_words(a, b, block))
    return not bracketed and not fitted and spoken[0] != spoken[1]


def _heavy_words(a: Span, b: Span, block: Block) -> tuple[list[str], list[str]]:
    return heavy_words(Span(a.speech, block.a_first, block.a_last)), heavy_words(
        Span(b.speech, block.b_first, block.b_last)
    )


def heavy_words(span: Span) -> list[str]:
    """The keys of the words of a span that carry meaning."""
    return [span.speech.words[n].key for n in range(span.first, span.last) if span.speech.heavy[n]]


def is_inflected(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words are forms of one another ("looks", "look"): a quotation fitted into another sentence."""
    return bool(ours) and bool(theirs) and not lone_words(ours, theirs) and not lone_words(theirs, ours)


def lone_words(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Those of our words that are no form of one of theirs."""
    return [word for word in ours if all(ratio(word, other) < _FORM for other in theirs)]


def _at_gap(span: Span, first: int, last: int) -> bool:
    """Whether words may be missing here; a quotation that starts here with other words is no gap, one with less is."""
    start = first if first == last else max(first, span.first + 1)
    return any(word.gap for word in span.speech.words[start : min(last + 1, span.last)])


def _groups(variants: Iterable[Variant]) -> list[list[Variant]]:
    """Variants together where they quote overlapping words of one article."""
    groups: list[list[Variant]] = []
    for variant in variants:
        near = [group for group in groups if any(_touch(variant, other) for other in group)]
        groups = [group for group in groups if not any(group is n for n in near)]
        groups.append([variant, *(other for group in near for other in group)])
    return groups


def _touch(one: Variant, other: Variant) -> bool:
    return any(
        x.speech is y.speech
        and 2 * (min(x.last, y.last) - max(x.first, y.first)) >= min(x.last - x.first, y.last - y.first)
        for x in (one.a, one.b)
        for y in (other.a, other.b)
    )


def _spans(group: Sequence[Variant]) -> tuple[Span, ...]:
    """One span an article: the shortest that holds all its changed words, else the words that match a chosen span."""
    chosen: dict[str, Span] = {}
    for variant in sorted(group, key=lambda v: (-len(v.changes), len(v.a.words) + len(v.b.words))):
        sides = (variant.a, variant.b)
        for span, other in (sides, sides[::-1]):
            known = chosen.get(other.speech.article.id)
            if span.speech.article.id not in chosen:
                chosen[span.speech.article.id] = _projected(variant, span, known) if known else span
    return tuple(chosen[key] for key in sorted(chosen))


def _projected(variant: Variant, span: Span, other: Span) -> Span:
    """The words of `span` that stand against those of `other` in the variant's alignment."""
    forward = span.speech is variant.a.speech
    matched = [
        block.a_first + n if forward else block.b_first + n
        for block in variant.blocks
        if block.equal
        for n in range(block.a_last - block.a_first)
        if other.first <= (block.b_first if forward else block.a_first) + n < other.last
    ]
    return Span(span.speech, matched[0], matched[-1] + 1) if matched else span
