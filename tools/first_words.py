"""The first words of a built page in the order of its text, for the test of a reader's first minute."""

import sys
from pathlib import Path

import html5lib

WORDS = 240
"""So many words a reader gets through in a minute at ease."""

UNREAD = {"nav", "script", "style", "svg"}
UNSEEN = {"headerlink", "px-hidden"}
INLINE = {"a", "span", "mark", "strong", "i", "sup"}


def first_words(page: Path, most: int = WORDS) -> str:
    """The first words of the article of an HTML page, line by line; what is folded away is not read."""
    document = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
    article = next(element for element in document.iter("article"))
    lines, left = [], most
    for line in filter(None, map(str.split, _texts(article).splitlines())):
        lines.append(" ".join(line[:left]))
        left -= len(line)
        if left <= 0:
            break
    return "\n".join(lines)


def _texts(element: html5lib.treebuilders.base.Node) -> str:
    """The words of an element as they stand on the page, with the marks that the style sheet sets around quotations."""
    classes = (element.get("class") or "").split()
    if element.tag in UNREAD or UNSEEN & set(classes):
        return ""
    texts = [_one_line(element.text)]
    folded = element.tag == "details" and "open" not in element.attrib
    for child in element:
        if folded and child.tag != "summary":
            continue
        texts += [_texts(child), _one_line(child.tail)]
    told = "".join(texts)
    if element.tag == "q":
        before, after = ("… " if "px-q--opened" in classes else ""), (" …" if "px-q--open" in classes else "")
        marks = ("", "") if "px-q--own" in classes else ("“", "”")
        return f"{marks[0]}{before}{told}{after}{marks[1]}"
    return told if element.tag in INLINE else f"\n{told}\n"


def _one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")


if __name__ == "__main__":
    print(first_words(Path(sys.argv[1])))
