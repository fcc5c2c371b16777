"""What a card is about, and its deciding words, where the difference cannot be named."""

from pathlib import Path

from generator.disagreements.reading.phrases import telling_phrase, topic
from tests.disagreements.views import view


def test_a_topic_is_what_both_speak_of_and_no_office_of_a_person(tmp_path: Path) -> None:
    given = view(
        tmp_path,
        "The town treasurer, Ana Prieto, said the old bridge would rust within a year.",
        "Ana Prieto, the town treasurer, praised the old bridge in her speech.",
    )
    assert topic(given) == "“old bridge”"


def test_a_hyphenated_word_stays_whole(tmp_path: Path) -> None:
    given = view(
        tmp_path,
        "The reckless state-of-the-art bridges opened on Monday.",
        "The popular state-of-the-art bridges opened on Monday.",
    )
    assert "art bridges" not in topic(given).replace("state-of-the-art", "")


def test_without_a_noun_in_common_the_actor_is_the_topic(tmp_path: Path) -> None:
    given = view(tmp_path, "Ana Prieto shouted at the crowd.", "Ana Prieto whispered to a friend.")
    assert topic(given) == "Ana Prieto"


def test_the_words_only_one_side_has_decide(tmp_path: Path) -> None:
    given = view(
        tmp_path,
        "The council closed the harbor bridge to save its rusting cables.",
        "The council closed the harbor bridge under pressure from shipping firms.",
    )
    span = telling_phrase(given.one, given.alignment.there, given.weights)
    assert "rusting cables" in given.one.words(span)
