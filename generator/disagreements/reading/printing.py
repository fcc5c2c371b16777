"""Short whole phrases of a sentence, fit for a table cell: a verb with what it needs, a noun with its qualifiers.

A shared vocabulary of pure functions on one side of a comparison.
"""

import re
from collections.abc import Sequence

from generator.disagreements.reading.contrast import View
from generator.disagreements.reading.side import Side, Span
from generator.language.lexicon import listed

MOST_WORDS = 9
_WORD = re.compile(r"\w+(?:['’.]\w+)*")
_LOOSE_FIRST = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ"})
_LOOSE_LAST = frozenset({"PUNCT", "SPACE", "DET", "ADP", "CCONJ", "SCONJ", "AUX"})
_STOPS = frozenset({",", ";", ":", "—", "–", "--", "―", "(", ")", "[", "]", "“", "”", '"', "…", "..."})
_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "nummod", "poss", "case", "punct", "quantmod"})
# A verb that takes the other as its complement: "plans to meet", "refused to say".
_CHAINED = frozenset({"xcomp"})
# What a word of this kind may not be cut off from.
_NEEDS = {
    "ADP": frozenset({"pobj", "pcomp"}),
    "SCONJ": frozenset({"pobj", "pcomp"}),
    "VERB": frozenset({"prt", "dobj", "ccomp", "xcomp"}),
    "AUX": frozenset({"attr", "acomp"}),
}
_NO_SUBJECT = listed(
    """day week month year hour minute time morning afternoon evening night weekend today yesterday monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august september october november
    december percent number lot mr. mrs. ms. sen. rep. reps. gov. dr. one thing way people part member man woman fact
    side place kind statement spokesman spokeswoman"""
)
_NO_HEAD = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod"})
_SUBJECT_WORDS = 5
_LEAD_WORDS = 6
_NAME_WORTH = 0.5
_LONE_WORTH = 0.7


def words_in(side: Side, first: int, last: int) -> int:
    """The number of words from token `first` to token `last`."""
    tokens = side.analysis.tokens
    return len(_WORD.findall(side.words((tokens[first].start, tokens[last].end))))


def verb_phrase(side: Side, number: int, most: int = MOST_WORDS, since: int | None = None) -> Span:
    """The verb with its auxiliaries, the verbs it completes ("plans to …") and as much after it as makes a whole.

    A noun of action is taken with its qualifiers and what hangs on it, up to a clause. The phrase begins with token
    `since`, where that is near.
    """
    tokens = side.analysis.tokens
    is_noun = tokens[number].pos in {"NOUN", "PROPN"}
    first = _first_of_noun(side, number, most) if is_noun else _first_of_verb(side, number)
    if since is not None and since < first and words_in(side, since, number) <= _LEAD_WORDS:
        first = since
    last = number
    below = set(side.below(number))
    for end in range(number, side.claim.last):
        if end not in below or tokens[end].text in _STOPS or words_in(side, first, end) > most:
            break
        if is_noun and tokens[end].dep in {"acl", "relcl"}:
            break
        if _is_whole(side, first, end, max(below)):
            last = end
    return _span(side, first, last)


def _first_of_verb(side: Side, number: int) -> int:
    """The first token of the verb group, with governing verbs right before it, without a subject between."""
    tokens = side.analysis.tokens
    first = number
    top = number
    while first - 1 >= side.claim.first:
        before = tokens[first - 1]
        if before.head == top and before.dep in _BEFORE_VERB and before.pos != "PUNCT":
            first -= 1
        elif first - 1 == tokens[top].head and tokens[top].dep in _CHAINED and number - first < MOST_WORDS // 2:
            first -= 1
            top = first
        else:
            break
    while first < number and tokens[first].text.lower() == "to":
        first += 1
    return first


def _is_whole(side: Side, first: int, last: int, end: int) -> bool:
    """Whether a phrase that goes on to `end` may stop here: no word waits for one behind it."""
    tokens = side.analysis.tokens
    token = tokens[last]
    if token.pos in _LOOSE_LAST or token.text in {"-", "'", "’"} or token.tag in {"POS", "TO"}:
        return False
    if any(last < tokens[n].head <= end and tokens[n].dep != "punct" for n in range(first, last + 1)):
        return False
    if last + 1 < side.claim.last:
        after = tokens[last + 1]
        if after.start == token.end and (after.text[0] in "-/'’" or after.tag == "POS"):
            return False
        if after.dep == "prt" and after.head == last:
            return False
    return not any(_waits(side, n, last) for n in range(first, last + 1))


def _waits(side: Side, number: int, last: int) -> bool:
    """Whether a preposition has its object, or a verb its particle, beyond `last`."""
    tokens = side.analysis.tokens
    needs = _NEEDS.get(tokens[number].pos, frozenset())
    parts = [n for n in side.below(number) if tokens[n].head == number and tokens[n].dep in needs]
    # With its object a verb may stand without a clause that follows ("paid the fee | to enter").
    return any(n > last for n in parts) and not any(tokens[n].dep == "dobj" and number < n <= last for n in parts)


def noun_phrase(side: Side, number: int, most: int = _SUBJECT_WORDS) -> Span:
    """The noun with the unbroken run of its own qualifiers before it."""
    return _span(side, _first_of_noun(side, number, most), number)


def _first_of_noun(side: Side, number: int, most: int) -> int:
    tokens = side.analysis.tokens
    first = number
    below = set(side.below(number))
    while first - 1 in below and tokens[first - 1].dep in _BEFORE_NOUN and tokens[first - 1].text not in _STOPS:
        if words_in(side, first - 1, number) > most:
            break
        first -= 1
    while first - 1 >= side.claim.first and _one_name(side, first) and words_in(side, first - 1, number) <= most:
        first -= 1
    while first < number and (tokens[first].tag in {"POS", "PRP$", "HYPH"} or tokens[first].pos in {"PUNCT", "PART"}):
        first += 1
    return first


def _one_name(side: Side, number: int) -> bool:
    """Whether the word before belongs to the same name."""
    token = side.analysis.tokens[number]
    return token.pos in {"PROPN", "ADP"} and bool(token.entity) and not token.entity_start


def _span(side: Side, first: int, last: int) -> Span:
    tokens = side.analysis.tokens
    while first < last and tokens[first].pos in _LOOSE_FIRST:
        first += 1
    return tokens[first].start, tokens[last].end


def phrase_between(side: Side, first: int, last: int) -> Span:
    """From one token to another, stripped of loose ends."""
    tokens = side.analysis.tokens
    while last > first and tokens[last].pos in _LOOSE_LAST:
        last -= 1
    return _span(side, first, last)


def subject_of(view: View, shared: Sequence[int]) -> str:
    """What two propositions speak of: the weightiest noun phrase of the first side among the aligned words.

    Failing that, among all aligned words; "" when none could name a subject. The same whichever side comes first.
    """
    return _subject_among(view, shared) or _subject_among(view, sorted(view.alignment.there))


def _subject_among(view: View, shared: Sequence[int]) -> str:
    there = view.alignment.there
    found = []
    for number in shared:
        for side, at in ((view.one, number), (view.other, there[number])):
            if (worth := _worth(view, side, at)) > 0:
                text = side.words(noun_phrase(side, at))
                found.append((worth, -len(text), text))
    return max(found)[2] if found else ""


def _worth(view: View, side: Side, number: int) -> float:
    token = side.analysis.tokens[number]
    if token.pos not in {"NOUN", "PROPN"} or token.dep in _NO_HEAD or token.lemma.lower() in _NO_SUBJECT:
        return 0.0
    if token.entity in {"DATE", "TIME", "CARDINAL"}:
        return 0.0
    start, _ = noun_phrase(side, number)
    lone = _LONE_WORTH if start == token.start else 1.0
    named = _NAME_WORTH if token.pos == "PROPN" else 1.0
    return view.weights.get(token.lemma, 0.0) * lone * named
