"""Words and their classes, and those closed ones that turn what is claimed into something denied, planned or told.

A shared vocabulary that steps may import. The classes are small because they are grammar, not topic: each list could be
taken from any reference grammar of English (Quirk et al. 1985: modality, chapters 3 and 4; adverbial clauses, chapter
15; reporting verbs, chapters 14 and 16).
"""

from functools import cache
from importlib.resources import files

LANGUAGE = "en"


def word_class(name: str) -> frozenset[str]:
    """The words of a class, which `classes.tsv` explains; KeyError for an unknown one."""
    return _classes()[name]


@cache
def words() -> frozenset[str]:
    """Every word that stands in some class."""
    return frozenset().union(*_classes().values())


@cache
def _classes() -> dict[str, frozenset[str]]:
    text = (files("generator.language") / LANGUAGE / "words.tsv").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            word, _, names = line.partition("\t")
            for name in names.split():
                found.setdefault(name, set()).add(word)
    return {name: frozenset(members) for name, members in found.items()}


@cache
def rows(name: str, *, language: str = LANGUAGE) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of the language (`numerals`, `dates`), each as its columns."""
    text = (files("generator.language") / language / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


# Parts of speech (universal tags) whose words carry the meaning; a shared "and that the" shows nothing.
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
WEEKDAYS = word_class("weekdays")
# Lemmas that say nothing of what a sentence is about.
EMPTY = word_class("lexicon_empty")
