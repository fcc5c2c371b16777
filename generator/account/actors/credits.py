"""Who made the article is not in the story: reporters, contributors, photographers."""

import re

from generator.account.actors.candidates import Candidate
from generator.matching.names import fold
from generator.model.analysis import Analysis
from generator.model.text import Article

# How newsrooms sign: "A and B contributed to this report", "Reporting by A; editing by B", "Follow A on …".
_CREDIT = re.compile(
    r"\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting|from\b)"
    r"|\b(?:additional )?(?:reporting|editing|writing|photographs?|photos?) by\b"
    r"|\bcontributing (?:writer|reporter|editor)s?\b"
    r"|\bfollow (?:him|her|them|[A-Z][\w. -]+) (?:on|at) (?:\w+ and )?"
    r"(?:twitter|facebook|x|instagram|threads|bluesky)\b"
    r"|\b(?:is|are) (?:a|an|the) (?:[\w' -]+ )?(?:reporter|correspondent|columnist|contributor)s? "
    r"(?:for|at|with) this\b",
    re.IGNORECASE,
)


def without_credits(found: list[Candidate], article: Article, analysis: Analysis) -> list[Candidate]:
    """The candidates that do not stand in a credit line and are not the article's own author."""
    authors = _authors(article.byline or "")
    credit = {number for number, s in enumerate(analysis.sentences) if _CREDIT.search(article.body[s.start : s.end])}
    alone = {p.start: p.end for p in article.paragraphs if p.role not in ("headline", "heading")}
    return [
        c
        for c in found
        if c.sentence not in credit and c.key not in authors and not _is_line(c, article.body, alone.get(c.start, 0))
    ]


def _is_line(candidate: Candidate, body: str, end: int) -> bool:
    """Whether a paragraph is but a name, as a byline within the text is."""
    return body[candidate.end : end].strip(" ,|\n") == "" and end >= candidate.end and " " in candidate.key


def _authors(byline: str) -> set[str]:
    names = re.split(r",|;|\band\b|&", re.sub(r"^\s*by\s+", "", byline, flags=re.IGNORECASE))
    return {fold(name) for name in names if len(name.split()) > 1}
