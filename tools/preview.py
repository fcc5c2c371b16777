"""How soon `mkdocs serve` shows a change: `python -m tools.preview [CONTENT] [ROUNDS]`, this site's content and 4.

CONTENT is a folder that holds `articles/*.md`, such as `tools.corpus` writes. A copy of it is served by a copy of the
program, for a template is changed too: nothing here is touched. Each round changes a sentence of an article, a decision
and a template, waits as a browser does until the server says that a change is built, and asks for the page that shows
it. Printed are the seconds by the clock from the saved file to the page, of the first change of its kind and of the
further rounds the least and the median, and the processor seconds that the server took of them (median; the first).
"""

import os
import re
import shutil
import socket
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from subprocess import STDOUT, Popen
from typing import NamedTuple

from tools.bench import ROOT
from tools.process_tree import processor

_PATIENCE = 600  # seconds, for a first build with nothing kept
_PAUSE = 3  # seconds between two rounds: what goes on behind a page is over
_EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")


class Change(NamedTuple):
    """What is changed, how (given the words that are to be shown), and the address of a page that shows it."""

    name: str
    make: Callable[[str], None]
    page: str


def main() -> None:
    """Measure and print a table."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "content"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        changes = list(_changes(folder, given))
        environment = {**os.environ, "PYTHONPATH": scratch, "NO_MKDOCS_2_WARNING": "1"}
        with serving(folder / "site", environment, folder / "log") as (process, url):
            for change in changes:
                _fetch(url + change.page)
            begun = time.time_ns()  # words that were never seen: nothing is kept of them
            seen: dict[str, list[tuple[float, float]]] = {change.name: [] for change in changes}
            for number in range(rounds + 1):
                for change in changes:
                    seen[change.name].append(
                        _shown(process, url, change, f"Round {number} of the {change.name} at {begun}")
                    )
                    time.sleep(_PAUSE)
    print(f"{len(list((given / 'articles').glob('*.md')))} articles")
    print(f"{'':<12}{'first':>8}{'least':>8}{'median':>8}{'processor':>11}{'of the first':>14}")
    for name, costs in seen.items():
        (first, used_first), *further = costs
        clock, used = zip(*further, strict=True)
        print(f"{name:<12}{first:>8.2f}{min(clock):>8.2f}{median(clock):>8.2f}{median(used):>11.2f}{used_first:>14.2f}")


def _changes(folder: Path, given: Path) -> Iterator[Change]:
    """A site and a program in `folder`, and what is to be changed of them."""
    site, package = folder / "site", folder / "generator"
    shutil.copytree(ROOT / "generator", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(given, site / "content")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    if not (pages := site / "content" / "pages").is_dir():
        pages.mkdir()
        (pages / "index.md").write_text("# Benchmark\n", encoding="utf-8")
        configuration = configuration.split("  - Method:")[0]
    (site / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    article = min((site / "content" / "articles").glob("*.md"))
    yield Change("sentence", _ending(article, "\n{}.\n"), f"sources/{article.stem}/")
    decisions = site / "content" / "events.yml"
    if not decisions.exists():
        decisions.write_text(f"events:\n  - articles: [{article.stem}]\n    title: None yet\n", encoding="utf-8")
    yield Change("decision", _entitled(decisions), "events/")
    template = package / "site" / "templates" / "source.md.j2"
    yield Change("template", _ending(template, "\n<p>{}</p>\n"), f"sources/{article.stem}/")


def _ending(path: Path, end: str) -> Callable[[str], None]:
    """A change of a file's end."""
    before = path.read_text(encoding="utf-8")
    return lambda words: path.write_text(before + end.format(words), encoding="utf-8") and None


def _entitled(path: Path) -> Callable[[str], None]:
    """A change of the first title in a file of decisions."""
    before = path.read_text(encoding="utf-8")
    return lambda words: (
        path.write_text(re.sub("title: .*", f"title: {words}", before, count=1), encoding="utf-8") and None
    )


@contextmanager
def serving(site: Path, environment: Mapping[str, str], log: Path) -> Iterator[tuple[int, str]]:
    """A preview of the site while the block runs: the server's process id and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    told = {**environment, "SITE_URL": f"http://{address}/"}
    with log.open("w") as output, Popen(command, cwd=site, env=told, stdout=output, stderr=STDOUT) as process:
        try:
            end = time.monotonic() + _PATIENCE
            while "Serving on" not in log.read_text(encoding="utf-8"):
                if process.poll() is not None or time.monotonic() > end:
                    sys.exit(log.read_text(encoding="utf-8"))
                time.sleep(0.2)
            yield process.pid, f"http://{address}/"
        finally:
            process.terminate()


def _shown(process: int, url: str, change: Change, words: str) -> tuple[float, float]:
    """The seconds until the change is shown, and those of the processor."""
    page = _fetch(url + change.page)
    begun, used = time.monotonic(), processor(process)
    change.make(words)
    while words not in page:
        if time.monotonic() - begun > _PATIENCE:
            sys.exit(f"{url}{change.page} never shows the {change.name}.")
        if found := _EPOCH.search(page):
            _fetch(f"{url}livereload/{found[1]}/{found[2]}")
        page = _fetch(url + change.page)
    return time.monotonic() - begun, processor(process) - used


def _fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode("utf-8"))


if __name__ == "__main__":
    main()
