"""Quotations and the cast to quotations with their speakers: which actor the naming words stand for."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from generator.model.actors import Actor, Cast, Form, Mention, Quotation
from generator.model.text import Passage

# What may follow a body's name without making it another: "the X news agency".
_BODY_NOUNS = re.compile(r"(?:\s(?:news|state|wire|press))*\s(?:agency|newspaper|website|network|channel|government)$")
_RANK: dict[Form, int] = {"name": 0, "acronym": 1, "description": 2, "metonym": 3, "demonym": 4, "pronoun": 5}
# Offices of one holder at a time: "the president" is only somebody whom the articles call President.
_ONE_HOLDER = ("president", "king", "queen", "pope", "emperor", "empress", "sultan", "emir")
# Words of a headline's quotation that are few enough to be an extract of what is said in full below.
_SHORT = 4
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_COURTESY = {
    "Mr": "m",
    "Mr.": "m",
    "Sir": "m",
    "Mrs": "f",
    "Mrs.": "f",
    "Ms": "f",
    "Ms.": "f",
    "Miss": "f",
    "Dame": "f",
}


def name_speakers(quotations: tuple[Quotation, ...], cast: Cast) -> tuple[Quotation, ...]:
    """The same quotations, in the same order, with `speaker` set to an actor's id wherever the cast tells who speaks.

    The first of a quotation's `speaker_names` that the cast knows: one of its mentions ends where they end, since an
    English phrase has its head last ("Kremlin officials" are not the Kremlin), or one actor of the article bears
    exactly this name. What a pronoun or description stands for must be a person, of the pronoun's gender; failing all,
    "he" and "she" are the person who spoke before, since an article that changes speakers names the new one.
    Otherwise `speaker` stays None: no name is better than a wrong one. Nobody stays in `chain` as a relayer of himself.
    """
    people = _People(cast, {quotation.passage.article for quotation in quotations})
    named: list[Quotation] = []
    before: dict[str, str | None] = {}
    for quotation in quotations:
        article = quotation.passage.article
        speaker = people.speaker(quotation, before.get(article)) if quotation.speech else None
        chain = tuple(name for name in quotation.chain if not people.bears(article, name, speaker))
        named.append(msgspec.structs.replace(quotation, speaker=speaker, chain=chain))
        if people.is_person(speaker):
            before[article] = speaker
    return tuple(_told_in_full(quotation, named, people) for quotation in named)


def _told_in_full(quotation: Quotation, others: Iterable[Quotation], people: "_People") -> Quotation:
    """The quotation of a headline or first sentence with the person who says it in full further down.

    A headline gives a body or state the words of whoever speaks for it ("Council hails ‘new dawn’").
    """
    if quotation.sentence > 0 or not quotation.direct or not quotation.speech or people.is_person(quotation.speaker):
        return quotation
    words = _words(quotation)
    if words.count(" ") >= _SHORT:
        return quotation
    speakers = {
        other.speaker
        for other in others
        if other.direct
        and other.sentence > 0
        and people.is_person(other.speaker)
        and f" {words} " in f" {_words(other)} "
    }
    return msgspec.structs.replace(quotation, speaker=speakers.pop()) if len(speakers) == 1 else quotation


def _words(quotation: Quotation) -> str:
    return " ".join(re.findall(r"\w+", quotation.passage.quote.lower()))


class _People:
    """The cast's mentions in some articles by place, its actors by the names used there, and who is he or she."""

    def __init__(self, cast: Cast, articles: set[str]) -> None:
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        pronouns = [m for m in cast.mentions if m.form == "pronoun"]
        mentions = [m for m in cast.mentions if m.article in articles]
        for mention in sorted(mentions, key=lambda m: (m.article, m.start, -m.end)):
            self._mentions[mention.article].append(mention)
        self._starts = {article: [m.start for m in found] for article, found in self._mentions.items()}
        present = {mention.actor for mention in mentions}
        actors = [actor for actor in cast.actors if actor.id in present]
        self._persons = {actor.id for actor in actors if actor.kind == "person"}
        self._genders = _genders(actors, [m for m in pronouns if m.actor in present])
        self._held = {(a.id, alias.text.split(" ", 1)[0].lower()) for a in actors for alias in a.aliases}
        self._bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
        for actor in actors:
            for alias in actor.aliases:
                for article in articles.intersection(alias.articles):
                    self._bearers[article, alias.text].add(actor.id)

    def is_person(self, actor: str | None) -> bool:
        """Whether the id is a person's."""
        return actor in self._persons

    def speaker(self, quotation: Quotation, before: str | None) -> str | None:
        """The actor whom the quotation's naming words mean; `before` is the last person who spoke."""
        if quotation.speaker_span is None:
            return None
        start, end = quotation.speaker_span
        text = quotation.speaker_text.lower()
        gender = _GENDERS.get(text, "") or ("f" if text.endswith("woman") else "m" if text.endswith("man") else "")
        office = next((noun for noun in _ONE_HOLDER if text.endswith(f" {noun}")), "")
        for words in quotation.speaker_names:
            actor = self._named(words)
            own = text not in _GENDERS and start <= words.start < end
            if actor is not None and (own or self._may_be(actor, gender, office)):
                return actor
        if office:
            return self._holder(quotation.passage.article, office)
        return before if text in _GENDERS and self._may_be(before, gender) else None

    def bears(self, article: str, name: str, actor: str | None) -> bool:
        """Whether the article calls the actor, and nobody else, by this name."""
        return actor is not None and self._bearers.get((article, name), set()) == {actor}

    def _may_be(self, actor: str | None, gender: str, office: str = "") -> bool:
        """Whether the actor is a person, not known to be of the other gender, and holder of the office if it is one."""
        known = self._genders.get(actor or "", gender)
        return (
            actor in self._persons and (not gender or known == gender) and (not office or (actor, office) in self._held)
        )

    def _holder(self, article: str, office: str) -> str | None:
        """The only person of the article whom it gives this title."""
        titled = (some for (where, name), some in self._bearers.items() if where == article and _titles(name, office))
        holders = {actor for some in titled for actor in some if actor in self._persons}
        return holders.pop() if len(holders) == 1 else None

    def _named(self, words: Passage) -> str | None:
        """The actor whom a mention at the end of the words means, or the only one here that bears exactly this name."""
        name = _BODY_NOUNS.sub("", words.quote)
        end = words.start + len(name)
        mentions = [m for m in self._until(words.article, end) if m.end >= end]
        if mentions:
            return min(mentions, key=lambda m: (_RANK[m.form], m.start)).actor
        bearers = self._bearers.get((words.article, name), set())
        return next(iter(bearers)) if len(bearers) == 1 else None

    def _until(self, article: str, end: int) -> list[Mention]:
        """The mentions that begin before `end`, near it, in text order."""
        starts = self._starts.get(article, [])
        # A mention is a few words long; what begins far before cannot reach it.
        return self._mentions.get(article, [])[bisect_left(starts, end - 200) : bisect_left(starts, end)]


def _titles(name: str, office: str) -> bool:
    return name.lower().startswith(f"{office} ")


def _genders(actors: Iterable[Actor], pronouns: Iterable[Mention]) -> dict[str, str]:
    """The gender, "m" or "f", of the persons of whom pronouns and courtesy titles tell it, by the most votes."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for actor in actors:
        for alias in actor.aliases:
            if (gender := _COURTESY.get(alias.text.split(" ", 1)[0].rstrip("."))) is not None:
                votes[actor.id][gender] += 1
    for mention in pronouns:
        # "Her" may be another's even beside a name; the subject of a sentence is surer.
        word = mention.text.lower()
        if (gender := _GENDERS.get(word)) is not None:
            votes[mention.actor][gender] += 3 if word in ("he", "she") else 1
    return {actor: count.most_common(1)[0][0] for actor, count in votes.items()}
