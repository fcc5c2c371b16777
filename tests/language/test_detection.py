"""Whatever language a text is in, it has a name; a text that is in none has no language."""

from random import Random

import py3langid.langid
import pytest
from babel import Locale
from py3langid import classify

from generator.language.dates import find as find_dates
from generator.language.dates.names import months
from generator.language.detection import english_name, language_of
from generator.language.locales import named


def test_every_language_that_is_recognised_has_a_name() -> None:
    classify("a first text, so that the model is there")
    for code in py3langid.langid.IDENTIFIER.nb_classes:
        assert english_name(str(code))
        assert named(str(code), Locale("de"))


@pytest.mark.parametrize("tag", ["arz", "zh-Hant-TW", "qaa", "FR-ca", "en_GB", "xx-x-private", "tlh"])
def test_every_tag_that_may_be_stated_has_a_name(tag: str) -> None:
    assert english_name(tag)
    spoken = tag.partition("-")[0].lower()
    assert not list(find_dates("12 34 abc", spoken))
    assert months(spoken)


def test_letters_at_random_are_no_language() -> None:
    chance = Random(1)  # noqa: S311 - no secret
    assert language_of(" ".join("".join(chance.choices("abcdefgh", k=60)) for _ in range(40))) == ""
