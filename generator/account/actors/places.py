"""Where an article was filed, by the line that says so."""

import re

from generator.account.actors.candidates import Candidate
from generator.account.actors.quoted import paragraph_start
from generator.model.analysis import Analysis

# Where an article was filed, and by whom: "ROME (Agency) - ", "Springfield, Ill. (Agency) — ", "LAHORE: ".
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][A-Za-z. ]{1,20})?(?: \([^()]{1,40}\))?"
    r"|[A-Z][\w.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20})? \([A-Z][^()]{1,40}\))\s?(?:—|–|―|--|-|:)\s"
)


def is_in_dateline(candidate: Candidate, analysis: Analysis, body: str) -> bool:
    """Whether a name stands in the line that opens a paragraph to say where and by whom the article was filed."""
    start = paragraph_start(analysis, candidate.sentence)
    if candidate.start > start + _LONGEST_DATELINE:
        return False
    line = _DATELINE.match(body, start)
    return line is not None and candidate.end <= line.end()


_LONGEST_DATELINE = 100
