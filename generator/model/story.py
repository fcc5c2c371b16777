"""What happened and where the sources part: events, facts, disagreements."""

from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta

from generator.model.actors import Cast, Quotation, Status
from generator.model.analysis import Analysis
from generator.model.kinds import Kind
from generator.model.quantities import Quantity
from generator.model.record import Record
from generator.model.text import Article, Passage

Hardness = Literal["hard", "soft"]
ABOUT_WORDS = 14
"""The most words of a line on what sources differ on."""
HappeningStatus = Literal["happened", "planned", "claimed", "ongoing"]
Section = Literal["agreed", "disagree", "compared", "words", "alone", "quotations", "told", "background"]
SECTIONS: tuple[Section, ...] = get_args(Section)
"""The parts of an event's page that an editor may hide; its sources always stay."""
Tense = Literal["past", "present", "future", "open"]


class Phrase(Record, frozen=True):
    """A fixed phrase of ours by its key in the interface's words, with what fills its fields."""

    key: str
    fields: dict[str, str] = msgspec.field(default_factory=dict)


class DayTold(Record, frozen=True):
    """A day just past of which a clause of an article's beginning tells: `text` names it, `words` are all it holds.

    `verb` are the forms of what it tells to have happened.
    """

    day: str
    text: str
    words: tuple[str, ...]
    verb: tuple[str, ...] = ()


class Dating(Record, frozen=True):
    """When an article was written, as far as it can be known: EDTF or "" with the reasoning in one or more sentences.

    `story` is the EDTF date of the main happening that the article tells, or "". `told` is the day among its dates that
    its first sentences give for what they tell, or "", in the `words` of theirs; `headed` that they give it for what
    the headline names, `said` that it is only the day of somebody's word on it; `announced` is the day for which they
    tell it as still to come. `named` are the days just past that its first paragraphs name at all, `clauses` those of
    which they tell something.
    `because` and `story_because` are the phrases of which the sentences are made in the language of the site.
    """

    article: str
    published: str
    reason: str = ""
    story: str = ""
    story_reason: str = ""
    told: str = ""
    words: str = ""
    announced: str = ""
    headed: bool = False
    named: tuple[str, ...] = ()
    clauses: tuple[DayTold, ...] = ()
    because: tuple[Phrase, ...] = ()
    story_because: tuple[Phrase, ...] = ()
    said: bool = False


class DateMention(Record, frozen=True):
    """A date expression in the text ("last September"), resolved to EDTF where that can be done, else "".

    `tense` is that of the clause it stands in: bare weekdays and months look back or ahead by it ("open" when it
    does not tell). `time` is the hour told beside it, with its distance from universal time where a zone is named
    ("17:30:00Z"). `sentence` is the index in the article's Analysis, or -1 for words outside the analysed text.
    `language` is that of the words.
    """

    article: str
    start: int
    end: int
    text: str
    date: str
    reason: str = ""
    sentence: int = 0
    tense: Tense = "past"
    time: str = ""
    language: str = "en"

    def is_quoted(self, body: str) -> bool:
        """Whether it stands inside quotation marks: what a speaker says is no account of the article's own."""
        before = body[body.rfind("\n", 0, self.start) + 1 : self.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1


class Dependence(Record, frozen=True):
    """One article leans on another (a copy, a rewrite, or it credits it): `on` need not credit be given.

    `score` is between 0 and 1; `evidence` pairs passages of the two. `because` are the phrases of which `reason` is
    made, `how` the one that tells readers of it in a word, with its fields besides the names of the two.
    """

    article: str
    on: str
    score: float
    reason: str = ""
    evidence: tuple[tuple[Passage, Passage], ...] = ()
    because: tuple[Phrase, ...] = ()
    how: Phrase | None = None


class Background(Record, frozen=True):
    """A dated happening that articles recall or announce besides the event itself; the words are the articles' own."""

    text: str
    date: str
    status: HappeningStatus
    passages: tuple[Passage, ...]


class Headline(Record, frozen=True):
    """Words that name an event, and the article in whose headline they stand; `plain` if they need no quotation marks.

    What takes a side, asks, quotes, or is not sure to be what all articles tell is its writer's.
    """

    text: str
    article: str
    plain: bool = True


class Event(Record, frozen=True):
    """One happening told by one or more articles.

    `id` is `<date>-<slug>`, made of content. `title` is an article's own headline (`title_article`), unless the editor
    wrote one (`status` "editorial"). Where no headline is sure to be what all tell, that of another article stands
    `beside` it, and they are `quoted`, as one alone may be. Once it is worded in the language of the site, `title` is
    both, with the marks. `date` is EDTF: the happening's, or, with "?", the day on which it was first reported where
    its own is left open; `date_reason` says how it is known.
    `place` may be "". `openings` are the first sentences of its articles. `pinned` are the disagreements that the
    editor wants first, in order, `hidden` the sections that he leaves out.
    """

    id: str
    title: str
    date: str
    date_reason: str
    place: str
    articles: tuple[str, ...]
    title_article: str = ""
    beside: Headline | None = None
    quoted: bool = False
    place_passage: Passage | None = None
    actors: tuple[str, ...] = ()
    background: tuple[Background, ...] = ()
    openings: tuple[Passage, ...] = ()
    status: Status = "detected"
    pinned: tuple[str, ...] = ()
    hidden: tuple[Section, ...] = ()
    date_because: tuple[Phrase, ...] = ()


class Fact(Record, frozen=True):
    """One thing that one or more articles tell alike; the first passage is the one to show.

    `independent` counts articles that do not lean on one another. `speaker` is the actor whose words it is that the
    articles quote alike, None where it is told in their own. `unshown` are the ids of articles that tell it too,
    in words for which the excerpt cap leaves no room.
    """

    event: str
    passages: tuple[Passage, ...]
    articles: int
    independent: int
    speaker: str | None = None
    unshown: tuple[str, ...] = ()


class Position(Record, frozen=True):
    """What one article says in a disagreement: at most 40 exact words, and in `says` the phrase that decides.

    `differs` are body offsets of the words that differ, for marking.
    """

    passage: Passage
    says: str
    differs: tuple[tuple[int, int], ...] = ()


class Reader(Record, frozen=True):
    """A second reader (a person, or a language model by name) and the EDTF day of the reading."""

    name: Annotated[str, Meta(description="A person's name, or a model's.")]
    day: Annotated[str, Meta(description="The day of the reading: 2024-05-06.")]


class Disagreement(Record, frozen=True):
    """Two or more articles that tell one thing differently.

    `about` is a neutral line of `ABOUT_WORDS` at most. `score` is between 0 and 1, best first. `note` is a lean-on note
    or the editor's. `actors` are the ids of those concerned. `heading` and `because` are the phrases of which `about`
    and `reason` are made in the language of the site, None where somebody wrote those.
    Whose finding it is: `proven` by the program, and found by `readers`; either, or both.
    """

    id: str
    event: str
    kind: Kind
    about: str
    hardness: Hardness
    score: float
    reason: str
    positions: tuple[Position, ...]
    status: Status = "detected"
    note: str = ""
    actors: tuple[str, ...] = ()
    heading: Phrase | None = None
    because: Phrase | None = None
    proven: bool = True
    readers: tuple[Reader, ...] = ()

    @property
    def rank(self) -> tuple[bool, bool, float, str]:
        """What disagreements are sorted by: conflicts, what the editor decided, the likeliest come first."""
        return self.hardness != "hard", not self.by_editor, *self.likeliest

    @property
    def likeliest(self) -> tuple[float, str]:
        """What they are sorted by where some must go: the likeliest come first."""
        return -self.score, self.id

    @property
    def by_editor(self) -> bool:
        """Whether the editor has confirmed it, or added it himself."""
        return self.status in ("confirmed", "editorial")


class Material(Record, frozen=True):
    """All that the comparison may look at for one event: its articles in a fixed order and what is known of each.

    Dictionaries are by article id. `independent` groups article ids: two in one group lean on one another.
    """

    event: Event
    articles: tuple[Article, ...]
    analyses: dict[str, Analysis]
    cast: Cast
    quotations: dict[str, tuple[Quotation, ...]]
    dates: dict[str, tuple[DateMention, ...]]
    datings: dict[str, Dating]
    dependences: tuple[Dependence, ...] = ()
    quantities: dict[str, tuple[Quantity, ...]] = msgspec.field(default_factory=dict)
