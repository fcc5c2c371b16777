"""llms.txt (llmstxt.org): the site's table of contents for language models, in plain Markdown."""

from generator.feeds.entries import Feed


def llms_txt(feed: Feed, *, data: str) -> bytes:
    """What the site is and where its events and its data file are."""
    lines = [
        f"# {_line(feed.title)}",
        "",
        f"> {_line(feed.description)}",
        "",
        "Every statement is an exact quotation of an article, with its source; the site gives no verdict.",
        "",
        "## Events",
        "",
        *(
            f"- [{_line(e.title)}]({e.url}): {_line(e.summary)}"
            for e in reversed(feed.entries)
            if e.id.startswith("event:")
        ),
        "",
        "## Data",
        "",
        f"- [All of it as JSON]({feed.home}{data})",
        "",
    ]
    return "\n".join(lines).encode()


def _line(text: str) -> str:
    """Article text as one inert line of Markdown."""
    return " ".join(text.replace("[", "(").replace("]", ")").replace("<", "‹").replace(">", "›").split())
