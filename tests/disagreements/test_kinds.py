"""The table of kinds: every kind is there, with its phrases, and the schema knows it."""

import json
from importlib import resources
from typing import get_args

import pytest

from generator.disagreements.kinds import KINDS, KindRow
from generator.model.story import Kind
from generator.site.words import LANGUAGES, read_words


def test_every_kind_has_one_row() -> None:
    assert sorted(row.name for row in KINDS) == sorted(get_args(Kind))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", KINDS, ids=lambda row: row.name)
def test_every_kind_has_a_name_and_a_meaning(row: KindRow, language: str) -> None:
    words = read_words(language)
    assert words.say(f"kind_{row.name}")
    assert words.say(row.meaning)


def test_the_request_to_a_reader_tells_of_every_kind() -> None:
    request = resources.files("generator.desk").joinpath("request.txt").read_text(encoding="utf-8")
    assert all(f'- "{kind}": ' in request for kind in get_args(Kind))


def test_the_schema_knows_every_kind() -> None:
    schema = json.loads(resources.files("generator.site.feeds").joinpath("parallax.schema.json").read_text())
    kinds = schema["properties"]["disagreements"]["items"]["properties"]["kind"]["enum"]
    assert sorted(kinds) == sorted(row.name for row in KINDS)
