"""Where the articles of one event part: proven, typed, exact; and what they tell side by side."""

from generator.disagreements.beside.matters import side_by_side
from generator.disagreements.comparison import Considered, compare, considered

__all__ = ["Considered", "compare", "considered", "side_by_side"]
