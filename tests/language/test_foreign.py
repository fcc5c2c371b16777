"""Languages other than English: dates, numbers and arcs, brought to what our rules know. Cases: a file a language."""

from typing import Any

import pytest
import yaml

from generator.build.pipeline import unread_problems
from generator.content.settings import Settings
from generator.language.dates import find as find_dates
from generator.language.dates import read
from generator.language.frames import Frame, Frames
from generator.language.numbers import find as find_numbers
from generator.language.parsing import analyse_article, model_for
from generator.model.analysis import Analysis
from generator.model.errors import ParallaxError
from generator.model.text import Article, Paragraph
from tests.folders import CASES

LANGUAGES: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((CASES / "languages").glob("*.yml"))
}


def _cases(name: str) -> list[Any]:
    """The cases of one sort of all languages, each with its language."""
    each = [
        (language, case)
        for language, told in LANGUAGES.items()
        for case in (told[name].items() if isinstance(told[name], dict) else told[name])
    ]
    return [pytest.param(language, case, id=f"{language} {case}") for language, case in each]


@pytest.mark.parametrize(("language", "case"), _cases("dates"))
def test_dates(language: str, case: tuple[str, dict[str, object]]) -> None:
    words, said = case
    found = list(find_dates(LANGUAGES[language]["date_in"].format(words), language))
    assert len(found) == 1
    assert {name: getattr(found[0].expression, name) for name in said} == said
    assert read(words, language) == found[0].expression


def test_a_stretch_and_an_hour() -> None:
    stretch = next(find_dates("La foire va du 3 au 5 mai 2024.", "fr")).expression
    assert [(end.day, end.month, end.year) for end in stretch.ends] == [(3, 5, 2024), (5, 5, 2024)]
    assert next(find_dates("le 21 mai à 17 h 30", "fr")).time == ("17:30:00", "")


def test_a_language_without_a_table_has_full_dates_alone() -> None:
    text = "Am 12. März 2024, am Dienstag und am 03.05.2024."
    assert [(f.expression.day, f.expression.month, f.expression.year) for f in find_dates(text, "de")] == [
        (12, 3, 2024),
        (3, 5, 2024),
    ]


@pytest.mark.parametrize(("language", "case"), _cases("numbers"))
def test_numbers(language: str, case: tuple[str, list[object]]) -> None:
    found = list(find_numbers(LANGUAGES[language]["number_in"].format(case[0]), language))
    assert [[p.low, p.high, p.bound, p.currency, p.unit] for p in found] == [case[1]]


@pytest.mark.parametrize(("language", "words"), _cases("not_numbers"))
def test_what_is_no_number(language: str, words: str) -> None:
    assert list(find_numbers(words, language)) == []


def _read(text: str, language: str) -> Analysis:
    model = model_for(language, {})
    if not model.package:
        pytest.skip(f"the model of {language!r} is not installed")
    article = Article(id="a", path="", body=text, paragraphs=(Paragraph(start=0, end=len(text)),), language=language)
    return analyse_article(article, model)


def _clause(language: str, case: dict[str, Any]) -> tuple[Frames, Frame, Any]:
    """The clause that a case tells of, with its frames, and what should be of it."""
    predicate, told = next((key, value) for key, value in case.items() if key != "text")
    frames = Frames(_read(case["text"], language))
    return frames, next(frame for frame in frames.all if frame.predicate == predicate), told


@pytest.mark.parametrize(("language", "case"), _cases("clauses"))
def test_who_does_what(language: str, case: dict[str, Any]) -> None:
    frames, frame, told = _clause(language, case)
    words = {role: frames.tree.tokens[slot.head].text for role in ("doer", "done") if (slot := frame.slot(role))}
    assert {role: words.get(role) for role in told} == told


@pytest.mark.parametrize(("language", "case"), _cases("governed"))
def test_what_governs_a_clause(language: str, case: dict[str, Any]) -> None:
    _, frame, kinds = _clause(language, case)
    assert [scope.kind for scope in frame.scopes] == kinds


def test_offsets_and_words_stay_those_of_the_text() -> None:
    text = "« Nous partons », a-t-elle dit à l’Assemblée nationale."
    analysis = _read(text, "fr")
    assert all(text[token.start : token.end] == token.text for token in analysis.tokens)
    assert analysis.language == "fr"
    assert analysis.grammar


def test_a_model_that_cannot_be_used_is_an_error_or_told() -> None:
    with pytest.raises(ParallaxError, match="no words of that language"):
        model_for("de", {"de": "de_core_news_sm"})
    with pytest.raises(ParallaxError, match="not installed"):
        model_for("fr", {"fr": "no_such_model"})
    assert model_for("de", {}).package == ""
    german = Article(id="a", path="a.md", body="Ein Satz.", language="de-AT")
    assert [problem.message for problem in unread_problems([german], Settings())] == [
        "The text is in German, which is not read here."
    ]
