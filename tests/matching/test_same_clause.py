"""Two clauses side by side: the same, or the parts in which they differ. The table holds the cases."""

import csv

import pytest

from generator.language.frames import Frame
from generator.matching.same_clause import Match, Telling, match
from tests.folders import CASES
from tests.stories import analysed, read

PAIRS = [
    row
    for row in csv.reader((CASES / "same_clause" / "pairs.tsv").read_text(encoding="utf-8").splitlines(), "excel-tab")
    if not row[0].startswith("#")
]


@pytest.fixture(scope="module")
def tellings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Telling]:
    sentences = sorted({sentence for row in PAIRS for sentence in row[:2]})
    stories = {f"s{number:03}": {"text": sentence} for number, sentence in enumerate(sentences)}
    analyses = analysed(read(tmp_path_factory.mktemp("pairs"), stories))
    return {sentence: Telling(analyses[name]) for name, sentence in zip(stories, sentences, strict=True)}


def closest(ours: Telling, theirs: Telling) -> tuple[Frame, Frame, Match]:
    """The two frames that answer to each other best."""
    laid = [(one, other, match(ours, one, theirs, other)) for one in ours.frames.all for other in theirs.frames.all]
    return max(laid, key=lambda each: (each[2].anchors, -len(each[2].differences)))


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row[0]} / {row[1]}")
def test_pair(row: list[str], tellings: dict[str, Telling]) -> None:
    ours, theirs, wanted = tellings[row[0]], tellings[row[1]], row[2]
    for a, b in ((ours, theirs), (theirs, ours)):
        _, _, found = closest(a, b)
        if wanted == "same":
            assert found.differs_only_in(), found
        elif wanted == "other":
            assert not found.differs_only_in()
            assert not any(found.differs_only_in(what) for what in found.kinds)
        else:
            assert found.kinds == set(wanted.split()), found
            assert found.differs_only_in(*wanted.split()), found
            assert not found.differs_only_in()


def test_a_difference_has_its_place_on_both_sides(tellings: dict[str, Telling]) -> None:
    row = next(row for row in PAIRS if row[2] == "time")
    ours, theirs = tellings[row[0]], tellings[row[1]]
    difference = closest(ours, theirs)[2].difference("time")
    assert difference is not None
    told = [
        " ".join(t.tokens[n].text for n in range(*place))
        for t, place in ((ours, difference.ours), (theirs, difference.theirs))
        if place
    ]
    assert told == ["on Monday", "on Thursday"]
