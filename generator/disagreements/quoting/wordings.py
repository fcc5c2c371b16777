"""What parts the wordings of one utterance: each change weighed, and where it stands on each side."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.disagreements.quoting.speech import Span, heavy_words, is_inflected, lone_words
from generator.disagreements.quoting.utterances import Utterance, Variant
from generator.language.lexicon import word_class
from generator.matching.alignment import Block

_NEGATIONS = word_class("denying_words")
_MODALS = word_class("lexicon_modals")
# "One" is a pronoun and an article as often as a number.
_ONE = "1"
_OPTIONAL = frozenset({"that"})

Place = tuple[int, int]


class Change(NamedTuple):
    """The words that stand against one another in two articles; one side may be empty."""

    a: Span
    b: Span

    def features(self) -> dict[str, float]:
        """What the change is of, each 0 or 1, and `changed`, the number of words of the longer side."""
        keys = [{word.key for word in side.words} for side in self]
        ours, theirs = (heavy_words(side) for side in self)
        lone = lone_words(ours, theirs), lone_words(theirs, ours)
        return {
            "changed": float(max(len(side.words) for side in self)),
            "negation": float(keys[0] & _NEGATIONS != keys[1] & _NEGATIONS),
            "number": float(any(key.isdigit() and key != _ONE for key in keys[0] ^ keys[1])),
            "modal": float(keys[0] & _MODALS != keys[1] & _MODALS),
            "replaced": float(all(lone)),
            "content": float(any(lone)),
            "things": float(all(lone) and all(any(s.speech.nouns[s.first : s.last]) for s in self)),
            "material": float(not self.is_slight()),
        }

    def is_slight(self) -> bool:
        """Whether only an ending or the "that" that English may leave out differs: slips of whoever wrote it down."""
        ours, theirs = ([word.key for word in side.words if word.key not in _OPTIONAL] for side in self)
        return ours == theirs or is_inflected(ours, theirs)


def changes(utterance: Utterance) -> Iterator[Change]:
    """All changes between any two articles."""
    for variant in utterance.variants:
        for block in variant.changes:
            yield Change(*_sides(variant, block))


def _sides(variant: Variant, block: Block) -> tuple[Span, Span]:
    a, b = variant.a.speech, variant.b.speech
    return Span(a, block.a_first, block.a_last), Span(b, block.b_first, block.b_last)


def place_of(change: Change, span: Span, utterance: Utterance) -> Place | None:
    """Where the words of a change stand in this span, or the words in their place; None where it quotes less."""
    for side in change:
        if side.speech is span.speech:
            return (side.first, side.last) if span.first <= side.first and side.last <= span.last else None
    for variant in utterance.variants:
        for side in change:
            place = _opposite(variant, side) if span.speech in (variant.a.speech, variant.b.speech) else None
            if place and span.first <= place[0] and place[1] <= span.last:
                return place
    return None


def _opposite(variant: Variant, side: Span) -> Place | None:
    """The words of the variant's other side that stand against those of `side`."""
    if side.speech not in (variant.a.speech, variant.b.speech):
        return None
    found: Place | None = None
    for block in variant.blocks:
        theirs, ours = (block[1:3], block[3:]) if side.speech is variant.a.speech else (block[3:], block[1:3])
        if block.equal and theirs[0] <= side.first and side.last <= theirs[1]:
            found = side.first + ours[0] - theirs[0], side.last + ours[0] - theirs[0]
        elif not block.equal and theirs[0] <= side.last and side.first <= theirs[1]:
            found = ours
    return found


def runs(span: Span, low: int, high: int) -> list[Place]:
    """Body offsets of words `low` to `high`, those that follow one another within their quotation marks together."""
    found: list[Place] = []
    for number in range(low, high):
        word = span.speech.words[number]
        if found and not span.speech.breaks_before(number):
            found[-1] = found[-1][0], word.end
        else:
            found.append((word.start, word.end))
    return found
