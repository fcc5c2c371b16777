"""The answer of a second reader, read as hostile input.

Nothing of it is trusted: ids must be known, quotes must stand in the articles, `says` must be words of its quote,
headings must be short plain text, and every choice one of those offered. What can be mended is mended, and said; what
fails is refused with its reason; one bad part never spoils the rest. Everything kept is taken from the article itself.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from generator.content.fields import is_edtf
from generator.content.readings.wording import (
    ABOUT_WORDS,
    MAX_POSITIONS,
    RefusedError,
    heading_of,
    listed,
    mapping,
    one_of,
    plain_line,
    shown,
    shows_something,
)
from generator.desk.json_text import values
from generator.matching.quoting import find_part, find_quote, find_words, fitted
from generator.model.errors import ParallaxError
from generator.model.readings import Quote, ReadDisagreement, Reading, ReadPeople, ReadSpeaker, Verdict
from generator.model.record import Record
from generator.model.story import Event, Hardness, Kind, Reader
from generator.model.text import Article
from generator.readings.offers import Offers
from generator.readings.valid import digests

MAX_CHARACTERS = 1_000_000
MAX_ITEMS = 200
_MOST = {"agreed": 24, "alone": 40, "speakers": 200, "machine": 200, "same": 60, "no_actors": 60, "same_event": 20}
_KEYS = frozenset({"disagreements", "agreed", "alone", "title", "date", "speakers", "people", "same_event", "machine"})
_NAME_CHARACTERS = 120
_WRAPPED = 6
_RAW = 2_000


class Note(Record, frozen=True):
    """A part of the answer that was refused or mended, by its place ("disagreements[2].positions[0]"), and why.

    `raw` is what was refused, as JSON, for a request to mend it.
    """

    place: str
    reason: str
    raw: str = ""


class Asked(Record, frozen=True):
    """What an answer may be about: the event, the articles that the reader saw, the choices that he was offered."""

    event: Event
    articles: tuple[Article, ...]
    offers: Offers
    quotation_words: int
    request: str = ""


class Answer(Record, frozen=True):
    """What could be used of an answer, without its reader and day; what was mended, and what was not taken."""

    event: str
    reading: Reading
    refusals: tuple[Note, ...] = ()
    repairs: tuple[Note, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether parts were refused and nothing at all was left; an answer that found nothing is none of these."""
        return bool(self.refusals) and not any(count for count in counts(self.reading).values())


class Found(Record, frozen=True):
    """One answer as it stands in a text: its parts by key, and whether it was whole."""

    parts: dict[str, Any]
    whole: bool = True

    @property
    def event(self) -> object:
        """The event that it names."""
        return self.parts.get("event")


def counts(reading: Reading) -> dict[str, int]:
    """How much of each part a reading holds."""
    people = reading.people
    return {
        "disagreements": len(reading.disagreements),
        "agreed": len(reading.agreed or ()),
        "alone": len(reading.alone or ()),
        "title": int(reading.title is not None),
        "date": int(reading.date is not None),
        "speakers": len(reading.speakers),
        "people": len(people.same) + len(people.no_actors) if people else 0,
        "same_event": int(reading.same_event is not None),
        "machine": len(reading.machine),
    }


def find_answers(text: str) -> list[Found]:
    """Every answer in `text`: objects with `disagreements`, bare lists of items, items one after another.

    They may stand in a code fence, among prose, or in the envelope of a program; of one that is cut off, what is whole
    is given. Raises ParallaxError when there is none, or when the text is too long.
    """
    if len(text) > MAX_CHARACTERS:
        raise ParallaxError(f"The answer is longer than {MAX_CHARACTERS:,} characters; it was not read.")
    answers: list[Found] = []
    loose: list[Any] = []
    for value, whole in values(text):
        if _is_item(value):
            loose.append(value)
        else:
            answers += [Found(parts=parts, whole=whole) for parts in _unwrapped(value)]
    if loose:
        named = re.search(r'"event"\s*:\s*"([^"]{1,300})"', text)
        parts = {"disagreements": loose} | ({"event": named[1]} if named else {})
        answers.append(Found(parts=parts, whole=False))
    if not answers:
        raise ParallaxError(
            "There is no answer in this text.",
            remedy='Expected is a JSON object {"event": …, "disagreements": […]}, alone, in a fence or among prose.',
        )
    return answers


def _is_item(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("positions"), list)


def _unwrapped(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The answers in a value: itself, a bare list of items, or what a wrapper of a program holds."""
    if isinstance(value, list) and any(_is_item(item) for item in value):
        yield {"disagreements": value}
    elif isinstance(value, dict) and (isinstance(value.get("disagreements"), list) or _is_further(value)):
        yield value
    elif depth < _WRAPPED and isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            if isinstance(inner, str) and '"positions"' in inner:
                for found, _whole in values(inner):
                    yield from _unwrapped(found, depth + 1)
            else:
                yield from _unwrapped(inner, depth + 1)


def _is_further(value: Mapping[str, Any]) -> bool:
    """Whether this answers further questions alone, as the answer to a request for mending may."""
    return "event" in value and bool(_KEYS & value.keys())


def named_event(found: Found, events: Sequence[Event]) -> Event:
    """The event that an answer is about: the one that it names, else the one that tells all articles it quotes.

    Raises ParallaxError when there is no such event.
    """
    event = next((event for event in events if event.id == found.event), None)
    if event is not None:
        return event
    quoted = quoted_articles(found)
    event = next((event for event in events if len(quoted) > 1 and quoted <= set(event.articles)), None)
    if event is not None:
        return event
    if found.event is None and len(events) == 1:
        return events[0]
    known = ", ".join(event.id for event in events[:20]) + (", …" if len(events) > 20 else "")
    raise ParallaxError(f"The answer is about {shown(found.event)}, which is no event here.", remedy=f"Known: {known}.")


def quoted_articles(found: Found) -> set[str]:
    """The ids of articles that an answer names."""
    return set(_articles_in(found.parts))


def _articles_in(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("article"), str):
            yield value["article"]
        for inner in value.values() if depth < 6 else ():
            yield from _articles_in(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value if depth < 6 else ():
            yield from _articles_in(inner, depth + 1)


def check_answer(found: Found, asked: Asked) -> Answer:
    """The usable part of an answer to the request `asked`."""
    checked = _Check(asked)
    if not found.whole:
        checked.repair("answer", "it was cut off or had slips; what is whole of it was taken")
    fields: dict[str, Any] = {}
    for key, take in checked.parts.items():
        value = found.parts.get(key)
        if value is None and key != "date":
            continue
        try:
            if key in found.parts:
                fields |= take(value)
        except RefusedError as fault:
            checked.refuse(key, str(fault), value)
    return Answer(
        event=asked.event.id,
        reading=Reading(
            reader=Reader(name="", day=""), request=asked.request, articles=digests(asked.articles), **fields
        ),
        refusals=tuple(checked.refusals),
        repairs=tuple(checked.repairs),
    )


class _Check:
    """Checks the parts of one answer, and keeps the lists of what it mended and refused."""

    def __init__(self, asked: Asked) -> None:
        self._asked, self._articles = asked, {article.id: article for article in asked.articles}
        self.refusals: list[Note] = []
        self.repairs: list[Note] = []
        self.parts: dict[str, Callable[[Any], dict[str, Any]]] = {
            "disagreements": self._disagreements,
            "agreed": self._agreed,
            "alone": lambda value: {"alone": tuple(self._each("alone", value, self._fact))},
            "title": lambda value: {"title": self._title(value)},
            "date": lambda value: {"date": self._date(value)},
            "speakers": lambda value: {"speakers": tuple(self._each("speakers", _pairs(value), self._speaker))},
            "people": self._people,
            "same_event": self._same_event,
            "machine": lambda value: {"machine": tuple(self._each("machine", value, self._verdict))},
        }

    def refuse(self, place: str, reason: str, raw: object = None) -> None:
        """Note a part that was not taken."""
        kept = "" if raw is None else json.dumps(raw, ensure_ascii=True, default=str)[:_RAW]
        self.refusals.append(Note(place=place, reason=reason, raw=kept))

    def repair(self, place: str, reason: str) -> None:
        """Note a part that was mended."""
        self.repairs.append(Note(place=place, reason=reason))

    def _each(self, key: str, value: object, take: Callable[[Any, str], Any]) -> list[Any]:
        """What can be used of a list, part by part."""
        most = _MOST.get(key, MAX_ITEMS)
        items = value if isinstance(value, list) else [value]
        if len(items) > most:
            self.refuse(key, f"only the first {most} of {len(items)} were read")
        kept = []
        for number, item in enumerate(items[:most]):
            place = f"{key}[{number}]{heading_of(item)}"
            try:
                kept.append(take(item, place))
            except RefusedError as fault:
                self.refuse(place, str(fault), item)
        return list(dict.fromkeys(kept))

    def _disagreements(self, value: object) -> dict[str, Any]:
        if not isinstance(value, list):
            raise RefusedError("a list is expected")
        return {"disagreements": tuple(self._each("disagreements", value, self._item))}

    def _item(self, item: object, place: str) -> ReadDisagreement:
        fields = mapping(item)
        kind, hardness = one_of(fields.get("kind"), Kind, "kind"), one_of(fields.get("hardness"), Hardness, "hardness")
        about = plain_line(fields.get("about"))
        if len(about.split()) > ABOUT_WORDS:
            self.repair(
                place, f"its heading has {len(about.split())} words and was kept; reword it in `parallax review`"
            )
        positions = self._positions(fields.get("positions"), place)
        return ReadDisagreement(kind=kind, hardness=hardness, about=about, positions=positions)

    def _positions(self, value: object, place: str) -> tuple[Quote, ...]:
        kept: list[Quote] = []
        for number, position in enumerate(listed(value, "positions", most=MAX_POSITIONS)):
            part = f"{place}.positions[{number}]"
            try:
                kept.append(self._position(position, part))
            except RefusedError as fault:
                self.refuse(part, str(fault), position)
        if len({position.article for position in kept}) < 2:
            raise RefusedError("fewer than two articles are left")
        return tuple(dict.fromkeys(kept))

    def _position(self, position: object, place: str) -> Quote:
        fields = mapping(position)
        article = self._article(fields.get("article"))
        wanted = fields.get("says")
        quote = self._quote(article, fields.get("quote"), place, says=wanted)
        says = ""
        if isinstance(wanted, str) and wanted.strip():
            found = find_part(quote, wanted)
            says = quote[found.start : found.end] if found else ""
        if wanted and not says:
            self.repair(f"{place}.says", "these are not words of the quote in one piece; it was left out")
        return Quote(article=article.id, quote=quote, says=says)

    def _article(self, name: object) -> Article:
        article = self._articles.get(name.strip()) if isinstance(name, str) else None
        if article is None:
            raise RefusedError(f"{shown(name)} is no article of this event")
        return article

    def _quote(self, article: Article, quote: object, place: str, *, says: object = "") -> str:
        """The article's own words that `quote` stands for; a refusal when they are not there or too many."""
        if not isinstance(quote, str) or not quote.strip():
            raise RefusedError("the quote is missing")
        if not shows_something(quote):
            raise RefusedError(
                "the quote is a single character, or none that can be read: quote the words that tell it"
            )
        decisive = says if isinstance(says, str) else ""
        found = find_quote(article, quote, says=decisive)
        words, most = len(quote.split()), self._asked.quotation_words
        if found is None and words > most:
            raise RefusedError(f"the quote has more than {most} words and is not in {article.id} exactly")
        if found is None:
            raise RefusedError(f"the quote is not in {article.id} exactly")
        if found.repair:
            self.repair(place, found.repair)
        start, end = found.start, found.end
        words = len(article.body[start:end].split())
        part = find_part(article.body[start:end], decisive) if decisive else None
        if words > most and part is None:
            raise RefusedError(f"the quote has {words} words, more than {most} words")
        keep = (start + part.start, start + part.end) if part else None
        fit = fitted(article.body, start, end, most, keep=keep)
        if fit != (start, end):
            self.repair(place, f"the quote was cut to {most} words")
        return article.body[fit[0] : fit[1]]

    def _fact(self, fact: object, place: str) -> Quote:
        fields = mapping(fact)
        article = self._article(fields.get("article"))
        return Quote(article=article.id, quote=self._quote(article, fields.get("quote"), place))

    def _agreed(self, value: object) -> dict[str, Any]:
        return {"agreed": tuple(self._each("agreed", value, self._shared))}

    def _shared(self, fact: object, place: str) -> tuple[Quote, ...]:
        """The quotes of one fact; an envelope around them ({"quotes": […]}) is taken off."""
        if isinstance(fact, dict):
            fact = next((value for value in fact.values() if isinstance(value, list)), None)
        kept: dict[str, Quote] = {}
        for number, quote in enumerate(listed(fact, "a fact", most=MAX_POSITIONS)):
            part = f"{place}[{number}]"
            try:
                found = self._fact(quote, part)
                kept.setdefault(found.article, found)
            except RefusedError as fault:
                self.refuse(part, str(fault), quote)
        if len(kept) < 2:
            raise RefusedError("fewer than two articles are left")
        return tuple(kept.values())

    def _title(self, value: object) -> Quote:
        fields = mapping(value)
        article = self._article(fields.get("article"))
        wanted = fields.get("quote")
        found = find_part(article.title or "", wanted) if isinstance(wanted, str) else None
        if found is None or not article.title:
            raise RefusedError(f"these are no words of the headline of {article.id}")
        return Quote(article=article.id, quote=article.title[found.start : found.end])

    def _date(self, value: object) -> str:
        if value is None:
            return ""
        if not isinstance(value, str) or value.strip() not in self._asked.offers.dates or not is_edtf(value.strip()):
            raise RefusedError(f"{shown(value)} is none of the dates that were offered")
        return value.strip()

    def _speaker(self, value: object, place: str) -> ReadSpeaker:
        fields = mapping(value)
        key, name = fields.get("quotation"), fields.get("name")
        passage = self._asked.offers.quotation(key) if isinstance(key, str) else None
        if passage is None:
            raise RefusedError(f"{shown(key)} is no quotation that was listed")
        if name is None or name == "":
            return ReadSpeaker(article=passage.article, quote=passage.quote, name="")
        return ReadSpeaker(article=passage.article, quote=passage.quote, name=self._name(passage.article, name))

    def _name(self, article: str, name: object) -> str:
        """`name` as it stands in the article."""
        if not isinstance(name, str) or not name.strip() or len(name) > _NAME_CHARACTERS:
            raise RefusedError(f"{shown(name)} is no name")
        body = self._articles[article].body
        at = find_words(body, name.strip(), 0, len(body))
        if at >= 0:
            return name.strip()
        for paragraph in self._articles[article].story:
            found = find_part(body[paragraph.start : paragraph.end], name)
            if found:
                return body[paragraph.start + found.start : paragraph.start + found.end]
        raise RefusedError(f"{shown(name)} does not stand in {article}")

    def _people(self, value: object) -> dict[str, Any]:
        fields = mapping(value)
        same = self._each("people.same", fields.get("same") or [], self._one_person)
        slips = self._each("people.no_actors", fields.get("no_actors") or [], self._listed_name)
        return {"people": ReadPeople(same=tuple(same), no_actors=tuple(slips))}

    def _one_person(self, value: object, _place: str) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(self._listed_name(name, "") for name in listed(value, "names", most=12)))
        if len(names) < 2:
            raise RefusedError("fewer than two names")
        return names

    def _listed_name(self, value: object, _place: str) -> str:
        if not isinstance(value, str) or value.strip() not in self._asked.offers.names:
            raise RefusedError(f"{shown(value)} is none of the names that were listed")
        return value.strip()

    def _same_event(self, value: object) -> dict[str, Any]:
        if value is True:
            return {"same_event": True}
        groups = [group if isinstance(group, list) else [group] for group in value] if isinstance(value, list) else []
        if len(groups) < 2:
            raise RefusedError("expected is true, or lists of the articles that belong together")
        names = [self._article(name).id for group in groups for name in group]
        if len(set(names)) < len(names) or set(names) != self._articles.keys():
            raise RefusedError("each article must stand in one list")
        return {"same_event": False, "groups": tuple(tuple(self._article(n).id for n in group) for group in groups)}

    def _verdict(self, value: object, _place: str) -> Verdict:
        fields = mapping(value)
        name, verdict = fields.get("id"), fields.get("verdict")
        if not any(finding.id == name for finding in self._asked.offers.findings):
            raise RefusedError(f"{shown(name)} is no difference that was listed")
        if verdict not in ("keep", "drop"):
            raise RefusedError(f"{shown(verdict)} is no verdict (allowed: keep, drop)")
        about = fields.get("about")
        return Verdict(finding=str(name), keep=verdict == "keep", about=plain_line(about) if about else "")


def _pairs(value: object) -> object:
    """The speakers as a list, where they were given as an object of keys and names."""
    if isinstance(value, dict) and "quotation" not in value:
        return [{"quotation": key, "name": name} for key, name in value.items()]
    return value


def signed(answer: Answer, reader: Reader) -> Reading:
    """The reading with the name of its reader and the day."""
    return msgspec.structs.replace(answer.reading, reader=reader)
