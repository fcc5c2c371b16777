"""Names in the titles that the front matter states: they have no place in the body, but they are forms in use."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.account.actors.assemble import Draft
from generator.account.actors.gazetteer import known_bodies
from generator.matching.names import family_name, fold, nickname, strip_possessive
from generator.model.text import Article

_WORD = re.compile(r"[^\s,;:!?()\"“”]+")
_LONGEST_NAME = 6


def add_title_forms(drafts: Sequence[Draft], articles: Sequence[Article]) -> None:
    """Add to each draft the forms of its names that stand in the titles of articles that mention it."""
    owners: dict[str, dict[str, Draft]] = defaultdict(dict)
    for draft in drafts:
        forms = _forms(draft)
        for article_id in sorted(draft.articles):
            for form in forms:
                owners[article_id].setdefault(form, draft)
    for article in articles:
        if article.title:
            _add(article.id, article.title, owners[article.id])


def _forms(draft: Draft) -> list[str]:
    """The folded forms of a draft's names, of a person's also the family name alone."""
    named = [c for c, form in draft.mentions if form not in {"pronoun", "description", "metonym"}]
    families = [family_name(c.text) for c in named] if draft.kind == "person" else []
    called = [fold(f"{nickname(c.text)} {family_name(c.text)}") for c in named if nickname(c.text)]
    return list(dict.fromkeys([*(c.key for c in named), *families, *called]))


def _add(article: str, title: str, owners: Mapping[str, Draft]) -> None:
    words = [(m.start(), m.end()) for m in _WORD.finditer(title)]
    letters = {form[:1] for form in owners}
    index = 0
    while index < len(words):
        first = title[words[index][0]]
        may_begin = first.isupper() and fold(first)[:1] in letters
        index = _take(article, title, words, index, owners) if may_begin else index + 1


def _take(article: str, title: str, words: Sequence[tuple[int, int]], index: int, owners: Mapping[str, Draft]) -> int:
    """Record the longest name that begins at word `index`; returns the index after it."""
    for last in range(min(len(words), index + _LONGEST_NAME), index, -1):
        text = strip_possessive(title[words[index][0] : words[last - 1][1]]).rstrip("-–— ")
        owner = owners.get(fold(text))
        if owner is not None and not (owner.kind == "person" and fold(text) in known_bodies()):
            owner.in_titles.append((text, article))
            return last
    return index + 1
