"""The parts of a long index, and what of a long list is shown."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from markupsafe import Markup

from generator.model.record import Record
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of
from generator.site.pages.spans import in_time
from generator.site.pages.viewpoint import Viewpoint
from generator.site.parts import Part, day_of_part, page_of_part

T = TypeVar("T")


class PartLink(Record, frozen=True):
    """A part of an index, linked."""

    label: str
    href: Markup


def part_links(index: str, labels: dict[Part, str], view: Viewpoint) -> tuple[PartLink, ...]:
    """Links to the parts of the index page `index`, in the order of `labels`, which says what each is called."""
    return tuple(PartLink(label=label, href=view.link(page_of_part(index, part))) for part, label in labels.items())


def part_page(uri: str, title: str, label: str, body: str) -> Page:
    """The page of a part; a search finds what stands in it on pages that tell more."""
    whole = f"{title}: {label}"
    return page_of(uri, whole, whole, body, hide=["navigation", "toc"], search={"exclude": True})


def month_names(months: Sequence[Part], lookup: Lookup) -> dict[Part, str]:
    """What months and days are called."""
    return {part: month_name(part, lookup) for part in months}


def month_name(part: Part, lookup: Lookup) -> str:
    """What a month or a day is called, or what of it begins with some letters."""
    day, letters = day_of_part(part)
    told = lookup.words.date(day)
    return f"{told}, {letters}" if letters else told


def latest(things: Sequence[T], date: Callable[[T], str], most: int) -> list[T]:
    """At most so many things, those of the latest dates (EDTF), in their given order."""
    by_date = sorted(range(len(things)), key=lambda number: in_time(date(things[number])))
    return [things[number] for number in sorted(by_date[-most:])]
