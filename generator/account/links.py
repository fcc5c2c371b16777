"""Links to other stories that a web page has run into a sentence, after a name that it gives twice."""

import re

# "… said Ada Roth Ada Maria RothMayor vows 'no mercy' Harbour in flames MORE on Monday": from the name on to "MORE".
_RUN_IN = re.compile(
    r"(?P<name>[A-Z][\w’'-]+)(?: [A-Z][\w.()’'-]*| \([A-Z][^)\n]{0,30}\)){1,6}? ?(?P=name)(?=[A-Z0-9'‘“\"])"
    r"[^\n]{0,500}?\bMORE\b"
)


def run_in_links(body: str) -> tuple[tuple[int, int], ...]:
    """The body spans of such links, in text order: the second form of the name with the headlines after it."""
    return tuple((m.end("name"), m.end()) for m in _RUN_IN.finditer(body)) if " MORE" in body else ()


def in_links(links: tuple[tuple[int, int], ...], offset: int) -> bool:
    """Whether the character at `offset` belongs to one."""
    return any(start <= offset < end for start, end in links)
