# ruff: noqa: E501
"""An address once published stays: a slug of the editor's, and pages that lead from where an event was before."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.build.publication import Identity, publish
from generator.cli import main
from generator.content.editorial import read_decisions
from generator.content.settings import Settings

TEXTS = {
    "gazette": "---\ntitle: Ferry aground off Sandholm\npublished: 2024-05-04\n---\nThe ferry ran aground off Sandholm on Friday.\n",
    "radio": "---\ntitle: Ferry rescue off Sandholm\npublished: 2024-05-04\n---\nLifeboats came to the ferry off Sandholm on Friday.\n",
}
ENTRY = (
    "events:\n  - articles: [gazette, radio]\n    slug: ferry\n    formerly: [2024-05-03-ferry-aground, old--name]\n"
)


def site(folder: Path, events: str = ENTRY) -> Path:
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (articles / f"{name}.md").write_text(text, "utf-8")
    (folder / "content" / "events.yml").write_text(events, "utf-8")
    return folder


def pages(folder: Path) -> tuple[set[str], dict[str, bytes]]:
    made = publish(folder, Settings(), Identity(title="x"))
    return {page.uri for page in made.pages}, dict(made.files)


def test_a_slug_stays_whatever_title_and_date_become(tmp_path: Path) -> None:
    for events in (ENTRY, ENTRY + "    title: Another\n    date: 2020-01-01\n"):
        assert "events/ferry.md" in pages(site(tmp_path, events))[0]


def test_earlier_addresses_lead_to_the_page(tmp_path: Path) -> None:
    files = pages(site(tmp_path, ENTRY + "    title: <b>&\n"))[1]
    page = files["events/old--name/index.html"].decode()
    assert 'content="0; url=../ferry/"' in page
    assert "&lt;b&gt;&amp;" in page
    assert "events/2024-05-03-ferry-aground/index.html" in files


def test_earlier_addresses_of_an_actor_and_a_source_lead_there(tmp_path: Path) -> None:
    folder = site(tmp_path, "")
    entry = "actors:\n  - {name: Sandholm, line: A port., id: sandholm-port, formerly: [sandholm, old-port]}\n"
    (folder / "content" / "actors.yml").write_text(entry, "utf-8")
    gazette = folder / "content" / "articles" / "gazette.md"
    gazette.write_text(gazette.read_text("utf-8").replace("title:", "formerly: [old-name, radio]\ntitle:"), "utf-8")
    uris, files = pages(folder)
    assert "actors/sandholm-port.md" in uris
    assert "url=../sandholm-port/" in files["actors/sandholm/index.html"].decode()
    assert "actors/old-port/index.html" in files
    assert "url=../gazette/" in files["sources/old-name/index.html"].decode()
    assert "sources/radio/index.html" not in files  # the radio's own page


def test_an_article_that_names_somebody_in_full_moves_no_page(tmp_path: Path) -> None:
    """The machine names an actor's page by the form that articles use most: each other form leads there."""
    folder = site(tmp_path, "")
    said = "“The ferry is safe,” said {}, the harbour master. {} told the council that it would sail again.\n"
    articles = folder / "content" / "articles"
    for name in ("gazette", "radio"):
        text = TEXTS[name] + said.format("Nils Berg", "Berg")
        (articles / f"{name}.md").write_text(text, "utf-8")
    before, _ = pages(folder)
    assert "actors/nils-berg.md" in before
    for name in ("courier", "herald", "post"):
        text = TEXTS["radio"].replace("rescue", f"rescue, {name}") + said.format("Nils Olav Berg", "Nils Olav Berg")
        (articles / f"{name}.md").write_text(text, "utf-8")
    after, files = pages(folder)
    gone = {uri for uri in before - after if uri.startswith(("actors/", "sources/"))}
    assert [uri for uri in gone if uri.replace(".md", "/index.html") not in files] == []
    assert "actors/nils-berg.md" in after or "nils-olav-berg" in files["actors/nils-berg/index.html"].decode()


@pytest.mark.parametrize("slug", ["../x", "A", "a b", "index.html", "a" * 101])
def test_not_a_slug(tmp_path: Path, slug: str) -> None:
    (problem,) = read_decisions(
        site(tmp_path, f"events:\n  - articles: [gazette]\n    slug: '{slug}'\n") / "content", root=tmp_path
    ).problems
    assert problem.line == 3


def test_two_events_of_one_address_are_an_error(tmp_path: Path) -> None:
    events = (
        "events:\n  - {articles: [gazette], slug: ferry}\n  - {articles: [radio], slug: rescue, formerly: [ferry]}\n"
    )
    made = publish(site(tmp_path, events), Settings(), Identity(title="x"))
    assert any("The address 'ferry' is that of the event of line 2" in p.message for p in made.site.problems)


def test_a_mistyped_article_is_told_the_nearest(tmp_path: Path) -> None:
    made = publish(site(tmp_path, "events:\n  - articles: [gazete, radio]\n"), Settings(), Identity(title="x"))
    assert any("Most like it: gazette." in problem.remedy for problem in made.site.problems)


def test_check_offers_the_lines_that_keep_the_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = site(tmp_path, "")
    (folder / "mkdocs.yml").write_text("site_name: x\nplugins: [parallax]\n")
    monkeypatch.chdir(folder)
    offered = CliRunner().invoke(main, ["check", "--addresses"]).output
    before = pages(folder)[0]
    (folder / "content" / "events.yml").write_text(offered, "utf-8")
    assert all(entry["slug"] for entry in yaml.safe_load(offered)["events"])
    gazette = folder / "content" / "articles" / "gazette.md"
    gazette.write_text(TEXTS["gazette"].replace("aground", "adrift").replace("2024-05-04", "2024-06-20"))
    assert {page for page in pages(folder)[0] if page.startswith("events/")} == {
        p for p in before if p.startswith("events/")
    }
    assert CliRunner().invoke(main, ["check", "--addresses"]).output == ""
