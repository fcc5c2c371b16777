"""Which blocks of a body are not article text, and why: by the signals of `signals`, and by what stands around them."""

import re
from collections.abc import Sequence

from generator.content.articles.appeals import appeal_around, asks, is_label
from generator.content.articles.signals import SIGNALS

APPEAL = "donation appeal"
_FORMS = {APPEAL, "newsletter pitch", "subscription pitch"}
_EDGE = 6  # blocks from either end that count as near it
_WORD_LENGTH = 40  # a line without spaces is no single word
_WORD = re.compile(r"[^\W_]")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def reasons(texts: Sequence[str]) -> list[str]:
    """For each block of a body, in order: why it is boilerplate, or ""."""
    plain = [_plain(text) for text in texts]
    found = [_alone(text, place, len(plain)) for place, text in enumerate(plain)]
    found = [reason or ("" if _WORD.search(text) else "no words") for reason, text in zip(found, texts, strict=True)]
    for place, text in enumerate(plain):
        if found[place] in {"", APPEAL} and asks(text):
            for n in appeal_around(plain, place):
                found[n] = found[n] or APPEAL
    for place in range(1, len(plain)):
        if not found[place] and found[place - 1] in _FORMS and is_label(plain, place):
            found[place] = found[place - 1]
    return found


def _plain(text: str) -> str:
    """The block on one line, with straight apostrophes and without what stands in quotation marks."""
    return _QUOTED.sub('""', " ".join(text.split())).replace("’", "'")


def _alone(text: str, place: int, count: int) -> str:
    words = max(len(text.split()), len(text) // _WORD_LENGTH)
    edges = {"": True, "start": place < _EDGE, "end": place >= count - _EDGE}
    for signal in SIGNALS:
        if words <= signal.words and edges[signal.near] and signal.pattern.search(text):
            return signal.reason
    return ""
