"""The excerpt cap holds over what is built, also where near copies go on with one another's words on a page."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.build import drawing
from generator.build.pipeline import build
from generator.build.publication import Draft, Identity, publish
from generator.content.settings import Settings
from generator.model.actors import Description
from generator.model.site import Site
from generator.site.excerpts import count_shown, fit, overrun
from generator.site.pages.kept import kept_pages
from generator.site.pages.page import Page
from generator.site.words import read_words

STORY = """The council of Selden voted on Tuesday to close the old swimming pool on Harbour Road, which opened in 1974.

“We cannot afford it,” said the mayor, Jon Dale. Repairs would cost 2.4 million pounds over three years.

Residents gathered 3,000 signatures against the closure and said that they would go to court.

“This is a betrayal of every child in the town,” said Mary Holt, who leads the campaign. The vote was nine to six.

The pool was built with money from the coal board. Last year 41,000 people swam in it.

Two councillors left the room before the vote. “I will not put my name to this,” said one of them, Ann Pryce.
"""
COPIES = (
    STORY,
    STORY.replace("Tuesday", "Tuesday evening").replace("old swimming", "swimming").replace("over three", "in three"),
    STORY.replace("Two councillors", "Two of the councillors")
    .replace("nine to six", "9-6")
    .replace("Last", "In the last"),
)
ELSEWHERE = """The parliament of Orvania passed a law on fishing on Friday, by 71 votes to 60, after nine hours.

“Our boats come first,” said the fisheries minister, Petra Lund, who drafted the law. It takes effect in June.

“Nobody asked the ports,” said Tom Arden, the leader of the opposition. Mary Holt, a fisher, called it unfair.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    for number, text in enumerate(COPIES):
        head = f"---\ntitle: Selden pool {number}\noutlet: Paper {number}\npublished: 2024-05-0{number + 3}\n---\n"
        (folder / f"copy-{number}.md").write_text(head + text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def two(root: Path) -> Path:
    """A folder of two events that share an actor."""
    for number, text in enumerate((ELSEWHERE, ELSEWHERE.replace("nine", "eight").replace("the fisheries", "a"))):
        head = f"---\ntitle: Orvania law {number}\noutlet: Port {number}\npublished: 2024-06-0{number + 3}\n---\n"
        (root / "content" / "articles" / f"other-{number}.md").write_text(head + text, encoding="utf-8")
    return root


@pytest.mark.parametrize("words", [30, 60, 80])
def test_near_copies_stay_within_their_caps(root: Path, words: int) -> None:
    told = publish(root, Settings(excerpt_words=words, excerpt_share=0.1), Identity(title="T"))
    draft = Draft(told, {page.uri: page for page in told.pages}, told.files)
    texts = list(drawing._plain_texts(draft))
    assert overrun(texts, told.site) == {}
    allowed = {excerpt.article: excerpt.allowed for excerpt in told.site.excerpts}
    for article in told.site.articles:
        assert count_shown(texts, article) <= allowed[article.id]


def test_words_that_go_on_with_those_of_a_copy_are_spared_elsewhere(root: Path) -> None:
    whole = build(root, Settings()).whole
    limits = {"quotation_words": 40, "share": 0.1, "words": 60}
    for spared in (0, 20, 40):
        fitted = fit(whole, **limits, spared={"copy-0": spared})
        (excerpt,) = (e for e in fitted.excerpts if e.article == "copy-0")
        assert 0 < excerpt.words <= 60 - spared


@pytest.mark.parametrize("over", [{"copy-0": 6}, {"copy-1": 20, "copy-2": 2}, {"other-0": 15}, {"other-1": 2}])
def test_a_page_that_is_kept_is_as_it_would_be_drawn_again(
    two: Path, monkeypatch: pytest.MonkeyPatch, over: dict[str, int]
) -> None:
    settings = Settings(excerpt_words=60, excerpt_share=0.1)
    built = build(two, settings)
    told, kept = [], []
    for keep in (kept_pages, lambda *_: {}):
        rounds = iter([over, {"copy-1": 4}, {}])

        def keeping(*given: Any, keep: Callable[..., dict[str, Page]] = keep) -> dict[str, Page]:
            kept.append(keep(*given))
            return kept[-1]

        def overrunning(texts: Iterable[str], _: Site, rounds: Iterator[dict[str, int]] = rounds) -> dict[str, int]:
            assert list(texts)
            return next(rounds)

        monkeypatch.setattr(drawing, "kept_pages", keeping)
        monkeypatch.setattr(drawing, "overrun", overrunning)
        told.append(drawing.finished(built, settings, Identity(title="T"), preview=False))
    assert told[0] == told[1]
    assert told[0].site != built.site
    assert [0 < len(pages) < len(told[0].pages) for pages in kept] == [True, True, False, False]


def test_a_page_that_links_to_somebody_told_of_otherwise_is_not_kept(two: Path) -> None:
    settings, identity = Settings(), Identity(title="T")
    built = build(two, settings)
    (first,) = (article for article in built.site.articles if article.id == "copy-0")
    place = first.body.index("who leads the campaign")
    described = Description(text="who leads", passage=first.passage(place, place + len("who leads the campaign")))
    actors = (
        msgspec.structs.replace(actor, descriptions=(described,)) if actor.name == "Mary Holt" else actor
        for actor in built.site.cast.actors
    )
    cast = msgspec.structs.replace(built.site.cast, actors=tuple(actors))
    other = msgspec.structs.replace(built, site=msgspec.structs.replace(built.site, cast=cast))
    before, after = (drawing.drafted(each, settings, identity, preview=False).pages for each in (built, other))
    kept = kept_pages(before, built.site, other.site, read_words("en"))
    assert kept == {uri: after[uri] for uri in kept}
    linking = {uri for uri in before if uri.startswith("events/") and before[uri] != after[uri]}
    assert len(linking) == 2
    assert "sources/other-0.md" in kept
