"""`mkdocs serve`: a change shows soon, is built once, and nothing loops."""

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

import pytest

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


def test_a_broken_file_is_told_and_mended(preview: Preview) -> None:
    before = preview.builds()
    broken = preview.root / "content" / "actors.yml"
    kept = broken.read_text(encoding="utf-8") if broken.exists() else ""
    broken.write_text("actors: [\n", encoding="utf-8")
    preview.wait_for_build(before + 1)
    assert "content/actors.yml:" in preview.log.read_text(encoding="utf-8")
    broken.write_text(kept, encoding="utf-8")
    preview.wait_for_build(before + 2)
