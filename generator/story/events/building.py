"""An Event record of a group of articles: its name, date, place and people, all from the articles' own words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from generator.language.lexicon import word_class
from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.decisions import EventDecision
from generator.model.periods import period
from generator.model.record import Record
from generator.model.story import Dating, Event, Phrase
from generator.model.text import Article
from generator.story.events.headlines import choose_headline, headline
from generator.story.events.places import choose_place, place_name

_SLUG_WORDS, _SLUG_LENGTH = 6, 60
# Words that say nothing in an address.
_SMALL = word_class("small")


class Known(Record, frozen=True):
    """What the building of every event may look at."""

    articles: dict[str, Article]
    analyses: Mapping[str, Analysis]
    datings: Mapping[str, Dating]
    actors: dict[str, Counter[str]]


def known(
    articles: Sequence[Article], analyses: Mapping[str, Analysis], cast: Cast, datings: Mapping[str, Dating]
) -> Known:
    """Everything by article; `actors` counts each article's mentions by actor id."""
    actors: dict[str, Counter[str]] = {a.id: Counter() for a in articles}
    for mention in cast.mentions:
        if mention.article in actors:
            actors[mention.article][mention.actor] += 1
    return Known(articles={a.id: a for a in articles}, analyses=analyses, datings=datings, actors=actors)


def build_event(names: Sequence[str], world: Known, decision: EventDecision | None = None) -> Event:
    """The event that the articles `names` tell, as the editor's `decision` has it where it says anything."""
    articles = [world.articles[name] for name in names]
    read = [article for article in articles if world.analyses[article.id].grammar]
    title = choose_headline(read or articles, world.analyses)
    place = choose_place(read, world.analyses)
    date, reason = event_date(articles, world.datings)
    event = Event(
        id="",
        title=title.text,
        title_article=title.article,
        date=date,
        date_reason="",
        date_because=reason,
        place=place_name(place, world.articles[place.article]) if place else "",
        place_passage=place,
        articles=tuple(names),
        actors=salient([world.actors[name] for name in names]),
    )
    return _decided(event, decision)


def _decided(event: Event, decision: EventDecision | None) -> Event:
    fields = {name: getattr(event, name) for name in event.__struct_fields__}
    if decision is not None:
        fields["status"] = "editorial" if decision.title or decision.date else "confirmed"
        if decision.title:
            fields |= {"title": decision.title, "title_article": ""}
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


def event_date(articles: Sequence[Article], datings: Mapping[str, Dating]) -> tuple[str, tuple[Phrase, ...]]:
    """The date that most articles give for the story, the finer and then the earlier on a tie, and how it is known."""
    votes = Counter(datings[a.id].story for a in articles if datings[a.id].story)
    if not votes:
        return "", (Phrase("why_no_date"),)
    # Every date in `votes` is one that a step wrote, so it has a period; an unknown one is treated as endless.
    spans = {story: period(story) for story in votes}
    date = min(votes, key=lambda s: (-votes[s], p.days if (p := spans[s]) else 10**7, s))
    giving = [a for a in articles if datings[a.id].story == date]
    stated = [a for a in giving if a.published]
    return date, tuple(chain.from_iterable(_reason(a, datings[a.id], articles) for a in (stated[:1] or giving)))


def _reason(article: Article, dating: Dating, articles: Sequence[Article]) -> tuple[Phrase, ...]:
    if len(articles) == 1 or not dating.story_because:
        return dating.story_because
    title = headline(article)
    called = article.outlet or (f"“{title}”" if title else article.id)
    return (Phrase("why_source", {"article": called}), *dating.story_because)


def salient(counts: Sequence[Counter[str]]) -> tuple[str, ...]:
    """Actor ids by the number of articles that mention them, then by mentions, then by id."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    held = Counter(actor for count in counts for actor in count)
    return tuple(sorted(total, key=lambda actor: (-held[actor], -total[actor], actor)))
