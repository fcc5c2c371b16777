"""Hand-made articles: each line that is not empty is a paragraph."""

import re

from generator.model.text import Article, Paragraph


def article_of(name: str, body: str) -> Article:
    paragraphs = tuple(Paragraph(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", body))
    return Article(id=name, path=f"{name}.md", body=body, paragraphs=paragraphs)
