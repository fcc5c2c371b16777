"""The first words of a built page in the order of its text, for the test of a reader's first minute."""

import sys
from pathlib import Path

import html5lib

WORDS = 240
"""So many words a reader gets through in a minute at ease."""

UNREAD = {"nav", "script", "style", "svg", "summary", "details"}


def first_words(page: Path, most: int = WORDS) -> str:
    """The first words of the article of an HTML page; what is folded away is not read."""
    document = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
    article = next(element for element in document.iter("article"))
    return " ".join(" ".join(_texts(article)).split()[:most])


def _texts(element: html5lib.treebuilders.base.Node) -> list[str]:
    if element.tag in UNREAD or "headerlink" in (element.get("class") or ""):
        return []
    quoted = element.tag == "q"
    texts = ["“" if quoted else "", element.text or ""]
    for child in element:
        texts += [*_texts(child), child.tail or ""]
    return [*texts, "”" if quoted else ""]


if __name__ == "__main__":
    print(first_words(Path(sys.argv[1])))
