"""`mkdocs serve`: a change shows soon, is built once, and nothing loops."""

import html
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from urllib.error import HTTPError

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.preview import _lazy
from tests.folders import ROOT
from tests.website import copy_site

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("built")]

PATIENCE = 60
# Longer than the watcher's own delay: what loops would have built again by then.
QUIET = 4


class Preview:
    """A running `mkdocs serve` and what it has printed."""

    def __init__(self, root: Path, log: Path, url: str) -> None:
        self.root, self.log, self.url = root, log, url

    def builds(self) -> int:
        """How many builds it has finished: the first before it serves, each later one before browsers reload.

        MkDocs tells "Documentation built in … seconds" only once where two builds take equally long.
        """
        return len(re.findall("Serving on|Reloading browsers", self.log.read_text(encoding="utf-8")))

    def wait_for_build(self, number: int) -> None:
        """Wait until that many builds are done."""
        end = time.monotonic() + PATIENCE
        while self.builds() < number:
            assert time.monotonic() < end, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)
        # The watcher takes its first look after the build is told; what is written before that it never sees change.
        time.sleep(QUIET / 2)

    def page(self, address: str = "") -> str:
        """The served page at `address`."""
        with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())


@contextmanager
def serving(root: Path) -> Iterator[Preview]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    log = root / "serve.log"
    environment = {**os.environ, "SITE_URL": f"http://{address}/", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-c", "from generator.cli import main; main()", "serve", "--dev-addr", address]
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=root, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            preview = Preview(root, log, f"http://{address}/")
            preview.wait_for_build(1)
            yield preview
        finally:
            process.terminate()
            process.wait(PATIENCE)
    with socket.socket() as probe:  # nothing of it is left that keeps the port
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", int(address.partition(":")[2])))


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with serving(copy_site(ROOT, tmp_path_factory.mktemp("preview"))) as running:
        yield running


def test_a_change_of_an_article_is_built_once(preview: Preview) -> None:
    before = preview.builds()
    article = min((preview.root / "content" / "articles").glob("*.md"))
    text = article.read_text(encoding="utf-8")
    article.write_text(text + "\nOfficials said 4321 lamps were lit in the harbour.\n", encoding="utf-8")
    preview.wait_for_build(before + 1)
    time.sleep(QUIET)
    assert preview.builds() == before + 1


def test_a_change_of_the_editors_file_shows(preview: Preview) -> None:
    before = preview.builds()
    name = min((preview.root / "content" / "articles").glob("*.md")).stem
    (preview.root / "content" / "events.yml").write_text(
        f"events:\n  - articles: [{name}]\n    title: A title of the editor's own\n", encoding="utf-8"
    )
    preview.wait_for_build(before + 1)
    assert "A title of the editor’s own" in preview.page("events/").replace("'", "’").replace("&#39;", "’")


def seen(preview: Preview, address: str, words: str) -> bool:
    return words in html.unescape(preview.page(address)).replace("’", "'")


def change(preview: Preview, path: Path, text: str) -> None:
    before = preview.builds()
    path.write_text(text, encoding="utf-8")
    preview.wait_for_build(before + 1)


def entitle(preview: Preview, article: Path, title: str) -> None:
    events = f"events:\n  - articles: [{article.stem}]\n    title: {title}\n"
    change(preview, preview.root / "content" / "events.yml", events)


def links(preview: Preview, index: str) -> list[str]:
    """The addresses of the pages that an index leads to."""
    return sorted({index + link for link in re.findall(r'href="([\w.-]+/)(?:#[^"]*)?"', preview.page(index))})


def test_every_page_shows_the_change_and_what_goes_away_is_gone(preview: Preview) -> None:
    """A decision on a name is told on pages of three kinds; one on an article's name moves its page."""
    article = min((preview.root / "content" / "articles").glob("*.md"))
    pages = [*links(preview, "events/"), *links(preview, "sources/")]
    assert len(pages) > 6
    change(
        preview, preview.root / "content" / "events.yml", f"events:\n  - articles: [{article.stem}]\n    title: Lamps\n"
    )
    (event,) = [page for page in links(preview, "events/") if page.endswith("lamps/")]
    assert seen(preview, event, "<title>Lamps")
    assert seen(preview, f"sources/{article.stem}/", "Lamps")
    change(
        preview,
        preview.root / "content" / "events.yml",
        f"events:\n  - articles: [{article.stem}]\n    title: Lanterns\n",
    )
    with pytest.raises(HTTPError, match="404"):
        preview.page(event)
    assert not seen(preview, "events/", "Lamps")
    assert not any(seen(preview, page, "Lamps") for page in [*links(preview, "events/"), *links(preview, "sources/")])


def test_neighbours_and_the_menu_have_their_names(preview: Preview) -> None:
    """A page that is built alone names others, which are not."""
    config = preview.root / "mkdocs.yml"
    kept = config.read_text(encoding="utf-8")
    plain = kept.replace("    - navigation.top\n", "    - navigation.top\n    - navigation.footer\n")
    plain = plain.replace("Events: events/index.md", "events/index.md").replace("Method: method.md", "method.md")
    change(preview, config, plain)
    for page in links(preview, "events/"):
        text = preview.page(page)
        assert ">None<" not in text.replace("\n", "").replace(" ", "")
        assert len(re.findall('class="md-footer__link', text)) > 0
        assert "Method" in text
    change(preview, config, kept)


def test_after_all_changes_it_shows_what_a_new_preview_would(preview: Preview, tmp_path: Path) -> None:
    article = min((preview.root / "content" / "articles").glob("*.md"))
    entitle(preview, article, "Lighthouse")
    looked_at = links(preview, "events/")[0]
    preview.page(looked_at)
    with serving(copy_site(preview.root, tmp_path)) as new:
        addresses = re.findall("<loc>([^<]*)</loc>", new.page("sitemap.xml"))
        paths = [address.removeprefix(new.url) for address in addresses]
        assert len(paths) > 30
        for path in [*paths, "data/parallax.json", "feed.xml", "search/search_index.json", "404.html"]:
            assert settled(preview, path) == settled(new, path), path


def settled(preview: Preview, path: str) -> str:
    """A page without what differs between two servers: their address, and the script that waits for a change."""
    text = preview.page(path).replace(preview.url, "http://here/")
    return re.sub("<script>\\s*var livereload.*?</script>", "", text, flags=re.S)


def test_the_search_finds_what_stands_on_pages_that_nobody_opened(preview: Preview) -> None:
    article = min((preview.root / "content" / "articles").glob("*.md"))
    change(
        preview,
        preview.root / "content" / "events.yml",
        f"events:\n  - articles: [{article.stem}]\n    title: Zeppelin\n",
    )
    entries = json.loads(preview.page("search/search_index.json"))["docs"]
    assert any(entry["title"] == "Zeppelin" for entry in entries)
    assert len({entry["location"].partition("#")[0] for entry in entries}) > 25
    assert seen(preview, "feed.xml", "Zeppelin")
    assert seen(preview, "data/parallax.json", "Zeppelin")
    change(preview, preview.root / "content" / "events.yml", "events: []\n")
    preview.page("events/")
    again = json.loads(preview.page("search/search_index.json"))["docs"]
    assert not any(entry["title"] == "Zeppelin" for entry in again)


def test_a_page_of_the_editors_own_shows_its_change_and_its_blocks(preview: Preview) -> None:
    page = preview.root / "content" / "pages" / "method.md"
    kept = page.read_text(encoding="utf-8")
    change(preview, page, kept + "\nWe also ask the harbour master.\n")
    assert seen(preview, "method/", "ask the harbour master")
    change(preview, page, kept)
    assert not seen(preview, "method/", "ask the harbour master")
    change(preview, page.with_name("notes.md"), "# Notes\n")
    assert seen(preview, "notes/", "Notes")
    before = preview.builds()
    page.with_name("notes.md").unlink()
    preview.wait_for_build(before + 1)
    with pytest.raises(HTTPError, match="404"):
        preview.page("notes/")


def test_an_older_picture_takes_the_place_of_a_newer_one(preview: Preview) -> None:
    picture = preview.root / "content" / "pages" / "sign.svg"
    change(preview, picture, "<svg>new</svg>")
    assert seen(preview, "sign.svg", "new")
    older = preview.root / "older.svg"
    older.write_text("<svg>old</svg>", encoding="utf-8")
    os.utime(older, (1, 1))
    before = preview.builds()
    older.replace(picture)
    preview.wait_for_build(before + 1)
    assert seen(preview, "sign.svg", "old")


def test_with_a_plugin_that_we_do_not_know_every_page_is_built(preview: Preview) -> None:
    for plugins, hooks, lazily in (
        (("material/search", "parallax"), (), True),
        (("material/search", "parallax"), ("hook.py",), False),
        (("material/search", "material/tags", "parallax"), (), False),
    ):
        config = SimpleNamespace(plugins=dict.fromkeys(plugins), hooks=dict.fromkeys(hooks))
        assert _lazy(cast("MkDocsConfig", config)) == lazily
    configuration = preview.root / "mkdocs.yml"
    kept = configuration.read_text(encoding="utf-8")
    change(preview, configuration, kept.replace("  - search\n", "  - search\n  - tags\n"))
    assert all(seen(preview, page, "</h1>") for page in links(preview, "events/"))
    change(preview, configuration, kept)
    assert all(seen(preview, page, "</h1>") for page in links(preview, "events/"))


def test_a_broken_file_is_told_and_mended(preview: Preview) -> None:
    before = preview.builds()
    broken = preview.root / "content" / "actors.yml"
    kept = broken.read_text(encoding="utf-8") if broken.exists() else ""
    broken.write_text("actors: [\n", encoding="utf-8")
    preview.wait_for_build(before + 1)
    assert "content/actors.yml:" in preview.log.read_text(encoding="utf-8")
    broken.write_text(kept, encoding="utf-8")
    preview.wait_for_build(before + 2)
