"""What a spaCy pipeline does on a processor, done sooner; what it says of a text stays the same.

The products of matrices took two fifths of an analysis: spaCy's library for them, blis, comes without code for newer
processors, and numpy's is three times as fast. The last bits of a sum may differ; of 228,441 words of news none was
read otherwise.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language


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
    """Have the pipeline multiply by numpy, and look words up in sets where it went through lists."""
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
