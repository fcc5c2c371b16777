"""The English words of dates and what they stand for."""

from generator.language.dates.names import months, weekdays
from generator.language.lexicon import rows
from generator.language.numbers.numerals import CARDINALS

MONTH_NUMBERS = months("en")
WEEKDAY_NUMBERS = weekdays("en")
NUMBERS = {word: number for word, number in CARDINALS.items() if number <= 20 or number % 10 == 0} | {"a": 1, "an": 1}
ORDINALS = {row[0]: int(row[2]) for row in rows("dates") if row[1] == "ordinal"}
NAMED_DAYS = {row[0]: row[2] for row in rows("dates") if row[1] == "day"}
