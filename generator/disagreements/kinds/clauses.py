"""Nearly the same clause in two articles: those pairs that differ in one part alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from generator.disagreements.kinds.sole import Told
from generator.disagreements.material import Look, Span
from generator.language.frames import Frame, Role, Slot
from generator.language.lexicon import CONTENT, word_class
from generator.language.relations import excluded, words_like
from generator.matching.measures import PERSONS
from generator.matching.same_clause import Difference, Match, Telling, match, may_match
from generator.model.text import Article

# Verbs that any two sentences share.
_LIGHT = frozenset({"have", "say", "do"})
# Arguments that are alike must weigh so much, a name 2: then the two clauses are of one thing.
_HELD = 3
# Nouns for all people concerned, whom a number or "no" narrows.
_ANYBODY = PERSONS | word_class("none")
_NARROWING = frozenset({"prep", "relcl", "acl"})
# So many words that are the same prove more than their noun does.
_VERBATIM = 3
# What one article tells so often with one verb is a refrain: every clause of it would be laid beside every other.
_OFTEN = 60

# What one clause says more may make another thing of it.
_LONE = ("place", "recipient", "ground", "company")
_PARTS: frozenset[Role] = frozenset(("doer", "done", "recipient"))
_ANY = word_class("indefinite") | {"another", "some"}

V = TypeVar("V")


class Pair(NamedTuple):
    """Two clauses of two articles, and how they lie side by side."""

    a: Article
    one: Frame
    ours: Telling
    b: Article
    other: Frame
    theirs: Telling
    match: Match

    @property
    def weight(self) -> int:
        """How much of the two is alike: one more where a whole core argument is so, word for word."""
        return self.match.anchors + any(a.is_core and self._is_verbatim(a, b) for a, b in self.match.matched)

    def _is_verbatim(self, a: Slot, b: Slot) -> bool:
        words = [t.text.lower() for t in self.ours.tokens[a.first : a.last]]
        return len(words) >= _VERBATIM and words == [t.text.lower() for t in self.theirs.tokens[b.first : b.last]]

    def span(self, tokens: tuple[tuple[int, int], tuple[int, int]]) -> tuple[Span, Span]:
        """The body offsets of token ranges of the two."""
        (a, b), (c, d) = tokens
        ours, theirs = self.ours.tokens, self.theirs.tokens
        return (ours[a].start, ours[b - 1].end), (theirs[c].start, theirs[d - 1].end)


def pairs(look: Look) -> Iterator[Pair]:
    """The pairs of clauses with like or exclusive predicates, and enough of their arguments alike."""
    told = {article.id: _by_predicate(look, article) for article in look.material.articles}
    for a, b in look.pairs:
        yield from _between(look, a, b, told[b.id])


def _by_predicate(look: Look, article: Article) -> dict[str, list[Frame]]:
    """The clauses of an article that may tell, by their predicates, no refrain among them."""
    telling, found = look.tellings[article.id], defaultdict[str, list[Frame]](list)
    for frame in telling.frames.all:
        if len(found[frame.predicate]) < _OFTEN and _may_tell(article, telling, frame):
            found[frame.predicate].append(frame)
    return found


def _between(look: Look, a: Article, b: Article, facing: Mapping[str, Sequence[Frame]]) -> Iterator[Pair]:
    ours, theirs = look.tellings[a.id], look.tellings[b.id]
    order = {predicate: number for number, predicate in enumerate(facing)}
    told = Counter[str]()
    for one in ours.frames.all:
        told[one.predicate] += 1
        near = _near(one.predicate) & order.keys()
        if near and told[one.predicate] <= _OFTEN and _may_tell(a, ours, one):
            for other in (other for predicate in sorted(near, key=order.__getitem__) for other in facing[predicate]):
                if may_match(ours, one, theirs, other, _HELD - 1):
                    pair = Pair(a, one, ours, b, other, theirs, match(ours, one, theirs, other))
                    if pair.weight >= _HELD and _is_narrow(pair):
                        yield pair


@cache
def _near(predicate: str) -> frozenset[str]:
    """The predicates that are like one, or exclude it."""
    return words_like(predicate) | excluded(predicate) | {predicate}


def _may_tell(article: Article, telling: Telling, frame: Frame) -> bool:
    """Whether a clause tells a deed of the event: in running text, and with a verb of its own meaning."""
    return frame.predicate not in _LIGHT and article.is_prose(telling.tokens[frame.verb].start)


def _is_narrow(pair: Pair) -> bool:
    """Whether no argument is narrowed on one side alone, so that it might be of another thing there."""
    return all(a.role != b.role or _is_one_thing(pair, a, b) for a, b in pair.match.matched)


def _is_one_thing(pair: Pair, a: Slot, b: Slot) -> bool:
    """Whether two nouns that are alike are narrowed alike: one actor, or the same words before and behind them."""
    ours, theirs = pair.ours, pair.theirs
    if "polarity" in pair.match.kinds and ours.tokens[a.head].lemma.lower() in _ANYBODY:
        return True
    if a.head in ours.actors and ours.actors[a.head] == theirs.actors.get(b.head):
        return True
    behind = _behind(ours, a.head), _behind(theirs, b.head)
    apart = behind[0] ^ behind[1] if a.is_core else frozenset()
    # "No pupil" is denied by "twenty pupils".
    counted = "polarity" not in pair.match.kinds
    one, other = ours.narrowing(a.head, counted=counted), theirs.narrowing(b.head, counted=counted)
    return one == other and (not apart or bool(behind[0] & behind[1]))


def _behind(telling: Telling, head: int) -> frozenset[str]:
    """The words of meaning in the clauses and phrases that follow a noun and narrow it."""
    tree, found = telling.frames.tree, set[int]()
    for child in tree.children[head]:
        if child > head and tree.tokens[child].dep in _NARROWING and tree.tokens[child].lemma != "of":
            found |= set(range(*tree.subtree(child)))
    return frozenset(tree.tokens[n].lemma for n in found if tree.tokens[n].pos in CONTENT)


def alone(pair: Pair, *roles: str) -> tuple[Slot, ...]:
    """The slots of the roles that only one has, and whose noun the other's sentence does not name elsewhere."""
    sides = (
        (pair.match.ours_alone, pair.ours, pair.theirs, pair.other),
        (pair.match.theirs_alone, pair.theirs, pair.ours, pair.one),
    )
    return tuple(
        slot
        for slots, telling, facing, frame in sides
        for slot in slots
        if slot.role in roles and telling.tokens[slot.head].lemma not in _lemmas(facing, frame)
    )


def _lemmas(telling: Telling, frame: Frame) -> frozenset[str]:
    return frozenset(telling.tokens[n].lemma for n in telling.frames.tree.sentence_range(frame.verb))


def are_told_twice(one: Told[V], other: Told[V]) -> bool:
    """Whether two values stand in one clause, told twice: but for them it has the same parts, and none more."""
    ours, theirs = _around(one), _around(other)
    return any(_is_same_but(one, a, other, b) for a in ours for b in theirs)


def _around(told: Told[V]) -> list[Frame]:
    frames = (frame for frame in told.telling.frames.all if frame.sentence == told.frame.sentence)
    return [f for f in frames if f is told.frame or any(_holds(told.telling, slot, told.token) for slot in f.slots)]


def _holds(telling: Telling, slot: Slot, token: int) -> bool:
    """Whether a token stands in a part of a clause, or in what is said of its noun: "a wing that cost £40m"."""
    first, last = telling.frames.tree.subtree(slot.head)
    return min(first, slot.first) <= token < max(last, slot.last)


def _is_same_but(one: Told[V], a: Frame, other: Told[V], b: Frame) -> bool:
    laid = match(one.telling, a, other.telling, b)
    pair = Pair(one.article, a, one.telling, other.article, b, other.telling, laid)
    denied = "polarity" if any(_is_nobody(told) for told in (one, other)) else ""
    flat = "voice" if a.voice is None or b.voice is None else ""
    apart = [d for d in laid.differences if d.what not in (denied, flat) and not _is_value(d, one.token, other.token)]
    alike = {x.role for x, _ in laid.matched}
    more = [(s, one.token) for s in laid.ours_alone] + [(s, other.token) for s in laid.theirs_alone]
    core = [
        s for s, at in more if s.is_core and not s.first <= at < s.last and not (s.role == "doer" and "done" in alike)
    ]
    first = is_of_any(one.telling, a, one.token) or is_of_any(other.telling, b, other.token)
    return laid.anchors > 0 and not (apart or core or first or alone(pair, *_LONE))


def is_of_any(telling: Telling, frame: Frame, beside: int = -1, parts: frozenset[Role] = _PARTS) -> bool:
    """Whether a part of a clause, or who vouches for it, is one of several: "a survey found", "published a survey".

    The part that holds the token `beside` is not looked at.
    """
    tree = telling.frames.tree
    heads = [s.head for s in frame.slots if s.role in parts and not _holds(telling, s, beside)]
    heads += [frame.voice.by] if frame.voice and frame.voice.by >= 0 else []
    return any(tree.word(n) in _ANY for head in heads for n in tree.children[head] if tree.tokens[n].dep == "det")


def _is_value(difference: Difference, ours: int, theirs: int) -> bool:
    """Whether what differs holds the values, or is the time of which they are."""
    places = (difference.ours, ours), (difference.theirs, theirs)
    return all(place and place[0] <= at < place[1] for place, at in places)


def _is_nobody(told: Told[V]) -> bool:
    """Whether the value is none: "nobody was hurt"."""
    return told.telling.tokens[told.token].lemma.lower() in word_class("none")
