"""Words of another language by the English word of their kind: the only bridge between its texts and our rules.

Rules ask for classes by English words (`lexicon.word_class`). A language's `glossary.tsv` names for each of its words
that grammar or news needs the English word that stands in the same classes: "déclarer" is looked up as "declare", "Mme"
as "mrs". All other words stay what they are; one that happens to be spelt like an English word of our classes ("or",
gold) is marked, so that no rule takes it for that.
"""

from functools import cache
from importlib.resources import files

from generator.language.lexicon import LANGUAGE, rows
from generator.language.verbs import SAYING


class Glossary:
    """The table of one language: forms and lemmas to English words, one for a part of speech before one for any."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._keys: dict[tuple[str, str], str] = {}
        for word, key, *pos in rows("glossary", language=language):
            for tag in pos[0].split() if pos else [""]:
                self._keys[word, tag] = key
        regular = [(row[1], row[2].split("|")) for row in rows("verbs", language=language) if row[0] == "regular"]
        for (word, tag), key in list(self._keys.items()):
            # Models take a rare verb's form for an adjective: "raconte".
            for ending, forms in regular if key in SAYING and tag in ("", "VERB") else ():
                if word.endswith(ending):
                    for form in forms:
                        self._keys.setdefault((word.removesuffix(ending) + form, tag), key)

    def lemma(self, text: str, lemma: str, pos: str) -> str:
        """What rules know a word's lemma by."""
        return self._found(text, pos) or self._found(lemma, pos) or self._apart(lemma, pos)

    def word(self, text: str, lemma: str, pos: str) -> str:
        """What rules know a word by as it is written; `text` in small letters."""
        return self._found(text, pos) or self._found(lemma, pos) or self._apart(text, pos)

    def phrase(self, words: str) -> str:
        """The English word of a fixed phrase ("à cause de"), or ""."""
        return self._keys.get((words, ""), "")

    def _found(self, word: str, pos: str) -> str:
        return self._keys.get((word, pos), "") or self._keys.get((word, ""), "")

    def _apart(self, word: str, pos: str) -> str:
        # Names are spelt alike everywhere; first names and small words of names are among our classes.
        return f"{word}/{self.language}" if pos != "PROPN" and word in _english() else word


def has_grammar(language: str) -> bool:
    """Whether our rules have words for a language: English itself, or one that a glossary bridges."""
    return language == LANGUAGE or (files("generator.language") / language / "glossary.tsv").is_file()


@cache
def glossary(language: str) -> Glossary:
    """The glossary of a language that has one."""
    return Glossary(language)


@cache
def _english() -> frozenset[str]:
    words = {row[0] for row in rows("words", language=LANGUAGE)}
    return frozenset(words | {lemma for row in rows("relations") for cell in row[1:] for lemma in cell.split()})
