"""What Babel knows of a language by its tag; many that are recognised or may be stated have no locale there."""

from babel import Locale, UnknownLocaleError


def locale_of(language: str) -> Locale:
    """How a language writes dates and numbers; of one without a locale what holds of most."""
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("root")


def named(code: str, locale: Locale) -> str:
    """What the language of a tag (`fr`, `zh-Hant`) is called in that of `locale`, or the tag itself."""
    return str(locale.languages.get(code.replace("_", "-").partition("-")[0].lower(), code))
