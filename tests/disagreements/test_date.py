"""Times and orders that two sentences give for one happening."""

from pathlib import Path

import pytest

from generator.disagreements.date import contrast
from tests.disagreements.views import told, view

UNLIKE = {
    "two_days": (
        "The port workers will hold their strike vote on May 20.",
        "The port workers will hold their strike vote on May 23.",
        ("on May 20", "on May 23"),
    ),
    "two_first_years": (
        "Anna Berg has led the teachers union since 2009.",
        "Anna Berg has led the teachers union since 2011.",
        ("since 2009", "since 2011"),
    ),
    "two_hours_of_one_day": (
        "The ferry struck the old pier at 11am on Tuesday.",
        "The ferry struck the old pier on Tuesday evening.",
        ("11am", "on Tuesday evening"),
    ),
    "two_days_on_which_one_leaves": (
        "Mayor Anna Berg will leave town hall on January 1, weeks earlier than planned.",
        "Sheriff Tom Kline wrote that Anna Berg, who won the office twice, would retire at the end of February.",
        ("on January 1", "at the end of February"),
    ),
    "two_orders": (
        "Anna Berg and Tom Kline met in Lisbon after touring the shipyard.",
        "The accord follows Anna Berg and Tom Kline's meeting in Lisbon during a tour of the shipyard.",
        ("after touring the shipyard", "during a tour of the shipyard"),
    ),
}

NONE = {
    "a_weekday_and_its_date": (
        "The port workers will hold their strike vote on Monday.",
        "The port workers will hold their strike vote on May 20.",
    ),
    "coarser_and_finer": (
        "The port workers held their strike vote in April.",
        "The port workers held their strike vote on April 9.",
    ),
    "an_hour_within_a_part_of_the_day": (
        "The ferry struck the old pier at 11am on Tuesday.",
        "The ferry struck the old pier on Tuesday morning.",
    ),
    "one_side_gives_no_time": (
        "The port workers held their strike vote on April 9.",
        "The port workers held their strike vote in the union hall.",
    ),
    "two_happenings_years_apart": (
        "Anna Berg ran for mayor in 2008.",
        "Anna Berg ran for mayor in 2016.",
    ),
    "two_places": (
        "Anna Berg spoke in Lisbon on Monday.",
        "Anna Berg spoke in Madrid on Tuesday.",
    ),
    "one_word_in_both": (
        "Anna Berg will open the harbor tunnel today, said Sheriff Tom Kline on May 20.",
        "Anna Berg will open the harbor tunnel today, said Sheriff Tom Kline on May 20.",
    ),
    "what_may_happen_twice": (
        "Anna Berg praised the ferry crew on January 1.",
        "Anna Berg praised the union at the end of February.",
    ),
    "two_happenings": (
        "The port workers held their strike vote on April 9.",
        "The bus drivers signed a new contract on April 12.",
    ),
    "one_past_and_one_to_come": (
        "The port workers voted on the contract on Tuesday.",
        "The port workers will vote on the contract on Friday.",
    ),
    "one_order_in_two_words": (
        "Anna Berg and Tom Kline met in Lisbon after touring the shipyard.",
        "Anna Berg and Tom Kline met in Lisbon following a tour of the shipyard.",
    ),
}


@pytest.mark.parametrize("case", UNLIKE)
def test_unlike_times_of_one_happening(case: str, tmp_path: Path) -> None:
    one, other, words = UNLIKE[case]
    assert told(contrast, view(tmp_path, one, other)) == words


@pytest.mark.parametrize("case", NONE)
def test_no_contrast(case: str, tmp_path: Path) -> None:
    assert told(contrast, view(tmp_path, *NONE[case])) is None
