"""What a reader may choose among: the dates of an event, its quotations, its actors, the machine's findings."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from generator.model.actors import Cast, Quotation
from generator.model.record import Record
from generator.model.story import DateMention, Dating, Disagreement, Event
from generator.model.text import Article, Passage

MOST_DATES, MOST_QUOTATIONS, MOST_NAMES, MOST_FINDINGS = 16, 120, 40, 14
_ORDER = ("person", "organisation", "state body", "group", "country", "place")
_NUMBERED = re.compile(r"(?:q?\d*-)?([0-9a-f]{6})")


class Offers(Record, frozen=True):
    """The choices for one event: EDTF dates, quotations by key, names of actors, and findings of the machine."""

    dates: tuple[str, ...] = ()
    quotations: dict[str, Passage] = msgspec.field(default_factory=dict)
    names: tuple[str, ...] = ()
    findings: tuple[Disagreement, ...] = ()

    def quotation(self, key: str) -> Passage | None:
        """The quotation of that key; its number may be missing or wrong, the rest tells."""
        wanted = _NUMBERED.fullmatch(key.strip())
        if wanted is None:
            return None
        return next((passage for name, passage in self.quotations.items() if name.endswith(wanted[1])), None)


def offers(
    event: Event,
    articles: Sequence[Article],
    *,
    datings: Iterable[Dating],
    dates: Mapping[str, Sequence[DateMention]],
    quotations: Iterable[Quotation],
    cast: Cast,
    findings: Iterable[Disagreement],
) -> Offers:
    """What is offered of `event` to one who sees only `articles`; findings are those of two of them or more."""
    names = [article.id for article in articles]
    return Offers(
        dates=offered_dates(event, names, datings=datings, dates=dates),
        quotations=_quotations(names, quotations),
        names=_names(event, names, cast),
        findings=_findings(event, names, findings),
    )


def offered_dates(
    event: Event, articles: Sequence[str], *, datings: Iterable[Dating], dates: Mapping[str, Sequence[DateMention]]
) -> tuple[str, ...]:
    """The dates that the articles mention or were written on, most mentioned first, in order of time."""
    found: Counter[str] = Counter({event.date: 1000} if event.date else {})
    for dating in datings:
        if dating.article in articles:
            found.update(date for date in (dating.story, dating.published) for _ in range(100) if date)
    found.update(mention.date for name in articles for mention in dates.get(name, ()) if mention.date)
    most = sorted(found, key=lambda date: (-found[date], date))[:MOST_DATES]
    return tuple(sorted(most))


def quotation_key(passage: Passage) -> str:
    """Six hexadecimal digits made of the article and the words."""
    return hashlib.sha256(f"{passage.article}\0{passage.quote}".encode("utf-8", "replace")).hexdigest()[:6]


def _quotations(articles: Sequence[str], quotations: Iterable[Quotation]) -> dict[str, Passage]:
    spoken = [q.passage for q in quotations if q.direct and q.speech and q.passage.article in articles]
    most = max(1, MOST_QUOTATIONS // max(1, len(articles)))
    listed: list[Passage] = []
    for name in articles:
        listed += sorted(passage for passage in spoken if passage.article == name)[:most]
    return {f"q{number}-{quotation_key(passage)}": passage for number, passage in enumerate(listed, start=1)}


def _names(event: Event, articles: Sequence[str], cast: Cast) -> tuple[str, ...]:
    """The actors that the articles mention, persons first, then the most told of; each by its name."""
    told = Counter(mention.actor for mention in cast.mentions if mention.article in articles)
    listed = [actor for actor in cast.actors if told[actor.id] and (not event.actors or actor.id in event.actors)]
    listed.sort(key=lambda actor: (_ORDER.index(actor.kind), -told[actor.id], actor.id))
    return tuple(dict.fromkeys(actor.name for actor in listed[:MOST_NAMES]))


def _findings(event: Event, articles: Sequence[str], findings: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    def is_of(finding: Disagreement) -> bool:
        seen = {position.passage.article for position in finding.positions}
        return finding.event == event.id and finding.status == "detected" and seen <= set(articles)

    return tuple(finding for finding in findings if is_of(finding))[:MOST_FINDINGS]
