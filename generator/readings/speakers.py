"""Who says a quotation, as its readers have it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from generator.language.lexicon import word_class
from generator.matching.quoting import find_words
from generator.model.actors import Cast, Mention, Quotation
from generator.model.readings import ReadSpeaker
from generator.model.text import Article
from generator.readings.valid import World

_TITLES = word_class("titles") | word_class("offices") | word_class("legislative_offices") | word_class("title_words")
_LINKS = (word_class("title_small_words") | word_class("small_words")) - word_class("determiners")


def read_speakers(
    quotations: Mapping[str, tuple[Quotation, ...]], cast: Cast, world: World
) -> dict[str, tuple[Quotation, ...]]:
    """The quotations by article id with the speakers that their readers named.

    A name that the article does not hold any longer counts for nothing; of readers who name different actors none
    counts, and the program's own is kept.
    """
    told: dict[tuple[str, str], list[ReadSpeaker]] = defaultdict(list)
    for file in world.shelf.files:
        for reading in file.readings:
            for speaker in reading.speakers:
                told[speaker.article, speaker.quote].append(speaker)
    if not told:
        return dict(quotations)
    return {
        name: tuple(_read(q, told.get((name, q.passage.quote), ()), cast, world) for q in found)
        if name in world.articles
        else found
        for name, found in quotations.items()
    }


def _read(quotation: Quotation, told: Iterable[ReadSpeaker], cast: Cast, world: World) -> Quotation:
    article = world.articles[quotation.passage.article]
    chosen = {speaker.name: _actor(speaker.name, quotation, cast, world) for speaker in told}
    spans = {name: _near(article, name, quotation.passage.start) for name in chosen}
    named = [name for name in chosen if not name or spans[name]]
    actors = {chosen[name] for name in named}
    if not named or len(actors) > 1 or (actors == {None} and len(named) > 1):
        return quotation
    name = max(named, key=len)
    actor = chosen[name]
    if actor is not None and actor == quotation.speaker:
        return quotation
    return replace(quotation, speaker=actor, speaker_text=name, told_as=name, speaker_span=spans[name])


def _near(article: Article, name: str, place: int) -> tuple[int, int] | None:
    """Where the name stands in the article, nearest to `place`."""
    found = []
    at = find_words(article.body, name, 0, len(article.body))
    while at >= 0:
        found.append((at, at + len(name)))
        at = find_words(article.body, name, at + 1, len(article.body))
    return min(found, key=lambda span: abs(span[0] - place), default=None)


def _actor(name: str, quotation: Quotation, cast: Cast, world: World) -> str | None:
    """The actor whom the article calls so: by just this name, else by a mention within it ("Mayor Ada Example")."""
    if not name:
        return None
    mentions = [m for m in world.mentions.get(quotation.passage.article, ()) if m.form != "pronoun"]
    exact = _most(m for m in mentions if m.text == name)
    if exact:
        return exact
    named = {actor.id for actor in cast.actors if any(alias.text == name for alias in actor.aliases)}
    return _most(m for m in mentions if m.actor in named) or _within(name, mentions)


def _within(name: str, mentions: Iterable[Mention]) -> str | None:
    """The actor whose longest name stands within `name` at its end, as a name does after an office."""
    inside = [
        m
        for m in mentions
        if m.form == "name"
        and name.endswith(m.text)
        and find_words(name, m.text, 0, len(name)) >= 0
        and not _is_anothers(name.removesuffix(m.text))
    ]
    longest = max((len(m.text) for m in inside), default=0)
    return _most(m for m in inside if len(m.text) == longest)


def _is_anothers(before: str) -> bool:
    """Whether words before a name say that somebody else is meant: "attorneys for", "a sister of the late".

    "President of the United States" is followed by its holder: what it is of stands there already.
    """
    words = before.split()
    links = [number for number, word in enumerate(words) if word in _LINKS]
    if not links:
        return False
    rest = [word.rstrip(".") for word in words[links[-1] + 1 :]]
    return not any(w[0].isupper() and w.casefold() not in _TITLES for w in rest if w)


def _most(mentions: Iterable[Mention]) -> str | None:
    """The actor most often meant; None when there is none, or two as often."""
    counted = Counter(mention.actor for mention in mentions).most_common(2)
    if not counted or (len(counted) == 2 and counted[0][1] == counted[1][1]):
        return None
    return counted[0][0]
