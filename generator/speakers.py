"""Quotations and the cast to quotations with their speakers: which actor the naming words stand for."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict

import msgspec

from generator.model.actors import Cast, Form, Mention, Quotation

# A phrase's later words tell whom it names: "the mayor of Y", "X's lawyer", "a spokesman for Z" are not Y, X or Z.
_DEPENDENT = re.compile(r"\s(?:of|for|from|with|at|in|to|on|by|under)\s")
_APPOSITION = re.compile(r",\s*")
# What may follow a body's name without making it another: "the X news agency".
_BODY_NOUNS = re.compile(r"(?:\s(?:news|state|wire|press))*\s(?:agency|newspaper|website|network|channel|government)$")
_POSSESSIVE = re.compile(r"['’]s?\s")
_SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers"})
_RANK: dict[Form, int] = {"name": 0, "acronym": 1, "description": 2, "metonym": 3, "demonym": 4, "pronoun": 5}


def name_speakers(quotations: tuple[Quotation, ...], cast: Cast) -> tuple[Quotation, ...]:
    """The same quotations, in the same order, with `speaker` set to an actor's id wherever the cast tells who speaks.

    Three ways, the first that answers: a mention of the cast within the words that name the speaker and at their head
    (not the person whose spokesman speaks); the one actor of the article that bears exactly this name; and for "he" or
    "she" that the cast leaves open, the speaker of the quotation before, since an article that changes speakers names
    the new one. Otherwise `speaker` stays None: no name is better than a wrong one.
    """
    places = _Places(cast, {quotation.passage.article for quotation in quotations})
    persons = {actor.id for actor in cast.actors if actor.kind == "person"}
    named: list[Quotation] = []
    before: dict[str, str | None] = {}
    for quotation in quotations:
        article = quotation.passage.article
        speaker = _speaker(quotation, places, before.get(article))
        named.append(msgspec.structs.replace(quotation, speaker=speaker))
        if quotation.speech and speaker in persons:
            before[article] = speaker
    return tuple(named)


class _Places:
    """The cast's mentions in some articles by place, and its actors by the names each article uses."""

    def __init__(self, cast: Cast, articles: set[str]) -> None:
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        mentions = [m for m in cast.mentions if m.article in articles]
        for mention in sorted(mentions, key=lambda m: (m.article, m.start, -m.end)):
            self._mentions[mention.article].append(mention)
        self._starts = {article: [m.start for m in found] for article, found in self._mentions.items()}
        self._bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
        for actor in cast.actors:
            for alias in actor.aliases:
                for article in articles.intersection(alias.articles):
                    self._bearers[article, alias.text].add(actor.id)

    def within(self, article: str, start: int, end: int) -> list[Mention]:
        """The mentions that overlap `start` to `end`, in text order."""
        starts = self._starts.get(article, [])
        # A mention is a few words long; what begins far before the span cannot reach it.
        first, last = bisect_left(starts, start - 200), bisect_right(starts, end - 1)
        return [m for m in self._mentions.get(article, [])[first:last] if m.end > start]

    def bearer(self, article: str, name: str) -> str | None:
        """The one actor that the article calls by exactly this name."""
        bearers = self._bearers.get((article, name), set())
        return next(iter(bearers)) if len(bearers) == 1 else None


def _speaker(quotation: Quotation, places: _Places, before: str | None) -> str | None:
    if quotation.speaker_span is None or not quotation.speech:
        return None
    start, end = quotation.speaker_span
    article, text = quotation.passage.article, quotation.speaker_text
    heads = _head_spans(text, start)
    ranked = [
        (_RANK[mention.form], place, -mention.end, mention.actor)
        for mention in places.within(article, start, end)
        if (place := _place(mention, start, end, heads)) is not None
    ]
    if ranked:
        return min(ranked)[-1]
    bearer = places.bearer(article, text)
    return before if bearer is None and text.lower() in _SINGULAR else bearer


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


def _place(mention: Mention, start: int, end: int, heads: list[tuple[int, int]]) -> int | None:
    """The number of the stretch that the mention closes, 0 if it covers all the naming words; else None.

    An English phrase has its head last: "Kremlin officials" and "the Turkish-born baker" are neither state.
    """
    if mention.start <= start and mention.end >= end:
        return 0
    for number, (first, last) in enumerate(heads):
        if mention.start < last <= mention.end and mention.end > first:
            return number
    return None
