"""Comparing names: which are one, which an editor should look at, which are two."""

import pytest

from generator.matching.names import (
    compare_full_names,
    family_name,
    fold,
    fullest_names,
    initials,
    is_acronym,
    plain_name,
    split_name,
    strip_possessive,
    word_bag,
)

SAME = [
    ("Park Min Seo", "Park Min-seo"),
    ("Morita Haruko", "Haruko Morita"),
    ("Yuriy Antonov", "Yuri Antonov"),
    ("José Almada", "Jose Almada"),
    ("Richard T. Hallowell", "Dick Hallowell"),
    ("Elizabeth Brand", "Liz Brand"),
    ("T. Richard Hallowell", "Rich Hallowell"),
    ("Paul W. Stone III", "Paul Stone"),
    ("Anna Bergström", "Anna Bergstrom"),
    ("Maria Hoffmann", "Maria Hofmann"),
    ("Edna Krabbe Willow", "Edna Willow"),
]
DIFFERENT = [
    ("Han Ji Won", "Han Ji Sung"),
    ("Anna Berg", "Ola Berg"),
    ("Michael T. Frost", "Michael G. Frost"),
    ("Paul Stone Jr.", "Paul Stone Sr."),
    ("Daniel Ortiz", "Daniela Ortiz"),
    ("Paul James", "James Paul"),
    ("Anna Berg", "Anna Born"),
    ("Berg", "Berg"),
]
NEAR = [("Vicente Pardo", "Vincente Pardo"), ("Anna Maria Berg", "Maria Berg")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_variants_of_a_name_are_the_same(one: str, other: str) -> None:
    likeness = compare_full_names(one, other)
    assert likeness.relation == compare_full_names(other, one).relation == "same"
    assert likeness.reason


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_that_contradict_are_different(one: str, other: str) -> None:
    assert compare_full_names(one, other).relation == compare_full_names(other, one).relation == "different"


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_names_that_may_be_a_slip_are_near(one: str, other: str) -> None:
    assert compare_full_names(one, other).relation == compare_full_names(other, one).relation == "near"


@pytest.mark.parametrize(
    ("text", "bare"), [("Ada's", "Ada"), ("Ada’s", "Ada"), ("the Joneses'", "the Joneses"), ("Texas", "Texas")]
)
def test_strip_possessive(text: str, bare: str) -> None:
    assert strip_possessive(text) == bare


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("É.U.", "eu"),
        ("Min-seo", "min seo"),
        ("U.S. Navy", "us navy"),
        ("O’Neil", "o'neil"),
        ("  Ada \n Bell ", "ada bell"),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


def test_split_name_drops_suffixes_alone() -> None:
    assert split_name("Paul W. Stone Jr.") == ("paul", "w", "stone")
    assert split_name("Jr.") == ("jr",)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ada B. Bell Jr.", "Ada Bell"),
        ("T. Richard Hallowell", "T. Richard Hallowell"),
        ("Ada", "Ada"),
        ("Han Ji Won", "Han Ji Won"),
    ],
)
def test_plain_name(text: str, plain: str) -> None:
    assert plain_name(text) == plain


def test_family_name_keeps_its_particles() -> None:
    assert family_name("Maria de la Cruz") == "de la cruz"
    assert family_name("Ludwig van Aalst") == "van aalst"
    assert family_name("Ada Bell") == "bell"


def test_bodies_by_initials_and_words() -> None:
    assert initials("Office of the Harbour Board") == "ohb"
    assert word_bag("Board for Harbour Oversight") == word_bag("Harbour Oversight Board")


@pytest.mark.parametrize(
    ("text", "answer"), [("NFA", True), ("N.F.A.", True), ("AFofL", False), ("Ada", False), ("A", False)]
)
def test_is_acronym(text: str, answer: bool) -> None:
    assert is_acronym(text) is answer


def test_initials_keep_an_acronym_whole() -> None:
    assert initials("U.S. Chess League") == "uscl"
    assert initials("International Court of Justice") == "icj"


def test_a_quoted_nickname_is_a_first_name() -> None:
    assert compare_full_names("Dex Holm", 'Walter "Dex" Holm').relation == "same"
    assert compare_full_names("Max Holm", 'Walter "Dex" Holm').relation == "different"


def test_the_fullest_name_joins_initial_and_suffix() -> None:
    assert fullest_names(["Ada B. Holm", "Ada Holm III"]) == {"Ada B. Holm III"}
    assert fullest_names(["Ada B. Holm", "Ada Holm"]) == set()
