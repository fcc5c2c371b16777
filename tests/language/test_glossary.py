"""What bridges a language to our rules: every word of a glossary leads to a word of our classes, and to one only."""

import tomllib
from collections import Counter

import pytest

from generator.account.quantities.roles import is_role
from generator.language.glossary import glossary, has_grammar
from generator.language.lexicon import rows
from tests.folders import CASES, PACKAGE, ROOT

LANGUAGES = sorted(path.parent.name for path in (PACKAGE / "language").glob("*/glossary.tsv"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_its_model_and_cases(language: str) -> None:
    model = dict(rows("model", language=language))
    assert set(model) == {"package", "install", "licence"}
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    package, extra = model["package"].replace("_", "-"), f"parallax-explainer[{language}]"
    assert package in (" ".join(extras[language]) if model["install"] == extra else model["install"])
    assert (CASES / "languages" / f"{language}.yml").is_file()


def test_a_language_is_bridged_and_none_without_a_folder() -> None:
    assert has_grammar("en")
    assert has_grammar("fr")
    assert not has_grammar("de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_leads_to_one_word_of_our_classes(language: str) -> None:
    listed = rows("glossary", language=language)
    classed = {row[0] for row in rows("words")} | {w for row in rows("relations") for c in row[1:] for w in c.split()}
    assert len(listed) > 500
    assert {row[1] for row in listed if row[1] not in classed and not is_role(row[1])} == set()
    twice = Counter((row[0], tag) for row in listed for tag in (row[2].split() if len(row) > 2 else [""]))
    assert [place for place, times in twice.items() if times > 1] == []


def test_a_word_that_only_looks_english_is_kept_apart() -> None:
    french = glossary("fr")
    assert french.lemma("déclara", "déclarer", "VERB") == "declare"
    assert french.lemma("trains", "train", "NOUN") == "train/fr"
    assert french.word("or", "or", "NOUN") == "or/fr"
    assert french.lemma("son", "son", "DET") == "his"
    assert french.lemma("Martin", "martin", "PROPN") == "martin"
    assert french.lemma("verrerie", "verrerie", "NOUN") == "verrerie"
