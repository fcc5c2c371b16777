"""What one article leaves open, in a sentence that another prints as a fact."""

from collections.abc import Iterator

from generator.disagreements.finding import Proof
from generator.disagreements.kinds.edited import Sentence, put_in
from generator.disagreements.material import Look
from generator.language.lexicon import word_class

_DOUBTING = word_class("doubting")
_POSSIBLE = word_class("possibility")


def find(look: Look) -> Iterator[Proof]:
    """One proof an edit."""
    for words, holds in ((_DOUBTING, _is_flat), (_POSSIBLE, _is_sure)):
        for sides in put_in(look, words, holds):
            yield Proof("attribution", sides, "attribution_edited")


def _is_flat(_one: Sentence, _at: int, other: Sentence) -> bool:
    """Whether the other sentence tells it as a fact: "police say" leaves as open as "allegedly"."""
    return not other.leaves_open and not other.credits


def _is_sure(one: Sentence, at: int, other: Sentence) -> bool:
    """Whether what may have been is said to have been: on somebody's word if what may have been is so too."""
    past = any(token.lemma == "have" for token in one.telling.tokens[at + 1 : at + 2])
    return past and not other.leaves_open and (one.credits or not other.credits)
