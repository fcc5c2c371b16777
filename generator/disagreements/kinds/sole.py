"""What each of two articles tells once: its only value for one key, in sentences that speak of one matter.

The sentences need not be built alike. What is counted, of whom or by which deed, is the key; an article that gives two
values for it tells of two things, and so is left alone, unless only one of them stands in a sentence near the other
article's. That two articles speak of one matter is known by the words beside the values: rare ones weigh more, and
those that only one has weigh against it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from generator.disagreements.material import Look, Span
from generator.language.frames import Frame
from generator.language.lexicon import CONTENT, EMPTY
from generator.matching.rarity import rarity
from generator.matching.same_clause import Telling
from generator.model.text import Article

V = TypeVar("V")
Key = tuple[str, ...]

YEAR = re.compile(r"[12]\d{3}")
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

    `under` says what makes the clause no fact, by the article or on somebody's word (a wish, a condition), `state` what
    makes the value a guess or a limit. `token` is the first token, `sentence` are those of its sentence, `around` the
    lemmas of the words of meaning in it, numbers apart, `years` those that it names. Two values are one where they are
    so in what is `plain`. A card shows `shown`, and is headed by `about`.
    """

    article: Article
    telling: Telling
    frame: Frame
    span: Span
    value: V
    keys: tuple[Key, ...]
    under: frozenset[str]
    token: int
    sentence: range
    around: frozenset[str]
    years: frozenset[str]
    plain: object
    shown: Span
    about: str = ""
    state: frozenset[str] = frozenset()


def tell(
    article: Article,
    telling: Telling,
    frame: Frame,
    span: Span,
    value: V,
    keys: tuple[Key, ...],
    under: frozenset[str],
) -> Told[V]:
    """A value with the words around it, to be shown as it stands there."""
    token = telling.frames.tree.holding(span[0])
    sentence = telling.frames.tree.sentence_range(token)
    words = [telling.tokens[n] for n in sentence]
    around = frozenset(t.lemma.lower() for t in words if t.pos in CONTENT - {"NUM"}) - EMPTY
    years = frozenset(t.text for t in words if YEAR.fullmatch(t.text))
    return Told(
        article, telling, frame, span, value, keys, under, token, sentence, around, years, plain=value, shown=span
    )


class Rivals(NamedTuple, Generic[V]):
    """All values that two articles give one key, `together` on one day or not; `pairs` may be of one fact."""

    asked: Asked
    named: bool
    together: bool
    ours: Sequence[Told[V]]
    theirs: Sequence[Told[V]]
    pairs: Sequence[tuple[Told[V], Told[V]]]


def rivals(look: Look, told: Mapping[str, Sequence[Told[V]]]) -> Iterator[Rivals[V]]:
    """Of every two articles the values of each key that both give."""
    by_key = {article: _by_key(found) for article, found in told.items()}
    for a, b in look.pairs:
        for key, ours in by_key[a.id].items():
            theirs = by_key[b.id].get(key, ())
            pairs = [(x, y) for x in ours for y in theirs if x.under == y.under <= _WISHED]
            asked = _LONG if len(key) > 2 else _SHORT
            yield Rivals(asked, key[0] == NAMED, (a.id, b.id) not in look.apart, ours, theirs, pairs)


def nearest(both: Rivals[V], pairs: Iterable[tuple[Told[V], Told[V]]]) -> tuple[float, Told[V], Told[V]] | None:
    """Of those pairs of rivals that exclude each other the nearest, and how near; None if it isn't near or sole."""
    one_matter = ((_nearness(x, y), x, y) for x, y in pairs if not _are_of_others(x, y))
    best = max(one_matter, key=lambda found: found[0], default=None)
    if best is None or (best[0] < both.asked.near and not both.named):
        return None
    return best if _is_sole(both, *best) else None


def names(told: Told[V]) -> frozenset[str]:
    """The names in the sentence of a value; weekdays and months are none."""
    return frozenset(word for word, entity in _named(told) if entity not in ("DATE", "TIME"))


def _named(told: Told[V]) -> Iterator[tuple[str, str]]:
    """The words of the names in the sentence of a value, each with what sort of name it is in."""
    tokens = (told.telling.tokens[n] for n in told.sentence)
    return ((t.lemma, t.entity) for t in tokens if t.pos == "PROPN")


def _are_of_others(one: Told[V], other: Told[V]) -> bool:
    """Whether the sentences name persons or bodies, and none alike: then they may be of two matters."""
    ours, theirs = ({w for w, entity in _named(told) if entity in ("PERSON", "ORG")} for told in (one, other))
    return bool(ours and theirs) and not ours & theirs


def _is_sole(both: Rivals[V], near: float, one: Told[V], other: Told[V]) -> bool:
    """Whether each article gives the key no further value, or only in sentences far from the other's."""
    beside = [(x, other) for x in both.ours if x.plain != one.plain]
    beside += [(one, y) for y in both.theirs if y.plain != other.plain]
    farthest = near / both.asked.farther
    return not beside or (near >= both.asked.firm and all(_nearness(x, y) < farthest for x, y in beside))


def _by_key(found: Sequence[Told[V]]) -> dict[Key, list[Told[V]]]:
    """The values of each key."""
    all_of = defaultdict[Key, list[Told[V]]](list)
    for told in found:
        for key in told.keys:
            all_of[key].append(told)
    return all_of


def _nearness(one: Told[V], other: Told[V]) -> float:
    """How surely two sentences speak of one matter: what they share, by rarity, times its part in the shorter one."""
    ours, theirs = one.around, other.around
    shared = _weight(ours & theirs)
    return shared**2 / (min(_weight(ours), _weight(theirs)) or 1.0)


def _weight(lemmas: frozenset[str]) -> float:
    return sum(max(0.0, rarity(lemma) - _COMMON) for lemma in sorted(lemmas))
