"""In whose mouth the words of a sentence are put, and what is passed on without being vouched for."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from generator.disagreements.reading.side import Side
from generator.language.lexicon import listed

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Lemmas of verbs that put their complement in somebody's mouth; those of denying are another matter (an outcome).
_SAYING = listed(
    """accuse acknowledge add admit allege announce argue assert believe boast call caution charge claim complain
    concede conclude confirm contend declare describe disclose emphasize estimate explain find indicate insist maintain
    mention note observe point predict propose protest recall reiterate relay remark repeat reply report respond reveal
    say show state stress suggest tell testify think tweet warn write speculate assess accord"""
)
_HEDGING_ADVERBS = listed(
    """reportedly allegedly apparently purportedly supposedly likely probably possibly perhaps seemingly presumably
    evidently"""
)
_HEDGING_ADJECTIVES = listed("alleged purported apparent suspected so-called reported supposed")
_SEEMING = listed("seem appear")
_MAYBE = listed("may might")
_NOUNS_OF_SAYING = listed(
    "allegation accusation claim criticism charge assertion suspicion speculation rumor contention complaint"
)
# "On charges of" names an offence for a court; nobody speaks.
_IN_COURT = listed("on face")
_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_OFFICES = listed(
    """official aide critic spokesman spokeswoman leader lawyer adviser lawmaker officer president minister source
    report letter statement campaign administration committee company group agency office union lawsuit police
    many some"""
)
_VERBAL = frozenset({"VERB", "AUX"})
_CONTENT_OF_SAYING = frozenset({"ccomp", "oprd"})


class Voice(NamedTuple):
    """What puts words in a mouth or hedges them: its own tokens `numbers`, the tokens in `scope`, who speaks.

    `speaker` is the head of the words that name the source, or None; `verb` the verb of saying, or what is hedged.
    """

    kind: Literal["speaker", "hedge"]
    numbers: tuple[int, ...]
    scope: frozenset[int]
    speaker: int | None
    verb: int


def voices_of(side: Side) -> list[Voice]:
    """All voices in the sentence, in text order."""
    found: list[Voice] = []
    for number, _ in side.tokens():
        for finder in (_saying, _according, _hedge, _noun):
            voice = finder(side, number)
            if voice is not None:
                found.append(voice)
                break
    return found


def tops(side: Side, voice: Voice) -> frozenset[int]:
    """The heads of what is said or hedged: what the voice itself tells, not what is told in passing below it."""
    tokens = side.analysis.tokens
    if voice.kind == "hedge":
        return frozenset({voice.verb})
    heads = {n for n in voice.scope if tokens[n].head not in voice.scope and tokens[n].pos != "PUNCT"}
    heads |= {n for n in voice.scope if tokens[n].head in heads and tokens[tokens[n].head].dep == "prep"}
    if tokens[voice.verb].dep in {"parataxis", "prep", "advcl"} and tokens[voice.verb].head in voice.scope:
        heads.add(tokens[voice.verb].head)
    conjuncts = {
        n for n in voice.scope if tokens[n].dep == "conj" and tokens[n].head in heads and tokens[n].pos in _VERBAL
    }
    return frozenset(heads | conjuncts)


def _children(side: Side, number: int) -> Iterator[int]:
    return (n for n in side.below(number) if n != number and side.analysis.tokens[n].head == number)


def _child(side: Side, number: int, deps: frozenset[str]) -> int | None:
    return next((n for n in _children(side, number) if side.analysis.tokens[n].dep in deps), None)


def _saying(side: Side, number: int) -> Voice | None:
    tokens = side.analysis.tokens
    token = tokens[number]
    if token.pos != "VERB" or token.lemma not in _SAYING or token.lemma == "accord":
        return None
    if any(tokens[n].dep == "neg" or tokens[n].tag == "MD" or tokens[n].tag == "TO" for n in _children(side, number)):
        return None
    speaker = _subject(side, number)
    if speaker is None or _is_dateline(side, speaker):
        return None
    scope = _scope(side, number)
    if not scope:
        return None
    return Voice("speaker", tuple(sorted({speaker, number})), frozenset(scope), speaker, number)


def _subject(side: Side, number: int) -> int | None:
    """The one who says: its own subject, or of a participle ("saying …") that of the clause it hangs on."""
    tokens = side.analysis.tokens
    own = _child(side, number, _SUBJECTS)
    if own is not None:
        if tokens[own].tag in {"WP", "WDT"}:
            return tokens[number].head
        return own if tokens[own].dep == "nsubj" else None
    above = tokens[number].head
    if tokens[number].dep in {"advcl", "conj", "xcomp"} and above != number:
        subject = _child(side, above, _SUBJECTS)
        return subject if subject is not None and _may_speak(side, subject) else None
    if tokens[number].dep == "acl" and tokens[number].tag == "VBG":
        return above
    return None


def _is_dateline(side: Side, number: int) -> bool:
    """Whether a word is the place at the head of a report, which the parser may take for a speaker."""
    token = side.analysis.tokens[number]
    return token.text.isupper() and token.entity in {"GPE", "LOC"} and number <= side.claim.first + 1


def _may_speak(side: Side, number: int) -> bool:
    """Whether a word names somebody, or stands for him."""
    token = side.analysis.tokens[number]
    return token.pos in {"PROPN", "PRON"} or token.entity in _SPEAKERS or token.lemma in _OFFICES


def _scope(side: Side, number: int) -> list[int]:
    """What is said: the complement; of "accuse" the object and what follows; of an inserted clause all around it."""
    tokens = side.analysis.tokens
    if tokens[number].lemma in {"accuse"}:
        parts = [n for n in _children(side, number) if tokens[n].dep in {"dobj", "prep"}]
    else:
        parts = [n for n in _children(side, number) if tokens[n].dep in _CONTENT_OF_SAYING]
    if parts:
        return [n for part in parts for n in side.below(part)]
    inserted = tokens[number].dep == "parataxis" or any(
        tokens[n].lemma == "as" and tokens[n].dep in {"mark", "advmod"} for n in _children(side, number)
    )
    if inserted and tokens[number].dep in {"parataxis", "advcl"}:
        own = set(side.below(number))
        return [n for n in side.below(tokens[number].head) if n not in own]
    return []


def _according(side: Side, number: int) -> Voice | None:
    tokens = side.analysis.tokens
    if tokens[number].lemma not in {"accord", "according"}:
        return None
    below = side.below(number)
    source = next((n for n in below if tokens[n].dep == "pobj"), None)
    clause = _clause(side, number)
    if source is None or clause is None:
        return None
    own = set(below)
    return Voice("speaker", tuple(below), frozenset(n for n in side.below(clause) if n not in own), source, number)


def _clause(side: Side, number: int) -> int | None:
    """The verb of the clause around a word."""
    tokens = side.analysis.tokens
    at = tokens[number].head
    while tokens[at].pos not in {"VERB", "AUX"}:
        if tokens[at].head == at:
            return None
        at = tokens[at].head
    return at


def _hedge(side: Side, number: int) -> Voice | None:
    tokens = side.analysis.tokens
    token = tokens[number]
    if token.pos == "VERB" and token.lemma in _SEEMING:
        return _seeming(side, number)
    word = token.text.lower()
    hedges = (
        (token.pos == "ADV" and word in _HEDGING_ADVERBS)
        or (token.dep == "amod" and word in _HEDGING_ADJECTIVES)
        or (token.tag == "MD" and word in _MAYBE)
    )
    return _hedged(number, side.below(token.head), token.head) if hedges and token.head != number else None


def _seeming(side: Side, number: int) -> Voice | None:
    content = _child(side, number, frozenset({"xcomp", "oprd"}))
    if content is None:
        return None
    subject = _child(side, number, _SUBJECTS)
    about = side.below(subject) if subject is not None else []
    return _hedged(number, [*about, *side.below(content)], content)


def _hedged(number: int, scope: Sequence[int], head: int) -> Voice:
    return Voice("hedge", (number,), frozenset(scope) - {number}, None, head)


def _noun(side: Side, number: int) -> Voice | None:
    """ "The allegation that …", "criticism that …"."""
    tokens = side.analysis.tokens
    if tokens[number].pos != "NOUN" or tokens[number].lemma not in _NOUNS_OF_SAYING:
        return None
    if tokens[number].lemma == "charge" and tokens[tokens[number].head].lemma in _IN_COURT:
        return None
    content = _that_clause(side, number) or _child(side, number, frozenset({"acl", "prep"}))
    if content is None or (tokens[content].dep == "prep" and tokens[content].lemma not in {"of", "about", "over"}):
        return None
    speaker = _child(side, number, frozenset({"poss"}))
    return Voice("speaker", (number,), frozenset(side.below(content)), speaker, number)


def _that_clause(side: Side, number: int) -> int | None:
    """The verb of a clause with "that" which hangs on a noun or follows it at once, however the parser takes it."""
    tokens = side.analysis.tokens
    after = number + 1
    if after < side.claim.last and tokens[after].lemma == "that" and tokens[after].dep == "mark":
        return tokens[after].head
    return next(
        (
            n
            for n in _children(side, number)
            if tokens[n].pos in _VERBAL
            and any(tokens[m].lemma == "that" and tokens[m].dep == "mark" for m in _children(side, n))
        ),
        None,
    )
