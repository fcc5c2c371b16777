"""Invented finished sites with 1, 2, 3 and 12 sources, to draw pages from without running any step."""

import re
from dataclasses import dataclass, field

import msgspec

from generator.model.actors import Actor, Alias, Cast, Description, Link, Mention, Quotation
from generator.model.site import Correction, Excerpt, Site
from generator.model.story import (
    Background,
    Dating,
    Dependence,
    Disagreement,
    Event,
    Fact,
    Position,
)
from generator.model.text import Article, Paragraph, Passage

POST = """\
KELM — The ferry Tern ran aground on the Hare Rocks on Tuesday night with 212 people on board, the \
coastguard said.
Nineteen passengers were taken to hospital. Captain Ilse Brandvik said she had “never seen the light \
go dark in thirty years.”
The harbour authority blamed a failed beacon. “We were told the light was repaired in March,” said \
Mayor Tomas Reuel, who met Brandvik on Wednesday.
The Tern will return to service in June, its owner, Skerry Lines, announced.
In 2019 a freighter struck the same rocks and lay there for most of a stormy winter, until \
a tug pulled her off. The ferry carried 180 people on an average crossing that \
year.
Brandvik met Reuel at the town hall on Wednesday.
"""
GAZETTE = """\
The ferry Tern struck the Hare Rocks late on Tuesday with 198 people aboard, according to Skerry \
Lines.
At least nineteen people were treated in hospital. The skipper, Ilse Brandvik, told reporters she \
had “not seen the light go dark in all my thirty years.”
The company said that the ship had left the marked channel. “We were told that the light was mended \
in March,” mayor Tomas Reuel said.
A crew member refused to abandon the bridge and “held her steady until the tide turned,” Brandvik \
said.
An inquiry is to open in Kelm next month.
"""
WIRE = """\
A veteran captain heroically saved more than 200 people after a ferry hit rocks off Kelm on Tuesday, \
the coastguard said.
Nineteen passengers were taken to hospital. Ilse Brandvik, the veteran captain, stayed aboard until \
every passenger had left.
“We were told the light was repaired in March,” said Mayor Tomas Reuel.
The beacon on the Hare Rocks had failed twice this winter, the harbour authority said. Ferries carry \
about 240 people a crossing now.
"""
EARLIER = """\
Kelm’s council voted on Monday to repair the beacon on the Hare Rocks, which failed in a storm last \
week.
“The light is the town’s promise to its sailors,” Mayor Tomas Reuel said.
Skerry Lines, which runs the ferry Tern, has asked for a second beacon.
"""
FREIGHTER = (
    "In 2019 a freighter struck the same rocks and lay there for most of a stormy winter, until a tug pulled her off."
)
HOSTILE = """\
<script>alert(1)</script> {{ 7*7 }} {% raw %} --8<-- "x.md" [x](javascript:alert) </aside> said the \
notice.
# A heading
[^1]: a note
"""


@dataclass
class Desk:
    """Builds records for a few articles, finding every passage by its words."""

    articles: dict[str, Article] = field(default_factory=dict)

    def add(self, id_: str, body: str, **known: object) -> None:
        paragraphs = tuple(Paragraph(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", body))
        self.articles[id_] = Article(
            id=id_, path=f"content/articles/{id_}.md", body=body, body_line=5, paragraphs=paragraphs, **known
        )

    def passage(self, article: str, quote: str) -> Passage:
        start = self.articles[article].body.index(quote)
        return self.articles[article].passage(start, start + len(quote))

    def position(self, article: str, quote: str, says: str = "", *differs: str) -> Position:
        passage = self.passage(article, quote)
        starts = [passage.start + quote.index(words) for words in differs]
        spans = tuple((start, start + len(words)) for start, words in zip(starts, differs, strict=True))
        return Position(passage=passage, says=says, differs=spans)

    def quotation(self, article: str, quote: str, speaker: str | None, cue: str = "say", **more: object) -> Quotation:
        passage = self.passage(article, quote)
        return Quotation(
            passage=passage, parts=((passage.start + 1, passage.end - 1),), speaker=speaker, cue=cue, **more
        )

    def mentions(self, names: dict[str, str]) -> tuple[Mention, ...]:
        return tuple(
            Mention(article=a.id, start=m.start(), end=m.end(), text=m[0], actor=actor, form="name", sentence=0)
            for a in self.articles.values()
            for name, actor in names.items()
            for m in re.finditer(rf"\b{re.escape(name)}\b", a.body)
        )


NAMES = {
    "Ilse Brandvik": "ilse-brandvik",
    "Tomas Reuel": "tomas-reuel",
    "Skerry Lines": "skerry-lines",
    "Kelm": "kelm",
}
FERRY = "2031-03-11-ferry-tern-runs-aground-off-kelm"
COUNCIL = "2030-23-council-votes-to-repair-beacon"


def ferry_site(sources: int = 3) -> Site:
    """A ferry accident told by 1, 2, 3 or 12 sources, and an earlier council vote told by one."""
    desk = Desk()
    desk.add(
        "harbour-post",
        POST,
        title="Ferry Tern runs aground off Kelm",
        outlet="Harbour Post",
        published="2031-03-12",
        url="https://post.example/news/tern?id=1&x=(2)",
    )
    desk.add("kelm-gazette", GAZETTE, title="Tern strikes Hare Rocks", outlet="Kelm Gazette", published="2031-03-12")
    desk.add("wire", WIRE, title="Hero captain saves hundreds as ferry hits rocks, town leaders promise answers")
    desk.add("council", EARLIER, title="Council votes to repair beacon", outlet="Kelm Gazette", byline="A. Lund")
    for number in range(4, sources + 1):
        desk.add(f"copy-{number}", WIRE, title=f"Ferry hits rocks ({number})", outlet=f"Outlet Number {number}")
    ferry = ("harbour-post", "kelm-gazette", "wire")[:sources] + tuple(f"copy-{n}" for n in range(4, sources + 1))
    kept = {key: value for key, value in desk.articles.items() if key in (*ferry, "council")}
    desk.articles = kept
    return Site(
        articles=tuple(kept.values()),
        datings=_datings(ferry),
        dependences=_dependences(desk, ferry),
        cast=_cast(desk, ferry),
        quotations=_quotations(desk, ferry),
        events=_events(desk, ferry),
        facts=_facts(desk, ferry),
        disagreements=_disagreements(desk, ferry),
        corrections=(Correction(date="2031-03-20", event=FERRY, wrong="three crossings", right="two crossings"),),
        excerpts=tuple(Excerpt(article=id_, words=80, allowed=200) for id_ in kept),
    )


def _datings(ferry: tuple[str, ...]) -> tuple[Dating, ...]:
    stated = {"harbour-post": "2031-03-12", "kelm-gazette": "2031-03-12", "wire": "2031-03-11/2031-03-13"}
    ferry_dates = tuple(
        Dating(
            article=id_,
            published=stated.get(id_, "2031-03-12"),
            reason="It tells of Tuesday night and calls Wednesday today.",
        )
        for id_ in ferry
    )
    council = Dating(article="council", published="2030-23", reason="It speaks of a storm in autumn; no year is given.")
    return (*ferry_dates, council)


def _dependences(desk: Desk, ferry: tuple[str, ...]) -> tuple[Dependence, ...]:
    if "wire" not in ferry:
        return ()
    line = "Nineteen passengers were taken to hospital."
    pairs = ((desk.passage("wire", line), desk.passage("harbour-post", line)),)
    reason = "They share a sentence word for word, and this one is the later."
    found = [Dependence(article="wire", on="harbour-post", score=0.8, reason=reason, evidence=pairs)]
    found += [Dependence(article=a, on="wire", score=1, reason="The same text.") for a in ferry if a.startswith("copy")]
    return tuple(found)


def _cast(desk: Desk, ferry: tuple[str, ...]) -> Cast:
    def described(id_: str, *found: tuple[str, str]) -> tuple[Description, ...]:
        return tuple(Description(text=t, passage=desk.passage(a, t)) for a, t in found if a in ferry)

    brandvik = described("b", ("harbour-post", "Captain"), ("kelm-gazette", "skipper"), ("wire", "veteran captain"))
    actors = (
        Actor(
            id="ilse-brandvik",
            name="Ilse Brandvik",
            kind="person",
            aliases=(Alias(text="Ilse Brandvik", articles=ferry), Alias(text="Brandvik", articles=ferry[:2])),
            descriptions=brandvik,
        ),
        Actor(
            id="tomas-reuel",
            name="Tomas Reuel",
            kind="person",
            aliases=(Alias(text="Tomas Reuel", articles=(*ferry, "council")),),
            line="Mayor of Kelm since 2024.",
            line_source="the town’s register",
            links=(
                Link(title="The town’s page", url="https://kelm.example/mayor?a=1&b=[2]"),
                Link(title="A trap", url="javascript:alert(1)"),
            ),
            status="editorial",
        ),
        Actor(id="skerry-lines", name="Skerry Lines", kind="organisation"),
        Actor(id="kelm", name="Kelm", kind="place"),
    )
    return Cast(actors=actors, mentions=desk.mentions(NAMES))


def _quotations(desk: Desk, ferry: tuple[str, ...]) -> tuple[Quotation, ...]:
    march = "“We were told the light was repaired in March,”"
    found = [
        ("harbour-post", "“never seen the light go dark in thirty years.”", "ilse-brandvik"),
        ("harbour-post", march, "tomas-reuel"),
        ("kelm-gazette", "“not seen the light go dark in all my thirty years.”", "ilse-brandvik"),
        ("kelm-gazette", "“We were told that the light was mended in March,”", "tomas-reuel"),
        ("kelm-gazette", "“held her steady until the tide turned,”", "ilse-brandvik"),
        ("council", "“The light is the town’s promise to its sailors,”", "tomas-reuel"),
    ]
    found += [(id_, march, "tomas-reuel") for id_ in ferry if id_ == "wire" or id_.startswith("copy")]
    return tuple(desk.quotation(a, words, who) for a, words, who in found if a in desk.articles)


def _events(desk: Desk, ferry: tuple[str, ...]) -> tuple[Event, ...]:
    background = [
        Background(
            text=FREIGHTER,
            date="2019",
            status="happened",
            passages=(
                desk.passage(
                    "harbour-post",
                    FREIGHTER,
                ),
            ),
        ),
        Background(
            text="The Tern will return to service in June",
            date="2031-06",
            status="planned",
            passages=(desk.passage("harbour-post", "The Tern will return to service in June"),),
        ),
    ]
    if "wire" in ferry:
        words = "The beacon on the Hare Rocks had failed twice this winter, the harbour authority said."
        background.append(
            Background(text=words, date="2030-12/2031-03", status="claimed", passages=(desk.passage("wire", words),))
        )
    return (
        Event(
            id=FERRY,
            title="Ferry Tern runs aground off Kelm",
            title_article="harbour-post",
            date="2031-03-11",
            date_reason="“on Tuesday night” in an article published on Wednesday, 12 March 2031.",
            place="Hare Rocks, Kelm",
            place_passage=desk.passage("harbour-post", "the Hare Rocks"),
            articles=ferry,
            actors=("ilse-brandvik", "tomas-reuel", "skerry-lines", "kelm"),
            background=tuple(background),
        ),
        Event(
            id=COUNCIL,
            title="A town votes for its light",
            date="2030-23",
            date_reason="The article speaks of an autumn storm.",
            place="Kelm",
            articles=("council",),
            actors=("tomas-reuel", "kelm"),
            status="editorial",
        ),
    )


def _facts(desk: Desk, ferry: tuple[str, ...]) -> tuple[Fact, ...]:
    aground = [
        ("harbour-post", "The ferry Tern ran aground on the Hare Rocks on Tuesday night"),
        ("kelm-gazette", "The ferry Tern struck the Hare Rocks late on Tuesday"),
        ("wire", "a ferry hit rocks off Kelm on Tuesday"),
    ]
    hospital = [
        ("harbour-post", "Nineteen passengers were taken to hospital."),
        ("wire", "Nineteen passengers were taken to hospital."),
    ]
    copies = [id_ for id_ in ferry if id_.startswith("copy")]
    aground += [(id_, aground[2][1]) for id_ in copies]
    hospital += [(id_, hospital[1][1]) for id_ in copies]
    alone = [
        (
            "harbour-post",
            FREIGHTER,
        ),
        ("kelm-gazette", "An inquiry is to open in Kelm next month."),
        ("kelm-gazette", "The company said that the ship had left the marked channel."),
        ("wire", "Ilse Brandvik, the veteran captain, stayed aboard until every passenger had left."),
    ]
    facts = [_fact(desk, [pair for pair in group if pair[0] in ferry]) for group in (aground, hospital)]
    facts += [_fact(desk, [pair]) for pair in alone if pair[0] in ferry]
    council = desk.passage("council", "Kelm’s council voted on Monday to repair the beacon on the Hare Rocks")
    return (*facts, Fact(event=COUNCIL, passages=(council,), articles=1, independent=1))


def _fact(desk: Desk, pairs: list[tuple[str, str]]) -> Fact:
    leaning = sum(a == "wire" or a.startswith("copy") for a, _ in pairs) if len(pairs) > 1 else 0
    passages = tuple(desk.passage(a, words) for a, words in pairs)
    return Fact(event=FERRY, passages=passages, articles=len(pairs), independent=max(len(pairs) - leaning, 1))


def _disagreements(desk: Desk, ferry: tuple[str, ...]) -> tuple[Disagreement, ...]:
    if len(ferry) < 2:
        return ()
    found = [
        Disagreement(
            id="figure-people-on-board",
            event=FERRY,
            kind="figure",
            about="How many people were on board",
            hardness="hard",
            score=0.9,
            reason="Two different numbers are given for the people on board of one ship.",
            positions=(
                desk.position("harbour-post", "with 212 people on board, the coastguard said", "212 people", "212"),
                desk.position("kelm-gazette", "with 198 people aboard, according to Skerry Lines", "198 people", "198"),
            ),
            actors=("skerry-lines",),
        ),
        Disagreement(
            id="cause-why",
            event=FERRY,
            kind="cause",
            about="Why the ferry ran aground",
            hardness="hard",
            score=0.8,
            reason="",
            positions=(
                desk.position("harbour-post", "The harbour authority blamed a failed beacon.", "a failed beacon"),
                desk.position("kelm-gazette", "The company said that the ship had left the marked channel."),
            ),
            status="editorial",
            note="The two speak for parties that may be held liable.",
        ),
    ]
    if "wire" in ferry:
        found.append(
            Disagreement(
                id="label-captain",
                event=FERRY,
                kind="label",
                about="What to call the captain",
                hardness="soft",
                score=0.7,
                reason="One person, two words.",
                positions=(
                    desk.position("kelm-gazette", "The skipper, Ilse Brandvik", "skipper", "skipper"),
                    desk.position("wire", "A veteran captain heroically saved", "heroically saved", "heroically"),
                    desk.position("harbour-post", "Captain Ilse Brandvik said", "Captain", "Captain"),
                ),
                status="confirmed",
                actors=("ilse-brandvik",),
            )
        )
    return tuple(found)


def many_conflicts(site: Site, count: int) -> Site:
    """The site with its first two disagreements in turn, `count` times."""
    pair = site.disagreements[:2]
    more = tuple(
        msgspec.structs.replace(pair[n % 2], id=f"figure-{n}", about=f"Question {n} of those that the two answer?")
        for n in range(count)
    )
    return msgspec.structs.replace(site, disagreements=more)


def one_against_all(site: Site) -> Site:
    """The site with one more disagreement: one source against all others of the accident."""
    bodies = {article.id: article for article in site.articles}
    event = next(event for event in site.events if event.id == FERRY)
    positions = []
    for id_ in event.articles:
        body = bodies[id_].body
        words = "more than 200 people" if id_ == "wire" or id_.startswith("copy") else body.split(" ", 1)[0]
        start = body.index(words)
        positions.append(Position(passage=bodies[id_].passage(start, start + len(words)), says=words))
    first = site.disagreements[0]
    more = msgspec.structs.replace(first, id="figure-all", about="How many were saved", positions=tuple(positions))
    return msgspec.structs.replace(site, disagreements=(*site.disagreements, more))
