"""One paragraph a line, or one paragraph over several filled lines: both are published, and told apart."""

import textwrap

import pytest

from generator.content.articles.blocks import blocks

PARAGRAPHS = (
    "The old mill on the river burned down on Friday night, and nobody was hurt. Forty firefighters from three towns "
    "fought the flames until dawn, but the roof fell in shortly after two o'clock and took the upper floors with it.",
    "The mayor, who watched from the bridge, said that the town had lost its heart. She promised that the mill would "
    "be built again, although she could not say who would pay for it or when the work might begin.",
    "A neighbour told reporters that he had smelled smoke as early as seven in the evening.",
    "The cause is not known. Investigators will go into the ruin on Monday, once the walls have been made safe.",
)


def texts(body: str) -> list[str]:
    return [" ".join(body[block.start : block.end].split()) for block in blocks(body)]


@pytest.mark.parametrize("width", [45, 60, 72, 80, 100, 120])
def test_lines_filled_to_a_width_are_joined(width: int) -> None:
    body = "\n\n".join(textwrap.fill(text, width) for text in PARAGRAPHS)
    assert texts(body) == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [60, 80])
def test_filled_lines_without_blank_lines_part_after_a_short_last_line(width: int) -> None:
    body = "\n".join(textwrap.fill(text, width) for text in PARAGRAPHS[:2])
    assert texts(body) == list(PARAGRAPHS[:2])


@pytest.mark.parametrize("join", ["\n", "\n\n"])
def test_a_line_is_a_paragraph_where_lines_are_not_filled(join: str) -> None:
    assert texts(join.join(PARAGRAPHS)) == list(PARAGRAPHS)


def test_one_long_address_does_not_hide_that_lines_are_filled() -> None:
    address = "https://sampleton.example/" + "a" * 150
    body = "\n\n".join([*(textwrap.fill(text, 72) for text in PARAGRAPHS), address])
    assert texts(body) == [*PARAGRAPHS, address]


def test_short_lines_in_one_group_are_paragraphs_of_their_own() -> None:
    body = "Once\nMonthly\nAnnual\n\n" + PARAGRAPHS[0]
    assert texts(body) == ["Once", "Monthly", "Annual", PARAGRAPHS[0]]


def test_items_stand_without_their_markers() -> None:
    body = f"{PARAGRAPHS[2]}\n- The roof is gone.\n* The walls stand.\n• The wheel is lost.\n{PARAGRAPHS[3]}"
    found = blocks(body)
    assert [block.item for block in found] == [False, True, True, True, False]
    assert texts(body)[1:4] == ["The roof is gone.", "The walls stand.", "The wheel is lost."]


def test_filled_items_are_joined() -> None:
    items = [textwrap.fill(text, 72, initial_indent="- ", subsequent_indent="  ") for text in PARAGRAPHS]
    assert texts("\n".join(items)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    ["2016. It was a good year.", "-5 degrees were measured.", "*Names have been changed.", "— The mill, again."],
)
def test_what_only_resembles_a_marker_stays(line: str) -> None:
    assert texts(f"{PARAGRAPHS[2]}\n\n{line}") == [PARAGRAPHS[2], line]


def test_a_numbered_item_keeps_its_number() -> None:
    assert texts("1. The roof\n2. The walls") == ["1. The roof", "2. The walls"]


@pytest.mark.parametrize("body", ["", "\n \n\t\n", "-\n", "* * *\n"])
def test_nothing_gives_nothing(body: str) -> None:
    assert blocks(body) == ()
