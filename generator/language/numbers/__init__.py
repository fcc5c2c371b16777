"""Numbers as they are printed: where they stand in a text and which values their words allow."""

from generator.language.numbers.expressions import find

__all__ = ["find"]
