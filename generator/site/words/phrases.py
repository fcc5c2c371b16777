"""Phrases by key, in the number that their count asks for (Unicode CLDR plural rules, through Babel)."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from importlib import resources

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, get_day_names, get_month_names

from generator.language.locales import named
from generator.model.actors import Actor
from generator.model.data import read_yaml
from generator.model.kinds import phrases
from generator.model.story import Phrase

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
QUALIFIERS = {"?": "date_uncertain", "~": "date_approximate", "%": "date_uncertain_approximate"}


def say_date(edtf: str, words: "Words") -> str:
    """An EDTF date (level 0 and the parts of 1 and 2 that news needs) in words; other text is given back as it is."""
    text = edtf.strip()
    if not text:
        return words.say("date_unknown")
    if "/" in text:
        start, _, end = text.partition("/")
        return _interval(start, end, words)
    qualifier = "date_reported" if text[-1] == "?" and day_of(text[:-1]) else QUALIFIERS.get(text[-1])
    said = _single(text.rstrip("?~%"), words)
    return words.say(qualifier, date=said) if qualifier else said


def _single(text: str, words: "Words") -> str:
    if day := day_of(text):
        return format_date(day, format="long", locale=words.locale)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return _month_or_season(match[1], match[2], words) or text
    if match := re.fullmatch(r"(\d{3})X", text):
        return words.say("date_decade", year=f"{match[1]}0")
    return text


def _month_or_season(year: str, part: str, words: "Words") -> str | None:
    if part in SEASONS:
        return words.say(f"date_{SEASONS[part]}", year=year)
    if 1 <= int(part) <= 12 and int(year):
        return format_skeleton("yMMMM", date(int(year), int(part), 1), locale=words.locale)
    return None


def _interval(start: str, end: str, words: "Words") -> str:
    if start in ("", ".."):
        return words.say("date_until", date=say_date(end, words))
    if end in ("", ".."):
        return words.say("date_since", date=say_date(start, words))
    first, last = day_of(start), day_of(end)
    if first and last:
        return format_interval(first, last, "yMMMd", locale=words.locale)
    return words.say("date_between", first=say_date(start, words), last=say_date(end, words))


def day_of(text: str) -> date | None:
    """The day of an EDTF date that is a plain day, else None."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


Wording = str | dict[str, str]

_WORDS = resources.files("generator.site.words")
_LOCALES = {"en": "en_GB"}  # of a language whose own is another
_FILES = sorted(path.name.removesuffix(".yml") for path in _WORDS.iterdir() if path.name.endswith(".yml"))

LANGUAGES = {language: _LOCALES.get(language, language) for language in _FILES}
"""The languages that have a file of phrases here, each with the locale whose dates it uses."""

DEFAULT = "en"


class Words:
    """The phrases of one language.

    A phrase is a string with named fields, or a dictionary of such strings by CLDR plural category, chosen by the
    field `n`.
    """

    def __init__(self, language: str, phrases: dict[str, Wording]) -> None:
        self.language = language
        self.phrases = phrases

    @cached_property
    def locale(self) -> Locale:
        """The language's rules for dates and plurals."""
        return Locale.parse(LANGUAGES[self.language])

    def phrase(self, key: str, **fields: object) -> str:
        """The phrase under `key`, with its fields still open; a KeyError when there is none."""
        phrase = self.phrases[key]
        if isinstance(phrase, str):
            return phrase
        return phrase[self.locale.plural_form(int(str(fields["n"])))]

    def say(self, key: str, **fields: object) -> str:
        """The phrase under `key` as plain text, its fields filled."""
        return self.phrase(key, **fields).format(**fields)

    def tell(self, phrases: Iterable[Phrase]) -> str:
        """Reasons as sentences; a field "month" (1 to 12) or "weekday" (from Monday 0) is said by its name."""
        return " ".join(self.say(phrase.key, **self._named(phrase.fields)) for phrase in phrases)

    def _named(self, fields: Mapping[str, str]) -> dict[str, str]:
        named = dict(fields)
        if "month" in named:
            named["month"] = get_month_names("wide", locale=self.locale)[int(named["month"])]
        if "weekday" in named:
            named["weekday"] = get_day_names("wide", locale=self.locale)[int(named["weekday"])]
        return named

    def language_name(self, code: str) -> str:
        """What a language is called in this one, or its code."""
        return named(code, self.locale)

    def date(self, edtf: str) -> str:
        """An EDTF date as a reader would say it."""
        return say_date(edtf, self)


def kind_key(actor: Actor) -> str:
    """The kind of an actor as it stands in the keys of phrases."""
    return actor.kind.replace(" ", "_")


@lru_cache
def read_words(language: str = DEFAULT) -> Words:
    """The phrases of a language given by its tag ("de", "de-AT"); those of English where there are none."""
    short = language.replace("_", "-").split("-")[0].lower()
    known = short if short in LANGUAGES else DEFAULT
    own = read_yaml(_WORDS / f"{known}.yml")
    return Words(known, {**dict(phrases(known)), **own})


def missing_words(language: str) -> str:
    """What to tell an editor whose site is in a language that has no phrases here; "" when it has."""
    if language.replace("_", "-").split("-")[0].lower() in LANGUAGES:
        return ""
    known = ", ".join(LANGUAGES)
    return f"Our phrases are in English, for there are none in the language {language!r} yet. There are: {known}."
