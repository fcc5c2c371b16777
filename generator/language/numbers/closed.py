"""What looks like a number and is none: hours, telephone numbers, ordinals, numbered things."""

import re

from generator.language.lexicon import word_class
from generator.language.numbers.numerals import CARDINALS
from generator.language.patterns import any_form

_NUMBERED_NOUNS = word_class("numbered")
# "No 3" and "Section 44" are numbered things, a class of pupils is "Year 9".
_CLOCK = re.compile(
    r"\d{1,2}(?:[.:]\d\d)?(?::\d\d)?\s?[ap]\.?m\b\.?|(?<!ratio of )\b\d{1,2}:\d\d\b|\b\w+ o[’']clock"
    r"|\b(?:a )?quarter (?:to|past) \w+|\bhalf[- ]past \w+|\b\d{4} hours\b",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(
    r"(?<![\w.,])(?:\+\d[\d -]{7,}\d|\(?0\d{2,4}\)?(?:[ -]\d{3,4}){1,3}|\(?\d{3}\)?[ -]\d{3}-\d{4}|\d{3}-\d{4})(?!\w)"
)
_NUMBERED = re.compile(
    rf"\b(?:[Nn]os?\.?|N°|(?:{'|'.join(sorted(f'[{w[0].upper()}{w[0]}]{w[1:]}' for w in _NUMBERED_NOUNS))}))"
    r"(?: No\.?| number)?\s\d[\w./-]*"
    rf"(?:(?:,| and| or|,? to) \d+(?![\w,.]))?|#\d+|\bYear \d{{1,2}}\b"
    rf"|\b[Nn]umber (?:\d+|(?:{any_form(CARDINALS)}))\b(?! of)",
)
_NAMED_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_NUMBERED_NOUNS))}) (?:{'|'.join(CARDINALS)})\b", re.IGNORECASE)
# "The thirty-something lawyer" and "in her 70s" tell an age, and not which; "under-19" is a class.
_NEARLY_AN_AGE = re.compile(r"\b\w+-somethings?\b|\b\d0s\b|\b[Uu]nder-\d\ds?\b")
_ORDINAL = re.compile(r"\b(?:[\d,]*(?:1st|2nd|3rd)|\d[\d,]*th)\b")
_CASE_NUMBER = re.compile(
    r"(?<!\w)\d+[-/]\d+[-/]\d+|(?<![\w.])\d{1,4}\.\d{1,4}\.\d{1,4}|(?<!\d )\b\d+[a-z]*/\d+"
    r"|(?:No\.|[A-Z]{2,})\s?\d+-\d+|[A-Z]\d+-\d+"
)

_DIGIT = re.compile(r"\d")
# Each with words of which it needs one, where the text has no digit; None of one that is looked for in any text.
_ALL: tuple[tuple[re.Pattern[str], tuple[str, ...] | None], ...] = (
    (_CLOCK, ("clock", "quarter", "half")),
    (_TELEPHONE, ()),
    (_NUMBERED, ("number",)),
    (_NAMED_WORD, None),
    (_CASE_NUMBER, ()),
    (_ORDINAL, ()),
    (_NEARLY_AN_AGE, ("something",)),
)


def closed_places(text: str) -> bytearray:
    """Which characters belong to an hour, a telephone number or a numbered thing."""
    closed = bytearray(len(text) + 1)
    plain = "" if _DIGIT.search(text) else text.lower()
    for pattern, needed in _ALL:
        if plain and needed is not None and not any(word in plain for word in needed):
            continue
        for match in pattern.finditer(text):
            closed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return closed
