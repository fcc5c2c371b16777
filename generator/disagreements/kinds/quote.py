"""Quotations of one utterance in wordings that differ in a word that carries meaning, a negation or a number."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import Postfix, Prefix

from generator.disagreements.finding import Proof, Side
from generator.disagreements.material import Look
from generator.disagreements.quoting.speech import Span
from generator.disagreements.quoting.utterances import Variant
from generator.disagreements.quoting.wordings import Change
from generator.language.lexicon import CONTENT, EMPTY, POSTDETERMINERS, word_class
from generator.language.relations import alike
from generator.matching.alignment import Block
from generator.matching.embedding import word_likeness
from generator.model.analysis import Token

_NEGATIONS = word_class("denying_words")
_POINTING = word_class("pointing")
_DOING = frozenset({"do", "does", "did"})
# Verbs that say little by themselves ("take responsibility", "accept responsibility").
_LIGHT = word_class("light")
# Less in common, or less of the whole, may be two utterances, or one that has been translated twice.
_COMMON, _COMMON_NEGATED, _SHARE = 5, 8, 0.6
# Where only words differ, and no number or negation, more must be the same: else it is how somebody wrote it down.
_SHARE_WORDS = 0.75
# So many words that agree must stand on either side of a difference, or twice as many before one at the end.
_BESIDE, _BEFORE_END = 2, 6
# Words nearer in meaning than this are slips of whoever wrote it down ("manner", "fashion").
_ALIKE = 0.2
_MOST = 6
_LONG = 7
_MASK = re.compile(r"[-*_–—]{2,}")


def find(look: Look) -> Iterator[Proof]:
    """One proof an utterance: its weightiest difference."""
    for utterance in look.utterances:
        proofs = [
            proof
            for variant in utterance.variants
            if variant.common >= _COMMON and variant.share >= _SHARE
            for block in variant.changes
            if (proof := _proof(look, variant, block)) is not None
        ]
        if proofs:
            yield max(proofs, key=lambda p: (p.sure, len(p.sides)))


def _proof(look: Look, variant: Variant, block: Block) -> Proof | None:
    a, b = variant.a.speech, variant.b.speech
    change = Change(Span(a, block.a_first, block.a_last), Span(b, block.b_first, block.b_last))
    negated = _differs_in_negation(variant)
    if not all(side.words for side in change) or not _is_framed(variant, block):
        return None
    features = change.features()
    negated = negated and bool(features["negation"]) and _is_plain_negation(change)
    firm = variant.share >= _SHARE_WORDS or bool(features["number"])
    if not negated and not (firm and _is_telling(change)):
        return None
    sides = tuple(_side(side) for side in change)
    speaker = variant.a.quotation.speaker or variant.b.quotation.speaker
    actor = look.actors.get(speaker or "")
    return Proof(
        kind="quote",
        sides=sides,
        because="quote_negated" if negated else "quote",
        about=actor.name if actor else "",
        hard=negated or bool(features["number"]),
        actors=(speaker,) if speaker else (),
    )


def _side(span: Span) -> Side:
    start, end = span.place
    return Side(span.speech.article.id, (start, end))


def _is_framed(variant: Variant, block: Block) -> bool:
    """Whether words that agree stand before the difference, and after it unless the sentence ends there in both."""
    place = variant.blocks.index(block)
    before = sum(b.a_last - b.a_first for b in variant.blocks[:place] if b.equal)
    after = sum(b.a_last - b.a_first for b in variant.blocks[place + 1 :] if b.equal)
    return before >= _BESIDE and (after >= _BESIDE or (after == 0 and before >= _BEFORE_END))


def _differs_in_negation(variant: Variant) -> bool:
    """Whether one side denies and the other nowhere does: a second "not" may only repeat the first."""
    counts = sorted(sum(word.key in _NEGATIONS for word in side.words) for side in (variant.a, variant.b))
    return counts[0] == 0 and counts[1] == 1 and variant.common >= _COMMON_NEGATED


def _is_plain_negation(change: Change) -> bool:
    """Whether nothing but the negation, and the "do" that it needs, stands on one side alone."""
    ours, theirs = ([w.key for w in side.words if w.key not in _NEGATIONS | _DOING] for side in change)
    return ours == theirs


def _is_telling(change: Change) -> bool:
    """Whether a word that carries meaning stands in another's place, and neither says what the other says."""
    features = change.features()
    if features["changed"] > _MOST or not features["material"]:
        return False
    if features["number"]:
        return True
    ours, theirs = (_telling(side) for side in change)
    if (
        not (features["replaced"] and ours and theirs)
        or any(_is_name(side) or _is_masked(side) for side in change)
        or _points(change)
    ):
        return False
    return not any(_is_alike(x, y) for x in ours for y in theirs)


def _telling(side: Span) -> list[Token]:
    """The words that carry meaning by themselves: no "less", "other" or "last"."""
    tokens = {t.start: t for t in side.speech.analysis.tokens}
    found = [tokens[word.start] for word in side.words if word.start in tokens]
    return [t for t in found if t.pos in CONTENT and t.lemma.lower() not in POSTDETERMINERS | EMPTY | _LIGHT]


def _is_alike(one: Token, other: Token) -> bool:
    return (
        alike(one.lemma, other.lemma)
        or word_likeness(one.lemma, other.lemma) > _ALIKE
        or _is_slip(one.word, other.word)
    )


def _is_slip(one: str, other: str) -> bool:
    """Whether long words differ in one letter within them, left out, put in or mistaken: a slip of the hand.

    Inflection changes a word at its end, and another word mostly begins otherwise.
    """
    begin, end = Prefix.similarity(one, other), Postfix.similarity(one, other)
    return begin > 0 and end > 1 and min(len(one), len(other)) >= _LONG and begin + end >= max(len(one), len(other)) - 1


def _is_masked(side: Span) -> bool:
    """Whether a word is written with dashes or stars for letters: house style, not another word."""
    start, end = side.place
    return bool(_MASK.search(side.speech.article.body, start, end))


def _points(change: Change) -> bool:
    """Whether one side only stands for what the other names ("him", "the mayor")."""
    return any(all(w.key in _POINTING for w in side.words) for side in change)


def _is_name(side: Span) -> bool:
    """Whether it is a name: editors put a name for a pronoun, and shorten countries."""
    tokens = {t.start: t.pos for t in side.speech.analysis.tokens}
    return any(tokens.get(word.start) == "PROPN" for word in side.words)
