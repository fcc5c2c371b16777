"""Links to other stories that a web page has run into a sentence, after a name that it gives twice, or into a line."""

import re
from functools import lru_cache

from generator.matching.rarity import is_a_word

# "… said Ada Roth Ada Maria RothMayor vows 'no mercy' Harbour in flames MORE on Monday": the name twice, then what
# follows it to "MORE".
_TWICE = r"(?P<name>[A-Z][\w’'-]+)(?: [A-Z][\w.()’'-]*| \([A-Z][^)\n]{0,30}\)){1,6}? ?(?P=name)"
_RUN_IN = re.compile(_TWICE + r"(?=[A-Z0-9'‘“\"])[^\n]{0,500}?\bMORE\b")
# "HARBOUR FIRE Boats burn as gulls look on FOUL PLAY Keeper held after match BAD LUCK …": labels in capitals.
_LABEL = re.compile(r"\b[A-Z]{2,}(?:[ ’'-]+[A-Z]{2,})+\b")
_LABELS = 3
_BEGUN = re.compile(_TWICE + r"(?=[A-Z0-9])")


@lru_cache(maxsize=16)
def run_in_links(body: str) -> tuple[tuple[int, int], ...]:
    """The body spans of such links, in text order: the second form of the name with the headlines after it; lines."""
    named = ((m.end("name"), m.end()) for m in _RUN_IN.finditer(body)) if " MORE" in body else ()
    lines = (m.span() for m in re.finditer(r"[^\n]+", body) if _is_of_teasers(m[0]))
    return tuple(sorted([*named, *lines]))


def _is_of_teasers(line: str) -> bool:
    """Whether several headlines, each with a label in capitals, have run into one line; not what somebody shouts."""
    if any(mark in line for mark in '“"'):
        return False
    labels = {m[0] for m in _LABEL.finditer(line)}
    told = [label for label in labels if all(is_a_word(word.lower()) for word in re.findall("[A-Z]+", label))]
    return len(told) >= _LABELS and 2 * sum(len(label) for label in labels) < len(line)


def holds_links(text: str) -> bool:
    """Whether such links begin in a text, wherever they end."""
    return _BEGUN.search(text) is not None


def in_links(links: tuple[tuple[int, int], ...], offset: int) -> bool:
    """Whether the character at `offset` belongs to one."""
    return any(start <= offset < end for start, end in links)
