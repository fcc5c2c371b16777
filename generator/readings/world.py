"""What readings are held against, gathered once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.model.actors import Cast, Mention
from generator.model.readings import EventReadings, Reading
from generator.model.story import Dependence, Event
from generator.model.text import Article
from generator.readings.valid import Shelf, digests, sendable


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
