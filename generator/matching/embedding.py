"""Static word vectors, so that "abandon" stands near "cancel": WordLlama's table, read from its package's own files.

A text's vector is the mean of its pieces' vectors; nothing is downloaded, and there is no network to run. Vectors are
compared after the mean of the texts at hand is taken off (common-component removal; Mu and Viswanath 2018,
"All-but-the-Top").
"""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from generator.model.errors import ParallaxError

Vectors = npt.NDArray[np.float32]

_TABLE = "weights/l2_supercat_256.safetensors"
_TOKENIZER = "tokenizers/l2_supercat_tokenizer_config.json"


def embed(texts: Sequence[str]) -> Vectors:
    """One row of 256 numbers a text, of unit length, centred on the mean of `texts`; zeros for a text without words.

    Raises ParallaxError when the package that carries the vectors is not installed.
    """
    table, tokenizer = _load()
    rows = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
    for number, encoding in enumerate(tokenizer.encode_batch(list(texts), add_special_tokens=False)):
        if encoding.ids:
            rows[number] = table[encoding.ids].mean(axis=0, dtype=np.float32)
    return unit_rows(rows - rows.mean(axis=0)) if len(rows) > 1 else unit_rows(rows)


def word_likeness(a: str, b: str) -> float:
    """The cosine of two words' vectors, not centred: about 0.1 for unrelated words, above 0.4 for near synonyms."""
    return float(_word(a) @ _word(b))


@cache
def _word(word: str) -> Vectors:
    table, tokenizer = _load()
    pieces = tokenizer.encode(word, add_special_tokens=False).ids
    vector: Vectors = unit_rows(table[pieces].mean(axis=0, dtype=np.float32, keepdims=True))[0]
    return vector


# The first pieces of the table are single letters and signs.
_LETTERS = 300


@cache
def rarity(word: str) -> float:
    """How rare a word is in general: the natural logarithm of its rank, about 6 to 10.4, more for one of many pieces.

    Pieces are numbered as byte-pair encoding found them, the most frequent first (Sennrich et al. 2016), so the number
    of a word that is one piece is near to its rank (Zipf 1949). It hangs on no article.
    """
    table, tokenizer = _load()
    blank = tokenizer.token_to_id("▁")
    pieces = [piece for piece in tokenizer.encode(word, add_special_tokens=False).ids if piece != blank]
    if len(pieces) == 1:
        return log(max(pieces[0], _LETTERS))
    return log(len(table)) + log(max(1, len(pieces)))


def unit_rows(rows: Vectors) -> Vectors:
    """`rows` scaled to unit length; a row of zeros stays as it is."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Vectors = (rows / np.where(lengths < 1e-9, 1.0, lengths)).astype(np.float32)
    return scaled


@cache
def _load() -> tuple[Vectors, Tokenizer]:
    spec = find_spec("wordllama")
    if spec is None or spec.origin is None:
        raise ParallaxError("The package of word vectors is not installed.", remedy="Install `wordllama`.")
    folder = Path(spec.origin).parent
    (table,) = load_file(folder / _TABLE).values()
    tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return table, tokenizer
