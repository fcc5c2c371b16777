"""The search index of a large site: Pagefind's, of which a browser loads the few parts that a query needs.

It is made of what the theme's search plugin read of the pages, so that both find the same: sections by heading, without
what is marked as no answer to a search. Pagefind is an optional extra; its program comes in a wheel and asks no host.
"""

import base64
import html
import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.model.errors import ParallaxError
from generator.site.addresses import ASSETS
from generator.site.words import read_words

SEARCH_SCRIPT = f"{ASSETS}/pagefind-search.js"
_OWN_LOOKS = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")
_HANDED = 'pxPagefind({}, "{}");\n'
_MOST = 10.0  # the highest weight that Pagefind knows


def pagefind_program() -> str:
    """Where Pagefind's program is; raises ParallaxError when the extra is not installed."""
    remedy = "pip install 'parallax-explainer[pagefind]', or take `search: pagefind` out of mkdocs.yml."
    try:
        from pagefind.service import get_executable  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise ParallaxError("`search: pagefind` needs the library `pagefind`.", remedy=remedy) from None
    program = get_executable()
    if program is None:
        raise ParallaxError("`search: pagefind` needs the program of the library `pagefind`.", remedy=remedy)
    return str(program)


def search_script(language: str, *, from_disk: bool) -> bytes:
    """The script that joins Pagefind to the theme's search box; `from_disk` for a site that no server hands out."""
    words = read_words(language)
    said = {"failed": words.say("search_failed"), "some": words.phrase("search_some")}
    source = resources.files("generator.site.assets").joinpath("pagefind-search.js").read_bytes()
    return f"const WORDS = {json.dumps(said)}, FROM_DISK = {json.dumps(from_disk)};\n".encode() + source


def search_files(sections: Iterable[Mapping[str, Any]], language: str, *, from_disk: bool) -> dict[str, bytes]:
    """Pagefind's files by address in the site.

    `sections` are the entries of the theme's search index: `location`, `title`, `text` (both HTML) and perhaps `boost`.
    """
    with tempfile.TemporaryDirectory(prefix="parallax-search-") as folder:
        pages, index = Path(folder) / "pages", Path(folder) / "pagefind"
        for location, page in _pages(sections, language).items():
            path = pages / unquote(location if location.endswith(".html") else f"{location}index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
        _run(pages, index)
        found = sorted(path for path in index.rglob("*") if path.is_file() and not path.name.startswith(_OWN_LOOKS))
        files = {path.relative_to(index).as_posix(): path.read_bytes() for path in found}
    if from_disk:
        files = {f"{name}.js": _handed(name, content) for name, content in files.items()}
    return {f"pagefind/{name}": content for name, content in files.items()}


def _handed(name: str, content: bytes) -> bytes:
    return _HANDED.format(json.dumps(name), base64.b64encode(content).decode()).encode()


def _run(pages: Path, index: Path) -> None:
    pages.mkdir(exist_ok=True)
    command = [pagefind_program(), "--site", str(pages), "--output-path", str(index), "--quiet"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the wheel's own program
    if ran.returncode:
        raise ParallaxError(
            f"Pagefind could not make the search index: {ran.stdout}{ran.stderr}".rstrip(),
            remedy="Is there room for temporary files? Else take `search: pagefind` out of mkdocs.yml.",
        )


def _pages(sections: Iterable[Mapping[str, Any]], language: str) -> dict[str, str]:
    """Each page as HTML with nothing in it but what is searched, and its tags."""
    pages: dict[str, list[Mapping[str, Any]]] = {}
    for section in sections:
        pages.setdefault(section["location"].partition("#")[0], []).append(section)
    return {location: _page(found, language) for location, found in pages.items()}


def _page(sections: Sequence[Mapping[str, Any]], language: str) -> str:
    first = sections[0]
    weight = min(float(first.get("boost", 1)), _MOST)
    tags = html.escape(json.dumps(first.get("tags", [])))
    parts = [f"<h1>{first['title']}</h1>\n{first['text']}\n"]
    for section in sections[1:]:
        anchor = html.escape(section["location"].partition("#")[2])
        # The page's own heading is a section too where something stands above it.
        heading = "" if section["title"] == first["title"] else f'<h2 id="{anchor}">{section["title"]}</h2>\n'
        parts.append(f"{heading}{section['text']}\n")
    return (
        f'<html lang="{html.escape(language)}"><main data-pagefind-body data-pagefind-weight="{weight}">\n'
        f'<p data-pagefind-meta="tags" data-pagefind-ignore>{tags}</p>\n{"".join(parts)}</main></html>\n'
    )
