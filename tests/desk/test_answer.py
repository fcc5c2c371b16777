"""A second reader's answer is hostile until each part of it has been held against the articles."""

import json
from typing import Any

import jsonschema
import pytest

from generator.desk.answer.checking import check_answer
from generator.desk.answer.finding import MAX_CHARACTERS, Found, find_answers, named_event
from generator.desk.answer.records import Answer, Asked
from generator.desk.request import answer_schema, follow_up, request_text
from generator.model.errors import ParallaxError
from generator.model.kinds import KINDS
from generator.model.readings import Quote, ReadPeople, ReadSpeaker
from generator.readings.offers import Offers, quotation_key
from tests.desk.sample_site import ARTICLES, BY_ID, EVENT, FIGURE, position

SAYING = position("gazette", "“We heard a scraping noise and then everything stood still,”").passage
OFFERS = Offers(
    dates=("2024-05-03", "2024-05-04"),
    quotations={f"q1-{quotation_key(SAYING)}": SAYING},
    names=("Ada Example", "Example", "Sandholm", "Breaking"),
    findings=(FIGURE,),
)
ASKED = Asked(event=EVENT, articles=ARTICLES, offers=OFFERS, quotation_words=40)


def item(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "figure",
        "hardness": "hard",
        "about": "how many passengers were on board",
        "positions": [
            {"article": "gazette", "quote": "with 38 passengers on board", "says": "38 passengers"},
            {"article": "radio", "quote": "rescued 52 passengers", "says": "52 passengers"},
        ],
        **changes,
    }


def checked(*items: object, **further: object) -> Answer:
    return check_answer(Found(parts={"event": EVENT.id, "disagreements": list(items), **further}), ASKED)


def refused(*items: object) -> str:
    answer = checked(*items)
    assert not answer.reading.disagreements
    return "; ".join(f"{refusal.place}: {refusal.reason}" for refusal in answer.refusals)


def with_position(**changes: Any) -> dict[str, Any]:
    positions = item()["positions"]
    return item(positions=[{**positions[0], **changes}, positions[1]])


WHOLE = json.dumps({"event": EVENT.id, "disagreements": [item()]})


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        f"```json\n{WHOLE}\n```",
        f"I compared {{the two}} with care.\n\n{WHOLE}\n\nHope {{this}} helps!",
        f'{{"answer": {WHOLE}}}',
        f'{{"thoughts": "none"}}\n{WHOLE}',
        "{" * 1000 + WHOLE,
    ],
    ids=["alone", "in a fence", "in prose", "wrapped", "second object", "after braces"],
)
def test_the_object_is_found(text: str) -> None:
    assert [found.parts for found in find_answers(text)] == [json.loads(WHOLE)]


ITEM = json.dumps(item())


@pytest.mark.parametrize(
    "text",
    [
        WHOLE[:-3],
        WHOLE[:-2] + ", " + ITEM[:90],
        f"[{ITEM}]",
        f"{ITEM}\n{ITEM[:30]}",
        json.dumps({"choices": [{"message": {"content": WHOLE}}]}),
        WHOLE.replace("how many", 'how "really" many').replace("}]}", "},]}"),
        WHOLE.replace('{"event"', "{ // mine\n event"),
        WHOLE + "}}] that is all",
    ],
    ids=["cut off", "cut in an item", "bare list", "items", "an envelope", "slips", "comment", "too many brackets"],
)
def test_what_is_whole_of_an_answer_is_taken(text: str) -> None:
    found = find_answers(text)
    taken = [each for one in found for each in check_answer(one, ASKED).reading.disagreements]
    assert len(taken) == 1
    assert [quote.article for quote in taken[0].positions] == ["gazette", "radio"]


def test_an_item_cut_off_in_a_third_position_keeps_the_two() -> None:
    long = item()
    long["positions"].append({"article": "radio", "quote": "after its engine failed", "says": "failed"})
    text = json.dumps({"event": EVENT.id, "disagreements": [item(about="another"), long]})
    (found,) = find_answers(text[: text.index("after its engine") + 6])
    answer = check_answer(found, ASKED)
    assert [len(each.positions) for each in answer.reading.disagreements] == [2, 2]
    assert "cut off" in answer.repairs[0].reason


def test_several_answers_in_one_text() -> None:
    assert len(find_answers(f"First:\n{WHOLE}\nSecond:\n```json\n{WHOLE}\n```")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I found nothing.",
        "[]",
        '{"disagreements": {}}',
        '{"a":' * 50_000,
        '{"a' * 300_000,
        "[" * 1_000_000,
        '{"disagreements": [' * 30_000,
        '{"n": ' + "9" * 5000 + "}",
    ],
    ids=["empty", "prose", "list", "not a list", "deep", "beginnings", "brackets", "deep answers", "a long number"],
)
def test_not_an_answer(text: str) -> None:
    with pytest.raises(ParallaxError, match="no answer"):
        find_answers(text)


def test_too_long_an_answer() -> None:
    with pytest.raises(ParallaxError, match="longer"):
        find_answers(WHOLE + " " * MAX_CHARACTERS)


def test_a_good_item_is_taken_as_it_is() -> None:
    (taken,) = checked(item()).reading.disagreements
    assert (taken.kind, taken.hardness, taken.about) == ("figure", "hard", "how many passengers were on board")
    assert taken.positions[0] == Quote(article="gazette", quote="with 38 passengers on board", says="38 passengers")


@pytest.mark.parametrize("event", ["2024-01-01-other", 5, [], {}, "\x1b[2J"])
def test_unknown_event(event: object) -> None:
    with pytest.raises(ParallaxError, match="no event here") as fault:
        named_event(Found(parts={"event": event, "disagreements": []}), [EVENT])
    assert "\x1b" not in str(fault.value)


def test_an_event_that_was_renamed_is_known_by_its_articles() -> None:
    assert named_event(Found(parts={"event": "of-old", "disagreements": [item()]}), [EVENT]) is EVENT


SAME_WORDS = [{"article": name, "quote": "and then everything", "says": "everything"} for name in ("gazette", "radio")]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("text", "not a JSON object"),
        (None, "not a JSON object"),
        (item(kind="verdict"), "is no kind"),
        (item(kind=["figure"]), "is no kind"),
        (item(hardness="very"), "is no hardness"),
        (item(about=""), "about is missing"),
        (item(about=7), "about is missing"),
        (item(about="word " * 25), "more than 14 words"),
        (item(about="w" * 201), "more than 14 words"),
        (item(about="see <b>this</b>"), "not plain text"),
        (item(about="see [this](javascript:x)"), "not plain text"),
        (item(about="see {{ config }}"), "not plain text"),
        (item(about="see https://evil.example"), "not plain text"),
        (item(about="see &lt;b"), "not plain text"),
        (item(about="\u202eright to left"), "not plain text"),
        (item(about="\ud800"), "not plain text"),
        (item(positions={}), "must be a list"),
        (item(positions=[None] * 100), "must be a list"),
        (item(positions=item()["positions"][:1]), "fewer than two articles"),
        (item(positions=item()["positions"][:1] * 2), "fewer than two articles"),
        (item(positions=SAME_WORDS), "all its quotes are the same words"),
        (with_position(article="../radio"), "no article of this event"),
        (with_position(article=["gazette"]), "no article of this event"),
        (with_position(quote="with 40 passengers on board"), "not in gazette exactly"),
        (with_position(quote="8 passengers"), "not in gazette exactly"),
        (with_position(quote="38 passenger"), "not in gazette exactly"),
        (with_position(quote="Support the Gazette"), "not in gazette exactly"),
        (with_position(quote="Nobody was hurt.\n\nThe captain"), "not in gazette exactly"),
        (with_position(quote=""), "quote is missing"),
        (with_position(quote="8"), "the quote is a single character"),
        (with_position(quote="\u200b. \u2800"), "the quote is a single character"),
        (item(about="\u3164\u3164 \u115f"), "nothing in it that can be read"),
        (item(about="\u2800 ?"), "nothing in it that can be read"),
        (with_position(quote=38), "quote is missing"),
        (with_position(quote="word " * 41), "more than 40 words"),
    ],
)
def test_refused(bad: object, reason: str) -> None:
    assert reason in refused(bad)


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ("With  38\npassengers on\u00a0board.", "with 38 passengers on board"),
        ('"with 38 passengers on board"', "with 38 passengers on board"),
        ("missed the channel because of the fog... the coastguard said", "missed the channel because of the fog"),
    ],
    ids=["spaces, a capital, a full stop", "marks around it", "words left out"],
)
def test_a_quote_is_mended_to_the_articles_own_words(quote: str, exact: str) -> None:
    answer = checked(with_position(quote=quote, says=None))
    kept = answer.reading.disagreements[0].positions[0].quote
    assert kept in BY_ID["gazette"].body
    assert kept.rstrip(".").endswith(exact.rsplit(" ", 1)[1])
    assert answer.repairs[0].place.startswith("disagreements[0] “how many passengers were on board”.positions[0]")


def test_curly_marks_and_dashes_may_be_straight() -> None:
    straight = '"We heard a scraping noise and then everything stood still," said the captain'
    (taken,) = checked(with_position(quote=straight, says="stood still")).reading.disagreements
    assert taken.positions[0].quote.startswith("“We heard")


def test_a_heading_a_little_long_is_kept_for_rewording() -> None:
    answer = checked(item(about="word " * 15))
    assert answer.reading.disagreements
    assert "15 words" in answer.repairs[0].reason


@pytest.mark.parametrize("says", ["40 passengers", "8 passengers", "38 board", "<b>38</b>", 38, ["38"], {"a": 1}])
def test_says_that_are_no_words_of_the_quote_are_left_out(says: object) -> None:
    answer = checked(with_position(says=says))
    assert answer.reading.disagreements[0].positions[0].says == ""
    assert "not words of the quote" in answer.repairs[0].reason


@pytest.mark.parametrize("says", [None, ""])
def test_says_may_be_missing(says: object) -> None:
    answer = checked(with_position(says=says))
    assert answer.reading.disagreements[0].positions[0].says == ""
    assert not answer.refusals + answer.repairs


def test_one_bad_item_never_spoils_the_rest() -> None:
    answer = checked(None, item(), item(kind="x"))
    assert len(answer.reading.disagreements) == 1
    heading = "“how many passengers were on board”"
    assert [refusal.place for refusal in answer.refusals] == ["disagreements[0]", f"disagreements[2] {heading}"]


def test_one_bad_position_never_spoils_the_rest() -> None:
    positions = [*item()["positions"], {"article": "gazette", "quote": "no such words"}]
    answer = checked(item(positions=positions))
    assert len(answer.reading.disagreements[0].positions) == 2
    assert answer.refusals[0].place.endswith(".positions[2]")


def test_too_many_items_are_cut() -> None:
    answer = checked(*[item(about=f"number {n}") for n in range(300)])
    assert len(answer.reading.disagreements) == 200
    assert "first 200 of 300" in answer.refusals[-1].reason


FURTHER = {
    "agreed": [
        [{"article": "gazette", "quote": "said the captain"}, {"article": "radio", "quote": "Said the captain."}]
    ],
    "alone": [{"article": "gazette", "quote": "Nobody was hurt"}],
    "title": {"article": "radio", "quote": "ferry rescue"},
    "date": "2024-05-03",
    "speakers": [{"quotation": f"q1-{quotation_key(SAYING)}", "name": "the captain"}],
    "people": {"same": [["Ada Example", "Example"]], "no_actors": ["Breaking"]},
    "same_event": [["gazette"], ["radio"]],
    "machine": [{"id": "figure-1", "verdict": "drop"}],
}


def test_the_further_answers_are_taken() -> None:
    answer = checked(**FURTHER)
    reading = answer.reading
    assert not answer.refusals
    assert [[quote.quote for quote in fact] for fact in reading.agreed or ()] == [
        ["said the captain", "said the captain."]
    ]
    assert reading.title == Quote(article="radio", quote="Ferry rescue")
    assert reading.date == "2024-05-03"
    assert reading.speakers == (ReadSpeaker(article="gazette", quote=SAYING.quote, name="the captain"),)
    assert reading.people == ReadPeople(same=(("Ada Example", "Example"),), no_actors=("Breaking",))
    assert (reading.same_event, reading.groups) == (False, (("gazette",), ("radio",)))
    assert [(verdict.finding, verdict.keep) for verdict in reading.machine] == [("figure-1", False)]


def test_each_further_answer_may_be_missing_or_none() -> None:
    assert checked().reading.date is None
    assert checked(date=None).reading.date == ""
    assert not checked(**dict.fromkeys(FURTHER)).refusals


@pytest.mark.parametrize(
    ("key", "bad"),
    [
        ("agreed", [[{"article": "gazette", "quote": "said the captain"}]]),
        ("agreed", "all of it"),
        ("alone", [{"article": "gazette", "quote": "Somebody was hurt"}]),
        ("alone", [{"article": "gazette", "quote": "passengers"}]),
        ("title", {"article": "radio", "quote": "Ferry lost"}),
        ("date", "2024-05-05"),
        ("date", ["2024-05-03"]),
        ("speakers", [{"quotation": "q9-000000", "name": "the captain"}]),
        ("speakers", [{"quotation": f"q1-{quotation_key(SAYING)}", "name": "Nobody Here"}]),
        ("people", {"same": [["Ada Example", "Somebody Else"]]}),
        ("people", {"no_actors": "all"}),
        ("people", []),
        ("same_event", [["gazette"]]),
        ("same_event", "no"),
        ("machine", [{"id": "figure-2", "verdict": "keep"}]),
        ("machine", [{"id": "figure-1", "verdict": "maybe"}]),
        ("machine", [{"id": "figure-1", "verdict": "keep", "about": "<script>"}]),
    ],
)
def test_a_bad_further_answer_spoils_nothing_else(key: str, bad: object) -> None:
    answer = checked(item(), **{**FURTHER, key: bad})
    assert answer.refusals
    assert all(note.place.startswith(key) for note in answer.refusals)
    assert len(answer.reading.disagreements) == 1
    assert len(answer.reading.machine) == (key != "machine")


def test_what_was_refused_can_be_asked_for_again() -> None:
    (note, *_) = checked(item(kind="verdict")).refusals
    text = follow_up(EVENT, [(note.place, note.reason, note.raw)], "THE REQUEST")
    assert "is no kind" in text
    assert '"verdict"' in text
    assert text.endswith("THE REQUEST")


def test_the_request_holds_everything() -> None:
    text = request_text(EVENT, ARTICLES, quotation_words=40, offers=OFFERS)
    asked = (*OFFERS.dates, *OFFERS.quotations, *OFFERS.names, "figure-1", '"same_event"')
    for words in (*(f'- "{kind}": ' for kind in KINDS), EVENT.id, "Coast Radio", "At most 40 words", *asked):
        assert words in text
    for article in ARTICLES:
        for paragraph in article.story:
            assert article.body[paragraph.start : paragraph.end] in text
    assert "Support the Gazette" not in text


def test_the_request_cannot_be_closed_from_inside() -> None:
    text = request_text(EVENT, ARTICLES, quotation_words=40)
    mark = text.split("=== gazette ")[1].split("\n")[0]
    assert all(mark not in article.body for article in ARTICLES)
    assert text.count(f"=== end of gazette {mark}\n") == 1


def test_the_schema_fits_a_good_answer_only() -> None:
    schema = answer_schema(EVENT, ARTICLES, OFFERS)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(WHOLE), schema)
    jsonschema.validate({**json.loads(WHOLE), **FURTHER}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"event": EVENT.id, "disagreements": [item(kind="x")]}, schema)
