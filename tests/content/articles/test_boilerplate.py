"""What is article text and what stands around it: one file a case, written as a list of paragraphs with their kind."""

import json
from pathlib import Path

import pytest
import yaml

from generator.content.articles import read_articles
from generator.content.articles.boilerplate import reasons
from generator.content.articles.roles import paragraphs
from generator.model.text import Article
from tests.folders import CASES, ROOT

CASES = CASES / "articles" / "bodies"
LINES = CASES.parent / "lines"
STORY = ["The mill burned down on Friday night, and nobody was hurt, the fire brigade said."] * 8


def kind(role: str, reason: str) -> str:
    return reason if role == "boilerplate" else "story" if role == "text" else role


@pytest.mark.parametrize("separator", ["\n", "\n\n"], ids=["lines", "blank lines"])
@pytest.mark.parametrize("case", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_every_paragraph_has_its_kind(case: Path, separator: str) -> None:
    written = [pair for entry in yaml.safe_load(case.read_text(encoding="utf-8")) for pair in entry.items()]
    body = separator.join(f"- {text}" if role == "item" else text for role, text in written)
    found = [(kind(p.role, p.reason), body[p.start : p.end]) for p in paragraphs(body)]
    assert found == written


def lines(name: str) -> list[str]:
    return (LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", lines("boilerplate"))
def test_a_line_of_furniture_gives_itself_away_anywhere(line: str) -> None:
    assert reasons([*STORY, line, *STORY])[len(STORY)]


@pytest.mark.parametrize("line", lines("boilerplate_above_the_story"))
def test_a_byline_and_a_date_give_themselves_away_above_the_story(line: str) -> None:
    assert reasons([line, *STORY])[0]
    assert not reasons([*STORY, line, *STORY])[len(STORY)]


@pytest.mark.parametrize("line", lines("story"))
def test_a_story_that_uses_the_same_words_stays_a_story(line: str) -> None:
    assert not any(reasons([*STORY, line, *STORY]))
    assert not any(reasons([line, *STORY]))
    assert not any(reasons([*STORY, line]))


def test_what_repeats_the_title_is_the_headline_whatever_it_looks_like() -> None:
    body = "Ada Example\n\nWatch: mill burns down!\n\nThe mill burned down on Friday night."
    found = paragraphs(body, "WATCH: Mill burns down", "By Ada Example")
    assert [(p.role, p.reason) for p in found] == [("boilerplate", "byline"), ("headline", ""), ("text", "")]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Old mill burns down, nobody hurt", "headline"),
        ("Fire destroys the old mill in Sampleton", "headline"),
        ("What the neighbours saw from the bridge", "heading"),
        ("Why does nobody save our oldest buildings?", "heading"),
    ],
)
def test_a_headline_has_words_of_the_title(line: str, role: str) -> None:
    body = f"{line}\n\nThe mill burned down on Friday night, and nobody was hurt, the fire brigade said."
    assert paragraphs(body, "Fire: old mill in Sampleton burns down")[0].role == role


def test_no_story_is_lost_in_real_articles(basil: tuple[Article, ...]) -> None:
    """Of 150 articles, whose collector had cleaned them, two paragraphs are boilerplate: a caption and a menu."""
    marked = [p.reason for article in basil for p in article.paragraphs if p.role == "boilerplate"]
    assert sorted(marked) == ["page furniture", "photo caption or credit"]


def test_all_boilerplate_of_the_seeds_is_found_and_nothing_else(shared: Path) -> None:
    content = ROOT / "content" / "articles"
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    spans = {
        " ".join((shared / "seeds" / entry["source"]).read_text(encoding="utf-8").split()): [
            span["text"] for span in entry["boilerplate"]
        ]
        for entry in gold["articles"]
    }
    for article in read_articles(content).articles:
        expected = "\n".join(spans[" ".join(article.body.split())])
        marked = [article.body[p.start : p.end] for p in article.paragraphs if p.role == "boilerplate"]
        assert "".join("".join(marked).split()) == "".join(expected.split()), article.id


def test_what_stands_within_a_page_without_line_breaks() -> None:
    told = "The mill burned down on Friday night, and nobody was hurt, the brigade said. " * 30
    caption = "Firemen stand before the mill in Sampleton, on August 5, 2024. Ada Roth/AFP/Getty Images"
    link = "Related article Why old mills burn, and what their owners say"
    helped = "Sampleton News’s Bert Holt contributed to this report."
    body = f"{told}{caption} {link} The owner was glad. “It is insured,” she said. {helped}"
    parts = [(p.role, body[p.start : p.end]) for p in paragraphs(body)]
    assert [text for role, text in parts if role == "boilerplate"] == [caption, link, helped]
    assert ("text", "The owner was glad. “It is insured,” she said.") in parts


def test_a_short_paragraph_is_whole_whatever_it_holds() -> None:
    body = "The mill burned.\n\nFiremen came. Ada Roth/AFP The owner was glad."
    assert [body[p.start : p.end] for p in paragraphs(body)] == body.split("\n\n")


def test_a_gallery_run_into_a_paragraph_is_cut_out_whole() -> None:
    story = "The mill burned down on Friday. " * 40
    shown = " ".join(f"A keeper walks by. Reuters Hide Caption {n} of 9 Photos: The Elmet Mill" for n in range(1, 9))
    gallery = f"Photos: The Elmet Mill {shown} Smoke rises. Hide Caption 9 of 9"
    body = f"{story}{gallery} {story}"
    assert [body[p.start : p.end] for p in paragraphs(body) if p.reason] == [gallery]
