"""Names in the titles that the front matter states: they have no place in the body, but they are forms in use."""

import re
from collections.abc import Sequence

from generator.actors.assemble import Draft
from generator.model.text import Article
from generator.names import family_name, fold, strip_possessive

_WORD = re.compile(r"[^\s,;:!?()\"“”]+")
_LONGEST_NAME = 6


def add_title_forms(drafts: Sequence[Draft], articles: Sequence[Article]) -> None:
    """Add to each draft the forms of its names that stand in the titles of articles that mention it."""
    for article in articles:
        if article.title:
            _add(article.id, article.title, [draft for draft in drafts if article.id in draft.articles])


def _add(article: str, title: str, present: Sequence[Draft]) -> None:
    owners: dict[str, Draft] = {}
    for draft in present:
        for candidate, form in draft.mentions:
            if form not in {"pronoun", "description"}:
                owners.setdefault(candidate.key, draft)
                if draft.kind == "person":
                    owners.setdefault(family_name(candidate.text), draft)
    words = [(m.start(), m.end()) for m in _WORD.finditer(title)]
    index = 0
    while index < len(words):
        index = _take(article, title, words, index, owners)


def _take(article: str, title: str, words: Sequence[tuple[int, int]], index: int, owners: dict[str, Draft]) -> int:
    """Record the longest name that begins at word `index`; returns the index after it."""
    for last in range(min(len(words), index + _LONGEST_NAME), index, -1):
        text = strip_possessive(title[words[index][0] : words[last - 1][1]])
        owner = owners.get(fold(text))
        if owner is not None and text[0].isupper():
            owner.in_titles.append((text, article))
            return last
    return index + 1
