"""One entry of an editor's file to one decision; a ParallaxError names the line of the key at fault."""

from collections.abc import Callable, Sequence
from typing import Any

from generator.content.editorial.entries import (
    ActorEntry,
    AddEntry,
    ConfirmEntry,
    CorrectionLine,
    DismissEntry,
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
from generator.model.site import Correction
from generator.model.story import SECTIONS

ABOUT_WORDS = 14
QUOTE_WORDS = 40

Reader = Callable[[Spot], Any]


def actor(spot: Spot) -> ActorDecision:
    """An entry under `actors`."""
    entry = spot.checked(ActorEntry)
    for number, link in enumerate(entry.links or ()):
        if not is_web_address(link.url):
            raise spot.within("links", number, "url").fault(f"url: {link.url!r} is not allowed.", URL_HINT)
    return ActorDecision(
        place=spot.place,
        name=entry.name,
        id=entry.id,
        kind=entry.kind,
        aliases=entry.aliases or (),
        line=entry.line or "",
        source=entry.source or "",
        links=tuple(Link(title=link.title, url=link.url) for link in entry.links or ()),
        formerly=entry.formerly or (),
    )


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
    return EventDecision(
        place=spot.place,
        articles=entry.articles,
        title=entry.title or "",
        date=entry.date or "",
        source=entry.source or "",
        venue=entry.place or "",
        slug=entry.slug or "",
        formerly=entry.formerly or (),
        pin=_each_once(spot.within("pin"), entry.pin or ()),
        hide=entry.hide or (),
        agreed=tuple(
            _agreed(spot.within("agreed", number), entry.articles, fact)
            for number, fact in enumerate(entry.agreed or ())
        ),
    )


def _agreed(spot: Spot, articles: Sequence[str], entries: Sequence[QuoteEntry]) -> tuple[QuoteDecision, ...]:
    """One fact that two or more of the event's articles tell, in words of each that are short enough."""
    if len({entry.article for entry in entries}) < 2:
        raise spot.fault("agreed: Fewer than two articles.", "Sources agree only if there are two or more.")
    for number, entry in enumerate(entries):
        if entry.article not in articles:
            part = spot.within(number, "article")
            raise part.fault(f"article: {entry.article!r} is none of this event.", f"There are: {', '.join(articles)}.")
        _check_length(spot.within(number, "quote"), entry.quote)
    return tuple(
        QuoteDecision(place=spot.within(number).place, article=entry.article, quote=entry.quote)
        for number, entry in enumerate(entries)
    )


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


def _each_once(spot: Spot, names: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(names)) < len(names):
        raise spot.fault("pin: A disagreement is named twice.", "Name each once, in the order to be shown.")
    return names


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
    return DisagreementDecision(
        place=spot.place,
        action="confirm",
        id=entry.confirm,
        kind=entry.kind,
        hardness=entry.hardness,
        about=_about(spot.within("about"), entry.about or ""),
        note=entry.note or "",
        positions=_positions(spot.within("positions"), entry.positions) if entry.positions else (),
    )


def _dismiss(spot: Spot) -> DisagreementDecision:
    entry = spot.checked(DismissEntry)
    return DisagreementDecision(
        place=spot.place,
        action="dismiss",
        id=entry.dismiss,
        kind=entry.kind,
        reason=entry.reason or "",
        positions=_positions(spot.within("positions"), entry.positions) if entry.positions else (),
    )


def _add(spot: Spot) -> DisagreementDecision:
    entry = spot.checked(AddEntry)
    return DisagreementDecision(
        place=spot.place,
        action="dismiss" if entry.status == "dismissed" else "add",
        id=entry.add if entry.status == "dismissed" else "",
        reason=entry.reason or "",
        kind=entry.kind,
        hardness=entry.hardness,
        about=_about(spot.within("add"), entry.add),
        note=entry.note or "",
        positions=_positions(spot.within("positions"), entry.positions),
        confirmed=entry.status != "proposed",
    )


_ACTIONS = {"confirm": _confirm, "dismiss": _dismiss, "add": _add}


def _about(spot: Spot, about: str) -> str:
    count = len(about.split())
    if count > ABOUT_WORDS:
        raise spot.fault(f"{count} words about what they differ on.", f"Allowed are {ABOUT_WORDS}.")
    return about


def _positions(spot: Spot, entries: Sequence[PositionEntry]) -> tuple[PositionDecision, ...]:
    """The positions, if they are of two articles or more, short enough, and each `says` words of its quote."""
    if len({entry.article for entry in entries}) < 2:
        raise spot.fault("positions: Fewer than two articles.", "Sources disagree only if there are two or more.")
    for number, entry in enumerate(entries):
        _check_length(spot.within(number, "quote"), entry.quote)
        if entry.says and not places(entry.quote, entry.says):
            raise spot.within(number, "says").fault("says: These are not words of the quote.", "Copy them out of it.")
    return tuple(
        PositionDecision(
            place=spot.within(number).place, article=entry.article, quote=entry.quote, says=entry.says or ""
        )
        for number, entry in enumerate(entries)
    )


def _check_date(spot: Spot, date: str | None) -> None:
    if date and not is_edtf(date):
        raise spot.within("date").fault(f"date: {date!r} is not allowed.", EDTF_HINT)
