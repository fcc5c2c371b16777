"""How far a clause says that something got: done, refused, tried, planned or only possible; shared pure functions."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.disagreements.reading.side import Side
from generator.language.lexicon import REPORTING, listed

Degree = Literal["done", "now", "not done", "tried", "planned", "ahead", "possible", "open"]

_NEGATIVE = listed("not n't n’t never no neither nor nobody none nothing hardly")
# Verbs whose complement did not come about, or is said not to have.
_REFUSALS = listed("refuse decline fail deny reject avoid refrain stop cease neglect dispute prevent")
_ATTEMPTS = listed("try attempt seek struggle push press fight")
_PLANS = listed("aim want promise pledge vow propose consider agree decide offer threaten wish")
_AHEAD = listed("expect schedule slate set poise await likely ready due line plan intend prepare hope")
_PLAN_NOUNS = listed("plan proposal intention promise pledge hope preparation decision vow")
_TRY_NOUNS = listed("attempt effort bid push try campaign")
_WILL = listed("will would shall 'll ’ll wo going")
_MAY = listed("may might could can should must")
# "By withdrawing", "after signing": what stands behind is done.
_DONE_BEFORE = listed("by after")
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "oprd", "dobj"})
_PRESENT = frozenset({"VBZ", "VBP"})


class Status(NamedTuple):
    """How far a verb's act got, and `first`, the first of the tokens that say so (the verb itself or one before it)."""

    degree: Degree
    first: int


def status_of(side: Side, number: int) -> Status:
    """The status of the act of verb token `number`, by its auxiliaries and the verbs it completes."""
    tokens = side.analysis.tokens
    own = _own(side, number)
    if own is not None and own.degree in {"not done", "ahead", "possible"}:
        return own
    for above, between in _governors(side, number):
        lemma = tokens[above].lemma
        if lemma in _REFUSALS:
            return Status("not done" if not _negation(side, above) else "open", above)
        if lemma in _ATTEMPTS or lemma in _TRY_NOUNS:
            return Status("tried", above)
        if lemma in _PLANS or lemma in _PLAN_NOUNS:
            return Status("planned", above)
        if lemma in _AHEAD:
            return Status("ahead", above)
        if between or lemma in REPORTING:
            break
    return own if own is not None else Status("open", number)


def _governors(side: Side, number: int) -> Iterator[tuple[int, bool]]:
    """The words whose complement the verb is, nearest first; whether the chain may not go on beyond."""
    tokens = side.analysis.tokens
    at = number
    for _ in range(3):
        head = tokens[at].head
        if head == at or tokens[at].dep not in _COMPLEMENTS | {"prep"}:
            return
        at = head
        yield at, tokens[at].pos not in {"VERB", "AUX", "NOUN", "ADJ", "ADP"}


def _own(side: Side, number: int) -> Status | None:
    """What the verb's own form and helpers tell."""
    tokens = side.analysis.tokens
    helpers = [n for n in side.below(number) if tokens[n].head == number and tokens[n].dep in {"aux", "auxpass"}]
    words = {tokens[n].text.lower() for n in helpers}
    first = min([*helpers, number])
    negated = _negation(side, number)
    if negated is not None:
        return Status("not done", min(first, negated))
    if words & _WILL:
        return Status("ahead", first)
    if words & _MAY:
        return Status("possible", first)
    tense = _tense(side, number, helpers)
    return Status(tense, first) if tense is not None else None


def _tense(side: Side, number: int, helpers: list[int]) -> Degree | None:
    """Whether a verb without modal tells what was or what is, or neither (an infinitive)."""
    tokens = side.analysis.tokens
    token = tokens[number]
    tags = {token.tag, *(tokens[n].tag for n in helpers)}
    has = any(tokens[n].lemma == "have" for n in helpers)
    behind = token.dep == "pcomp" and tokens[token.head].lemma in _DONE_BEFORE
    if "VBD" in tags or has or behind or (token.tag == "VBN" and token.dep in {"acl", "ROOT"}):
        return "done"
    return "now" if tags & _PRESENT else None


def _negation(side: Side, number: int) -> int | None:
    """The word that denies the verb: its own "not", or "no" of its subject or object."""
    tokens = side.analysis.tokens
    for n in side.below(number):
        if tokens[n].head == number and (tokens[n].dep == "neg" or tokens[n].lemma.lower() in _NEGATIVE):
            return n
        above = tokens[n].head
        if (
            tokens[n].dep in {"det", "neg"}
            and tokens[n].lemma.lower() == "no"
            and tokens[above].head == number
            and tokens[above].dep in {"dobj", "nsubj", "nsubjpass", "attr"}
        ):
            return n
    return None


def span_days(published: str) -> tuple[str, str] | None:
    """The first and last day that an EDTF date of writing allows, or None when it is not known to the day."""
    first, _, last = published.partition("/")
    last = last or first
    return (first, last) if len(first) == len(last) == _DAY else None


_DAY = len("2000-01-01")
