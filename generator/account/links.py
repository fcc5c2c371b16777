"""Links to other stories that a web page has run into a sentence, after a name that it gives twice."""

import re

# "… said Ada Roth Ada Maria RothMayor vows 'no mercy' Harbour in flames MORE on Monday": the name twice, then what
# follows it to "MORE".
_TWICE = r"(?P<name>[A-Z][\w’'-]+)(?: [A-Z][\w.()’'-]*| \([A-Z][^)\n]{0,30}\)){1,6}? ?(?P=name)"
_RUN_IN = re.compile(_TWICE + r"(?=[A-Z0-9'‘“\"])[^\n]{0,500}?\bMORE\b")
_BEGUN = re.compile(_TWICE + r"(?=[A-Z0-9])")


def run_in_links(body: str) -> tuple[tuple[int, int], ...]:
    """The body spans of such links, in text order: the second form of the name with the headlines after it."""
    return tuple((m.end("name"), m.end()) for m in _RUN_IN.finditer(body)) if " MORE" in body else ()


def holds_links(text: str) -> bool:
    """Whether such links begin in a text, wherever they end."""
    return _BEGUN.search(text) is not None


def in_links(links: tuple[tuple[int, int], ...], offset: int) -> bool:
    """Whether the character at `offset` belongs to one."""
    return any(start <= offset < end for start, end in links)
