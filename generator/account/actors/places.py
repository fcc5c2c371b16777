"""Where an article was filed, by the line that says so."""

import re

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import known_bodies
from generator.account.actors.quoted import paragraph_start
from generator.matching.names import fold
from generator.model.analysis import Analysis

# Where an article was filed, by whom: "ROME (Agency) - ", "Springfield, Ill. (Agency) — ", "LAHORE: ", "Rome A — ".
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][A-Za-z. ]{1,20})?(?: \([^()]{1,40}\))?"
    r"|[A-Z][\w.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20})? (?:\([A-Z][^()]{1,40}\)|[A-Z]{2,5}\b))\s?(?:—|–|―|--|-|:)\s"
)
# The same without a dash: "(Agency) Ada Roth said", "Springfield (Agency) Ada Roth said".
_SHORT_LINE = re.compile(
    r"(?:[A-Z][\w.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20})? )?\((?P<by>[A-Z][\w. ]{1,14})\) (?=[A-Z“\"])"
)


def is_in_dateline(candidate: Candidate, analysis: Analysis, body: str) -> bool:
    """Whether a name stands in the line that opens a paragraph to say where and by whom the article was filed."""
    start = paragraph_start(analysis, candidate.sentence)
    if candidate.start > start + _LONGEST_DATELINE:
        return False
    line = _DATELINE.match(body, start) or _short_line(body, start)
    return line is not None and candidate.end <= line.end()


def _short_line(body: str, start: int) -> re.Match[str] | None:
    line = _SHORT_LINE.match(body, start)
    return line if line is not None and fold(line["by"]) in known_bodies() else None


_LONGEST_DATELINE = 100
