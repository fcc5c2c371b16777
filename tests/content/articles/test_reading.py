"""What a sound file gives: the front matter as stated, the body as published, offsets that hold whatever it holds."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.articles import read_articles
from generator.content.articles.roles import paragraphs
from generator.model.text import Article

FRONT = "---\ntitle: Fire at the mill\noutlet: Sampleton Gazette\n---\n"
HOSTILE = (
    "<script>alert(1)</script> was what the banner said.",
    "{{ 7*7 }} and {% raw %} stood on the wall.",
    '--8<-- "secrets.txt"',
    "A [link](javascript:alert(1)) was painted on the door.",
    "</aside></main> ends nothing here.",
    "# A line that begins with a hash sign.",
    "[^1]: A footnote that is none, in the middle of the text.",
    "    Four spaces make no code of these words.",
    "> Quoted words stay words.",
    "\u202eThe words run from right to left.\u202c",
    "A zero\x00byte, a \x0bvertical tab and a \u2028separator.",
    "```",
    "===",
    "| a | table |",
    "<!-- The comment counts as well. -->",
    "&lt;b&gt; is no tag, and &#0; is no sign.",
)


def read(folder: Path, text: str | bytes) -> Article:
    (folder / "mill.md").write_bytes(text.encode() if isinstance(text, str) else text)
    reading = read_articles(folder)
    assert not reading.problems
    return reading.articles[0]


def test_front_matter_is_kept_as_stated(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "---\ntitle: 1984\noutlet: No\nbyline: >-\n  Ada\n  Example\npublished: 2024-05\nurl: https://a.example/x?y=1\n"
        "language: en-GB\nrights: full\nnote:\n---\nIt was a bright cold day in the town.\n",
    )
    stated = [getattr(article, key) for key in ("title", "outlet", "byline", "published", "url", "language", "rights")]
    assert stated == ["1984", "No", "Ada Example", "2024-05", "https://a.example/x?y=1", "en-GB", "full"]
    assert article.note is None


def test_a_long_address_is_kept_whole(tmp_path: Path) -> None:
    url = "https://sampleton.example/fire?" + "&".join(f"key{n}=value" for n in range(60))
    assert read(tmp_path, f"---\nurl: {url}\n---\nThe mill burned.\n").url == url


def test_what_is_not_stated_is_not_guessed(tmp_path: Path) -> None:
    article = read(tmp_path, "---\n# nothing is known\n---\nBy Ada Example\n\nThe mill burned down on 3 May 2024.\n")
    assert (article.title, article.outlet, article.byline, article.published) == (None, None, None, None)
    assert (article.language, article.rights) == ("en", "excerpt")


def test_the_body_is_all_that_follows_the_closing_line(tmp_path: Path) -> None:
    body = "\n\nThe mill burned.\n\n---\n\nNobody was hurt.  \n\n"
    article = read(tmp_path, FRONT + body)
    assert article.body == body
    assert article.body_line == 5
    assert article.line(article.body.index("Nobody")) == 11


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_any_kind_count_one_character(end: str, tmp_path: Path) -> None:
    text = FRONT + "The mill burned.\n\nNobody was hurt.\n"
    article = read(tmp_path, text.replace("\n", end))
    assert article.body == "The mill burned.\n\nNobody was hurt.\n"
    assert article.body_line == 5


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + FRONT.encode() + b"The mill burned.\n").title == "Fire at the mill"


@pytest.mark.parametrize("line", HOSTILE)
def test_a_hostile_line_is_one_exact_paragraph(line: str, tmp_path: Path) -> None:
    before, after = "The mill burned down on Friday.", "Nobody was hurt in the fire."
    article = read(tmp_path, f"{FRONT}{before}\n\n{line}\n\n{after}\n")
    assert [article.body[p.start : p.end] for p in article.paragraphs] == [before, line.strip(), after]


def test_folder_order_is_by_name(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.md").write_text(f"{FRONT}The {name} mill burned.\n", encoding="utf-8")
    assert [article.id for article in read_articles(tmp_path).articles] == ["a", "b", "c"]


def test_a_decomposed_file_name_gives_a_composed_id(tmp_path: Path) -> None:
    (tmp_path / "cafe\u0301.md").write_text(f"{FRONT}The mill burned.\n", encoding="utf-8")
    assert [article.id for article in read_articles(tmp_path).articles] == ["caf\u00e9"]


MARKDOWN = st.text(st.sampled_from("ab. \t\n-+*>#`_=|[]()<>{}%!\"'”“1\u00a0\u2028\x00\x0b•"), max_size=200)
PROSE = st.lists(st.text("abc XYZ.,\n", min_size=1, max_size=150), max_size=8).map("\n\n".join)


@given(st.one_of(MARKDOWN, PROSE, st.text(max_size=200)).map(lambda text: text.replace("\r", "\n")))
def test_paragraphs_hold_all_words_once_and_in_order(body: str) -> None:
    found = paragraphs(body, None)
    rest, reached = [], 0
    for paragraph in found:
        assert reached <= paragraph.start < paragraph.end
        text = body[paragraph.start : paragraph.end]
        assert text == text.strip()
        rest.append(body[reached : paragraph.start])
        reached = paragraph.end
    # Only space and the markers of lists lie between paragraphs.
    assert not re.sub(r"[\s\-+*•]", "", "".join([*rest, body[reached:]]))


@pytest.mark.parametrize(
    "garbled",
    ["Mayor\u00e2\u20ac\u2122s mill burns", "Mayor\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2s mill burns"],
)
def test_a_headline_read_by_the_wrong_table_of_letters(garbled: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"---\ntitle: {garbled}\n---\nThe mill burned.\n".encode()).title == "Mayor’s mill burns"
    assert (
        read(tmp_path, b"---\ntitle: Mill ?to burn on?, mayor says\n---\nIt burned.\n").title
        == "Mill ‘to burn on’, mayor says"
    )


def test_words_and_numbers_bound_by_a_no_break_space(tmp_path: Path) -> None:
    body = "Mayor Ada\u00a0Roth said that 27\u00a0400\u202ffarms of the county were flooded when the river rose.\n"
    assert "Ada Roth said that 27\u00a0400 farms" in read(tmp_path, f"{FRONT}{body}".encode()).body
