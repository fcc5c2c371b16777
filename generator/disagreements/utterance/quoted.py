"""One utterance quoted by several articles in words that part, where no word-by-word alignment proves it."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.reading.printing import subject_of
from generator.disagreements.reading.side import Side, Span
from generator.model.analysis import Token

# Fewer words in common inside quotation marks may be anybody's.
_COMMON = 3
_LONGEST = 12
# What no phrase should end with.
_LOOSE = frozenset({"PUNCT", "SPACE", "DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX", "PRON"})
# Less in common is another utterance, more is the same one cut elsewhere.
_LEAST, _MOST = 0.5, 0.95


def contrast(view: View) -> Contrast | None:
    """The quoted words of both sides, if they have a run of words in common and part elsewhere, else None."""
    one, other = view.one.claim.quoted, view.other.claim.quoted
    common = LCSseq.similarity(one, other)
    if common < _COMMON or not _LEAST <= common / min(len(one), len(other)) <= _MOST:
        return None
    spans = _quoted(view, view.one), _quoted(view, view.other)
    if spans[0] is None or spans[1] is None:
        return None
    words = view.one.words(spans[0]), view.other.words(spans[1])
    return Contrast(
        kind="quote",
        strength=common / min(len(one), len(other)),
        one=spans[0],
        other=spans[1],
        subject=subject_of(view, tuple(view.alignment.there)),
        reason=f"The words quoted differ: “{words[0]}” and “{words[1]}”.",
    )


def _quoted(view: View, side: Side) -> Span | None:
    """The first quoted words of the sentence, as many whole ones as a decisive phrase may have."""
    for quotation in view.material.quotations.get(side.claim.article, ()):
        for start, end in quotation.parts if quotation.direct else ():
            inside = [t for _, t in side.tokens() if start <= t.start and t.end <= end]
            if len(inside) >= _COMMON:
                return inside[0].start, _whole(inside)[-1].end
    return None


def _whole(tokens: Sequence[Token]) -> Sequence[Token]:
    """As many of the first tokens as may be shown, up to a word that may end a phrase ("ca" of "can’t" is no word)."""
    shown = range(1, min(_LONGEST, len(tokens)) + 1)
    ends = [
        n for n in shown if tokens[n - 1].pos not in _LOOSE and (n == len(tokens) or not _glued(*tokens[n - 1 : n + 1]))
    ]
    return tokens[: ends[-1]] if ends else tokens[:_LONGEST]


def _glued(token: Token, after: Token) -> bool:
    return token.end == after.start and after.pos != "PUNCT"
