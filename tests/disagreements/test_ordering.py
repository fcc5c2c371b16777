"""Which findings come first, and which tell what another tells already."""

from generator.disagreements.comparison import _replaces
from generator.disagreements.ranking.ordering import Judged, order
from generator.model.story import Disagreement, Kind


def judged(
    worth: float,
    members: set[int],
    kind: Kind = "label",
    *,
    main: tuple[int, ...] = (),
    span: int | None = None,
    about: str = "",
) -> Judged:
    disagreement = Disagreement(
        id=f"{kind}-{worth}", event="e", kind=kind, about="", hardness="soft", score=worth, reason="", positions=()
    )
    place = None if span is None else ((span, span + 3), about)
    return Judged(worth, disagreement, frozenset(members), main, frozenset((n, place) for n in members))


def kept(cards: list[Judged], limit: int = 9) -> list[float]:
    return [card.worth for card in order(cards, limit)]


def test_a_card_on_sentences_that_others_show_comes_later() -> None:
    again, new = judged(0.8, {1, 2}, main=(1, 2)), judged(0.5, {3, 4}, main=(3, 4))
    assert kept([judged(0.9, {1, 2}, main=(1, 2)), again, new]) == [0.9, 0.5, 0.8]


def test_other_deciding_words_of_the_same_sentences_count_for_half() -> None:
    first = judged(0.9, {1, 2}, "date", main=(1, 2), span=5)
    other = judged(0.8, {1, 2}, "cause", main=(1, 2), span=30)
    assert kept([first, other, judged(0.3, {3, 4}, main=(3, 4))]) == [0.9, 0.8, 0.3]


def test_what_somebody_is_called_counts_in_whatever_sentence_it_stands() -> None:
    first, gathered = judged(0.9, {1, 2}, main=(1, 2), span=5), judged(0.7, {1, 2})
    assert kept([first, gathered, judged(0.5, {3, 4}, main=(3, 4), span=5)]) == [0.9, 0.7, 0.5]


def test_one_source_over_two_things_makes_two_cards() -> None:
    first = judged(0.9, {1, 2}, "attribution", main=(1, 2), span=5, about="troops")
    other = judged(0.8, {1, 3}, "attribution", main=(1, 3), span=5, about="missiles")
    again = judged(0.8, {1, 3}, "attribution", main=(1, 3), span=5, about="troops")
    between = judged(0.5, {7, 8}, main=(7, 8), span=5)
    assert kept([first, other, between]) == [0.9, 0.8, 0.5]
    assert kept([first, again, between]) == [0.9, 0.5, 0.8]


def test_a_difference_that_can_be_named_comes_before_one_that_cannot() -> None:
    assert kept([judged(0.9, {1, 2}, main=(1, 2)), judged(0.4, {3, 4}, main=(3, 4), span=5)]) == [0.4, 0.9]


def test_quotations_that_are_only_likely_of_one_utterance_prove_nothing() -> None:
    likely, found = judged(0.9, {1, 2}, "quote", main=(1, 2), span=5), judged(0.4, {3, 4}, "quote")
    assert kept([likely, found]) == [0.4, 0.9]


def test_spellings_take_no_room() -> None:
    cards = [judged(0.9, {1, 2}, "name"), judged(0.8, {3, 4}, main=(3, 4)), judged(0.7, {5, 6}, main=(5, 6))]
    assert kept(cards, limit=1) == [0.9, 0.8]


def test_a_gathered_card_stands_for_a_pair_of_its_kind() -> None:
    gathered = judged(0.7, {1, 2, 3})
    assert _replaces(gathered, judged(0.5, {1, 2}, main=(1, 2), span=4))
    assert not _replaces(gathered, judged(0.5, {1, 2}, "date", main=(1, 2), span=4))
    assert not _replaces(gathered, judged(0.5, {1, 2}, main=(1, 2))), "it names no difference"
    assert not _replaces(gathered, judged(0.5, {1, 9}, main=(1, 9), span=4))
    assert _replaces(judged(0.7, {1, 2}, "quote"), judged(0.5, {1, 2}, "date", main=(1, 2), span=4))
