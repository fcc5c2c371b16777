"""Two wordings of one quotation as one: what both have once, what differs beside each other, and every cut marked."""

import pytest

from generator.site.pages.variants import is_part, merged


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (
            "“grants that should have gone to the school”",
            "“grants that should not have gone to the school,”",
            "grants that [should/should not] have gone to the school",
        ),
        (
            "“We were told the light was repaired in March,”",
            "“We were told that the light was mended in March,”",
            "We were [told/told that] the light was [repaired/mended] in March",
        ),
        ("“in our view the pier is safe”", "“the pier is safe today”", "[in our view/…] the pier is safe […/today]"),
        ("“Not one of us was asked”", "“One of us was asked”", "[Not/…] one of us was asked"),
    ],
)
def test_two_wordings_are_shown_once(first: str, second: str, shown: str) -> None:
    pieces = merged(first, second)
    assert pieces
    assert " ".join(f"[{p.first}/{p.second}]" if p.second else str(p.first) for p in pieces) == shown


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“the pier is safe”", "“The pier is safe.”"),
        ("“the pier is safe”", "“nobody asked us about the winter”"),
        ("“a b c d e f g h i”", "“x b y d z f w h v”"),
    ],
)
def test_what_is_the_same_or_another_sentence_is_not_merged(first: str, second: str) -> None:
    assert merged(first, second) is None


def test_a_part_is_a_run_of_words() -> None:
    assert is_part(["on", "many", "sides"], ["hatred", "on", "many", "sides"])
    assert not is_part(["many", "hatred"], ["hatred", "on", "many", "sides"])
