"""The public log of corrections."""

from markdown import markdown

from generator.model.site import Correction
from generator.site.pages.render import blocks
from generator.site.words import read_words
from tests.desk.sample_site import EVENT, site

WORDS = read_words("en")


def log(*entries: Correction) -> str:
    made = blocks(site(corrections=entries), WORDS, uri="corrections.md")["corrections"]
    return markdown(made, extensions=["attr_list", "md_in_html"])


def test_the_latest_stands_first_with_its_event() -> None:
    page = log(
        Correction(date="2024-05-07", event=EVENT.id, wrong="It was *4* May.", right="It was 3 May."),
        Correction(date="2024-06-01", event="", wrong="A <b>name</b>.", right="Another."),
    )
    assert page.index("1 June 2024") < page.index("7 May 2024")
    assert page.count("<li>") == 2
    assert f'href="events/{EVENT.id}.md"' in page
    assert "<em>" not in page
    assert "<b>" not in page


def test_an_empty_log_says_so() -> None:
    assert "Nothing has been corrected so far." in log()
