"""What parts the wordings of one utterance: each change weighed."""

from typing import NamedTuple

from generator.disagreements.quoting.speech import Span, heavy_words, is_inflected, lone_words
from generator.language.lexicon import word_class

_NEGATIONS = word_class("denying_words")
# "One" is a pronoun and an article as often as a number.
_ONE = "1"
_OPTIONAL = frozenset({"that"})


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
            "replaced": float(all(lone)),
            "material": float(not self.is_slight()),
        }

    def is_slight(self) -> bool:
        """Whether only an ending or the "that" that English may leave out differs: slips of whoever wrote it down."""
        ours, theirs = ([word.key for word in side.words if word.key not in _OPTIONAL] for side in self)
        return ours == theirs or is_inflected(ours, theirs)
