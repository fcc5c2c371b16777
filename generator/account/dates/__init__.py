"""When things happened: date expressions, the dates of articles, and what each expression comes to."""

from generator.account.dates.dating import stated
from generator.account.dates.folder import date_folder
from generator.account.dates.mentions import find_date_mentions
from generator.account.dates.resolving import resolve_dates

__all__ = ["date_folder", "find_date_mentions", "resolve_dates", "stated"]
