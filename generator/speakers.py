"""Quotations and the cast to quotations with their speakers: which actor the naming words stand for."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from generator.model.actors import Actor, Cast, Form, Mention, Quotation
from generator.model.text import Passage

# A phrase's later words tell whom it names: "the mayor of Y", "X's lawyer", "a spokesman for Z" are not Y, X or Z.
_DEPENDENT = re.compile(r"\s(?:of|for|from|with|at|in|to|on|by|under)\s")
_APPOSITION = re.compile(r",\s*")
# What may follow a body's name without making it another: "the X news agency".
_BODY_NOUNS = re.compile(r"(?:\s(?:news|state|wire|press))*\s(?:agency|newspaper|website|network|channel|government)$")
_POSSESSIVE = re.compile(r"['’]s?\s")
_RANK: dict[Form, int] = {"name": 0, "acronym": 1, "description": 2, "metonym": 3, "demonym": 4, "pronoun": 5}
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

    A mention of the cast within the words that name the speaker, and at their head (not the person whose spokesman
    speaks), or the one actor of the article that bears exactly this name. For "he" and "she" the first antecedent that
    is a person of that gender; without antecedents the cast's own reading of the pronoun, else the speaker before,
    since an article that changes speakers names the new one. Otherwise `speaker` stays None: no name is better than
    a wrong one.
    """
    people = _People(cast, {quotation.passage.article for quotation in quotations})
    named: list[Quotation] = []
    before: dict[str, str | None] = {}
    for quotation in quotations:
        article = quotation.passage.article
        speaker = people.speaker(quotation, before.get(article)) if quotation.speech else None
        named.append(msgspec.structs.replace(quotation, speaker=speaker))
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
        words = Passage(article=quotation.passage.article, start=start, end=end, quote=quotation.speaker_text)
        gender = _GENDERS.get(words.quote.lower(), "")
        if not gender:
            return self._named(words)
        for antecedent in quotation.antecedents:
            actor = self._named(antecedent)
            if self._may_be(actor, gender):
                return actor
        choices = (None if quotation.antecedents else self._named(words), before)
        return next((actor for actor in choices if self._may_be(actor, gender)), None)

    def _may_be(self, actor: str | None, gender: str) -> bool:
        return actor in self._persons and self._genders.get(actor or "", gender) == gender

    def _named(self, words: Passage) -> str | None:
        """The actor at the head of the words, or the one of the article that bears exactly this name."""
        heads = _head_spans(words.quote, words.start)
        ranked = [
            (_RANK[mention.form], place, -mention.end, mention.actor)
            for mention in self._within(words)
            if (place := _place(mention, words, heads)) is not None
        ]
        if ranked:
            return min(ranked)[-1]
        bearers = self._bearers.get((words.article, words.quote), set())
        return next(iter(bearers)) if len(bearers) == 1 else None

    def _within(self, words: Passage) -> list[Mention]:
        """The mentions that overlap the words, in text order."""
        starts = self._starts.get(words.article, [])
        # A mention is a few words long; what begins far before the span cannot reach it.
        first, last = bisect_left(starts, words.start - 200), bisect_right(starts, words.end - 1)
        return [m for m in self._mentions.get(words.article, [])[first:last] if m.end > words.start]


def _genders(actors: Iterable[Actor], pronouns: Iterable[Mention]) -> dict[str, str]:
    """The gender, "m" or "f", of the persons of whom pronouns and courtesy titles tell it, by the most votes."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for actor in actors:
        for alias in actor.aliases:
            if (gender := _COURTESY.get(alias.text.split(" ", 1)[0].rstrip("."))) is not None:
                votes[actor.id][gender] += 1
    for mention in pronouns:
        if (gender := _GENDERS.get(mention.text.lower())) is not None:
            votes[mention.actor][gender] += 1
    return {actor: count.most_common(1)[0][0] for actor, count in votes.items()}


def _head_spans(text: str, start: int) -> list[tuple[int, int]]:
    """The stretches of the naming words that name the speaker: of each apposition, what precedes a preposition."""
    spans, at = [], 0
    for piece in _APPOSITION.split(text):
        begin = text.index(piece, at)
        at = begin + len(piece)
        dependent = _DEPENDENT.search(piece)
        stop = dependent.start() if dependent else len(piece)
        owners = list(_POSSESSIVE.finditer(piece, 0, stop))
        lead = owners[-1].end() if owners else 0
        body = _BODY_NOUNS.sub("", piece[lead:stop])
        spans.append((start + begin + lead, start + begin + lead + len(body)))
    return spans


def _place(mention: Mention, words: Passage, heads: list[tuple[int, int]]) -> int | None:
    """The number of the stretch that the mention closes, 0 if it covers all the naming words; else None.

    An English phrase has its head last: "Kremlin officials" and "the Turkish-born baker" are neither state.
    """
    if mention.start <= words.start and mention.end >= words.end:
        return 0
    for number, (first, last) in enumerate(heads):
        if mention.start < last <= mention.end and mention.end > first:
            return number
    return None
