"""`parallax new`: the folder it makes, and the folders it leaves alone."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.content.articles import read_articles
from generator.content.editorial import read_decisions
from generator.content.site_folder import open_site
from generator.desk.new import site_files, site_name
from generator.model.decisions import Decisions


def new(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["new", str(folder), *options])


def test_makes_a_site(tmp_path: Path) -> None:
    result = new(tmp_path / "bridge-strike")
    assert result.exit_code == 0, result.output
    assert "parallax serve" in result.output
    site = tmp_path / "bridge-strike"
    assert 'site_name: "Bridge strike"' in (site / "mkdocs.yml").read_text()
    for name in (".gitignore", ".github/workflows/pages.yml", "content/pages/index.md", "requirements.txt"):
        assert (site / name).is_file()
    assert not list(site.rglob("dot-*"))


def test_its_settings_and_files_are_in_order(tmp_path: Path) -> None:
    new(tmp_path / "site")
    folder = open_site(tmp_path / "site")
    reading = read_articles(folder.root / "content" / "articles", root=folder.root)
    assert len(reading.articles) == 2
    assert not reading.problems
    editorial = read_decisions(folder.root / "content", root=folder.root)
    assert editorial.decisions == Decisions()
    assert not editorial.problems


def test_the_examples_in_its_files_are_right(tmp_path: Path) -> None:
    new(tmp_path / "site")
    content = tmp_path / "site" / "content"
    for path in content.glob("*.yml"):
        lines = path.read_text("utf-8").split("#\n", 1)[1].splitlines()
        path.write_text("\n".join(line.removeprefix("# ") for line in lines), encoding="utf-8")
    editorial = read_decisions(content, root=content)
    assert not editorial.problems
    decisions = editorial.decisions
    assert decisions.actors
    assert decisions.events
    assert decisions.corrections
    assert [d.action for d in decisions.disagreements] == ["confirm", "dismiss", "add"]
    bodies = {a.id: a.body for a in read_articles(content / "articles").articles}
    assert all(p.quote in bodies[p.article] for d in decisions.disagreements for p in d.positions)
    assert {a for e in decisions.events for a in e.articles} == set(bodies)


@pytest.mark.parametrize("name", ['A: "b" #c', "Ça va?", "yes", "- x", "a\\b\nc"])
def test_any_name_is_safe(name: str) -> None:
    line = next(line for line in site_files(name)["mkdocs.yml"].splitlines() if line.startswith("site_name"))
    assert yaml.safe_load(line) == {"site_name": " ".join(name.split())}


def test_the_workflow_is_yaml_and_checks_pull_requests() -> None:
    workflow = yaml.safe_load(site_files("x")[".github/workflows/pages.yml"])
    steps = [step.get("run", "") for step in workflow["jobs"]["build"]["steps"]]
    assert "parallax check --format github" in steps
    assert steps.index("parallax check --format github") < steps.index("parallax build --strict")
    assert "pull_request" in workflow[True]  # YAML 1.1 reads the key `on` so


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    result = new(tmp_path)
    assert result.exit_code == 1
    assert "not empty (it holds notes.txt)" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_fresh_repository_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert new(tmp_path).exit_code == 0


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    result = new(tmp_path / "file")
    assert result.exit_code == 1
    assert "cannot be written" in result.output


def test_names() -> None:
    assert site_name(Path("/x/bridge_strike-2024")) == "Bridge strike 2024"
    assert site_name(Path("/")) == "A new site"
