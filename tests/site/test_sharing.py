"""Pages of one disagreement alone: whole, tame, and citing what is there."""

from urllib.parse import urlsplit

import html5lib
import msgspec
import pytest

from generator.site.sharing import Home, share_pages
from generator.site.words import LANGUAGES, read_words
from tests.sites import HOSTILE, ferry_site

HOME = Home(title="The Tern", url="https://tern.example/site/")
SHARE, EMBED = "share/figure-people-on-board.html", "embed/figure-people-on-board.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_disagreement_has_both_pages_in_valid_html(language: str) -> None:
    site = ferry_site(3)
    made = share_pages(site, read_words(language), HOME)
    assert len(made) == 2 * len(site.disagreements)
    for uri, content in made.items():
        parser = html5lib.HTMLParser()
        parser.parse(content.decode())
        assert [(code, data) for _, code, data in parser.errors] == [], uri


def test_the_shared_page_has_its_own_picture_and_the_address_of_the_row() -> None:
    text = html5lib.parse(share_pages(ferry_site(3), read_words("en"), HOME)[SHARE], namespaceHTMLElements=False)
    meta = {element.get("property"): element.get("content") for element in text.iter("meta")}
    assert meta["og:image"] == "https://tern.example/site/assets/parallax/cards/d-figure-people-on-board.png"
    cited = ["".join(element.itertext()) for element in text.iter("pre")]
    row = "https://tern.example/site/events/2031-03-11-ferry-tern-runs-aground-off-kelm/#d-figure-people-on-board"
    assert sum(row in words for words in cited) == 3
    assert "https://tern.example/site/" + EMBED in cited[3]


@pytest.mark.parametrize(("folders", "end"), [(True, "/"), (False, ".html")])
def test_links_lead_to_pages_as_they_are_written(folders: bool, end: str) -> None:
    home = msgspec.structs.replace(HOME, folders=folders)
    text = html5lib.parse(share_pages(ferry_site(3), read_words("en"), home)[EMBED], namespaceHTMLElements=False)
    own = [urlsplit(link.get("href")) for link in text.iter("a") if not (link.get("href") or "").startswith("http")]
    assert own
    assert all(part.path.endswith(end) for part in own)


def test_hostile_words_stay_words() -> None:
    site = ferry_site(3)
    cards = tuple(msgspec.structs.replace(d, about=HOSTILE, note=HOSTILE) for d in site.disagreements)
    made = share_pages(msgspec.structs.replace(site, disagreements=cards), read_words("en"), HOME)
    for content in made.values():
        text = html5lib.parse(content, namespaceHTMLElements=False)
        assert all(element.get("src", "").endswith("share.js") for element in text.iter("script"))
        assert not list(text.iter("aside"))
