"""How each article begins: a sentence, no byline and no place."""

from pathlib import Path

from generator.story.openings import find_openings
from tests.stories import analysed, read

TEXT = """\
By Ada Example, in Kelm for the Gazette today

KELM — The ferry Tern struck the rocks late on Tuesday. Nobody was hurt, the harbour said.
"""


def test_the_first_sentence_with_a_verb_is_the_opening(tmp_path: Path) -> None:
    articles = read(tmp_path, {"one": {"text": TEXT}, "two": {"text": "Pictures of the day.\n"}})
    found = find_openings(articles, analysed(articles))
    assert [(passage.article, passage.quote) for passage in found] == [
        ("one", "KELM — The ferry Tern struck the rocks late on Tuesday.")
    ]
