"""A small site made by hand: two reports of our own on one accident, and what differs in them."""

import re

from generator.model.actors import Cast
from generator.model.kinds import Kind
from generator.model.site import Site
from generator.model.story import Dating, Disagreement, Event, Position
from generator.model.text import Article, Paragraph

GAZETTE = """The ferry ran aground off Sandholm on Friday evening with 38 passengers on board. Nobody was hurt.

The captain missed the channel because of the fog, the coastguard said.

“We heard a scraping noise and then everything stood still,” said the captain.

Support the Gazette with a small gift."""

RADIO = """Lifeboats rescued 52 passengers from the ferry off Sandholm on Friday evening.

The ferry drifted onto a sandbank after its engine failed.

“We heard a scraping noise and then everything went dark,” said the captain."""


def article(name: str, body: str, **fields: object) -> Article:
    blocks = [Paragraph(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", body)]
    paragraphs = tuple(
        Paragraph(start=b.start, end=b.end, role="boilerplate", reason="an appeal")
        if body.startswith("Support", b.start)
        else b
        for b in blocks
    )
    path = f"content/articles/{name}.md"
    return Article(id=name, path=path, body=body, body_line=5, paragraphs=paragraphs, **fields)  # type: ignore[arg-type]


ARTICLES = (
    article("gazette", GAZETTE, title="Ferry aground", outlet="Gazette", published="2024-05-04"),
    article("radio", RADIO, title="Ferry rescue", outlet="Coast Radio", published="2024-05-04"),
)
BY_ID = {a.id: a for a in ARTICLES}
EVENT = Event(
    id="2024-05-03-ferry",
    title="Ferry aground",
    date="2024-05-03",
    date_reason="",
    place="",
    articles=("gazette", "radio"),
)


def position(name: str, quote: str, says: str = "") -> Position:
    start = BY_ID[name].body.index(quote)
    return Position(passage=BY_ID[name].passage(start, start + len(quote)), says=says or quote)


def finding(name: str, kind: Kind, *positions: Position, **fields: object) -> Disagreement:
    known: dict[str, object] = {"about": "the ferry", "hardness": "hard", "score": 0.5, "reason": "Both speak of it."}
    return Disagreement(id=name, event=EVENT.id, kind=kind, positions=positions, **(known | fields))  # type: ignore[arg-type]


FIGURE = finding(
    "figure-1",
    "figure",
    position("gazette", "with 38 passengers on board", "38 passengers"),
    position("radio", "Lifeboats rescued 52 passengers", "52 passengers"),
    about="how many passengers",
    score=0.9,
)
CAUSE = finding(
    "cause-1",
    "cause",
    position("gazette", "missed the channel because of the fog", "fog"),
    position("radio", "after its engine failed", "engine failed"),
    about="why the ferry stranded",
    score=0.2,
)


def site(**fields: object) -> Site:
    known: dict[str, object] = {
        "articles": ARTICLES,
        "datings": tuple(Dating(article=a.id, published=a.published or "", reason="") for a in ARTICLES),
        "dependences": (),
        "cast": Cast(actors=(), mentions=()),
        "quotations": (),
        "events": (EVENT,),
        "facts": (),
        "disagreements": (FIGURE, CAUSE),
    }
    return Site(**(known | fields))  # type: ignore[arg-type]
