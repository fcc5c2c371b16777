"""Quoted spans of an article: pieces between marks, put together over paragraphs."""

import re
from collections.abc import Sequence

from generator.account.glyphs import DOUBLE, closing, has_double, nothing_opens, opening, past, reopened
from generator.account.links import in_links, run_in_links
from generator.account.span import Marked
from generator.account.turns import find_turns
from generator.model.text import Article, Paragraph

# A quotation may go on unmarked over this many paragraphs where the text shows each sentence as one.
_REACH = 4


def find_marked(article: Article) -> tuple[Marked, ...]:
    """Every outermost quoted span of the article's text, in text order; a quotation within one is part of it.

    A quotation that goes on in the next paragraph (the opening mark repeated there, or a closing mark that nothing
    opened) is one span; a mark that is never closed reaches to the end of its paragraph at most.
    """
    story = [(n, p) for n, p in enumerate(article.paragraphs) if p.role != "boilerplate"]
    found: list[Marked] = []
    pending: Marked | None = None
    for place, (number, paragraph) in enumerate(story):
        start = paragraph.start
        if pending is not None and number > pending.last + 1:
            # What the page has set between is no part of anybody's words.
            found.append(_shut(article.body, pending))
            pending = None
        if pending is not None:
            upcoming = [later for _, later in story[place + 1 : place + 1 + _REACH]]
            continued = _continued(article.body, pending, number, paragraph, upcoming)
            if continued is not None and not continued.closed:
                pending = continued
                continue
            found.append(continued or _shut(article.body, pending))
            start = start if continued is None else continued.end
        spans, pending = _scan(article.body, number, start, paragraph.end)
        found += spans
    if pending is not None:
        found.append(_shut(article.body, pending))
    links = run_in_links(article.body)
    written = [s for s in found if any(start < end for start, end in s.parts) and not in_links(links, s.start)]
    return tuple(sorted([*_apart(find_turns(article), written), *written], key=lambda span: span.start))


def _apart(turns: Sequence[Marked], written: Sequence[Marked]) -> list[Marked]:
    """The turns in which no quotation stands, so that no words belong to two spans."""
    return [
        turn
        for turn in turns
        if turn.start < turn.end and not any(span.start < turn.end and turn.start < span.end for span in written)
    ]


def merged(spans: Sequence[Marked]) -> Marked:
    """Several spans as one: the parts of a quotation that an attribution splits."""
    return Marked(
        start=spans[0].start,
        end=spans[-1].end,
        parts=tuple(part for span in spans for part in span.parts),
        first=spans[0].first,
        last=spans[-1].last,
        closed=spans[-1].closed,
        turn=spans[0].turn,
        speaker=spans[0].speaker,
    )


def _continued(
    body: str, pending: Marked, number: int, paragraph: Paragraph, upcoming: Sequence[Paragraph]
) -> Marked | None:
    """The quotation left open before this paragraph with what is its part here; None when it does not go on."""
    written = body[pending.start : past(body, pending.start)]
    mark = "“" if written == "”" else written
    repeated = body.startswith((mark, written), paragraph.start)
    start = past(body, paragraph.start) if repeated else paragraph.start
    close = closing(body, mark, start, paragraph.end)
    again = reopened(body, mark, start, paragraph.end) if repeated and close is None else None
    if again is not None and body[:again].rstrip()[-1] in ".?!…":
        # Another paragraph of the same words, which a page has run into this one.
        close = closing(body, mark, past(body, again), paragraph.end)
    if close is not None and (repeated or nothing_opens(body, mark, start, close)):
        return _extended(pending, (start, close), past(body, close), number, closed=True)
    unmarked = not has_double(body, start, paragraph.end) and _closes_later(body, mark, upcoming)
    if repeated or unmarked:
        return _extended(pending, (start, paragraph.end), paragraph.end, number, closed=False)
    return None


def _closes_later(body: str, mark: str, upcoming: Sequence[Paragraph]) -> bool:
    """Whether the first double mark of the paragraphs to come is one that closes."""
    for paragraph in upcoming:
        if has_double(body, paragraph.start, paragraph.end):
            close = closing(body, mark, paragraph.start, paragraph.end)
            return close is not None and nothing_opens(body, mark, paragraph.start, close)
    return False


def _scan(body: str, number: int, start: int, end: int) -> tuple[list[Marked], Marked | None]:
    """The spans of one paragraph from `start` on, and the one still open at its end."""
    spans: list[Marked] = []
    while (found := opening(body, start, end)) is not None:
        at, mark = found
        inner = past(body, at)
        close = closing(body, mark, inner, end)
        again = reopened(body, mark, inner, end)
        if close is not None:
            last = inner + len(body[inner:close].rstrip())
            spans.append(_span(number, at, (inner, last), past(body, close), closed=True))
        elif mark not in DOUBLE:
            start = inner
            continue
        elif again is not None and (whole := _run_together(body, number, (at, again), mark, end)) is not None:
            spans.append(whole)
        elif again is None:
            return spans, _span(number, at, (inner, end), end, closed=False)
        else:
            stop = _sentence_end(body, inner, again)
            spans.append(_span(number, at, (inner, stop), stop, closed=False))
        start = spans[-1].end
    return spans, None


def _run_together(body: str, number: int, opened: tuple[int, int], mark: str, end: int) -> Marked | None:
    """A quotation of two paragraphs, the mark repeated, that a page has run into one; None where it is none."""
    start, again = opened
    first = (past(body, start), start + len(body[start:again].rstrip()))
    sentences = body[first[1] - 1] in ".?!…" and not body[first[0]].islower()
    close = closing(body, mark, past(body, again), end) if sentences else None
    if close is None:
        return None
    parts = (first, (past(body, again), close))
    return Marked(start=start, end=past(body, close), parts=parts, first=number, last=number)


def _span(number: int, start: int, inner: tuple[int, int], end: int, *, closed: bool) -> Marked:
    return Marked(start=start, end=end, parts=(inner,), first=number, last=number, closed=closed)


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
    """A quotation that was never closed, taken to the last word of its last paragraph."""
    start, end = span.parts[-1]
    end = start + len(body[start:end].rstrip())
    return _extended_to(span, (start, end))


def _extended_to(span: Marked, last: tuple[int, int]) -> Marked:
    return Marked(
        start=span.start,
        end=last[1],
        parts=(*span.parts[:-1], last),
        first=span.first,
        last=span.last,
        closed=False,
    )


def _sentence_end(body: str, start: int, limit: int) -> int:
    """Where the first sentence from `start` on ends, `limit` at most."""
    text = body[start:limit].rstrip()
    stop = re.search(r"[.?!…](?=\s)|$", text)
    return start + (stop.end() if stop else len(text))
