"""Which language a text is in, by py3langid's packaged model (Lui and Baldwin, 2012): offline, always the same."""

from babel import Locale
from py3langid import rank

from generator.language.locales import named

# Fewer words, or a less sure answer, say too little: names alone look like any language.
_FEWEST_WORDS = 25
# How much likelier (in natural logarithms) the first language must be than the second.
_SURE = 20.0
_NO_LANGUAGE = "zxx"


def language_of(text: str) -> str:
    """The ISO 639 code of the language of a text, or "" when that is not sure, or it is none."""
    if len(text.split()) < _FEWEST_WORDS:
        return ""
    (code, first), (_, second) = rank(text)[:2]
    return str(code) if first - second >= _SURE and code != _NO_LANGUAGE else ""


def english_name(code: str) -> str:
    """The language's name in English, or the code itself for one without."""
    return named(code, Locale("en"))
