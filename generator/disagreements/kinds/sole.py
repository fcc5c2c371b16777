"""What each of two articles tells once: its only value for one key, in sentences that speak of one matter.

The sentences need not be built alike. What is counted, of whom or by which deed, is the key; an article that gives two
values for it tells of two things, and so is left alone, unless only one of them stands in a sentence near the other
article's. That two articles speak of one matter is known by the words beside the values: rare ones weigh more, and
those that only one has weigh against it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from generator.disagreements.material import Look
from generator.disagreements.passages import Span
from generator.language.frames import Frame
from generator.language.lexicon import CONTENT, EMPTY
from generator.matching.rarity import rarity
from generator.matching.same_clause import Telling
from generator.model.text import Article

V = TypeVar("V")
Key = tuple[str, ...]

# A word this common tells nothing (see `rarity`: 0 to 10.3).
_COMMON = 3.1
# What both may want: who means to cut 40 jobs does not mean to cut 60.
_WISHED = frozenset({"aim", "belief"})


class Asked(NamedTuple):
    """How near two sentences must be; and where an article gives the key a further value, how many times as near."""

    near: float
    firm: float
    farther: float


# As two that share one word of the rarest, and a third of what the shorter one has; where the key says only what is
# counted nothing else of one may be missing.
_LONG, _SHORT = Asked(1.0, 2.9, 1.2), Asked(2.9, 6.0, 2.0)
NAMED = "named"
"""The first word of a key that names its thing: then the sentences need have nothing more in common."""


class Told(NamedTuple, Generic[V]):
    """A value in an article: the clause that it stands in, where it stands, and what it may be the value of.

    `under` says what makes the clause no fact, by the article or on somebody's word: a wish, a condition.
    """

    article: Article
    telling: Telling
    frame: Frame
    span: Span
    value: V
    keys: tuple[Key, ...]
    under: frozenset[str] = frozenset()

    @property
    def token(self) -> int:
        """The first token of the value."""
        return self.telling.frames.tree.first_at(self.span[0])

    @property
    def sentence(self) -> range:
        """The tokens of its sentence."""
        return self.telling.frames.tree.sentence_range(self.token)

    @property
    def around(self) -> frozenset[str]:
        """The lemmas of the words of meaning in its sentence, numbers apart."""
        tokens = (self.telling.tokens[n] for n in self.sentence)
        return frozenset(t.lemma.lower() for t in tokens if t.pos in CONTENT - {"NUM"}) - EMPTY


def facing(
    look: Look,
    told: Mapping[str, Sequence[Told[V]]],
    number: Callable[[V], object],
    exclude: Callable[[Told[V], Told[V]], bool],
    lasts: Callable[[Told[V]], bool],
) -> Iterator[tuple[Told[V], Told[V]]]:
    """Of every two articles the nearest values of a key that exclude each other, one pair a key.

    `number` tells what two values must have in common to be one and the same, `lasts` what may be told on another day
    without having changed.
    """
    by_key = {article: _by_key(found) for article, found in told.items()}
    for a, b in look.pairs:
        together = look.told_together(a.id, b.id)
        for key, ours in by_key[a.id].items():
            theirs = by_key[b.id].get(key, ())
            pairs = ((x, y) for x in ours for y in theirs if x.under == y.under <= _WISHED and exclude(x, y))
            near = [(nearness(x, y), x, y) for x, y in pairs if together or (lasts(x) and lasts(y))]
            best = max(near, key=lambda found: found[0], default=None)
            asked = _LONG if len(key) > 2 else _SHORT
            far = best is None or (best[0] < asked.near and key[0] != NAMED)
            if best is not None and not far and _is_sole(number, ours, theirs, asked, *best):
                yield best[1:]


def _is_sole(
    number: Callable[[V], object],
    ours: Sequence[Told[V]],
    theirs: Sequence[Told[V]],
    asked: Asked,
    near: float,
    one: Told[V],
    other: Told[V],
) -> bool:
    """Whether each article gives the key no further value, or only in sentences far from the other's."""
    beside = [(x, other) for x in ours if number(x.value) != number(one.value)]
    beside += [(one, y) for y in theirs if number(y.value) != number(other.value)]
    return not beside or (near >= asked.firm and all(nearness(x, y) < near / asked.farther for x, y in beside))


def _by_key(found: Sequence[Told[V]]) -> dict[Key, list[Told[V]]]:
    """The values of each key."""
    all_of = defaultdict[Key, list[Told[V]]](list)
    for told in found:
        for key in told.keys:
            all_of[key].append(told)
    return all_of


def nearness(one: Told[V], other: Told[V]) -> float:
    """How surely two sentences speak of one matter: what they share, by rarity, times its part in the shorter one."""
    ours, theirs = one.around, other.around
    shared = _weight(ours & theirs)
    return shared**2 / (min(_weight(ours), _weight(theirs)) or 1.0)


def _weight(lemmas: frozenset[str]) -> float:
    return sum(max(0.0, rarity(lemma) - _COMMON) for lemma in sorted(lemmas))
