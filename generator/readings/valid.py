"""Of which event a reading is, and whether it still is of all that the event's articles tell."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from generator.model.readings import EventReadings, Reading
from generator.model.story import Event
from generator.model.text import Article


def article_digest(article: Article) -> str:
    """Twelve hexadecimal digits made of the article's text, boilerplate left out: what a reader got to see."""
    story = "\n\n".join(article.body[paragraph.start : paragraph.end] for paragraph in article.story)
    return hashlib.sha256(story.encode("utf-8", "replace")).hexdigest()[:12]


def digests(articles: Iterable[Article]) -> dict[str, str]:
    """The digest of each article, by id."""
    return {article.id: article_digest(article) for article in articles}


def covers(reading: Reading, articles: Sequence[str], known: Mapping[str, str]) -> bool:
    """Whether the reader saw each of `articles` as it is now; `known` are the digests of now."""
    return all(reading.articles.get(name) == known.get(name) for name in articles)


def readings_of(event: Event, files: Iterable[EventReadings]) -> list[tuple[EventReadings, Reading]]:
    """The readings that are of this event: those that saw two of its articles or more, whatever its id was then."""
    told = set(event.articles)
    return [(file, reading) for file in files for reading in file.readings if len(told & reading.articles.keys()) > 1]


def sendable(event: Event, articles: Mapping[str, Article], *, withheld: bool = False) -> list[Article]:
    """The event's articles that may be handed to a reader: those with `rights: withheld` only where `withheld`."""
    told = [articles[name] for name in event.articles if name in articles]
    return [article for article in told if withheld or article.rights != "withheld"]


def valid_readings(
    event: Event, files: Iterable[EventReadings], articles: Mapping[str, Article], known: Mapping[str, str]
) -> list[Reading]:
    """The readings of the event that saw all of its sendable articles as they are now."""
    names = [article.id for article in sendable(event, articles)]
    return [reading for _, reading in readings_of(event, files) if covers(reading, names, known)]
