"""Who has a page hangs on how many articles there are, or on what the editor says."""

import pytest

from generator.build.pipeline import told_in
from generator.content.settings import read_settings


@pytest.mark.parametrize(
    ("articles", "least"), [(0, 1), (300, 1), (500, 1), (501, 5), (5_000, 5), (5_001, 20), (40_000, 20)]
)
def test_a_page_takes_more_articles_in_a_larger_site(articles: int, least: int) -> None:
    assert told_in(articles, read_settings({})) == least


def test_the_editor_says_how_many() -> None:
    assert told_in(40_000, read_settings({"actor_pages": 3})) == 3
