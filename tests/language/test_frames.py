"""Sentences as clause frames: predicate, slots and what governs them."""

import pytest

from generator.language.frames import Frame, Frames
from tests.stories import analysed, read

BODY = "\n\n".join(
    (
        "The council approved the harbour bridge on Monday in Oslo because of the flood.",
        "The harbour bridge was not approved by the council.",
        "The mayor said on Tuesday that the bakery may have poisoned the well.",
        "The drivers refused to carry out the order without pay.",
        "Nora Lind, who founded the choir, gave the village a bell.",
        "The small model comes in two colours; the large one is offered in three.",
    )
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Frames]:
    articles = read(tmp_path_factory.mktemp("frames"), {"a": {"text": BODY}})
    return articles[0].body, Frames(analysed(articles)["a"])


def frame(frames: Frames, predicate: str, sentence: int) -> Frame:
    return next(f for f in frames.all if f.predicate == predicate and f.sentence == sentence)


def slots(told: tuple[str, Frames], predicate: str, sentence: int) -> dict[str, str]:
    body, frames = told
    tokens = frames.tree.tokens
    found = frame(frames, predicate, sentence).slots
    return {slot.role: body[tokens[slot.first].start : tokens[slot.last - 1].end] for slot in found}


def test_an_active_clause(told: tuple[str, Frames]) -> None:
    assert slots(told, "approve", 0) == {
        "doer": "The council",
        "done": "the harbour bridge",
        "time": "on Monday",
        "place": "in Oslo",
        "ground": "because of the flood",
    }


def test_a_passive_clause_has_the_same_parts(told: tuple[str, Frames]) -> None:
    assert slots(told, "approve", 1) == {"doer": "the council", "done": "The harbour bridge"}
    assert frame(told[1], "approve", 1).negated


def test_what_governs_a_clause(told: tuple[str, Frames]) -> None:
    reported = frame(told[1], "poison", 2)
    assert [scope.kind for scope in reported.scopes] == ["modal", "report"]
    assert reported.voice is not None
    assert told[1].tree.word(reported.voice.by) == "mayor"
    assert not reported.asserted
    assert frame(told[1], "say", 2).asserted


def test_a_refusal_is_a_negation(told: tuple[str, Frames]) -> None:
    refused = frame(told[1], "carry_out", 3)
    assert refused.negated
    assert slots(told, "carry_out", 3)["doer"] == "The drivers"


def test_a_relative_clause_has_its_noun_for_a_subject(told: tuple[str, Frames]) -> None:
    assert slots(told, "found", 4) == {"doer": "Nora Lind", "done": "the choir"}
    assert slots(told, "give", 4) == {"doer": "Nora Lind", "recipient": "the village", "done": "a bell"}


def test_a_clause_set_beside_another_is_no_wish(told: tuple[str, Frames]) -> None:
    assert frame(told[1], "come", 5).scopes == ()
