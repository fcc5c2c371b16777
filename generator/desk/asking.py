"""What is asked of a second reader about a site: which events are unread, and the request for each."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import msgspec

from generator.build.pipeline import Built, build
from generator.content.readings import read_readings
from generator.content.settings import content_folder
from generator.content.site_folder import SiteFolder
from generator.desk.request import answer_schema, request_text
from generator.model.record import Record
from generator.model.story import Event
from generator.model.text import Article
from generator.readings.offers import Offers, offers
from generator.readings.valid import World, sendable


class Request(Record, frozen=True):
    """One request: the event, the articles in the order in which they are given, the choices, the text."""

    event: Event
    articles: tuple[Article, ...]
    offers: Offers
    text: str
    schema: dict[str, Any]

    @property
    def words(self) -> int:
        """How long the request is, in words."""
        return len(self.text.split())


class Unread(Record, frozen=True):
    """The machine's draft of a site, and what it holds of readings."""

    built: Built
    world: World
    quotation_words: int

    @property
    def articles(self) -> dict[str, Article]:
        """All articles by id."""
        return self.world.articles

    def events(self, *, withheld: bool = False) -> list[Event]:
        """The events that can be read: those with two or more articles that may be handed on."""
        articles = self.articles
        found = self.built.found.events
        return [event for event in found if len(sendable(event, articles, withheld=withheld)) > 1]

    def readings(self, event: Event) -> int:
        """How many readings of the event as it is now there are."""
        return len(self.world.valid(event))

    def request(self, event: Event, articles: Sequence[Article]) -> Request:
        """The request for an event, to one who sees `articles` in that order."""
        found = self.built.found
        given = offers(
            event,
            articles,
            datings=found.datings,
            dates=self.built.dates,
            quotations=found.quotations,
            cast=found.cast,
            findings=found.disagreements,
        )
        text = request_text(event, articles, quotation_words=self.quotation_words, offers=given)
        schema = answer_schema(event, articles, given)
        return Request(event=event, articles=tuple(articles), offers=given, text=text, schema=schema)

    def requests(self, event: Event, *, window: int, withheld: bool = False, turn: int = 0) -> list[Request]:
        """The one request for an event; of pairs of its articles where it has more words than `window` (0: no limit).

        An odd `turn` gives the articles in the other order, so that a second reading is no echo of the first.
        """
        articles = sendable(event, self.articles, withheld=withheld)
        if turn % 2:
            articles.reverse()
        whole = self.request(event, articles)
        if not window or whole.words <= window or len(articles) == 2:
            return [whole]
        return list(self.pairs(event, articles))

    def pairs(self, event: Event, articles: Sequence[Article]) -> Iterator[Request]:
        """A request for every two of the articles."""
        for pair in combinations(articles, 2):
            yield self.request(event, pair)


def unread(folder: SiteFolder) -> Unread:
    """The site in `folder` as the machine alone sees it, with the editor's word on actors and events."""
    draft = msgspec.structs.replace(folder.settings, readings=False, unconfirmed="show")
    built = build(folder.root, draft, preview=True, dates=True)
    files = read_readings(content_folder(folder.settings, folder.root), root=folder.root).files
    world = World(files, built.found.articles)
    return Unread(built=built, world=world, quotation_words=folder.settings.quotation_words)
