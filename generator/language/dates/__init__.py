"""Dates as they are printed: where they stand in a text and what each expression says."""

from generator.language.dates.expressions import find, read

__all__ = ["find", "read"]
