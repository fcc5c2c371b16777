"""Lines that a page has set between the paragraphs of an article: captions, and headlines of other stories.

The sentences of an article end with a mark; captions and headlines are edited apart, by rules of their own, and often
do not. One such line alone may be a sentence that has lost its mark. It is none of the article's where it names a
picture's agency or what a picture shows, where it is written as a headline, where others stand beside it, or where the
page has several. What stands above the first paragraph may be the article's own summary and is left.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

REASON = "caption or teaser"
_ENDED = re.compile(r"[.!?…:;,–—-]\W*$")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]? +(?=[A-Z“‘\"'(\[])")
_OPENS = re.compile(r"[\"'“‘]?\w")
# Words of a line that is no heading, and of a paragraph that shows how the text is written.
_LINE = 7
_TEXT = 15
_LEAST = 5  # such paragraphs
_SEVERAL = 4  # lines in one article
_POST = re.compile(r"\(@\w+\)|\bpic\.twitter\.com|\bhttps?:|^[^\w\"'“‘]*[•·*–—-]")
# "Roth wrote: “…”", "“…” — Ada Roth"
_SAID = re.compile(r":\s?[\"'“‘].*[\"'”’]$|[\"'”’] ?[—–-]")
_PICTURE = re.compile(
    r"^(?:Getty(?: Images)?|Reuters|REUTERS|AFP(?:/\w+)?|AP|PA|EPA|Rex|Alamy|Shutterstock|Splash)"
    r"(?: or licensors|(?: -)? Contributor| Photos?| News)? (?:\d+ )?[A-Z]"
    r"|\b[Pp]ictured\b|\((?:left|right|centre|center|above|below|file (?:photo|picture|image))\)"
)
# "NO MERCY:Mayor vows to rebuild": a label glued to a headline.
_HEADLINE = re.compile(r"[A-Z][\w’' ]{2,30}:[A-Z]|[^a-z]{30}")


def beside(texts: Sequence[str], story: Sequence[int]) -> Iterator[int]:
    """The numbers of such lines among the blocks of a body; `story` are those that are article text, in order."""
    written = [n for n in story if len(texts[n].split()) >= _TEXT and _ENDED.search(texts[n])]
    lines = {place for place in _lines(texts, story) if written and story[place] > written[0]}
    if len(written) < max(_LEAST, len(lines)):
        return
    for place in sorted(lines):
        text = texts[story[place]]
        own = _PICTURE.search(text) or _HEADLINE.match(text)
        if own or len(lines) >= _SEVERAL or {place - 1, place + 1} & lines:
            yield story[place]


def _lines(texts: Sequence[str], story: Sequence[int]) -> Iterator[int]:
    """The places in a story of blocks without an end, but for lists that a colon opens or that labels part."""
    labels = Counter(texts[n].partition(":")[0] for n in story)
    listed = False
    for place, n in enumerate(story):
        listed = texts[n].endswith(":") or (listed and not _ENDED.search(texts[n]))
        after = texts[story[place + 1]] if place + 1 < len(story) else ""
        if not listed and labels[texts[n].partition(":")[0]] == 1 and _is_line(texts[n], after):
            yield place


def _is_line(text: str, after: str) -> bool:
    """Whether a block's last sentence has no end, and is no utterance, no post, nor torn from the next block."""
    last = _SENTENCE.split(text)[-1]
    if _ENDED.search(text) or len(last.split()) < _LINE or not _OPENS.match(last):
        return False
    return (
        not _SAID.search(text) and not _POST.search(text) and not after[:1].islower() and not _POST.search(after[:80])
    )
