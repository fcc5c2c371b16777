"""Where words stand in a text: exactly, and if they do not, the passage most like them.

A shared vocabulary of pure text functions; steps may import it.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from generator.model.decisions import Place
from generator.model.text import Article

# The strictest way to count words: a hyphenated compound or a decimal number is two.
# Scripts that put no spaces between words count by characters: Thai to Myanmar, Khmer, Kana, Han.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W{_UNSPACED}]"
# A run of more than thirty letters is words that have lost their spaces: six letters a word.
_RUN = rf"{_LETTER}{{6}}(?={_LETTER}{{25}})"
_WORD = re.compile(rf"[{_UNSPACED}]|{_RUN}|{_LETTER}+(?:['’]{_LETTER}+)*")
# The same words where no such script and no such run stand, found in half the time.
_PLAIN = re.compile(r"\w+(?:['’]\w+)*")
_SCRIPT = re.compile(rf"[{_UNSPACED}]")
_LONGEST = 30
_TOKEN = re.compile(r"\S+")
_MUCH = 4_000_000  # characters


def words(body: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """The place of every word of `body[start:end]`, as offsets of `body`."""
    return tuple([found.span() for found in _of_body(body).finditer(body, start, _end(body, end))])


def count_words(body: str, start: int = 0, end: int | None = None) -> int:
    """How many words stand in `body[start:end]`."""
    return len(_of_body(body).findall(body, start, _end(body, end)))


def each_word(text: str) -> Iterable[str]:
    """The words of a text; of a file of a whole site not all at once, which would take gigabytes."""
    pattern = _word(text)
    return pattern.findall(text) if len(text) < _MUCH else (found[0] for found in pattern.finditer(text))


def _end(body: str, end: int | None) -> int:
    return len(body) if end is None else end


# Of one article many parts are asked about.
@lru_cache(maxsize=500)
def _of_body(body: str) -> re.Pattern[str]:
    return _word(body)


def _word(text: str) -> re.Pattern[str]:
    """The simplest pattern that finds the words of a text."""
    plain = not _SCRIPT.search(text) and max(map(len, text.split()), default=0) <= _LONGEST
    return _PLAIN if plain else _WORD


def places(body: str, quote: str) -> tuple[tuple[int, int], ...]:
    """Every place of the exact words of `quote` in `body`, as offsets; a run of space stands for any other."""
    parts = quote.split()
    if not parts:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    return tuple(found.span() for found in pattern.finditer(body))


def nearest(body: str, quote: str) -> tuple[int, int]:
    """The passage of `body` that is most like `quote`, widened to whole words; (0, 0) in an empty body."""
    found = fuzz.partial_ratio_alignment(quote, body)
    if found is None:
        return 0, 0
    low, high = found.dest_start, found.dest_end
    hits = [m.span() for m in _TOKEN.finditer(body) if m.start() < high and low < m.end()]
    return (hits[0][0], hits[-1][1]) if hits else (0, 0)


def places_in(article: Article, quote: str, written: Place) -> tuple[tuple[int, int], ...]:
    """Where the words that an editor quoted stand in an article, at least once.

    Raises ParallaxError where they don't, with what is nearest to them there.
    """
    found = places(article.body, quote)
    if not found:
        start, end = nearest(article.body, quote)
        raise written.fault(
            f"These words are not in {article.path}: {quote!r}.",
            remedy=f"Nearest, on line {article.line(start)} there: {article.body[start:end]!r}.",
        )
    return found
