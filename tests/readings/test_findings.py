"""What readers found takes the place of the machine's draft, and nothing of it is lost."""

from typing import Any

import msgspec
import pytest

from generator.model.actors import Actor, Alias, Cast, Mention, Quotation
from generator.model.decisions import Decisions, DisagreementDecision, EventDecision, Place, PositionDecision
from generator.model.readings import (
    EventReadings,
    Quote,
    ReadDisagreement,
    Reading,
    ReadPeople,
    ReadSpeaker,
    Verdict,
)
from generator.model.story import Disagreement, Fact, Reader
from generator.model.text import Passage
from generator.readings.decided import resolved, without_repeats
from generator.readings.events import read_events, with_splits
from generator.readings.facts import read_facts
from generator.readings.findings import Merged, merge_findings
from generator.readings.people import read_cast
from generator.readings.speakers import read_speakers
from generator.readings.valid import World, digests
from tests.desk.sample_site import ARTICLES, BY_ID, CAUSE, EVENT, FIGURE, position

PLACE = Place(file="disagreements.yml", line=3)
COUNT = ReadDisagreement(
    kind="figure",
    hardness="soft",
    about="How many were on board",
    positions=(
        Quote(article="gazette", quote="on Friday evening with 38 passengers on board", says="38 passengers"),
        Quote(article="radio", quote="rescued 52 passengers from the ferry", says="52 passengers"),
    ),
)
HEARD = ReadDisagreement(
    kind="quote",
    hardness="hard",
    about="What the captain noticed",
    positions=(
        Quote(article="gazette", quote="then everything stood still", says="stood still"),
        Quote(article="radio", quote="then everything went dark", says="went dark"),
    ),
)


def reading(*items: ReadDisagreement, by: str = "Anna", **parts: Any) -> Reading:
    known = {"articles": digests(ARTICLES), "request": ""} | parts
    return Reading(reader=Reader(name=by, day="2024-05-06"), disagreements=items, **known)


def world(*readings: Reading, **known: Any) -> World:
    file = EventReadings(event="of old", readings=readings, file="content/readings/x.json", lines={"gone": 9})
    return World((file,) if readings else (), ARTICLES, **known)


def merged(*readings: Reading, found: tuple[Disagreement, ...] = (), **options: Any) -> Merged:
    return merge_findings(found, (EVENT,), world(*readings), **options)


def test_a_finding_is_shown_as_the_reader_has_it() -> None:
    result = merged(reading(HEARD, COUNT))
    first, second = result.disagreements
    assert not result.problems
    for told, item in ((first, HEARD), (second, COUNT)):
        assert (told.kind, told.hardness, told.about, told.status) == (item.kind, item.hardness, item.about, "read")
        assert [(p.passage.article, p.passage.quote, p.says) for p in told.positions] == [
            (quote.article, quote.quote, quote.says) for quote in item.positions
        ]
        assert not told.proven
        assert told.readers == (Reader(name="Anna", day="2024-05-06"),)
        for p in told.positions:
            assert BY_ID[p.passage.article].body[p.passage.start : p.passage.end] == p.passage.quote
    assert first.score > second.score


def test_what_both_found_is_the_readers_with_the_machines_id() -> None:
    (told,) = merged(reading(COUNT), found=(FIGURE,)).disagreements
    assert (told.id, told.hardness, told.about) == ("figure-1", "soft", "How many were on board")
    assert told.proven
    assert told.readers


def test_what_a_reader_drops_goes_and_what_he_keeps_stays() -> None:
    verdicts = (Verdict(finding="figure-1", keep=False), Verdict(finding="cause-1", keep=True, about="Why it stranded"))
    (told,) = merged(reading(machine=verdicts), found=(FIGURE, CAUSE)).disagreements
    assert (told.id, told.about, told.status, told.proven) == ("cause-1", "Why it stranded", "read", True)


def test_what_nobody_judged_stays_only_if_proven_and_among_the_best() -> None:
    unsure = msgspec.structs.replace(CAUSE, proven=False)
    assert [d.id for d in merged(reading(), found=(FIGURE, unsure)).disagreements] == ["figure-1"]
    assert [d.id for d in merged(reading(), found=(FIGURE, CAUSE), shown=1).disagreements] == ["figure-1"]


def test_what_the_editor_decided_on_stays_as_it_is() -> None:
    drop = Verdict(finding="figure-1", keep=False)
    told = merged(reading(COUNT, HEARD, machine=(drop,)), found=(FIGURE,), decided=["figure-1"]).disagreements
    assert told[-1] is FIGURE
    assert [d.kind for d in told] == ["quote", "figure"]  # nor does a dismissed one come back as the reader's


def test_without_readings_nothing_changes() -> None:
    assert merged(found=(FIGURE, CAUSE)).disagreements == (FIGURE, CAUSE)


def test_two_readings_of_one_thing_make_one_card_that_comes_first() -> None:
    other = msgspec.structs.replace(COUNT, hardness="hard", about="Number of passengers")
    result = merged(reading(HEARD, COUNT), reading(other, by="Berta"))
    told = {d.about: d for d in result.disagreements}
    assert len(told) == 2
    both = told["How many were on board"]
    assert [reader.name for reader in both.readers] == ["Anna", "Berta"]
    assert both.hardness == "soft"
    assert both.score > told["What the captain noticed"].score


def test_two_items_of_one_reading_are_never_made_one() -> None:
    again = msgspec.structs.replace(COUNT, about="Whether anybody counted")
    assert len(merged(reading(COUNT, again)).disagreements) == 2
    assert len({d.id for d in merged(reading(COUNT, again)).disagreements}) == 2


def test_words_that_are_gone_are_told_and_the_rest_stays() -> None:
    third = msgspec.structs.replace(COUNT, positions=(*COUNT.positions, Quote(article="radio", quote="gone")))
    lost = msgspec.structs.replace(
        COUNT, about="Another", positions=(COUNT.positions[0], Quote(article="x", quote="y z"))
    )
    result = merged(reading(third, lost))
    assert len(result.disagreements) == 1
    first, second = result.problems
    assert (first.severity, first.file, first.line) == ("warning", "content/readings/x.json", 9)
    assert "How many were on board: these words are no longer in radio: “gone”" in first.message
    assert "no longer in x" in second.message


def test_a_reading_of_other_articles_is_of_another_event() -> None:
    elsewhere = reading(COUNT, articles={"gazette": "0", "tribune": "0"})
    assert merged(elsewhere, found=(FIGURE,)).disagreements == (FIGURE,)


def dismissal(**changes: Any) -> Decisions:
    positions = tuple(
        PositionDecision(place=PLACE, article=q.article, quote=q.quote, says=q.says) for q in HEARD.positions
    )
    entry = DisagreementDecision(
        place=PLACE, action="dismiss", id="read-quote-old", kind="quote", positions=positions, **changes
    )
    return Decisions(disagreements=(entry,))


def test_what_was_dismissed_does_not_come_back_in_other_words() -> None:
    longer = msgspec.structs.replace(
        HEARD, positions=(Quote(article="gazette", quote="everything stood still", says="still"), *HEARD.positions[1:])
    )
    found = merged(reading(longer)).disagreements
    assert [d.id for d in resolved(dismissal(), found, world()).disagreements] == [found[0].id]


def test_a_dismissal_waits_for_what_is_not_found() -> None:
    assert resolved(dismissal(), (), world()).disagreements == ()


def test_what_was_confirmed_stays_when_nobody_finds_it_any_longer() -> None:
    (entry,) = dismissal().disagreements
    kept = msgspec.structs.replace(entry, action="confirm", hardness="hard", about="What he noticed")
    (now,) = resolved(Decisions(disagreements=(kept,)), (), world()).disagreements
    assert (now.action, now.about) == ("add", "What he noticed")


def test_a_decision_whose_words_are_gone_is_left_to_be_told() -> None:
    (entry,) = dismissal().disagreements
    gone = msgspec.structs.replace(entry.positions[0], quote="never written")
    stale = Decisions(disagreements=(msgspec.structs.replace(entry, positions=(gone, entry.positions[1])),))
    assert resolved(stale, (), world()) == stale


def test_a_confirmed_finding_replaces_others_on_the_same_words() -> None:
    confirmed = msgspec.structs.replace(FIGURE, id="other", status="editorial")
    assert without_repeats((FIGURE, confirmed, CAUSE)) == (confirmed, CAUSE)


AGREED = (
    Quote(article="gazette", quote="Nobody was hurt"),
    Quote(article="radio", quote="off Sandholm on Friday evening"),
)


def test_facts_are_the_readers_where_he_answered() -> None:
    machine = (
        Fact(event=EVENT.id, passages=(position("gazette", "Nobody was hurt").passage,), articles=2, independent=2),
        Fact(event=EVENT.id, passages=(position("radio", "its engine failed").passage,), articles=1, independent=1),
    )
    told = read_facts(machine, (EVENT,), (), world(reading(agreed=(AGREED,))))
    assert [[p.quote for p in fact.passages] for fact in told.facts] == [
        ["Nobody was hurt", "off Sandholm on Friday evening"],
        ["its engine failed"],
    ]
    assert (told.facts[0].articles, told.facts[0].independent) == (2, 2)
    none = read_facts(machine, (EVENT,), (), world(reading(agreed=(), alone=())))
    assert none.facts == ()


def test_what_is_in_hard_dispute_is_no_fact() -> None:
    disputed = (COUNT.positions[0], COUNT.positions[1])
    told = read_facts((), (EVENT,), (FIGURE,), world(reading(agreed=(disputed,))))
    assert told.facts == ()


def test_title_and_date_are_chosen_and_the_address_stays() -> None:
    given = reading(title=Quote(article="radio", quote="Ferry"), date="2024-05-04")
    (event,) = read_events((EVENT,), Decisions(), world(given))
    assert (event.id, event.title, event.title_article, event.date) == (EVENT.id, "Ferry", "radio", "2024-05-04")
    assert "Anna" in event.date_because[0].fields["readers"]


def test_the_editors_title_and_date_win() -> None:
    given = world(reading(title=Quote(article="radio", quote="Ferry"), date="2024-05-04"))
    mine = EventDecision(place=PLACE, articles=EVENT.articles, title="Mine", date="2024-05-03")
    assert read_events((EVENT,), Decisions(events=(mine,)), given) == (EVENT,)


def test_a_reading_of_older_texts_names_no_date() -> None:
    old = reading(date="2024-05-04", articles={"gazette": "old", "radio": "old"})
    assert read_events((EVENT,), Decisions(), world(old)) == (EVENT,)


@pytest.mark.parametrize("other", [reading(same_event=True, by="Berta"), None])
def test_an_event_is_split_where_no_reader_differs(other: Reading | None) -> None:
    apart = reading(same_event=False, groups=(("gazette",), ("radio",)))
    decisions = with_splits(Decisions(), world(apart, *([other] if other else [])))
    assert [decision.articles for decision in decisions.events] == ([] if other else [("gazette",), ("radio",)])


def test_an_event_whose_reader_compares_its_parts_is_not_split() -> None:
    apart = reading(HEARD, same_event=False, groups=(("gazette",), ("radio",)))
    assert with_splits(Decisions(), world(apart)).events == ()


def test_an_event_that_the_editor_made_is_not_split() -> None:
    mine = Decisions(events=(EventDecision(place=PLACE, articles=("gazette",)),))
    assert with_splits(mine, world(reading(same_event=False, groups=(("gazette",), ("radio",))))) == mine


def actor(name: str, **fields: Any) -> Actor:
    alias = Alias(text=name, articles=("gazette", "radio"))
    return Actor(id=name.lower().replace(" ", "-"), name=name, kind="person", aliases=(alias,), **fields)


def mention(text: str, of: str, article: str = "gazette", start: int = 0) -> Mention:
    return Mention(article=article, start=start, end=start + len(text), text=text, actor=of, form="name", sentence=0)


CAST = Cast(
    actors=(actor("Ada Example"), actor("Example"), actor("Breaking")),
    mentions=(
        mention("Ada Example", "ada-example"),
        mention("Example", "example", "radio"),
        mention("Breaking", "breaking"),
    ),
)


def test_names_of_one_person_are_joined_and_slips_go() -> None:
    people = ReadPeople(same=(("Example", "Ada Example"),), no_actors=("Breaking",))
    cast = read_cast(CAST, Decisions(), world(reading(people=people)))
    (whole,) = cast.actors
    assert whole.id == "ada-example"
    assert [alias.text for alias in whole.aliases] == ["Ada Example", "Example"]
    assert {m.actor for m in cast.mentions} == {"ada-example"}


def test_people_on_whom_two_readers_differ_stay() -> None:
    people = ReadPeople(same=(("Example", "Ada Example"),), no_actors=("Breaking",))
    assert read_cast(CAST, Decisions(), world(reading(people=people), reading(people=ReadPeople(), by="B"))) == CAST


def test_a_slip_stays_an_actor_of_other_articles() -> None:
    elsewhere = msgspec.structs.replace(CAST, mentions=(*CAST.mentions, mention("Breaking", "breaking", "tribune")))
    cast = read_cast(elsewhere, Decisions(), world(reading(people=ReadPeople(no_actors=("Breaking",)))))
    assert [m.article for m in cast.mentions if m.actor == "breaking"] == ["tribune"]


SAID = position("radio", "“We heard a scraping noise and then everything went dark,”").passage
QUOTATION = Quotation(passage=SAID, parts=((SAID.start + 1, SAID.end - 1),), speaker="breaking", speaker_text="x")


def speaker(name: str) -> ReadSpeaker:
    return ReadSpeaker(article="radio", quote=SAID.quote, name=name)


def test_a_speaker_is_the_one_whom_the_reader_names() -> None:
    cast = Cast(actors=(actor("Ada Example"),), mentions=(mention("the captain", "ada-example", "radio"),))
    known = world(reading(speakers=(speaker("the captain"),)), cast=cast)
    (told,) = read_speakers({"radio": (QUOTATION,)}, cast, known)["radio"]
    assert (told.speaker, told.speaker_text) == ("ada-example", "the captain")
    assert told.speaker_span
    assert BY_ID["radio"].body[slice(*told.speaker_span)] == "the captain"


@pytest.mark.parametrize("names", [["Nobody There"], ["the captain", "Lifeboats"]])
def test_speakers_that_do_not_hold_leave_the_programs_own(names: list[str]) -> None:
    known = world(*(reading(speakers=(speaker(name),), by=name) for name in names))
    assert read_speakers({"radio": (QUOTATION,)}, CAST, known)["radio"] == (QUOTATION,)


def test_nobody_said_it() -> None:
    (told,) = read_speakers({"radio": (QUOTATION,)}, CAST, world(reading(speakers=(speaker(""),))))["radio"]
    assert (told.speaker, told.speaker_text) == (None, "")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Senator Ada Example", True),
        ("the captain's brother, Ada Example", True),
        ("President of the United Isles Ada Example", True),
        ("attorneys for Ada Example", False),
        ("a spokeswoman for Gov. Ada Example", False),
        ("an aide to Senator Ada Example", False),
        ("a sister of the late Ada Example", False),
        ("two witnesses in Ada Example", False),
    ],
)
def test_words_for_somebody_elses_man_are_not_he(name: str, meant: bool) -> None:
    body = f"“We are sure,” {name} said."
    article = msgspec.structs.replace(BY_ID["radio"], body=body)
    at = body.index("Ada Example")
    named = mention("Ada Example", "ada-example", "radio", start=at)
    cast = Cast(actors=(actor("Ada Example"),), mentions=(named,))
    said = Quotation(passage=Passage(article="radio", start=0, end=14, quote=body[:14]), parts=((1, 13),))
    heard = Reading(
        reader=Reader(name="Anna", day="2024-05-06"),
        request="",
        articles=digests([article]),
        speakers=(ReadSpeaker(article="radio", quote=said.passage.quote, name=name),),
    )
    file = EventReadings(event="x", readings=(heard,), file="content/readings/x.json", lines={})
    (told,) = read_speakers({"radio": (said,)}, cast, World((file,), (article,), cast=cast))["radio"]
    assert (told.speaker, told.speaker_text) == ("ada-example" if meant else None, name)
