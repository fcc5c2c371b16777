"""Whole pages: every quotation opens, every anchor is there, nothing hostile acts, the same each time."""

import re
from collections import Counter
from pathlib import PurePosixPath
from posixpath import normpath

import html5lib
import msgspec
import pytest
import yaml

from generator.model.site import Site
from generator.model.story import Headline, Position
from generator.site.addresses import addresses_of
from generator.site.pages.indexes import BLOCKS
from generator.site.pages.page import Page
from generator.site.pages.render import assets, blocks, render
from generator.site.sharing import Home, share_pages
from generator.site.words import LANGUAGES, read_words
from tests.site.pages.markdown import Ids, rendered, tree
from tests.sites import FERRY, HOSTILE, ferry_site

EVENT = f"events/{FERRY}.md"
WORDS = read_words("en")


def _pages(site: Site, language: str = "en") -> dict[str, Page]:
    return {page.uri: page for page in render(site, read_words(language))}


def _front(page: Page) -> dict[str, object]:
    front = yaml.safe_load(page.text.split("---\n")[1])
    assert isinstance(front, dict)
    return front


def _text(page: Page) -> str:
    return " ".join("".join(tree(page.text).itertext()).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sources", [1, 2, 3, 12])
def test_every_link_within_the_site_leads_to_a_place_that_is_there(sources: int, language: str) -> None:
    pages = _pages(ferry_site(sources), language)
    html = {uri: rendered(page.text) for uri, page in pages.items()}
    html["index.md"] = rendered("\n\n".join(blocks(ferry_site(sources), read_words(language)).values()))
    ids = {uri: Ids(text).found for uri, text in html.items()}
    alone = share_pages(ferry_site(sources), read_words(language), Home(title="The Tern"))
    addresses = addresses_of(ferry_site(sources))
    feeds = [addresses.feed(actor) for actor in addresses.actor_pages]
    for uri, text in html.items():
        for link in re.findall(r'href="([^"]*)"', text):
            if link.startswith("https://"):
                continue
            path, _, anchor = link.partition("#")
            target = normpath(str(PurePosixPath(uri).parent / path)) if path else uri
            if target in alone or target in feeds:
                assert anchor in ("", "cite", "embed")
                continue
            assert target in ids, f"{uri}: {link}"
            assert not anchor or anchor in ids[target], f"{uri}: {link}"


@pytest.mark.parametrize("sources", [1, 2, 3, 12])
def test_no_id_stands_twice_on_a_page(sources: int) -> None:
    for uri, page in _pages(ferry_site(sources)).items():
        twice = [id_ for id_, count in Counter(Ids(rendered(page.text)).found).items() if count > 1]
        assert twice == [], uri


def test_every_quotation_is_exact() -> None:
    site = ferry_site(3)
    bodies = [article.body for article in site.articles]
    for page in _pages(site).values():
        for element in tree(page.text).iter("q"):
            for words in _wordings(element):
                assert any(words in body for body in bodies), words


def _wordings(quotation: html5lib.treebuilders.base.Node) -> list[str]:
    """The words of a quotation; of several that are shown as one, those of each."""
    if "px-both" not in (quotation.get("class") or ""):
        return ["".join(quotation.itertext())]
    return [" ".join(_side(quotation, number).replace("…", "").split()) for number in ("1", "2")]


def _side(quotation: html5lib.treebuilders.base.Node, number: str) -> str:
    text = quotation.text or ""
    for either in quotation:
        marks, wordings = either.iter("mark"), either.iter("sup")
        text += "".join(mark.text for mark, which in zip(marks, wordings, strict=True) if number in which.text.split())
        text += either.tail or ""
    return text


def test_every_quotation_has_its_source_beside_it() -> None:
    for uri, page in _pages(ferry_site(3)).items():
        root = tree(page.text)
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in root.iter("q"):
            near = [parents[element], parents[parents[element]]]
            cited = any("px-cite" in (link.get("class") or "") for place in near for link in place.iter("a"))
            classes = parents[element].get("class") or ""
            # In the sidebar the source stands beside the words by name, and the question leads to its row.
            named = classes == "px-says" and any(e.get("class") == "px-told" for e in parents[parents[element]].iter())
            assert cited or named or "px-wording" in classes or "px-source-name" in classes, uri


def test_the_same_site_gives_the_same_pages() -> None:
    assert render(ferry_site(3), WORDS) == render(ferry_site(3), WORDS)


def test_front_matter_keeps_other_extensions_away() -> None:
    for page in _pages(ferry_site(3)).values():
        front = _front(page)
        assert front["render_macros"] is False
        assert front["title"]
    assert set(_front(_pages(ferry_site(3))[EVENT])["hide"]) == {"navigation", "toc", "tags"}  # type: ignore[call-overload]


def test_hard_disagreements_come_first_and_say_what_they_are_in_words() -> None:
    text = _text(_pages(ferry_site(3))[EVENT])
    order = [text.index(about) for about in ("How many people", "Why the ferry", "What to call the captain")]
    assert order == sorted(order)
    assert "Conflict a number" in text
    assert "What to call the captain what to call it · found" in text
    for status in ("found by the program", "added by the editor", "confirmed by the editor"):
        assert status in text


def test_the_words_that_differ_are_marked_and_nothing_else() -> None:
    root = tree(_pages(ferry_site(3))[EVENT].text)
    marks = ["".join(element.itertext()) for element in root.iter("mark")]
    assert marks[:3] == ["212", "198", "a failed beacon"]
    assert marks[3:] == ["never", "not", "in", "in all my", "told", "told that", "repaired", "mended"]


def test_a_shared_fact_tells_what_of_its_words_is_disputed() -> None:
    site = ferry_site(3)
    told = next(fact for fact in site.facts if fact.articles > 1).passages
    positions = tuple(Position(passage=passage, says=passage.quote.split()[-1]) for passage in told)
    label = next(item for item in site.disagreements if item.kind == "label")
    disputed = msgspec.structs.replace(site, disagreements=(msgspec.structs.replace(label, positions=positions),))
    note = "The sources differ on words of this: What to call the captain"
    assert note in _text(_pages(disputed)[EVENT])
    assert note not in _text(_pages(site)[EVENT])


def test_one_utterance_in_two_wordings_is_one_line_with_both() -> None:
    root = tree(_pages(ferry_site(3))[EVENT].text)
    items = [item for item in root.iter("li") if item.get("class") == "px-utterance"]
    texts = [" ".join("".join(item.itertext()).split()) for item in items]
    light = "never1 / not2 seen the light go dark in1 / in all my2 thirty years."
    assert any(f"{light} 1 Harbour Post 2 Kelm Gazette" in text for text in texts)
    march = "We were told1 / told that2 the light was repaired1 / mended2 in March"
    assert any(f"{march} 1 Harbour Post, Unnamed outlet 2 Kelm Gazette" in text for text in texts)
    assert sum("held her steady" in text for text in texts) == 1


def test_one_source_says_so_and_compares_nothing() -> None:
    page = _pages(ferry_site(1))[EVENT]
    text = _text(page)
    assert "Only one source tells of this" in text
    assert "Sources disagree" not in text
    assert "How each source told it" not in text
    assert "1 of 1" not in text


def test_sources_without_a_disagreement_say_that_none_was_found() -> None:
    site = msgspec.structs.replace(ferry_site(2), disagreements=())
    assert "No difference was proven" in _text(_pages(site)[EVENT])


def test_a_source_whose_words_did_not_fit_is_still_named_and_linked() -> None:
    site = ferry_site(3)
    first, *rest = site.facts
    shorter = msgspec.structs.replace(first, passages=first.passages[:2], unshown=("wire",))
    page = _pages(msgspec.structs.replace(site, facts=(shorter, *rest)))[EVENT]
    told = next(p for p in tree(page.text).iter("p") if p.get("class") == "px-told")
    assert [link.get("href") for link in told.iter("a")][2] == "../sources/wire.md"


def test_copies_do_not_count_as_independent() -> None:
    page = _pages(ferry_site(12))[EVENT]
    drawn = [e.get("aria-label") for e in tree(page.text).iter("span") if e.get("role") == "img"]
    assert drawn == ["12 of 12 sources, 2 independent", "11 of 12 sources, only 1 independent"]
    assert "12 articles, 2 independent" in _text(page)


def test_plans_and_claims_are_worded_as_such() -> None:
    root = tree(_pages(ferry_site(3))[EVENT].text)
    rows = {item.get("class"): "".join(item.itertext()) for item in root.iter("li") if item.get("class")}
    assert "planned" in rows["px-planned"]
    assert "The Tern will return" in rows["px-planned"]
    assert "claimed" in rows["px-claimed"]


def test_whose_headline_the_title_is_stands_below_it() -> None:
    pages = _pages(ferry_site(3))
    assert "Headline of Harbour Post" in _text(pages[EVENT])
    council = next(page for uri, page in pages.items() if "council" in uri and uri.startswith("events/"))
    assert "Title by the editor" in _text(council)


def test_whose_headlines_name_it_together_stands_below_them() -> None:
    site = ferry_site(3)
    beside = Headline(text="Captain blames tide", article="kelm-gazette")
    events = tuple(msgspec.structs.replace(e, beside=beside) if e.title_article else e for e in site.events)
    page = _pages(msgspec.structs.replace(site, events=events))[EVENT]
    assert "Headlines of Harbour Post, Kelm Gazette" in _text(page)
    assert ".px-two" in page.text


def test_an_outlet_that_is_not_stated_is_said_to_be_so() -> None:
    pages = _pages(ferry_site(3))
    for uri in ("sources/wire.md", "sources/index.md", EVENT):
        assert "outlet not stated" in _text(pages[uri])


def test_names_are_linked_once_a_section_and_never_change_the_words() -> None:
    site = ferry_site(3)
    root = tree(_pages(site)[EVENT].text)
    quotes = [
        element for element in root.iter("q") if any("px-name" in (a.get("class") or "") for a in element.iter("a"))
    ]
    assert quotes
    for quote in quotes:
        assert any("".join(quote.itertext()) in article.body for article in site.articles)
    tips = {a.get("data-tip") for a in root.iter("a") if a.get("class") == "px-name"}
    assert {"Mayor of Kelm since 2024. (editor)", "“Captain” (Harbour Post)"} <= tips


def test_the_preview_shows_places_and_the_site_does_not() -> None:
    place = "content/disagreements.yml:12"
    shown = {p.uri: p for p in render(ferry_site(3), WORDS, edit={"disagreement:label-captain": place})}[EVENT]
    assert place in _text(shown)
    assert "content/articles/harbour-post.md:5" in _text(shown)
    assert "content/" not in _text(_pages(ferry_site(3))[EVENT])


def test_search_tells_kinds_of_pages_apart() -> None:
    pages = _pages(ferry_site(3))
    assert _front(pages[EVENT])["tags"] == ["Event"]
    assert _front(pages["actors/ilse-brandvik.md"])["tags"] == ["person"]
    assert _front(pages["sources/wire.md"])["tags"] == ["Source"]


def test_each_block_brings_its_heading() -> None:
    made = blocks(ferry_site(3), WORDS)
    assert set(made) == set(BLOCKS)
    for block in made.values():
        assert block.startswith("## ")


def test_a_block_with_nothing_in_it_leaves_nothing() -> None:
    site = msgspec.structs.replace(ferry_site(3), disagreements=())
    assert blocks(site, WORDS)["disagreements"] == ""


def test_a_site_without_anything_still_has_its_pages() -> None:
    bare = Site(
        articles=(),
        datings=(),
        dependences=(),
        cast=msgspec.structs.replace(ferry_site(1).cast, actors=(), mentions=()),
        quotations=(),
        events=(),
        facts=(),
        disagreements=(),
    )
    assert set(_pages(bare)) == {"events/index.md", "actors/index.md", "disagreements/index.md", "sources/index.md"}
    assert set(blocks(bare, WORDS)) == set(BLOCKS)


def _hostile(site: Site) -> Site:
    """The site with hostile words wherever an article's or an editor's words may come from."""
    changed = msgspec.structs.replace
    articles = tuple(
        changed(a, title=HOSTILE, outlet=HOSTILE, byline=HOSTILE, note=HOSTILE, url="javascript:alert(1)")
        for a in site.articles
    )
    actors = tuple(changed(a, name=HOSTILE, line=HOSTILE, line_source=HOSTILE) for a in site.cast.actors)
    cards = tuple(changed(d, about=HOSTILE, note=HOSTILE, reason=HOSTILE) for d in site.disagreements)
    events = tuple(changed(e, title=HOSTILE, place=HOSTILE, date=HOSTILE, date_reason=HOSTILE) for e in site.events)
    return changed(
        site,
        articles=articles,
        cast=changed(site.cast, actors=actors),
        disagreements=cards,
        events=events,
        corrections=tuple(changed(c, wrong=HOSTILE, right=HOSTILE) for c in site.corrections),
        dependences=tuple(changed(d, reason=HOSTILE) for d in site.dependences),
    )


def test_hostile_words_do_nothing_anywhere() -> None:
    site = _hostile(ferry_site(3))
    texts = {page.uri: page.text for page in render(site, WORDS)} | blocks(site, WORDS)
    tame = {page.uri: page.text for page in render(ferry_site(3), WORDS)} | blocks(ferry_site(3), WORDS)
    assert tame.keys() <= texts.keys()
    for uri in tame:
        text = texts[uri]
        root, model = tree(text), tree(tame[uri])
        assert not list(root.iter("script")), uri
        assert not any("javascript" in (link.get("href") or "") for link in root.iter("a")), uri
        count = Counter(element.tag for element in root.iter())
        expected = Counter(element.tag for element in model.iter())
        assert count["aside"] == expected["aside"], uri
        assert count["h1"] == expected["h1"], uri
        body = text.split("---\n", 2)[-1]
        assert "{{" not in body, uri
        assert "--8<--" not in body, uri


def test_a_headline_of_ten_thousand_characters_is_shown_and_named_briefly() -> None:
    site = ferry_site(1)
    articles = tuple(msgspec.structs.replace(a, title="Long " * 2000) for a in site.articles)
    pages = _pages(msgspec.structs.replace(site, articles=articles))
    page = pages["sources/harbour-post.md"]
    assert len(page.title) == 200
    assert len(_text(page)) < 3000


def test_assets_are_the_style_sheet_the_script_and_the_offline_search() -> None:
    made = assets()
    assert [uri.rsplit("/", 1)[1] for uri in made] == [
        *("parallax.css", "parallax.js", "iframe-worker.js", "share.css", "share.js")
    ]
    for content in made.values():
        assert b"http" not in content
        assert len(content) < 40_000


def test_a_page_of_very_many_disagreements_gives_each_a_line_that_leads_to_its_card() -> None:
    site = ferry_site(3)
    many = tuple(
        msgspec.structs.replace(site.disagreements[n % 3], id=f"card-{n}", about=f"Point {n}") for n in range(101)
    )
    root = tree(_pages(msgspec.structs.replace(site, disagreements=many))["disagreements/index.md"].text)
    links = {link.get("href") for link in root.iter("a")}
    assert {f"../{EVENT}#d-card-{n}" for n in range(101)} <= links
    assert not list(root.iter("q"))
    assert sum(element.get("class") == "px-item" for element in root.iter("div")) == 101


def test_links_of_the_editor_lead_to_web_addresses_only() -> None:
    root = tree(_pages(ferry_site(3))["actors/tomas-reuel.md"].text)
    links = {"".join(link.itertext()): link.get("href") for link in root.iter("a")}
    assert links["The town’s page"] == "https://kelm.example/mayor?a=1&b=%5B2%5D"
    assert "A trap" in "".join(root.itertext())
    assert "A trap" not in links


def test_words_in_another_language_say_so() -> None:
    site = ferry_site(3)
    articles = tuple(msgspec.structs.replace(a, language="nb-NO" if a.id == "wire" else "en") for a in site.articles)
    root = tree(_pages(msgspec.structs.replace(site, articles=articles))[EVENT].text)
    assert {q.get("lang") for q in root.iter("q")} == {"nb-NO", None}
    assert {q.get("lang") for q in tree(_pages(ferry_site(3), "de")[EVENT].text).iter("q")} == {"en"}


def test_whom_a_source_quotes_is_told_even_when_the_words_are_left_out() -> None:
    site = ferry_site(3)
    left_out = site.quotations[0].passage
    excerpts = tuple(
        msgspec.structs.replace(e, quoted=("skerry-lines",), withheld=(left_out,)) if e.article == "wire" else e
        for e in site.excerpts
    )
    page = _pages(msgspec.structs.replace(site, excerpts=excerpts, quotations=()))[EVENT]
    rows = [" ".join("".join(row.itertext()).split()) for row in tree(page.text).iter("li")]
    assert "It quotes Skerry Lines." in next(row for row in rows if row.startswith("Unnamed outlet"))
    assert "It quotes" not in next(row for row in rows if row.startswith("Harbour Post"))


def test_passages_that_overlap_have_one_anchor_each() -> None:
    site = ferry_site(3)
    body = site.articles[0]
    passages = [
        body.passage(start, end) for start, end in ((0, 200), (10, 60), (40, 90), (40, 50), (80, 120), (190, 230))
    ]
    facts = tuple(msgspec.structs.replace(site.facts[0], passages=(p,), articles=1, independent=1) for p in passages)
    html = rendered(_pages(msgspec.structs.replace(site, facts=facts))["sources/harbour-post.md"].text)
    ids = Counter(Ids(html).found)
    assert {f"p{p.start}-{p.end}" for p in passages} <= ids.keys()
    assert [id_ for id_, count in ids.items() if count > 1] == []
    quoted = ["".join(element.itertext()) for element in tree(html).iter("blockquote")]
    assert any(passages[0].quote in text for text in quoted)


def test_two_passages_of_one_source_stand_in_its_cell_each_with_its_own_link() -> None:
    site = ferry_site(3)
    card = site.disagreements[1]
    more = msgspec.structs.replace(card.positions[1], passage=site.facts[0].passages[1])
    both = msgspec.structs.replace(card, positions=(*card.positions, more))
    root = tree(_pages(msgspec.structs.replace(site, disagreements=(both,)))[EVENT].text)
    cells = [e for e in root.iter("td") if "px-apart" in (e.get("class") or "")]
    assert len(cells) == 2
    links = [link.get("href") for link in cells[1].iter("a") if "px-cite" in (link.get("class") or "")]
    assert len(links) == len(set(links)) == 2
