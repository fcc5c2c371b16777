"""The documents tell of what there is: every room, every command, every file that they name."""

import re

import pytest

from generator.cli import COMMANDS
from tests.folders import PACKAGE, ROOT
from tests.test_imports import LAYERS

DOCS = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "README.md"]


def test_the_architecture_page_has_a_row_for_every_room_and_for_no_other() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("## Rooms")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {name.removesuffix(".py").rstrip("/") for row in rows for name in re.findall(r"`([\w./]+)`", row)}
    assert named == set().union(*LAYERS)


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_the_files_that_a_page_names_are_there(path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.findall(rf"`((?:generator/)?(?:{'|'.join(sorted(rooms()))})/[\w./]+\.(?:py|tsv))`", text)
    missing = [name for name in named if not (PACKAGE / name.removeprefix("generator/")).exists()]
    assert missing == []


def rooms() -> set[str]:
    return {room for layer in LAYERS for room in layer if (PACKAGE / room).is_dir()}


def test_every_command_is_told_of() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in DOCS)
    ours = [name for name, (module, _) in COMMANDS.items() if module != "generator.desk.mkdocs_command"]
    assert len(ours) > 5
    assert [name for name in ours if f"parallax {name}" not in text] == []
