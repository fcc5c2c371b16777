"""Different words for one person, act or thing: between two claims, and gathered over the articles of an event."""

from pathlib import Path

import pytest

from generator.disagreements import label
from generator.disagreements.reading.alignment import align
from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.reading.side import Side
from generator.disagreements.weights import lemma_weights
from generator.model.story import Disagreement, Material
from tests.materials import check_exact, material

# What the first sentence says, what the second says, and the words on which they part.
CONTRASTS = [
    (
        "The mayor announced the sudden closure of the paper mill in Anywick on Friday.",
        "The mayor announced the sudden shutdown of the paper mill in Anywick on Friday.",
        {"sudden closure of the paper mill in Anywick", "sudden shutdown of the paper mill in Anywick"},
    ),
    (
        "The council approved a generous pension plan for its firefighters on Friday.",
        "On Friday the council approved a bloated pension plan for its firefighters.",
        {"generous pension plan", "bloated pension plan"},
    ),
    (
        "Governor Ada Lind said the ferry strike had hurt the island's fishermen.",
        "Governor Ada Lind complained that the ferry strike had hurt the island's fishermen.",
        {"said", "complained"},
    ),
]
# Pairs in which nothing is called by another word.
ALIKE = {
    "more_detail": (
        "The council approved a plan for the harbour on Friday.",
        "The council approved a generous ten-year plan for the old harbour on Friday.",
    ),
    "which_of_several": (
        "The council approved the first draft of the harbour plan on Friday.",
        "The council approved the final draft of the harbour plan on Friday.",
    ),
    "other_referents": (
        "The bakery on Mill Street was sold to a family from the north in May.",
        "A tennis club bought new nets for the summer tournament.",
    ),
    "the_same_words": (
        "The council approved a generous pension plan on Friday.",
        "On Friday a generous pension plan was approved by the council.",
    ),
    "amounts": (
        "The council ordered large quantities of gravel for the harbour road on Friday.",
        "The council ordered substantial quantities of gravel for the harbour road on Friday.",
    ),
    "words_of_a_quotation": (
        "The mayor spoke on Friday of “the sudden closure of the paper mill”.",
        "The mayor spoke on Friday of “the sudden shutdown of the paper mill”.",
    ),
    "plain_verbs_of_saying": (
        "Governor Ada Lind said the ferry strike had hurt the island.",
        "Governor Ada Lind noted that the ferry strike had hurt the island.",
    ),
}

# Two articles of which each calls somebody or something in its own words, and no reader would see a difference.
NO_FINDING = {
    "two_offices_of_one_person_are_no_difference": (
        "Senator Ada Example spoke in Anytown on Monday. Example was cheered.",
        "Chairwoman Ada Example spoke in Anytown on Monday. Example was cheered.",
    ),
    "words_in_a_quotation_are_not_the_article_s": (
        "“We stopped warlord Oleg Varn,” said the general. Oleg Varn fled on Monday.",
        "President Oleg Varn fled on Monday. Varn had ruled for long.",
    ),
    "sorts_that_one_article_tells_apart_are_two_classes": (
        "The law lets jobless residents stay for a year. It also helps unemployed residents.",
        "For a year unemployed residents may stay in the county under the law.",
    ),
    "different_acts_on_one_thing_are_no_difference": (
        "The owner announced the sale of the mill. A fire broke out later.",
        "The history of the mill goes back a century. A fire broke out later.",
    ),
    "a_first_and_a_former_holder_are_no_difference": (
        "Ada Example, the former mayor of Anytown, spoke on Monday. Example smiled.",
        "Ada Example, the first mayor of Anytown, spoke on Monday. Example smiled.",
    ),
    "two_nouns_that_say_the_same_are_no_difference": (
        "The spokesman Ada Example spoke in Anytown on Monday. Example was cheered.",
        "The spokesperson Ada Example spoke in Anytown on Monday. Example was cheered.",
    ),
    "what_is_said_of_another_judges_nobody": (
        "Ada Example, a son of the icon Bo Example, spoke in Anytown. Ada Example smiled.",
        "Ada Example, a son of Anytown, spoke there. Ada Example smiled.",
    ),
}


def view_of(given: Material) -> View:
    sides = [
        Side(claim, given.analyses[article.id], article.passage(claim.start, claim.end))
        for article in given.articles
        for claim in given.claims[article.id][:1]
    ]
    return View(given, sides[0], sides[1], align(sides[0], sides[1]), lemma_weights(given))


def contrast_of(folder: Path, one: str, other: str) -> tuple[View, Contrast | None]:
    view = view_of(material(folder, {"gazette": {"text": one}, "herald": {"text": other}}))
    return view, label.contrast(view)


def texts(view: View, found: Contrast) -> list[str]:
    return [view.one.words(found.one), view.other.words(found.other)]


@pytest.mark.parametrize(("one", "other", "words"), CONTRASTS, ids=["heads", "qualifiers", "sayings"])
def test_the_words_that_differ_are_named(one: str, other: str, words: set[str], tmp_path: Path) -> None:
    view, found = contrast_of(tmp_path, one, other)
    assert found is not None
    assert all(any(text.startswith(word) for text in texts(view, found)) for word in words), texts(view, found)
    assert found.kind == "label"
    assert found.strength >= 0.5
    assert found.subject
    assert all(len(text.split()) <= 9 and text in found.reason for text in texts(view, found))


@pytest.mark.parametrize(("one", "other", "words"), CONTRASTS, ids=["heads", "qualifiers", "sayings"])
def test_the_mirrored_pair_gives_the_mirrored_contrast(one: str, other: str, words: set[str], tmp_path: Path) -> None:
    view, found = contrast_of(tmp_path, one, other)
    turned = label.contrast(view.turned())
    assert found is not None
    assert turned is not None
    assert (turned.one, turned.other, turned.strength, turned.subject) == (
        found.other,
        found.one,
        found.strength,
        found.subject,
    )


@pytest.mark.parametrize("case", sorted(ALIKE))
def test_no_contrast_where_nothing_is_called_otherwise(case: str, tmp_path: Path) -> None:
    view, found = contrast_of(tmp_path, *ALIKE[case])
    assert found is None or found.strength < 0.5, texts(view, found)


def test_no_contrast_of_sorts_that_an_article_tells_apart(tmp_path: Path) -> None:
    given = material(
        tmp_path,
        {
            "gazette": {"text": "The board raised the pay of senior nurses at the clinic."},
            "herald": {
                "text": "The board raised the pay of junior nurses at the clinic. It had raised that of senior nurses."
            },
        },
    )
    assert label.contrast(view_of(given)) is None


def found_in(folder: Path, **texts_: str) -> list[Disagreement]:
    given = material(folder, {article: {"text": text} for article, text in texts_.items()})
    found = list(label.find(given))
    check_exact(found, given)
    return found


def says(finding: Disagreement) -> list[str]:
    return [position.says for position in finding.positions]


def test_a_person_is_one_finding_with_the_words_of_all_articles(tmp_path: Path) -> None:
    (finding,) = found_in(
        tmp_path,
        courier="President Oleg Varn opened the dam on Monday. Varn smiled.",
        gazette="The dam was opened by warlord Oleg Varn on Monday. Varn smiled.",
        herald="On Monday President Oleg Varn opened a dam. Varn smiled.",
    )
    assert finding.about == "How Oleg Varn is described"
    assert says(finding) == ["President", "warlord", "President"]


def test_a_judging_word_ranks_above_two_plain_nouns(tmp_path: Path) -> None:
    judged, plain = sorted(
        found_in(
            tmp_path,
            gazette="The singer Ada Example met President Oleg Varn on Monday. Varn and Example smiled.",
            herald="The teacher Ada Example met warlord Oleg Varn on Monday. Varn and Example smiled.",
        ),
        key=lambda finding: -finding.score,
    )
    assert says(judged) == ["President", "warlord"]
    assert says(plain) == ["The singer", "The teacher"]
    assert judged.score > plain.score


def test_a_thing_is_gathered_by_what_hangs_on_it(tmp_path: Path) -> None:
    (finding,) = found_in(
        tmp_path,
        courier="Ministers condemned Norland's war against Sundria. They met in spring.",
        gazette="Ministers spoke of Norland's conflict with Sundria for an hour.",
        herald="Norland's invasion of Sundria was not mentioned.",
    )
    assert says(finding) == ["war", "conflict", "invasion"]


def test_one_class_of_people_under_two_names(tmp_path: Path) -> None:
    (finding,) = found_in(
        tmp_path,
        gazette="The law lets jobless residents stay in the county for a year.",
        herald="For a year unemployed residents may stay in the county under the law.",
    )
    assert says(finding) == ["jobless residents", "unemployed residents"]


def test_findings_are_the_same_twice(tmp_path: Path) -> None:
    given = material(
        tmp_path,
        {
            "courier": {"text": "Ministers condemned Norland's war against Sundria."},
            "gazette": {"text": "Ministers spoke of Norland's conflict with Sundria."},
        },
    )
    assert list(label.find(given)) == list(label.find(given)) != []


def test_a_calling_that_only_one_article_says_is_over(tmp_path: Path) -> None:
    (finding,) = found_in(
        tmp_path,
        gazette="Ada Example, a former surgeon, ran in the race on Monday. Example won.",
        herald="Ada Example, a surgeon from Anytown, ran in the race on Monday. Example won.",
    )
    assert says(finding) == ["a former surgeon", "a surgeon from Anytown"]


def test_a_judging_apposition_is_found_beside_a_title(tmp_path: Path) -> None:
    (finding,) = found_in(
        tmp_path,
        gazette="General Ada Example, the notorious architect of the raid, spoke on Monday. Example smiled.",
        herald="General Ada Example spoke on Monday. Example smiled.",
    )
    assert "notorious" in says(finding)[0]
    assert says(finding)[1] == "General"


@pytest.mark.parametrize("case", NO_FINDING)
def test_no_difference_of_words_is_found(case: str, tmp_path: Path) -> None:
    gazette, herald = NO_FINDING[case]
    assert not found_in(tmp_path, gazette=gazette, herald=herald)
