"""The theme's files are those that MkDocs finds, found sooner."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from generator.plugin.theme import quicken
from generator.site.pages.templates import CompiledTemplates
from tests.folders import ROOT


def _files(config: MkDocsConfig) -> list[tuple[str, str | None]]:
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return [(file.src_uri, file.src_dir) for file in files]


def test_the_same_files_are_found_hidden_folders_or_not(tmp_path: Path) -> None:
    for name in ("seen/one.css", "seen/.hidden/two.css", ".three.css", "four/five.js", "six.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    config = load_config(str(ROOT / "mkdocs.yml"), theme={"name": "material", "custom_dir": str(tmp_path)})
    before = _files(config)
    quicken(config.theme, CompiledTemplates())
    after = _files(config)
    assert after == before
    assert ("seen/one.css", str(tmp_path)) in after
    assert len(after) > 30


def test_icons_are_templates_all_the_same() -> None:
    theme = Theme("material")
    quicken(theme, CompiledTemplates())
    assert "<svg" in theme.get_env().get_template(".icons/material/magnify.svg").render()
