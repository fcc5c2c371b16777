"""People, bodies and places that two sentences put in one part of one happening."""

from pathlib import Path

import pytest

from generator.disagreements.who import contrast
from tests.disagreements.views import told, view

UNLIKE = {
    "doers": (
        "Teachers launched the petition against the new timetable.",
        "Parents launched the petition against the new timetable.",
        ("Teachers", "Parents"),
    ),
    "a_member_and_the_body": (
        "Mayor Anna Berg founded the youth orchestra of Halden.",
        "The Halden Council founded the youth orchestra of Halden.",
        ("Mayor Anna Berg", "Halden Council"),
    ),
    "others_of_a_kind": (
        "Sheriff Tom Kline told a Reuters newspaper that he would stay.",
        "Sheriff Tom Kline told a CBS newspaper that he was not leaving.",
        ("Reuters newspaper", "CBS newspaper"),
    ),
    "company_of_a_meeting": (
        "In a meeting with Tom Kline, Anna Berg pledged her support for the harbor tunnel.",
        "During a meeting with Maria Lund, Anna Berg pledged her support for the harbor tunnel.",
        ("meeting with Tom Kline", "meeting with Maria Lund"),
    ),
    "two_offices_of_one": (
        "Anna Berg, then a deputy mayor of Halden, opened the harbor tunnel.",
        "Anna Berg, then the mayor of Halden, opened the harbor tunnel.",
        ("deputy mayor", "mayor"),
    ),
    "a_passive_turned_round": (
        "The harbor tunnel was designed by Maria Lund.",
        "Tom Kline designed the harbor tunnel.",
        ("Maria Lund", "Tom Kline"),
    ),
    "places": (
        "The ceasefire was announced in Cairo on Friday.",
        "The ceasefire was announced in Doha on Friday.",
        ("Cairo", "Doha"),
    ),
}

NONE = {
    "two_names_of_one": (
        "Mayor Anna Berg founded the youth orchestra.",
        "Berg founded the youth orchestra.",
    ),
    "a_pronoun": (
        "Mayor Anna Berg founded the youth orchestra.",
        "She founded the youth orchestra.",
    ),
    "somebody_told_of_before": (
        "Mayor Anna Berg founded the youth orchestra.",
        "The teacher founded the youth orchestra.",
    ),
    "two_people_who_both_speak": (
        "Mayor Anna Berg said the harbor tunnel was too expensive.",
        "Sheriff Tom Kline said the harbor tunnel was too expensive.",
    ),
    "two_days": (
        "Anna Berg spoke in Lisbon on Monday.",
        "Anna Berg spoke in Madrid on Tuesday.",
    ),
    "two_happenings": (
        "Teachers launched the petition against the new timetable.",
        "Parents launched a fund for the broken roof.",
    ),
    "one_past_and_one_to_come": (
        "The Senate approved the harbor bill on Tuesday.",
        "The House will approve the harbor bill on Friday.",
    ),
    "an_office_told_with_more_detail": (
        "Anna Berg, the mayor of Halden, opened the harbor tunnel.",
        "Anna Berg, the first female mayor of Halden, opened the harbor tunnel.",
    ),
    "two_who_both_oppose_it": (
        "Maria Lund criticized the harbor tunnel.",
        "Tom Kline criticized the harbor tunnel.",
    ),
    "one_body_with_and_without_dots": (
        "Maria Lund lied to the FBI about the harbor tunnel.",
        "Maria Lund lied to the F.B.I. about the harbor tunnel.",
    ),
    "a_body_and_its_agents": (
        "The FBI raided the harbor office.",
        "F.B.I. agents raided the harbor office.",
    ),
    "a_name_and_what_its_bearer_is": (
        "Mayor Anna Berg founded the youth orchestra of Halden.",
        "The young Democrat founded the youth orchestra of Halden.",
    ),
    "vague_words_for_the_same": (
        "Authorities identified the driver as a teacher from Halden.",
        "Police identified the driver as a teacher from Halden.",
    ),
    "a_country_and_its_people": (
        "Anna Berg asked Norwegian engineers to inspect the harbor tunnel.",
        "Anna Berg asked Norway to inspect the harbor tunnel.",
    ),
    "no_doer_on_one_side": (
        "Teachers launched the petition against the new timetable.",
        "The petition against the new timetable was launched in May.",
    ),
}


@pytest.mark.parametrize("case", UNLIKE)
def test_unlike_fillers_of_one_part(case: str, tmp_path: Path) -> None:
    one, other, words = UNLIKE[case]
    assert told(contrast, view(tmp_path, one, other)) == words


@pytest.mark.parametrize("case", NONE)
def test_no_contrast(case: str, tmp_path: Path) -> None:
    assert told(contrast, view(tmp_path, *NONE[case])) is None
