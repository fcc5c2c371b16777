"""One bad file is one error: it makes no second one elsewhere; two of one surname stay two."""

from pathlib import Path

import pytest

from generator.build.pipeline import build_site
from generator.content.settings import Settings

BODY = "{who} said on Friday that the ferry Sea Lark would sail. “It is safe,” {who} told the council of Sandholm.\n"


def site(folder: Path, heads: dict[str, str], **files: str) -> Path:
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    for name, head in heads.items():
        who = "Anna Berg" if name == "gazette" else "Jonas Berg"
        (articles / f"{name}.md").write_text(f"---\n{head}\n---\n{BODY.format(who=who)}", "utf-8")
    for name, text in files.items():
        (folder / "content" / f"{name}.yml").write_text(text, "utf-8")
    return folder


def errors(folder: Path) -> list[str]:
    problems = build_site(folder, Settings()).problems
    return [f"{p.file}:{p.line}" for p in problems if p.severity != "suggestion"]


@pytest.mark.parametrize(
    "head",
    [
        "rights: mine",
        "title: [a",
        "title: *a",
        "- a",
        "title: a\ntitle: b",
        'title: "\\ud800"',
        "published: 2024-XX/..",
    ],
)
def test_a_bad_front_matter_makes_no_second_error(tmp_path: Path, head: str) -> None:
    events = "events:\n  - articles: [gazette, radio]\n    title: The ferry sails\n"
    told = (
        "disagreements:\n  - add: whether it is safe\n    kind: quote\n    hardness: soft\n    positions:\n"
        "      - {article: gazette, quote: It is safe}\n      - {article: radio, quote: It is safe}\n"
    )
    good = "title: The ferry\npublished: 2024-05-03"
    folder = site(tmp_path, {"gazette": good, "radio": head}, events=events, disagreements=told)
    (fault,) = errors(folder)
    assert fault.startswith("content/articles/radio.md:")


def test_two_of_one_surname_are_kept_apart(tmp_path: Path) -> None:
    good = "published: 2024-05-03\ntitle: The ferry"
    folder = site(tmp_path, {"gazette": good, "radio": good}, actors="never_merge:\n  - [Anna Berg, Jonas Berg]\n")
    assert errors(folder) == []
    names = {actor.name for actor in build_site(folder, Settings()).cast.actors}
    assert {"Anna Berg", "Jonas Berg"} <= names


def test_a_surname_alone_stands_for_one_of_them_at_most(tmp_path: Path) -> None:
    good = "published: 2024-05-03\ntitle: The ferry"
    folder = site(tmp_path, {"gazette": good, "radio": good}, actors="never_merge:\n  - [Anna Berg, Jonas Berg]\n")
    third = folder / "content" / "articles" / "tribune.md"
    third.write_text(f"---\n{good}\n---\n{BODY.format(who='Berg')}", "utf-8")
    site_ = build_site(folder, Settings())
    owners = [a.name for a in site_.cast.actors if any(alias.text == "Berg" for alias in a.aliases)]
    assert len(owners) <= 1
    assert not [p for p in site_.problems if p.severity == "error"]
