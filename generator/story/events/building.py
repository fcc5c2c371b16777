"""An Event record of a group of articles: its name, date, place and people, all from the articles' own words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from generator.language.lexicon import word_class
from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.decisions import EventDecision
from generator.model.periods import Period, edtf, is_day, period
from generator.model.story import Dating, Event, Phrase
from generator.model.text import Article
from generator.story.events.headlines import choose_headline, headline
from generator.story.events.places import choose_place, place_name

_SLUG_WORDS, _SLUG_LENGTH = 6, 60
# Words that say nothing in an address.
_SMALL = word_class("small")
# So many articles that put it on one day outweigh another that does not.
_SURE = 3


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
    date, reason = event_date(articles, datings)
    told = {a.id: datings[a.id] for a in read} if not date.endswith("?") and is_day(date) else {}
    of_day = [a for a in read if a.id in told and (told[a.id].told in ("", date) or date in told[a.id].named)]
    title = choose_headline(of_day or read or known, analyses, known)
    event = Event(
        id="",
        title=title.text,
        title_article=title.article,
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
    """The day on which most articles say that it happened, else, with "?", the day it was first reported; and why.

    An article that announces it for a day is with those that tell it of that day. A date that is no day claims none.
    """
    known = [datings[a.id] for a in articles if datings[a.id].story]
    if not known:
        return "", (Phrase("why_no_date"),)
    day = _told_day(known, len(articles))
    if day:
        return day, (*_giving(articles, datings, day), *_against(articles, datings, day))
    coarse = [d for d in known if d.told == d.story and not is_day(d.story)] or [
        d for d in known if not is_day(d.story)
    ]
    if len(coarse) == len(known):
        date = _finest([d.story for d in coarse])
        giving = [a for a in articles if datings[a.id].story == date]
        return date, tuple(chain.from_iterable(_reason(a, datings[a.id], articles) for a in giving))
    first = min(span.low for d in known if (span := period(d.published or d.story)))
    reported = edtf(Period(low=first, high=first))
    reason = Phrase("why_reported" if len(articles) > 1 else "why_reported_one", {"date": reported})
    return f"{reported}?", (reason, *_against(articles, datings, ""))


def _told_day(datings: Sequence[Dating], articles: int) -> str:
    """The day that more than half of the articles give, and if one gives another, at least three."""
    votes = Counter(d.told for d in datings if is_day(d.told))
    votes += Counter(d.announced for d in datings if d.announced in votes and not d.told)
    best = min(votes, key=lambda day: (-votes[day], day), default="")
    contested = len(votes) > 1 and votes[best] < _SURE
    if 2 * votes[best] > articles and not contested:
        return best
    # Where the leads part, the one day that every article names, if one tells the story of it.
    shared = set.intersection(*(set(d.named) for d in datings)) if len(datings) == articles > 1 else set()
    return shared.pop() if len(shared) == 1 and shared & votes.keys() else ""


def _finest(dates: Sequence[str]) -> str:
    """The date that most give, the finer and then the earlier on a tie."""
    votes = Counter(dates)
    return min(votes, key=lambda s: (-votes[s], p.days if (p := period(s)) else 10**7, s))


def _giving(articles: Sequence[Article], datings: Mapping[str, Dating], day: str) -> tuple[Phrase, ...]:
    giving = [a for a in articles if datings[a.id].told == day]
    stated = [a for a in giving if a.published and datings[a.id].story == day]
    said = [_reason(a, datings[a.id], articles) for a in (stated[:1] or giving) if datings[a.id].story == day]
    return tuple(chain.from_iterable(said)) or tuple(_gives(a, day) for a in giving[:1])


def _against(articles: Sequence[Article], datings: Mapping[str, Dating], day: str) -> tuple[Phrase, ...]:
    """What speaks against a day: the articles whose first sentences give another."""
    others = [(a, datings[a.id].told) for a in articles if is_day(datings[a.id].told) and datings[a.id].told != day]
    return tuple(_gives(a, other) for a, other in others)


def _gives(article: Article, day: str) -> Phrase:
    return Phrase("why_gives", {"article": _called(article), "date": day})


def _reason(article: Article, dating: Dating, articles: Sequence[Article]) -> tuple[Phrase, ...]:
    alone = len(articles) == 1 or not dating.story_because
    said = dating.story_because
    return said if alone else (Phrase("why_source", {"article": _called(article)}), *said)


def _called(article: Article) -> str:
    title = headline(article)
    return article.outlet or (f"“{title}”" if title else article.id)


def salient(counts: Sequence[Counter[str]]) -> tuple[str, ...]:
    """Actor ids by the number of articles that mention them, then by mentions, then by id."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    held = Counter(actor for count in counts for actor in count)
    return tuple(sorted(total, key=lambda actor: (-held[actor], -total[actor], actor)))
