"""A new site from end to end: built, checked, previewed."""

import html
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build.publication import Identity, publish
from generator.cli import main
from generator.content.readings import read_readings
from generator.content.settings import read_settings
from generator.desk.new import sample_files, site_files, write_site
from generator.desk.suggestions import unread_events
from generator.readings.valid import World, covers, digests

UNSHOWN = "brought all passengers ashore within two hours"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, one of its articles under the excerpt cap, with a correction of its event."""
    root = tmp_path_factory.mktemp("new") / "site"
    write_site(root, {path: text.encode() for path, text in site_files("A ferry").items()})
    article = root / "content" / "articles" / "sample-gazette-ferry.md"
    article.write_text(article.read_text("utf-8").replace("rights: full\n", ""), encoding="utf-8")
    event = publish(root, read_settings({}), Identity(title="A ferry")).site.events[0].id
    (root / "content" / "corrections.yml").write_text(
        f"corrections:\n  - date: 2024-05-07\n    event: {event}\n    wrong: It was a *boat*.\n    right: A ferry.\n"
    )
    return root


@pytest.fixture(scope="module")
def built(folder: Path) -> Path:
    """The site's pages, built without a warning."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def text_of(page: Path) -> str:
    return html.unescape(page.read_text("utf-8"))


@pytest.mark.site
def test_a_new_site_shows_something(built: Path) -> None:
    (event,) = (built / "events").glob("2024-05-03-*/index.html")
    page = text_of(event)
    for about in ("Why the ferry ran aground", "How many passengers were on board", "When the ferry left the harbour"):
        assert about in page
    for words in ("£120,000", "£190,000", "stood still", "went dark", "shortly after eight", "half past eight"):
        assert words in page
    assert "Sample reader (invented)" in page
    assert "px-edit" not in page


@pytest.mark.site
def test_corrections_are_logged_and_noted(built: Path) -> None:
    (event,) = (built / "events").glob("2024-05-03-*/index.html")
    for page in (event, built / "corrections" / "index.html"):
        assert "7 May 2024. Wrong: It was a *boat*. Right: A ferry." in text_of(page)


def check(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Result:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["check", *options])


def test_a_new_site_has_no_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked = check(folder, monkeypatch)
    assert checked.exit_code == 0, checked.output
    assert "0 errors, 0 warnings" in checked.output


def test_the_sample_s_reading_is_of_the_sample_and_goes_with_it(tmp_path: Path) -> None:
    write_site(tmp_path, {path: text.encode() for path, text in site_files("A ferry").items()})
    identity = Identity(title="A ferry")
    (file,) = read_readings(tmp_path / "content", root=tmp_path).files
    (reading,) = file.readings
    site = publish(tmp_path, read_settings({}), identity).site
    assert covers(reading, reading.articles, digests(site.articles))
    assert {finding.about for finding in site.disagreements} == {item.about for item in reading.disagreements}
    assert not site.problems
    told = {
        "one": "The council of Holly voted on Friday to close the old mill.",
        "two": "On Friday the mill of Holly was closed by its council after long debates, neighbours say.",
    }
    for name, text in told.items():
        path = tmp_path / "content" / "articles" / f"{name}.md"
        path.write_text(f"---\ntitle: Mill to close\npublished: 2024-06-01\n---\n\n{text}\n", encoding="utf-8")
    site = publish(tmp_path, read_settings({}), identity).site
    assert not list(unread_events(site, World([file], site.articles)))
    for name in sample_files():
        (tmp_path / "content" / name).unlink()
        left = publish(tmp_path, read_settings({}), identity).site
        assert not left.problems
    assert [article.id for article in left.articles] == ["one", "two"]


def test_a_stale_override_fails_with_an_annotation_on_its_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decisions = folder / "content" / "disagreements.yml"
    before = decisions.read_text("utf-8")
    decisions.write_text("disagreements:\n  - confirm: figure-gone\n", encoding="utf-8")
    checked = check(folder, monkeypatch, "--format", "github")
    decisions.write_text(before, encoding="utf-8")
    assert checked.exit_code == 1
    assert "::error title=Parallax,file=content/disagreements.yml,line=2::" in checked.output


def test_whole_articles_are_in_a_preview_only(folder: Path) -> None:
    settings = read_settings({"excerpt_share": 0.1, "excerpt_words": 40})
    for preview in (True, False):
        publication = publish(folder, settings, Identity(title="A ferry"), preview=preview)
        texts = [html.unescape(page.text) for page in publication.pages]
        files = [content.decode("utf-8", "replace") for content in publication.files.values()]
        assert any(UNSHOWN in text for text in [*texts, *files]) == preview
        assert any("px-edit" in text for text in texts) == preview
