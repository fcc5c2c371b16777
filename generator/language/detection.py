"""Which language a text is in, by py3langid's packaged model (Lui and Baldwin, 2012): offline, always the same."""

from babel import Locale
from py3langid import rank

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


def named(code: str, locale: Locale) -> str:
    """What the language of a tag (`fr`, `zh-Hant`) is called in that of `locale`, or the tag itself.

    Many that are recognised or may be stated have no locale of their own: `Locale.parse` knows no Egyptian Arabic.
    """
    return str(locale.languages.get(code.replace("_", "-").partition("-")[0].lower(), code))
