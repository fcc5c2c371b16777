"""Who made the article is not in the story: reporters, contributors, photographers."""

import re

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import known_bodies
from generator.language.lexicon import word_class
from generator.matching.names import fold
from generator.model.analysis import Analysis
from generator.model.text import Article

# How newsrooms sign: "A and B contributed to this report", "Reporting by A; editing by B", "Follow A on …".
_CREDIT = re.compile(
    r"\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting|from\b)"
    r"|^[\w.,'’ -]{3,60} contributed\.?$|\bis a (?:\w+ )?column by\b"
    r"|\b(?:additional )?(?:reporting|editing|writing|photographs?|photos?) by\b"
    r"|\bcontributing (?:writer|reporter|editor)s?\b"
    r"|\bfollow (?:him|her|them|[A-Z][\w. -]+) (?:on|at) (?:\w+ and )?"
    r"(?:twitter|facebook|x|instagram|threads|bluesky)\b"
    r"|\b(?:is|are) (?:a|an|the) (?:[\w' -]+ )?(?:reporter|correspondent|columnist|contributor)s? "
    r"(?:for|at|with) this\b"
    r"|©|\bcopyright (?:\d{4}|\(c\))|\ball rights reserved\b|\band/or its affiliates\b"
    r"|\bis a (?:registered )?trademark of\b",
    re.IGNORECASE,
)
# "Ada Roth is a correspondent at Harbour News. Follow her …": a whole paragraph about whoever wrote the article.
_NOTE = re.compile(
    r"\b(?:opinions|views) expressed\b|\b(?:his|her|whose) (?:[\w'’ -]+ )?column appears\b"
    r"|\bfollow (?:him|her|them) (?:on|at)\b|\bfollow (?:him|her) @|\w@\w+\.\w",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\((?:file )?(?:photo|image|picture|credit)s?(?: by\b|:)[^()\n]*\)", re.IGNORECASE)

# "AGENCY/Ada Roth" took the picture.
_AGENCIES = "|".join(sorted(word_class("picture_agencies")))
_AGENCY = re.compile(rf"(?:\b(?:[A-Z]{{2,}}|(?i:{_AGENCIES}))|(?i:images|pool|press))/$")
_REACH = 20


def without_credits(found: list[Candidate], article: Article, analysis: Analysis) -> list[Candidate]:
    """The candidates that do not stand in a credit line and are not the article's own author or outlet."""
    authors = _authors(article.byline or "")
    notes = {
        number
        for number, p in enumerate(article.paragraphs)
        if _NOTE.search(article.body, p.start, p.end)
        or (number > max(0, len(article.paragraphs) - 2) and _is_of_a_stranger(article.body, p.start, p.end))
    }
    pictures = [m.span() for m in _PICTURE.finditer(article.body)]
    credit = {
        number
        for number, s in enumerate(analysis.sentences)
        if s.paragraph in notes or _CREDIT.search(article.body[s.start : s.end])
    }
    alone = {p.start: p.end for p in article.paragraphs if p.role not in ("headline", "heading")}
    return [
        c
        for c in found
        if c.sentence not in credit
        and c.key not in authors
        and not _is_line(c, article.body, alone.get(c.start, 0))
        and not any(start < c.start < end for start, end in pictures)
        and not (c.label == "PERSON" and _AGENCY.search(article.body, max(0, c.start - _REACH), c.start))
        and not _is_outlet(c, article)
        and not (c.key in known_bodies() and analysis.tokens[c.last - 1].dep in _LOOSE)
    ]


def _is_outlet(candidate: Candidate, article: Article) -> bool:
    """Whether an outlet is named in its own article, of which it is not the matter: "told Harbour News"."""
    own = fold(article.outlet or "")
    same = candidate.key == own or (own in known_bodies() and known_bodies().get(candidate.key) == known_bodies()[own])
    return same and candidate.text not in (article.title or "")


def _is_of_a_stranger(body: str, start: int, end: int) -> bool:
    """Whether a paragraph tells who somebody is whom the rest of the text never names: who wrote it."""
    told = _STRANGER.match(body, start, end)
    return told is not None and body.count(told["family"]) == body.count(told["family"], start, end)


_STRANGER = re.compile(
    r"[^\w\n]{0,3}(?:[A-Z][\w.’'-]+ ){1,3}(?P<family>[A-Z][\w’'-]+)(?:, [\w, ]{3,60},)?"
    r" (?:is|was|served as) (?:an?|the) "
)


# A well-known body that no other word of the sentence governs has filed the article or taken the picture: "(Agency) -".
_LOOSE = frozenset({"ROOT", "dep"})


def _is_line(candidate: Candidate, body: str, end: int) -> bool:
    """Whether a paragraph is but a name, as a byline within the text is."""
    return body[candidate.end : end].strip(" ,|\n") == "" and end >= candidate.end and " " in candidate.key


def _authors(byline: str) -> set[str]:
    names = re.split(r",|;|\band\b|&", re.sub(r"^\s*by\s+", "", byline, flags=re.IGNORECASE))
    return {fold(name) for name in names if len(name.split()) > 1}
