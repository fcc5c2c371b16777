"""Every fixed phrase of ours, one file a language; plural forms and dates follow the language's own rules."""

from generator.site.words.phrases import LANGUAGES, Words, missing_words, read_words

__all__ = ["LANGUAGES", "Words", "missing_words", "read_words"]
