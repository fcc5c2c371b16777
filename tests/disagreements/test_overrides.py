"""The editor's word on disagreements, and what happens when it no longer fits the articles."""

from collections.abc import Sequence

import pytest

from generator.content.articles.roles import paragraphs
from generator.disagreements.overrides import Settled, settle
from generator.model.actors import Cast, Mention
from generator.model.decisions import (
    CorrectionEntry,
    Decisions,
    DisagreementDecision,
    Place,
    PositionDecision,
)
from generator.model.kinds import Kind
from generator.model.site import Correction
from generator.model.story import Disagreement, Event, Position
from generator.model.text import Article

BODIES = {
    "gazette": "Nine people were hurt in the fire.\n\nThe alarm was raised at nine.\n\nThe alarm was false, he said.\n",
    "herald": "Twelve people were hurt in the fire.\n\nFirefighters were called at 8:40 p.m.\n\nRead more\n",
    "echo": "The mayor opened the fair on Monday.\n",
    "orphan": "Nothing happened at all.\n",
}
ARTICLES = tuple(
    Article(id=name, path=f"articles/{name}.md", body=body, body_line=4, paragraphs=paragraphs(body))
    for name, body in BODIES.items()
)
EVENTS = tuple(
    Event(id=name, title=name, date="", date_reason="", place="", articles=articles)
    for name, articles in (("fire", ("gazette", "herald")), ("fair", ("echo",)))
)


def place(line: int = 1) -> Place:
    return Place(file="content/disagreements.yml", line=line)


def position(article: str, quote: str, says: str = "") -> Position:
    (found,) = [a for a in ARTICLES if a.id == article]
    start = found.body.index(quote)
    low = found.body.index(says, start) if says else start
    return Position(
        passage=found.passage(start, start + len(quote)), says=says or quote, differs=((low, low + len(says or quote)),)
    )


def finding(id_: str, kind: Kind = "figure", score: float = 0.5, hardness: str = "soft") -> Disagreement:
    return Disagreement(
        id=id_,
        event="fire",
        kind=kind,
        about="people hurt",
        hardness="hard" if hardness == "hard" else "soft",
        score=score,
        reason="The numbers differ.",
        positions=(position("gazette", "Nine people", "Nine"), position("herald", "Twelve people", "Twelve")),
    )


def written(*positions: tuple[str, str] | tuple[str, str, str]) -> tuple[PositionDecision, ...]:
    return tuple(
        PositionDecision(place=place(20 + n), article=p[0], quote=p[1], says=p[2] if len(p) > 2 else "")
        for n, p in enumerate(positions)
    )


def added(
    *positions: tuple[str, str] | tuple[str, str, str], kind: Kind = "date", **more: object
) -> DisagreementDecision:
    options = {"about": "when the alarm was raised", "hardness": "hard"} | more
    return DisagreementDecision(place=place(10), action="add", kind=kind, positions=written(*positions), **options)


def decide(*decisions: DisagreementDecision, found: Sequence[Disagreement] = (), cast: Cast | None = None) -> Settled:
    return settle(found, Decisions(disagreements=decisions), ARTICLES, EVENTS, cast=cast)


ALARM = (("gazette", "The alarm was raised at nine", "at nine"), ("herald", "called at 8:40 p.m.", "8:40 p.m."))


def test_without_decisions_everything_stays() -> None:
    found = (finding("figure-1"),)
    assert decide(found=found) == Settled(disagreements=found)


def test_confirmed() -> None:
    (result,) = decide(
        DisagreementDecision(place=place(), action="confirm", id="figure-1"), found=[finding("figure-1")]
    ).disagreements
    assert (result.status, result.about, result.positions) == ("confirmed", "people hurt", finding("x").positions)


def test_reworded() -> None:
    decision = DisagreementDecision(
        place=place(),
        action="confirm",
        id="figure-1",
        about="how many were hurt",
        hardness="hard",
        note="Counted twice.",
        positions=written(("gazette", "Nine people were hurt"), ("herald", "Twelve people were hurt", "Twelve")),
    )
    (result,) = decide(decision, found=[finding("figure-1")]).disagreements
    assert (result.id, result.kind, result.hardness, result.about) == (
        "figure-1",
        "figure",
        "hard",
        "how many were hurt",
    )
    assert result.note == "Counted twice."
    assert [p.passage.quote for p in result.positions] == ["Nine people were hurt", "Twelve people were hurt"]
    assert [p.says for p in result.positions] == ["Nine people were hurt", "Twelve"]


def test_dismissed() -> None:
    decision = DisagreementDecision(place=place(), action="dismiss", id="figure-1")
    settled = decide(decision, found=[finding("figure-1"), finding("figure-2")])
    assert [d.id for d in settled.disagreements] == ["figure-2"]


@pytest.mark.parametrize(("confirmed", "status"), [(True, "editorial"), (False, "proposed")])
def test_added(confirmed: bool, status: str) -> None:
    (result,) = decide(added(*ALARM, confirmed=confirmed)).disagreements
    assert (result.event, result.kind, result.hardness, result.status) == ("fire", "date", "hard", status)
    for found, (article, quote, says) in zip(result.positions, ALARM, strict=True):
        body = BODIES[article]
        assert body[found.passage.start : found.passage.end] == found.passage.quote == quote
        ((low, high),) = found.differs
        assert body[low:high] == found.says == says


def test_the_id_is_made_of_content() -> None:
    first, again = (decide(added(*ALARM)).disagreements[0].id for _ in range(2))
    other = decide(added(ALARM[0], ("herald", "Firefighters were called"))).disagreements[0].id
    assert first == again != other


def test_who_is_concerned_is_who_is_mentioned() -> None:
    start = BODIES["herald"].index("Firefighters")
    mention = Mention(
        article="herald",
        start=start,
        end=start + len("Firefighters"),
        text="Firefighters",
        actor="brigade",
        form="description",
        sentence=1,
    )
    cast = Cast(actors=(), mentions=(mention,))
    positions = (ALARM[0], ("herald", "Firefighters were called at 8:40 p.m."))
    assert decide(added(*positions), cast=cast).disagreements[0].actors == ("brigade",)
    assert decide(added(*ALARM), cast=cast).disagreements[0].actors == ()


def test_of_several_places_the_nearest_to_the_finding_is_taken() -> None:
    body = BODIES["gazette"]
    alarm = finding("date-1")
    second = position("gazette", "The alarm was false")
    alarm = Disagreement(
        **{f: getattr(alarm, f) for f in alarm.__struct_fields__} | {"positions": (second, alarm.positions[1])}
    )
    decision = DisagreementDecision(
        place=place(),
        action="confirm",
        id="date-1",
        positions=written(("gazette", "The alarm was"), ("herald", "Twelve people")),
    )
    (result,) = decide(decision, found=[alarm]).disagreements
    assert result.positions[0].passage.start == body.index("The alarm was false")


def test_hard_first_then_the_editors_then_by_score() -> None:
    found = [
        finding("figure-1", score=0.9),
        finding("figure-2", score=0.2),
        finding("figure-3", score=0.8, hardness="hard"),
    ]
    confirm = DisagreementDecision(place=place(), action="confirm", id="figure-2")
    settled = decide(confirm, added(*ALARM), found=found)
    assert [(d.hardness, d.status, d.score) for d in settled.disagreements] == [
        ("hard", "editorial", 1.0),
        ("hard", "detected", 0.8),
        ("soft", "confirmed", 0.2),
        ("soft", "detected", 0.9),
    ]


SAME = (("gazette", "Nine people were hurt", "Nine"), ("herald", "Twelve people were hurt", "Twelve"))


def test_what_the_machine_finds_as_well_is_shown_once_and_said() -> None:
    settled = decide(added(*SAME, kind="figure"), found=[finding("figure-1"), finding("label-1", kind="label")])
    assert sorted((d.kind, d.status) for d in settled.disagreements) == [("figure", "editorial"), ("label", "detected")]
    assert [(p.severity, p.line) for p in settled.problems] == [("suggestion", 10)]
    assert "figure-1" in settled.problems[0].remedy


def test_a_proposal_takes_no_finding_away() -> None:
    settled = decide(added(*SAME, kind="figure", confirmed=False), found=[finding("figure-1")])
    assert sorted(d.status for d in settled.disagreements) == ["detected", "proposed"]
    assert not settled.problems


@pytest.mark.parametrize(
    ("decision", "line", "says", "remedy"),
    [
        (DisagreementDecision(place=place(7), action="confirm", id="figure-9"), 7, "no finding 'figure-9'", "review"),
        (DisagreementDecision(place=place(7), action="dismiss", id="figure-9"), 7, "no finding 'figure-9'", "review"),
        (added(("gazete", "at nine"), ALARM[1]), 20, "no article 'gazete'", "Most like it: gazette."),
        (added(("orphan", "Nothing"), ALARM[1]), 20, "tells no event", "events.yml"),
        (
            added(ALARM[0], ("herald", "called at 8.40 pm")),
            21,
            "not in articles/herald.md",
            "line 6 there: 'called at 8:40 p.m.'",
        ),
        (added(ALARM[0], ("herald", "Read more")), 21, "not article text", "story:"),
        (added(ALARM[0], ("echo", "on Monday")), 21, "another event (fair)", "two events"),
        (
            DisagreementDecision(
                place=place(7), action="confirm", id="figure-1", positions=written(("echo", "on Monday"))
            ),
            20,
            "another event (fair)",
            "two events",
        ),
    ],
)
def test_a_stale_decision_is_an_error_and_changes_nothing(
    decision: DisagreementDecision, line: int, says: str, remedy: str
) -> None:
    found = (finding("figure-1"),)
    settled = decide(decision, found=found)
    assert settled.disagreements == found
    assert [(p.severity, p.file, p.line) for p in settled.problems] == [("error", "content/disagreements.yml", line)]
    assert says in settled.problems[0].message
    assert remedy in settled.problems[0].remedy


def test_a_stale_decision_does_not_stop_the_others() -> None:
    settled = decide(added(("gazete", "at nine"), ALARM[1]), added(*ALARM))
    assert [d.status for d in settled.disagreements] == ["editorial"]
    assert len(settled.problems) == 1


def test_deciding_twice_is_an_error() -> None:
    confirm = DisagreementDecision(place=place(3), action="confirm", id="figure-1")
    dismiss = DisagreementDecision(place=place(5), action="dismiss", id="figure-1")
    settled = decide(confirm, dismiss, added(*ALARM), added(*ALARM), found=[finding("figure-1")])
    assert [d.status for d in settled.disagreements] == ["editorial", "confirmed"]
    assert [p.line for p in settled.problems] == [5, 10]


def test_a_name_may_be_spelt_over_several_events() -> None:
    names = (("gazette", "The alarm"), ("herald", "Firefighters"), ("echo", "The mayor"))
    settled = decide(added(*names, kind="name"))
    assert not settled.problems
    assert settled.disagreements[0].event == "fire"


def test_a_correction_of_an_unknown_event_is_an_error() -> None:
    def entry(event: str, line: int) -> CorrectionEntry:
        told = Correction(date="2024-05-07", event=event, wrong="a", right="b")
        return CorrectionEntry(place=Place(file="content/corrections.yml", line=line), correction=told)

    decisions = Decisions(corrections=(entry("", 2), entry("fire", 5), entry("fier", 8)))
    (problem,) = settle((), decisions, ARTICLES, EVENTS).problems
    assert (problem.severity, problem.line, problem.remedy) == ("error", 8, "Most like it: fire.")
