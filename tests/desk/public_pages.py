# ruff: noqa: E501 - a page a line
"""Pages, feeds and documents of our own for test_public_reports.py, and what is asked of what is read from them."""

import io
import zipfile
from collections.abc import Callable

from generator.desk.found import Found
from tests.desk.sample_text import PARAGRAPHS
from tests.desk.test_formats import docx

STORY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
LONG = "<p>The second half tells of the winter of 1998, in which the boiler burst and fourteen guests were scalded in the hall.</p>"


def web(
    head: str = "", body: str = f"<article><h1>Pool to close</h1>{STORY}</article>", encoding: str = "utf-8"
) -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(encoding)


def told(body: str, encoding: str = "utf-8") -> bytes:
    return web("", body, encoding)


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def article(extra: str) -> str:
    return f"<article><h1>Pool to close</h1>{STORY}{extra}</article>"


NEWS = '{"@type": "NewsArticle", "headline": "Pool to close", "datePublished": "2024-03-05", "author": %s}'
ANN = '{"@type": "Person", "name": "Ann Lee"}'


def feed(title: str, text: str = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)) -> bytes:
    return f'<rss version="2.0"><channel><title>Radio</title><item><title>{title}</title><description>{text}</description></item></channel></rss>'.encode()


def atom(title: str) -> bytes:
    text = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Radio</title><entry><title type="html">{title}</title><content type="html">{text}</content></entry></feed>'.encode()


def no_break_hyphen() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, text.replace("three years.", "three</w:t><w:noBreakHyphen/><w:t>year plan."))
    return stream.getvalue()


def field(name: str, value: object) -> Callable[[Found], bool]:
    return lambda found: getattr(found, name) == value


def holds(*words: str) -> Callable[[Found], bool]:
    return lambda found: all(word in found.text for word in words)


def lacks(*words: str) -> Callable[[Found], bool]:
    return lambda found: not any(word in found.text for word in words) and PARAGRAPHS[0] in found.text


def both(*checks: Callable[[Found], bool]) -> Callable[[Found], bool]:
    return lambda found: all(check(found) for check in checks)


Row = tuple[str, str, bytes, Callable[[Found], bool]]
G = "https://github.com/"


def html(source: str, data: bytes, right: Callable[[Found], bool]) -> Row:
    """The row of a web page."""
    return G + source, "a.html", data, right
