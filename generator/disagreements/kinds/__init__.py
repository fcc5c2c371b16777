"""How the program finds the kinds of disagreement: each by the module of its name here, if there is one."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from generator.disagreements.finding import Proof
from generator.disagreements.material import Look
from generator.model.kinds import KINDS

Find = Callable[[Look], Iterator[Proof]]

_MODULES = {module.name for module in iter_modules(__path__)}
FINDERS: tuple[Find, ...] = tuple(import_module(f"{__name__}.{kind}").find for kind in KINDS if kind in _MODULES)
"""What finds them, in the order of their rows."""
