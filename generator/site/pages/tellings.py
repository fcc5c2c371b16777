"""How each source told an event: its headline, its length, whom it quotes and what it calls people."""

from collections import Counter

from generator.model.record import Record
from generator.model.story import Event
from generator.site.pages.viewpoint import ActorLink, Quote, Source, Viewpoint

MOST_QUOTED = 5
MOST_WORDS = 5


class Wording(Record, frozen=True):
    """A source's own words for somebody."""

    actor: ActorLink
    quote: Quote


class Telling(Record, frozen=True):
    """One source's telling; `quoted` are the names of those whom it quotes, most quoted first."""

    source: Source
    headline: str
    date: str
    words: int
    quoted: tuple[str, ...]
    wordings: tuple[Wording, ...]


def tellings(event: Event, view: Viewpoint) -> tuple[Telling, ...]:
    """Every source of an event, in the event's order."""
    return tuple(_telling(article, event, view) for article in event.articles)


def _telling(id_: str, event: Event, view: Viewpoint) -> Telling:
    article = view.lookup.articles[id_]
    return Telling(
        source=view.article(id_),
        headline=view.lookup.headline(article.id),
        date=view.lookup.words.date(view.lookup.published(id_)),
        words=article.words,
        quoted=_quoted(id_, view),
        wordings=_wordings(id_, event, view),
    )


def _quoted(article: str, view: Viewpoint) -> tuple[str, ...]:
    """The names of those whom an article quotes, shown or not; from what is shown alone where nobody kept count."""
    excerpt = view.lookup.excerpts.get(article)
    shown = (item.speaker for item in view.lookup.quotations.get(article, []) if item.speaker)
    ids = excerpt.quoted if excerpt and excerpt.quoted else tuple(id_ for id_, _ in Counter(shown).most_common())
    return tuple(view.lookup.actors[id_].name for id_ in ids if id_ in view.lookup.actors)[:MOST_QUOTED]


def _wordings(article: str, event: Event, view: Viewpoint) -> tuple[Wording, ...]:
    wordings = []
    for id_ in event.actors:
        actor = view.lookup.actors.get(id_)
        said = [item for item in actor.descriptions if item.passage.article == article] if actor else []
        if actor and said:
            wordings.append(Wording(actor=view.actor(actor), quote=view.quote(said[0].passage)))
    return tuple(wordings[:MOST_WORDS])
