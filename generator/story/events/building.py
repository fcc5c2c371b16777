"""An Event record of a group of articles: its name, date, place and people, all from the articles' own words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from generator.language.lexicon import word_class
from generator.model.actors import Actor, Cast
from generator.model.analysis import Analysis
from generator.model.decisions import EventDecision
from generator.model.story import Dating, Event, Phrase
from generator.model.text import Article
from generator.story.events.days import event_date, told_day
from generator.story.events.headlines import choose_headlines
from generator.story.events.places import choose_place, place_name

_SLUG_WORDS, _SLUG_LENGTH = 6, 60
# Words that say nothing in an address.
_SMALL = word_class("small")


def counted(articles: Iterable[str], cast: Cast) -> dict[str, Counter[str]]:
    """Each article's mentions by actor id."""
    actors: dict[str, Counter[str]] = {name: Counter() for name in articles}
    for mention in cast.mentions:
        if mention.article in actors:
            actors[mention.article][mention.actor] += 1
    return actors


def name_event(
    articles: tuple[Article, ...],
    analyses: Mapping[str, Analysis],
    datings: Mapping[str, Dating],
    actors: tuple[str, ...],
    decision: EventDecision | None,
) -> Event:
    """The event that the articles tell, as the editor's `decision` has it where it says anything.

    Of more articles than are compared, those with `analyses` give its title and its place.
    """
    known = tuple(article for article in articles if article.id in analyses)
    read = [article for article in known if analyses[article.id].grammar]
    place = choose_place(read, analyses)
    day = told_day([datings[a.id] for a in articles])
    dated = {a.id for a in read if day and datings[a.id].told == day}
    title, *beside = titles = choose_headlines(read or known, analyses, known, dated)
    date, reason = event_date(articles, datings, titles)
    event = Event(
        id="",
        title=title.text,
        title_article=title.article,
        beside=beside[0] if beside else None,
        quoted=not title.plain,
        date=date,
        date_reason="",
        date_because=reason,
        place=place_name(place, next(a for a in known if a.id == place.article)) if place else "",
        place_passage=place,
        articles=tuple(article.id for article in articles),
        actors=actors,
    )
    return _decided(event, decision)


def _decided(event: Event, decision: EventDecision | None) -> Event:
    fields = {name: getattr(event, name) for name in event.__struct_fields__}
    if decision is not None:
        fields["status"] = "editorial" if decision.title or decision.date else "confirmed"
        if decision.title:
            fields |= {"title": decision.title, "title_article": "", "beside": None, "quoted": False}
        if decision.date:
            fields |= {"date": decision.date, "date_because": (_of_editor(decision.source),)}
        if decision.venue:
            fields |= {"place": decision.venue, "place_passage": None}
    fields["id"] = (decision.slug if decision else "") or event_id(fields["date"], fields["title"])
    return Event(**fields)


def _of_editor(source: str) -> Phrase:
    return Phrase("verbatim", {"words": source}) if source else Phrase("why_editor")


def event_id(date: str, title: str) -> str:
    """`<date>-<slug of the title>`; an interval's slash becomes two hyphens, a missing date "undated"."""
    bare = re.sub(r"['’](?:s\b)?|(?<=\b\w)\.(?=\w\b)", "", title)
    plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode().lower()
    words = [w for w in re.findall(r"[a-z0-9]+", plain) if w not in _SMALL]
    day = re.sub(r"[^0-9A-Za-z-]", "", date.replace("/", "--").replace("..", "on")) or "undated"
    slug = "-".join(words[:_SLUG_WORDS])[:_SLUG_LENGTH].rstrip("-")
    return f"{day}-{slug or 'event'}"


def may_be_in_passing(actor: Actor) -> bool:
    """Whether an actor that is named once need have no part: a country, a place, "Ruritanian officials"."""
    return actor.kind in {"country", "place"} or (actor.kind == "group" and " " in actor.name)


def salient(counts: Sequence[Counter[str]], passing: Set[str]) -> tuple[str, ...]:
    """Actor ids by the number of articles that mention them, then by mentions, then by id.

    Those in `passing` that several articles together name once are no actors there: whence somebody is, say.
    """
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    if len(counts) > 1:
        total = Counter({actor: n for actor, n in total.items() if n > 1 or actor not in passing})
    held = Counter(actor for count in counts for actor in count)
    return tuple(sorted(total, key=lambda actor: (-held[actor], -total[actor], actor)))
