"""Which blocks of a body are not article text, and why: by the signals of `signals`, and by what stands around them.

Most boilerplate gives itself away alone. An appeal for money or a form does not: an open letter has paragraphs that
could stand in an opinion piece, and a form is a row of single words. So an appeal is recognised by its ask and grows
from there: back to the letter's opening, on over paragraphs that speak to the readers, and over the buttons below.
"""

import re
from collections.abc import Sequence

from generator.articles.signals import ASK, BUTTON, NEWSROOM_VOICE, OPENER, SIGNALS, TO_READERS

APPEAL = "donation appeal"
_FORMS = {APPEAL, "newsletter pitch", "subscription pitch"}
_EDGE = 6  # blocks from either end that count as near it
_SHORT = 4  # words of a button or a form's label
_WORD_LENGTH = 40  # a line without spaces is no single word
_LETTER = 14  # paragraphs of the longest letter that we follow
_WORD = re.compile(r"[^\W_]")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def reasons(texts: Sequence[str]) -> list[str]:
    """For each block of a body, in order: why it is boilerplate, or ""."""
    plain = [_plain(text) for text in texts]
    found = [_alone(text, place, len(plain)) for place, text in enumerate(plain)]
    found = [reason or ("" if _WORD.search(text) else "no words") for reason, text in zip(found, texts, strict=True)]
    for place, text in enumerate(plain):
        if found[place] in {"", APPEAL} and _asks(text):
            _mark_appeal(plain, found, place)
    _mark_forms(plain, found)
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


def _asks(text: str) -> bool:
    """Whether a newsroom asks its readers for money here: an ask, spoken to them, in a newsroom's voice or twice."""
    asks = len(ASK.findall(text))
    return bool(asks and TO_READERS.search(text) and (NEWSROOM_VOICE.search(text) or asks > 1))


def _mark_appeal(texts: Sequence[str], found: list[str], place: int) -> None:
    """Mark the appeal around the ask at `place`: from the letter's opening, if it has one, to its last words."""
    first = _opening(texts, place)
    following = place + 1
    while following < len(texts) and _goes_on(texts[following], in_letter=first < place):
        following += 1
    for n in range(first, following):
        found[n] = found[n] or APPEAL


def _opening(texts: Sequence[str], place: int) -> int:
    """The first block of the letter that holds `place`, or `place` when no letter opens before it."""
    first = place
    for n in range(place, max(-1, place - _LETTER), -1):
        if OPENER.search(texts[n]):
            first = n
        elif n < place and not TO_READERS.search(texts[n]):
            break
    return first


def _goes_on(text: str, *, in_letter: bool) -> bool:
    if in_letter and len(text.split()) > _SHORT:
        return bool(TO_READERS.search(text))
    return bool(ASK.search(text) and TO_READERS.search(text))


def _mark_forms(texts: Sequence[str], found: list[str]) -> None:
    """Mark buttons and labels that follow an appeal or a pitch; a lone short line before a paragraph is its heading."""
    for place in range(1, len(texts)):
        if not found[place] and found[place - 1] in _FORMS and _is_label(texts, place):
            found[place] = found[place - 1]


def _is_label(texts: Sequence[str], place: int) -> bool:
    if BUTTON.search(texts[place]):
        return True
    following = texts[place + 1] if place + 1 < len(texts) else ""
    return len(texts[place].split()) <= _SHORT and bool(BUTTON.search(following))
