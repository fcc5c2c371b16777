"""What one sentence of an article claims, as far as it can be compared with another's."""

from generator.model.record import Record


class Claim(Record, frozen=True):
    """One sentence, `body[start:end]`, tokens `first` to `last` of the Analysis, and what it says in comparable parts.

    `order` counts the claims of the article from 0, `depth` is the same from 0 to 1. All words are lemmas in lower
    case unless said otherwise. `words` are the written words in order, `content` the lemmas that carry meaning in
    order, `quoted` the written words inside quotation marks. `acts` pairs subjects with their verbs, `deeds` verbs with
    their objects. `sources` are the head words of those in whose mouth it is put; `attributed` says that somebody is,
    `hedged` that it is passed on without being vouched for. `grounds` counts connectives of cause and condition,
    `purposes` clauses of purpose. `moods` has "negated", "modal", "planned", "future", "past", "superlative".
    `actors` are the ids of the actors that it mentions.
    """

    article: str
    sentence: int
    start: int
    end: int
    first: int
    last: int
    order: int
    depth: float
    words: tuple[str, ...]
    content: tuple[str, ...]
    names: frozenset[str]
    verbs: frozenset[str]
    qualifiers: int
    numbers: frozenset[str]
    times: frozenset[str]
    quoted: tuple[str, ...]
    acts: frozenset[tuple[str, str]]
    deeds: frozenset[tuple[str, str]]
    subjects: frozenset[str]
    sources: frozenset[str]
    attributed: bool
    hedged: bool
    grounds: int
    purposes: int
    moods: frozenset[str]
    actors: frozenset[str]
