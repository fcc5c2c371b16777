"""Reasons, purposes and occasions that two sentences give for one act."""

from pathlib import Path

import pytest

from generator.disagreements.cause import contrast
from tests.disagreements.views import told, view

UNLIKE = {
    "occasions": (
        "Mayor Anna Berg resigned on Friday after an audit found missing invoices.",
        "Mayor Anna Berg resigned on Friday because her mother had fallen ill.",
        ("after an audit found missing invoices", "because her mother had fallen ill"),
    ),
    "purposes": (
        "The council closed the north bridge to replace its rusted cables.",
        "The council closed the north bridge to keep protesters out of the market.",
        ("to replace its rusted cables", "to keep protesters out of the market"),
    ),
    "grounds_in_phrases": (
        "The school talks collapsed in March due to disagreements over class sizes.",
        "The school talks collapsed in March over disagreements regarding pensions.",
        ("due to disagreements over class sizes", "over disagreements regarding pensions"),
    ),
    "an_argument_against_a_frame": (
        "The union rejected the contract, saying nurses had been promised a raise.",
        "The union rejected the contract in protest of the dismissal of two organizers.",
        ("saying nurses had been promised a raise", "in protest of the dismissal of two organizers"),
    ),
    "a_phrase_that_ends_on_a_particle": (
        "Drivers walked off the job after talks over pensions broke down.",
        "Drivers walked off the job in protest of a plan to cut routes.",
        ("after talks over pensions broke down", "in protest of a plan to cut routes"),
    ),
}

NONE = {
    "one_side_gives_no_reason": (
        "The council closed the north bridge to replace its rusted cables.",
        "The council closed the north bridge on Monday morning.",
    ),
    "the_same_reason_in_other_words": (
        "The council closed the north bridge to replace its rusted cables.",
        "The council closed the north bridge in order to replace rusted old cables.",
    ),
    "reasons_of_two_acts": (
        "The council closed the north bridge to replace its rusted cables.",
        "The hospital hired twelve nurses to shorten its waiting lists.",
    ),
    "acts_of_two_people": (
        "Mayor Anna Berg resigned because her mother had fallen ill.",
        "Sheriff Tom Kline resigned after an audit found missing invoices.",
    ),
    "an_hour_is_no_occasion": (
        "The ferry left the old harbor shortly after eight in thick fog.",
        "The ferry left the old harbor after its engine failed.",
    ),
    "what_is_decided_is_no_purpose": (
        "The council voted on Monday to close the north bridge because its cables are rusted.",
        "The council voted on Tuesday to close the north bridge.",
    ),
    "what_is_asked_for_is_no_purpose": (
        "The council asked the ministry to pay for the north bridge.",
        "The council asked the ministry to send two engineers.",
    ),
}


@pytest.mark.parametrize("case", UNLIKE)
def test_unlike_reasons_of_one_act(case: str, tmp_path: Path) -> None:
    one, other, words = UNLIKE[case]
    assert told(contrast, view(tmp_path, one, other)) == words


@pytest.mark.parametrize("case", NONE)
def test_no_contrast(case: str, tmp_path: Path) -> None:
    assert told(contrast, view(tmp_path, *NONE[case])) is None


def test_the_subject_is_what_both_speak_of(tmp_path: Path) -> None:
    found = contrast(view(tmp_path, *UNLIKE["purposes"][:2]))
    assert found
    assert found.subject == "north bridge"
