"""What one article tells of names before anything is known of others: its capitalised runs, and what may be known."""

import msgspec

from generator.account.actors.candidates import Candidate, split_span
from generator.account.actors.evidence import Seen, seen_in
from generator.account.actors.known import possible_names
from generator.account.actors.person import is_full_name
from generator.account.actors.prefixes import without_prefixes
from generator.account.actors.spans import Span, find_spans
from generator.matching.names import family_name
from generator.model.analysis import Analysis
from generator.model.text import Article


class Sighted(msgspec.Struct, frozen=True):
    """The runs of an article and the names in them, with the evidence on each form, in text order.

    `keys` are the folded forms and family names that its names may go by; `possible` are the folded words outside the
    runs that would be names if another article knew them; `small` are all its words in small letters.
    """

    spans: tuple[Span, ...]
    first: tuple[Candidate, ...]
    seen: tuple[Seen, ...]
    keys: tuple[str, ...]
    possible: tuple[str, ...]
    small: tuple[str, ...]


def sight(article: Article, analysis: Analysis) -> Sighted:
    """The names of one article, as far as it tells them itself."""
    spans = find_spans(article, analysis)
    first = without_prefixes(
        [c for span in spans for c in split_span(span, analysis, article.body)], analysis, article.body
    )
    families = {family_name(c.text) for c in first if is_full_name(c)}
    return Sighted(
        spans=tuple(spans),
        first=tuple(first),
        seen=seen_in(first, analysis),
        keys=tuple(sorted({c.key for c in first} | families)),
        possible=tuple(sorted(possible_names(article, analysis, spans))),
        small=tuple(sorted({t.text for t in analysis.tokens if t.text.islower()})),
    )
