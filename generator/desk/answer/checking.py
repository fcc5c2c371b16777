"""The usable part of an answer, key by key."""

from collections.abc import Callable
from typing import Any

from generator.content.fields import is_edtf
from generator.content.readings.wording import (
    MAX_POSITIONS,
    RefusedError,
    listed,
    mapping,
    one_of,
    plain_line,
    shown,
)
from generator.desk.answer.finding import Found
from generator.desk.answer.quotes import Quotes
from generator.desk.answer.records import Answer, Asked, Notes
from generator.matching.locate import words
from generator.matching.quoting import find_part
from generator.model.kinds import Kind
from generator.model.readings import Quote, ReadDisagreement, Reading, ReadPeople, ReadSpeaker, Verdict
from generator.model.story import ABOUT_WORDS, Hardness, Reader
from generator.readings.valid import digests

_FEWEST_WORDS = 2  # of what is told alike, or by one alone


def check_answer(found: Found, asked: Asked) -> Answer:
    """The usable part of an answer to the request `asked`."""
    checked = _Check(asked)
    if not found.whole:
        checked.notes.repair("answer", "it was cut off or had slips; what is whole of it was taken")
    fields: dict[str, Any] = {}
    for key, take in checked.parts.items():
        value = found.parts.get(key)
        if value is None and key != "date":
            continue
        try:
            if key in found.parts:
                fields |= take(value)
        except RefusedError as fault:
            checked.notes.refuse(key, str(fault), value)
    return Answer(
        event=asked.event.id,
        reading=Reading(
            reader=Reader(name="", day=""), request=asked.request, articles=digests(asked.articles), **fields
        ),
        refusals=tuple(checked.notes.refusals),
        repairs=tuple(checked.notes.repairs),
    )


class _Check:
    """Checks the parts of one answer, one method a key."""

    def __init__(self, asked: Asked) -> None:
        self._asked, self.notes = asked, Notes()
        self._quotes = Quotes(asked, self.notes)
        self.parts: dict[str, Callable[[Any], dict[str, Any]]] = {
            "disagreements": self._disagreements,
            "agreed": self._agreed,
            "alone": lambda value: {"alone": tuple(self.notes.each("alone", value, self._fact))},
            "title": lambda value: {"title": self._title(value)},
            "date": lambda value: {"date": self._date(value)},
            "speakers": lambda value: {"speakers": tuple(self.notes.each("speakers", _pairs(value), self._speaker))},
            "people": self._people,
            "same_event": self._same_event,
            "machine": lambda value: {"machine": tuple(self.notes.each("machine", value, self._verdict))},
        }

    def _disagreements(self, value: object) -> dict[str, Any]:
        if not isinstance(value, list):
            raise RefusedError("a list is expected")
        return {"disagreements": tuple(self.notes.each("disagreements", value, self._item))}

    def _item(self, item: object, place: str) -> ReadDisagreement:
        fields = mapping(item)
        kind, hardness = one_of(fields.get("kind"), Kind, "kind"), one_of(fields.get("hardness"), Hardness, "hardness")
        about = plain_line(fields.get("about"))
        if len(about.split()) > ABOUT_WORDS:
            self.notes.repair(
                place, f"its heading has {len(about.split())} words and was kept; reword it in `parallax review`"
            )
        positions = self._positions(fields.get("positions"), place)
        return ReadDisagreement(kind=kind, hardness=hardness, about=about, positions=positions)

    def _positions(self, value: object, place: str) -> tuple[Quote, ...]:
        kept: list[Quote] = []
        for number, position in enumerate(listed(value, "positions", most=MAX_POSITIONS)):
            part = f"{place}.positions[{number}]"
            try:
                kept.append(self._quotes.position(position, part))
            except RefusedError as fault:
                self.notes.refuse(part, str(fault), position)
        if len({position.article for position in kept}) < 2:
            raise RefusedError("fewer than two articles are left")
        if len({_plain(position.quote) for position in kept}) < 2:
            raise RefusedError("all its quotes are the same words: quote what differs")
        return tuple(dict.fromkeys(kept))

    def _fact(self, fact: object, place: str) -> Quote:
        fields = mapping(fact)
        article = self._quotes.article(fields.get("article"))
        quote = self._quotes.quote(article, fields.get("quote"), place)
        if len(words(quote)) < _FEWEST_WORDS:
            raise RefusedError("the quote is a single word: quote the clause that tells it")
        return Quote(article=article.id, quote=quote)

    def _agreed(self, value: object) -> dict[str, Any]:
        return {"agreed": tuple(self.notes.each("agreed", value, self._shared))}

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
                self.notes.refuse(part, str(fault), quote)
        if len(kept) < 2:
            raise RefusedError("fewer than two articles are left")
        return tuple(kept.values())

    def _title(self, value: object) -> Quote:
        fields = mapping(value)
        article = self._quotes.article(fields.get("article"))
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
        return ReadSpeaker(article=passage.article, quote=passage.quote, name=self._quotes.name(passage.article, name))

    def _people(self, value: object) -> dict[str, Any]:
        fields = mapping(value)
        same = self.notes.each("people.same", fields.get("same") or [], self._one_person)
        slips = self.notes.each("people.no_actors", fields.get("no_actors") or [], self._listed_name)
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
        names = [self._quotes.article(name).id for group in groups for name in group]
        if len(set(names)) < len(names) or set(names) != self._quotes.articles.keys():
            raise RefusedError("each article must stand in one list")
        return {
            "same_event": False,
            "groups": tuple(tuple(self._quotes.article(n).id for n in group) for group in groups),
        }

    def _verdict(self, value: object, _place: str) -> Verdict:
        fields = mapping(value)
        name, verdict = fields.get("id"), fields.get("verdict")
        if not any(finding.id == name for finding in self._asked.offers.findings):
            raise RefusedError(f"{shown(name)} is no difference that was listed")
        if verdict not in ("keep", "drop"):
            raise RefusedError(f"{shown(verdict)} is no verdict (allowed: keep, drop)")
        about = fields.get("about")
        return Verdict(finding=str(name), keep=verdict == "keep", about=plain_line(about) if about else "")


def _plain(quote: str) -> str:
    """The words of a quote without marks and capitals."""
    return " ".join(quote[start:end] for start, end in words(quote)).casefold()


def _pairs(value: object) -> object:
    """The speakers as a list, where they were given as an object of keys and names."""
    if isinstance(value, dict) and "quotation" not in value:
        return [{"quotation": key, "name": name} for key, name in value.items()]
    return value
