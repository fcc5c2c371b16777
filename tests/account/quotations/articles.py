"""Hand-made articles: each line that is not empty is a paragraph."""

import re

from generator.model.text import Article, Paragraph


def article_of(name: str, body: str, *, headline: bool = False) -> Article:
    """An article; with `headline`, its first line is one."""
    found = list(re.finditer(r"[^\n]*\S[^\n]*", body))
    paragraphs = tuple(
        Paragraph(start=m.start(), end=m.end(), role="headline" if headline and m is found[0] else "text")
        for m in found
    )
    return Article(id=name, path=f"{name}.md", body=body, paragraphs=paragraphs)
