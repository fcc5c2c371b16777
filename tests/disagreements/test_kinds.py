"""The table of kinds: each in every language, the finders in its order; what else tells of kinds is made of it."""

import pytest

from generator.disagreements.kinds import FINDERS
from generator.model.kinds import KINDS
from generator.site.words import LANGUAGES, read_words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_said(kind: str, language: str) -> None:
    assert all(read_words(language).say(f"{key}_{kind}", words="") for key in ("kind", "meaning", "heading"))


def test_a_finder_is_the_module_of_its_kind() -> None:
    found = [find.__module__.rpartition(".")[2] for find in FINDERS]
    assert found == [kind for kind in KINDS if kind in found]
    assert len(found) >= 4
