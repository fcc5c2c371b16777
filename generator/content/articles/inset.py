"""What a page has set within a paragraph that lost its line breaks: a picture's caption, a link, who has helped.

Only where such a thing begins and ends is found here; what it is its own words tell, as those of any other block.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from generator.content.articles.blocks import Block
from generator.content.articles.signals import named

_CREDIT = named("INSET_CREDIT")
_LINK = named("INSET_LINK")
_HELPED = named("INSET_CREDITS")
_GALLERY = named("INSET_GALLERY")
# Where a headline ends that has no full stop: a word that opens a sentence, or quoted words.
_OPENS = named("OPENS")
_SENTENCE_END = re.compile(r"(?<=[\w)\"'”’][.!?])[\"'”’)\]]* +(?=[A-Z“\"'‘(])")
_WORD = re.compile(r"\S+")
_MARKS = re.compile(r"[“”\"]")
# Characters of a paragraph that nobody writes.
_UNBROKEN = 2000
# Characters to where a caption begins or a headline ends, at most.
_FAR = 600
# Words of a headline at least, and of a caption at most.
_SHORTEST = 3
_LONGEST = 60


def parted(body: str, found: Sequence[Block]) -> list[Block]:
    """The blocks; where a page has lost its line breaks, each cut before and behind what is set within it."""
    if max((block.end - block.start for block in found), default=0) < _UNBROKEN:
        return list(found)
    return [part for block in found for part in _parts(body, block)]


def _parts(body: str, block: Block) -> Iterator[Block]:
    cuts = {block.start, block.end}
    for credit in _CREDIT.finditer(body, block.start, block.end):
        cuts |= {_caption_start(body, block.start, credit.start()), credit.end()}
    for link in _LINK.finditer(body, block.start, block.end):
        cuts |= {link.start(), _link_end(body, link.end(), min(link.end() + _FAR, block.end))}
    for helped in _HELPED.finditer(body, block.start, block.end):
        cuts.add(_caption_start(body, block.start, helped.start()))
    galleries = [gallery.span() for gallery in _GALLERY.finditer(body, block.start, block.end)]
    cuts = {cut for cut in cuts if not any(start < cut < end for start, end in galleries)}
    places = sorted(cuts.union(*galleries))
    for start, end in pairwise(places):
        text = body[start:end]
        first = start + len(text) - len(text.lstrip())
        if text.strip():
            yield Block(start=first, end=first + len(text.strip()), item=block.item and start == block.start)


def _caption_start(body: str, start: int, credit: int) -> int:
    """Where the sentence before a credit begins, unless it quotes somebody: a caption does not."""
    ends = [match.end() for match in _SENTENCE_END.finditer(body, max(start, credit - _FAR), credit - 1)]
    first = ends[-1] if ends else start
    caption = body[first:credit]
    return credit if _MARKS.search(caption) or len(caption.split()) > _LONGEST else first


def _link_end(body: str, start: int, end: int) -> int:
    """Where the headline of another story ends."""
    words = [match.end() for match in islice(_WORD.finditer(body, start, end), _SHORTEST)]
    first = words[-1] if words else start
    found = [end]
    if (opening := _OPENS.search(body, first, end)) is not None:
        found.append(opening.end())
    if (stop := _SENTENCE_END.search(body, first, end)) is not None:
        found.append(stop.end())
    return min(found)
