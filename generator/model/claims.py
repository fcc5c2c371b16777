"""What one sentence of an article claims, as far as it can be compared with another's."""

from generator.model.record import Record


class Claim(Record, frozen=True):
    """One sentence, `body[start:end]`, and what it says in comparable parts.

    `depth` is its place among the claims of the article, from 0 to 1. All words are lemmas in lower case unless said
    otherwise. `words` are the written words in order, `content` the lemmas that carry meaning in order, `quoted` the
    written words inside quotation marks. `actors` are the ids of the actors that it mentions.
    """

    article: str
    sentence: int
    start: int
    end: int
    depth: float
    words: tuple[str, ...]
    content: tuple[str, ...]
    names: frozenset[str]
    verbs: frozenset[str]
    numbers: frozenset[str]
    times: frozenset[str]
    quoted: tuple[str, ...]
    actors: frozenset[str]
