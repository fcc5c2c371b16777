"""The acts that a claim tells of, and how far two claims tell of one act: shared by modules that name a difference.

An act is a verb with what fills its parts, whichever way the sentence turns it: the doer of a passive stands after
"by", that of a relative or shared clause elsewhere (as in semantic role labelling; Palmer, Gildea and Xue 2010). A
noun of action has parts too ("their meeting in Paris").
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.compare.card import Side, Span
from generator.compare.contrast import View
from generator.grammar import EMPTY, MONTHS, WEEKDAYS, word_class
from generator.model.analysis import Token

_MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_NAMING = frozenset({"NOUN", "PROPN"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "attr", "acomp", "oprd"})
# A verb that hangs so on another has its doer, or ("accused them of hiding it") the other's object for one.
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp"})
_RELATIVE = frozenset({"WDT", "WP"})
# What tells more of a part without saying which it is.
_LOOSE = frozenset({"relcl", "advcl", "appos", "parataxis", "punct", "cc", "preconj", "acl"})
# Without these a phrase is broken off.
_NEEDED = frozenset({"pobj", "dobj", "attr", "xcomp", "ccomp", "acomp", "pcomp", "prt", "oprd", "compound", "agent"})
_QUOTES = frozenset({"”", '"'})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLOSING = frozenset({"PUNCT", "SPACE", "DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_MOST_WORDS = 9
_MOST_BEFORE = 4
_MOST_TOPIC = 6
_PLAIN = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM"})
# Two or three telling words together weigh so much on the logarithmic scale of `View.weights`.
_PLENTY = 8.0
# Verbs that tell little of what is done, so that one person does many such things.
_LIGHT = word_class(
    """add allow announce argue ask become begin believe bring call claim come continue expect feel find get give go
    happen have hold include keep know lead leave let like look make mean move need note put say see seem show speak
    start suggest support take talk tell think try use want work write"""
)
_STEM = 4
_SAME_DEED = 0.5
_STEPS = 4


class Act(NamedTuple):
    """A verb, the index of its token, and the heads of what fills its parts.

    Parts are "doer", "done" (what it is done to), "complement", and for other phrases their preposition ("in", "to");
    "around" are names in the clause that an act inside a noun phrase stands in.
    """

    head: int
    parts: dict[str, list[int]]


class Match(NamedTuple):
    """How far two acts are one: the weight of the words that answer to each other, and the part of either's words."""

    weight: float
    one: float
    other: float


class Pair:
    """Two claims with their acts; the indices of tokens are those of the two analyses."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def acts(self) -> tuple[list[Act], list[Act]]:
        """The acts of either claim, in text order."""
        return list(_acts(self.view.one)), list(_acts(self.view.other))

    @cached_property
    def actors(self) -> tuple[dict[int, str], dict[int, str]]:
        """For the tokens of either claim that mention an actor, its id."""
        return _actors(self.view, self.view.one), _actors(self.view, self.view.other)

    @cached_property
    def persons(self) -> frozenset[str]:
        """The ids of the actors who are persons."""
        return frozenset(actor.id for actor in self.view.material.cast.actors if actor.kind == "person")

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

    def oneness(self, act: Act, there: Act, without: tuple[Collection[int], Collection[int]] = ((), ())) -> float:
        """How surely two acts are one, 0 to 1, the words in `without` left aside.

        Their verbs answer to each other, or else something that both are done to or about; and no two persons do them.
        """
        verbs = self.same(act.head, there.head)
        if self.clash(act, there, "doer") or not (verbs or self._share_a_thing(act, there, without)):
            return 0.0
        match = self.matched(act, there, without)
        coverage = (max(match.one, match.other) + min(match.one, match.other)) / 2
        known = _SAME_DEED if verbs and self._is_same_deed(act, there) else 0.0
        return max(known, coverage * min(1.0, match.weight / _PLENTY))

    def _is_same_deed(self, act: Act, there: Act) -> bool:
        """Whether the same telling verb has the same doer, or is done to the same, and to nobody else."""
        parts = [self.share(act, there, part) for part in ("doer", "done")]
        return (
            self.is_telling(act, there)
            and any(parts)
            and not any(self.mismatch(act, there, part) for part in ("doer", "done", "to"))
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


def is_content(side: Side, number: int) -> bool:
    """Whether a word carries meaning of its own."""
    token = side.analysis.tokens[number]
    return token.pos in _MEANING and token.lemma not in EMPTY and token.text[0].isalnum()


def children(side: Side, number: int) -> list[int]:
    """The tokens that hang on a token directly, in order."""
    return _tree(side).get(number, [])


# A pair is asked of its two sides many times over, and then never again.
@lru_cache(maxsize=8)
def _tree(side: Side) -> dict[int, list[int]]:
    tree: dict[int, list[int]] = {}
    for number, token in side.tokens():
        if token.head != number:
            tree.setdefault(token.head, []).append(number)
    return tree


def core(side: Side, act: Act) -> list[int]:
    """The words of the act and of what fills its parts that carry meaning; pronouns too, for they mention somebody."""
    found = {act.head}
    for part in sorted(act.parts):
        for head in act.parts[part]:
            found.update(_closely_below(side, head))
    tokens = side.analysis.tokens
    return sorted(n for n in found if is_content(side, n) or tokens[n].pos == "PRON")


def _closely_below(side: Side, head: int) -> Iterator[int]:
    yield head
    for child in children(side, head):
        if side.analysis.tokens[child].dep not in _LOOSE:
            yield from _closely_below(side, child)


def _actors(view: View, side: Side) -> dict[int, str]:
    """For tokens inside a mention, the actor; the widest mention wins."""
    claim = side.claim
    mentions = [m for m in view.material.cast.mentions if m.sentence == claim.sentence and m.article == claim.article]
    found: dict[int, str] = {}
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        for number, token in side.tokens():
            if mention.start <= token.start and token.end <= mention.end and token.pos not in {"DET", "PUNCT"}:
                found.setdefault(number, mention.actor)
    return found


def _acts(side: Side) -> Iterator[Act]:
    for number, token in side.tokens():
        if token.pos == "VERB":
            yield Act(number, _parts(side, number))
        elif token.pos == "NOUN":
            parts = _parts_of_noun(side, number)
            if parts:
                yield Act(number, parts)


def _parts(side: Side, verb: int) -> dict[str, list[int]]:
    tokens = side.analysis.tokens
    parts: dict[str, list[int]] = {}
    for child in children(side, verb):
        token = tokens[child]
        if token.dep in {"nsubj", "csubj"}:
            _fill(side, parts, "doer", child)
        elif token.dep in {"dobj", "nsubjpass"}:
            _fill(side, parts, "done", child)
        elif token.dep in _COMPLEMENTS:
            parts.setdefault("complement", []).append(child)
        elif token.dep in {"agent", "prep", "dative"}:
            role = "doer" if token.dep == "agent" else "to" if token.dep == "dative" else token.lemma.casefold()
            objects = [n for n in children(side, child) if tokens[n].dep in {"pobj", "pcomp"}]
            for filler in objects or ([child] if token.dep == "dative" else []):
                _fill(side, parts, role, filler)
    _fill_from_above(side, parts, verb)
    return parts


def _parts_of_noun(side: Side, noun: int) -> dict[str, list[int]]:
    tokens = side.analysis.tokens
    parts: dict[str, list[int]] = {}
    for child in children(side, noun):
        if tokens[child].dep == "poss":
            _fill(side, parts, "doer", child)
        elif tokens[child].dep == "prep":
            for filler in children(side, child):
                if tokens[filler].dep == "pobj":
                    _fill(side, parts, "done" if tokens[child].lemma == "of" else tokens[child].lemma, filler)
    return parts


def _fill(side: Side, parts: dict[str, list[int]], role: str, filler: int) -> None:
    """Puts a filler and those coordinated with it into a part; for a relative pronoun, what it stands for."""
    tokens = side.analysis.tokens
    verb = tokens[filler].head
    if tokens[filler].tag in _RELATIVE and tokens[verb].dep == "relcl":
        filler = tokens[verb].head
    held = parts.setdefault(role, [])
    while filler not in held:
        held.append(filler)
        joined = [n for n in children(side, filler) if tokens[n].dep == "conj"]
        filler = joined[0] if joined else filler


def _fill_from_above(side: Side, parts: dict[str, list[int]], verb: int) -> None:
    """The doer of a verb that shares it with the verb above; the noun that a participle describes."""
    tokens = side.analysis.tokens
    at, token = verb, tokens[verb]
    if token.dep in {"acl", "relcl"} and token.head in side.numbers:
        if token.dep == "acl":
            parts.setdefault("done" if token.tag == "VBN" else "doer", []).append(token.head)
        parts.setdefault("around", []).extend(_around(side, token.head))
    role = "done" if any(tokens[n].dep == "auxpass" for n in children(side, verb)) else "doer"
    for _ in range(_STEPS):
        if role in parts or tokens[at].dep not in _SHARING or tokens[at].head not in side.numbers:
            return
        if any(tokens[n].dep in {"nsubj", "nsubjpass"} for n in children(side, at)):
            return
        accused = tokens[at].dep == "pcomp"
        at = tokens[tokens[at].head].head if accused else tokens[at].head
        deps = {"dobj", "nsubjpass"} if accused else {"nsubj", "nsubjpass"}
        for child in children(side, at):
            if tokens[child].dep in deps:
                _fill(side, parts, role, child)


def _around(side: Side, noun: int) -> list[int]:
    """The names in the parts of the verb that the noun of a participle or relative clause belongs to."""
    tokens = side.analysis.tokens
    above = noun
    while tokens[above].head in side.numbers and tokens[above].head != above and tokens[above].pos != "VERB":
        above = tokens[above].head
    mates = [n for child in children(side, above) for n in (child, *children(side, child))]
    return [n for n in mates if tokens[n].pos == "PROPN" and n not in side.below(noun)]


def phrase(side: Side, numbers: Sequence[int], *, articles: bool = True) -> Span | None:
    """The place of a phrase of at most nine words, cut only where what is left is whole; None when it cannot be cut so.

    A phrase whose beginning is too long is told from what it says on: after "that", or from a verb. `articles` says
    whether it may open with a determiner.
    """
    tokens = side.analysis.tokens
    for start in _starts(tokens, numbers):
        run = list(numbers[start:])
        while run and _opens_loosely(tokens[run[0]], articles=articles):
            run = run[1:]
        for end in range(len(run), 0, -1):
            span = tokens[run[0]].start, tokens[run[end - 1]].end
            if _fits(side, span) and not _ends_loosely(tokens[run[end - 1]]) and _is_whole(side, run, run[:end]):
                return span
    return None


def _starts(tokens: Sequence[Token], numbers: Sequence[int]) -> list[int]:
    after_that = [k + 1 for k, n in enumerate(numbers[:-1]) if tokens[n].dep == "mark" and tokens[n].lemma == "that"]
    verbs = [k for k, n in enumerate(numbers) if k and tokens[n].tag in _FINITE and tokens[n].pos == "VERB"]
    return [0, *after_that, *verbs]


def _opens_loosely(token: Token, *, articles: bool) -> bool:
    return token.pos in {"PUNCT", "SPACE", "CCONJ"} or (token.pos == "DET" and not articles)


def _ends_loosely(token: Token) -> bool:
    return token.pos in _CLOSING and token.text not in _QUOTES


def _fits(side: Side, span: Span) -> bool:
    return len(side.words(span).split()) <= _MOST_WORDS


def _is_whole(side: Side, run: Sequence[int], kept: Sequence[int]) -> bool:
    """Whether the words kept hang together and leave out nothing that one of them needs."""
    tokens = side.analysis.tokens
    inside, dropped = set(kept), set(run) - set(kept)
    if kept[-1] - kept[0] != len(kept) - 1:
        return False
    texts = [tokens[n].text for n in kept]
    if texts.count("“") != texts.count("”") or texts.count("(") != texts.count(")") or texts.count('"') % 2:
        return False
    closed = all(tokens[n].head in inside or tokens[n].head not in dropped for n in kept)
    needed = [n for n in dropped if tokens[n].head in inside and (tokens[n].dep in _NEEDED or tokens[n].lemma == "of")]
    return closed and not needed


def noun_phrase(side: Side, number: int) -> Span:
    """The noun with the names and qualities before it and a short phrase after it ("the meeting in Paris")."""
    tokens = side.analysis.tokens
    first = last = number
    while first - 1 in side.numbers and number - first < _MOST_BEFORE and _leads(side, first - 1, number):
        first -= 1
    while first < number and (tokens[first].pos in {"PART", "PUNCT", "PRON", "DET"} or tokens[first].tag == "POS"):
        first += 1
    after = [n for n in children(side, number) if n == number + 1 and tokens[n].dep == "prep"]
    tail = side.below(after[0]) if after and tokens[number].pos == "NOUN" else []
    if tail and tail[-1] - first < _MOST_TOPIC and tail[-1] - tail[0] == len(tail) - 1 and _is_plain(side, tail):
        last = tail[-1]
    return tokens[first].start, tokens[last].end


def _is_plain(side: Side, tail: Sequence[int]) -> bool:
    tokens = side.analysis.tokens
    return all(tokens[n].pos in _PLAIN for n in tail) and tokens[tail[-1]].pos in {"NOUN", "PROPN"}


def _leads(side: Side, number: int, noun: int) -> bool:
    token = side.analysis.tokens[number]
    glued = token.text in {"-", "–"} or token.tag == "POS"
    return (glued or token.dep in _BEFORE_NOUN) and number in side.below(noun) and token.pos != "PRON"


def subject(pair: Pair, act: Act, there: Act, without: tuple[Collection[int], Collection[int]] = ((), ())) -> str:
    """What both acts are about: the weightiest noun phrase in which they answer to each other, else an actor."""
    view = pair.view
    ours, theirs = core(view.one, act), set(core(view.other, there)) - set(without[1])
    doers = {*act.parts.get("doer", ()), *there.parts.get("doer", ())}
    found = []
    for n in ours:
        m = view.alignment.there.get(n)
        if n not in without[0] and m in theirs and _names_a_thing(view.one, n) and _names_a_thing(view.other, m):
            best = max(_worth(view, view.one, n), _worth(view, view.other, m))
            found.append((not {n, m} & doers, best))
    if found:
        return max(found)[1][2]
    shared = {pair.actors[0].get(n) for n in ours} & {pair.actors[1].get(m) for m in theirs} - {None}
    names = sorted(actor.name for actor in view.material.cast.actors if actor.id in shared) if shared else []
    return names[0] if names else ""


def _names_a_thing(side: Side, number: int) -> bool:
    token = side.analysis.tokens[number]
    time = token.entity in {"DATE", "TIME"} or token.lemma in WEEKDAYS | MONTHS
    glued = side.passage.quote[token.end - side.passage.start :][:1] in {"-", "/"}
    return token.pos in {"NOUN", "PROPN"} and token.dep not in {"compound", "poss"} and not time and not glued


def _worth(view: View, side: Side, number: int) -> tuple[float, int, str]:
    tokens = side.analysis.tokens
    text = side.words(noun_phrase(side, number))
    common = 1.0 if tokens[number].pos == "NOUN" else 0.5
    return common * view.weights.get(tokens[number].lemma.casefold(), 1.0), -abs(len(text.split()) - 3), text
