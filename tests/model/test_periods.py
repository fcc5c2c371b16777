from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.periods import Period, cover, day, edtf, month, period, season, week, year_of

KNOWN = [
    "2024-01-16",
    "2024-01",
    "2024",
    "2024-21",
    "2024-22",
    "2024-23",
    "199X",
    "2024-23/..",
    "2025-10-28/2025-10-31",
]


@pytest.mark.parametrize("text", KNOWN)
def test_edtf_is_read_and_written_back(text: str) -> None:
    found = period(text)
    assert found is not None
    assert edtf(found) == text


@pytest.mark.parametrize("text", ["", "soon", "2024-13-01", "2024-02-30", "/", "2024/2023", "../..", "16 January 2024"])
def test_not_an_edtf_date(text: str) -> None:
    assert period(text) is None


def test_season_is_its_three_months() -> None:
    autumn = period("2024-23")
    assert autumn is not None
    assert (date.fromordinal(autumn.low), date.fromordinal(autumn.high)) == (date(2024, 9, 1), date(2024, 11, 30))


def test_winter_runs_over_the_year() -> None:
    winter = season(2024, 12)
    assert (date.fromordinal(winter.low), date.fromordinal(winter.high)) == (date(2024, 12, 1), date(2025, 2, 28))
    assert period("2024-24") == winter


def test_week_is_monday_to_sunday() -> None:
    thursday = date(2024, 1, 18).toordinal()
    assert edtf(week(thursday)) == "2024-01-15/2024-01-21"
    assert edtf(week(thursday, -1)) == "2024-01-08/2024-01-14"


def test_month_runs_over_the_year() -> None:
    assert edtf(month(2024, 0)) == "2023-12"
    assert edtf(month(2024, 13)) == "2025-01"


def test_cover_keeps_the_coarser_unit() -> None:
    assert edtf(cover(month(2024, 9), year_of(2025))) == "2024/2025"


@given(st.dates(min_value=date(1000, 1, 1)), st.integers(0, 4000))
def test_what_is_written_is_read_as_the_same_days(start: date, days: int) -> None:
    low = start.toordinal()
    high = min(low + days, date.max.toordinal())
    found = period(edtf(Period(low=low, high=high)))
    assert found is not None
    assert (found.low, found.high) == (low, high)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_one_day(some: date) -> None:
    assert period(some.isoformat()) == day(some.toordinal())
