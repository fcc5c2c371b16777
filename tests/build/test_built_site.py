"""The real site as MkDocs builds it: complete, reproducible, within its own host, and no other people's articles."""

import html
import json
import re
from pathlib import Path

import jsonschema
import pytest

from generator.model.site import Site
from generator.site.excerpts import count_shown
from tests.folders import ROOT
from tests.website import broken_links, build, copy_site, document, outside_resources, own_pages, pages

TEXTS = (".html", ".json", ".xml", ".txt")

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("built")]


def test_every_link_leads_somewhere_under_a_sub_path(built_site: Path) -> None:
    assert len(pages(built_site)) > 20
    assert broken_links(built_site) == []


def test_no_page_fetches_from_another_host(built_site: Path) -> None:
    assert outside_resources(built_site) == set()


def test_every_page_says_what_it_is_where_it_is_shared(built_site: Path) -> None:
    for path in own_pages(built_site):
        if path.parent.name == "embed" or path.name == "404.html":
            continue
        named = {element.get("property"): element.get("content") for element in document(path).iter("meta")}
        assert all(named.get(f"og:{part}") for part in ("title", "type", "description")), path
        assert named.get("og:url") or named.get("og:image"), path


def test_two_builds_are_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    build(ROOT, tmp_path / "again")
    first = {p.relative_to(built_site): p.read_bytes() for p in built_site.rglob("*") if p.is_file()}
    again = {p.relative_to(tmp_path / "again"): p.read_bytes() for p in (tmp_path / "again").rglob("*") if p.is_file()}
    assert first.keys() == again.keys()
    assert [str(name) for name in first if first[name] != again[name]] == []


def test_the_data_file_keeps_its_schema_and_its_promise(built_site: Path, seed_site: Site) -> None:
    data = json.loads((built_site / "data" / "parallax.json").read_text(encoding="utf-8"))
    schema = json.loads((built_site / "data" / "parallax.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    bodies = {article.id: article.body for article in seed_site.articles}
    passages = list(_passages(data))
    assert len(passages) > 50
    assert all(bodies[p["article"]][p["start"] : p["end"]] == p["quote"] for p in passages)


def _passages(data: object) -> list[dict[str, object]]:
    """Every passage within plain data."""
    if isinstance(data, list):
        return [passage for item in data for passage in _passages(item)]
    if isinstance(data, dict):
        own = [data] if {"article", "start", "end", "quote"} <= data.keys() else []
        return own + [passage for value in data.values() for passage in _passages(value)]
    return []


def test_the_site_keeps_within_the_excerpt_cap(built_site: Path, seed_site: Site) -> None:
    allowed = {excerpt.article: excerpt.allowed for excerpt in seed_site.excerpts}
    published = [_words(path) for path in sorted(built_site.rglob("*")) if path.suffix in TEXTS]
    for article in seed_site.articles:
        assert 0 < count_shown(published, article) <= allowed[article.id], article.id


def _words(path: Path) -> str:
    """What a file says, without its marking-up."""
    if path.suffix == ".html":
        return " ".join("".join(document(path).itertext()).split())
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        text = "\n".join(_strings(json.loads(text)))
    return re.sub(r"<[^>]*>", " ", html.unescape(text))


def _strings(data: object) -> list[str]:
    if isinstance(data, dict | list):
        return [text for item in (data.values() if isinstance(data, dict) else data) for text in _strings(item)]
    return [data] if isinstance(data, str) else []


def test_a_changed_article_changes_the_site(tmp_path: Path) -> None:
    root = copy_site(ROOT, tmp_path / "mine")
    removed = sorted((root / "content" / "articles").glob("*.md"))[1:]
    for path in [*removed, *(root / "content").glob("*.yml")]:
        path.unlink()
    build(root, tmp_path / "site")
    events = [p for p in (tmp_path / "site" / "events").iterdir() if p.is_dir()]
    assert len(events) == 1
    assert "Only one source" in (events[0] / "index.html").read_text(encoding="utf-8")
