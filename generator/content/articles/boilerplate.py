"""Which blocks of a body are not article text, and why: by the signals of `signals`, and by what stands around them."""

import re
from collections.abc import Sequence

from generator.content.articles.signals import SIGNALS, named

_LETTER = 14  # paragraphs of the longest letter that is followed
_SHORT = 4  # words of a button or of a form's label

_OPENER = named("OPENER")
_ASK = named("ASK")
_NEWSROOM_VOICE = named("NEWSROOM_VOICE")
_REPORTED = named("REPORTED")
_TO_READERS = named("TO_READERS")
_BUTTON = named("BUTTON")


def asks(text: str) -> bool:
    """Whether a newsroom asks its readers for money here: an ask, with two of its voice, a "you" and a second ask.

    What somebody is reported to ask for is story.
    """
    found = len(_ASK.findall(text))
    signs = (found > 1, bool(_NEWSROOM_VOICE.search(text)), bool(_TO_READERS.search(text)))
    return found > 0 and sum(signs) > 1 and not _REPORTED.search(text)


def appeal_around(texts: Sequence[str], place: int) -> range:
    """The appeal that holds the ask at `place`: from the letter's opening, if it has one, to its last words."""
    first = _opening(texts, place)
    following = place + 1
    while following < len(texts) and _goes_on(texts[following], in_letter=first < place):
        following += 1
    return range(first, following)


def is_label(texts: Sequence[str], place: int) -> bool:
    """Whether a button stands here, or a short line with one below.

    Another short line is not taken along: it is the heading of the story that goes on.
    """
    if _BUTTON.search(texts[place]):
        return True
    following = texts[place + 1] if place + 1 < len(texts) else ""
    return len(texts[place].split()) <= _SHORT and bool(_BUTTON.search(following))


def _opening(texts: Sequence[str], place: int) -> int:
    """The first block of the letter that holds `place`, or `place` when no letter opens before it."""
    first = place
    for n in range(place, max(-1, place - _LETTER), -1):
        if _OPENER.search(texts[n]):
            first = n
        elif n < place and not _TO_READERS.search(texts[n]):
            break
    return first


def _goes_on(text: str, *, in_letter: bool) -> bool:
    if in_letter and len(text.split()) > _SHORT:
        return bool(_TO_READERS.search(text))
    return bool(_ASK.search(text) and _TO_READERS.search(text))


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
