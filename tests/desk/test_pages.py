# ruff: noqa: E501 - a line of HTML reads best as one
"""Pages as outlets make them: whose date and name it is, what is text, what is not an article."""

import json
from pathlib import Path

import pytest

from generator.content.articles.roles import paragraphs
from generator.desk.found import Found, Refused, UnreadableError
from generator.desk.sources.encoding import decoded_as, meant
from generator.desk.sources.feed import read_feed
from generator.desk.sources.page import read_page
from generator.desk.sources.wording import stated_date, unescaped
from tests.desk.sample_text import PARAGRAPHS

STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
SECOND = (
    "<p>The second half tells of the winter of 1998, in which the boiler burst and 14 guests were scalded.</p>"
    "<p>Nobody was ever tried for it, and the town paid 40,000 pounds to those who had been hurt that day.</p>"
)


def read(head: str = "", body: str = f"<article><h1>Pool to close</h1>{STORY}</article>") -> Found:
    return read_page(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def node(**fields: object) -> str:
    return json.dumps({"@type": "NewsArticle", "headline": "Pool to close", **fields})


COMMENTS = '<section class="comments"><span rel="author">grump77</span><time pubdate datetime="2024-03-09">9 March</time></section>'
RIVER = '<aside class="river"><p class="byline">by <a rel="author">Eve Other</a></p></aside>'


# Of no class that says so, but behind the article; and an article of a reader's.
LETTERS = '<div class="letters"><article><a rel="author">Bo Troll</a><time pubdate datetime="2024-03-09">9 March</time></article></div>'


@pytest.mark.parametrize("around", [COMMENTS, RIVER, LETTERS, f'<div id="sidebar">{COMMENTS}</div>'])
def test_not_the_date_and_name_of_a_reader_or_of_another_article(around: str) -> None:
    found = read(body=f"<article><h1>Pool to close</h1>{STORY}</article>{around}")
    assert (found.byline, found.published) == (None, None)
    found = read(
        body=f'<article><p class="byline">Posted 5 Mar by <a rel="author">Ann Lee</a></p>{STORY}</article>{around}'
    )
    assert found.byline == "Ann Lee"


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ({"@type": "Person", "givenName": "Ann", "familyName": "Lee"}, "Ann Lee"),
        ([[{"name": "Ann Lee"}], [["Bo Ek"]]], "Ann Lee, Bo Ek"),
        (
            [{"@type": "Organization", "name": "Harbour Broadcasting"}, {"@type": "Person", "name": "Ann Lee"}],
            "Ann Lee",
        ),
        ({"@type": "Organization", "name": "Harbour Broadcasting"}, "Harbour Broadcasting"),
        ({"name": ["Ann Lee", "A. Lee"]}, "Ann Lee"),
        ({"name": "Ann Lee &amp;amp; Bo Ek"}, "Ann Lee & Bo Ek"),
        ({}, None),
        ([[[[[[]]]]]], None),
    ],
)
def test_authors_as_they_are_written(author: object, byline: str | None) -> None:
    assert read(linked(node(author=author))).byline == byline


def test_an_author_named_by_reference() -> None:
    graph = [json.loads(node(author=[{"@id": "#ann"}])), {"@id": "#ann", "@type": "Person", "name": "Ann Lee"}]
    assert read(linked(json.dumps({"@graph": graph}))).byline == "Ann Lee"


def test_a_person_named_on_the_page_goes_before_the_broadcaster() -> None:
    head = linked(node(author={"@type": "Organization", "name": "Harbour Broadcasting"}))
    assert read(head, f'<article><a rel="author">Ann Lee</a>{STORY}</article>').byline == "Ann Lee"


def test_several_authors_in_meta_elements() -> None:
    assert read('<meta name="author" content="Ann Lee"><meta name="author" content="Bo Ek">').byline == "Ann Lee, Bo Ek"


@pytest.mark.parametrize(
    "form",
    [
        "{};",
        "//<![CDATA[\n{}\n//]]>",
        "/*<![CDATA[*/{}/*]]>*/",
        "<!--\n{}\n-->",
        "<![CDATA[{}]]>",
        "/* of the article */ {}",
        "// of the article\n{}",
        "[{},]",
    ],
)
def test_loosely_written_json_ld(form: str) -> None:
    found = read(linked(form.replace("{}", node(author="Ann // Lee", datePublished="2024-03-05")[:-1] + ",}")))
    assert (found.byline, found.published) == ("Ann // Lee", "2024-03-05")


def test_not_the_json_ld_of_another_article() -> None:
    canonical = '<link rel="canonical" href="https://gazette.example/pool">'
    other = linked(node(headline="Ferry aground", author="Eve Other", url="https://gazette.example/ferry"))
    assert read(canonical + other).byline is None
    assert read(linked(node(headline="Ferry aground", author="Eve Other"))).byline is None
    same = linked(node(author="Ann Lee", mainEntityOfPage={"@id": "https://www.gazette.example/pool/"}))
    assert read(canonical + other + same).byline == "Ann Lee"


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [
        ("27/11/2017 01:57", "2017-11-27"),
        ("11/27/2017", "2017-11-27"),
        ("05.05.2017", "2017-05-05"),
        ("5/11/2017", None),
        ("31/02/2017", None),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01", None),
        ("1066-10-14", None),
        ("9999-12-31", None),
        (0, None),
    ],
)
def test_dates_that_only_one_day_can_be_meant_by(stated: object, edtf: str | None) -> None:
    assert stated_date(stated) == edtf


def test_no_date_is_passed_over_for_the_next() -> None:
    zero = '<meta property="article:published_time" content="0001-01-01T00:00:00Z">'
    assert read(zero + '<meta name="date" content="2024-03-05">').published == "2024-03-05"
    assert read(zero).published is None


def test_the_day_of_the_last_change_is_another_thing() -> None:
    found = read(linked(node(datePublished="2024-03-05", dateModified="2024-03-07T10:00:00Z")))
    assert (found.published, found.updated) == ("2024-03-05", "2024-03-07")
    assert read(linked(node(datePublished="2024-03-05", dateModified="2024-03-05T10:00:00Z"))).updated is None
    assert read(linked(node(dateModified="2024-03-07"))).published is None


def test_escaped_as_often_as_some_programs_do() -> None:
    assert unescaped("Lee &amp;amp; Sons: &amp;quot;<b>never</b>&amp;quot;") == 'Lee & Sons: "never"'
    assert unescaped("2 < 3 > 1") == "2 < 3 > 1"


def test_a_feed_escaped_twice_with_two_authors_and_a_name_after_an_address() -> None:
    text = "".join(f"&amp;lt;p&amp;gt;{p}&amp;lt;/p&amp;gt;" for p in PARAGRAPHS)
    creators = "<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ek</dc:creator>"
    author = "<author>desk@radio.example (Ann Lee)</author>"
    items = "".join(
        f"<item><title>Lee &amp;amp;amp; Sons</title>{who}<dcterms:issued>2024-03-05</dcterms:issued>"
        f"<description>{text}</description></item>"
        for who in (creators, author)
    )
    spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    feed = f'<rss version="2.0" {spaces}><channel><title>Coast &amp;amp; Sea</title>{items}</channel></rss>'
    both, one = read_feed(feed.encode(), "a.xml")
    assert isinstance(both, Found)
    assert isinstance(one, Found)
    assert (both.title, both.outlet, both.byline, both.published) == (
        "Lee & Sons",
        "Coast & Sea",
        "Ann Lee, Bo Ek",
        "2024-03-05",
    )
    assert one.byline == "Ann Lee"
    assert both.text.split("\n\n") == list(PARAGRAPHS)


def text(body: str, head: str = "") -> list[str]:
    return read(head, body).text.split("\n\n")


def test_a_second_body_is_the_articles_too() -> None:
    body = f'<main><article><div class="body"><div>{STORY}</div></div><div class="ad"></div><div class="body"><div>{SECOND}</div></div></article></main>'
    assert [part for part in text(body) if "14 guests" in part or "40,000" in part] == SECOND[3:-4].split("</p><p>")


def test_not_what_surrounds_it() -> None:
    around = "".join(
        f'<div class="{name}"><p>A paragraph of eight words or more that is about something else.</p></div>'
        for name in ("related-stories", "newsletter", "author-bio", "comments", "share", "teaser")
    )
    assert text(f"<article><h1>Pool to close</h1>{STORY}{around}</article>") == list(PARAGRAPHS)


def test_lists_in_tables() -> None:
    row = "<tr><th>{}</th><td><ul><li>{} votes for closing</li></ul></td></tr>"
    table = f"<table>{row.format('Harbour', 412)}{row.format('Hill', 388)}</table>"
    found = "\n".join(text(f"<article>{STORY}{table}{SECOND}</article>"))
    assert "412 votes" in found
    assert "388 votes" in found


def test_entries_of_a_live_blog_keep_their_hours_and_headings() -> None:
    entry = (
        '<article><time datetime="2024-06-04T{0}:00">{0}</time><h2>{1}</h2><p>{1}, the mayor said, and the people of the '
        "lower town were told to leave their houses by noon.</p></article>"
    )
    entries = [("21:10", "The dam holds"), ("09:00", "Two are missing"), ("07:00", "The bridge is closed")]
    found = text(f"<main><h1>Flood: live</h1>{''.join(entry.format(*e) for e in entries)}</main>")
    assert [part for part in found if part[:1].isdigit() or part.startswith("## ")] == [
        *("21:10", "## The dam holds", "09:00", "## Two are missing", "07:00", "## The bridge is closed"),
    ]


@pytest.mark.parametrize(
    "initial",
    [
        '<p><img class="dropcap" alt="T" src="t.gif">he pool of Selby opened in 1974 and closes in May.</p>',
        '<div class="dropcap">T</div><p>he pool of Selby opened in 1974 and closes in May.</p>',
        '<p><span class="drop-cap">T</span>he pool of Selby opened in 1974 and closes in May.</p>',
    ],
)
def test_an_initial_belongs_to_its_word(initial: str) -> None:
    assert "The pool of Selby opened in 1974 and closes in May." in text(f"<article>{initial}{STORY}</article>")


def test_what_only_the_looks_say_is_said() -> None:
    line = "<p><q>It was cold</q>, said the guard of the 5<sup>th</sup> hall, of H<sub>2</sub>O and 10<sup>6</sup> litres.</p>"
    assert "“It was cold”, said the guard of the 5th hall, of H2O and 10^6 litres." in text(
        f"<article>{STORY}{line}</article>"
    )


def test_a_list_of_articles_is_refused() -> None:
    card = '<div><h2><a href="/{0}">Story number {0}</a></h2><p>A teaser of some ten words that says little of story {0}.</p></div>'
    with pytest.raises(UnreadableError, match="list of articles"):
        read(body=f"<main><h1>Sport</h1>{''.join(card.format(n) for n in range(6))}</main>")


def test_not_a_list_of_articles_is_an_article_with_links_below() -> None:
    links = "".join(f'<h3><a href="/{n}">Story number {n}</a></h3>' for n in range(6))
    long = "".join(f"<p>{p} {p}</p>" for p in PARAGRAPHS)
    assert len(text(f"<article>{long}</article><section>{links}</section>")) == 3


@pytest.mark.parametrize("around", ["<main>{}</main>", '<div class="page"><header></header>{}</div>'])
def test_not_the_name_behind_a_story_that_is_no_article_element(around: str) -> None:
    story = around.format(f'<h1>Pool to close</h1><p class="byline">By Ann Lee</p>{STORY}')
    found = read(body=f'{story}<section class="more"><p class="byline">By Eve Other</p>{LETTERS}</section>')
    assert (found.byline, found.published) == ("Ann Lee", None)


@pytest.mark.parametrize(
    "title", ["404: page not found", "Page not found | Post", "Just a moment...", "Access denied", "Log in | Post"]
)
def test_what_comes_in_place_of_a_page_is_refused(title: str) -> None:
    with pytest.raises(UnreadableError, match="in place of a page"):
        read(f"<title>{title}</title>", f"<main><h1>{title}</h1>{STORY}</main>")


@pytest.mark.parametrize("name", ["paywall", "subscribe-wall", "registration-wall", "article__softwall"])
def test_a_paywall_is_told_and_its_offer_is_no_news(name: str) -> None:
    offer = f'<div class="{name}"><p>Read on for 2.95 a week, and cancel whenever you like to do so.</p></div>'
    found = read(body=f"<article>{STORY}{offer}</article>")
    assert "2.95" not in found.text
    assert "paywall" in found.remarks[0]


@pytest.mark.parametrize("label", ["iso-8859-1", "ISO-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_latin_1_is_read_as_browsers_read_it(label: str) -> None:
    meta = f'<meta charset="{label}">'
    page = f"<html><head>{meta}</head><body><article><p>“It won’t be sold for £3m,” she said.</p>{STORY}</article></body></html>"
    assert read_page(page.encode("cp1252"), "a").text.startswith("“It won’t be sold for £3m,” she said.")
    assert read_page(page.replace(meta, "").encode("cp1252"), "a", charset=label).text.startswith("“It won’t")
    assert read_page(page.encode(), "a").text.startswith("“It won’t")  # falsely labelled


@pytest.mark.parametrize(
    ("label", "codec"),
    [("gb2312", "gb18030"), ("shift_jis", "cp932"), ("utf-16", "utf-8"), ("x-unknown", ""), ("", ""), ("\0", "")],
)
def test_other_labels(label: str, codec: str) -> None:
    assert meant(label) == codec


def test_byte_order_marks_go_before_labels() -> None:
    assert decoded_as("“a”".encode("utf-16"), "iso-8859-1") == "“a”"


def test_absurdly_many_attributes_take_no_time(tmp_path: Path) -> None:
    many = " ".join(f"a{n}='x'" for n in range(100_000))
    found = read(body=f"<article {many}>{STORY}</article>")
    assert isinstance(found, Found | Refused)


LEAD = "The town council of Selden voted on Tuesday to close the Harbour Road pool, which opened in 1974 and was loved."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("The post Pool to close appeared first on Selden Gazette.", "syndication line"),
        ("Do you have a tip about this story? Write to the newsroom at tips@gazette.example.", "follow pitch"),
        ("Got a story? Send us your pictures.", "follow pitch"),
        ("Read more: Five pools that were saved by their towns", "link to other content"),
        ("Related article: Five pools that were saved", "link to other content"),
        ("Subscribe to continue reading this article.", "subscription pitch"),
    ],
)
def test_what_surrounds_a_text_is_told_from_it_with_a_word(line: str, reason: str) -> None:
    text = f"{LEAD}\n\n{LEAD.replace('Selden', 'Goole')}\n\n{line}"
    last = paragraphs(text)[-1]
    assert (last.role, last.reason) == ("boilerplate", reason)


@pytest.mark.parametrize(
    "line",
    [
        "The post office in Goole, said Mr Dale, was the first building to burn, and the fire appeared first on its roof.",
        "Subscribers to the scheme will continue to pay two pounds a month.",
    ],
)
def test_not_what_only_uses_such_words(line: str) -> None:
    assert paragraphs(f"{LEAD}\n\n{line}")[-1].role == "text"


@pytest.mark.parametrize(
    ("head", "last"),
    [
        ("", "<p>Subscribe to continue reading. Already a member? Log in.</p>"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>', ""),
    ],
)
def test_the_beginning_before_a_paywall_is_taken_with_a_word(head: str, last: str) -> None:
    found = read_page(f"<html><head>{head}</head><body><article><p>{LEAD}</p>{last}</article></body></html>", "x")
    assert "paywall" in found.remarks[0]


def test_an_offer_without_an_article_is_refused() -> None:
    offer = "To continue reading, please subscribe or log in to your account here. Choose the plan that suits you best, today."
    with pytest.raises(UnreadableError, match="only what stands around one"):
        read_page(f"<html><body><article><p>{offer}</p></article></body></html>", "x")


def test_a_front_page_of_cards_is_refused_and_an_article_above_cards_is_none() -> None:
    row = "".join(f"<div><a href='/{n}'>Headline {n} of the day is here</a><p>A teaser.</p></div>" for n in range(9))
    with pytest.raises(UnreadableError, match="list of articles"):
        read_page(f"<html><body><main>{row}</main></body></html>", "x")
    story = "".join(f"<p>{LEAD} {n}</p>" for n in range(12))
    found = read_page(f"<html><body><main><h1>Pool</h1>{story}</main><div>{row}</div></body></html>", "x")
    assert "1974 and was loved. 11" in found.text


LOOSE = "Nobody had been asked whether the roof could be mended in the course of one summer."


def test_text_without_a_block_of_its_own_is_kept_between_blocks() -> None:
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    found = read(body=f"<div>{first}{LOOSE}<br><br>{second}{third}</div>")
    assert found.text.split("\n\n")[1] == LOOSE


@pytest.mark.parametrize(
    "beside",
    [
        STORY.replace("</p>", f"</p><span class='caption'>{LOOSE}</span>", 1),
        STORY.replace("</p>", f"</p><div class='promo'>{LOOSE}</div>", 1),
    ],
)
def test_loose_text_that_is_not_the_article(beside: str) -> None:
    assert LOOSE not in read(body=f"<div>{beside}</div>").text


@pytest.mark.parametrize("day", ["1969-12-31T19:00:00-05:00", "1900-01-01", "1899-12-30T00:00:00Z", "0000-00-00"])
def test_the_zero_of_a_program_is_no_day(day: str) -> None:
    found = read(f'<meta property="article:published_time" content="{day}">')
    assert found.published is None
    assert found.remarks


def test_a_page_that_states_no_encoding_is_western() -> None:
    told = "“It won’t be sold,” she said – it cost £3m – and left the hall of the town."
    page = f"<html><body><article><h1>Pool</h1>{STORY}<p>{told}</p></article></body></html>"
    assert told in read_page(page.encode("cp1252"), "x").text


def test_what_a_comment_says_of_itself_is_not_said_of_the_article() -> None:
    comment = (
        '<ol><li itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Bo Troll</span>'
        '<meta itemprop="datePublished" content="2024-09-09"><p>I have swum there since I was a child of four.</p></li></ol>'
    )
    found = read(body=f"<article><h1>Pool to close</h1>{STORY}</article>{comment}")
    assert (found.byline, found.published) == (None, None)
    assert "child of four" not in found.text


def test_marks_within_marks_alternate() -> None:
    told = "<p>He said <q>the <q>pool</q> is cold</q> and left.</p>"
    assert "“the ‘pool’ is cold”" in read(body=f"<article><h1>Pool to close</h1>{STORY}{told}</article>").text


def test_a_body_cut_in_two_by_an_advertisement_is_whole() -> None:
    second = "In the second part 14 people died when the boiler burst in the winter of 1998."
    another = "<div class='article-body'><h2>Ferry sinks</h2><p>Nine people were saved when the ferry sank in the bay.</p></div>"
    first = f"<div class='article-body'><h1>Pool to close</h1>{STORY}</div>"
    found = read(body=f"{first}<div class='ad'>Buy</div><div class='article-body'><p>{second}</p></div>{another}")
    assert found.text.endswith(second)
