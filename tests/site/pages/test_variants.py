"""Several wordings of one quotation as one: what all have once, what differs side by side, and every cut marked."""

import random

import pytest

from generator.site.pages.variants import Piece, is_part, merged

WORDS = ("the", "light", "was", "not", "mended", "in", "March")


def _shown(pieces: tuple[Piece, ...]) -> str:
    """Pieces as text: `[a1/b2 3]` where they part."""
    alone = (str(piece.ways[0].words) if len(piece.ways) == 1 else "" for piece in pieces)
    parted = ("/".join(f"{w.words}{' '.join(map(str, w.wordings))}" for w in piece.ways) for piece in pieces)
    return " ".join(words or f"[{parts}]" for words, parts in zip(alone, parted, strict=True))


@pytest.mark.parametrize(
    ("wordings", "shown"),
    [
        (
            ("“grants that should have gone to the school”", "“grants that should not have gone to the school,”"),
            "grants that [should1/should not2] have gone to the school",
        ),
        (
            (
                "“We were told the light was repaired in March,”",
                "“We were told that the light was mended in March,”",
                "“We were told the light was mended in March.”",
            ),
            "We were [told1 3/told that2] the light was [repaired1/mended2 3] in March",
        ),
        (
            ("“in our view the pier is safe”", "“the pier is safe today”", "“the pier is safe here”"),
            "[in our view1/…2 3] the pier is safe […1/today2/here3]",
        ),
        (("“Not one of us was asked”", "“One of us was asked”"), "[Not1/…2] one of us was asked"),
    ],
)
def test_a_quotation_in_several_wordings_is_shown_once(wordings: tuple[str, ...], shown: str) -> None:
    pieces = merged(wordings)
    assert pieces
    assert _shown(pieces) == shown


@pytest.mark.parametrize(
    "wordings",
    [
        ("“the pier is safe”",),
        ("“the pier is safe”", "“The pier is safe.”"),
        ("“the pier is safe”", "“nobody asked us about the winter”"),
        ("“a b c d e f g h i”", "“x b y d z f w h v”"),
        ("“a pier”", "“”"),
        tuple(f"“the pier is safe in {month}”" for month in ("March", "April", "May", "June", "July")),
    ],
)
def test_what_is_the_same_or_another_sentence_is_not_merged(wordings: tuple[str, ...]) -> None:
    assert merged(wordings) is None


def test_each_wording_is_read_in_the_pieces_word_for_word() -> None:
    chance = random.Random(7)  # noqa: S311 - the same wordings each time
    seen = 0
    for _ in range(2000):
        wordings = [" ".join(word for word in WORDS if chance.random() < 0.85) for _ in range(chance.choice((2, 3)))]
        wordings = [f"{words} {chance.choice(WORDS)}" if chance.random() < 0.3 else words for words in wordings]
        pieces = merged(wordings)
        seen += pieces is not None
        for number, words in enumerate(wordings, 1):
            read = [
                way.words
                for piece in pieces or ()
                for way in piece.ways
                if number in way.wordings or not piece.ways[1:]
            ]
            assert pieces is None or " ".join(part for part in read if part != "…") == words
    assert seen > 1000


def test_a_part_is_a_run_of_words() -> None:
    assert is_part(["on", "many", "sides"], ["hatred", "on", "many", "sides"])
    assert not is_part(["many", "hatred"], ["hatred", "on", "many", "sides"])
