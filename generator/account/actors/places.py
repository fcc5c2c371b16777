"""Capitals: the government that sits there, or the town itself."""

import re

from generator.account.actors.candidates import Candidate
from generator.account.actors.lexicon import PLACE_HEADS
from generator.account.actors.quoted import paragraph_start
from generator.language.lexicon import word_class
from generator.model.analysis import Analysis, Token

_AT_PLACE = word_class("at_place")
_MOVING = frozenset(word_class("moving"))
_GOING = word_class("going")
_TOWN_THINGS = PLACE_HEADS | frozenset(word_class("town_things"))


# Where an article was filed, and by whom: "ROME (Agency) - ", "Springfield, Ill. (Agency) — ", "LAHORE: ".
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][A-Za-z. ]{1,20})?(?: \([^()]{1,40}\))?"
    r"|[A-Z][\w.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20})? \([A-Z][^()]{1,40}\))\s?(?:—|–|―|--|-|:)\s"
)


def speaks_for_government(candidate: Candidate, analysis: Analysis, body: str) -> bool:
    """Whether a capital's name stands for the government: by its verb, preposition or possession."""
    tokens = analysis.tokens
    last = tokens[candidate.last - 1]
    after = body[candidate.end : candidate.end + 2]
    if after == ", " and _region_follows(candidate, tokens):
        return False
    if "-" in {after[:1], body[candidate.start - 1 : candidate.start]}:
        return True
    if after in {"’s", "'s"}:
        return tokens[last.head].lemma not in _TOWN_THINGS
    if _acts(last, tokens):
        return True
    return _as_object(candidate, last, tokens)


def _as_object(candidate: Candidate, last: Token, tokens: tuple[Token, ...]) -> bool:
    before = tokens[candidate.first - 1].word if candidate.first else ""
    head = tokens[last.head]
    if before in _AT_PLACE:
        return False
    if before in word_class("as_object"):
        governor = tokens[head.head]
        return before != "into" and governor.lemma not in _MOVING and governor.pos != "PROPN"
    if last.dep in {"dobj", "obj"}:
        return head.lemma not in _GOING
    if last.dep == "conj":
        return _as_conjunct(head, tokens)
    return last.dep in {"pobj", "dative", "oprd"}


def _as_conjunct(first: Token, tokens: tuple[Token, ...]) -> bool:
    """ "between Paris and Rome", "Paris and Rome agreed": as the first of the two."""
    governor = tokens[first.head]
    if first.dep in {"nsubj", "nsubjpass"}:
        return True
    return first.dep == "pobj" and governor.word not in _AT_PLACE | {"to", "from"}


def _acts(last: Token, tokens: tuple[Token, ...]) -> bool:
    if last.dep == "nsubj":
        return True
    return last.dep in {"nsubjpass", "agent"} and tokens[last.head].lemma not in _GOING


def is_in_dateline(candidate: Candidate, analysis: Analysis, body: str) -> bool:
    """Whether a name stands in the line that opens a paragraph to say where and by whom the article was filed."""
    start = paragraph_start(analysis, candidate.sentence)
    if candidate.start > start + _LONGEST_DATELINE:
        return False
    line = _DATELINE.match(body, start)
    return line is not None and candidate.end <= line.end()


_LONGEST_DATELINE = 100


def _region_follows(candidate: Candidate, tokens: tuple[Token, ...]) -> bool:
    after = tokens[candidate.last + 1 : candidate.last + 2]
    return bool(after) and after[0].entity in {"GPE", "LOC"}
