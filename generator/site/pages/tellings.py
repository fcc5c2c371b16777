"""How each source told an event: whom it quotes and what it calls people."""

from collections import Counter

from generator.model.actors import Actor
from generator.model.story import Event
from generator.site.pages.viewpoint import Quote, Viewpoint

MOST_QUOTED = 5
MOST_WORDS = 5


def quoted(article: str, view: Viewpoint) -> tuple[str, ...]:
    """The names of those whom an article quotes, shown or not; from what is shown alone where nobody kept count."""
    excerpt = view.lookup.excerpts.get(article)
    shown = (item.speaker for item in view.lookup.quotations.get(article, []) if item.speaker)
    ids = excerpt.quoted if excerpt and excerpt.quoted else tuple(id_ for id_, _ in Counter(shown).most_common())
    return tuple(view.lookup.actors[id_].name for id_ in ids if id_ in view.lookup.actors)[:MOST_QUOTED]


def wordings(article: str, event: Event, view: Viewpoint) -> tuple[tuple[str, Quote], ...]:
    """Names and an article's words for those whom another of the event calls something else."""
    found = []
    for id_ in event.actors:
        actor = view.lookup.actors.get(id_)
        said = _called(actor, event) if actor else {}
        if actor and article in said and len(set(said.values())) > 1:
            first = next(item for item in actor.descriptions if item.passage.article == article)
            found.append((actor.name, view.quote(first.passage)))
    return tuple(found[:MOST_WORDS])


def _called(actor: Actor, event: Event) -> dict[str, str]:
    """The first words of each article of the event for an actor, without case."""
    own = [item for item in actor.descriptions if item.passage.article in event.articles]
    return {item.passage.article: item.text.casefold() for item in reversed(own)}
