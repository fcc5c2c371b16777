"""The editor's `story` and `not_story`: exact words, whole paragraphs or parts, wherever they stand."""

from pathlib import Path

import pytest

from generator.content.articles import read_articles
from generator.content.articles.overrule import REASON

BODY = """The mill burned down on Friday night. Ada Example took the picture.

Read more

Nobody was hurt, the fire brigade said. Ask the Gazette for prints.

Share this article: it is what the
neighbours shouted from the bridge.
"""


def paragraphs(folder: Path, front: str) -> list[tuple[str, str]]:
    (folder / "mill.md").write_text(f"---\n{front}---\n{BODY}", encoding="utf-8")
    reading = read_articles(folder)
    assert not reading.problems
    article = reading.articles[0]
    return [(p.reason or "story", article.body[p.start : p.end]) for p in article.paragraphs]


LEAD, MORE, BRIGADE, SHARE, BRIDGE = (line for line in BODY.splitlines() if line)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "",
            [("story", LEAD), ("link to other content", MORE), ("story", BRIGADE), ("story", SHARE), ("story", BRIDGE)],
        ),
        (
            "story: [Read more]\n",
            [("story", LEAD), ("story", MORE), ("story", BRIGADE), ("story", SHARE), ("story", BRIDGE)],
        ),
        (
            "not_story:\n- Ada Example took the picture.\n- Ask the Gazette for prints.\n",
            [
                ("story", "The mill burned down on Friday night."),
                (REASON, "Ada Example took the picture."),
                ("link to other content", MORE),
                ("story", "Nobody was hurt, the fire brigade said."),
                (REASON, "Ask the Gazette for prints."),
                ("story", SHARE),
                ("story", BRIDGE),
            ],
        ),
        (
            "not_story:\n- >-\n  it is what\n  the neighbours shouted\n",
            [
                ("story", LEAD),
                ("link to other content", MORE),
                ("story", BRIGADE),
                ("story", "Share this article:"),
                (REASON, "it is what the"),
                (REASON, "neighbours shouted"),
                ("story", "from the bridge."),
            ],
        ),
        (
            "not_story: [Nobody was hurt]\nstory: [was]\n",
            [
                ("story", LEAD),
                ("link to other content", MORE),
                (REASON, "Nobody"),
                ("story", "was"),
                (REASON, "hurt"),
                ("story", ", the fire brigade said. Ask the Gazette for prints."),
                ("story", SHARE),
                ("story", BRIDGE),
            ],
        ),
    ],
    ids=["nothing", "story", "not story", "over a line break", "story wins"],
)
def test_the_editor_has_the_last_word(front: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert paragraphs(tmp_path, front) == expected
