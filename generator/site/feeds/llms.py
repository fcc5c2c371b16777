"""llms.txt (llmstxt.org): the site's table of contents for language models, in plain Markdown."""

from generator.site.feeds.entries import Feed
from generator.site.words import Words


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
