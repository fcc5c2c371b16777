"""One quotation in several wordings, shown once: the words that all have, and where they part the words of each."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from markupsafe import Markup

from generator.model.record import Record
from generator.site.pages.inert import inert

MOST_PARTINGS = 3
"""Wordings that part in more places are easier to read one below the other."""

MOST_WORDINGS = 4
"""So are more wordings than these."""

LEAST_SHARED = 0.6
"""So much of the shortest wording all must have, else they are several sentences."""

CUT = "…"
_MARKS = "“”„\"'‘’«»"

Opcode = tuple[str, int, int, int, int]
"""What turns tokens a to b of the first wording into c to d of another (difflib)."""


class Way(Record, frozen=True):
    """Some words, and the numbers (from 1) of the wordings that have them."""

    words: Markup
    wordings: tuple[int, ...]


class Piece(Record, frozen=True):
    """One way where all wordings have the same words, else one for each that differs."""

    ways: tuple[Way, ...]


def merged(texts: Sequence[str]) -> tuple[Piece, ...] | None:
    """The pieces of some wordings in order, None where they are not one sentence with a few other words.

    A word that one of them lacks is shown with the word before it ("should / should not"); where one begins later or
    ends earlier, it is an ellipsis there.
    """
    tokens = [_tokens(text) for text in texts]
    if not 1 < len(texts) <= MOST_WORDINGS or not all(tokens):
        return None
    keys = [_keys(each) for each in tokens]
    codes = [SequenceMatcher(None, keys[0], other, autojunk=False).get_opcodes() for other in keys]
    partings = _joined([place for each in codes for place in _partings(each)])
    shared = len(tokens[0]) - sum(end - start for start, end in partings)
    if not 0 < len(partings) <= MOST_PARTINGS or shared < LEAST_SHARED * min(map(len, tokens)):
        return None
    pieces, told = [], 0
    for start, end in partings:
        if start > told:
            pieces.append(_piece([(tokens[0], keys[0], told, start)]))
        pieces.append(
            _piece([(t, k, _from(c, start), _upto(c, end)) for t, k, c in zip(tokens, keys, codes, strict=True)])
        )
        told = end
    return tuple(pieces if told == len(tokens[0]) else [*pieces, _piece([(tokens[0], keys[0], told, len(tokens[0]))])])


def is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether some words stand in a row in others."""
    size = len(words)
    return any(list(whole[n : n + size]) == list(words) for n in range(len(whole) - size + 1))


def _partings(codes: Sequence[Opcode]) -> list[tuple[int, int]]:
    """The places of the first wording where another parts, a lacking word within the sentence with the one before."""
    _, _, end, _, other_end = codes[-1]
    found = []
    for name, a, b, _, d in codes:
        within = name in ("insert", "delete") and a > 0 and (b, d) != (end, other_end)
        if name != "equal":
            found.append((a - 1 if within else a, b))
    return found


def _joined(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in order; those that touch are one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _from(codes: Sequence[Opcode], place: int) -> int:
    """Where a place of the first wording stands in another, before what that one has there besides."""
    _, a, _, c, _ = next(code for code in codes if code[1] <= place <= code[2])
    return c + place - a


def _upto(codes: Sequence[Opcode], place: int) -> int:
    """Where a place of the first wording stands in another, after what that one has there besides."""
    _, _, b, _, d = next(code for code in reversed(codes) if code[1] <= place <= code[2])
    return d - (b - place)


def _piece(runs: Sequence[tuple[Sequence[str], Sequence[str], int, int]]) -> Piece:
    same: dict[tuple[str, ...], list[int]] = {}
    for number, (_, keys, start, end) in enumerate(runs, 1):
        same.setdefault(tuple(keys[start:end]), []).append(number)
    ways = []
    for numbers in same.values():
        tokens, _, start, end = runs[numbers[0] - 1]
        ways.append(Way(words=inert(" ".join(tokens[start:end]) or CUT), wordings=tuple(numbers)))
    return Piece(ways=tuple(ways))


def _tokens(text: str) -> list[str]:
    return text.strip().strip(_MARKS + ",").split()


def _keys(tokens: Sequence[str]) -> list[str]:
    """The tokens as they are compared: case and punctuation are a printer's, not a speaker's."""
    return [re.sub(r"[^\w%$€£]+", "", token).casefold() or token for token in tokens]
