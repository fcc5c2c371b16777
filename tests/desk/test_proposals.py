"""A proposal is new, known, or another position of one that is there."""

import msgspec

from generator.desk.answer import Proposal, ProposedPosition
from generator.desk.proposals import Known, known_findings, merge
from generator.model.text import Passage
from tests.desk.sample_site import CAUSE, FIGURE, finding


def proposal(*places: tuple[str, int, int], kind: str = "figure") -> Proposal:
    positions = tuple(
        ProposedPosition(passage=Passage(article=article, start=start, end=end, quote="x" * (end - start)))
        for article, start, end in places
    )
    return Proposal(kind=kind, hardness="hard", about="it", positions=positions)  # type: ignore[arg-type]


KNOWN = Known(
    name="one",
    kind="figure",
    passages=(Passage(article="a", start=0, end=9, quote=""), Passage(article="b", start=0, end=9, quote="")),
)
OPEN = Known(name="open", kind="figure", passages=KNOWN.passages, entry=3)


def test_overlap_in_two_articles_is_the_same() -> None:
    assert merge([proposal(("a", 8, 12), ("b", 2, 4))], [KNOWN]).known[0][1] is KNOWN


def test_not_the_same_with_overlap_in_one_article() -> None:
    assert merge([proposal(("a", 0, 9), ("b", 9, 12))], [KNOWN]).new


def test_not_the_same_of_another_kind() -> None:
    assert merge([proposal(("a", 0, 9), ("b", 0, 9), kind="date")], [KNOWN]).new


def test_a_third_article_joins_an_open_proposal() -> None:
    merged = merge([proposal(("a", 0, 9), ("b", 0, 9), ("c", 5, 9))], [OPEN])
    ((known, positions),) = merged.joined
    assert known is OPEN
    assert [position.passage.article for position in positions] == ["c"]


def test_a_third_article_does_not_join_what_is_settled() -> None:
    assert merge([proposal(("a", 0, 9), ("b", 0, 9), ("c", 5, 9))], [KNOWN]).known


def test_only_proposals_are_open() -> None:
    proposed = finding("editor-figure-2", "figure", *FIGURE.positions, status="proposed")
    first, second = known_findings((CAUSE, proposed), entries={"cause-1": 0, "editor-figure-2": 1})
    assert (first.entry, second.entry) == (None, 1)


def test_the_same_deciding_words_are_the_same_of_whatever_kind() -> None:
    known = msgspec.structs.replace(KNOWN, cores=KNOWN.passages)
    assert merge([proposal(("a", 2, 9), ("b", 0, 7), kind="date")], [known]).known
    assert merge([proposal(("a", 6, 12), ("b", 0, 9), kind="date")], [known]).new


def test_the_words_that_decide_are_found_in_the_quote() -> None:
    (known,) = known_findings((FIGURE,))
    assert [core.quote for core in known.cores] == ["38 passengers", "52 passengers"]
    assert all(core.end - core.start == len(core.quote) for core in known.cores)
