"""A Feed as RSS 2.0 (rssboard.org/rss-specification) and as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from xml.etree import ElementTree

import msgspec

from generator.site.feeds.entries import Entry, Feed
from generator.site.words import Words

# XML 1.0 forbids control characters even as references; article text may hold them.
_FORBIDDEN = {code: None for code in range(32) if chr(code) not in "\t\n\r"}


def rss(feed: Feed) -> bytes:
    """The feed as an RSS 2.0 document."""
    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    _texts(channel, title=feed.title, link=feed.home, description=feed.description, language=feed.language)
    for entry in feed.entries:
        item = ElementTree.SubElement(channel, "item")
        _texts(item, title=entry.title, link=entry.url, description=entry.summary)
        ElementTree.SubElement(item, "guid", isPermaLink="false").text = entry.id.translate(_FORBIDDEN)
        if entry.day:
            _texts(item, pubDate=format_datetime(_midnight(entry.day)))
    ElementTree.indent(root)
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def json_feed(feed: Feed) -> bytes:
    """The feed as a JSON Feed 1.1 document."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        **({"home_page_url": feed.home, "feed_url": f"{feed.home}feed.json"} if feed.home else {}),
        "language": feed.language,
        "items": [_item(entry) for entry in feed.entries],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _item(entry: Entry) -> dict[str, str]:
    dated = {"date_published": _midnight(entry.day).isoformat()} if entry.day else {}
    return {"id": entry.id, "url": entry.url, "title": entry.title, "content_text": entry.summary, **dated}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _texts(parent: ElementTree.Element, **texts: str) -> None:
    for tag, text in texts.items():
        ElementTree.SubElement(parent, tag).text = text.translate(_FORBIDDEN)


def llms_txt(feed: Feed, words: Words, *, data: str) -> bytes:
    """What the site is and where its events and its data file are."""
    lines = [
        f"# {_line(feed.title)}",
        "",
        f"> {_line(feed.description)}",
        "",
        words.say("feed_promise"),
        "",
        f"## {words.say('events')}",
        "",
        *(
            f"- [{_line(e.title)}]({e.url}): {_line(e.summary)}"
            for e in reversed(feed.entries)
            if e.id.startswith("event:")
        ),
        "",
        f"## {words.say('feed_data')}",
        "",
        f"- [JSON]({feed.home}{data})",
        "",
    ]
    return "\n".join(lines).encode()


def _line(text: str) -> str:
    """Article text as one inert line of Markdown."""
    return " ".join(text.replace("[", "(").replace("]", ")").replace("<", "‹").replace(">", "›").split())
