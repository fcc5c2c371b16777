"""A different reason, purpose or intent given for one thing.

Reasons are read off their form: clauses and phrases of cause, purpose, ground and occasion (Quirk et al. 1985, chapters
8 and 15).
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

from generator.disagreements.reading.act_pairs import ActPair, subject
from generator.disagreements.reading.acts import children
from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.reading.side import Side, Span
from generator.disagreements.reading.whole import phrase
from generator.language.lexicon import REPORTING, listed
from generator.matching.embedding import word_likeness
from generator.model.analysis import Token

_BECAUSE = listed("because lest")
# Conjunctions and prepositions of time that as often give the occasion or the ground.
_OCCASIONS = listed("after following amid over given since")
# Verbs whose participle opens a ground: "citing its cost", "hoping to win them over".
_ARGUING = listed(
    """argue assert blame call cite claim complain contend describe explain fear hope insist intend invoke say seek
    suggest try want warn"""
)
_DESIGNED = listed("aim design intend mean")
# Nouns that with a preposition before them make one of purpose or occasion: "in response to", "as part of".
_FRAMES = {
    "in": listed("response reaction effort attempt bid light protest retaliation hope order deference"),
    "as": listed("part way result reward punishment"),
    "out": listed("concern desire fear hope respect loyalty frustration anger spite wish need"),
    "on": listed("ground"),
    "with": listed("aim goal intention purpose hope view"),
    "for": listed("purpose reason sake fear"),
}
# Verbs that answer a deed: what they are done for is their ground.
_ANSWERING = listed(
    """apologize arrest attack blame charge chide condemn convict criticize denounce dismiss fault fine fire impeach
    indict jail praise prosecute punish rebuke reprimand sack sue suspend thank"""
)
# What they are for is what is asked or looked for.
_ASKING = listed("account advocate allow argue ask call campaign hope lobby look plead press push vote wait work")
# Their infinitive tells what is asked, wanted or begun, not what for.
_CONTROL = listed(
    """advise agree aim allow appear ask attempt authorize ban begin call cause choose compel continue convince decide
    decline demand direct enable encourage expect fail forbid force get go have help hope instruct intend invite lead
    leave let like live love manage need offer order permit persuade plan pledge prepare pressure promise propose prove
    push refuse remind require say schedule seek seem set start tell tend threaten try urge vow vote want warn wish"""
)
# Nouns whose infinitive says what they are: a plan to do it, a right to do it.
_CONTENT_NOUNS = listed(
    """ability agreement ambition attempt authority bid call campaign chance choice commitment decision demand desire
    duty effort failure freedom goal hope inability intention invitation need obligation offer opportunity option order
    pact permission plan pledge plot possibility power pressure promise proposal push readiness refusal request
    responsibility right struggle tendency threat time vote vow way willingness wish"""
)
_CONTENT = frozenset({"ccomp", "xcomp", "dobj", "oprd"})
_CHAINED = frozenset({"ccomp", "xcomp"})
_SPANS = listed("course objection time while")
_TIMES = frozenset({"DATE", "TIME"})
_LEAST_UNLIKE = 0.5
# The cosine from which two phrases of a few words mostly say one thing.
_ALIKE = 0.5
_LEAST_STRENGTH = 0.4


class Ground(NamedTuple):
    """A reason or purpose given for an act.

    `plain`, 0 to 1, says how plainly its form shows that it is one; `hosts` are the verbs that it may be given for.
    `widest` are the tokens to print, with what a parser tore off the beginning.
    """

    numbers: list[int]
    plain: float
    hosts: frozenset[int]
    widest: list[int]


def contrast(view: View) -> Contrast | None:
    """The clearest pair of unlike reasons, purposes or occasions that the two claims give for one act, or None."""
    grounds = list(_grounds(view.one)), list(_grounds(view.other))
    if not all(grounds):
        return None
    pair = ActPair(view)
    found = [
        told
        for ground in grounds[0]
        for back in grounds[1]
        if (unlike := _unlike(pair, ground, back)) >= _LEAST_UNLIKE and (told := _told(pair, ground, back, unlike))
    ]
    return max(found, key=lambda c: (c.strength, -c.one[0] - c.other[0]), default=None)


def _unlike(pair: ActPair, ground: Ground, back: Ground) -> float:
    """How unlike two grounds are, 0 to 1; 0 for those that mean alike as a whole."""
    unlike = pair.unlike(ground.numbers, back.numbers)
    if unlike < _LEAST_UNLIKE:
        return 0.0
    texts = (_text(side, of) for side, of in ((pair.view.one, ground), (pair.view.other, back)))
    return unlike if word_likeness(*texts) < _ALIKE else 0.0


def _text(side: Side, ground: Ground) -> str:
    tokens = side.analysis.tokens
    return " ".join(tokens[n].text for n in ground.numbers)


def _told(pair: ActPair, ground: Ground, back: Ground, unlike: float) -> Contrast | None:
    """The contrast of two grounds, if one act can be told for which both are given."""
    view, without = pair.view, (ground.numbers, back.numbers)
    acts = [act for act in pair.acts[0] if act.head in ground.hosts]
    others = [there for there in pair.acts[1] if there.head in back.hosts]
    found = [(pair.oneness(a, b, without, once=True), -a.head, -b.head, a, b) for a in acts for b in others]
    if not found:
        return None
    one, *_, act, there = max(found, key=lambda each: each[:3])
    strength = math.sqrt(one * unlike * min(ground.plain, back.plain))
    spans = _printed(view.one, ground), _printed(view.other, back)
    about = subject(pair, act, there, without)
    if strength < _LEAST_STRENGTH or not spans[0] or not spans[1] or not about:
        return None
    return Contrast(
        kind="cause",
        strength=strength,
        one=spans[0],
        other=spans[1],
        subject=about,
        reason=f"On {about}, one gives as its reason or purpose “{view.one.words(spans[0])}”, "
        f"the other “{view.other.words(spans[1])}”.",
    )


def _printed(side: Side, ground: Ground) -> Span | None:
    """The place of the reason, with what a parser tore off its beginning where there is room for it."""
    tokens = side.analysis.tokens
    whole = phrase(side, ground.widest, least=2)
    if whole and whole[1] >= tokens[ground.numbers[-1]].end:
        return whole
    return phrase(side, ground.numbers, least=2)


def _grounds(side: Side) -> Iterator[Ground]:
    """The reasons that hang on the verbs of a claim, or on a noun inside what hangs on one."""
    joined: list[int] = []
    for child, token in side.tokens():
        plain = _plain(side, token.head, child) if token.head in side.numbers else 0.0
        if plain:
            numbers = _with_next(side, child)
            joined = numbers if set(numbers) - set(side.below(child)) else joined
            if len(numbers) > 1:
                widest = joined if set(numbers) <= set(joined) else numbers
                yield Ground(numbers, plain, _hosts(side, token.head), widest)


def _with_next(side: Side, child: int) -> list[int]:
    """The phrase or clause with the phrase right after it, which a parser may have hung beside it."""
    tokens = side.analysis.tokens
    numbers = [n for n in side.below(child) if tokens[n].pos != "SPACE"]
    after = numbers[-1] + 1
    if _is_phrase(tokens[child]) and after in side.numbers and tokens[after].dep == "prep":
        return [*numbers, *side.below(after)] if tokens[after].head == tokens[child].head else numbers
    return numbers


def _hosts(side: Side, head: int) -> frozenset[int]:
    """The verbs that a reason may be meant for: a parser errs by a verb or two here."""
    tokens = side.analysis.tokens
    found, at = {head}, head
    while tokens[at].head != at and tokens[at].head in side.numbers:
        verbs = sum(tokens[n].pos == "VERB" for n in found)
        if verbs > 1 and tokens[at].dep not in _CHAINED:
            break
        at = tokens[at].head
        found.add(at)
    found = {n for n in found if n == head or tokens[n].lemma not in REPORTING}
    waiting = [head]
    while waiting:
        inner = [n for n in children(side, waiting.pop()) if tokens[n].dep in _CHAINED and tokens[n].pos == "VERB"]
        found.update(inner)
        waiting.extend(inner)
    return frozenset(found)


def _plain(side: Side, verb: int, child: int) -> float:
    """How plainly what hangs on the verb is a reason, 0 for what is none."""
    token, above = side.analysis.tokens[child], side.analysis.tokens[verb]
    if token.dep == "acl" and _opens_with_to(side, child) and not _is_passive(side, child):
        return 0.7 if above.lemma not in _CONTENT_NOUNS else 0.0
    if above.pos != "VERB":
        return _plain_frame(side, child) if _is_phrase(token) else 0.0
    if token.dep == "advcl":
        return _plain_clause(side, child)
    if token.dep == "xcomp" and _opens_with_to(side, child):
        return 0.7 if above.lemma not in _CONTROL else 0.0
    return _plain_phrase(side, verb, child) if _is_phrase(token) else 0.0


def _is_passive(side: Side, verb: int) -> bool:
    return any(side.analysis.tokens[n].dep == "auxpass" for n in children(side, verb))


def _is_phrase(token: Token) -> bool:
    """Whether a phrase hangs on a preposition; "due to" opens with an adjective."""
    return token.dep == "prep" or token.lemma == "due"


def _plain_clause(side: Side, verb: int) -> float:
    tokens = side.analysis.tokens
    token = tokens[verb]
    marks = {tokens[n].lemma.casefold() for n in children(side, verb) if n < verb and tokens[n].dep == "mark"}
    if marks & _BECAUSE:
        return 1.0
    if _opens_with_to(side, verb):
        return 0.0 if _is_controlled(side, token.head) else 0.9
    if marks & _OCCASIONS:
        return 0.7
    argues = token.tag == "VBG" and token.lemma in _ARGUING and tokens[token.head].lemma not in REPORTING
    argues = argues and any(tokens[n].dep in _CONTENT for n in children(side, verb))
    participle = argues or (token.tag == "VBN" and token.lemma in _DESIGNED)
    return 0.8 if participle and not marks else 0.0


def _is_controlled(side: Side, verb: int) -> bool:
    """Whether a verb's infinitive tells what is asked or decided, for it has no object: "voted on Monday to close"."""
    tokens = side.analysis.tokens
    return tokens[verb].lemma in _CONTROL and not any(tokens[n].dep == "dobj" for n in children(side, verb))


def _opens_with_to(side: Side, verb: int) -> bool:
    return any(side.analysis.tokens[n].tag == "TO" for n in children(side, verb) if n < verb)


def _plain_phrase(side: Side, verb: int, preposition: int) -> float:
    tokens = side.analysis.tokens
    word = tokens[preposition].lemma.casefold()
    fillers = children(side, preposition)
    if any(tokens[n].entity in _TIMES or tokens[n].pos == "NUM" or tokens[n].lemma in _SPANS for n in fillers):
        return 0.0
    doing = any(tokens[n].dep == "pcomp" and tokens[n].tag == "VBG" for n in fillers)
    if framed := _plain_frame(side, preposition):
        return framed
    if word == "for" and ((doing and tokens[verb].lemma not in _ASKING) or tokens[verb].lemma in _ANSWERING):
        return 0.9
    return 0.7 if word in _OCCASIONS or (word == "by" and doing) else 0.0


def _plain_frame(side: Side, preposition: int) -> float:
    """1 for a phrase of words that name a reason wherever it hangs: "due to", "in response to"."""
    tokens = side.analysis.tokens
    word = tokens[preposition].lemma.casefold()
    fillers = children(side, preposition)
    nouns = {tokens[n].lemma for n in fillers}
    nouns |= {tokens[m].lemma for n in fillers if tokens[n].dep == "prep" for m in children(side, n)}
    return 1.0 if word in {"because", "due"} or nouns & _FRAMES.get(word, frozenset()) else 0.0
