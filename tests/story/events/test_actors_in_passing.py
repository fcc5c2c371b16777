"""Who is an event's actor: not a country or a place that its articles together name once."""

from collections import Counter

from generator.story.events import salient


def test_a_place_that_several_articles_name_once_is_told_of_in_passing() -> None:
    counts = [Counter({"ada-roth": 1, "velt": 1, "ruritania": 1}), Counter({"ruritania": 1})]
    assert salient(counts, {"velt", "ruritania"}) == ("ruritania", "ada-roth")


def test_a_single_article_may_name_a_place_once() -> None:
    assert salient([Counter({"velt": 1})], {"velt"}) == ("velt",)
