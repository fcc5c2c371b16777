"""An RSS or Atom feed to its entries: the article itself where the feed carries it whole, else the link to fetch."""

import html
import re
from collections.abc import Iterator

import feedparser
from trafilatura.utils import load_html

from generator.content.fields import is_language, is_web_address
from generator.desk.found import Found, Refused, UnreadableError
from generator.desk.sources.page import page_text
from generator.desk.sources.wording import body, one_line, stated_date, unescaped
from generator.model.record import Record

# A feed's own text of fewer words than this is a teaser when there is a page to go to.
WHOLE_ARTICLE_WORDS = 120
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\bread (?:more|on))\W{0,9}$", re.IGNORECASE)
_MAIL_AND_NAME = re.compile(r"^\S+@\S+\s+\(([^()]+)\)$")


class Linked(Record, frozen=True):
    """An entry whose article stands on a page of its own; `teaser_words` is how much the feed gives.

    `short` is the article as the feed has it, if that is enough to be one.
    """

    origin: str
    address: str
    teaser_words: int = 0
    short: Found | None = None


def read_feed(data: bytes, origin: str) -> Iterator[Found | Linked | Refused]:
    """Each entry of the feed, in its order. Raises UnreadableError when this is no feed, or an empty one."""
    try:
        feed = feedparser.parse(data)
    except (AttributeError, ValueError, ArithmeticError, LookupError, TypeError, RecursionError) as fault:
        raise UnreadableError(f"the feed is damaged ({type(fault).__name__})") from None
    if not feed.get("version"):
        raise UnreadableError("this is not an RSS or Atom feed")
    if not feed.entries:
        raise UnreadableError("the feed has no entries")
    for entry in feed.entries:
        yield _entry(entry, feed.feed, origin)


def _entry(entry: feedparser.FeedParserDict, feed: feedparser.FeedParserDict, origin: str) -> Found | Linked | Refused:
    title = unescaped(entry.get("title") or "")
    address = one_line(entry.get("link")) or ""
    linked = is_web_address(address)
    place = f"{origin}: {address if linked else title or 'an entry without title and link'}"
    text = _text(entry)
    count = len(text.split())
    is_teaser = linked and count < WHOLE_ARTICLE_WORDS and (not entry.get("content") or _CUT.search(text) is not None)
    try:
        whole = body(text)
    except UnreadableError as fault:
        if linked:
            return Linked(origin=place, address=address, teaser_words=count)
        return Refused(origin=place, reason=str(fault))
    found = Found(
        origin=place,
        text=whole,
        title=title,
        outlet=unescaped(entry.get("source", {}).get("title") or "") or unescaped(feed.get("title") or ""),
        byline=_byline(entry),
        published=stated_date(entry.get("published")),
        updated=_updated(entry),
        url=address if linked else None,
        language=_language(entry, feed),
    )
    return Linked(origin=place, address=address, teaser_words=count, short=found) if is_teaser else found


def _byline(entry: feedparser.FeedParserDict) -> str | None:
    """All who are named as authors; of `mail@host (Name)`, the way of RSS, the name."""
    named = [str(author.get("name") or "") for author in entry.get("authors", ())] if "authors" in entry else []
    stated = [str(entry.get("author") or "")] if len(named) < 2 else named
    names = (unescaped(_MAIL_AND_NAME.sub(r"\1", name)) for name in stated)
    return ", ".join(dict.fromkeys(name for name in names if name and "@" not in name)) or None


def _updated(entry: feedparser.FeedParserDict) -> str | None:
    """The day of the last change, if it is another day than that of publication."""
    changed = stated_date(dict(entry).get("updated"))  # without dict, feedparser gives one for the other
    return changed if changed != stated_date(entry.get("published")) else None


def _text(entry: feedparser.FeedParserDict) -> str:
    """The longest text that the feed gives of an entry, as plain paragraphs."""
    values = [content.get("value") or "" for content in entry.get("content", ())] + [entry.get("summary") or ""]
    fragment = max(values, key=len)
    if "<" not in fragment and "&lt;" in fragment:  # escaped once more than it should have been
        fragment = html.unescape(fragment)
    tree = load_html(f"<html><body><article><div>{fragment}</div></article></body></html>") if fragment else None
    return page_text(tree) if tree is not None else ""


def _language(entry: feedparser.FeedParserDict, feed: feedparser.FeedParserDict) -> str | None:
    stated = [content.get("language") for content in entry.get("content", ())] + [feed.get("language")]
    tags = (one_line(tag) for tag in stated)
    return next((tag for tag in tags if tag and is_language(tag)), None)
