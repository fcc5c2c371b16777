"""Words that two articles quote of one speaker: each of them tells that he said them.

The stretch shown holds the words that both quote and whom they are quoted of, and nothing else that only one tells.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.language.verbs import SAYING
from generator.model.actors import Quotation
from generator.story.facts.passages import Side, is_content, words
from generator.story.facts.telling import is_told

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STARTS, _ENDS = re.compile(r"[.;:!?—–\"”]"), re.compile(r"[.,;:!?—–\"”]")
_SENTENCES = re.compile(r"[.;!?]\W*\s")
# So many words in a row are no chance; more than the other are no passage to show.
_LEAST, _LONGEST, _TELLING = 7, 40, 3
# So many words in a row are of one utterance, even where the other article's way of naming its speaker was not read.
_SURELY = 12
# So short a part of a name is an initial or a rank.
_SHORT = 2
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_Run = tuple[str, ...]


class Spoken(NamedTuple):
    """Words of one speaker as the first article has them, and the places in which each article tells them."""

    speaker: str
    places: tuple[tuple[str, int, int, int], ...]
    """Article, sentence, start, end."""


class _Quoted(NamedTuple):
    """A direct quotation, its words in lower case, and the body offsets of each."""

    quotation: Quotation
    words: tuple[str, ...]
    at: tuple[tuple[int, int], ...]


def find_spoken(sides: Mapping[str, Side], quotations: Mapping[str, Sequence[Quotation]]) -> Iterator[Spoken]:
    """Each utterance that two or more articles quote alike of one named speaker."""
    quoted = {name: [_read(side, q) for q in quotations.get(name, ()) if _is_said(q)] for name, side in sides.items()}
    runs = _runs(quoted)
    for name, own in quoted.items():
        for one in (o for o in own if o.quotation.speaker):
            near = {id(o): o for run in _runs_of(one) for n, found in runs[run].items() if n != name for o in found}
            for first, last in sorted({_common(sides[name], one, o) for o in near.values()}):
                facing = runs[one.words[first : first + _LEAST]]
                if first < last and len(places := _places(sides, facing, name, one, first, last)) > 1:
                    yield Spoken(one.quotation.speaker or "", tuple(places))


def _runs(quoted: Mapping[str, Sequence[_Quoted]]) -> dict[_Run, dict[str, list[_Quoted]]]:
    """For each run of the fewest words that make an utterance the quotations that have it, by article."""
    found: dict[_Run, dict[str, list[_Quoted]]] = defaultdict(dict)
    for name, own in quoted.items():
        for one in own:
            for run in _runs_of(one):
                found[run].setdefault(name, []).append(one)
    return found


def _runs_of(one: _Quoted) -> set[_Run]:
    return {one.words[n : n + _LEAST] for n in range(len(one.words) - _LEAST + 1)}


def _places(
    sides: Mapping[str, Side], quoted: Mapping[str, Sequence[_Quoted]], name: str, one: _Quoted, first: int, last: int
) -> list[tuple[str, int, int, int]]:
    """Where the articles tell the words: with the speaker's name beside them if the others tell all of that stretch."""
    ours, said = sides[name], one.words[first:last]
    bare = one.at[first][0], one.at[last - 1][1]
    best: list[tuple[str, int, int, int]] = []
    for shown in (_with_speaker(ours, one, *bare), bare):
        if shown is not None and len(ours.body[slice(*shown)].split()) <= _LONGEST:
            found = (_retold(ours, shown, said, sides[n], quoted.get(n, ()), one) for n in sides if n != name)
            places = [(name, one.quotation.sentence, *shown), *(place for place in found if place)]
            best = max(best, places, key=len)
    return best


def _is_said(quotation: Quotation) -> bool:
    return quotation.direct and quotation.speech


def _read(side: Side, quotation: Quotation) -> _Quoted:
    found = [m for start, end in quotation.parts for m in _WORD.finditer(side.body, start, end)]
    return _Quoted(quotation, tuple(m[0].lower().replace("’", "'") for m in found), tuple(m.span() for m in found))


def _common(side: Side, one: _Quoted, other: _Quoted) -> tuple[int, int]:
    """The first and last (exclusive) word of the longest stretch in both, whole between two stops; else (0, 0)."""
    run = SequenceMatcher(None, one.words, other.words, autojunk=False).find_longest_match()
    first, last = run.a, run.a + run.size
    while first < last and first and not _stops(_STARTS, side, one, first):
        first += 1
    while last - first > _LONGEST or (first < last < len(one.words) and not _stops(_ENDS, side, one, last)):
        last -= 1
    least = _LEAST if one.quotation.speaker == other.quotation.speaker else _SURELY
    known = other.quotation.speaker in (None, one.quotation.speaker)
    return (first, last) if known and last - first >= least and _states(side, one, first, last) else (0, 0)


def _states(side: Side, one: _Quoted, first: int, last: int) -> bool:
    """Whether the words are no part of a sentence, and say something with a verb and its subject."""
    tree = side.telling.frames.tree
    span = tree.span(one.at[first][0], one.at[last - 1][1])
    tokens = [side.analysis.tokens[at] for at in span]
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
    of = {t.head for t in tokens if t.dep in _SUBJECTS}
    headed = any(at in of for at in span if tree.tokens[at].head not in span or tree.tokens[at].head == at)
    return finite and headed and tokens[0].dep != "mark" and sum(map(is_content, tokens)) >= _TELLING


def _stops(stop: re.Pattern[str], side: Side, one: _Quoted, number: int) -> bool:
    """Whether a stop stands before a word of a quotation."""
    return bool(stop.search(side.body, one.at[number - 1][1], one.at[number][0]))


def _with_speaker(side: Side, one: _Quoted, start: int, end: int) -> tuple[int, int] | None:
    """The stretch with the speaker's name, and with the marks around the quoted words; None if it is too long."""
    named = one.quotation.speaker_span
    if named is None or not side.names(named):
        return None
    whole = one.quotation.passage
    start = whole.start if one.at[0][0] == start else start
    end = whole.end if one.at[-1][1] == end else end
    first, last = min(start, named[0]), max(end, named[1])
    cue = [t for t in side.analysis.tokens if last <= t.start < last + 12 and t.lemma == one.quotation.cue]
    last = max(last, cue[0].end) if cue and last == named[1] else last
    text = side.body[first:last]
    if named[1] <= start and _SENTENCES.search(side.body, named[1], start):
        return None
    return (first, last) if "\n\n" not in text and len(text.split()) <= _LONGEST else None


def _retold(
    ours: Side, shown: tuple[int, int], said: tuple[str, ...], theirs: Side, quoted: Sequence[_Quoted], one: _Quoted
) -> tuple[str, int, int, int] | None:
    """Where another article quotes the same words of the same speaker and tells all else of the stretch shown."""
    for other in quoted:
        if other.quotation.speaker not in (None, one.quotation.speaker):
            continue
        unread = other.quotation.speaker is None
        if unread and (len(said) < _SURELY or not _has_speaker(theirs, one) or _is_anothers(theirs, other, one)):
            continue
        starts = [n for n in range(len(other.words)) if other.words[n : n + len(said)] == said]
        if not starts:
            continue
        start, end = other.at[starts[0]][0], other.at[starts[0] + len(said) - 1][1]
        named = other.quotation.speaker_span or (start, end)
        near = theirs.sentences_of(min(start, named[0]), max(end, named[1]))
        told = words(theirs, near)
        beside = [at for at in ours.telling.frames.tree.span(*shown) if not _is_quoted(ours, at, one)]
        if all(_is_attribution(ours, at) or is_told(theirs, told, ours, at) for at in beside):
            return theirs.article, other.quotation.sentence, *(_with_speaker(theirs, other, start, end) or (start, end))
    return None


def _has_speaker(side: Side, one: _Quoted) -> bool:
    """Whether an article names the speaker at all: his office alone, or the ministry, is not he."""
    speaker = one.quotation.speaker or ""
    names = (part for part in speaker.split("-") if len(part) > _SHORT)
    return speaker in side.words.actors or any(name in side.words.lemmas for name in names)


def _is_anothers(side: Side, other: _Quoted, one: _Quoted) -> bool:
    """Whether around a quotation somebody else speaks by name, and who speaks in the one does not stand there."""
    last = side.analysis.sentence_at(other.at[-1][0]) or other.quotation.sentence
    around = range(max(0, other.quotation.sentence - 1), min(last + 2, len(side.told)))
    if any(one.quotation.speaker in side.told[n].actors for n in around):
        return False
    saying = [frame for n in around for frame in side.frames_of(n) if frame.predicate in SAYING]
    doers = [slot.head for frame in saying if (slot := frame.slot("doer"))]
    return any(side.analysis.tokens[at].pos == "PROPN" for at in doers)


def _is_quoted(side: Side, at: int, one: _Quoted) -> bool:
    token = side.analysis.tokens[at]
    return any(start <= token.start < end for start, end in one.quotation.parts)


def _is_attribution(side: Side, at: int) -> bool:
    token = side.analysis.tokens[at]
    return not is_content(token) or token.lemma in SAYING
