"""Whether two words for a sort of people or things stand for the same of it: one group, or one part in one matter."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.disagreements.material import Span
from generator.language.lexicon import CONTENT, EMPTY, word_class
from generator.language.relations import first_like
from generator.language.tree import Syntax
from generator.matching.same_clause import Telling

_BEFORE_A_NOUN = frozenset({"amod", "compound", "nmod"})
_DOING = frozenset({"nsubj", "agent", "csubj"})
_CLAUSES = frozenset({"relcl", "acl"})
_SITES = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "CARDINAL"})
_SAYING_LITTLE = EMPTY | word_class("light") | word_class("wide")
_NOUNS = frozenset({"NOUN", "PROPN"})


class Group(NamedTuple):
    """What tells which of a sort is meant.

    `names` are what they are also called, `numbers` how many they are with the years of the sentence, `kept` the
    adjectives and `clause` the words of the relative clause that narrow them. `part` is what they have a part in: the
    nouns that govern them, and the verb, with whether they do it. `under` is the noun that they stand before, or "";
    `is_noun` says whether they are nouns themselves.
    """

    names: frozenset[str]
    numbers: frozenset[str]
    kept: frozenset[str]
    clause: frozenset[str]
    part: frozenset[str]
    under: str
    is_noun: bool


def are_one(ours: Telling, one: Span, theirs: Telling, other: Span) -> bool:
    """Whether nothing tells two groups apart, and a name, a number, a clause or a part in one matter makes them one."""
    a, b = _group(ours, one), _group(theirs, other)
    if (a.is_noun != b.is_noun and not (a.under and b.under)) or (a.numbers != b.numbers and a.numbers and b.numbers):
        return False
    if a.names & b.names:
        return True
    if a.kept != b.kept or (a.clause and b.clause and not a.clause & b.clause):
        return False
    if not {a.under, b.under} - {""} <= a.part & b.part:
        return False
    return bool(a.numbers & b.numbers or a.clause & b.clause or a.part & b.part)


def _group(telling: Telling, span: Span) -> Group:
    tree = telling.frames.tree
    inside = tree.span(*span)
    top = next((n for n in inside if tree.tokens[n].head not in inside), inside[-1])
    above = tree.tokens[top].head
    stands_before = tree.tokens[top].dep in _BEFORE_A_NOUN and tree.tokens[above].pos in _NOUNS
    children = [n for n in tree.children[top] if n not in inside]
    narrowing = [n for n in children if tree.tokens[n].dep in _CLAUSES]
    explaining = [n for n in children if tree.tokens[n].dep == "appos"]
    explaining += [above] if tree.tokens[top].dep == "appos" else []
    return Group(
        names=_words(tree, [m for n in narrowing + explaining for m in range(*tree.subtree(n))], _NOUNS - {"NOUN"}),
        numbers=frozenset(_numbers(tree, children)),
        kept=_words(tree, [n for n in children if tree.tokens[n].dep == "amod"], frozenset({"ADJ"})),
        clause=_words(tree, [m for n in narrowing for m in range(*tree.subtree(n))], CONTENT),
        part=frozenset(_part(tree, top)) - _SAYING_LITTLE,
        under=first_like(tree.tokens[above].lemma.lower()) if stands_before else "",
        is_noun=tree.tokens[top].pos in _NOUNS,
    )


def _words(tree: Syntax, tokens: list[int], wanted: frozenset[str]) -> frozenset[str]:
    found = (tree.tokens[n] for n in tokens)
    return frozenset(t.lemma.lower() for t in found if t.pos in wanted and t.entity not in _SITES) - _SAYING_LITTLE


def _numbers(tree: Syntax, children: list[int]) -> Iterator[str]:
    for child in children:
        if tree.tokens[child].dep == "nummod":
            yield " ".join(tree.word(n) for n in range(*tree.subtree(child)) if tree.tokens[n].pos == "NUM")


def _part(tree: Syntax, top: int) -> Iterator[str]:
    """The nouns that govern a word up to the verb, what stands before them, and the verb with what it gives them."""
    for below, above in pairwise(tree.governors(top)):
        token = tree.tokens[above]
        if tree.tokens[below].dep == "conj":
            continue
        if token.pos in _NOUNS:
            yield from _named(tree, above)
        elif token.pos == "VERB":
            does = tree.tokens[below].dep in _DOING
            yield first_like(token.lemma.lower()) + (" by" if does else "")
            given = tree.child(above, "dobj") if not does else None
            if given is not None and given != below:
                yield from _named(tree, given)
            return


def _named(tree: Syntax, noun: int) -> Iterator[str]:
    """A noun, and those that stand before it: "tuition rates"."""
    for n in (noun, *(n for n in tree.children[noun] if tree.tokens[n].dep == "compound")):
        yield first_like(tree.tokens[n].lemma.lower())
