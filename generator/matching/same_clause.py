"""Nearly the same clause: when do two sentences tell one thing, and in which one part do they differ?

Two clauses are laid side by side: predicate against predicate, argument against argument, scope against scope. They are
the same clause when the predicates are one lemma or listed as like, every core argument of the one is met by one of the
other, and nothing governs either that does not govern the other. Everything else is a difference with its two places.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from generator.language.frames import Frame, Frames, Slot
from generator.language.lexicon import word_class
from generator.language.relations import alike, exclude
from generator.language.scopes import Scope
from generator.matching.measures import PERSONS
from generator.model.actors import Cast
from generator.model.analysis import Analysis

Tokens = tuple[int, int]

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ"})
_POINTING = word_class("pointing")
# Nouns that any sentence may have in any place: that they are alike shows nothing.
_WIDE = word_class("wide")
_NOBODY = word_class("none")
_NUMBER = re.compile(r"\d")
_DEEPEST = 5  # clauses within clauses


class Difference(NamedTuple):
    """In what two clauses differ, and the tokens that show it: () on the side that lacks it.

    `what` is "predicate", "polarity", "modality", "voice", "condition", or the role of a slot.
    """

    what: str
    ours: Tokens | tuple[()]
    theirs: Tokens | tuple[()]


class Match(NamedTuple):
    """Two clauses side by side: the slots that answer to each other, those that only one has, and the differences."""

    matched: tuple[tuple[Slot, Slot], ...]
    ours_alone: tuple[Slot, ...]
    theirs_alone: tuple[Slot, ...]
    differences: tuple[Difference, ...]
    anchors: int

    @property
    def kinds(self) -> frozenset[str]:
        """In what they differ."""
        return frozenset(difference.what for difference in self.differences)

    @property
    def is_held(self) -> bool:
        """Whether enough is alike for the two to be one clause at all: two arguments, or one that is telling."""
        return self.anchors >= 2

    def differs_only_in(self, *what: str) -> bool:
        """Whether they are the same clause but for the given parts, and no other core part stands in one alone."""
        alone = [slot for slot in (*self.ours_alone, *self.theirs_alone) if slot.is_core and slot.role not in what]
        return self.is_held and self.kinds <= set(what) and all(self._may_lack(slot) for slot in alone)

    def _may_lack(self, slot: Slot) -> bool:
        """A passive need not name the doer, if what is done is alike."""
        return slot.role == "doer" and any(a.role == "done" for a, _ in self.matched)

    def difference(self, what: str) -> Difference | None:
        """The first difference in one part."""
        return next((difference for difference in self.differences if difference.what == what), None)


class Telling:
    """One article as clauses whose arguments can be identified: its frames, and which actor a noun stands for."""

    def __init__(self, analysis: Analysis, cast: Cast | None = None, quoted: Sequence[tuple[int, int]] = ()) -> None:
        self.frames = Frames(analysis, quoted)
        self.tokens = analysis.tokens
        self.article = analysis.article
        self._cast = cast
        self.below: WeakKeyDictionary[Telling, dict[tuple[int, int, int], bool]] = WeakKeyDictionary()
        """Of clauses within clauses, by their verbs and depth, whether they tell one thing as another telling's do."""

    @cached_property
    def actors(self) -> Mapping[int, str]:
        """The actor that each token of a mention stands for, by token."""
        found: dict[int, str] = {}
        for mention in self._cast.mentions if self._cast else ():
            if mention.article == self.article:
                for index in self.frames.tree.span(mention.start, mention.end):
                    found[index] = mention.actor
        return found

    def narrowing(self, head: int, *, counted: bool = True) -> frozenset[str]:
        """What narrows the noun with the head token `head`: its names, adjectives and, if `counted`, its numbers."""
        names, numbers, others = _modifiers(self, head)
        return names | others | (numbers if counted else frozenset())


def match(ours: Telling, one: Frame, theirs: Telling, other: Frame) -> Match:
    """The two clauses laid side by side."""
    return _Laying(ours, one, theirs, other).match()


def may_match(ours: Telling, one: Frame, theirs: Telling, other: Frame, least: int) -> bool:
    """Whether the arguments that are alike could weigh as much as `least`: a look at their heads alone.

    Most of the clauses that share a verb share nothing else, and need not be laid side by side.
    """
    most = 0
    for slot in one.slots:
        if any(slot.role == facing.role and _may_be_same(ours, slot, theirs, facing) for facing in other.slots):
            most += _weight(ours, slot)
    return most >= least


def _may_be_same(ours: Telling, slot: Slot, theirs: Telling, facing: Slot) -> bool:
    if slot.role in ("clause", "ground", "time") and slot.head in ours.frames.by_verb:
        return True
    actors = ours.actors.get(slot.head), theirs.actors.get(facing.head)
    if all(actors) and actors[0] == actors[1]:
        return True
    a, b = ours.tokens[slot.head].lemma.lower(), theirs.tokens[facing.head].lemma.lower()
    return a in PERSONS or b in PERSONS or (not all(actors) and _heads_alike(a, b))


def same_thing(ours: Telling, one: int, theirs: Telling, other: int) -> bool | None:
    """Whether two nouns, given by their head tokens, stand for one thing; None where that cannot be told.

    One actor; or like nouns whose names, numbers and adjectives do not part them.
    """
    actors = ours.actors.get(one), theirs.actors.get(other)
    if all(actors):
        return actors[0] == actors[1]
    a, b = ours.tokens[one], theirs.tokens[other]
    if a.lemma.lower() in _POINTING or b.lemma.lower() in _POINTING:
        return None
    if not _heads_alike(a.lemma.lower(), b.lemma.lower()):
        return False
    (names, numbers, rest), (other_names, other_numbers, other_rest) = _modifiers(ours, one), _modifiers(theirs, other)
    counted = numbers <= other_numbers or other_numbers <= numbers
    return counted and _compatible(names, other_names) and _compatible(rest, other_rest)


def _heads_alike(one: str, other: str) -> bool:
    return alike(one, other) or one.rstrip("s") == other.rstrip("s")


def _modifiers(telling: Telling, head: int) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What narrows a noun: its names, its numbers, and its adjectives with what it is of."""
    names, numbers, others = set(), set(), set()
    for child in telling.frames.tree.children[head]:
        token = telling.tokens[child]
        if token.dep in ("compound", "poss", "nmod", "appos") and token.pos == "PROPN":
            names.add(token.lemma.lower())
        elif token.pos == "NUM" or _NUMBER.match(token.text):
            numbers.add(token.lemma.lower())
        elif child == telling.frames.tree.said_of(head):
            continue
        elif token.dep in ("amod", "compound", "poss", "nmod") and token.pos in _NOMINAL:
            others.add(token.lemma.lower())
        elif token.dep == "prep" and token.lemma == "of":
            target = telling.frames.tree.child(child, "pobj")
            if target is not None:
                others.add(telling.tokens[target].lemma.lower())
    return frozenset(names), frozenset(numbers), frozenset(others)


def _compatible(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether what narrows one noun does not part it from the other: one says no more than the other, or they share."""
    return not ours or not theirs or bool(ours & theirs) or any(alike(a, b) for a in ours for b in theirs)


def _weight(telling: Telling, slot: Slot) -> int:
    """What an argument that is alike proves: a name or a narrowed noun 2, any other noun 1, a wide one nothing."""
    head = telling.tokens[slot.head]
    if slot.head in telling.frames.by_verb:
        return 2 if slot.role == "time" else 1
    if slot.head in telling.actors or head.pos == "PROPN":
        return 2 if slot.is_core else 1
    if head.lemma.lower() in _WIDE or head.pos == "PRON":
        return 0
    return 1 + (slot.is_core and any(_modifiers(telling, slot.head)))


class _Laying:
    """One laying of a clause beside another."""

    def __init__(self, ours: Telling, one: Frame, theirs: Telling, other: Frame, depth: int = 0) -> None:
        self.ours, self.one, self.theirs, self.other, self._depth = ours, one, theirs, other, depth
        self.matched: list[tuple[Slot, Slot]] = []
        self.differences: list[Difference] = []

    def match(self) -> Match:
        """Predicate, arguments and scope in turn."""
        if not alike(self.one.predicate, self.other.predicate):
            verbs = (self.one.word, self.one.word + 1), (self.other.word, self.other.word + 1)
            self.differences.append(Difference("predicate", *verbs))
        left = self._arguments()
        self._scopes()
        return Match(
            matched=tuple(self.matched),
            ours_alone=tuple(left[0]),
            theirs_alone=tuple(left[1]),
            differences=tuple(self.differences),
            anchors=sum(_weight(self.ours, a) for a, _ in self.matched),
        )

    def _arguments(self) -> tuple[list[Slot], list[Slot]]:
        """Pairs slot with slot of one role; what cannot be paired differs, or stands alone."""
        left = list(self.one.slots), list(self.other.slots)
        for slot in list(left[0]):
            facing = [s for s in left[1] if s.role == slot.role and (s.is_core or _words_alike(s, slot))]
            same = next((s for s in facing if self._same(slot, s)), None)
            if same is not None:
                self.matched.append((slot, same))
                left[0].remove(slot)
                left[1].remove(same)
        for slot in list(left[0]):
            facing = [s for s in left[1] if s.role == slot.role and (s.is_core or _words_alike(s, slot))]
            if facing:
                self.differences.append(
                    Difference(slot.role, (slot.first, slot.last), (facing[0].first, facing[0].last))
                )
                left[0].remove(slot)
                left[1].remove(facing[0])
        return left

    def _same(self, one: Slot, other: Slot) -> bool:
        if one.role in ("clause", "ground", "time") and one.head in self.ours.frames.by_verb:
            return not exclude(one.word, other.word) and self._same_below(one, other)
        if exclude(one.word, other.word):
            return False
        if self._is_nobody(self.ours, one) != self._is_nobody(self.theirs, other):
            # "Nobody was hurt", "three people were hurt": the polarity tells the difference.
            return self._is_people(self.ours, one) or self._is_people(self.theirs, other)
        return same_thing(self.ours, one.head, self.theirs, other.head) is True

    def _is_nobody(self, telling: Telling, slot: Slot) -> bool:
        """Whether a slot is filled with nobody: "no one", "nobody"."""
        words = {telling.tokens[n].word for n in range(slot.first, slot.last)}
        head = telling.tokens[slot.head]
        return head.lemma.lower() in _NOBODY or (head.lemma.lower() in _POINTING and bool(words & _NOBODY))

    def _is_people(self, telling: Telling, slot: Slot) -> bool:
        return telling.tokens[slot.head].lemma.lower() in PERSONS

    def _same_below(self, one: Slot, other: Slot) -> bool:
        """Whether two subordinate clauses tell one thing; their governors are compared where they stand.

        Each two are compared once, and what is nested deeper than anybody writes is not alike.
        """
        known, key = self.ours.below.setdefault(self.theirs, {}), (one.head, other.head, self._depth)
        if key not in known:
            known[key] = self._depth < _DEEPEST and self._tell_one_thing(one, other)
        return known[key]

    def _tell_one_thing(self, one: Slot, other: Slot) -> bool:
        inner = self.ours.frames.by_verb.get(one.head), self.theirs.frames.by_verb.get(other.head)
        if inner[0] is None or inner[1] is None:
            return same_thing(self.ours, one.head, self.theirs, other.head) is True
        below = _Laying(self.ours, inner[0], self.theirs, inner[1], self._depth + 1).match()
        alone = [slot for slot in (*below.ours_alone, *below.theirs_alone) if slot.is_core and slot.role != "doer"]
        return not alone and not below.kinds - {"voice"} and any(a.role != "doer" for a, _ in below.matched)

    def _scopes(self) -> None:
        """What governs one clause and not the other."""
        checks: Sequence[tuple[str, Callable[[Scope], bool]]] = (
            ("modality", lambda s: s.kind in ("modal", "hedge", "aim", "belief")),
            ("condition", lambda s: s.kind in ("condition", "question")),
        )
        if self.one.negated != self.other.negated or _words(self.one, _is_lack) != _words(self.other, _is_lack):
            self.differences.append(
                Difference("polarity", _place(self.one, _is_negation), _place(self.other, _is_negation))
            )
        for what, belongs in checks:
            if _words(self.one, belongs) != _words(self.other, belongs):
                self.differences.append(Difference(what, _place(self.one, belongs), _place(self.other, belongs)))
        if self._vouching(self.ours, self.one) != self._vouching(self.theirs, self.other):
            self.differences.append(Difference("voice", _place(self.one, _is_voice), _place(self.other, _is_voice)))

    def _vouching(self, telling: Telling, frame: Frame) -> str:
        """Who vouches: "" the article, an actor, or the head noun of who is said to say it."""
        voice = frame.voice
        if voice is None:
            return ""
        if voice.by in telling.actors:
            return telling.actors[voice.by]
        return telling.tokens[voice.by].lemma.lower() if voice.by >= 0 else "?"


def _words_alike(one: Slot, other: Slot) -> bool:
    """Whether two slots of one role hang on like prepositions, or on such as exclude each other; times need none."""
    return one.role in ("time", "place") or one.word == other.word or exclude(one.word, other.word)


def _words(frame: Frame, belongs: Callable[[Scope], bool]) -> frozenset[str]:
    return frozenset(scope.word for scope in frame.scopes if belongs(scope))


def _place(frame: Frame, belongs: Callable[[Scope], bool]) -> Tokens | tuple[()]:
    return next(((scope.at, scope.at + 1) for scope in frame.scopes if belongs(scope)), ())


def _is_negation(scope: Scope) -> bool:
    return scope.kind in ("negation", "lack")


def _is_lack(scope: Scope) -> bool:
    return scope.kind == "lack"


def _is_voice(scope: Scope) -> bool:
    return scope.kind in ("report", "quoted")


def exclusive(ours: Telling, one: Frame, theirs: Telling, other: Frame) -> tuple[int, int] | None:
    """The tokens of the predicates, or of the complements of one verb, that exclude each other; None if none do."""
    if exclude(one.predicate, other.predicate):
        return one.word, other.word
    if one.predicate != other.predicate:
        return None
    said = [(a, b) for a in _said(ours, one) for b in _said(theirs, other)]
    lemmas = ((ours.tokens[a].lemma.lower(), theirs.tokens[b].lemma.lower()) for a, b in said)
    return next((at for at, words in zip(said, lemmas, strict=True) if exclude(*words)), None)


def _said(telling: Telling, frame: Frame) -> list[int]:
    """The complement of a clause, and the adverbs of its verb."""
    slot, tree = frame.slot("complement"), telling.frames.tree
    adverbs = [n for n in tree.children[frame.verb] if tree.tokens[n].dep == "advmod"]
    return adverbs if slot is None else [slot.head, *adverbs]
