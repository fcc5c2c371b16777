"""Where the articles of one event part: proven, typed, exact."""

from generator.disagreements.comparison import Considered, compare, considered

__all__ = ["Considered", "compare", "considered"]
