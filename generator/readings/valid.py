"""Of which event a reading is, whether it still is of all that the articles tell, and what it is held against."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.model.actors import Cast, Mention
from generator.model.readings import EventReadings, Reading
from generator.model.story import Dependence, Event
from generator.model.text import Article


def article_digest(article: Article) -> str:
    """Twelve hexadecimal digits made of the article's text, boilerplate left out: what a reader got to see."""
    story = "\n\n".join(article.body[paragraph.start : paragraph.end] for paragraph in article.story)
    return hashlib.sha256(story.encode("utf-8", "replace")).hexdigest()[:12]


def digests(articles: Iterable[Article]) -> dict[str, str]:
    """The digest of each article, by id."""
    return {article.id: article_digest(article) for article in articles}


def covers(reading: Reading, articles: Iterable[str], known: Mapping[str, str]) -> bool:
    """Whether the reader saw each of `articles` as it is now; `known` are the digests of now."""
    return all(reading.articles.get(name) == known.get(name) for name in articles)


class Shelf:
    """All files of readings, to be found by the articles that were read."""

    def __init__(self, files: Iterable[EventReadings]) -> None:
        self.files = tuple(files)
        self._numbers: dict[str, set[int]] = defaultdict(set)
        for number, file in enumerate(self.files):
            for reading in file.readings:
                for article in reading.articles:
                    self._numbers[article].add(number)

    def of(self, articles: Sequence[str]) -> list[tuple[EventReadings, Reading]]:
        """The readings of those who saw two of the articles or more, whatever the event was called then."""
        told = set(articles)
        return [
            (file, reading)
            for file in self.files_of(articles)
            for reading in file.readings
            if len(told & reading.articles.keys()) > 1
        ]

    def files_of(self, articles: Iterable[str]) -> tuple[EventReadings, ...]:
        """The files of all who saw one of the articles, in their order."""
        numbers = sorted({number for article in articles for number in self._numbers.get(article, ())})
        return tuple(self.files[number] for number in numbers)

    def valid(self, articles: Sequence[Article], known: Mapping[str, str]) -> list[Reading]:
        """The readings of those who saw all of `articles` as they are now."""
        names = [article.id for article in articles]
        return [reading for _, reading in self.of(names) if covers(reading, names, known)]


def sendable(event: Event, articles: Mapping[str, Article], *, withheld: bool = False) -> list[Article]:
    """The event's articles that may be handed to a reader: those with `rights: withheld` only where `withheld`."""
    told = [articles[name] for name in event.articles if name in articles]
    return [article for article in told if withheld or article.rights != "withheld"]


class World:
    """The readings, and by id: the articles, their digests, their mentions of actors; and who leans on whom."""

    def __init__(
        self,
        files: Iterable[EventReadings],
        articles: Sequence[Article],
        *,
        cast: Cast | None = None,
        dependences: Iterable[Dependence] = (),
    ) -> None:
        self.shelf = Shelf(files)
        self.articles = {article.id: article for article in articles}
        self.digests = digests(articles) if self.shelf.files else {}
        self.dependences = tuple(dependences)
        self.mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in cast.mentions if cast and self.shelf.files else ():
            self.mentions[mention.article].append(mention)

    def of(self, event: Event) -> list[tuple[EventReadings, Reading]]:
        """The readings of an event, each with its file."""
        return self.shelf.of(event.articles)

    def valid(self, event: Event) -> list[Reading]:
        """The readings of all that may be handed on of the event, as it is now."""
        return self.shelf.valid(sendable(event, self.articles), self.digests)
