"""What a spaCy pipeline does on a processor, done sooner; what it says of a text stays the same.

The products of matrices took two fifths of an analysis: spaCy's library for them, blis, comes without code for newer
processors, and numpy's is three times as fast. The last bits of a sum may differ; of 228,441 words of news none was
read otherwise. A sixth went into holding each word against 180 rules of which three properties of it decide.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_COMMANDS = "spacy.cli", "spacy.cli.info"


@contextmanager
def without_commands() -> Iterator[None]:
    """While spaCy is imported: its commands, which nobody gives here, are left out with the web client they bring.

    That is a third of the import, and 30 MB. Afterwards they can be imported as ever.
    """
    if "spacy" in sys.modules or any(name in sys.modules for name in _COMMANDS):
        yield
        return
    package, information = map(ModuleType, _COMMANDS)
    vars(package)["__path__"], vars(information)["info"] = [], None
    sys.modules.update(zip(_COMMANDS, (package, information), strict=True))
    try:
        yield
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)


def quicken(pipeline: "Language") -> None:
    """Have the pipeline multiply by numpy, look words up in sets where it went through lists, ask each rule once."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - only where a model is loaded: it takes a second

    class Multiplying(NumpyOps):  # type: ignore[misc]
        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    arithmetic = Multiplying()
    for _, component in pipeline.pipeline:
        model, lookups = getattr(component, "model", None), getattr(component, "lookups", None)
        for layer in model.walk() if model is not None and hasattr(model, "walk") else ():
            layer.ops = arithmetic if type(layer.ops) is NumpyOps else layer.ops
        if lookups is not None and "lemma_index" in lookups:
            index = lookups.get_table("lemma_index")
            for kind in index:
                index[kind] = frozenset(index[kind])
        rules: Any = component
        if type(rules).__name__ == "AttributeRuler" and _asked(rules.patterns) <= _PROPERTIES:
            rules.match = Rules(rules).match


# What rules may ask of a word: the first three tell the fourth, for a blank is written as it is.
_PROPERTIES = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
# So many kinds of words are known at once: some 30 articles'.
_KNOWN = 50_000


def _asked(rules: Iterable[dict[str, Any]]) -> set[str]:
    """The properties that rules ask of a word."""
    return {asked for rule in rules for pattern in rule["patterns"] for word in pattern for asked in word}


class Rules:
    """The rules of spaCy's attribute ruler; which hold for a word by itself is asked once for words that are alike."""

    def __init__(self, ruler: Any) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415

        self._words, self._runs = Matcher(ruler.vocab, validate=False), Matcher(ruler.vocab, validate=False)
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        self._strings = ruler.vocab.strings
        for number, rule in enumerate(ruler.patterns):
            for pattern in rule["patterns"]:
                (self._words if len(pattern) == 1 else self._runs).add(str(number), [pattern])

    def match(self, doc: "Doc") -> list[tuple[int, int, int, int]]:
        """Number, id, first word and end of each rule that holds, in the order in which they are applied."""
        runs = self._runs(doc, allow_missing=True)
        found = [(int(self._strings[rule]), rule, first, end) for rule, first, end in runs]
        for at, word in enumerate(map(tuple, doc.to_array(["TAG", "LOWER", "DEP"]).tolist())):
            if word not in self._known:
                self._learn(word, doc, at)
            found += [(number, rule, at, at + 1) for number, rule in self._known[word]]
        return sorted(found)

    def _learn(self, word: tuple[int, ...], doc: "Doc", at: int) -> None:
        if len(self._known) >= _KNOWN:
            self._known.clear()
        rules = self._words(doc[at : at + 1], allow_missing=True)
        self._known[word] = [(int(self._strings[rule]), rule) for rule, *_ in rules]
