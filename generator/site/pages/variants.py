"""One quotation in two wordings, shown once: the words that both have, and where they part the words of each."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from markupsafe import Markup

from generator.model.record import Record
from generator.site.pages.inert import inert

MOST_PARTINGS = 3
"""Two wordings that part in more places are easier to read one below the other."""

LEAST_SHARED = 0.6
"""So much of the shorter wording both must have, else they are two sentences."""

CUT = "…"
_MARKS = "“”„\"'‘’«»"


class Piece(Record, frozen=True):
    """Words that both wordings have, or the `first` one's and the `second` one's, which is then not empty."""

    first: Markup
    second: Markup = Markup()


def merged(first: str, second: str) -> tuple[Piece, ...] | None:
    """The pieces of two wordings in order, None where they are not one sentence with a few other words.

    A word that one of them lacks is shown with the word before it ("should / should not"); where one begins later or
    ends earlier, it is an ellipsis there.
    """
    ours, theirs = _tokens(first), _tokens(second)
    blocks = _widened(SequenceMatcher(None, _keys(ours), _keys(theirs), autojunk=False).get_opcodes())
    partings = sum(not same for same, *_ in blocks)
    shared = sum(high - low for same, low, high, _, _ in blocks if same)
    if not 0 < partings <= MOST_PARTINGS or shared < LEAST_SHARED * min(len(ours), len(theirs)):
        return None
    return tuple(
        Piece(first=_text(ours[a:b])) if same else Piece(first=_text(ours[a:b]), second=_text(theirs[c:d]))
        for same, a, b, c, d in blocks
    )


def is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether some words stand in a row in others."""
    size = len(words)
    return any(list(whole[n : n + size]) == list(words) for n in range(len(whole) - size + 1))


_Block = tuple[bool, int, int, int, int]


def _widened(codes: Sequence[tuple[str, int, int, int, int]]) -> list[_Block]:
    """The runs of tokens that are the same or not, each that one lacks within the sentence with the token before."""
    blocks: list[list[int]] = []
    for name, *place in codes:
        a, b, c, d = place
        if name in ("insert", "delete") and blocks and (b, d) != (codes[-1][2], codes[-1][4]):
            blocks[-1][2] -= 1
            blocks[-1][4] -= 1
            a, c = a - 1, c - 1
        blocks.append([name == "equal", a, b, c, d])
    kept = [block for block in blocks if block[2] > block[1] or block[4] > block[3]]
    found: list[_Block] = []
    for same, group in groupby(kept, key=lambda block: bool(block[0])):
        run = list(group)
        found.append((same, run[0][1], run[-1][2], run[0][3], run[-1][4]))
    return found


def _tokens(text: str) -> list[str]:
    return text.strip().strip(_MARKS + ",").split()


def _keys(tokens: Sequence[str]) -> list[str]:
    """The tokens as they are compared: case and punctuation are a printer's, not a speaker's."""
    return [re.sub(r"[^\w%$€£]+", "", token).casefold() or token for token in tokens]


def _text(tokens: Sequence[str]) -> Markup:
    return inert(" ".join(tokens) or CUT)
