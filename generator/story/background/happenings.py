"""Nouns of happenings: what a date can date by itself.

A closed list of general English, so that "the 2003 invasion of ..." is told and "the 2016 nominee" or "a 1976 law" is
not. Nouns of saying (speech, statement, interview) are left out: that words were said is seldom background.
"""

from generator.language.lexicon import word_class

HAPPENINGS = word_class("happenings")  # fmt: skip
