"""What an editor may want to look at, although nothing is wrong: likely same actors and events, gaps, tight limits."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations, product
from pathlib import PurePath

from generator.desk.new import sample_files
from generator.matching.rarity import rarity
from generator.matching.terms import headline_words
from generator.model.decisions import Decisions
from generator.model.site import Problem, Site
from generator.model.story import Event
from generator.readings.valid import World, sendable

# Measured on fifty events of three reports each: two reports of one event share 0.16 of their actors in the median, two
# of different events within three days at most 0.03.
_DAYS = 3
_SHARED = 0.12
# Rarer words are what a headline is about. Of nine labelled draws ten pairs of near events share two such words and
# half of the shorter headline; five of them are one event, the other five are of one story.
_RARE, _FEWEST, _HEADED = 5.6, 2, 0.5
_NEAR_CAP = 0.9


def suggestions(site: Site, *, content: str = "content") -> tuple[Problem, ...]:
    """Every suggestion for the editor of `site`, whose folder is called `content` in messages."""
    return (
        *(problem for problem in site.problems if problem.severity == "suggestion"),
        *_same_actors(site, f"{content}/actors.yml"),
        *_same_events(site, f"{content}/events.yml"),
        *_mixed_events(site, f"{content}/events.yml"),
        *_undated(site),
        *_unnamed(site),
        *_near_cap(site),
    )


def unread_events(site: Site, world: World, *, content: str = "content") -> Iterable[Problem]:
    """Events that a reader could read and nobody has, or that changed since; only of sites where one is used."""
    samples = {PurePath(name).stem for name in sample_files()}  # who read them is no reader of the editor's
    if not world.shelf.files_of(name for name in world.articles if name not in samples):
        return
    for event in site.events:
        articles = sendable(event, world.articles)
        names = [article.id for article in articles]
        if len(articles) < 2 or world.shelf.valid(articles, world.digests):
            continue
        told = world.shelf.of(names)
        seen = {name: digest for _, reading in told for name, digest in reading.articles.items()}
        new = [name for name in names if name not in seen]
        changed = [name for name in names if name in seen and seen[name] != world.digests[name]]
        file = told[-1][0].file if told else f"{content}/readings"
        since = [f"added: {', '.join(new)}"] * bool(new) + [f"changed: {', '.join(changed)}"] * bool(changed)
        what = f"has changed since it was read ({'; '.join(since)})" if told else "has not been read by a second reader"
        remedy = f"`parallax read {event.id}` reads it."
        yield _suggestion(file, f"{_named(event)} {what}.", remedy)


def unnamed_speakers(site: Site, decisions: Decisions) -> Iterable[Problem]:
    """Names that are no actor by the editor's word and are quoted: what they say has no speaker now."""
    for nobody in decisions.not_actors:
        said = [q for q in site.quotations if q.speaker is None and q.direct and nobody.name in q.speaker_text]
        if said:
            yield Problem(
                severity="suggestion",
                file=nobody.place.file,
                line=nobody.place.line,
                message=f"Left out as no actor, “{nobody.name}” is quoted all the same ({len(said)}): by nobody now.",
                remedy="Take it out of `not_actors` if the speaker matters.",
            )


def who_read(world: World) -> list[str]:
    """Who read how many events of the articles that are there, when; a line a reader, by name and day."""
    read = Counter(
        (reading.reader.name, reading.reader.day)
        for file in world.shelf.files_of(world.articles)
        for reading in file.readings
    )
    days: dict[str, list[tuple[str, int]]] = {}
    for (name, day), count in sorted(read.items()):
        days.setdefault(name, []).append((day, count))
    return [
        f"{name}: {(number := sum(count for _, count in told))} reading{'s' * (number > 1)}, {told[0][0]}"
        + (f" to {told[-1][0]}" if len(told) > 1 else "")
        for name, told in days.items()
    ]


def _suggestion(file: str, message: str, remedy: str) -> Problem:
    return Problem(severity="suggestion", file=file, line=0, message=message, remedy=remedy)


def _same_actors(site: Site, file: str) -> Iterable[Problem]:
    names = {actor.id: actor.name for actor in site.cast.actors}
    for suggestion in site.cast.suggestions:
        listed = [names.get(actor, actor) for actor in suggestion.actors]
        yield _suggestion(
            file,
            _told(listed, suggestion.reason),
            f"If so, give one as an alias of the other under `actors`; if not, add `- [{', '.join(listed)}]` under "
            "`never_merge`.",
        )


def _told(names: list[str], reason: str) -> str:
    """The reason as a sentence that names both."""
    told = reason if all(name in reason for name in names) else f"{' and '.join(names)} may be one: {reason}"
    return told if told.endswith(".") else f"{told}."


def _same_events(site: Site, file: str) -> Iterable[Problem]:
    told = Counter(actor for event in site.events for actor in event.actors)
    weights = {actor: math.log((1 + len(site.events)) / count) for actor, count in told.items()}
    titles = {article.id: _rare_words(article.title or "") for article in site.articles}
    for one, other in combinations(site.events, 2):
        if not _near(one.date, other.date):
            continue
        share = _share(one, other, weights)
        because = f"{share:.0%} of the people and bodies in them are the same" if share >= _SHARED else ""
        if words := _headed_alike([titles[name] for name in one.articles], [titles[name] for name in other.articles]):
            because = f"headlines share {', '.join(f'“{word}”' for word in words)}"
        if because:
            articles = ", ".join((*one.articles, *other.articles))
            yield _suggestion(
                file,
                f"{_named(one)} and {_named(other)} may be one event: near in time, and {because}.",
                f"If so, put all their articles into one entry under `events`: `- articles: [{articles}]`.",
            )


def _rare_words(title: str) -> dict[str, float]:
    return {word: rare for word in headline_words(title) if (rare := rarity(word)) > _RARE}


def _headed_alike(ones: Sequence[dict[str, float]], others: Sequence[dict[str, float]]) -> list[str]:
    """The rare words that headlines of two events share, if they are the half of one."""
    for one, other in product(ones, others):
        both = sorted(one.keys() & other.keys())
        if len(both) < _FEWEST:
            continue
        least = min(sum(one[word] for word in sorted(one)), sum(other[word] for word in sorted(other)))
        if sum(one[word] for word in both) >= _HEADED * least:
            return both
    return []


def _mixed_events(site: Site, file: str) -> Iterable[Problem]:
    """Articles that tell of a later day than their event: of what came of it, often, and so of another happening."""
    datings = {dating.article: dating.told for dating in site.datings}
    titles = {article.id: article.title or article.id for article in site.articles}
    for event in site.events:
        day = _day(event.date)
        for name in event.articles if event.status == "detected" and day else ():
            told = _day(datings.get(name, ""))
            if told and day and told > day and name != event.title_article:
                yield _suggestion(
                    file,
                    f"“{titles[name]}” may tell another event than {_named(event)}: it tells of {told}, and that was "
                    f"on {day}.",
                    f"If so, give it an entry of its own under `events`: `- articles: [{name}]`.",
                )


def _named(event: Event) -> str:
    """The title of an event in quotation marks, which some bring along."""
    return event.title if event.quoted else f"“{event.title}”"


def _share(one: Event, other: Event, weights: dict[str, float]) -> float:
    """The share of common actors, those of few events counting more."""
    both = sum(weights[actor] for actor in sorted({*one.actors} & {*other.actors}))
    either = sum(weights[actor] for actor in sorted({*one.actors} | {*other.actors}))
    return both / either if either else 0.0


def _near(one: str, other: str) -> bool:
    """Whether two EDTF dates are days close to each other, be they sure or not; what is no day is not."""
    first, second = _day(one), _day(other)
    return first is not None and second is not None and abs((first - second).days) <= _DAYS


def _day(text: str) -> date | None:
    """The day of an EDTF date, be it sure or not, or None if that is no day."""
    try:
        return date.fromisoformat(text.removesuffix("?"))
    except ValueError:
        return None


def _undated(site: Site) -> Iterable[Problem]:
    unknown = {dating.article for dating in site.datings if not dating.published}
    for article in site.articles:
        if article.id in unknown:
            yield _suggestion(
                article.path,
                "No date is known for this article, and none can be inferred.",
                "If you know it, add `published:` to its front matter.",
            )


def _unnamed(site: Site) -> Iterable[Problem]:
    """Articles without outlet or headline; one with an editor's note has been looked at."""
    for article in site.articles:
        missing = [name for name in ("outlet", "title") if not getattr(article, name)]
        if missing and not article.note:
            yield _suggestion(
                article.path,
                f"Not stated of this article: {' and '.join(missing)}.",
                "If you know, add `outlet:` and `title:` to the front matter; if nobody knows, say so in a `note:`.",
            )


def _near_cap(site: Site) -> Iterable[Problem]:
    """Articles of which little more may be shown; where passages had to go already, the step that did it says so."""
    paths = {article.id: article.path for article in site.articles if article.rights == "excerpt"}
    lengths = {article.id: article.words for article in site.articles}
    for excerpt in site.excerpts:
        short = excerpt.allowed >= lengths.get(excerpt.article, 0)  # all of it may be shown
        if (
            excerpt.article in paths
            and not short
            and not excerpt.withheld
            and excerpt.words >= _NEAR_CAP * excerpt.allowed
        ):
            yield _suggestion(
                paths[excerpt.article],
                f"{excerpt.words} of the {excerpt.allowed} words that the site may show of this article are shown.",
                "What you add of these may drive other passages out; state `rights: full` if all may be shown.",
            )
