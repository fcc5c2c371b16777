"""The tight stretch of an article's own words that tells one dated happening and can be read alone."""

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from generator.language.lexicon import word_class
from generator.language.tense import governor
from generator.language.tree import Syntax
from generator.model.story import DateMention
from generator.story.background.readable import MOST_WORDS, Clause, is_readable, length

# What a date can date by itself: a closed list, so that "the 2003 invasion of ..." is told and "the 2016 nominee" or "a
# 1976 law" is not. Nouns of saying (speech, statement) are left out: that words were said is seldom background.
HAPPENINGS = word_class("happenings")
# How many clauses outwards a happening may be told in before the words speak of something else.
_OUTWARDS = 3
# Nor more steps up to a verb.
_STEPS = 6
_CLAUSES = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_BREAKS = frozenset({",", ";", ":", "—", "–", "-", "--"})
_STRIPPED = _BREAKS | {"."} | word_class("clause_openers")
_PAUSES = frozenset({",", ";", ":", "—", "–", "--", "(", ")"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "dative", "agent"})
_RELATIVE = frozenset({"relcl", "acl"})


def telling(tree: Syntax, mention: DateMention) -> Clause | None:
    """The shortest readable stretch around a date that tells what happened then, or None."""
    for clause in _candidates(tree, mention):
        for form in (_from_subject(tree, clause, mention), clause):
            if form and (found := _readable(tree, form, mention)):
                return found
    return None


def _readable(tree: Syntax, clause: Clause, mention: DateMention) -> Clause | None:
    shortened = _shorten(tree, clause, mention)
    return shortened if shortened and is_readable(tree.analysis, shortened) else None


def _from_subject(tree: Syntax, clause: Clause, mention: DateMention) -> Clause | None:
    """The clause without an opening adjunct that the date is not in: from its subject on."""
    subject = tree.child(clause.head, *_SUBJECTS)
    if subject is None or tree.tokens[clause.top].dep in _RELATIVE:
        return None
    first = tree.subtree(subject)[0]
    if first <= clause.first or tree.tokens[first].start > mention.start:
        return None
    return replace(clause, first=first)


def noun_phrase(tree: Syntax, mention: DateMention) -> Clause | None:
    """The named happening that a year itself qualifies ("the 2022 invasion of ..."), or None."""
    head = tree.tokens[tree.first_at(mention.end) - 1].head
    return _readable(tree, _span(tree, head, head), mention) if tree.tokens[head].lemma in HAPPENINGS else None


def base_of(tree: Syntax, mention: DateMention, base: str) -> Clause | None:
    """The words in an anniversary's expression that name what it is of."""
    inside = tree.span(mention.end - len(base), mention.end)
    return Clause(first=inside.start, last=inside.stop, head=inside.start, top=inside.start) if inside else None


def lasting(tree: Syntax, mention: DateMention) -> Clause | None:
    """The clause that has gone on since what the date dates: "... since the mill closed in 2019"; or None."""
    head = governor(tree.analysis, date_token(tree, mention))
    if head is None or tree.tokens[head].dep != "advcl":
        return None
    marks = {tree.word(c) for c in tree.children[head] if tree.tokens[c].dep == "mark"}
    outer = _verb_above(tree, head)
    if marks != {"since"} or outer is None or tree.tokens[outer].tag not in ("VBN", "VBG"):
        return None
    clause = _clause_of(tree, outer, outer)
    return _readable(tree, clause, mention) if clause else None


def date_token(tree: Syntax, mention: DateMention) -> int:
    """The expression's own head: the word of a date that hangs on a word outside; else its last."""
    inside = tree.span(mention.start, mention.end)
    words = [i for i in inside if tree.tokens[i].pos != "PUNCT"]
    return next((i for i in words if tree.tokens[i].head not in inside), (words or [inside.start])[-1])


def _candidates(tree: Syntax, mention: DateMention) -> Iterator[Clause]:
    """Stretches that tell what the date dates: its noun phrase, or its clause and the clauses that hold it."""
    head = governor(tree.analysis, date_token(tree, mention))
    if head is None:
        return
    if tree.tokens[head].pos not in _CLAUSES:
        if tree.tokens[head].lemma in HAPPENINGS:
            yield _span(tree, head, head)
        return
    verb: int | None = head
    for _ in range(_OUTWARDS):
        if verb is None:
            return
        if clause := _clause_of(tree, verb, head):
            yield clause
        verb = _verb_above(tree, verb)


def _verb_above(tree: Syntax, index: int) -> int | None:
    above = islice(tree.governors(index), 1, _STEPS + 1)
    return next((head for head in above if tree.tokens[head].pos in _CLAUSES), None)


def _clause_of(tree: Syntax, verb: int, head: int) -> Clause | None:
    """The words of a verb's clause; of a relative clause, with the noun that it tells of."""
    span = _span(tree, verb, head)
    if tree.tokens[verb].dep in _RELATIVE:
        return replace(span, first=_noun_start(tree, tree.tokens[verb].head))
    return _without_others(tree, span, verb) if tree.child(verb, *_SUBJECTS) is not None else None


def _noun_start(tree: Syntax, noun: int) -> int:
    """Where a noun phrase begins; of one in apposition, where the noun that it explains begins."""
    return tree.subtree(tree.climb(noun, lambda i: tree.tokens[i].dep == "appos"))[0]


def _without_others(tree: Syntax, span: Clause, verb: int) -> Clause:
    """The clause without coordinate clauses that have a subject of their own."""
    inner = max(verb, span.head)
    others = (
        tree.subtree(i)[0]
        for i in range(inner + 1, span.last)
        if tree.tokens[i].dep == "conj" and tree.tokens[i].pos in _CLAUSES and tree.child(i, *_SUBJECTS) is not None
    )
    return replace(span, last=min((first for first in others if first > inner), default=span.last))


def _span(tree: Syntax, top: int, head: int) -> Clause:
    """The words that hang on token `top`, as one stretch."""
    first, last = tree.subtree(top)
    return Clause(first=first, last=last, head=head, top=top)


def _shorten(tree: Syntax, clause: Clause, mention: DateMention) -> Clause | None:
    """The clause without loose ends, cut where another statement begins, and at any break if it is still too long."""
    needed = max(_core(tree, clause.head), _core(tree, clause.top), tree.first_at(mention.end) - 1)
    ends = _begins_other if tree.tokens[clause.top].pos in _CLAUSES else _ends_noun
    cut = next((i for i in range(needed + 1, clause.last) if ends(tree, i)), clause.last)
    stripped = _strip(tree, replace(clause, last=cut))
    while stripped is not None and length(tree.analysis, stripped) > MOST_WORDS:
        cut = max((i for i in range(needed + 1, stripped.last) if _is_break(tree, i)), default=0)
        if not cut:
            return None
        stripped = _strip(tree, replace(stripped, last=cut))
    return stripped


def _core(tree: Syntax, head: int) -> int:
    """The last token without which a verb says nothing: itself, its object, the verb of what is said."""
    return max([head, *(i for i in tree.children[head] if tree.tokens[i].dep in _OBJECTS)])


def _begins_other(tree: Syntax, index: int) -> bool:
    """Whether another statement begins here: after a pause, or after "and" with a finite verb of its own."""
    token = tree.tokens[index]
    if token.text in _PAUSES:
        # A comma within a noun phrase ("an ongoing, full-scale war") hangs on the noun to come.
        return token.head < index
    if token.pos != "CCONJ":
        return False
    for later in tree.tokens[index + 1 : index + 12]:
        if later.text in _PAUSES or later.text == "." or later.tag in ("WDT", "WP"):
            return False
        if later.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
    return False


def _ends_noun(tree: Syntax, index: int) -> bool:
    """Whether a named happening ends here: before a pause, an "and", or a verb that goes on from it."""
    token = tree.tokens[index]
    return token.text in _PAUSES or token.pos in ("CCONJ", "VERB", "AUX")


def _is_break(tree: Syntax, index: int) -> bool:
    """Whether a clause that is too long may end before this token."""
    token = tree.tokens[index]
    return token.text in _BREAKS or token.dep == "mark" or token.tag in ("WDT", "WP")


def _strip(tree: Syntax, clause: Clause) -> Clause | None:
    """The clause without loose punctuation and conjunctions at its ends."""
    first, last = clause.first, clause.last
    while first < last and _is_loose(tree, first, clause):
        first += 1
    while first < last and tree.word(last - 1) in _STRIPPED:
        last -= 1
    return replace(clause, first=first, last=last) if first < last else None


def _is_loose(tree: Syntax, index: int, clause: Clause) -> bool:
    """At the beginning: a "when" only if it opens this very clause, and not another inside it."""
    token = tree.tokens[index]
    if token.dep in ("mark", "advmod") and token.head != clause.top:
        return False
    return token.word in _STRIPPED and token.dep in ("mark", "advmod", "cc", "punct")
