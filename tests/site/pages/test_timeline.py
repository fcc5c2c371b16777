"""The timeline is honest about what is not known."""

from datetime import date, timedelta

import msgspec
import pytest

from generator.model.site import Site
from generator.site.pages.lookup import Lookup
from generator.site.pages.spans import in_time, stretch
from generator.site.pages.timeline import Timeline, timeline
from generator.site.pages.viewpoint import Viewpoint
from generator.site.words import LANGUAGES, read_words
from tests.sites import ferry_site


def _timeline(sources: int = 3, date_of_first: str | None = None) -> Timeline:
    site = ferry_site(sources)
    if date_of_first is not None:
        events = (msgspec.structs.replace(site.events[0], date=date_of_first), *site.events[1:])
        site = msgspec.structs.replace(site, events=events)
    lookup = Lookup(site, read_words("en"))
    return timeline(lookup.timeline, Viewpoint(lookup, "index.md"))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2031-03-11", (date(2031, 3, 11), date(2031, 3, 11))),
        ("2031-03", (date(2031, 3, 1), date(2031, 3, 31))),
        ("2030-23", (date(2030, 9, 1), date(2030, 11, 30))),
        ("2031-03-11/2031-03-13", (date(2031, 3, 11), date(2031, 3, 13))),
        ("2031-03-11/..", (date(2031, 3, 11), date.max)),
        ("../2031", (date.min, date(2031, 12, 31))),
        ("../..", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_stretches_over_all_the_days_it_may_mean(edtf: str, expected: object) -> None:
    assert stretch(edtf) == expected


def test_dates_sort_by_their_first_day_and_unknown_ones_last() -> None:
    dates = ["", "2031", "2030-12/2031-03", "2030-23", "2031-01-01"]
    assert sorted(dates, key=in_time) == ["2030-23", "2030-12/2031-03", "2031-01-01", "2031", ""]


def test_a_season_is_drawn_wider_than_a_day() -> None:
    own = {row.edtf: row.bar for row in _timeline().rows if row.event}
    season, day = own["2030-23"], own["2031-03-11"]
    assert season
    assert day
    assert season.width > 10 * day.width / 2
    assert season.left + season.width < day.left


def test_what_lies_outside_the_scale_is_pointed_at_not_drawn() -> None:
    beyond = {row.edtf: row.bar.beyond for row in _timeline().rows if row.bar}
    assert [row.edtf for row in _timeline().earlier] == ["2019"]
    assert beyond["2031-06"] == "after"
    assert beyond["2031-03-11"] == ""


def test_an_event_without_a_date_is_listed_last_and_not_drawn() -> None:
    line = _timeline(date_of_first="")
    assert line.rows[-1].bar is None
    assert line.rows[-1].edtf == ""


def test_every_bar_and_tick_lies_on_the_scale() -> None:
    line = _timeline()
    for row in line.rows:
        if row.bar and not row.bar.beyond:
            assert 0 <= row.bar.left <= row.bar.left + row.bar.width <= 100.01
    assert 1 <= len(line.ticks) <= 4
    assert all(0 <= left <= 100 for left, _ in line.ticks)


@pytest.mark.parametrize("days", [1, 20, 40, 70, 100, 150, 200, 300, 400, 700, 1000, 2000, 9000])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_runs_into_the_next(days: int, language: str) -> None:
    site, first = ferry_site(), date(2031, 6, 20)
    for start in (first, first + timedelta(days=12)):
        dates = (start.isoformat(), (start + timedelta(days=days)).isoformat())
        events = tuple(msgspec.structs.replace(site.events[0], id=day, date=day, background=()) for day in dates)
        lookup = Lookup(Site(articles=site.articles, events=events), read_words(language))
        ticks = timeline(events, Viewpoint(lookup, "index.md")).ticks
        assert ticks
        # The scale of a page of 320 pixels, where a label moves left to stay on it; and that beside a column of text.
        for width, last in ((280, 280 - 64), (204, 204)):
            places = [min(left / 100 * width, last) for left, _ in ticks]
            ends = [place + 6 * len(label) for place, (_, label) in zip(places, ticks, strict=True)]
            assert all(end < place for end, place in zip(ends, places[1:], strict=False)), (ticks, width)


@pytest.mark.parametrize("edtf", ["0001-01-01", "9999-12-31", "1900/2031"])
def test_dates_at_the_ends_of_the_calendar_do_no_harm(edtf: str) -> None:
    assert _timeline(date_of_first=edtf).rows
