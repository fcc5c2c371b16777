"""How rare a word is in general: its rank in SymSpell's list of 82,765 English words, the most frequent first.

The list joins the counts of Google Books with the spellings of SCOWL, so it holds words and few names. It is read from
the package's own file; there is no network.
"""

from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path

from generator.model.errors import ParallaxError

_LIST = "frequency_dictionary_en_82_765.txt"
# What is rarer is as rare as a name, which the list has not.
_RAREST = 30_000
# Words are common up to this logarithm of their rank; names and acronyms lie beyond.
_COMMON = 8.2


@cache
def rarity(word: str) -> float:
    """How rare a word in small letters is in general: the natural logarithm of its rank (Zipf 1949), 0 to 10.3.

    It hangs on no article. A name, a number and a word of another language are as rare as words get.
    """
    return log(min(_ranks().get(word, _RAREST), _RAREST))


def is_common(word: str) -> bool:
    """Whether a word in small letters is so frequent that it is no name by itself."""
    return rarity(word) < _COMMON


def is_a_word(word: str) -> bool:
    """Whether a word in small letters is among the frequent words of the language, as acronyms are not."""
    return word in _ranks()


@cache
def _ranks() -> dict[str, int]:
    spec = find_spec("symspellpy")
    if spec is None or spec.origin is None:
        raise ParallaxError("The list of words by frequency is not installed.", remedy="Install `symspellpy`.")
    lines = (Path(spec.origin).parent / _LIST).read_text(encoding="utf-8-sig").splitlines()
    return {line.partition(" ")[0]: rank for rank, line in enumerate(lines[:_RAREST], 1)}
