"""The site for other programs: valid, with true dates, and inert."""

import json
from xml.etree import ElementTree

import jsonschema
import msgspec
import pytest

from generator.model.site import Problem, Site
from generator.site.addresses import addresses_of
from generator.site.export import encode
from generator.site.feeds import data_files, data_parts
from generator.site.words import read_words
from tests.sites import ferry_site

HOME = "https://paper.example/repo/"


def files(site: Site, home: str = HOME) -> dict[str, bytes]:
    return data_files(
        site, addresses_of(site), read_words("en"), title="The ferry", description="A\x00ground <off> Kelm", home=home
    )


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return files(ferry_site())


def test_the_data_file_keeps_its_schema(made: dict[str, bytes]) -> None:
    schema = json.loads(made["data/parallax.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(made["data/parallax.json"]))


LISTS = ("articles", "actors", "events", "facts", "quotations", "disagreements", "problems")


@pytest.mark.parametrize("in_part", [1, 500])
def test_the_parts_of_a_large_site_hold_each_record_of_the_whole_once(
    made: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, in_part: int
) -> None:
    monkeypatch.setattr(data_parts, "MOST_WHOLE", 1)
    monkeypatch.setattr(data_parts, "IN_A_PART", in_part)
    site = ferry_site()
    lone = msgspec.structs.replace(site.articles[0], id="lone")
    problem = Problem(severity="warning", file="content/articles/x.md", line=1, message="Torn.")
    site = msgspec.structs.replace(site, articles=(*site.articles, lone), problems=(problem,))
    parted, whole = files(site), json.loads(encode(site, published=True))
    listed = json.loads(parted["data/parallax.json"])
    jsonschema.Draft202012Validator(json.loads(parted["data/parallax.parts.schema.json"])).validate(listed)
    parts = [json.loads(parted[f"data/{part['file']}"]) for part in listed["parts"]]
    assert len(parts) == sum(uri.startswith("data/parts/") for uri in parted) > 1
    for part, told in zip(parts, listed["parts"], strict=True):
        jsonschema.Draft202012Validator(json.loads(made["data/parallax.schema.json"])).validate(part)
        assert [len(part[name]) for name in ("articles", "events", "actors")] == [
            told[name] for name in ("articles", "events", "actors")
        ]
    for name in LISTS:
        records = [json.dumps(record) for part in (*parts, listed) for record in part.get(name, [])]
        assert sorted(records) == sorted(json.dumps(record) for record in whole[name]), name


def test_every_passage_is_exact(made: dict[str, bytes]) -> None:
    bodies = {article.id: article.body for article in ferry_site().articles}
    data = json.loads(made["data/parallax.json"])
    shown = [position for d in data["disagreements"] for position in d["positions"]]
    assert shown
    assert all(bodies[p["article"]][p["start"] : p["end"]] == p["quote"] for p in shown)


def test_an_actor_has_a_feed_of_its_own_events(made: dict[str, bytes]) -> None:
    channel = ElementTree.fromstring(made["actors/ilse-brandvik/feed.xml"]).find("channel")  # noqa: S314 - our own
    assert channel is not None
    assert channel.findtext("title") == "Ilse Brandvik – The ferry"
    assert channel.findtext("link") == f"{HOME}actors/ilse-brandvik/"
    guids = [item.findtext("guid") for item in channel.findall("item")]
    assert guids == [f"event:{event.id}" for event in ferry_site().events if "ilse-brandvik" in event.actors]


def test_rss_has_an_item_an_event_with_its_day_only_where_known(made: dict[str, bytes]) -> None:
    channel = ElementTree.fromstring(made["feed.xml"]).find("channel")  # noqa: S314 - our own document
    assert channel is not None
    items = {item.findtext("guid"): item for item in channel.findall("item")}
    events = {event.id: event for event in ferry_site().events}
    assert {f"event:{name}" for name in events} <= items.keys()
    for name, event in events.items():
        dated = items[f"event:{name}"].findtext("pubDate")
        assert bool(dated) == (len(event.date) == len("2031-03-11") and event.date[4] == "-" and "/" not in event.date)
        assert (items[f"event:{name}"].findtext("link") or "").startswith(HOME + "events/")


def test_json_feed_tells_the_same(made: dict[str, bytes]) -> None:
    told = json.loads(made["feed.json"])
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == HOME + "feed.json"
    assert len({item["id"] for item in told["items"]}) == len(told["items"]) > 1


def test_control_characters_and_marks_stay_harmless(made: dict[str, bytes]) -> None:
    assert b"\x00" not in made["feed.xml"]
    assert b"<off>" not in made["llms.txt"]


def test_without_an_address_links_are_relative() -> None:
    told = json.loads(files(ferry_site(), home="")["feed.json"])
    assert "home_page_url" not in told
    assert all(item["url"].startswith(("events/", "corrections")) for item in told["items"])


def test_ids_do_not_depend_on_order() -> None:
    site = ferry_site()
    turned = msgspec.structs.replace(site, events=tuple(reversed(site.events)))
    assert files(site)["feed.json"] == files(turned)["feed.json"]
