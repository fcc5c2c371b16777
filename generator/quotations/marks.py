"""Quotation marks to quoted spans: pure text, no grammar."""

import re
from collections.abc import Iterator, Sequence

from generator.model.record import Record
from generator.model.text import Article, Paragraph

# Opening mark to its closing ones: English double and single, low German ones, guillemets, and typewriter pairs.
PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", "‚": "‘’", '"': '"”', "'": "'’", "``": "''"}
_DOUBLE = frozenset({"“", "„", "«", '"', "``"})
_MARK = re.compile(r"``|''|[“”„«»‹›‘’‚\"']")
# Words that begin with an apostrophe in any English text; a mark before them opens nothing.
_ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|bout|round|n|neath|cuz|tween|twixt|kay)\b", re.I)
_NO_WORD_BEFORE = re.compile(r"[\s(\[{—–―\-/“‘\"'«‹„‚]|^$")
_ENDS_PHRASE = frozenset(",.?!…—;:")


class Marked(Record, frozen=True):
    """Words between quotation marks: `start` to `end` with the marks, `parts` the words alone, one a paragraph.

    `first` and `last` are the numbers of the paragraphs in which it opens and closes; `closed` says that a closing
    mark was found, and not only the end of a paragraph.
    """

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    first: int
    last: int
    closed: bool = True


class _Open(Record, frozen=True):
    mark: str
    start: int
    inner: int


def find_marked(article: Article) -> tuple[Marked, ...]:
    """Every outermost quoted span of the article's text, in text order; a quotation within one is part of it.

    A quotation that goes on in the next paragraph (the opening mark repeated there, or a closing mark that nothing
    opened) is one span; a mark that is never closed reaches to the end of its paragraph at most.
    """
    found: list[Marked] = []
    pending: Marked | None = None
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.role == "boilerplate":
            continue
        spans, rest = _scan(article.body, number, paragraph, pending)
        if pending is not None and not (spans and spans[0].start == pending.start):
            found.append(_shut(article.body, pending))
        found += spans
        pending = rest
    if pending is not None:
        found.append(_shut(article.body, pending))
    return tuple(span for span in found if any(start < end for start, end in span.parts))


def _scan(body: str, number: int, paragraph: Paragraph, pending: Marked | None) -> tuple[list[Marked], Marked | None]:
    """The spans of one paragraph, and the one still open at its end; `pending` was open at the end of the last."""
    spans: list[Marked] = []
    start, end = paragraph.start, paragraph.end
    if pending is not None:
        mark = body[pending.start] if body[pending.start] != "`" else "``"
        at = start + len(mark) if body.startswith(mark, start) else start
        close = _closing(body, mark, at, end)
        repeated = at > start
        if close is None and repeated:
            return [], _extended(pending, (at, end), end, number, closed=False)
        if close is not None and (repeated or _nothing_opens(body, mark, start, close)):
            closed_at = close + len(_closer_at(body, close))
            spans.append(_extended(pending, (at, close), closed_at, number, closed=True))
            start = closed_at
    while (opened := _opening(body, start, end, paragraph.start)) is not None:
        close = _closing(body, opened.mark, opened.inner, end)
        if close is None and opened.mark not in _DOUBLE:
            start = opened.inner
            continue
        span = _span(opened, close, body, number, end)
        if close is None and (later := _reopened(body, opened, end)) is None:
            return spans, span
        if close is None:
            span = _until_sentence_end(body, span, later or end)
        spans.append(span)
        start = span.end
    return spans, None


def _span(opened: _Open, close: int | None, body: str, number: int, end: int) -> Marked:
    inner_end = end if close is None else close
    outer_end = end if close is None else close + len(_closer_at(body, close))
    return Marked(
        start=opened.start,
        end=outer_end,
        parts=((opened.inner, inner_end),),
        first=number,
        last=number,
        closed=close is not None,
    )


def _extended(pending: Marked, part: tuple[int, int], end: int, number: int, *, closed: bool) -> Marked:
    return Marked(
        start=pending.start,
        end=end,
        parts=(*pending.parts, part),
        first=pending.first,
        last=number,
        closed=closed,
    )


def _shut(body: str, span: Marked) -> Marked:
    """A quotation that was never closed, taken to its paragraph's last word."""
    start, end = span.parts[-1]
    end = start + len(body[start:end].rstrip())
    return Marked(
        start=span.start,
        end=end,
        parts=(*span.parts[:-1], (start, end)),
        first=span.first,
        last=span.last,
        closed=False,
    )


def _until_sentence_end(body: str, span: Marked, limit: int) -> Marked:
    start = span.parts[0][0]
    stop = re.search(r"[.?!…](?=\s)|$", body[start:limit].rstrip())
    end = start + (stop.end() if stop else limit - start)
    return Marked(start=span.start, end=end, parts=((start, end),), first=span.first, last=span.last, closed=False)


def _reopened(body: str, opened: _Open, end: int) -> int | None:
    """Where the same mark opens again in the rest of the paragraph: then the first was left open by mistake."""
    for at, mark in _marks(body, opened.inner, end):
        if mark == opened.mark and _can_open(body, at, mark):
            return at
    return None


def _marks(body: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for found in _MARK.finditer(body, start, end):
        yield found.start(), found[0]


def _opening(body: str, start: int, end: int, paragraph: int) -> _Open | None:
    for at, mark in _marks(body, start, end):
        kind = "“" if mark == "”" and _wrong_way(body, at, paragraph) else mark
        if kind in PAIRS and kind != "''" and _can_open(body, at, mark):
            return _Open(mark=kind, start=at, inner=at + len(mark))
    return None


def _wrong_way(body: str, at: int, paragraph: int) -> bool:
    """A closing curly mark where only an opening one can stand: before a word, after a space."""
    return (at == paragraph or body[at - 1].isspace()) and body[at + 1 : at + 2].isalnum()


def _can_open(body: str, at: int, mark: str) -> bool:
    after = body[at + len(mark) : at + len(mark) + 1]
    before = body[at - 1] if at else ""
    if not after or after.isspace():
        return False
    if mark in "“„«‹``":
        return True
    if not _NO_WORD_BEFORE.match(before):
        return False
    return mark in '"”' or not _ELISION.match(body, at + len(mark))


def _closing(body: str, mark: str, start: int, end: int) -> int | None:
    """The place of the mark that closes what `mark` opened before `start`; marks opened in between are skipped."""
    if mark in "‘'‚‹":
        return _single_closing(body, mark, start, end)
    closers, depth = PAIRS[mark], 0
    for at, other in _marks(body, start, end):
        if _opens_within(body, at, other, mark):
            depth += 1
        elif other in closers or _closes_backwards(body, at) or (mark == "“" and other in ('"', "''")):
            if depth == 0:
                return at
            depth -= 1
    return None


def _opens_within(body: str, at: int, other: str, mark: str) -> bool:
    """Whether a mark inside what `mark` opened opens another quotation of the same rank."""
    same_rank = other == mark or (mark in '“"' and other in '“"')
    return same_rank and _can_open(body, at, other) and not _can_close(body, at)


def _can_close(body: str, at: int) -> bool:
    return at > 0 and not body[at - 1].isspace()


def _single_closing(body: str, mark: str, start: int, end: int) -> int | None:
    """A single mark is also the apostrophe: the first one that ends a phrase, else one not after an s, else any."""
    choices: list[int] = []
    for at, other in _marks(body, start, end):
        if other == mark and mark != "'" and _can_open(body, at, other):
            break
        if other in PAIRS[mark] and not body[at + 1 : at + 2].isalnum() and _can_close(body, at):
            if body[at - 1] in _ENDS_PHRASE or body[at + 1 : at + 2] in _ENDS_PHRASE:
                return at if not choices or body[choices[0] - 1] in "sS" else choices[0]
            choices.append(at)
    plain = [at for at in choices if body[at - 1] not in "sS"]
    return next(iter(plain or choices), None)


def _closes_backwards(body: str, at: int) -> bool:
    """An opening curly mark where only a closing one can stand: after a word or stop, before a space or the end."""
    return body[at] == "“" and _can_close(body, at) and (body[at + 1 : at + 2].strip() == "")


def _closer_at(body: str, at: int) -> str:
    return "''" if body.startswith("''", at) else body[at]


def _nothing_opens(body: str, mark: str, start: int, close: int) -> bool:
    """Whether the closing mark at `close` is one that nothing in this paragraph opened."""
    if mark == '"' and _can_open(body, close, mark):
        return False
    return not any(other in _DOUBLE and _can_open(body, at, other) for at, other in _marks(body, start, close))


def merged(spans: Sequence[Marked]) -> Marked:
    """Several spans as one: the parts of a quotation that an attribution splits."""
    return Marked(
        start=spans[0].start,
        end=spans[-1].end,
        parts=tuple(part for span in spans for part in span.parts),
        first=spans[0].first,
        last=spans[-1].last,
        closed=spans[-1].closed,
    )
