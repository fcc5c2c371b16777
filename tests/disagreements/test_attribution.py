"""What one of two sentences states and the other passes on, or what they credit to two sources."""

from pathlib import Path

import pytest

from generator.disagreements.attribution import contrast
from tests.disagreements.views import told, view

UNLIKE = {
    "an_assessment_against_a_fact": (
        "According to port inspectors, the refinery dumped oily ballast into the harbour last winter.",
        "The refinery dumped oily ballast into the harbour last winter.",
        ("According to port inspectors", "dumped oily ballast into the harbour last winter"),
    ),
    "critics_against_a_fact": (
        "Residents met over the ordinance, which critics say would outlaw street musicians in the old town.",
        "The ordinance would outlaw street musicians in the old town.",
        ("critics say", "would outlaw street musicians in the old town"),
    ),
    "alleged_against_flat": (
        "Prosecutors looked into the treasurer's alleged theft of pension money.",
        "The theft of pension money by the treasurer shook the union.",
        ("alleged theft of pension money", "theft of pension money by the treasurer"),
    ),
    "reportedly_against_a_source": (
        "The dairy has reportedly sold twelve thousand spoiled cheeses to schools.",
        "According to food inspectors, the dairy has sold twelve thousand spoiled cheeses to schools.",
        ("has reportedly sold twelve thousand spoiled cheeses to schools", "According to food inspectors"),
    ),
    "an_accusation_that": (
        "The board met amid criticism that the charter could shut out disabled pupils.",
        "Parents opposed the charter, which could shut out disabled pupils.",
        ("criticism that the charter could shut out disabled pupils", "could shut out disabled pupils"),
    ),
    "two_sources": (
        "The tunnel flooded because a pump valve had rusted, union officials said.",
        "The tunnel flooded because a pump valve had rusted, according to a leaked report.",
        ("union officials said", "according to a leaked report"),
    ),
}

NONE = {
    "both_state_it": (
        "The refinery dumped oily ballast into the harbour last winter.",
        "Last winter the refinery dumped oily ballast into the harbour.",
    ),
    "both_credit_one_source": (
        "Port inspectors said the refinery dumped oily ballast into the harbour.",
        "The refinery dumped oily ballast into the harbour, port inspectors said.",
    ),
    "one_speaker_by_name_and_office": (
        "“The refinery dumped oily ballast into the harbour,” Mayor Anna Berg said.",
        "“The refinery dumped oily ballast into the harbour,” the mayor said.",
    ),
    "the_source_tells_what_it_does_itself": (
        "The bakery said it would hire eleven apprentices in the spring.",
        "The bakery would hire eleven apprentices in the spring.",
    ),
    "the_source_tells_what_befell_itself": (
        "He said he was grazed by a bullet and released from the hospital on Sunday morning.",
        "He was treated for his injuries and released from the hospital.",
    ),
    "charges_before_a_court": (
        "The council voted to remove the mayor on charges of bribery and abuse of the harbour funds.",
        "The council voted to remove the mayor over bribery and abuse of the harbour funds.",
    ),
    "announcing_makes_it_so": (
        "The ministry announced that the ferry line closed on Sunday.",
        "The ferry line closed on Sunday.",
    ),
    "another_thing_is_passed_on": (
        "Port inspectors said the refinery cheated on its tax returns for years.",
        "The refinery dumped oily ballast into the harbour last winter.",
    ),
    "only_the_background_is_shared": (
        "Critics say the mayor misled voters during the inquiry into the refinery fire of last winter.",
        "A judge heard eleven witnesses in the inquiry into the refinery fire of last winter.",
    ),
    "the_other_only_asks_whether": (
        "Critics say the refinery dumped oily ballast into the harbour.",
        "The inquiry will settle whether the refinery dumped oily ballast into the harbour.",
    ),
    "both_hedge": (
        "The refinery may have dumped oily ballast into the harbour.",
        "The refinery might have dumped oily ballast into the harbour.",
    ),
}


@pytest.mark.parametrize("case", UNLIKE)
def test_unlike_sources(case: str, tmp_path: Path) -> None:
    one, other, words = UNLIKE[case]
    assert told(contrast, view(tmp_path, one, other)) == words


@pytest.mark.parametrize("case", NONE)
def test_no_contrast(case: str, tmp_path: Path) -> None:
    assert told(contrast, view(tmp_path, *NONE[case])) is None


def test_words_of_distance_weigh_more_than_plain_saying(tmp_path: Path) -> None:
    flat = "The refinery dumped oily ballast into the harbour last winter."
    (tmp_path / "far").mkdir()
    (tmp_path / "near").mkdir()
    far = contrast(view(tmp_path / "far", f"Critics claim that {flat[0].lower()}{flat[1:]}", flat))
    near = contrast(view(tmp_path / "near", f"Anna Berg said that {flat[0].lower()}{flat[1:]}", flat))
    assert far is not None
    assert near is None or near.strength <= far.strength
