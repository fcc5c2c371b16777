"""When an event was, and what it is called: only as far as its articles say so."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.account.dates.mentions import find_date_mentions
from generator.model.story import Phrase
from generator.site.words import read_words
from generator.story.events.building import name_event
from generator.story.events.headlines import choose_headlines
from tests.stories import analysed, date_all, read

VOTED = "The council of Sorn voted on Monday to build a bridge over the river Lod."
UNDATED = "A bridge will be built over the river Lod, and the council of Sorn pays for it."


def told(folder: Path, articles: Mapping[str, Mapping[str, str]]) -> tuple[str, tuple[Phrase, ...]]:
    given = read(folder, articles)
    analyses = analysed(given)
    mentions = {a.id: find_date_mentions(a, analyses[a.id]) for a in given}
    named = name_event(given, analyses, date_all(given, analyses, mentions), (), None)
    return named.date, named.date_because


def dated(text: str, published: str = "2031-03-11") -> dict[str, str]:
    return {"published": published, "text": text}


def test_a_day_that_most_leads_give_is_the_happenings(tmp_path: Path) -> None:
    date, _ = told(tmp_path, {"a": dated(VOTED), "b": dated(VOTED.replace("voted", "agreed")), "c": dated(UNDATED)})
    assert date == "2031-03-10"


def test_the_one_day_that_any_article_names_is_the_happenings(tmp_path: Path) -> None:
    date, _ = told(tmp_path, {"a": dated(VOTED), "b": dated(UNDATED), "c": dated(UNDATED)})
    assert date == "2031-03-10"


NAMING = "A bridge will be built over the river Lod, as the vote of Monday has it, and the council of Sorn pays for it."


def test_not_a_day_that_one_names_in_passing(tmp_path: Path) -> None:
    assert told(tmp_path, {"a": dated(NAMING), "b": dated(UNDATED), "c": dated(UNDATED)})[0] == "2031-03-11?"


def test_not_a_day_of_a_stretch(tmp_path: Path) -> None:
    asked = dated("Many like the bridge over the river Lod, says a poll, held on Sunday and Monday.")
    assert told(tmp_path, {"a": asked, "b": dated(NAMING)})[0] == "2031-03-11?"


def test_a_day_that_one_of_three_gives_is_left_open_where_another_names_another(tmp_path: Path) -> None:
    aside = f"{UNDATED} Its mayor, who was ill on Sunday, is back."
    met = dated("The mayors of the valley met on Monday.")
    date, reason = told(tmp_path, {"a": met, "b": dated(aside), "c": dated(UNDATED)})
    assert date == "2031-03-11?"
    assert reason[0] == Phrase("why_reported", {"date": "2031-03-11"})
    assert reason[1:] == (Phrase("why_gives", {"article": "a", "date": "2031-03-10"}),)


@pytest.mark.parametrize(
    "text",
    [
        "The court of Sorn begins its new term on Thursday.",
        "The court of Sorn will not show its new term on March 13.",
        "Searchers of Sorn still looked for a ferry on Wednesday, a day after a first boat was found.",
    ],
)
def test_not_a_day_that_was_still_to_come_when_all_were_published(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, {"a": dated(text), "b": dated(text)})[0] == "2031-03-11?"


def test_not_the_day_on_which_it_was_told_of_what_others_tell_of_its_own_day(tmp_path: Path) -> None:
    headline = "Ferry strikes pier of Sorn; nine hurt"
    spoken = "A ferry struck a pier of Sorn and nine people were hurt, police said Tuesday. {}"
    own = "The Swan hit it on Monday evening in the fog."
    silent = "A ferry struck a pier of Sorn. Nine were hurt. The Swan had hit it on Monday evening."
    articles = {"a": titled(spoken.format(own), headline), "b": titled(silent, "Ferry hits pier; nine hurt")}
    assert told(tmp_path, articles)[0] == "2031-03-10"


def test_the_day_of_what_somebody_announces_of_himself(tmp_path: Path) -> None:
    date, _ = told(
        tmp_path, {"a": titled("Ida Flint will run for mayor of Sorn, she announced Monday.", "Flint to run")}
    )
    assert date == "2031-03-10"


TITLED = "Council of Sorn votes for bridge over river Lod"


def titled(text: str, title: str, published: str = "2031-03-11") -> dict[str, str]:
    return {**dated(text, published), "title": f'"{title}"'}


def test_the_day_of_what_the_title_names(tmp_path: Path) -> None:
    asked = "Mayor Ida Flint asked people on Sunday whether they want to pay for it."
    date, reason = told(
        tmp_path,
        {
            "a": titled(VOTED, TITLED),
            "b": titled(asked, "Why does Sorn want a bridge?", "2031-03-09"),
            "c": titled(UNDATED, "Is a bridge over the Lod too dear?", "2031-03-10"),
        },
    )
    assert date == "2031-03-10"
    assert reason[-1] == Phrase("why_gives", {"article": "“Why does Sorn want a bridge?”", "date": "2031-03-09"})


def test_not_a_day_of_something_else_in_the_titled_article(tmp_path: Path) -> None:
    text = "Two mayors protested on Monday against a bridge."
    date, _ = told(
        tmp_path,
        {
            "a": titled(text, TITLED),
            "b": titled(UNDATED, "Why does Sorn want a bridge?", "2031-03-09"),
            "c": titled(UNDATED, "Is a bridge over the Lod too dear?", "2031-03-12"),
        },
    )
    assert date == "2031-03-11?"


def test_the_titled_article_decides_between_two_days(tmp_path: Path) -> None:
    other = titled(VOTED.replace("Monday", "Sunday"), "Was it right?")
    date, _ = told(tmp_path, {"a": titled(VOTED, TITLED), "b": titled(VOTED, "What to know of the bridge"), "c": other})
    assert date == "2031-03-10"


def test_who_announces_a_day_is_with_those_who_tell_of_it(tmp_path: Path) -> None:
    ahead = "The council of Sorn will vote on Monday on a bridge over the river Lod. It met on Sunday evening."
    date, _ = told(tmp_path, {"a": dated(VOTED), "b": dated(VOTED), "c": dated(ahead, "2031-03-09")})
    assert date == "2031-03-10"


def test_the_day_that_all_name_before_what_the_title_tells(tmp_path: Path) -> None:
    after = "A third man was questioned on Tuesday. Two guards were shot at the Lod bridge on Monday and died there."
    before = "Two guards who were shot at the Lod bridge on Monday were fathers. The men who shot them are dead too."
    looking_on = "The men who shot two guards at the Lod bridge on Monday were seen there before. They were armed."
    date, reason = told(
        tmp_path,
        {
            "a": titled(after, "Two guards shot dead at Lod bridge"),
            "b": titled(before, "Was it not the men?"),
            "c": titled(looking_on, "What to know about the Lod bridge"),
        },
    )
    assert date == "2031-03-10"
    assert reason[-1] == Phrase(
        "why_gives",
        {"article": "“Two guards shot dead at Lod bridge”", "date": "2031-03-11"},
    )
    assert len(reason) == 4


def test_a_titled_article_without_a_day_leaves_it_to_the_others(tmp_path: Path) -> None:
    aside = "The head of the port of Sorn, whom the mayor removed late on Monday, had asked for papers. {}"
    date, _ = told(
        tmp_path,
        {
            "a": titled("Mayor Flint removed the head of the port of Sorn.", "Mayor removes head of port of Sorn"),
            "b": titled(aside.format("He is gone."), "Why is the head of the port of Sorn gone?"),
            "c": titled(aside.format("Who wants his papers?"), "What to know about the port of Sorn"),
        },
    )
    assert date == "2031-03-10"


def test_a_titled_article_without_a_day_has_that_of_another_with_its_headline(tmp_path: Path) -> None:
    silent = titled("The council of Sorn votes for a bridge over the river Lod. It pays too.", TITLED)
    other = titled(VOTED, "Why the council of Sorn voted for a bridge over the river Lod")
    assert told(tmp_path, {"a": silent, "b": other})[0] == "2031-03-10"


def test_the_day_that_all_name_if_none_tells_of_any_as_done(tmp_path: Path) -> None:
    own = titled("The mayors of the valley will be in Sorn on Wednesday.", "Mayors in Sorn")
    other = titled("Mayors of the valley are in Sorn Wednesday. A fair will open Thursday.", "A fair", "2031-03-12")
    assert told(tmp_path, {"a": own, "b": other})[0] == "2031-03-12"


def test_who_is_poised_to_do_it_on_a_day_is_with_those_who_tell_of_it(tmp_path: Path) -> None:
    ahead = titled(
        "The council of Sorn is poised to vote Monday for a bridge over the river Lod.", TITLED, "2031-03-09"
    )
    assert told(tmp_path, {"a": ahead, "b": titled(VOTED, "Is the bridge over the Lod too dear?")})[0] == "2031-03-10"


def test_the_clause_that_tells_what_the_title_says_has_its_day(tmp_path: Path) -> None:
    text = (
        "Mayor Flint opened a school on Tuesday. It is her third. It has a hall. "
        "The council of Sorn voted on Monday for a bridge over the river Lod."
    )
    other = titled("The mayors of the valley met on Sunday for a day of talks.", "What mayors talk of")
    date, reason = told(tmp_path, {"a": titled(text, TITLED), "b": other})
    assert date == "2031-03-10"
    assert reason[-1] == Phrase("why_gives", {"article": "“What mayors talk of”", "date": "2031-03-09"})
    spoken = "The port of Sorn said Monday that the council had voted on Saturday for a bridge over the river Lod."
    assert told(tmp_path, {"a": titled(spoken, TITLED), "b": other})[0] == "2031-03-08"


@pytest.mark.parametrize(
    "text",
    [
        "The council of Sorn met for its vote on the bridge over the river Lod late Sunday and early Monday.",
        f"{UNDATED}{4 * ' It is big.'} On Monday, the council of Sorn had talked of a bridge over the river Lod.",
    ],
)
def test_not_a_day_of_two_nor_of_what_had_been_before(text: str, tmp_path: Path) -> None:
    other = titled("A new poll is of the mayors.", "Polls of mayors")
    assert told(tmp_path, {"a": titled(text, TITLED), "b": other})[0] == "2031-03-11?"


def test_what_is_dated_where_it_was_still_the_day_before(tmp_path: Path) -> None:
    early = titled("The council of Sorn voted early Wednesday for a bridge over the river Lod.", TITLED)
    date, reason = told(tmp_path, {"a": early, "b": titled(UNDATED, "Who pays for the bridge?", "2031-03-12")})
    assert date == "2031-03-12"
    assert reason[-1] == Phrase("why_in_article", {"words": "Wednesday", "date": "2031-03-11"})
    last = {**early, "text": early["text"].replace("early Wednesday", "last Wednesday")}
    assert told(tmp_path, {"a": last, "b": titled(UNDATED, "Who pays for the bridge?")})[0] == "2031-03-11?"


SANK = "Ferry Swan sinks off Sorn in a night of fog and wind"


def test_the_day_that_one_of_two_tells_where_the_other_only_tells_of_a_word_on_it(tmp_path: Path) -> None:
    struck = titled("The Swan sank. The ferry left Sorn on Monday.", SANK)
    spoken = titled("The port knows of no leak when it left, its head said Tuesday.", "What does the port know?")
    assert told(tmp_path, {"a": struck, "b": spoken})[0] == "2031-03-10"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The mayors of the valley met on Tuesday.", "2031-03-11"),
        (f"{UNDATED} Flint, who saw it on Tuesday, knows it.", "2031-03-11"),
        ("The mayors of the valley met on Tuesday. Flint asked on Monday.", "2031-03-12?"),
    ],
)
def test_the_day_of_the_first_report_if_one_gives_it_and_none_an_earlier(text: str, date: str, tmp_path: Path) -> None:
    first = titled(text, "What is the plan for the bridge?")
    other = titled(f"{UNDATED} So it said as mayors met.", TITLED, "2031-03-12")
    assert told(tmp_path, {"a": first, "b": other})[0] == date


def test_days_that_part_are_left_open_with_both_told(tmp_path: Path) -> None:
    sank = titled("The ferry Swan sank off Sorn. It had left on Monday.", "Ferry Swan sinks off Sorn")
    mourned = titled("People of Sorn mourned in the streets on Tuesday.", "Mourning in the streets")
    date, reason = told(tmp_path, {"a": sank, "b": mourned})
    assert date == "2031-03-11?"
    assert [(p.key, p.fields["date"]) for p in reason] == [
        ("why_reported", "2031-03-11"),
        ("why_gives", "2031-03-10"),
        ("why_gives", "2031-03-11"),
    ]


def test_not_the_day_of_what_the_title_says_if_another_says_it_of_another(tmp_path: Path) -> None:
    other = titled(VOTED.replace("Monday", "Sunday"), "Was it right?")
    assert told(tmp_path, {"a": titled(VOTED, TITLED), "b": other})[0] == "2031-03-11?"


def test_what_is_open_was_reported_when_the_title_was(tmp_path: Path) -> None:
    other = titled(UNDATED, "Is a bridge over the Lod too dear?", "2031-03-08")
    own = titled(UNDATED, TITLED)
    assert told(tmp_path, {"a": own, "b": other})[0] == "2031-03-11?"
    same = titled(UNDATED, "Sorn council votes for a bridge over the Lod", "2031-03-08")
    assert told(tmp_path, {"a": own, "b": same})[0] == "2031-03-08?"


def test_the_day_of_the_deed_and_not_that_of_what_follows_it(tmp_path: Path) -> None:
    row = "The bridge of Sorn is the talk of a hot row on Tuesday. It is big. It is old. It is grey. It is dear. "
    late = titled(f"{row}The council of Sorn voted on Monday for a bridge over the river Lod.", TITLED, "2031-03-10")
    other = titled("Mayor Flint denied on Tuesday that a bridge is too dear.", "Flint denies it")
    assert told(tmp_path, {"a": late, "b": other})[0] == "2031-03-10"


def test_not_the_day_of_what_is_only_planned_nor_of_what_it_is_for(tmp_path: Path) -> None:
    voted = "The council of Sorn voted on Monday for a bridge. Mayor Flint said that {}."
    leaving = titled(voted.format("she was sending a minister to Velt on Tuesday"), TITLED)
    plan = titled("Ida Flint said that she was sending a minister to Velt on Tuesday.", "Flint turns to Velt")
    assert told(tmp_path, {"a": leaving, "b": plan})[0] == "2031-03-10"
    hearing = "The parties of Sorn have agreed on the terms for a Monday hearing."
    assert told(tmp_path, {"a": titled(hearing, "Parties agree on hearing")})[0] == "2031-03-11?"


def test_not_the_day_on_which_nameless_sources_told_of_it(tmp_path: Path) -> None:
    own = titled("The council of Sorn has dropped its talks with the port.", "Council of Sorn drops talks")
    spoken = titled("The council of Sorn dropped its talks, sources said on Monday.", "Talks are off, sources say")
    assert told(tmp_path, {"a": own, "b": spoken})[0] == "2031-03-11?"


def test_not_a_day_that_was_over_if_its_clause_tells_nothing_of_the_title(tmp_path: Path) -> None:
    passed = titled("The mayors of the valley went home after they met on Monday.", TITLED)
    other = titled(UNDATED, "Is a bridge over the Lod too dear?")
    assert told(tmp_path, {"a": passed, "b": other})[0] == "2031-03-11?"


def test_not_a_day_of_which_an_earlier_article_knows_nothing(tmp_path: Path) -> None:
    early = titled("The mayors of the valley talk of a bridge over the river Lod.", "A bridge?", "2031-03-09")
    assert told(tmp_path, {"a": titled(VOTED, TITLED), "b": early})[0] == "2031-03-11?"


@pytest.mark.parametrize(
    ("other", "date"),
    [(UNDATED, "2031-03-11?"), (f"{UNDATED} It adjourned.", "2031-03-11")],
)
def test_not_a_day_of_what_one_article_tells_alone(other: str, date: str, tmp_path: Path) -> None:
    own = titled("A court of Sorn adjourned a case on Tuesday.", TITLED)
    assert told(tmp_path, {"a": own, "b": titled(other, "Is a bridge over the Lod too dear?")})[0] == date


def test_the_day_of_the_deed_and_not_that_of_the_word_on_it(tmp_path: Path) -> None:
    own = "The port said in a statement Monday that {}, was removed {}."
    spoken = titled(own.format("Ida Flint, its head", "Sunday"), "Port of Sorn removes head")
    other = titled("Ida Flint was removed, the port of Sorn said Monday.", "Head of port of Sorn is gone")
    assert told(tmp_path, {"a": spoken, "b": other})[0] == "2031-03-09"


def test_the_day_before_of_what_is_told_without_a_verb(tmp_path: Path) -> None:
    own = titled("Yesterday's vote of Sorn is a warning to all.", TITLED)
    assert (
        told(tmp_path, {"a": own, "b": titled("Mayor Flint lost her seat on Monday.", "Flint loses")})[0]
        == "2031-03-10"
    )


def test_a_bare_day_before_a_past_verb_is_past(tmp_path: Path) -> None:
    (given,) = read(tmp_path, {"a": dated("Mayors make play for votes MORE on Monday asked the court of Velt.")})
    (mention,) = find_date_mentions(given, analysed([given])["a"])
    assert mention.tense == "past"


def test_a_day_after_the_titled_article_is_none(tmp_path: Path) -> None:
    own = titled("The council of Sorn votes for a bridge over the river Lod.", TITLED, "2031-03-08")
    assert told(tmp_path, {"a": own, "b": titled(VOTED, "What a vote in Sorn is for")})[0] == "2031-03-08?"


def test_the_reason_says_that_the_day_is_open(tmp_path: Path) -> None:
    _, reason = told(tmp_path, {"a": dated(UNDATED), "b": dated(UNDATED)})
    assert read_words("en").tell(reason).startswith("Reported on 2031-03-11. ")
    assert "left open" in read_words("en").tell(reason)


def test_what_speaks_against_a_day_is_shown(tmp_path: Path) -> None:
    other = dated(VOTED.replace("Monday", "Sunday"))
    date, reason = told(tmp_path, {"a": dated(VOTED), "b": dated(VOTED), "c": dated(VOTED), "d": other})
    assert date == "2031-03-10"
    assert reason[-1] == Phrase("why_gives", {"article": "d", "date": "2031-03-09"})


@pytest.mark.parametrize(
    "text",
    [
        "The council of Sorn will vote on Monday on a bridge over the river Lod.",
        "The Tuesday Club of Sorn has a new head, and he wants a bridge over the river Lod.",
        "The bridge that burned on Monday stood over the river Lod.",
        UNDATED,
    ],
)
def test_not_the_day_of_something_else(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, {"a": dated(text)})[0] == "2031-03-11?"


def named(folder: Path, *titles: str) -> str:
    given = read(folder, {f"a{n}": {"title": f'"{title}"', "text": VOTED} for n, title in enumerate(titles)})
    return choose_headlines(given, analysed(given))[0].text


PLAIN = "Council of Sorn votes for bridge over river Lod"


@pytest.mark.parametrize(
    "other",
    [
        "Why did the council of Sorn vote for a bridge over the river Lod?",
        "OPINION: Council of Sorn votes for bridge over river Lod",
        "What we know about the bridge over the river Lod",
        "Five things to know about the council of Sorn and the bridge",
        "Live updates: Council of Sorn votes for bridge over river Lod",
        "Council of Sorn to vote for bridge over river Lod",
        "We should build a bridge over the river Lod, council of Sorn",
        "Council of Sorn and bridge over river Lod: why the council votes for a bridge",
        "Council of Sorn goes nuts, votes for bridge over river Lod",
        "The 5 council members of Sorn who vote for bridge over river Lod",
        "Council of Sorn votes for bridge over river Lod. Follow it here.",
        "Pratt: Council of Sorn votes for bridge over river Lod",
        "Bridge over river Lod ‘safe and sound for all of us,’ council of Sorn says",
        "Council of Sorn and the bridge over river Lod",
        "Don’t wait for council of Sorn and its votes for bridge over river Lod",
        "Council of Sorn is going to vote for bridge over river Lod",
        "After the vote of Sorn: here’s how the council votes for bridge over river Lod",
        "Council of Sorn, in a shift, to vote for bridge over river Lod",
    ],
)
def test_a_plain_statement_is_the_name(other: str, tmp_path: Path) -> None:
    assert named(tmp_path, other, PLAIN) == PLAIN


@pytest.mark.parametrize(
    "dress", ["WATCH: {}", "{} (+video)", "{} | The Sorn Post", "{} · The Sorn Post", "{} Listen· 5:29"]
)
def test_what_a_site_hangs_on_a_headline_is_left_out(dress: str, tmp_path: Path) -> None:
    assert named(tmp_path, dress.format(PLAIN)) == PLAIN


def test_the_us_is_not_we(tmp_path: Path) -> None:
    plain = "US council of Sorn votes for bridge over river Lod"
    assert named(tmp_path, plain, "What we know about the bridge over the river Lod") == plain


def test_what_is_said_before_a_statement_is_no_part_of_the_name(tmp_path: Path) -> None:
    assert named(tmp_path, f"‘We couldn’t wait any longer’: {PLAIN}") == PLAIN
