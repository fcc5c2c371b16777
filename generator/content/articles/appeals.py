"""Appeals for money: they speak for a newsroom to its readers, often as an open letter, then show ways to pay.

An open letter has paragraphs that could stand in an opinion piece, and a form is a row of single words; neither gives
itself away alone. So an appeal is recognised by its ask and grows from there: back to the letter's opening, on over
paragraphs that speak to the readers, and over the buttons below.
"""

import re
from collections.abc import Sequence

_LETTER = 14  # paragraphs of the longest letter that is followed
_SHORT = 4  # words of a button or of a form's label

_OPENER = re.compile(
    r"^\W*(?:an? )?(?:message|letter|note|word|appeal) (?:from|to) (?:the |our |all )?[^.!?]{2,60}\W*$|"
    r"^\W*(?:dear|hello|hi) (?:\w+ )?(?:reader|friend|supporter|subscriber|member|listener)s?\b[^.!?]{0,20}\W*$|"
    r"^\W*(?:before you go|we have a (?:small )?favou?r to ask|we need your (?:help|support))\b",
    re.I,
)
_ASK = re.compile(
    r"\byour (?:support|donation|contribution|gift|generosity|help)s?\b|\b(?:donate|chip in)\b|"
    r"\b(?:support(?:ing)?|fund(?:ing)?|help(?:ing)?|contribut\w+ to|sustain(?:ing)?) "
    r"(?:us|our|independent|quality|local|nonprofit|free|"
    r"(?:\w+ ){0,4}\w+'s? (?:\w+ )?(?:journalism|reporting|newsroom|work))\b|"
    r"\b(?:make|making|consider) an? (?:\w+[ -]){0,2}(?:donation|contribution|gift)\b|"
    r"\bbecom(?:e|ing) an? (?:\w+ ){0,2}(?:member|supporter|patron|subscriber)\b|"
    r"\b(?:from|as|just|only|than) (?:little as )?(?:just )?[$£€]\s?\d|\bmonthly\b",
    re.I,
)
_NEWSROOM_VOICE = re.compile(
    r"\b(?:our|independent|quality|free|open|explanatory|investigative|honest|trusted|nonprofit|non-profit|public)"
    r"(?:,? \w+)? (?:journalism|reporting|newsroom|journalists|reporters|coverage|press|stories|mission|audience)\b|"
    r"\b(?:our|dear) (?:\w+ )?(?:readers|listeners|viewers|supporters|members|subscribers)\b|"
    r"\breader[- ](?:supported|funded)\b|\breaders like you\b|\blocal news\b|"
    r"\bwe,? (?:the|as) (?:journalists|reporters|editors|newsroom)\b",
    re.I,
)
_REPORTED = re.compile(r"\b(?:said|says|told|asked|wrote|according to)\b", re.I)
_TO_READERS = re.compile(r"\b(?:we|we're|we've|our|us|you|you're|you've|your)\b", re.I)
_BUTTON = re.compile(
    r"^\W*(?:once|one[- ]time|monthly|annual(?:ly)?|yearly|weekly|continue|next|back|preview|submit|cancel|other|"
    r"(?:other|choose an?|select an?) amount|e-?mail(?: address)?|(?:first |last )?name|\w+ (?:methods?|options?)|"
    r"credit card|paypal|apple pay|google pay|visa|yes|no|later|maybe later|not now|no,? thanks|i'm in|got it|sign up|"
    r"subscribe|donate|support|give|learn more|thank you|"
    r"[$£€]\s?\d[\d.,]*+(?: (?:a|per) (?:month|year))?|\d+ ?[$£€])\W*$",
    re.I,
)


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
