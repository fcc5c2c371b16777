"""In which sentences of an event a word is told: what can tell a statement is found before anything is held against it.

The sentences of all articles are the bits of one number, so a statement of a dozen words is held against hundreds of
sentences in a dozen steps. Nothing is decided here: a sentence left out lacks two words or more of the statement.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.language.relations import words_like
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, is_content, stem


class Index:
    """The words of an event's articles; `prose` are the sentences of each that may tell."""

    def __init__(self, sides: Mapping[str, Side], prose: Mapping[str, frozenset[int]]) -> None:
        self._sides = sides
        self._lemmas: dict[str, int] = defaultdict(int)
        self._stems: dict[str, int] = defaultdict(int)
        self._actors: dict[str, int] = defaultdict(int)
        self._articles: dict[str, int] = {}
        self._prose: dict[str, int] = {}
        self._first: dict[str, int] = {}
        self._masks: dict[tuple[str, int], int] = {}
        count = 0
        for name, side in sides.items():
            self._first[name] = count
            for told in side.told:
                for table, words in zip((self._lemmas, self._stems, self._actors), told, strict=True):
                    for word in words:
                        table[word] |= 1 << count
                count += 1
            self._articles[name] = (1 << count) - (1 << self._first[name])
            self._prose[name] = sum(1 << self._first[name] + number for number in prose[name])
        self._all = (1 << count) - 1

    def candidates(self, clause: Clause) -> Iterator[tuple[str, Sequence[int]]]:
        """The sentences of each other article that lack at most one word of a clause, in their order."""
        whole = lacking_one = sum(bits for name, bits in self._prose.items() if name != clause.article)
        for at in range(clause.first, clause.last):
            told = self._told(clause.article, at)
            whole, lacking_one = whole & told, (lacking_one & told) | whole
            if not lacking_one:
                return
        for name in self._sides:
            if bits := lacking_one & self._articles[name]:
                yield name, _numbers(bits >> self._first[name])

    def _told(self, article: str, at: int) -> int:
        """The sentences that tell a word of an article (`telling.is_told`)."""
        key = article, at
        if key not in self._masks:
            self._masks[key] = self._find(self._sides[article], at)
        return self._masks[key]

    def _find(self, side: Side, at: int) -> int:
        token = side.analysis.tokens[at]
        if not is_content(token) or at in side.measured:
            return self._all
        lemma = token.lemma.lower()
        found = self._lemmas.get(lemma, 0) | self._actors.get(side.actors.get(at, ""), 0)
        if token.pos not in ("PROPN", "NUM"):
            found |= self._stems.get(stem(token), 0)
            for other in words_like(lemma):
                found |= self._lemmas.get(other, 0)
        if found and (side.describes(at) or side.places(at)):
            return sum(bits for bits in self._articles.values() if bits & found)
        return found


def _numbers(bits: int) -> list[int]:
    """The places of the bits that are set, lowest first."""
    found = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found
