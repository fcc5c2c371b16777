"""Built sites in tests: building them, serving them under a sub-path, and following what they link to."""

import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib

EPOCH = "1700000000"

TAB_STOPS = """[...document.querySelectorAll('a,button,input,summary,[tabindex="0"]')].filter(
  e => e.tabIndex >= 0 && !e.closest('footer') && e.checkVisibility({checkVisibilityCSS: true})).length"""
"""How many stops a reader at the keyboard makes before the footer of a page, as an expression of JavaScript."""


def build(root: Path, target: Path, *options: str, url: str = "https://example.org/repo/") -> str:
    """Build the MkDocs site in `root` into `target`, strictly; what it printed. Fails with that output."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target), *options]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=root, env=environment, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


def copy_site(source: Path, target: Path) -> Path:
    """The parts of a site that an editor owns, copied to be changed."""
    shutil.copytree(source / "content", target / "content")
    shutil.copy(source / "mkdocs.yml", target / "mkdocs.yml")
    return target


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path, prefix: str = "/repo/") -> Iterator[str]:
    """Serve `folder` below `prefix` on this machine; yields the address."""

    class Handler(_Quiet):
        def translate_path(self, path: str) -> str:
            inside = unquote(urlsplit(path).path)
            if not inside.startswith(prefix):
                return str(folder / "no-such-file")
            return str(folder / inside.removeprefix(prefix))

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        thread.join()


def pages(site: Path) -> list[Path]:
    """Every HTML page of a built site."""
    return sorted(site.rglob("*.html"))


def own_pages(site: Path) -> list[Path]:
    """Every page but those that only lead from an earlier address to where it is now."""
    return [path for path in pages(site) if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")]


def document(path: Path) -> html5lib.treebuilders.base.Node:
    """A page as a parsed tree (xml.etree), names without namespaces."""
    return html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)


def broken_links(site: Path, base: str = "https://example.org/repo/") -> list[str]:
    """Each link or resource of a page that leads nowhere within the site, with anchors."""
    trees = {path: document(path) for path in pages(site)}
    anchors = {path: {e.get("id") for e in tree.iter() if e.get("id")} for path, tree in trees.items()}
    broken = []
    for path, tree in trees.items():
        address = base + path.relative_to(site).as_posix().removesuffix("index.html")
        for element in tree.iter():
            for name in ("href", "src"):
                link = element.get(name)
                if link and (fault := _fault(site, base, urljoin(address, link), anchors)):
                    broken.append(f"{path.relative_to(site)}: {link}: {fault}")
    return broken


def _fault(site: Path, base: str, url: str, anchors: dict[Path, set[str | None]]) -> str:
    address, anchor = urldefrag(url)
    if not address.startswith(base):
        return ""
    target = site / unquote(address.removeprefix(base))
    if target.is_dir():
        target = target / "index.html"
    if not target.is_file():
        return "no such file"
    known = anchors.get(target)
    if anchor and known is not None and unquote(anchor) not in known and not anchor.startswith((":~:", "__")):
        return "no such anchor"
    return ""


def outside_resources(site: Path) -> set[str]:
    """Addresses of other hosts that a page would fetch by itself: scripts, styles, pictures, fonts, frames."""
    found = set()
    for path in pages(site):
        for element in document(path).iter():
            link = element.get("src") or (element.get("href") if element.tag == "link" else None)
            fetched = element.tag != "link" or element.get("rel") in ("stylesheet", "icon", "preload", "preconnect")
            if link and fetched and urlsplit(link).netloc:
                found.add(link)
    return found
