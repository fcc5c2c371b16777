"""Numbers with the words around them, however these are spaced."""

import pytest

from generator.language.numbers import find


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        ("a 20-percentage-point lead", "20-percentage-point", "percentage point"),
        ("rose by 5 per\u00a0cent", "5 per\u00a0cent", "percent"),
        ("rose by 5 Per\ncent", "5 Per\ncent", "percent"),
        ("it cost 50 US-dollars", "50 US-dollars", "USD"),
        ("up to\u00a050 boats", "up to\u00a050", "at most"),
        ("more-than 30 boats", "more-than 30", "more than"),
        ("some 40 boats", "some 40", "about"),
    ],
)
def test_a_listed_word_is_known_with_any_space_or_hyphen(text: str, form: str, said: str) -> None:
    (found,) = find(text)
    assert text[found.start : found.end] == form
    assert said in (found.unit, found.currency, found.bound)
