"""Which language a text is in, by py3langid's packaged model (Lui and Baldwin, 2012): offline, always the same."""

from babel import Locale
from py3langid import rank

from generator.language.lexicon import word_class
from generator.language.locales import named

# Fewer words, or a less sure answer, say too little: names alone look like any language.
_FEWEST_WORDS = 25
# How much likelier (in natural logarithms) the first language must be than the second.
_SURE = 20.0
_NO_LANGUAGE = "zxx"
# To load the model takes a second. So long a text is English if such a part of its words are English alone: all of 600
# English articles are (with a tenth three were not, and each process that met one loaded the model).
_ENGLISH, _LONG, _SHARE = word_class("surely_english"), 100, 0.08


def language_of(text: str) -> str:
    """The ISO 639 code of the language of a text, or "" when that is not sure, or it is none."""
    words = text.split()
    if len(words) < _FEWEST_WORDS:
        return ""
    if len(words) >= _LONG and sum(word in _ENGLISH for word in words) >= _SHARE * len(words):
        return "en"
    (code, first), (_, second) = rank(text)[:2]
    return str(code) if first - second >= _SURE and code != _NO_LANGUAGE else ""


def english_name(code: str) -> str:
    """The language's name in English, or the code itself for one without."""
    return named(code, Locale("en"))
