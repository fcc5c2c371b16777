"""Where the articles of one event part: typed, exact, ranked. One module a kind; `comparison` puts them together."""

from generator.compare.comparison import compare

__all__ = ["compare"]
