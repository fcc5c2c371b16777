"""An ordinary Material site with the plugin and nothing else: a menu leads everywhere at every width."""

from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.website import build, document, own_pages, pages

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("plain")]

STORY = "Mayor Ana Ruiz opened the bridge in Kelm on Saturday, after {count} weeks of work.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("plain")
    for folder in ("articles", "pages"):
        (root / "content" / folder).mkdir(parents=True)
    for name, count in (("post", 6), ("gazette", 8)):
        head = f"---\ntitle: Kelm opens its bridge\noutlet: The {name.title()}\npublished: 2031-05-04\n---\n"
        (root / "content" / "articles" / f"{name}.md").write_text(head + STORY.format(count=count), encoding="utf-8")
    for name in ("index", "about"):
        (root / "content" / "pages" / f"{name}.md").write_text(f"# The {name}\n", encoding="utf-8")
    (root / "content" / "pages" / "mark.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    theme = "theme: {name: material, logo: mark.svg}"
    lines = ("site_name: Plain", "docs_dir: content/pages", theme, "plugins: [search, parallax]")
    (root / "mkdocs.yml").write_text("\n".join(lines), encoding="utf-8")
    build(root, root / "site", url="https://example.org/repo/")
    return root / "site"


def test_the_menu_of_every_page_holds_the_index_pages_and_the_editors_own(site: Path) -> None:
    for path in own_pages(site):
        if path.parent.name in ("share", "embed"):
            continue
        page = path.relative_to(site).as_posix().removesuffix("index.html")
        menu = next(e for e in document(path).iter("nav") if "md-nav--primary" in (e.get("class") or ""))
        links = {urljoin(f"https://a.example/{page}", e.get("href")) for e in menu.iter("a") if e.get("href")}
        for target in ("events/", "disagreements/", "actors/", "sources/", "about/"):
            assert f"https://a.example/{target}" in links or page in (target, "404.html"), (page, target)


def test_no_page_hides_its_menu_where_there_are_no_tabs(site: Path) -> None:
    for path in pages(site):
        for element in document(path).iter("div"):
            if "md-sidebar--primary" in (element.get("class") or ""):
                assert "hidden" not in element.attrib, path


def test_the_editors_own_mark_stands_in_the_place_of_ours(site: Path) -> None:
    page = document(site / "events" / "index.html")
    marks = [e for e in page.iter("a") if "md-logo" in (e.get("class") or "")]
    assert marks
    assert all(next(mark.iter("img")).get("src").endswith("mark.svg") for mark in marks)
    assert not any("px-logo" in (e.get("class") or "") for e in page.iter("svg"))
