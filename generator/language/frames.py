"""The clause frame: who does what to whom, when, where and why, and on whose word, read off the dependency tree.

One frame a verb. Everything in it has its place in the text. What governs a clause is its scope (scopes.py): two
clauses say one thing only if their scopes are alike too.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from generator.language.lexicon import word_class
from generator.language.scopes import Scope, Scopes
from generator.language.tree import Syntax
from generator.model.analysis import Analysis

Role = Literal[
    "doer", "done", "recipient", "complement", "clause", "time", "place", "ground", "amount", "company", "other"
]

_TIMES = frozenset({"DATE", "TIME"})
_SITES = frozenset({"GPE", "LOC", "FAC"})
_SITE_PREPOSITIONS = word_class("site_prepositions")
_GROUND_PREPOSITIONS = word_class("ground_prepositions")
_GROUND_MARKS = word_class("ground_marks")
_TIME_MARKS = word_class("time_marks")
_VERBAL = frozenset({"VERB", "AUX"})
_CORE = frozenset(("doer", "done", "recipient", "complement", "clause"))


class Slot(NamedTuple):
    """One part of a clause: tokens `first` to `last` (exclusive) around its `head`; `word` is its preposition or ""."""

    role: Role
    head: int
    first: int
    last: int
    word: str = ""

    @property
    def is_core(self) -> bool:
        """Whether a clause without it would be another clause."""
        return self.role in _CORE


class Frame(NamedTuple):
    """One clause. `verb` is its token, `predicate` its lemma with its particle ("carry_out").

    Of a copula with an adjective that adjective is the predicate, and what it is said of is the done: "the bridge was
    open" is built as "the bridge was closed". `word` is the token of the predicate.
    `scopes` are what governs it, nearest first: its own negation and modal verb too. `asserted` says that none does.
    """

    sentence: int
    verb: int
    predicate: str
    slots: tuple[Slot, ...]
    scopes: tuple[Scope, ...]
    word: int = -1

    def slot(self, role: Role) -> Slot | None:
        """The first slot of a role."""
        return next((slot for slot in self.slots if slot.role == role), None)

    @property
    def asserted(self) -> bool:
        """Whether the article tells it flatly, in its own voice."""
        return not self.scopes

    @property
    def negated(self) -> bool:
        """Whether an odd number of negations governs it."""
        return sum(scope.kind == "negation" for scope in self.scopes) % 2 == 1

    @property
    def voice(self) -> Scope | None:
        """The nearest report or quotation: who vouches for it, or None when the article does."""
        return next((scope for scope in self.scopes if scope.kind in ("report", "quoted")), None)


class Frames:
    """All frames of one article. `quoted` are the body's spans of direct speech: what stands in them is quoted."""

    def __init__(self, analysis: Analysis, quoted: Sequence[tuple[int, int]] = ()) -> None:
        self.tree = Syntax(analysis)
        self.analysis = analysis
        self._scopes = Scopes(self.tree, {at for start, end in quoted for at in self.tree.span(start, end)})

    @cached_property
    def all(self) -> tuple[Frame, ...]:
        """One frame a verb that is no auxiliary, in text order."""
        return tuple(self.by_verb.values())

    @cached_property
    def by_verb(self) -> dict[int, Frame]:
        """The frames by the token of their verb."""
        return {at: self._frame(at) for at in range(len(self.tree.tokens)) if self._is_predicate(at)}

    def helped(self, frame: Frame) -> tuple[int, int]:
        """The tokens of a verb with its auxiliaries and its negation, as far as they stand before it."""
        helpers = [n for n in self.tree.children[frame.verb] if self.tree.tokens[n].dep in ("aux", "auxpass", "neg")]
        near = [n for n in (*helpers, *(s.at for s in frame.scopes if s.kind == "negation")) if n < frame.verb]
        return min([*near, frame.verb]), max(frame.verb, frame.word) + 1

    def _is_predicate(self, at: int) -> bool:
        token = self.tree.tokens[at]
        if token.pos == "ADJ":
            # "Found the nurse not guilty".
            return token.dep == "ccomp" and self.tree.child(at, "nsubj") is not None
        if token.pos not in _VERBAL or token.dep in ("aux", "auxpass", "amod", "compound", "prep", "mark"):
            return False
        return token.tag != "VBG" or token.dep != "prep"

    def _frame(self, at: int) -> Frame:
        return Frame(
            sentence=self.tree.sentence(at),
            verb=at,
            predicate=self._predicate(at),
            slots=tuple(sorted(self._slots(at), key=lambda slot: (slot.first, slot.role))),
            scopes=tuple(self._scopes.of(at)),
            word=self._word(at),
        )

    def _word(self, at: int) -> int:
        """The token that tells the predicate: the adjective of a copula, else the verb."""
        adjective = self.tree.child(at, "acomp") if self.tree.tokens[at].lemma == "be" else None
        return at if adjective is None else adjective

    def _predicate(self, at: int) -> str:
        particle = self.tree.child(at, "prt")
        lemma = self.tree.tokens[self._word(at)].lemma.lower()
        return lemma if particle is None else f"{lemma}_{self.tree.tokens[particle].lemma.lower()}"

    def _slots(self, at: int) -> Iterator[Slot]:
        word = self._word(at)
        if word != at:
            subject = self.tree.subject(at)
            yield from () if subject is None else (self._noun("done", subject),)
            for child in (*self.tree.children[at], *self.tree.children[word]):
                yield from self._slot(at, child) if child != word else ()
            return
        if self.tree.tokens[at].pos == "ADJ":
            yield self._noun("done", self.tree.child(at, "nsubj") or at)
        else:
            yield from self._subject(at, passive=self.tree.is_passive(at))
        for child in self.tree.children[at]:
            yield from self._slot(at, child)

    def _subject(self, at: int, *, passive: bool) -> Iterator[Slot]:
        subject = self.tree.subject(at)
        suffers = self.tree.child(at, "nsubjpass")
        if suffers is None and passive:
            suffers = self._sufferer(at)
        if suffers is not None:
            yield self._noun("done", self._antecedent(suffers, at))
        if subject is not None and subject != suffers:
            yield self._noun("doer", subject)

    def _sufferer(self, at: int) -> int | None:
        token = self.tree.tokens[at]
        if token.dep in ("acl", "relcl"):
            return token.head
        if token.dep == "conj":
            return self.tree.child(token.head, "nsubjpass")
        return None

    def _antecedent(self, subject: int, at: int) -> int:
        token = self.tree.tokens[at]
        return token.head if token.dep == "relcl" and self.tree.tokens[subject].tag in ("WP", "WDT") else subject

    def _slot(self, at: int, child: int) -> Iterator[Slot]:
        token = self.tree.tokens[child]
        if token.dep == "dobj":
            yield self._noun("done", self._antecedent(child, at))
            if (said := self.tree.said_of(child)) is not None:
                yield self._noun("complement", said)
        elif token.dep == "dative":
            yield self._noun("recipient", self.tree.object_of(child) or child)
        elif token.dep in ("attr", "acomp", "oprd"):
            yield self._noun("complement", child)
        elif token.dep in ("ccomp", "xcomp"):
            yield Slot("clause", child, *self.tree.subtree(child))
        elif token.dep == "npadvmod" or (token.dep == "advmod" and token.entity in _TIMES):
            yield self._noun("time" if token.entity in _TIMES else "amount", child)
        elif token.dep == "prep":
            yield from self._prepositional(child)
        elif token.dep == "advcl" and (mark := self.tree.mark(child)):
            role: Role = "time" if mark in _TIME_MARKS else "ground"
            if role == "time" or mark in _GROUND_MARKS:
                yield Slot(role, child, *self.tree.subtree(child), mark)

    def _prepositional(self, child: int) -> Iterator[Slot]:
        token = self.tree.tokens[child]
        target = self.tree.object_of(child)
        if target is None:
            return
        word = token.lemma.lower()
        # "Without" is "with" and a negation of the clause, which its scope tells.
        word = "with" if word == "without" else word
        role = self._prepositional_role(word, target)
        first, last = self._noun(role, target)[2:4]
        yield Slot(role, target, min(first, child), last, word)

    def _prepositional_role(self, word: str, target: int) -> Role:
        aim = self.tree.tokens[target]
        if aim.entity in _TIMES:
            return "time"
        if aim.entity in _SITES and word in _SITE_PREPOSITIONS:
            return "place"
        if word in _GROUND_PREPOSITIONS:
            return "ground"
        if word == "to" and aim.pos in ("PROPN", "PRON"):
            return "recipient"
        if word in ("with", "alongside"):
            return "company"
        return "amount" if aim.pos == "NUM" or aim.entity in ("PERCENT", "MONEY", "QUANTITY") else "other"

    def _noun(self, role: Role, head: int) -> Slot:
        first, last = self.tree.phrase(head)
        if self.tree.tokens[head].lemma.lower() == "none" and (of := self.tree.child(head, "prep")) is not None:
            # "None of the cows" are cows; that they are none tells the scope.
            head = self.tree.object_of(of) or head
        while role == "time" and last < len(self.tree.tokens) and self.tree.tokens[last].entity in _TIMES:
            last += 1
        return Slot(role, head, first, last)
