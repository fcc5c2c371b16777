"""Who is who: the actors of all articles, every place that speaks of them, and what may be one actor or two."""

from generator.account.actors.casting import Casting, find_cast

__all__ = ["Casting", "find_cast"]
