"""Markdown to HTML as a Material site does it, with every extension that its users like to switch on."""

from html.parser import HTMLParser

import html5lib
import markdown

USUAL = ["attr_list", "md_in_html", "footnotes", "abbr", "admonition", "def_list", "tables", "meta", "toc", "smarty"]
PYMDOWN = [
    *("arithmatex", "betterem", "caret", "critic", "details", "emoji", "highlight", "inlinehilite", "keys"),
    *("magiclink", "mark", "smartsymbols", "snippets", "superfences", "tabbed", "tasklist", "tilde", "fancylists"),
]


def rendered(text: str) -> str:
    """The HTML of a page's Markdown, without its front matter."""
    body = text.split("---\n", 2)[2] if text.startswith("---\n") else text
    extensions = [*USUAL, *(f"pymdownx.{name}" for name in PYMDOWN)]
    return markdown.markdown(body, extensions=extensions)


def tree(text: str) -> html5lib.treebuilders.base.Node:
    """A page's Markdown as a tree of HTML."""
    return html5lib.parse(rendered(text), namespaceHTMLElements=False)


class Ids(HTMLParser):
    """All ids of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name == "id" and value]
