"""One entry of an editor's file to one decision; a ParallaxError names the line of the key at fault."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from generator.content.editorial.entries import (
    ActorEntry,
    AddEntry,
    ConfirmEntry,
    CorrectionLine,
    DismissEntry,
    Entry,
    EventEntry,
    Names,
    PositionEntry,
    QuoteEntry,
    Text,
)
from generator.content.fields import EDTF_HINT, URL_HINT, is_edtf, is_web_address
from generator.content.yaml_source import Spot
from generator.matching.locate import places, words
from generator.model.actors import Link
from generator.model.decisions import (
    ActorDecision,
    CorrectionEntry,
    DisagreementDecision,
    EventDecision,
    HiddenSection,
    NeverMerge,
    NotAnActor,
    PositionDecision,
    QuoteDecision,
)
from generator.model.record import Record
from generator.model.site import Correction
from generator.model.story import ABOUT_WORDS, SECTIONS

QUOTE_WORDS = 40

T = TypeVar("T", bound=Record)
Reader = Callable[[Spot], Any]


def actor(spot: Spot) -> ActorDecision:
    """An entry under `actors`."""
    entry = spot.checked(ActorEntry)
    for number, link in enumerate(entry.links or ()):
        if not is_web_address(link.url):
            raise spot.within("links", number, "url").fault(f"url: {link.url!r} is not allowed.", URL_HINT)
    links = tuple(Link(title=link.title, url=link.url) for link in entry.links or ())
    return _decided(ActorDecision, spot, entry, links=links)


def never_merge(spot: Spot) -> NeverMerge:
    """An entry under `never_merge`."""
    names = spot.checked(Names)
    if len(set(names)) < 2:
        raise spot.fault("Fewer than two different names.", "Allowed are two or more, `[One Name, Another Name]`.")
    return NeverMerge(place=spot.place, names=names)


def not_an_actor(spot: Spot) -> NotAnActor:
    """An entry under `not_actors`."""
    return NotAnActor(place=spot.place, name=spot.checked(Text))


def event(spot: Spot) -> EventDecision:
    """An entry under `events`."""
    entry = spot.checked(EventEntry)
    if not entry.articles:
        raise spot.within("articles").fault("articles: The list is empty.", "Name at least one article.")
    if len(set(entry.articles)) < len(entry.articles):
        raise spot.within("articles").fault("articles: An article is named twice.", "Name each once.")
    _check_date(spot, entry.date)
    if len(set(entry.pin or ())) < len(entry.pin or ()):
        fault = "pin: A disagreement is named twice."
        raise spot.within("pin").fault(fault, "Name each once, in the order to be shown.")
    facts = enumerate(entry.agreed or ())
    agreed = tuple(_agreed(spot.within("agreed", number), entry.articles, fact) for number, fact in facts)
    return _decided(EventDecision, spot, entry, venue=entry.place or "", agreed=agreed)


def _agreed(spot: Spot, articles: Sequence[str], entries: Sequence[QuoteEntry]) -> tuple[QuoteDecision, ...]:
    """One fact that two or more of the event's articles tell, in words of each that are short enough."""
    if len({entry.article for entry in entries}) < 2:
        raise spot.fault("agreed: Fewer than two articles.", "Sources agree only if there are two or more.")
    for number, entry in enumerate(entries):
        if entry.article not in articles:
            part = spot.within(number, "article")
            raise part.fault(f"article: {entry.article!r} is none of this event.", f"There are: {', '.join(articles)}.")
        _check_length(spot.within(number, "quote"), entry.quote)
    return tuple(_decided(QuoteDecision, spot.within(number), entry) for number, entry in enumerate(entries))


def _check_length(spot: Spot, quote: str) -> None:
    count = len(words(quote))
    if count > QUOTE_WORDS:
        raise spot.fault(f"quote: {count} words.", f"Allowed are {QUOTE_WORDS}: quote the part that matters.")


def hidden_section(spot: Spot) -> HiddenSection:
    """An entry under `hide` in events.yml."""
    section = next((name for name in SECTIONS if name == spot.checked(Text)), None)
    if section is None:
        raise spot.fault(f"hide: {spot.checked(Text)!r} is no section.", f"There are: {', '.join(SECTIONS)}.")
    return HiddenSection(place=spot.place, section=section)


def correction(spot: Spot) -> CorrectionEntry:
    """An entry under `corrections`."""
    entry = spot.checked(CorrectionLine)
    _check_date(spot, entry.date)
    told = Correction(date=entry.date, event=entry.event or "", wrong=entry.wrong, right=entry.right)
    return CorrectionEntry(place=spot.place, correction=told)


def disagreement(spot: Spot) -> DisagreementDecision:
    """An entry under `disagreements`."""
    entry = spot.checked(dict[str, Any])
    actions = [key for key in _ACTIONS if key in entry]
    if len(actions) != 1:
        allowed = f"An entry begins with one of: {', '.join(_ACTIONS)}."
        raise spot.fault(f"The entry has {len(actions)} actions.", allowed)
    return _ACTIONS[actions[0]](spot)


def _confirm(spot: Spot) -> DisagreementDecision:
    entry = spot.checked(ConfirmEntry)
    _check_about(spot.within("about"), entry.about or "")
    positions = _positions(spot.within("positions"), entry.positions) if entry.positions else ()
    return _decided(DisagreementDecision, spot, entry, action="confirm", id=entry.confirm, positions=positions)


def _dismiss(spot: Spot) -> DisagreementDecision:
    entry = spot.checked(DismissEntry)
    positions = _positions(spot.within("positions"), entry.positions) if entry.positions else ()
    return _decided(DisagreementDecision, spot, entry, action="dismiss", id=entry.dismiss, positions=positions)


def _add(spot: Spot) -> DisagreementDecision:
    entry = spot.checked(AddEntry)
    _check_about(spot.within("add"), entry.add)
    is_dismissed = entry.status == "dismissed"
    return _decided(
        DisagreementDecision,
        spot,
        entry,
        action="dismiss" if is_dismissed else "add",
        id=entry.add if is_dismissed else "",
        about=entry.add,
        confirmed=entry.status != "proposed",
        positions=_positions(spot.within("positions"), entry.positions),
    )


_ACTIONS = {"confirm": _confirm, "dismiss": _dismiss, "add": _add}


def _decided(decision: type[T], spot: Spot, entry: Entry, **more: object) -> T:
    """The decision with `more`, and what the entry says under the keys of both; a key left empty says nothing."""
    told = {key: getattr(entry, key) for key in entry.__struct_fields__ if key in decision.__struct_fields__}
    return decision(**{key: said for key, said in told.items() if said is not None} | {"place": spot.place} | more)


def _check_about(spot: Spot, about: str) -> None:
    count = len(about.split())
    if count > ABOUT_WORDS:
        raise spot.fault(f"{count} words about what they differ on.", f"Allowed are {ABOUT_WORDS}.")


def _positions(spot: Spot, entries: Sequence[PositionEntry]) -> tuple[PositionDecision, ...]:
    """The positions, if they are of two articles or more, short enough, and each `says` words of its quote."""
    if len({entry.article for entry in entries}) < 2:
        raise spot.fault("positions: Fewer than two articles.", "Sources disagree only if there are two or more.")
    for number, entry in enumerate(entries):
        _check_length(spot.within(number, "quote"), entry.quote)
        if entry.says and not places(entry.quote, entry.says):
            raise spot.within(number, "says").fault("says: These are not words of the quote.", "Copy them out of it.")
    return tuple(_decided(PositionDecision, spot.within(number), entry) for number, entry in enumerate(entries))


def _check_date(spot: Spot, date: str | None) -> None:
    if date and not is_edtf(date):
        raise spot.within("date").fault(f"date: {date!r} is not allowed.", EDTF_HINT)
