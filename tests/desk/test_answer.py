"""A second reader's answer is hostile until each part of it has been held against the articles."""

import json
from typing import Any

import jsonschema
import pytest

from generator.desk.answer import MAX_CHARACTERS, Answer, check_answer, find_object
from generator.desk.request import KINDS, answer_schema, request_text
from generator.model.errors import ParallaxError
from tests.desk.sample_site import ARTICLES, BY_ID, EVENT


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


def checked(*items: object, event: object = EVENT.id) -> Answer:
    return check_answer({"event": event, "disagreements": list(items)}, [EVENT], BY_ID, quotation_words=40)


def refused(*items: object) -> str:
    answer = checked(*items)
    assert not answer.proposals
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
    assert find_object(text) == json.loads(WHOLE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I found nothing.",
        "[]",
        '{"disagreements": {}}',
        WHOLE[:-3],
        '{"a":' * 50_000,
        '{"a' * 300_000,
        "[" * 1_000_000,
    ],
    ids=["empty", "prose", "list", "not a list", "cut off", "deep", "many beginnings", "brackets"],
)
def test_not_an_answer(text: str) -> None:
    with pytest.raises(ParallaxError, match="no answer"):
        find_object(text)


def test_too_long_an_answer() -> None:
    with pytest.raises(ParallaxError, match="longer"):
        find_object(WHOLE + " " * MAX_CHARACTERS)


def test_a_good_item_is_taken_from_the_article() -> None:
    (proposal,) = checked(item()).proposals
    assert (proposal.kind, proposal.hardness, proposal.about) == ("figure", "hard", "how many passengers were on board")
    first = proposal.positions[0]
    assert BY_ID["gazette"].body[first.passage.start : first.passage.end] == first.passage.quote
    assert first.says == "38 passengers"


@pytest.mark.parametrize("event", ["2024-01-01-other", None, 5, [], {}, "\x1b[2J"])
def test_unknown_event(event: object) -> None:
    with pytest.raises(ParallaxError, match="no event here") as fault:
        checked(item(), event=event)
    assert "\x1b" not in str(fault.value)


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
        (item(about="word " * 15), "more than 14 words"),
        (item(about="w" * 200), "more than 14 words"),
        (item(about="see <b>this</b>"), "not plain text"),
        (item(about="see [this](javascript:x)"), "not plain text"),
        (item(about="see {{ config }}"), "not plain text"),
        (item(about="see https://evil.example"), "not plain text"),
        (item(about="see &lt;b"), "not plain text"),
        (item(about="two\nlines"), "not plain text"),
        (item(about="\u202eright to left"), "not plain text"),
        (item(about="\ud800"), "not plain text"),
        (item(positions={}), "must be a list"),
        (item(positions=[None] * 100), "must be a list"),
        (item(positions=item()["positions"][:1]), "fewer than two articles"),
        (item(positions=item()["positions"][:1] * 2), "fewer than two articles"),
        (with_position(article="../radio"), "no article of this event"),
        (with_position(article=["gazette"]), "no article of this event"),
        (with_position(quote="with 40 passengers on board"), "not in gazette exactly"),
        (with_position(quote="WITH 38 passengers"), "only other marks, capitals or spaces"),
        (with_position(quote="8 passengers"), "not in gazette exactly"),
        (with_position(quote="38 passenger"), "not in gazette exactly"),
        (with_position(quote="Support the Gazette"), "not in gazette exactly"),
        (with_position(quote="Nobody was hurt.\n\nThe captain"), "not in gazette exactly"),
        (with_position(quote=""), "quote is missing"),
        (with_position(quote=38), "quote is missing"),
        (with_position(quote="word " * 41), "more than 40 words"),
    ],
)
def test_refused(bad: object, reason: str) -> None:
    assert reason in refused(bad)


@pytest.mark.parametrize("says", ["40 passengers", "8 passengers", "38 board", "<b>38</b>", 38, ["38"], {"a": 1}])
def test_says_that_are_no_words_of_the_quote_are_left_out(says: object) -> None:
    answer = checked(with_position(says=says))
    assert answer.proposals[0].positions[0].says == ""
    assert "not words of the quote" in answer.refusals[0].reason


@pytest.mark.parametrize("says", [None, ""])
def test_says_may_be_missing(says: object) -> None:
    answer = checked(with_position(says=says))
    assert answer.proposals[0].positions[0].says == ""
    assert not answer.refusals


def test_one_bad_item_never_spoils_the_rest() -> None:
    answer = checked(None, item(), item(kind="x"))
    assert len(answer.proposals) == 1
    assert [refusal.place for refusal in answer.refusals] == ["disagreements[0]", "disagreements[2]"]


def test_one_bad_position_never_spoils_the_rest() -> None:
    positions = [*item()["positions"], {"article": "gazette", "quote": "no such words"}]
    answer = checked(item(positions=positions))
    assert len(answer.proposals[0].positions) == 2
    assert answer.refusals[0].place == "disagreements[0].positions[2]"


def test_too_many_items_are_cut() -> None:
    answer = checked(*[item()] * 300)
    assert len(answer.proposals) == 200
    assert "first 200 of 300" in answer.refusals[-1].reason


def test_the_request_holds_everything() -> None:
    text = request_text(EVENT, ARTICLES, quotation_words=40)
    for words in (*KINDS, *KINDS.values(), EVENT.id, "Coast Radio", "at most 40 words", '"enum"'):
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
    schema = answer_schema(EVENT, ARTICLES)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(WHOLE), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"event": EVENT.id, "disagreements": [item(kind="x")]}, schema)
