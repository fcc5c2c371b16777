"""The page of one event."""

from collections.abc import Sequence
from typing import Any

from generator.matching.compared import left_out
from generator.model.record import Record
from generator.model.story import Background, Event
from generator.model.text import Passage
from generator.site.pages.cards import card, how_it_came
from generator.site.pages.compared import compared, is_of_words
from generator.site.pages.facts import brief
from generator.site.pages.leaning import independent, leaning
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of
from generator.site.pages.sidebar import open_conflicts, open_facts
from generator.site.pages.spans import in_time
from generator.site.pages.tellings import quoted, wordings
from generator.site.pages.templates import Templates
from generator.site.pages.utterances import SPEAKERS, parted, speakers
from generator.site.pages.viewpoint import Quote, Source, Viewpoint

PEOPLE = 6
"""So many names fit two lines; the rest stand behind a line that opens them."""

ONCE = 5
"""A folded list of one more line than this shows it."""


FEWEST_WORDS = 6
"""Fewer words of a happening in the background tell nothing outside of their sentence."""


class BackgroundView(Record, frozen=True):
    """A happening that the articles recall or announce; `status` is a key of phrases."""

    date: str
    status: str
    quote: Quote
    also: tuple[Source, ...]


def event_page(event: Event, lookup: Lookup, templates: Templates) -> Page:
    """The page of an event."""
    uri = lookup.addresses.events[event.id]
    view, title = Viewpoint(lookup, uri, event), lookup.title(event)
    sources = lookup.words.say("count_articles", n=len(event.articles))
    return page_of(
        uri,
        title,
        f"{title} – {lookup.words.date(event.date)} – {sources}",
        templates.render("event.md.j2", view=view, event=event, **event_context(event, view)),
        hide=["navigation", "toc", "tags"],
        tags=[lookup.words.say("page_event")],
        search={"boost": 4},
    )


def event_context(event: Event, view: Viewpoint) -> dict[str, Any]:
    """What an event's page shows besides the event itself.

    Of the cards, `hard` ones stand in the sidebar, `open_hard` of them at once; `soft` ones behind their number, or
    where there is no conflict so many open as fit (`open_soft`). `further` facts fill the column beside a long sidebar,
    `folded` ones stand behind a line. `table` has the disagreements that differ in substance, `puts` those of words
    alone; `voice` says whose finding all of them are, "" where they are of several.
    """
    lookup, articles = view.lookup, [view.lookup.articles[a] for a in event.articles]
    found = [(item, card(item, view)) for item in lookup.disagreements.get(event.id, [])]
    hard = [shown for item, shown in found if item.hardness == "hard"]
    soft = [shown for item, shown in found if item.hardness != "hard"]
    open_hard = open_conflicts(hard)
    told = brief(lookup.facts.get(event.id, []), event, view)
    further = open_facts(told, hard[:open_hard]) if told.shared else 0
    voices = {shown.voices for _, shown in found}
    order, people = lookup.timeline, sorted(view.actors(event.actors), key=lambda actor: actor.kind != "person")
    at = lookup.places[event.id]
    spoken = speakers([q for article in event.articles for q in lookup.quotations.get(article, [])], view)
    return {
        "headlines": [view.article(name) for name in _named_by(event) if name in lookup.articles],
        "left_out": left_out(articles),
        "unread": sum(article.spoken in lookup.site.unread for article in articles),
        "independent": independent(event, view),
        "how": how_it_came([item for item, _ in found], lookup.words),
        "leaning": leaning(event, view),
        "people": people[:PEOPLE],
        "others": people[PEOPLE:],
        "brief": told,
        "further": told.more[:further],
        "folded": told.more[further:],
        "voice": "; ".join(*voices) if len(voices) == 1 else "",
        "hard": hard,
        "open_hard": open_hard,
        "soft": soft,
        "open_soft": 0 if hard else open_conflicts(soft),
        "table": compared([(item, shown) for item, shown in found if not is_of_words(item)], event.articles, view),
        "puts": parted([shown for item, shown in found if is_of_words(item)], ONCE),
        "speakers": parted(spoken, SPEAKERS),
        "background": _background(event, view),
        "quoted": {article: quoted(article, view) for article in event.articles},
        "wordings": {article: wordings(article, event, view) for article in event.articles},
        "before": order[at - 1] if at else None,
        "after": order[at + 1] if at + 1 < len(order) else None,
    }


def _named_by(event: Event) -> list[str]:
    """The articles whose headlines name an event."""
    if event.status != "detected":
        return []
    return [event.title_article, *([event.beside.article] if event.beside else [])]


def _background(event: Event, view: Viewpoint) -> tuple[BackgroundView, ...]:
    same: dict[Passage, list[Background]] = {}
    for item in sorted(event.background, key=lambda item: in_time(item.date)):
        if item.passages and len(item.passages[0].quote.split()) >= FEWEST_WORDS:
            same.setdefault(item.passages[0], []).append(item)
    return tuple(_recalled(items, view) for items in same.values())


def _recalled(items: Sequence[Background], view: Viewpoint) -> BackgroundView:
    """What one passage recalls, with all dates that it names."""
    first, *others = items[0].passages
    also = {p.article: view.source(p) for p in others if p.article != first.article}
    dates = dict.fromkeys(view.lookup.words.date(item.date) for item in items if item.date)
    return BackgroundView(
        date=", ".join(dates), status=items[0].status, quote=view.excerpt(first), also=tuple(also.values())
    )
