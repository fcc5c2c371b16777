from pathlib import Path

import pytest

from generator.story.events.building import event_id
from generator.story.events.headlines import choose_headlines
from generator.story.events.places import choose_place, place_name
from tests.stories import analysed, read

TEXT = "The council of Riga approved a new bridge over the Daugava on Wednesday after hours of debate about its cost."


def chosen(tmp_path: Path, *titles: str) -> str:
    """The headline that is chosen among these for articles of one text."""
    stories = {f"a{n}": {"title": f'"{t}"', "text": TEXT} if t else {"text": TEXT} for n, t in enumerate(titles)}
    articles = read(tmp_path, stories)
    return choose_headlines(articles, analysed(articles))[0].text


def test_the_plain_headline_names_the_event(tmp_path: Path) -> None:
    titles = ("Is this the end?", "SHOCKING vote stuns city", "Riga council approves new bridge after debate")
    assert chosen(tmp_path, *titles) == titles[2]


def test_a_headline_goes_before_none(tmp_path: Path) -> None:
    assert chosen(tmp_path, "", "Bridge vote") == "Bridge vote"


def test_without_a_headline_the_first_clause(tmp_path: Path) -> None:
    text = chosen(tmp_path, "")
    assert TEXT.startswith(text)
    assert len(text.split()) <= 16


@pytest.mark.parametrize(
    ("date", "title", "wanted"),
    [
        ("2024-01-16", "Mayor’s U.S. trip: the end", "2024-01-16-mayor-us-trip-end"),
        ("2025-10-28/2025-10-31", "Élan vital", "2025-10-28--2025-10-31-elan-vital"),
        ("", "日本", "undated-event"),
        ("2024", "9" * 500, "2024-" + "9" * 60),
        ("2024", "<script>alert(1)</script> ../../etc", "2024-script-alert-1-script-etc"),
    ],
)
def test_id_is_made_of_date_and_title(date: str, title: str, wanted: str) -> None:
    assert event_id(date, title) == wanted


PLACES = {
    "RIGA — The council approved the bridge on Monday.": "Riga",
    "RIGA, Latvia (LETA) - The council approved the bridge on Monday.": "Riga",
    "The council approved the bridge in Riga on Monday.": "Riga",
}


@pytest.mark.parametrize("text", PLACES)
def test_place(text: str, tmp_path: Path) -> None:
    articles = read(tmp_path, {"a": {"text": text}})
    found = choose_place(articles, analysed(articles))
    assert found is not None
    assert articles[0].body[found.start : found.end] == found.quote
    assert place_name(found, articles[0]) == PLACES[text]


def test_no_place(tmp_path: Path) -> None:
    articles = read(tmp_path, {"a": {"text": "The council approved the bridge on Monday."}})
    assert choose_place(articles, analysed(articles)) is None


VOTE = "The council approved the bridge{} on Monday."


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        ((" in Riga", " in Riga", ""), "Riga"),
        ((" in Riga", "", ""), None),
        ((" in Riga", " in Tallinn"), None),
        ((" in Riga", " in Riga", " in Tallinn"), "Riga"),
    ],
)
def test_a_place_is_what_half_of_the_articles_tell(texts: tuple[str, ...], wanted: str | None, tmp_path: Path) -> None:
    articles = read(tmp_path, {f"a{number}": {"text": VOTE.format(place)} for number, place in enumerate(texts)})
    found = choose_place(articles, analysed(articles))
    assert (found.quote if found else None) == wanted


@pytest.mark.parametrize(("told", "wanted"), [("", None), (" in Riga", "Riga")])
def test_where_it_was_written_is_no_place_unless_it_is_told(told: str, wanted: str | None, tmp_path: Path) -> None:
    written = {name: {"text": f"RIGA — {VOTE.format('')}"} for name in ("a", "b")}
    articles = read(tmp_path, written | {"c": {"text": VOTE.format(told)}})
    found = choose_place(articles, analysed(articles))
    assert (found.quote if found else None) == wanted


def test_of_two_statements_the_first_where_the_second_is_a_remark(tmp_path: Path) -> None:
    title = "Riga council approves new bridge after debate; critics cry ‘shame on them all’"
    assert chosen(tmp_path, title, "Is this the end?") == "Riga council approves new bridge after debate"


def test_what_no_other_headline_speaks_of_is_no_name(tmp_path: Path) -> None:
    titles = ("Hours that the river never sees again", "Riga votes on bridge", "Why Riga votes")
    assert chosen(tmp_path, *titles) == titles[1]


def test_whose_article_gives_the_day(tmp_path: Path) -> None:
    stories = {name: {"title": "Riga council approves new bridge", "text": TEXT} for name in "ab"}
    articles = read(tmp_path, stories)
    assert choose_headlines(articles, analysed(articles), articles, {"b"})[0].article == "b"


def test_a_column_names_no_happening(tmp_path: Path) -> None:
    titles = ("River Desk: Riga is busy with its bridge", "Bridge of Riga is ‘done’")
    assert chosen(tmp_path, *titles) == titles[1]


def test_the_angle_of_one_article_is_no_name(tmp_path: Path) -> None:
    stories = {
        "a": {
            "title": "Bakers of Riga fear for bridge trade",
            "text": "Two bakers of Riga sell bread. They bake at night.",
        },
        "b": {"title": "Riga bridge closes for repair", "text": "The council closed the bridge. It cracked in spring."},
        "c": {
            "title": "Cracks close bridge",
            "text": "The council of Riga closed its bridge. Cracks had grown since spring.",
        },
    }
    articles = read(tmp_path, stories)
    assert choose_headlines(articles, analysed(articles), articles)[0].article != "a"


def test_two_sentences_are_what_a_writer_makes_of_it(tmp_path: Path) -> None:
    titles = ("Riga approves bridge. Disaster comes next.", "Council of Riga passes bridge")
    assert chosen(tmp_path, *titles) == titles[1]


@pytest.mark.parametrize("title", ["How to cross the bridge of Riga", "Why is the bridge of Riga closed", "How Riga?"])
def test_not_what_a_question_is_of(title: str, tmp_path: Path) -> None:
    assert chosen(tmp_path, title, "Riga council votes on bridge") == "Riga council votes on bridge"


CLOSED = "The council of Sorn closed the old bridge over the Lod on Monday because its piers had cracked."
BURNED = "A fire at the old mill of Sorn killed {} people on Monday, and the mayor came to the ruin."


def names(tmp_path: Path, *stories: tuple[str, str]) -> list[str]:
    """The headlines that name the event of some articles, each a title and a text."""
    given = read(tmp_path, {f"a{n}": {"title": f'"{title}"', "text": text} for n, (title, text) in enumerate(stories)})
    return [found.text for found in choose_headlines(given, analysed(given))]


def test_a_headline_that_all_tell_names_the_event_alone(tmp_path: Path) -> None:
    titles = ("Sorn council closes old bridge over the Lod", "Cracks in piers: old bridge over the Lod is shut")
    assert names(tmp_path, *((title, CLOSED) for title in titles)) == [titles[0]]


@pytest.mark.parametrize(
    "other",
    [
        ("Bakers of Sorn fear for their trade", "The bakers of Sorn sell less bread. They bake at night."),
        ("Mayor Pratt speaks to Radio Velt about old bridge", "Mayor Pratt spoke about the old bridge over the Lod."),
        (
            "Sorn bakers fear for trade beyond the bridge",
            "The council of Sorn closed the bridge. Bakers fear for trade.",
        ),
        ("Why bakers of Sorn fear for their trade", "The bakers of Sorn sell less bread. They fear for their trade."),
    ],
)
def test_two_headlines_where_one_article_alone_tells_each(other: tuple[str, str], tmp_path: Path) -> None:
    title = "Sorn council closes old bridge over the Lod"
    assert sorted(names(tmp_path, (title, CLOSED), other)) == sorted([title, other[0]])


@pytest.mark.parametrize("other", ["Sorn braces for trade beyond the bridge", "Sorn bakers ENRAGED over bridge trade"])
def test_of_a_headline_that_foresees_or_shouts_and_a_plain_one_the_plain(other: str, tmp_path: Path) -> None:
    plain = "Sorn council closes old bridge over the Lod"
    assert names(tmp_path, (plain, CLOSED), (other, "The council of Sorn closed the bridge. It cracked.")) == [plain]


SIGNED = "The mayor of Sorn signed the law on tolls for the old bridge on Monday, after years of debate about it."


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("Mayor of Sorn to sign law on tolls", SIGNED),
        ("Law on tolls: Mayor to promote tunnel", SIGNED),
        ("Mayor of Sorn faces vote on tolls today", SIGNED),
        ("The law that Sorn has on its tolls is…", SIGNED),
        ("Skiers of Velt and coach Ada Holm await snow in Alps", SIGNED),
        ("Mayor of Sorn signed ‘pact’ on tolls for old bridge", SIGNED),
    ],
)
def test_what_its_own_text_has_outrun_or_never_tells_names_nothing(other: str, told: str, tmp_path: Path) -> None:
    plain = "Tolls split bakers of Sorn after years of debate"
    assert names(tmp_path, (plain, SIGNED), (other, told)) == [plain]


def test_what_its_own_text_has_outrun_goes_behind_one_that_exclaims_though_all_tell_it(tmp_path: Path) -> None:
    plain, ahead = (
        "Sorn signs law on tolls for old bridge!",
        "Pressed by bakers, Sorn to enact law on tolls for old bridge",
    )
    told = "Pressed by bakers, the mayor of Sorn signed the law on tolls for the old bridge on Monday."
    assert names(tmp_path, (ahead, told), (plain, told)) == [plain]


def test_what_its_own_text_foretells_too_names_an_event_with_another(tmp_path: Path) -> None:
    ahead = "Mayor of Sorn to open tunnel"
    told = "The mayor of Sorn will open a tunnel in May, he said when he signed the law on tolls for the bridge."
    assert ahead in names(tmp_path, ("Bakers of Sorn split over law on tolls", SIGNED), (ahead, told))


def test_a_column_that_speaks_of_itself_does_not_stand_for_what_is_out_of_date(tmp_path: Path) -> None:
    ahead, column = "Mayor of Sorn to sign law on tolls", "The needless tolls on the bridge"
    told = "We do not need tolls on the old bridge. I say so as one who signed against the law."
    assert ahead in names(tmp_path, (ahead, SIGNED), (column, told))


def test_of_a_count_that_its_text_has_outgrown_and_a_plain_headline_the_plain(tmp_path: Path) -> None:
    told = BURNED.format("eleven")
    titles = ("Mayor comes to ruin: fire at old mill of Sorn kills ten", "Fire destroys old mill of Sorn")
    assert names(tmp_path, *((title, told) for title in titles)) == [titles[1]]
    titles = ("Fire at old mill of Sorn kills 11 people", titles[1])
    assert titles[0] in names(tmp_path, *((title, told) for title in titles))


def test_a_toll_that_has_risen_is_left_out(tmp_path: Path) -> None:
    told = BURNED.format("three") + " Two of them were brothers."
    titles = ("Two dead in fire at old mill of Sorn", "Mayor comes to ruin: two killed in mill of Sorn")
    assert names(tmp_path, *((title, told) for title in titles)) == ["Fire at old mill of Sorn"]
    assert names(tmp_path, *((title, BURNED.format("two")) for title in titles))[0].lower().count("two")
    bounded = ("At least 12 dead in fire at old mill of Sorn", "Fire destroys old mill of Sorn")
    assert names(tmp_path, *((title, BURNED.format("at least 15")) for title in bounded)) == [
        "Fire at old mill of Sorn"
    ]


def test_a_question_keeps_what_it_asks_about(tmp_path: Path) -> None:
    asked = "‘Close the bridge’: What does that mean for Sorn?"
    told = "The council of Sorn closed the bridge. It cracked."
    assert asked in names(tmp_path, ("Bakers of Sorn fear for their trade", "The bakers of Sorn bake."), (asked, told))


def test_a_headline_that_hides_what_was_decided_does_not_stand_alone(tmp_path: Path) -> None:
    hides = "Sorn council has made a decision about old bridge over the Lod"
    plain = "Old bridge over the Lod is shut by cracks"
    assert names(tmp_path, (hides, CLOSED), (plain, CLOSED)) == [plain]


def test_marks_that_a_site_has_lost_are_set_again(tmp_path: Path) -> None:
    assert chosen(tmp_path, "Riga council vows to ?finish the bridge? soon").count("‘finish the bridge’")
    assert chosen(tmp_path, "Riga council finishes O?Dell?s bridge").count("O’Dell’s")


@pytest.mark.parametrize(
    ("title", "is_plain"),
    [("Sorn council closes old bridge over the Lod", True), ("The council was right. Sorn is in mourning", False)],
)
def test_what_takes_a_side_is_to_be_quoted(title: str, is_plain: bool, tmp_path: Path) -> None:
    given = read(tmp_path, {name: {"title": f'"{title}"', "text": CLOSED} for name in "ab"})
    assert [found.plain for found in choose_headlines(given, analysed(given))] == [is_plain]
    assert [found.plain for found in choose_headlines(given[:1], analysed(given))] == [True]


def test_a_toll_that_another_contradicts_is_told_by_one(tmp_path: Path) -> None:
    titles = ("Fire at old mill of Sorn kills 4", "Fire at old mill of Sorn kills 6")
    told = names(tmp_path, (titles[0], BURNED.format(4)), (titles[1], BURNED.format(6)))
    assert sorted(told) == list(titles)


@pytest.mark.parametrize(
    "loaded",
    ["Clueless Sorn council closes old bridge over the Lod", "Why does Sorn council close old bridge over the Lod?"],
)
def test_what_takes_a_side_or_asks_comes_second_or_not_at_all(loaded: str, tmp_path: Path) -> None:
    plain = "Cracks in piers close an old bridge"
    assert names(tmp_path, (loaded, CLOSED), (plain, CLOSED))[0] == plain


def test_of_two_headlines_nearly_alike_the_plainer(tmp_path: Path) -> None:
    titles = ("Mill of Sorn stands in flames", "Mill of Sorn stands in flames!")
    assert names(tmp_path, *((title, "The mayor of Velt was away.") for title in titles)) == [titles[0]]


def test_of_two_headlines_of_which_one_is_in_the_other_one_is_enough(tmp_path: Path) -> None:
    titles = ("Ada Roth: Mill of Sorn is lost", "Mill of Sorn is lost")
    assert len(names(tmp_path, *((title, "The mayor of Velt was away.") for title in titles))) == 1


def test_two_headlines_are_short_and_cut_before_a_phrase(tmp_path: Path) -> None:
    cut = "Bakers of Sorn sell less bread than they did in any year before the old mill by the river Lod burned"
    bakers = (f"{cut} with {'all its bread, ' * 3}", f"{cut}.")
    told = names(tmp_path, ("Sorn council closes old bridge", CLOSED), bakers)
    assert f"{cut}…" in told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("7 hours ago Mill of Sorn burns", "Mill of Sorn burns"),
        ("OPINION: Mill of Sorn must stay", "Mill of Sorn must stay"),
        ("SOMA: Mill of Sorn must stay", "SOMA: Mill of Sorn must stay"),
    ],
)
def test_what_a_site_sets_before_a_headline_is_no_part_of_it(title: str, told: str, tmp_path: Path) -> None:
    assert names(tmp_path, (title, "The union SOMA spoke of the mill.")) == [told]
