"""Every phrase of ours is there in every language, whole, and used."""

import re
from string import Formatter
from typing import get_args

import pytest
from babel import Locale

from generator.model.actors import ActorKind
from generator.model.kinds import KINDS
from generator.model.story import HappeningStatus, Hardness
from generator.model.text import Rights
from generator.site.words import LANGUAGES, missing_words, read_words
from generator.site.words.phrases import Wording
from tests.folders import PACKAGE

ENGLISH = read_words("en").phrases
# Keys that are put together from a prefix and a value of a record, or handed to the script as a family.
SAME_WORDS = {"date_between", "kind_person", "told_independent", "kind_organisation", "share_link", "share_bibtex"} | {
    "share_markdown"
}
FAMILIES = ("date_", "filter_", "heading_", "kind_", "meaning_", "reason_", "source_rights_", "status_")


def fields_of(phrase: Wording) -> set[str]:
    texts = [phrase] if isinstance(phrase, str) else list(phrase.values())
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_phrases_with_the_same_fields(language: str) -> None:
    phrases = read_words(language).phrases
    assert set(phrases) == set(ENGLISH)
    assert {key: fields_of(phrase) for key, phrase in phrases.items()} == {
        key: fields_of(phrase) for key, phrase in ENGLISH.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_counting_phrase_has_the_forms_that_its_language_needs(language: str) -> None:
    rules = Locale.parse(LANGUAGES[language]).plural_form
    counting = {key: phrase for key, phrase in read_words(language).phrases.items() if not isinstance(phrase, str)}
    assert counting
    for key, phrase in counting.items():
        assert set(phrase) == set(rules.tags) | {"other"}, key
        assert "n" in fields_of(phrase), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_empty_or_a_number(language: str) -> None:
    for key, phrase in read_words(language).phrases.items():
        for text in [phrase] if isinstance(phrase, str) else phrase.values():
            assert isinstance(text, str), key
            assert text.strip(), key


def test_the_second_language_is_a_translation() -> None:
    same = {key for key, phrase in read_words("de").phrases.items() if phrase == ENGLISH[key]}
    assert same <= SAME_WORDS | {
        key for key in same if not re.search("[A-Za-z]{3}", re.sub(r"\{\w+\}", "", str(ENGLISH[key])))
    }


def test_every_phrase_is_used() -> None:
    sources = [*PACKAGE.rglob("*.py"), *PACKAGE.glob("site/templates/*.j2")]
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    unused = [
        key for key in ENGLISH if f'"{key}"' not in text and f"'{key}'" not in text and not key.startswith(FAMILIES)
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("prefix", "values", "suffix"),
    [
        ("kind_", KINDS, ""),
        ("kind_", [kind.replace(" ", "_") for kind in get_args(ActorKind)], ""),
        ("", get_args(Hardness), ""),
        ("status_", get_args(HappeningStatus), ""),
        ("heading_", KINDS, ""),
        ("meaning_", KINDS, ""),
        ("source_rights_", get_args(Rights), ""),
    ],
)
def test_every_value_of_a_record_has_its_phrase(prefix: str, values: tuple[str, ...], suffix: str) -> None:
    assert {f"{prefix}{value}{suffix}" for value in values} <= set(ENGLISH)


def test_a_number_chooses_its_form() -> None:
    german = read_words("de")
    assert [german.say("count_sources", n=n) for n in (0, 1, 2)] == ["0 Quellen", "1 Quelle", "2 Quellen"]


def test_a_regional_tag_finds_its_language() -> None:
    assert read_words("de-AT").language == "de"


def test_a_language_without_phrases_gets_english_ones_and_the_editor_is_told() -> None:
    assert read_words("tlh").phrases == ENGLISH
    assert "'tlh'" in missing_words("tlh")
    assert "de, en" in missing_words("tlh")
    assert missing_words("de-AT") == ""


def test_fields_of_a_plural_are_those_of_all_its_forms() -> None:
    phrase: Wording = {"one": "{n} of {total}", "other": "{n}"}
    assert fields_of(phrase) == {"n", "total"}
