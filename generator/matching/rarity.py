"""How rare a word is in general: the pieces of WordLlama's tokenizer, the most frequent first.

Read from the package's own files; nothing is downloaded, and there is no network to run.
"""

from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path

from tokenizers import Tokenizer

from generator.model.errors import ParallaxError

_TOKENIZER = "tokenizers/l2_supercat_tokenizer_config.json"
# The first pieces of the table are single letters and signs.
_LETTERS = 300


@cache
def rarity(word: str) -> float:
    """How rare a word is in general: the natural logarithm of its rank, about 6 to 10.4, more for one of many pieces.

    Pieces are numbered as byte-pair encoding found them, the most frequent first (Sennrich et al. 2016), so the number
    of a word that is one piece is near to its rank (Zipf 1949). It hangs on no article.
    """
    tokenizer = _load()
    blank = tokenizer.token_to_id("▁")
    pieces = [piece for piece in tokenizer.encode(word, add_special_tokens=False).ids if piece != blank]
    if len(pieces) == 1:
        return log(max(pieces[0], _LETTERS))
    return log(tokenizer.get_vocab_size()) + log(max(1, len(pieces)))


@cache
def _load() -> Tokenizer:
    spec = find_spec("wordllama")
    if spec is None or spec.origin is None:
        raise ParallaxError("The package of word pieces is not installed.", remedy="Install `wordllama`.")
    folder = Path(spec.origin).parent
    tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
