"""What the sources are called, and who is named where."""

import itertools

import msgspec

from generator.model.site import Site
from generator.model.story import Position
from generator.model.text import Passage
from generator.site.pages.lookup import Lookup
from generator.site.words import read_words
from tests.sites import ferry_site

WORDS = read_words("en")


def _labels(site: Site) -> dict[str, str]:
    return Lookup(site, WORDS).labels


def _with(site: Site, **changed: dict[str, object]) -> Site:
    articles = tuple(msgspec.structs.replace(a, **changed.get(a.id.replace("-", "_"), {})) for a in site.articles)
    return msgspec.structs.replace(site, articles=articles)


def test_a_source_is_called_by_its_outlet_or_its_author_or_unnamed() -> None:
    labels = _labels(_with(ferry_site(3), kelm_gazette={"outlet": None, "byline": "A. Lund"}))
    assert labels["harbour-post"] == "Harbour Post"
    assert labels["kelm-gazette"] == "A. Lund’s article"
    assert labels["wire"] == "Unnamed outlet"


def test_two_articles_of_one_outlet_in_one_event_are_told_apart_by_date() -> None:
    labels = _labels(_with(ferry_site(3), wire={"outlet": "Harbour Post"}))
    assert labels["harbour-post"] == "Harbour Post, 12 March 2031"
    assert labels["wire"].startswith("Harbour Post, 11")


def test_or_by_their_headlines_where_the_dates_do_not_help() -> None:
    labels = _labels(_with(ferry_site(3), kelm_gazette={"outlet": "Harbour Post"}))
    assert labels["harbour-post"] == "Harbour Post, “Ferry Tern runs aground off…”"
    assert labels["kelm-gazette"] == "Harbour Post, “Tern strikes Hare Rocks”"


def test_one_outlet_in_two_events_keeps_its_plain_name() -> None:
    assert _labels(ferry_site(3))["council"] == "Kelm Gazette"


def test_one_outlet_in_two_events_is_told_apart_where_one_disagreement_names_both() -> None:
    site = ferry_site(3)
    council = next(article for article in site.articles if article.id == "council")
    words = Passage(article="council", start=0, end=4, quote=council.body[:4])
    first, *others = site.disagreements
    across = msgspec.structs.replace(first, positions=(*first.positions, Position(passage=words, says=words.quote)))
    labels = _labels(msgspec.structs.replace(site, disagreements=(across, *others)))
    assert labels["kelm-gazette"] == "Kelm Gazette, 12 March 2031"
    assert labels["council"].startswith("Kelm Gazette, ")
    assert labels["council"] != labels["kelm-gazette"]
    assert labels["harbour-post"] == "Harbour Post"


def test_names_within_a_passage_do_not_overlap() -> None:
    site = ferry_site(3)
    whole = site.articles[0].passage(0, len(site.articles[0].body))
    wider = msgspec.structs.replace(site.cast.mentions[0], end=site.cast.mentions[0].end + 4)
    cast = msgspec.structs.replace(site.cast, mentions=(*site.cast.mentions, wider))
    names = Lookup(msgspec.structs.replace(site, cast=cast), WORDS).names_within(whole)
    assert names
    assert all(one.end <= other.start for one, other in itertools.pairwise(names))


def test_pronouns_and_descriptions_are_not_names() -> None:
    site = ferry_site(3)
    mentions = tuple(msgspec.structs.replace(m, form="pronoun") for m in site.cast.mentions)
    lookup = Lookup(msgspec.structs.replace(site, cast=msgspec.structs.replace(site.cast, mentions=mentions)), WORDS)
    assert lookup.names == {}
