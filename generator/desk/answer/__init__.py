"""The answer of a second reader, read as hostile input.

Nothing of it is trusted: ids must be known, quotes must stand in the articles, `says` must be words of its quote,
headings must be short plain text, and every choice one of those offered. What can be mended is mended, and said; what
fails is refused with its reason; one bad part never spoils the rest. Everything kept is taken from the article itself.
"""
