"""A large corpus to measure with: articles of ramybaly/Article-Bias-Prediction as a content folder.

    python -m tools.corpus GIT_DIR OUT --articles 3000 [--since 2019-01-01]

GIT_DIR is a git directory of that repository (37,554 news articles, Apache-2.0). OUT gets `articles/*.md`; it holds
other people's articles, so it never goes into a commit. Articles come in order of their day, from `--since` on, so that
several outlets tell one happening; a larger corpus holds the smaller one. Articles without a day come last.
"""

import argparse
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path


def main() -> None:
    """Write the corpus that the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("git", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--since", default="2019-01-01", help="the first day; earlier articles come after the latest")
    given = parser.parse_args()
    print(f"{write(given.git, given.out, given.articles, since=given.since)} articles in {given.out / 'articles'}")


def write(git: Path, out: Path, most: int, *, since: str = "") -> int:
    """Write the first `most` articles from `since` on as Markdown files below `out`, and say how many there are."""
    found = sorted(stored(git), key=lambda a: _turn(a, since))[:most]
    folder = out / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    for article in found:
        (folder / f"{article['ID'].lower()}.md").write_text(markdown(article), encoding="utf-8")
    return len(found)


def stored(git: Path) -> Iterator[dict[str, str]]:
    """Every article of the repository that has a text, its `date` as an ISO day or ""."""
    command = ["git", "--git-dir", str(git)]
    listed = subprocess.run(
        [*command, "ls-tree", "-r", "HEAD", "data/jsons"], check=True, capture_output=True, text=True
    )
    # By object name: git walks a folder of 37,554 entries anew for each path that it is asked for.
    objects = [line.split()[2] for line in listed.stdout.splitlines()]
    asked = "\n".join(objects).encode()
    batch = subprocess.run([*command, "cat-file", "--batch"], check=True, capture_output=True, input=asked).stdout
    at = 0
    for _ in objects:
        end = batch.index(b"\n", at)
        size = int(batch[at:end].split()[2])
        article = json.loads(batch[end + 1 : end + 1 + size])
        at = end + 2 + size
        if (article.get("content_original") or "").strip():
            yield {**article, "date": iso_day(article.get("date") or "")}


def iso_day(text: str) -> str:
    """The day of "2020-01-31" or "1/31/20" in ISO form; "" for anything else."""
    if found := re.match(r"(20[0-2]\d-\d\d-\d\d)", text):
        return found[1]
    if found := re.fullmatch(r"(\d+)/(\d+)/([01]\d|2[01])", text):
        return f"20{found[3]}-{int(found[1]):02d}-{int(found[2]):02d}"
    return ""


def _turn(article: dict[str, str], since: str) -> tuple[bool, bool, str, str]:
    day = article["date"]
    return not day, day < since, day, article["ID"]


def markdown(article: dict[str, str]) -> str:
    """An article of the repository as a content file."""
    stated = {"title": article["title"], "outlet": article["source"], "url": article["url"]}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in stated.items() if value]
    if article["date"]:
        lines.append(f"published: {article['date']}")
    return "---\n" + "\n".join(lines) + f"\n---\n\n{article['content_original'].strip()}\n"


if __name__ == "__main__":
    main()
