"""Two claims side by side with their acts: how far two acts are one, and what they are about."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.disagreements.reading.acts import Act, core, find_acts, is_content
from generator.disagreements.reading.contrast import View
from generator.disagreements.reading.mentioned import mentions_in
from generator.disagreements.reading.side import Side
from generator.disagreements.reading.whole import noun_phrase
from generator.language.lexicon import EMPTY, MONTHS, WEEKDAYS, listed

_NAMING = frozenset({"NOUN", "PROPN"})
# Two or three telling words together weigh so much on the logarithmic scale of `View.weights`.
_PLENTY = 8.0
# Verbs that tell little of what is done, so that one person does many such things.
_LIGHT = listed(
    """add allow announce argue ask become begin believe bring call claim come continue expect feel find get give go
    happen have hold include keep know lead leave let like look make mean move need note put say see seem show speak
    start suggest support take talk tell think try use want work write"""
)
# Changes of state, the verbs of each together: such a thing comes about on one day of a story.
_ONCE = (
    listed("resign quit retire depart leave exit"),
    listed("die perish"),
    listed("arrest detain apprehend capture"),
    listed("begin start open commence"),
    listed("end close finish conclude expire"),
)
_STEM = 4
_SAME_DEED = 0.5
_OTHER_VERB = 0.8


class Match(NamedTuple):
    """How far two acts are one: the weight of the words that answer to each other, and the part of either's words."""

    weight: float
    one: float
    other: float


class ActPair:
    """Two claims with their acts; the indices of tokens are those of the two analyses."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def acts(self) -> tuple[list[Act], list[Act]]:
        """The acts of either claim, in text order."""
        return list(find_acts(self.view.one)), list(find_acts(self.view.other))

    @cached_property
    def actors(self) -> tuple[dict[int, str], dict[int, str]]:
        """For the tokens of either claim that mention an actor, its id."""
        return _actors(self.view, self.view.one), _actors(self.view, self.view.other)

    def is_person(self, actor: str | None) -> bool:
        """Whether the id is that of an actor who is a person."""
        return any(each.id == actor and each.kind == "person" for each in self.view.material.cast.actors if actor)

    def same(self, n: int, m: int) -> bool:
        """Whether two words answer to each other, are one word, or mention one actor."""
        one, other = self.view.one.analysis.tokens[n], self.view.other.analysis.tokens[m]
        alike = one.lemma.casefold() == other.lemma.casefold() and is_content(self.view.one, n)
        if alike or self.view.alignment.there.get(n) == m:
            return True
        actor = self.actors[0].get(n)
        return actor is not None and actor == self.actors[1].get(m)

    def matched(self, act: Act, there: Act, without: tuple[Collection[int], Collection[int]] = ((), ())) -> Match:
        """How far two acts are one, the words in `without` left aside."""
        ours = [n for n in core(self.view.one, act) if n not in without[0]]
        theirs = [m for m in core(self.view.other, there) if m not in without[1]]
        found = {(n, m) for n in ours for m in theirs if self.same(n, m)}
        ours_found, theirs_found = {n for n, _ in found}, {m for _, m in found}
        one, other = self._weight(self.view.one, ours_found), self._weight(self.view.other, theirs_found)
        return Match(
            weight=min(one, other),
            one=one / max(1e-9, self._weight(self.view.one, ours)),
            other=other / max(1e-9, self._weight(self.view.other, theirs)),
        )

    def oneness(
        self,
        act: Act,
        there: Act,
        without: tuple[Collection[int], Collection[int]] = ((), ()),
        *,
        once: bool = False,
    ) -> float:
        """How surely two acts are one, 0 to 1, the words in `without` left aside.

        Their verbs answer to each other, or else something that both are done to or about; and no two persons do them.
        `once` says that a verb and one of its parts are enough, for nobody does such a thing twice in one story.
        """
        verbs = self.same(act.head, there.head)
        if self.clash(act, there, "doer") or not (verbs or self._share_a_thing(act, there, without)):
            return 0.0
        match = self.matched(act, there, without)
        coverage = (match.one + match.other) / 2 * (1.0 if verbs else _OTHER_VERB)
        known = _SAME_DEED if once and verbs and self._is_same_deed(act, there) else 0.0
        return max(known, coverage * min(1.0, match.weight / _PLENTY))

    def _is_same_deed(self, act: Act, there: Act) -> bool:
        """Whether the same telling verb has the same doer, or is done to the same, and to nobody else."""
        parts = [self.share(act, there, part) for part in ("doer", "done")]
        return (
            self.is_telling(act, there)
            and any(parts)
            and not any(self.mismatch(act, there, part) for part in ("doer", "done", "to"))
        )

    def is_one_change(self, act: Act, there: Act) -> bool:
        """Whether both tell one change of state of the same ("quit", "left"), which befalls it only once."""
        lemmas = {self.view.one.analysis.tokens[act.head].lemma, self.view.other.analysis.tokens[there.head].lemma}
        parts = ("doer", "done")
        return (
            any(lemmas <= group for group in _ONCE)
            and any(self.share(act, there, part) for part in parts)
            and not any(self.mismatch(act, there, part) or self.clash(act, there, part) for part in parts)
        )

    def is_telling(self, act: Act, there: Act) -> bool:
        """Whether the verbs of two acts are one, and no verb of all work."""
        one, other = self.view.one.analysis.tokens[act.head], self.view.other.analysis.tokens[there.head]
        return one.lemma not in _LIGHT | EMPTY and one.lemma[:_STEM] == other.lemma[:_STEM]

    def mismatch(self, act: Act, there: Act, part: str) -> bool:
        """Whether both fill a part with nouns or names, and with none alike."""
        named = [
            [n for n in of.parts.get(part, ()) if side.analysis.tokens[n].pos in _NAMING]
            for side, of in ((self.view.one, act), (self.view.other, there))
        ]
        return all(named) and not any(self.same(n, m) for n in named[0] for m in named[1])

    def share(self, act: Act, there: Act, part: str) -> bool:
        """Whether something fills the part in both."""
        return any(self.same(n, m) for n in act.parts.get(part, ()) for m in there.parts.get(part, ()))

    def clash(self, act: Act, there: Act, part: str) -> bool:
        """Whether both fill a part with known actors, and with none alike."""
        ours = {self.actors[0].get(n) for n in act.parts.get(part, ())} - {None}
        theirs = {self.actors[1].get(m) for m in there.parts.get(part, ())} - {None}
        return bool(ours and theirs) and not ours & theirs

    def _share_a_thing(self, act: Act, there: Act, without: tuple[Collection[int], Collection[int]]) -> bool:
        ours = {n for part, fill in act.parts.items() if part != "doer" for n in fill} - set(without[0])
        theirs = {m for part, fill in there.parts.items() if part != "doer" for m in fill} - set(without[1])
        there_of = self.view.alignment.there
        return any(there_of.get(n) in theirs and self.view.one.analysis.tokens[n].pos == "NOUN" for n in ours)

    def unlike(self, ours: Sequence[int], theirs: Sequence[int]) -> float:
        """The lesser part, by weight, of the words of either phrase that nothing in the other answers to.

        What something elsewhere in the other claim answers to counts for half: the same may be said in another place.
        """
        there, back = self.view.alignment.there, self.view.alignment.back
        mine, yours = self.actors
        return min(
            self._alone(self.view.one, ours, theirs, there, (mine, yours)),
            self._alone(self.view.other, theirs, ours, back, (yours, mine)),
        )

    def _alone(
        self,
        side: Side,
        numbers: Sequence[int],
        others: Sequence[int],
        answers: Mapping[int, int],
        actors: tuple[Mapping[int, str], Mapping[int, str]],
    ) -> float:
        words = [n for n in numbers if is_content(side, n)]
        known = {actors[1].get(m) for m in others} - {None}
        inside = [n for n in words if answers.get(n) in others or actors[0].get(n) in known]
        outside = [n for n in words if n in answers and n not in inside]
        answered = self._weight(side, inside) + self._weight(side, outside) / 2
        return 1 - answered / self._weight(side, words) if words else 0.0

    def _weight(self, side: Side, numbers: Collection[int]) -> float:
        tokens = side.analysis.tokens
        return sum(self.view.weights.get(tokens[n].lemma.casefold(), 1.0) for n in numbers)


def subject(pair: ActPair, act: Act, there: Act, without: tuple[Collection[int], Collection[int]] = ((), ())) -> str:
    """What both acts are about: the weightiest noun phrase in which they answer to each other, else an actor."""
    view = pair.view
    for side, head, apart in ((view.one, act.head, without[0]), (view.other, there.head, without[1])):
        if side.analysis.tokens[head].pos == "NOUN":
            return side.words(noun_phrase(side, head, apart))
    ours, theirs = core(view.one, act), set(core(view.other, there)) - set(without[1])
    found = []
    for n in ours:
        m = view.alignment.there.get(n)
        if n not in without[0] and m in theirs and _names_a_thing(view.one, n) and _names_a_thing(view.other, m):
            best = max(
                _worth(view, view.one, n, without[0], view.other), _worth(view, view.other, m, without[1], view.one)
            )
            done = n not in act.parts.get("doer", ()) and m not in there.parts.get("doer", ())
            found.append((done, best))
    if found:
        return max(found)[1][-1]
    shared = {pair.actors[0].get(n) for n in ours} & {pair.actors[1].get(m) for m in theirs} - {None}
    names = sorted(actor.name for actor in view.material.cast.actors if actor.id in shared) if shared else []
    return names[0] if names else ""


def _names_a_thing(side: Side, number: int) -> bool:
    token = side.analysis.tokens[number]
    time = token.entity in {"DATE", "TIME"} or token.lemma in WEEKDAYS | MONTHS
    glued = side.passage.quote[token.end - side.passage.start :][:1] in {"-", "/"}
    return token.pos in {"NOUN", "PROPN"} and token.dep not in {"compound", "poss"} and not time and not glued


def _worth(view: View, side: Side, number: int, without: Collection[int], other: Side) -> tuple[float, int, int, str]:
    """How well the phrase of a noun names a subject: by its weight, and the fewer words of it only one side has."""
    tokens = side.analysis.tokens
    text = side.words(noun_phrase(side, number, without))
    words = text.casefold().split()
    there = other.passage.quote.casefold()
    common = 1.0 if tokens[number].pos == "NOUN" else 0.5
    weight = common * view.weights.get(tokens[number].lemma.casefold(), 1.0)
    return weight, -sum(word not in there for word in words), -abs(len(words) - 3), text


def _actors(view: View, side: Side) -> dict[int, str]:
    """For tokens inside a mention, the actor; the widest mention wins."""
    mentions = mentions_in(view, side)
    found: dict[int, str] = {}
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        for number, token in side.tokens():
            if mention.start <= token.start and token.end <= mention.end and token.pos not in {"DET", "PUNCT"}:
                found.setdefault(number, mention.actor)
    return found
