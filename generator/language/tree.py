"""Questions put to a sentence's dependency arcs: who is the subject, how far does a phrase reach."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property

from generator.language.lexicon import word_class
from generator.language.verbs import OBJECT_ACTS, UTTERANCES
from generator.model.analysis import Analysis

_CLAUSE_DEPS = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acl", "aux", "dep"})
# "X promised Y to go": of the verbs with an object and an infinitive, those whose subject is the one to act.
_SUBJECT_KEEPS = word_class("subject_keeps")
_TIMES = frozenset({"DATE", "TIME"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NONFINITE = frozenset({"VB", "VBG"})
_INFINITIVES = frozenset({"xcomp", "advcl", "pcomp", "conj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class Syntax:
    """One article's tokens as a tree; all numbers are token indices of the analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self.tokens = analysis.tokens
        self.analysis = analysis
        self._starts = [token.start for token in self.tokens]

    @cached_property
    def children(self) -> list[list[int]]:
        """The dependents of each token, in text order."""
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                children[token.head].append(index)
        return children

    def first_at(self, offset: int) -> int:
        """The first token that begins at or after the body's character `offset`."""
        return bisect_left(self._starts, offset)

    def holding(self, offset: int) -> int:
        """The token that holds the body's character `offset`, or the last one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def span(self, start: int, end: int) -> range:
        """The tokens that lie within `body[start:end]`."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def word(self, index: int) -> str:
        """The token as written, in lower case; behind the last one ""."""
        return self.tokens[index].word if index < len(self.tokens) else ""

    def sentence(self, index: int) -> int:
        """The number of the sentence that holds token `index`."""
        return bisect_right(self._firsts, index) - 1

    def sentence_range(self, index: int) -> range:
        """The tokens of the sentence that holds token `index`."""
        sentence = self.analysis.sentences[self.sentence(index)]
        return range(sentence.first, sentence.last)

    @cached_property
    def _firsts(self) -> list[int]:
        return [sentence.first for sentence in self.analysis.sentences]

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent of `index` with one of the labels."""
        return next((i for i in self.children[index] if self.tokens[i].dep in deps), None)

    def object_of(self, preposition: int) -> int | None:
        """What a preposition governs, itself or by another ("because of the flood")."""
        nested = self.child(preposition, "prep")
        return self.child(preposition if nested is None else nested, "pobj")

    def said_of(self, noun: int) -> int | None:
        """The adjective behind an object, which tells how it was found or left: "found the boy alive"."""
        said = noun + 1 if self.tokens[noun].dep == "dobj" and noun + 1 in self.children[noun] else noun
        return said if self.tokens[said].dep == "amod" else None

    def mark(self, verb: int) -> str:
        """The conjunction that opens a clause: "because", "when"; "" if there is none."""
        found = (c for c in self.children[verb] if self.tokens[c].dep == "mark" or self.word(c) == "when")
        mark = next(found, None)
        return "" if mark is None else self.word(mark)

    def governors(self, index: int) -> Iterator[int]:
        """A token and all that govern it, nearest first.

        The root of a sentence governs itself whatever its label, so the way ends where it would come back.
        """
        seen: set[int] = set()
        while index not in seen:
            seen.add(index)
            yield index
            index = self.tokens[index].head

    def climb(self, index: int, goes_on: Callable[[int], bool]) -> int:
        """The nearest of a token's `governors` of which `goes_on` does not hold, else the last of them."""
        way = list(self.governors(index))
        return next((at for at in way if not goes_on(at)), way[-1])

    def subtree(self, index: int) -> tuple[int, int]:
        """The first token, and one past the last, of everything that depends on `index`."""
        first = last = index
        stack = [index]
        while stack:
            for child in self.children[stack.pop()]:
                first, last = min(first, child), max(last, child)
                stack.append(child)
        return first, last + 1

    def phrase(self, index: int) -> tuple[int, int]:
        """The noun phrase headed by `index` as `subtree` gives it, without relative clauses and what follows them."""
        first, last = index, index
        for child in self.children[index]:
            token = self.tokens[child]
            if child < index and token.dep not in _CLAUSE_DEPS and token.dep != "punct":
                first = min(first, self.subtree(child)[0])
            elif child > index and self._belongs(index, child):
                last = max(last, self.phrase(child)[1] - 1 if token.dep != "prep" else self.subtree(child)[1] - 1)
        return first, last + 1

    def _belongs(self, head: int, child: int) -> bool:
        """Whether what follows a noun is part of its name or description, and no remark about it."""
        token = self.tokens[child]
        named = self.tokens[head].pos == "PROPN"
        if token.dep == "appos":
            # "the mayor of Y, Z": the name that follows a description belongs to it; what explains a name does not.
            return token.pos == "PROPN" and (not named or self.child(head, "det") is not None)
        if token.dep == "prep":
            return token.lemma in ("of", "for") or (not named and token.lemma in ("at", "in", "from", "with"))
        return token.dep in ("conj", "cc", "compound", "nmod", "flat")

    def subject(self, verb: int) -> int | None:
        """Who does `verb`: its own subject, the agent of a passive, or who its governor makes do it."""
        seen = set()
        while verb not in seen:
            seen.add(verb)
            own = self._own_subject(verb)
            if own is not None:
                return self._antecedent(own, verb)
            if self.is_passive(verb):
                # "X was arrested and said": what X suffers, X also is the subject of what follows.
                return self.child(verb, "nsubjpass") if len(seen) > 1 else None
            head = self._governor(verb)
            shared = self._shared_subject(verb, head)
            if shared is not None:
                return shared
            if self.tokens[verb].dep not in _SHARING:
                return None
            verb = head
        return None

    def _governor(self, verb: int) -> int:
        """The governor; in "X told Y to go and recalled Z", where a finite verb hangs on an infinitive, "told"."""
        head = self.tokens[verb].head
        if self.tokens[verb].dep == "acl" and self.tokens[head].entity in _TIMES:
            # "X was seen that October praising Y": the month does nothing.
            return self.tokens[head].head
        if self.tokens[verb].dep == "conj" and self.tokens[verb].tag in _FINITE:
            return self.climb(head, lambda i: self.tokens[i].tag in _NONFINITE and self.tokens[i].dep in _INFINITIVES)
        return head

    def is_passive(self, verb: int) -> bool:
        """Whether the verb's subject suffers it: a passive, or a participle after a noun ("a plan called …")."""
        token = self.tokens[verb]
        participle = token.tag == "VBN" and token.dep in ("acl", "amod", "relcl", "advcl")
        reduced = participle and self.child(verb, "aux", "dobj") is None
        return reduced or self.child(verb, "nsubjpass", "auxpass") is not None

    def _own_subject(self, verb: int) -> int | None:
        agent = self.child(verb, "agent")
        if agent is not None and (who := self.child(agent, "pobj")) is not None:
            return who
        # The nearest of several: a dateline ("EASTON — X said") is taken for a subject too.
        subjects = [i for i in self.children[verb] if self.tokens[i].dep == "nsubj"]
        # Who "said the following", and not what he said.
        subjects = [i for i in subjects if i < verb or self.tokens[i].word != "following"]
        named = [i for i in subjects if self.tokens[i].entity not in _TIMES]
        return min(named, key=lambda i: (abs(i - verb), i), default=None)

    def _antecedent(self, subject: int, verb: int) -> int:
        """For "who", "which" and "that" of a relative clause, the noun it belongs to."""
        if self.tokens[verb].dep == "relcl" and self.tokens[subject].tag in ("WP", "WDT"):
            return self.tokens[verb].head
        return subject

    def _shared_subject(self, verb: int, head: int) -> int | None:
        """The noun that a verb without subject belongs to, or the object that its governor makes act."""
        token = self.tokens[verb]
        if token.dep == "acl" and token.head == head and self.tokens[head].pos in _NOMINAL:
            return head
        if token.tag == "VBG" and verb and self._is_shown(verb - 1):
            return verb - 1
        before = self.tokens[verb - 1]
        if token.tag == "VBG" and verb and before.lemma in UTTERANCES and before.pos == "NOUN":
            return verb - 1
        return self._made_to_act(verb, head)

    def _made_to_act(self, verb: int, head: int) -> int | None:
        """Whom the governor makes do it: "told X to go", "accused X of going", "X was seen going"."""
        token = self.tokens[verb]
        if token.dep == "ccomp" and token.tag == "VBG" and self.is_passive(head):
            return self.child(head, "nsubjpass")
        if token.dep in ("xcomp", "ccomp") and self.tokens[head].lemma not in _SUBJECT_KEEPS:
            return self._object_between(head, verb)
        if token.dep == "pcomp" and self.tokens[head].lemma in OBJECT_ACTS:
            governor = self.tokens[head].head
            suffers = self.child(governor, "nsubjpass")
            return self._object_between(governor, verb) if suffers is None else suffers
        return None

    def _is_shown(self, index: int) -> bool:
        """Whether it is X of "a video of X saying …"."""
        token = self.tokens[index]
        return token.dep == "pobj" and token.pos in ("PROPN", "PRON") and self.tokens[token.head].lemma == "of"

    def _object_between(self, head: int, verb: int) -> int | None:
        found = self.child(head, "dobj", "dative")
        return found if found is not None and head < found < verb else None
