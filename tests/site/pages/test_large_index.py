"""A large site: its indexes stand in parts, few actors have pages, and every link still leads somewhere."""

import re
from pathlib import PurePosixPath
from posixpath import normpath

import msgspec
import pytest

from generator.model.actors import Actor, Alias
from generator.model.decisions import Decisions
from generator.model.site import Site
from generator.site import addresses, parts
from generator.site.addresses import addresses_of
from generator.site.pages.actors import MOST
from generator.site.pages.page import Page
from generator.site.pages.render import blocks, render
from generator.site.redirects import redirects
from generator.site.words import LANGUAGES, read_words
from tests.site.pages.markdown import Ids, rendered
from tests.sites import ferry_site


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site whose every index is too long for one page, where a page of one's own takes two articles."""
    monkeypatch.setattr(parts.by_name, "__defaults__", (1, 1))
    monkeypatch.setattr(parts.by_date, "__defaults__", (None, 1, 1))
    monkeypatch.setattr(addresses, "MOST_SOURCES", 1)
    return msgspec.structs.replace(ferry_site(3), told_in=2)


def _pages(site: Site, language: str = "en") -> dict[str, Page]:
    return {page.uri: page for page in render(site, read_words(language))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_place_that_is_there(large: Site, language: str) -> None:
    html = {uri: rendered(page.text) for uri, page in _pages(large, language).items()}
    html["index.md"] = rendered("\n\n".join(blocks(large, read_words(language)).values()))
    ids = {uri: Ids(text).found for uri, text in html.items()}
    for uri, text in html.items():
        for link in re.findall(r'href="([^"]*\.md[^"]*)"', text):
            path, _, anchor = link.partition("#")
            target = normpath(str(PurePosixPath(uri).parent / path)) if path else uri
            assert target in ids, f"{uri}: {link}"
            assert not anchor or anchor in ids[target], f"{uri}: {link}"


def test_everybody_and_everything_stands_in_some_part(large: Site) -> None:
    pages = _pages(large)
    for folder, told in (
        ("actors", [actor.name for actor in large.cast.actors]),
        ("events", [event.title for event in large.events]),
        ("sources", [article.title or "" for article in large.articles]),
    ):
        text = "".join(page.text for uri, page in pages.items() if uri.startswith(f"{folder}/all/"))
        assert all(words.split()[0] in text for words in told)
        assert "all/" in pages[f"{folder}/index.md"].text


def test_who_has_no_page_has_a_row_that_leads_to_his_events(large: Site) -> None:
    once = Actor(id="una-vik", name="Una Vik", kind="person", aliases=(Alias(text="Una Vik", articles=("council",)),))
    events = tuple(msgspec.structs.replace(event, actors=(*event.actors, "una-vik")) for event in large.events[-1:])
    cast = msgspec.structs.replace(large.cast, actors=(*large.cast.actors, once))
    site = msgspec.structs.replace(large, cast=cast, events=(*large.events[:-1], *events))
    address = addresses_of(site).actors["una-vik"]
    page, _, anchor = address.partition("#")
    assert anchor
    row = rendered(_pages(site)[page].text).partition(f'id="{anchor}"')[2].partition("</li>")[0]
    assert addresses_of(site).events[events[0].id].rpartition("/")[2] in row


def test_what_the_editor_wrote_of_somebody_keeps_its_page(large: Site) -> None:
    site = msgspec.structs.replace(large, told_in=1000)
    pages = addresses_of(site).actor_pages
    assert set(pages) == {actor.id for actor in site.cast.actors if actor.line or actor.links}


def test_a_form_in_too_few_articles_had_no_page_and_leads_nowhere(large: Site) -> None:
    forms = (Alias(text="Ilse Brandvik", articles=("wire", "council")), Alias(text="I. Brandvik", articles=("wire",)))
    actor = Actor(id="ilse-brandvik", name="Ilse Brandvik", kind="person", aliases=forms)
    cast = msgspec.structs.replace(large.cast, actors=(actor,))
    site = msgspec.structs.replace(large, cast=cast)
    assert not redirects(Decisions(), site, addresses_of(site), "en")
    few = msgspec.structs.replace(site, told_in=1)
    assert list(redirects(Decisions(), few, addresses_of(few), "en")) == ["actors/i-brandvik/index.html"]


def test_an_entry_shows_the_latest_of_very_many_quotations() -> None:
    site = ferry_site(3)
    spoken = next(q for q in site.quotations if q.speaker == "tomas-reuel" and q.direct)
    many = msgspec.structs.replace(site, quotations=(*site.quotations, *[spoken] * MOST))
    page = _pages(many)[addresses_of(many).actors["tomas-reuel"]]
    assert "earlier quotation" in page.text
    assert "earlier quotation" not in _pages(site)[addresses_of(site).actors["tomas-reuel"]].text
