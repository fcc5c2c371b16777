"""Where the articles of one event part: typed, exact, ranked. One module a kind; `comparison` puts them together."""

from generator.disagreements.comparison import compare

__all__ = ["compare"]
