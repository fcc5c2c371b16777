"""What governs a clause, read off the dependency tree: a denial, a report, a condition, a modal verb."""

from collections.abc import Iterator, Set
from typing import Literal, NamedTuple

from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.language.verbs import CALLING, SAYING, THINKING, UTTERANCES
from generator.model.analysis import Token

ScopeKind = Literal["negation", "lack", "report", "quoted", "belief", "hedge", "modal", "aim", "condition", "question"]

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


class Scope(NamedTuple):
    """What governs a clause: its kind, its word (lemma), and the token; for a report `by` is who says it, or -1."""

    kind: ScopeKind
    word: str
    at: int
    by: int = -1


class Scopes:
    """The scopes of one article's clauses; `quoted` are the tokens of direct speech: what stands there is quoted."""

    def __init__(self, tree: Syntax, quoted: Set[int]) -> None:
        self._tree = tree
        self._quoted = quoted
        self._own: dict[int, tuple[Scope, ...]] = {}

    def of(self, at: int) -> Iterator[Scope]:
        """The scopes of the clause of a verb, nearest first."""
        yield from self._own_scopes(at)
        seen, shares = {at}, self._tree.tokens[at].dep == "conj"
        negatable = True
        while self._tree.tokens[at].head not in seen:
            token = self._tree.tokens[at]
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
        token = self._tree.tokens[at]
        for child in self._tree.children[at]:
            below = self._tree.tokens[child]
            kind = _own_kind(below)
            if kind is not None:
                yield Scope(kind, below.lemma.lower(), child)
            elif below.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
                yield from self._no(child)
            elif below.dep == "prep" and below.word == "without" and self._tree.object_of(child) is not None:
                yield Scope("lack", "without", child)
            elif below.dep in ("acomp", "oprd") and (denied := self._tree.child(child, "neg")) is not None:
                yield Scope("negation", "not", denied)
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
        if self._tree.tokens[child].lemma.lower() in _NONE and self._tree.tokens[child].pos != "NUM":
            yield Scope("negation", self._tree.tokens[child].lemma.lower(), child)
        for below in self._tree.children[child]:
            if self._tree.tokens[below].dep in ("det", "neg", "advmod") and self._tree.word(below) in _NONE:
                yield Scope("negation", self._tree.word(below), below)

    def _credit(self, child: int) -> Iterator[Scope]:
        """A phrase that says on whose word: "according to the mayor", "as the mayor said"."""
        token = self._tree.tokens[child]
        if token.word == "according" and (to := self._tree.child(child, "prep")) is not None:
            yield Scope("report", "accord", child, self._tree.child(to, "pobj") or -1)
        elif token.dep in ("advcl", "parataxis", "ccomp") and token.lemma in SAYING:
            inserted = token.dep == "parataxis" or self._tree.mark(child) == "as"
            if inserted and self._tree.child(child, "ccomp", "dobj") is None:
                yield Scope("report", token.lemma, child, self._who(child))

    def _shared_scopes(self, at: int, above: int) -> Iterator[Scope]:
        """What a coordinated verb shares with the first: its modal verb ("may come and see"), its "not" under "or"."""
        token = self._tree.tokens[at]
        if token.tag != "VB" or self._tree.child(at, "aux", "nsubj") is not None:
            return
        joined = {self._tree.word(c) for c in self._tree.children[above] if self._tree.tokens[c].dep == "cc"}
        for scope in self._own_scopes(above):
            if scope.kind == "modal" or (scope.kind == "negation" and joined & {"or", "nor"}):
                yield scope

    def _governing(self, at: int, above: int) -> Iterator[Scope]:
        """What the governor, and the way in which the clause hangs on it, make of the clause."""
        token, governor = self._tree.tokens[at], self._tree.tokens[above]
        lemma = governor.lemma.lower()
        if self._is_beside(at, above):
            return
        if token.dep == "ccomp" or (token.dep == "xcomp" and lemma not in _PHASES):
            infinitive = token.dep == "xcomp" or self._is_infinitive(at)
            yield from self._under(above, lemma, infinitive=infinitive, told=at < above)
        elif token.dep == "acl" and governor.pos in ("NOUN", "PROPN"):
            if lemma in _NOUNS_OF_AIM or self._is_infinitive(at):
                yield Scope("aim", lemma, above)
            elif lemma in UTTERANCES and token.tag not in ("VBN", "VBG"):
                yield Scope("report", lemma, above)
        elif token.dep == "pcomp" and not (governor.word == "with" and self._tree.child(at, "nsubj") is not None):
            # "With the gate standing open" tells it as fact.
            yield from self._under_preposition(above)
        elif token.dep == "advcl" and governor.pos in _VERBAL:
            # What follows "if" is told by its own mark; the main clause of a condition is bound by it too.
            return
        if governor.pos in _VERBAL and token.dep not in ("relcl", "advcl"):
            yield from (s for s in self._own_scopes(above) if s.kind in ("condition",))

    def _is_beside(self, at: int, above: int) -> bool:
        """Whether a clause is only set beside the next, without a word of saying: "five boats sank, two were saved"."""
        token, subject = self._tree.tokens[at], self._tree.child(above, "nsubj", "nsubjpass")
        joined = token.dep == "ccomp" and at < above and token.tag in _FINITE and not self._tree.mark(at)
        told = self._tree.tokens[above].lemma.lower() in _TELLING
        # "The boat sank, it appears"; "the boat sank, he went on".
        return joined and not told and subject is not None and self._tree.tokens[subject].tag != "PRP"

    def _under(self, above: int, lemma: str, *, infinitive: bool, told: bool) -> Iterator[Scope]:
        """The clause below a verb of saying, thinking, denying or wanting; negations of that verb count too.

        A clause before its governor is told on somebody's word: "the ward will close, the board decided".
        """
        if lemma in _DENIALS:
            yield Scope("negation", lemma, above)
            if lemma in ("deny", "dispute"):
                yield Scope("report", lemma, above, self._who(above))
        elif lemma in THINKING:
            yield Scope("belief", lemma, above, self._who(above))
        elif (lemma in SAYING or lemma in CALLING or told) and not infinitive:
            yield Scope("report", lemma, above, self._who(above))
        elif infinitive or lemma not in ("show", "find", "see", "be"):
            yield Scope("aim", lemma, above, self._who(above))
        yield from (s for s in self._own_scopes(above) if s.kind in ("negation", "modal", "hedge"))

    def _under_preposition(self, above: int) -> Iterator[Scope]:
        """ "Without telling", "accused of telling", "short of telling": in none of them is it told as fact."""
        preposition = self._tree.tokens[above]
        governor = self._tree.tokens[preposition.head]
        if preposition.word == "without":
            yield Scope("negation", "without", above)
        elif preposition.word in ("of", "with", "for", "from", "about", "against"):
            kind: ScopeKind = "report" if governor.lemma in SAYING | CALLING | UTTERANCES else "aim"
            yield Scope(kind, governor.lemma, preposition.head)

    def _around(self, root: int) -> Iterator[Scope]:
        """What the whole sentence is: a question."""
        sentence = self._tree.sentence_range(root)
        if self._tree.tokens[sentence[-1]].text == "?":
            yield Scope("question", "?", sentence[-1])

    def _who(self, verb: int) -> int:
        found = self._tree.subject(verb)
        return -1 if found is None else found

    def _is_infinitive(self, verb: int) -> bool:
        return any(self._tree.tokens[c].dep == "aux" and self._tree.word(c) == "to" for c in self._tree.children[verb])


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
