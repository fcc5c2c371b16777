"""Speech without quotation marks: turns of an interview, dialogue behind dashes, and posts set into an article."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.account.span import Marked
from generator.model.text import Article, Paragraph

# "Q: …", "ROTH: …": who speaks, in capitals before a colon; each of at least two takes the word at least twice.
_LABEL = re.compile(r"(Q|A|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)")
_TURNS = 2
# "— Why? — she asked.": a paragraph that opens with a long dash, and what the article puts between two.
_DASH = re.compile(r"[—–―]\s*(?=[A-ZÀ-Þ“¿¡])")
_ASIDE = re.compile(r"\s[—–―]\s?(?=[a-zà-þ])[^—–―]{3,60}?(?:\s?[—–―][.,]?\s+|[.!?]?\s*$)")
_TOLD = re.compile(r"\b(?:said|says|\w+ed)\b")
_DIALOGUE = 3
# "— Ada Roth (@ada) April 3, 2024" below the words of a post.
_SIGNED = re.compile(r"[—–―-]{1,2}\s*(\w[^()@\n]{1,60}?)\s*\(@\w+\)")
# The same behind the words of a post, in one paragraph.
_SIGNED_BEHIND = re.compile(r"(?<=\S) ?[—–―]\s*(\w[^()@\n—–―]{1,60}?)\s*\(@\w+\)\s*(?:[A-Z][a-z]+ \d{1,2}, \d{4})?\W*$")
_SKIP = re.compile(r"Skip \w+ post by @\w+\s+")
_POSTED = re.compile(r"\s*(?:pic\.twitter\.com/\S+|https?://\S+)\s*$")


def find_turns(article: Article) -> tuple[Marked, ...]:
    """The spans of such speech in text order; `speaker` is the place of the words that name who speaks, if told."""
    story = [(number, p) for number, p in enumerate(article.paragraphs) if p.role not in ("boilerplate", "headline")]
    found = [*_labelled(article.body, story), *_behind_dashes(article.body, story), *_posts(article.body, story)]
    found += _signed_posts(article.body, story)
    return tuple(sorted(found, key=lambda span: span.start))


def _labelled(body: str, story: Sequence[tuple[int, Paragraph]]) -> Iterator[Marked]:
    turns = [(n, p, label) for n, p in story if (label := _LABEL.match(body, p.start, p.end)) is not None]
    count = Counter(label[1] for _, _, label in turns)
    speakers = {name for name, times in count.items() if times >= _TURNS}
    if len(speakers) < _TURNS:
        return
    for number, paragraph, label in turns:
        if label[1] in speakers:
            named = None if label[1] in ("Q", "A") else label.span(1)
            yield _turn(number, label.end(), _stripped(body, label.end(), paragraph.end), named)


def _behind_dashes(body: str, story: Sequence[tuple[int, Paragraph]]) -> Iterator[Marked]:
    lines = [(n, p, dash) for n, p in story if (dash := _DASH.match(body, p.start, p.end)) is not None]
    asks = [body[p.start : p.end].rstrip().endswith("?") for _, p, _ in lines]
    told = any(_TOLD.search(aside[0]) for _, p, dash in lines for aside in _ASIDE.finditer(body, dash.end(), p.end))
    if len(lines) < _DIALOGUE or not any(asks) or all(asks) or not told:
        # Where all are questions, the article answers them itself; where nobody is told to speak, it is a list.
        return
    for number, paragraph, dash in lines:
        start, asides = dash.end(), list(_ASIDE.finditer(body, dash.end(), paragraph.end))
        speaker = _who(body, asides[0]) if asides else None
        for aside in asides:
            yield _turn(number, start, _stripped(body, start, aside.start()), speaker)
            start = aside.end()
        if start < paragraph.end:
            yield _turn(number, start, _stripped(body, start, paragraph.end), speaker)


def _who(body: str, aside: re.Match[str]) -> tuple[int, int] | None:
    """The place of the words that name who speaks in "said Ada Roth" or "she replied", without the verb."""
    words = list(re.finditer(r"\w[\w’'.-]*\w|\w", body[aside.start() : aside.end()]))
    if len(words) < _VERB_AND_NAME:
        return None
    first_is_verb = words[0][0].islower() and words[-1][0][0].isupper()
    kept = words[1:] if first_is_verb else words[:-1]
    return aside.start() + kept[0].start(), aside.start() + kept[-1].end()


_VERB_AND_NAME = 2


def _posts(body: str, story: Sequence[tuple[int, Paragraph]]) -> Iterator[Marked]:
    # The first paragraph is the article's lead: what a lost post stood below is not its words.
    for (number, above), (_, below) in pairwise(story[1:]):
        signed = _SIGNED.match(body, below.start, below.end)
        if signed is not None and not _is_of_others(body[above.start : above.end]):
            yield _turn(number, above.start, _unlinked(body, above.start, above.end), signed.span(1))


def _signed_posts(body: str, story: Sequence[tuple[int, Paragraph]]) -> Iterator[Marked]:
    for number, paragraph in story:
        text = body[paragraph.start : paragraph.end]
        signed = _SIGNED_BEHIND.search(text) if "(@" in text else None
        if signed is None or _is_of_others(text):
            continue
        skipped = _SKIP.match(text)
        start = paragraph.start + (skipped.end() if skipped else 0)
        end = _unlinked(body, start, paragraph.start + signed.start())
        name = (paragraph.start + signed.start(1), paragraph.start + signed.end(1))
        yield _turn(number, start, end, name)


def _is_of_others(post: str) -> bool:
    """Whether a post quotes somebody, or passes on another's post."""
    return post.startswith("RT @") or any(mark in post for mark in '“”"«»')


def _unlinked(body: str, start: int, end: int) -> int:
    """Where the words of a post end before the links behind them."""
    while (tail := _POSTED.search(body[start:end])) is not None:
        end = start + tail.start()
    return _stripped(body, start, end)


def _turn(number: int, start: int, end: int, speaker: tuple[int, int] | None) -> Marked:
    return Marked(start=start, end=end, parts=((start, end),), first=number, last=number, turn=True, speaker=speaker)


def _stripped(body: str, start: int, end: int) -> int:
    return start + len(body[start:end].rstrip())
