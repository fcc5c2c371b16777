"""The clause frame: who does what to whom, when, where and why, and on whose word, read off the dependency tree.

One frame a verb. Everything in it has its place in the text. What governs a clause (a denial, a report, a condition, a
modal verb) is its scope: two clauses say one thing only if their scopes are alike too.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.language.verbs import CALLING, SAYING, THINKING, UTTERANCES
from generator.model.analysis import Analysis, Token

Role = Literal[
    "doer", "done", "recipient", "complement", "clause", "time", "place", "ground", "amount", "company", "other"
]
ScopeKind = Literal["negation", "lack", "report", "quoted", "belief", "hedge", "modal", "aim", "condition", "question"]

_TIMES = frozenset({"DATE", "TIME"})
_SITES = frozenset({"GPE", "LOC", "FAC"})
_SITE_PREPOSITIONS = word_class("site_prepositions")
_GROUND_PREPOSITIONS = word_class("ground_prepositions")
_GROUND_MARKS = word_class("ground_marks")
_TIME_MARKS = word_class("time_marks")
_CONDITIONS = word_class("conditions")
_NONE = word_class("none")
_HEDGES = word_class("hedges")
_NOUNS_OF_AIM = word_class("nouns_of_aim")
_DENIALS = word_class("denials")
# Verbs whose infinitive is done if they are: beginning and going on.
_PHASES = word_class("phases")
_VERBAL = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Verbs whose clause may stand before them.
_TELLING = SAYING | CALLING | THINKING | _DENIALS
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


class Scope(NamedTuple):
    """What governs a clause: its kind, its word (lemma), and the token; for a report `by` is who says it, or -1."""

    kind: ScopeKind
    word: str
    at: int
    by: int = -1


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
        self._own: dict[int, tuple[Scope, ...]] = {}
        self._quoted = frozenset(at for start, end in quoted for at in self.tree.span(start, end))

    @cached_property
    def all(self) -> tuple[Frame, ...]:
        """One frame a verb that is no auxiliary, in text order."""
        return tuple(self.by_verb.values())

    @cached_property
    def by_verb(self) -> dict[int, Frame]:
        """The frames by the token of their verb."""
        return {at: self._frame(at) for at in range(len(self.tree.tokens)) if self._is_predicate(at)}

    def span(self, slot: Slot) -> tuple[int, int]:
        """The body offsets of a slot."""
        return self.tree.tokens[slot.first].start, self.tree.tokens[slot.last - 1].end

    def text(self, body: str, slot: Slot) -> str:
        """The words of a slot."""
        start, end = self.span(slot)
        return body[start:end]

    def helped(self, frame: Frame) -> tuple[int, int]:
        """The tokens of a verb with its auxiliaries and its negation, as far as they stand before it."""
        helpers = [n for n in self.tree.children[frame.verb] if self.tree.tokens[n].dep in ("aux", "auxpass", "neg")]
        near = [n for n in (*helpers, *(s.at for s in frame.scopes if s.kind == "negation")) if n < frame.verb]
        return min([*near, frame.verb]), max(frame.verb, frame.word) + 1

    def _is_predicate(self, at: int) -> bool:
        token = self.tree.tokens[at]
        if token.pos not in _VERBAL or token.dep in ("aux", "auxpass", "amod", "compound", "prep", "mark"):
            return False
        return token.tag != "VBG" or token.dep != "prep"

    def _frame(self, at: int) -> Frame:
        return Frame(
            sentence=self.tree.sentence(at),
            verb=at,
            predicate=self._predicate(at),
            slots=tuple(sorted(self._slots(at), key=lambda slot: (slot.first, slot.role))),
            scopes=tuple(self._scopes(at)),
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

    # What fills the slots.

    def _slots(self, at: int) -> Iterator[Slot]:
        word = self._word(at)
        if word != at:
            subject = self.tree.subject(at)
            yield from () if subject is None else (self._noun("done", subject),)
            for child in (*self.tree.children[at], *self.tree.children[word]):
                yield from self._slot(at, child) if child != word else ()
            return
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
        elif token.dep == "dative":
            yield self._noun("recipient", self._object(child) or child)
        elif token.dep in ("attr", "acomp", "oprd"):
            yield self._noun("complement", child)
        elif token.dep in ("ccomp", "xcomp"):
            yield Slot("clause", child, *self.tree.subtree(child))
        elif token.dep == "npadvmod" or (token.dep == "advmod" and token.entity in _TIMES):
            yield self._noun("time" if token.entity in _TIMES else "amount", child)
        elif token.dep == "prep":
            yield from self._prepositional(child)
        elif token.dep == "advcl" and (mark := self._mark(child)):
            role: Role = "time" if mark in _TIME_MARKS else "ground"
            if role == "time" or mark in _GROUND_MARKS:
                yield Slot(role, child, *self.tree.subtree(child), mark)

    def _prepositional(self, child: int) -> Iterator[Slot]:
        token = self.tree.tokens[child]
        target = self._object(child)
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

    def _object(self, preposition: int) -> int | None:
        nested = self.tree.child(preposition, "prep")
        return self.tree.child(preposition if nested is None else nested, "pobj")

    def _noun(self, role: Role, head: int) -> Slot:
        first, last = self.tree.phrase(head)
        while role == "time" and last < len(self.tree.tokens) and self.tree.tokens[last].entity in _TIMES:
            last += 1
        return Slot(role, head, first, last)

    def _mark(self, verb: int) -> str:
        """The conjunction that opens a clause: "because", "when"."""
        found = (
            c for c in self.tree.children[verb] if self.tree.tokens[c].dep == "mark" or self.tree.word(c) == "when"
        )
        mark = next(found, None)
        return "" if mark is None else self.tree.word(mark)

    # What governs the clause.

    def _scopes(self, at: int) -> Iterator[Scope]:
        yield from self._own_scopes(at)
        seen, shares = {at}, self.tree.tokens[at].dep == "conj"
        negatable = True
        while self.tree.tokens[at].head not in seen:
            token = self.tree.tokens[at]
            above = token.head
            seen.add(above)
            if shares and token.dep == "conj":
                yield from self._shared_scopes(at, above)
            elif token.dep != "conj":
                shares = False
                negatable = negatable and token.dep not in ("relcl", "appos")
                for scope in self._governing(at, above):
                    if negatable or scope.kind == "report":
                        yield scope
            at = above
        yield from self._around(at)

    def _own_scopes(self, at: int) -> tuple[Scope, ...]:
        """What its own words make of the clause; all clauses below it ask."""
        if at not in self._own:
            self._own[at] = tuple(self._find_own_scopes(at))
        return self._own[at]

    def _find_own_scopes(self, at: int) -> Iterator[Scope]:
        token = self.tree.tokens[at]
        for child in self.tree.children[at]:
            below = self.tree.tokens[child]
            kind = _own_kind(below)
            if kind is not None:
                yield Scope(kind, below.lemma.lower(), child)
            elif below.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
                yield from self._no(child)
            elif below.dep == "prep" and below.word == "without" and self._object(child) is not None:
                yield Scope("lack", "without", child)
            yield from self._credit(child)
        if token.tag == "MD":
            # A form that has its "will" or "would" within it (language/universal.py).
            yield Scope("modal", "will", at)
        if at in self._quoted:
            yield Scope("quoted", "", at)
        if token.tag in ("VB", "VBN") and token.dep == "advcl" and self._is_infinitive(at):
            yield Scope("aim", "to", at)

    def _no(self, child: int) -> Iterator[Scope]:
        """A noun that is none: "nobody left", "no evidence was found"."""
        if self.tree.tokens[child].lemma.lower() in _NONE and self.tree.tokens[child].pos != "NUM":
            yield Scope("negation", self.tree.tokens[child].lemma.lower(), child)
        for below in self.tree.children[child]:
            if self.tree.tokens[below].dep in ("det", "neg", "advmod") and self.tree.word(below) in _NONE:
                yield Scope("negation", self.tree.word(below), below)

    def _credit(self, child: int) -> Iterator[Scope]:
        """A phrase that says on whose word: "according to the mayor", "as the mayor said"."""
        token = self.tree.tokens[child]
        if token.word == "according" and (to := self.tree.child(child, "prep")) is not None:
            yield Scope("report", "accord", child, self.tree.child(to, "pobj") or -1)
        elif token.dep in ("advcl", "parataxis", "ccomp") and token.lemma in SAYING:
            inserted = token.dep == "parataxis" or self._mark(child) == "as"
            if inserted and self.tree.child(child, "ccomp", "dobj") is None:
                yield Scope("report", token.lemma, child, self._who(child))

    def _shared_scopes(self, at: int, above: int) -> Iterator[Scope]:
        """What a coordinated verb shares with the first: its modal verb ("may come and see"), its "not" under "or"."""
        token = self.tree.tokens[at]
        if token.tag != "VB" or self.tree.child(at, "aux", "nsubj") is not None:
            return
        joined = {self.tree.word(c) for c in self.tree.children[above] if self.tree.tokens[c].dep == "cc"}
        for scope in self._own_scopes(above):
            if scope.kind == "modal" or (scope.kind == "negation" and joined & {"or", "nor"}):
                yield scope

    def _governing(self, at: int, above: int) -> Iterator[Scope]:
        """What the governor, and the way in which the clause hangs on it, make of the clause."""
        token, governor = self.tree.tokens[at], self.tree.tokens[above]
        lemma = governor.lemma.lower()
        if self._is_beside(at, above):
            return
        if token.dep == "ccomp" or (token.dep == "xcomp" and lemma not in _PHASES):
            yield from self._under(above, lemma, infinitive=token.dep == "xcomp" or self._is_infinitive(at))
        elif token.dep == "acl" and governor.pos in ("NOUN", "PROPN"):
            if lemma in _NOUNS_OF_AIM or self._is_infinitive(at):
                yield Scope("aim", lemma, above)
            elif lemma in UTTERANCES and token.tag not in ("VBN", "VBG"):
                yield Scope("report", lemma, above)
        elif token.dep == "pcomp" and not (governor.word == "with" and self.tree.child(at, "nsubj") is not None):
            # "With the gate standing open" tells it as fact.
            yield from self._under_preposition(above)
        elif token.dep == "advcl" and governor.pos in _VERBAL:
            # What follows "if" is told by its own mark; the main clause of a condition is bound by it too.
            return
        if governor.pos in _VERBAL and token.dep not in ("relcl", "advcl"):
            yield from (s for s in self._own_scopes(above) if s.kind in ("condition",))

    def _is_beside(self, at: int, above: int) -> bool:
        """Whether a clause is only set beside the next, without a word of saying: "five boats sank, two were saved"."""
        token, subject = self.tree.tokens[at], self.tree.child(above, "nsubj", "nsubjpass")
        joined = token.dep == "ccomp" and at < above and token.tag in _FINITE and not self._mark(at)
        told = self.tree.tokens[above].lemma.lower() in _TELLING
        # "The boat sank, it appears"; "the boat sank, he went on".
        return joined and not told and subject is not None and self.tree.tokens[subject].tag != "PRP"

    def _under(self, above: int, lemma: str, *, infinitive: bool) -> Iterator[Scope]:
        """The clause below a verb of saying, thinking, denying or wanting; negations of that verb count too."""
        if lemma in _DENIALS:
            yield Scope("negation", lemma, above)
            if lemma in ("deny", "dispute"):
                yield Scope("report", lemma, above, self._who(above))
        elif lemma in THINKING:
            yield Scope("belief", lemma, above, self._who(above))
        elif (lemma in SAYING or lemma in CALLING) and not infinitive:
            yield Scope("report", lemma, above, self._who(above))
        elif infinitive or lemma not in ("show", "find", "see", "be"):
            yield Scope("aim", lemma, above, self._who(above))
        yield from (s for s in self._own_scopes(above) if s.kind in ("negation", "modal", "hedge"))

    def _under_preposition(self, above: int) -> Iterator[Scope]:
        """ "Without telling", "accused of telling", "short of telling": in none of them is it told as fact."""
        preposition = self.tree.tokens[above]
        governor = self.tree.tokens[preposition.head]
        if preposition.word == "without":
            yield Scope("negation", "without", above)
        elif preposition.word in ("of", "with", "for", "from", "about", "against"):
            kind: ScopeKind = "report" if governor.lemma in SAYING | CALLING | UTTERANCES else "aim"
            yield Scope(kind, governor.lemma, preposition.head)

    def _around(self, root: int) -> Iterator[Scope]:
        """What the whole sentence is: a question."""
        sentence = self.tree.sentence_range(root)
        if self.tree.tokens[sentence[-1]].text == "?":
            yield Scope("question", "?", sentence[-1])

    def _who(self, verb: int) -> int:
        found = self.tree.subject(verb)
        return -1 if found is None else found

    def _is_infinitive(self, verb: int) -> bool:
        return any(self.tree.tokens[c].dep == "aux" and self.tree.word(c) == "to" for c in self.tree.children[verb])


def _own_kind(token: Token) -> ScopeKind | None:
    """What a word that hangs on the verb makes of the clause: negated, possible, hedged, conditional."""
    word = token.lemma.lower()
    if token.dep == "neg" or (token.dep == "advmod" and word in ("never", "hardly")):
        return "negation"
    if token.dep == "aux" and (token.tag == "MD" or word in ("may", "might")):
        return "modal"
    if token.dep == "advmod" and word in _HEDGES:
        return "hedge"
    return "condition" if token.dep == "mark" and word in _CONDITIONS else None
