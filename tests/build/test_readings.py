"""A reading from its import to the export: nothing of it is lost, and every switch does what it says."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.build.pipeline import build
from generator.cli import main
from generator.content.settings import Settings

GAZETTE = """The ferry Alma ran aground off Sandholm on Friday evening with 38 passengers on board. Nobody was hurt.

The captain, Ada Example, missed the channel because of the fog, the coastguard said.

“We heard a scraping noise and then everything stood still,” said Ada Example, the captain.

Lifeboats took the passengers to the harbour of Sandholm before midnight on Friday."""
RADIO = """Lifeboats rescued 52 passengers from the ferry Alma off Sandholm on Friday evening.

The ferry drifted onto a sandbank after its engine failed, the company said.

“We heard a scraping noise and then everything went dark,” said Captain Example.

All passengers were brought to the harbour of Sandholm before midnight on Friday."""


def item(kind: str, hardness: str, about: str, one: str, other: str) -> dict[str, Any]:
    positions = [{"article": name, "quote": quote} for name, quote in (("gazette", one), ("radio", other))]
    return {"kind": kind, "hardness": hardness, "about": about, "positions": positions}


ITEMS = [
    item("figure", "hard", "How many were on board", "with 38 passengers on board", "rescued 52 passengers"),
    item("cause", "hard", "Why she ran aground", "missed the channel because of the fog", "after its engine failed"),
    item("quote", "soft", "What the captain noticed", "everything stood still", "everything went dark"),
    item("label", "soft", "What became of the ferry", "ran aground off Sandholm", "drifted onto a sandbank"),
]
SAME = [
    {"article": "gazette", "quote": "Lifeboats took the passengers to the harbour of Sandholm before midnight"},
    {"article": "radio", "quote": "All passengers were brought to the harbour of Sandholm before midnight"},
]
ANSWER = {
    "event": "whatever it was called",
    "disagreements": ITEMS,
    "agreed": [SAME],
    "alone": [{"article": "gazette", "quote": "Nobody was hurt"}],
    "title": {"article": "gazette", "quote": "Ferry aground"},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ferry")
    (root / "articles").mkdir()
    for name, title, text in (("gazette", "Ferry aground with 38 on board", GAZETTE), ("radio", "52 rescued", RADIO)):
        matter = f"---\ntitle: {title}\noutlet: {name.title()}\npublished: 2024-05-04\n---\n"
        (root / "articles" / f"{name}.md").write_text(f"{matter}{text}\n", encoding="utf-8")
    given = ["import", "-", "--by", "Anna", "--content", str(root)]
    result = CliRunner().invoke(main, given, input=json.dumps(ANSWER))
    assert result.exit_code == 0, result.output
    return root


def export(site: Path, *options: str) -> dict[str, Any]:
    result = CliRunner().invoke(main, ["export", "--content", str(site), *options])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def test_each_valid_item_is_exported_as_it_was_read(site: Path) -> None:
    found = [d for d in export(site)["disagreements"] if d["readers"]]
    told = {d["about"]: d for d in found}
    assert set(told) == {each["about"] for each in ITEMS}
    for each in ITEMS:
        got = told[each["about"]]
        assert (got["kind"], got["hardness"], got["status"]) == (each["kind"], each["hardness"], "read")
        assert got["readers"][0]["name"] == "Anna"
        quotes = {p["article"]: p["quote"] for p in got["positions"]}
        assert all(quotes[p["article"]] == p["quote"] for p in each["positions"])
    assert [d["hardness"] for d in found] == sorted((d["hardness"] for d in found), key=lambda h: h != "hard")


def test_facts_and_title_are_the_readers(site: Path) -> None:
    found = export(site)
    assert found["events"][0]["title"] == "Ferry aground"
    assert [[p["quote"] for p in fact["passages"]] for fact in found["facts"]] == [
        [quote["quote"] for quote in SAME],
        ["Nobody was hurt"],
    ]


def test_no_readings_is_the_programs_draft(site: Path) -> None:
    found = export(site, "--no-readings")
    assert not any(d["readers"] for d in found["disagreements"])
    assert found["events"][0]["title"] != "Ferry aground"


def test_what_is_unconfirmed_can_be_hidden_and_the_preview_shows_it(site: Path) -> None:
    settings = Settings(content=".", unconfirmed="hide")
    assert build(site, settings).found.disagreements == ()
    assert len(build(site, settings, preview=True).found.disagreements) >= len(ITEMS)


def test_an_article_that_changed_keeps_what_still_stands_in_it(site: Path) -> None:
    path = site / "articles" / "radio.md"
    before = path.read_text("utf-8")
    path.write_text(before.replace("after its engine failed", "after a blackout"), encoding="utf-8")
    try:
        result = CliRunner().invoke(main, ["check", "--content", str(site)])
        told = [d["about"] for d in export(site)["disagreements"] if d["readers"]]
    finally:
        path.write_text(before, encoding="utf-8")
    assert "Why she ran aground: these words are no longer in radio: “after its engine failed”" in result.output
    assert "has changed since it was read (changed: radio)" in result.output
    assert "Read by Anna: 1 reading," in result.output
    assert len(told) == len(ITEMS) - 1


def test_an_old_proposal_is_still_understood(site: Path) -> None:
    text = json.dumps({"disagreements": [{"add": "how", **ITEMS[1], "status": "proposed"}]}).replace(
        '"about"', '"note"'
    )
    (site / "disagreements.yml").write_text(text, encoding="utf-8")
    try:
        shown = build(site, Settings(content=".", readings=False)).found
        preview = build(site, Settings(content=".", readings=False), preview=True).found
    finally:
        (site / "disagreements.yml").unlink()
    assert not shown.problems
    assert not [d for d in shown.disagreements if d.status == "proposed"]
    assert [d.about for d in preview.disagreements if d.status == "proposed"] == ["how"]


def test_pages_show_the_whole_sentences_that_a_reader_quoted_from(site: Path) -> None:
    built = build(site.parent, Settings(content=site.name))
    told = {d.about: d for d in built.site.disagreements}
    shown = [p.passage.quote for p in told["Why she ran aground"].positions]
    assert shown == [
        "The captain, Ada Example, missed the channel because of the fog, the coastguard said.",
        "The ferry drifted onto a sandbank after its engine failed, the company said.",
    ]
    gazette = told["Why she ran aground"].positions[0]
    marked = built.site.articles[0].body[slice(*gazette.differs[0])]
    assert marked == "missed the channel because of the fog"
