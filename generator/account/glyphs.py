"""Where a quotation mark opens and where it closes: one paragraph's characters, no grammar."""

import re
from collections.abc import Iterator, Mapping

# Opening mark to its closing ones: English double and single, low German ones, guillemets, and typewriter pairs.
PAIRS: Mapping[str, str | tuple[str, ...]] = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    '"': '"”',
    "'": "'’",
    "``": ("''", "’’", '"', "”"),
}
DOUBLE = frozenset({"“", "„", "«", "»", '"', "``"})
_MARK = re.compile(r"``|''|’’|[“”„«»‹›‘’‚\"']")
# Two single marks close what a double one opened.
_PAIRED = frozenset({"''", "’’"})
# Words that begin with an apostrophe in any English text; a mark before them opens nothing.
_ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|bout|round|n|neath|cuz|tween|twixt|kay)\b", re.I)
_NO_WORD_BEFORE = re.compile(r"[\s(\[{—–―\-/“‘\"'«‹„‚]|^$")
_STRAIGHT = frozenset({'"', "“", "”"})
_ENDS_PHRASE = frozenset(",.?!…—;:")


def marks(body: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Every quotation mark or apostrophe with its place."""
    for found in _MARK.finditer(body, start, end):
        yield found.start(), found[0]


def opening(body: str, start: int, end: int) -> tuple[int, str] | None:
    """The place of the first mark that opens, and what it stands for; None without one."""
    for at, mark in marks(body, start, end):
        kind = "“" if mark == "”" and _wrong_way(body, at) else mark
        if kind in PAIRS and _can_open(body, at, mark):
            return at, kind
    return None


def _wrong_way(body: str, at: int) -> bool:
    """A closing curly mark where only an opening one can stand: before a word, after a space."""
    return (at == 0 or body[at - 1].isspace()) and body[at + 1 : at + 2].isalnum()


def _can_open(body: str, at: int, mark: str) -> bool:
    after = body[at + len(mark) : at + len(mark) + 1]
    before = body[at - 1] if at else ""
    if mark in "«»‹›":
        # French sets a space inside the marks, German turns them round.
        inside = after.isalnum() or after in "“‘¿¡—…[" or (mark in "«‹" and after in "\u00a0\u202f ")
        return bool(after) and inside and bool(_NO_WORD_BEFORE.match(before))
    if not after or after.isspace():
        return False
    if mark in "“„``":
        return True
    if not _NO_WORD_BEFORE.match(before):
        return False
    return mark in '"”' or not _ELISION.match(body, at + len(mark))


def closing(body: str, mark: str, start: int, end: int) -> int | None:
    """The place of the mark that closes what `mark` opened before `start`; marks opened in between are skipped."""
    if mark in "‘'‚‹":
        return _single_closing(body, mark, start, end)
    closers, depth = PAIRS[mark], 0
    for at, other in marks(body, start, end):
        if _closes_ahead(body, start, at, end):
            return at
        if _opens_within(body, at, other, mark):
            depth += 1
        elif other in closers or _closes_backwards(body, at) or (mark in '“"' and (other in _PAIRED or other == '"')):
            if depth == 0:
                return at
            depth -= 1
    return None


def _opens_within(body: str, at: int, other: str, mark: str) -> bool:
    """Whether a mark inside what `mark` opened opens another quotation of the same rank."""
    same_rank = other == mark or (mark in '“"' and other in '“"')
    return same_rank and _can_open(body, at, other) and not _can_close(body, at)


def _closes_ahead(body: str, start: int, at: int, end: int) -> bool:
    """Whether a straight mark that has moved on to the next word closes what opened at `start`: “It holds, "she said.

    Before it a comma or a sentence ends, and as many marks close in the paragraph as open.
    """
    if body[at] != '"' or body[at - 1 : at] != " " or not body[at + 1 : at + 2].isalpha():
        return False
    before = body[start:at].rstrip()[-1:]
    ends = before == "," or (before in ".?!" and body[at + 1].islower())
    if not (before and ends) or '"' in body[start:at]:
        return False
    return sum(mark in _STRAIGHT for _, mark in marks(body, at + 1, end)) % 2 == 0


def _can_close(body: str, at: int) -> bool:
    return at > 0 and not body[at - 1].isspace()


def _single_closing(body: str, mark: str, start: int, end: int) -> int | None:
    """A single mark is also the apostrophe: the first one that ends a phrase, else one not after an s, else any."""
    possessive: int | None = None
    plain: int | None = None
    for at, other in marks(body, start, end):
        if other == mark and mark != "'" and _can_open(body, at, other):
            break
        if other in PAIRS[mark] and not body[at + 1 : at + 2].isalnum() and _can_close(body, at):
            if body[at - 1] in _ENDS_PHRASE or body[at + 1 : at + 2] in _ENDS_PHRASE:
                return at
            if body[at - 1] in "sS":
                possessive = at if possessive is None else possessive
            elif possessive is None:
                return at
            else:
                plain = at if plain is None else plain
    if plain is None and possessive is not None and _owns(body, start, possessive):
        return None
    return possessive if plain is None else plain


def _owns(body: str, start: int, at: int) -> bool:
    """Whether the only mark that may close a sentence goes before a name: "'Long ago, the islands' Holm Treaty …"."""
    return body[start : start + 1].isupper() and body[at + 1 : at + 2] == " " and body[at + 2 : at + 3].isupper()


def _closes_backwards(body: str, at: int) -> bool:
    """An opening curly mark where only a closing one can stand: after a word or stop, before a space or the end."""
    return body[at] == "“" and _can_close(body, at) and (body[at + 1 : at + 2].strip() == "")


def past(body: str, at: int) -> int:
    """One past the mark at `at`; two strokes or grave accents are one mark."""
    return at + (2 if body[at : at + 2] == "``" or body[at : at + 2] in _PAIRED else 1)


def reopened(body: str, mark: str, start: int, end: int) -> int | None:
    """Where the same mark opens once more before `end`."""
    return next((at for at, other in marks(body, start, end) if other == mark and _can_open(body, at, other)), None)


def has_double(body: str, start: int, end: int) -> bool:
    """Whether a double mark stands there."""
    return any(mark in DOUBLE | _PAIRED or mark == "”" for _, mark in marks(body, start, end))


def nothing_opens(body: str, mark: str, start: int, close: int) -> bool:
    """Whether no mark from `start` on opens what the one at `close` closes."""
    if mark == '"' and _can_open(body, close, mark):
        return False
    return not any(other in DOUBLE and _can_open(body, at, other) for at, other in marks(body, start, close))
