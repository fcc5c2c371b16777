"""Mentions that are part of a longer capitalised name: such a part is no actor of its own."""

import re
from collections.abc import Mapping, Sequence

from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import PARTY_MEMBERS, Candidate
from generator.account.actors.dress import is_of_several
from generator.account.actors.gazetteer import country_names, known_bodies, place_names
from generator.account.actors.lexicon import (
    COURTESY,
    OCCUPATIONS,
    OFFICES,
    ORG_HEADS,
    STATE_HEADS,
    THING_HEADS,
    TIME_WORDS,
)
from generator.language.lexicon import word_class
from generator.matching.names import SMALL_WORDS, fold
from generator.matching.rarity import is_common

# What goes on in capitals after a name, and what has begun so before it, inside a sentence.
_AFTER = re.compile(r"(?:[ -](?:[A-Z]\w{0,3}\.|[A-Z][\w’'-]*))+")
_BEFORE = re.compile(r"[a-z,;:] (?P<words>(?:(?:[A-Z]\w{0,2}\.|[A-Z][\w-]*)[ -])+)$")
# "Children’s [Hospital Medical Center]": a hospital of children, not of somebody.
_OF_SOME = re.compile(r"\b([A-Z][a-z]+)(?:’s|'s|s’|s') $")
# "Roth Youth and [Community Center]".
_JOINED_BY_AND = re.compile(r"\b[A-Z]\w+ (?:and|&) $")
# "[Agency]-Ruritania", "[League for Co]-operation", "Mar-a-[Lago Club]", "[Cup League] 2".
_JOINED_AFTER, _JOINED_BEFORE, _NUMBERED = (
    re.compile(rf"[-–](?:[A-Z]|(?!(?:{'|'.join(sorted(word_class('compounding')))}|[a-z]+ed)\b)[a-z])"),
    re.compile(r"\w[-–]$"),
    re.compile(r" \d+\b(?![%.,]\d)"),
)
_NO_DAY = rf"(?!(?i:{'|'.join(sorted(map(re.escape, TIME_WORDS)))})\b)"
# "[House Committee] on Bridges", "[Senate Bridge Services] subcommittee", "[Court of Appeals] for the 3rd Circuit";
# "[Committee on Roads], Bridges and Canals".
_GOES_ON = re.compile(
    rf"(?<=[Cc]ommittee) (?:on|for) (?:the )?{_NO_DAY}[A-Z]"
    r"|(?<![Cc]ommittee)(?: and(?: [A-Z]\w+){1,3})? (?:sub|Sub)?(?:committee|Committees)\b"
    r"|(?<=Services) (?:panel|Chair)"
    r"|(?<=Court|peals) for the (?:\d+\w+|[A-Z][\w ]{,40}) (?:Circuit|District)\b"
)
_LISTED = re.compile(r", (?:[A-Z]\w+,? )+(?:and|&) [A-Z]")
# "[HCA] 702" is a paragraph of a law; "HCA 300 ships" is none.
_LAW = re.compile(r" \d{3}\b(?![%.,]\d)(?! [a-z]{3,}s\b)")
# "Centers for Roads and [Bridge Services]", "House Roads and [Bridge Safety Committee]".
_OF_SEVERAL = re.compile(r"(?:[A-Z][a-z]+ for (?:the )?[A-Z]\w+|\b(?:House|Senate)(?: [\w,]+){1,4}) (?:and|&) $")
_REACH = 60
# "Utah-based" ends before the name.
_MODIFIER = re.compile(r"-[a-z]+ed\b")
_NUMBERED_ONES = ORG_HEADS | THING_HEADS | word_class("anybodys")
_OWNING = ORG_HEADS | STATE_HEADS | OFFICES
_CALLED = OFFICES | COURTESY | OCCUPATIONS | PARTY_MEMBERS


def without_torn(draft: Draft, texts: Mapping[str, str]) -> None:
    """Take from a body or place its mentions in articles where every one is part of a longer capitalised name.

    "Defensive Team" of "All-Defensive Team", "Kansas" of "the Kansas City Chiefs".
    """
    if draft.kind not in {"organisation", "state body", "place", "group"}:
        return
    torn = _is_half if draft.kind == "state body" else _is_torn
    whole: set[tuple[str, str]] = set()
    for candidate, _ in draft.mentions:
        form = candidate.article, candidate.key
        if form not in whole and not torn(candidate, texts[candidate.article]):
            whole.add(form)
    kept = [m for m in draft.mentions if (m[0].article, m[0].key) in whole]
    name = fold(draft.name)
    lost = any(c.key == name for c, _ in draft.mentions) and all(c.key != name for c, _ in kept)
    draft.mentions = [] if lost else kept


def _is_torn(candidate: Candidate, body: str) -> bool:
    """Whether the run of capitalised words around a mention goes on and tells of no other name or office."""
    if _is_half(candidate, body):
        return True
    if candidate.key in known_bodies():
        return False
    owner = _OF_SOME.search(body, max(0, candidate.start - _REACH), candidate.start)
    if owner is not None and (is_common(owner[1].lower())):
        key = fold(owner[1])
        if key not in _OWNING and key not in country_names():
            return True
    words = candidate.key.split()
    generic = len(words) > 1 and words[-1] in ORG_HEADS and all(is_common(w) or w in ORG_HEADS for w in words)
    if (
        generic
        and candidate.key not in place_names()
        and _JOINED_BY_AND.search(body, max(0, candidate.start - _REACH), candidate.start)
    ):
        return True
    before = _BEFORE.search(body, max(0, candidate.start - _REACH), candidate.start)
    after = _AFTER.match(body, candidate.end) if not candidate.text.endswith(".") else None
    following = _words(after[0]) if after is not None else []
    if following and fold(following[0]) in TIME_WORDS and is_common(candidate.key):
        # "Super Tuesday".
        return True
    return (before is not None and _belongs(_words(before["words"])[::-1])) or (bool(following) and _belongs(following))


def _is_half(candidate: Candidate, body: str) -> bool:
    """Whether a hyphen joins a name to more, small words go on with it, or a number tells one of several of it."""
    if candidate.text.isupper() and _LAW.match(body, candidate.end):
        return True
    known = known_bodies().get(candidate.key)
    if candidate.key in country_names() or (known is not None and known.kind == "state body"):
        return False
    if (
        known is None
        and body[candidate.start - 1 : candidate.start] == "/"
        and candidate.key.split()[0] in known_bodies()
    ):
        # "Ada Roth/[Agency People]" is whose picture it is, and other text.
        return True
    numbered = candidate.key.split()[-1] in _NUMBERED_ONES and _NUMBERED.match(body, candidate.end)
    joined = _JOINED_AFTER.match(body, candidate.end) or _JOINED_BEFORE.search(
        body, max(0, candidate.start - 2), candidate.start
    )
    goes_on = known is None and _GOES_ON.match(body, candidate.end)
    listed = " on " in candidate.text and _LISTED.match(body, candidate.end)
    several = _OF_SEVERAL.search(body, max(0, candidate.start - _REACH), candidate.start)
    return bool(numbered or joined or goes_on or listed or several)


def _words(run: str) -> list[str]:
    return [word.strip("’'") for word in re.split("[ -]", _MODIFIER.sub(" the", run)) if word]


def _belongs(words: Sequence[str]) -> bool:
    """Whether words beside a name, the nearest first, are part of it: no office or country, no day."""
    told = any(w.endswith(".") or (w.casefold() in _CALLED and not is_of_several(w)) for w in words)
    nearest = fold(words[0])
    known = nearest in country_names() or nearest in known_bodies()
    return not told and not known and nearest not in SMALL_WORDS and nearest not in TIME_WORDS
