"""One utterance as several articles quote it: sentences of quoted speech, paired and aligned word by word."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import Indel

from generator.disagreements.quoting.speech import Span, Speech, heavy_words, is_inflected, read_speech
from generator.language.lexicon import word_class
from generator.matching.alignment import Block, edit_blocks, parallels
from generator.matching.wording import joined
from generator.model.story import Material

# Words that carry no more than a breath; transcribers drop them or not.
_FILLERS = word_class("fillers")
# A sentence is one utterance in both articles when so many words, so many heavy ones and such a share agree; inside a
# long parallel stretch a smaller share will do.
_COMMON, _COMMON_HEAVY, _SHARE = 4, 2, 0.5
_LONG, _LONG_SHARE = 14, 0.3


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
    """Variants of one utterance in two or more articles."""

    variants: tuple[Variant, ...]


def find_utterances(material: Material) -> list[Utterance]:
    """The utterances that two or more articles of an event quote, alike or not, in text order of the first article."""
    people = frozenset(actor.id for actor in material.cast.actors if actor.kind == "person")
    speeches = [
        read_speech(article, material.analyses[article.id], material.quotations.get(article.id, ()), people)
        for article in material.articles
    ]
    variants = [variant for a, b in combinations(speeches, 2) for variant in _variants(a, b)]
    return [Utterance(tuple(group)) for group in _groups(variants)]


def _variants(a: Speech, b: Speech) -> list[Variant]:
    """The sentences of `a` that `b` quotes too, each with its best counterpart, if each is the other's best."""
    found = [variant for blocks in parallels(a.words, b.words) for variant in _cut(*_widened(a, b, blocks))]
    found.sort(key=lambda v: (-v.common * v.share, v.a.first, v.b.first))
    return [v for n, v in enumerate(found) if not any(_overlap(v.a, w.a) or _overlap(v.b, w.b) for w in found[:n])]


def _overlap(one: Span, other: Span) -> bool:
    """Whether two spans of one speech hold the same words, at least half of the shorter's."""
    shared = min(one.last, other.last) - max(one.first, other.first)
    return 2 * shared >= min(one.last - one.first, other.last - other.first)


def _widened(a: Speech, b: Speech, blocks: Sequence[Block]) -> tuple[Span, Span]:
    """A parallel stretch widened to whole sentences on both sides, less what only one side has at its ends.

    What stands there alone may be in the other's neighbouring sentence, in other words.
    """
    spans = (
        _whole(a, blocks[0].a_first, blocks[-1].a_last - 1),
        _whole(b, blocks[0].b_first, blocks[-1].b_last - 1),
    )
    inside = _blocks(*spans)
    inside = inside[_is_overhang(inside[0]) :]
    inside = inside[: len(inside) - _is_overhang(inside[-1])]
    return Span(a, inside[0].a_first, inside[-1].a_last), Span(b, inside[0].b_first, inside[-1].b_last)


def _whole(speech: Speech, first: int, last: int) -> Span:
    start, stop = first, last + 1
    while start > 0 and speech.sentences[start - 1] == speech.sentences[first]:
        start -= 1
    while stop < len(speech.words) and speech.sentences[stop] == speech.sentences[last]:
        stop += 1
    return Span(speech, start, stop)


def _blocks(a: Span, b: Span) -> list[Block]:
    """The edit script of two spans, in which no word that carries meaning and stands on both sides is replaced.

    The minimal script replaces four words by four others sooner than it shifts "safe" by two places.
    """
    found: list[Block] = []
    for block in edit_blocks([w.key for w in a.words], [w.key for w in b.words], a.first, b.first):
        finer = [] if block.equal else _common_blocks(a.speech, b.speech, block)
        found += finer if any(any(a.speech.heavy[x.a_first : x.a_last]) for x in finer if x.equal) else [block]
    return _rotated(a.speech, b.speech, found)


def _common_blocks(a: Speech, b: Speech, block: Block) -> list[Block]:
    """A block that differs as the longest common subsequence divides it (no word replaced by another)."""
    ours, theirs = a.words[block.a_first : block.a_last], b.words[block.b_first : block.b_last]
    found: list[Block] = []
    for step in Indel.opcodes([w.key for w in ours], [w.key for w in theirs]):
        equal = step.tag == "equal"
        if found and not equal and not found[-1].equal:
            before = found.pop()
            first = before.a_first, before.b_first
        else:
            first = step.src_start + block.a_first, step.dest_start + block.b_first
        found.append(Block(equal, first[0], step.src_end + block.a_first, first[1], step.dest_end + block.b_first))
    return found


def _rotated(a: Speech, b: Speech, blocks: list[Block]) -> list[Block]:
    """The same alignment with words that one side adds moved to its front, where the words before them allow it.

    "We are [calm and we are] ready" is as good an alignment as "[We are calm and] we are ready"; only the second shows
    that the other side merely quotes less.
    """
    if len(blocks) < 2 or not blocks[0].equal or not _is_overhang(blocks[1]):
        return blocks
    same, added = blocks[:2]
    length, a_added = same.a_last - same.a_first, added.a_last - added.a_first
    b_added = added.b_last - added.b_first
    tail = a.words[added.a_last - length : added.a_last] if a_added else b.words[added.b_last - length : added.b_last]
    if max(a_added, b_added) < length or [w.key for w in tail] != [w.key for w in a.words[same.a_first : same.a_last]]:
        return blocks
    a_seam, b_seam = same.a_first + a_added, same.b_first + b_added
    front = Block(False, same.a_first, a_seam, same.b_first, b_seam)
    return [front, Block(True, a_seam, added.a_last, b_seam, added.b_last), *blocks[2:]]


def _is_overhang(block: Block) -> bool:
    return not block.equal and (block.a_first == block.a_last or block.b_first == block.b_last)


def _cut(a: Span, b: Span) -> Iterator[Variant]:
    """The stretch cut by the sentences of its first side; the other side is shared out among them."""
    pairs = [
        (i, block.b_first + i - block.a_first)
        for block in _blocks(a, b)
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
        sides = Span(a.speech, a_first, a_last), Span(b.speech, b_first, b_last)
        variant = _variant(*sides, long=len(pairs) >= _LONG)
        if variant:
            yield variant


def _sentence_start(speech: Speech, index: int, least: int) -> int:
    while index > least and speech.sentences[index - 1] == speech.sentences[index]:
        index -= 1
    return index


def _variant(a: Span, b: Span, *, long: bool) -> Variant | None:
    """The two spans without what only one side quotes at their ends, if enough of their words agree."""
    blocks = _blocks(a, b)
    changes = tuple(block for block in blocks if _is_change(a, b, block))
    told = [block for block in blocks if block.equal or block in changes]
    agreeing = [i for block in blocks if block.equal for i in range(block.a_first, block.a_last)]
    if not agreeing or _two_people(a, b):
        return None
    kept = tuple(blocks[blocks.index(told[0]) : blocks.index(told[-1]) + 1])
    a, b = Span(a.speech, told[0].a_first, told[-1].a_last), Span(b.speech, told[0].b_first, told[-1].b_last)
    share = len(agreeing) / max(a.last - a.first, b.last - b.first)
    slack = 1 if long else 0
    heavy = sum(a.speech.heavy[i] for i in agreeing)
    enough = len(agreeing) >= _COMMON - slack and heavy >= _COMMON_HEAVY - slack
    if not enough or share < (_LONG_SHARE if long else _SHARE):
        return None
    return Variant(a, b, kept, changes, len(agreeing), share)


def _two_people(a: Span, b: Span) -> bool:
    """Whether two different persons say it; a body may be the speaker here, and one of its members there."""
    speakers = {span.quotation.speaker for span in (a, b)}
    return len(speakers & a.speech.people) > 1


def _is_change(a: Span, b: Span, block: Block) -> bool:
    """Whether the words really differ: no ellipsis, seam of a split quotation, editor's bracket, filler or spelling."""
    if block.equal or not (_is_added(a, block[1:3], b, block[3:]) or _is_added(b, block[3:], a, block[1:3])):
        return False
    sides = a.speech.words[block.a_first : block.a_last], b.speech.words[block.b_first : block.b_last]
    bracketed = any(side and all(w.bracketed for w in side) for side in sides)
    spoken = [joined(w for w in side if w.key not in _FILLERS) for side in sides]
    fitted = block.a_first == a.first and block.b_first == b.first and is_inflected(*_heavy_words(a, b, block))
    return not bracketed and not fitted and spoken[0] != spoken[1]


def _is_added(span: Span, ours: tuple[int, int], other: Span, theirs: tuple[int, int]) -> bool:
    """Whether one side has words here that the other replaces, or leaves out where its quotation runs on.

    Words that stand against none and are of another quotation than those before them come from elsewhere.
    """
    first, last = ours
    if first == last:
        return False
    if theirs[0] < theirs[1]:
        return not any(word.gap for word in other.speech.words[theirs[0] : theirs[1] + 1])
    elsewhere = first > span.first and span.speech.sentences[first][0] != span.speech.sentences[first - 1][0]
    return not elsewhere and not other.speech.breaks_before(theirs[0])


def _heavy_words(a: Span, b: Span, block: Block) -> tuple[list[str], list[str]]:
    return heavy_words(Span(a.speech, block.a_first, block.a_last)), heavy_words(
        Span(b.speech, block.b_first, block.b_last)
    )


def _groups(variants: Iterable[Variant]) -> list[list[Variant]]:
    """Variants together where they quote overlapping words of one article."""
    groups: list[list[Variant]] = []
    for variant in variants:
        near = [group for group in groups if any(_touch(variant, other) for other in group)]
        groups = [group for group in groups if not any(group is n for n in near)]
        groups.append([variant, *(other for group in near for other in group)])
    return groups


def _touch(one: Variant, other: Variant) -> bool:
    return any(x.speech is y.speech and _overlap(x, y) for x in (one.a, one.b) for y in (other.a, other.b))
