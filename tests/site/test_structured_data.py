"""JSON-LD: schema.org's terms, true dates, no verdict, and nothing that leaves its script element."""

import json

import msgspec

from generator.site.addresses import addresses_of
from generator.site.structured_data import script, structured_data
from tests.sites import ferry_site


def test_each_event_source_and_actor_page_is_described() -> None:
    site = ferry_site()
    addresses = addresses_of(site)
    documents = structured_data(site, addresses)
    event = documents[addresses.events[site.events[0].id]]
    assert event["@type"] == "Event"
    assert event["name"] == site.events[0].title
    assert documents[addresses.sources[site.articles[0].id]]["@type"] == "NewsArticle"
    assert documents["actors/index.md"]["@type"] == "DefinedTermSet"


def test_a_date_that_iso_does_not_know_is_left_out() -> None:
    site = ferry_site()
    seasoned = msgspec.structs.replace(site.events[0], date="2030-23")
    site = msgspec.structs.replace(site, events=(seasoned, *site.events[1:]))
    addresses = addresses_of(site)
    assert "startDate" not in structured_data(site, addresses)[addresses.events[seasoned.id]]


def test_there_is_no_verdict() -> None:
    site = ferry_site()
    assert "ClaimReview" not in json.dumps(structured_data(site, addresses_of(site)))


def test_a_title_cannot_close_the_script() -> None:
    text = script({"name": "</script><script>alert(1)</script> & more"})
    assert text.count("</script>") == 1
    assert json.loads(text.removeprefix('<script type="application/ld+json">').removesuffix("</script>")) == {
        "name": "</script><script>alert(1)</script> & more"
    }
