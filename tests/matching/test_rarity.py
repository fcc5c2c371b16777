"""How rare a word is hangs on no article."""

from generator.matching.rarity import rarity


def test_a_common_word_is_less_rare_than_a_seldom_one() -> None:
    assert rarity("the") < rarity("government") < rarity("ferry") < rarity("beaconry")


def test_names_numbers_and_other_languages_are_as_rare_as_words_get() -> None:
    assert rarity("brandvik") == rarity("2031") == rarity("bürgermeister") == max(map(rarity, ("a", "tern", "kelm")))
