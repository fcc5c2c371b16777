"""How many and how much: the numbers that articles give, with what they count."""

from typing import Literal

from generator.model.record import Record

Bound = Literal["exact", "about", "at least", "at most", "more than", "less than", "between", "vague"]


class Quantity(Record, frozen=True):
    """One number in an article, `body[start:end]` being its words with bound and unit ("at least 1.5 million women").

    The true value lies between `low` and `high` by the article's own words; both are equal for an exact number, `high`
    is infinite for "more than", and "dozens" a wide range. `number` is the plain number or, for a range, its middle.
    `unit` is the lemma of what is counted ("woman"), `modifiers` the lemmas that
    narrow it; `currency` is an ISO 4217 code or "", `percent` and `age` say what else it is. `versus` is the second
    number of a tally ("52 to 48").
    Of a measured amount ("816 000 t of barley") `unit` is the one name of the measure and `of` the lemma of what is
    measured. A "vague" number ("dozens", "several hundred") is at least `number`, and hardly more than `high`; "a
    handful" is about `number`.
    `predicate` is the lemma of the verb it hangs on, and `scope` says what it is a part or a change of ("of", "by",
    "from" for what was before, "" for the whole). `sentence` is the index in the Analysis, `verb` that of the token of
    the verb it hangs on, or -1.
    `role` is the part that those counted have in what happened ("dead", "gathered"), or "", and `role_noun` says that
    the noun itself tells it ("17 arrests"). `names` are the lemmas of the names that its subject bears ("Flint had 51
    percent").
    """

    article: str
    start: int
    end: int
    text: str
    low: float
    high: float
    number: float
    bound: Bound
    unit: str
    of: str = ""
    modifiers: tuple[str, ...] = ()
    currency: str = ""
    percent: bool = False
    age: bool = False
    versus: float | None = None
    predicate: str = ""
    scope: str = ""
    sentence: int = 0
    verb: int = -1
    role: str = ""
    role_noun: bool = False
    names: tuple[str, ...] = ()
