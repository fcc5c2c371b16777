"""Who is who: actors, their mentions in the articles, and what they are quoted as saying."""

from typing import Literal

from generator.model.record import Record
from generator.model.text import Passage

ActorKind = Literal["person", "organisation", "state body", "country", "group", "place"]
Form = Literal["name", "acronym", "demonym", "metonym", "description", "pronoun"]
Status = Literal["detected", "proposed", "read", "confirmed", "editorial"]


class Mention(Record, frozen=True):
    """One place where an article speaks of an actor.

    `form` says how: by name, by acronym, by demonym ("the French"), by metonym (a capital for a government), by a
    description ("the mayor") or by a pronoun. `sentence` is the index in the article's Analysis.
    """

    article: str
    start: int
    end: int
    text: str
    actor: str
    form: Form
    sentence: int


class Alias(Record, frozen=True):
    """One name form of an actor, and the articles that use it.

    No articles: a form of general knowledge, there to be found under.
    """

    text: str
    articles: tuple[str, ...]


class Description(Record, frozen=True):
    """How one article introduces an actor, in its own words ("top diplomat"); the passage holds them."""

    text: str
    passage: Passage


class Link(Record, frozen=True):
    """An outside page about an actor, given by the editor."""

    title: str
    url: str


class Actor(Record, frozen=True):
    """A person, body, country, group or place that acts in the story.

    `id` is a slug of the name. `line` is one sentence by the editor, with `line_source` saying where it comes from;
    both are "" unless the editor wrote them.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()
    descriptions: tuple[Description, ...] = ()
    line: str = ""
    line_source: str = ""
    links: tuple[Link, ...] = ()
    status: Status = "detected"


class Suggestion(Record, frozen=True):
    """A near miss for the editor to decide: two actors that may be one, with the reason."""

    actors: tuple[str, ...]
    reason: str


class Cast(Record, frozen=True):
    """Everyone in the articles: actors, most told of first, and all mentions in text order."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


class Quotation(Record, frozen=True):
    """Speech reported by an article, direct or indirect.

    `passage` spans the whole utterance with its quotation marks; a split quotation is one, its `parts` are the exact
    spans of the quoted words alone (for indirect speech, the span of the reported content). `speaker` is an actor id
    or None, `speaker_text` the words that name the speaker in the article ("" if none) and `speaker_span` their place.
    `speaker_names` are the words that by themselves may name the speaker, likeliest first: the heads of
    `speaker_text`, and for a pronoun or a description the words before that it may stand for.
    `told_as` are the words by which the article tells who speaks, where they name somebody or give his role ("a
    spokesman"): a page shows them where no actor is meant; "" for a pronoun or a thing.
    `cue` is the lemma of the verb of saying ("" if none). `chain` names, outermost first, those who relay it (an
    agency, quoting a ministry). `speech` is False for scare quotes, titles and quoted terms. `shortened` says that the
    excerpt cap cut words off its end. `way` is the file by which the speaker was found, or for whose reasons there is
    none, as `account/quotations/` sees it and without ".py"; "" where the article doesn't say who speaks.
    """

    passage: Passage
    parts: tuple[tuple[int, int], ...]
    direct: bool = True
    speech: bool = True
    speaker: str | None = None
    speaker_text: str = ""
    speaker_span: tuple[int, int] | None = None
    speaker_names: tuple[Passage, ...] = ()
    cue: str = ""
    chain: tuple[str, ...] = ()
    sentence: int = 0
    shortened: bool = False
    way: str = ""
    told_as: str = ""
