"""Who met whom: meetings, talks and visits of persons that the articles tell as having happened."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.language.lexicon import word_class
from generator.language.tense import tense_at
from generator.model.actors import Cast, Meeting
from generator.model.analysis import Analysis, Token
from generator.model.story import DateMention, Event
from generator.model.text import Passage

_ENCOUNTERS = word_class("encounters")
_HOLDING = word_class("holding")
_TALKS = word_class("talks")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"xcomp", "advcl", "conj"})
# What comes before, or is wished for, has not happened.
_NOT_YET = word_class("not_yet")
_MOST_WORDS = 40


class Encounter(NamedTuple):
    """One sentence's word of a meeting: who, by token number the word that tells it, and from where to where."""

    actors: tuple[str, ...]
    trigger: int
    first: int
    last: int


def find_meetings(
    events: Sequence[Event],
    cast: Cast,
    analyses: Mapping[str, Analysis],
    dates: Mapping[str, Sequence[DateMention]],
) -> tuple[Meeting, ...]:
    """Every meeting told as past, one a pair of persons and date within an event, in order of date and names.

    A date is taken from the words about the meeting alone; where another article dates it, the undated word joins that.
    """
    persons = {actor.id for actor in cast.actors if actor.kind == "person"}
    people: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for mention in cast.mentions:
        if mention.actor in persons:
            people[mention.article].append((mention.start, mention.end, mention.actor))
    found = []
    for event in events:
        told: dict[tuple[tuple[str, ...], str], list[Passage]] = defaultdict(list)
        for article in event.articles:
            analysis = analyses[article]
            for encounter in _encounters(analysis, _by_token(analysis, people[article])):
                date, span = _date(encounter, analysis, dates.get(article, ()))
                told[encounter.actors, date].append(_passage(article, analysis, span))
        found += _meetings(event, told)
    return tuple(found)


def _by_token(analysis: Analysis, people: Sequence[tuple[int, int, str]]) -> dict[int, str]:
    """Token number to the person whose mention it belongs to."""
    found = {}
    waiting = iter(sorted(people))
    current = next(waiting, None)
    for index, token in enumerate(analysis.tokens):
        while current is not None and current[1] <= token.start:
            current = next(waiting, None)
        if current is not None and current[0] <= token.start < current[1]:
            found[index] = current[2]
    return found


def _encounters(analysis: Analysis, people: Mapping[int, str]) -> Iterator[Encounter]:
    children: dict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(analysis.tokens):
        if token.head != index:
            children[token.head].append(index)
    for index, token in enumerate(analysis.tokens):
        if token.pos == "VERB" and token.lemma in _ENCOUNTERS | _HOLDING:
            groups = _verb_parties(index, analysis, children)
        elif token.pos == "NOUN" and token.lemma in _TALKS and token.dep != "compound":
            groups = _noun_parties(index, analysis, children)
        else:
            continue
        parties = [party for group in groups for party in _with_others(group, analysis, children) if party in people]
        actors = tuple(sorted({people[party] for party in parties}))
        if len(actors) == 2 and _has_happened(index, analysis, children):
            yield Encounter(actors=actors, trigger=index, first=min(*parties, index), last=max(*parties, index))


def _verb_parties(verb: int, analysis: Analysis, children: Mapping[int, Sequence[int]]) -> list[int]:
    """Subject, object and "with" complement of a verb of meeting, or of a verb that holds talks."""
    tokens = analysis.tokens
    objects = [c for c in children[verb] if tokens[c].dep in {"dobj", "obj"}]
    if tokens[verb].lemma in _HOLDING:
        talks = [c for c in objects if tokens[c].lemma in _TALKS]
        if not talks:
            return []
        others = [p for head in (verb, talks[0]) for p in _after_preposition(head, "with", analysis, children)]
    else:
        others = objects + _after_preposition(verb, "with", analysis, children)
    return _subjects(verb, analysis, children) + others


def _subjects(verb: int, analysis: Analysis, children: Mapping[int, Sequence[int]]) -> list[int]:
    """The subject of a verb, or of the verb that it is added to ("came and met")."""
    own = [c for c in children[verb] if analysis.tokens[c].dep in _SUBJECTS]
    head = analysis.tokens[verb].head
    if not own and analysis.tokens[verb].dep in _CLAUSES and head != verb:
        return [c for c in children[head] if analysis.tokens[c].dep in _SUBJECTS]
    return own


def _noun_parties(noun: int, analysis: Analysis, children: Mapping[int, Sequence[int]]) -> list[int]:
    """ "Ada's meeting with Ben", "talks between Ada and Ben"."""
    owners = [c for c in children[noun] if analysis.tokens[c].dep == "poss"]
    partners = _after_preposition(noun, "with", analysis, children) if owners else []
    return owners + partners + _after_preposition(noun, "between", analysis, children)


def _after_preposition(head: int, word: str, analysis: Analysis, children: Mapping[int, Sequence[int]]) -> list[int]:
    prepositions = [c for c in children[head] if analysis.tokens[c].word == word]
    return [c for p in prepositions for c in children[p] if analysis.tokens[c].dep == "pobj"]


def _with_others(party: int, analysis: Analysis, children: Mapping[int, Sequence[int]]) -> list[int]:
    """A party, those joined to it by "and", and the name that explains a title ("Foreign Minister …")."""
    found, token = [party], analysis.tokens[party]
    titled = token.pos == "PROPN" or token.lemma == "counterpart"
    for child in children[party]:
        dependency = analysis.tokens[child].dep
        if dependency == "conj" or (dependency == "appos" and titled):
            found += _with_others(child, analysis, children)
    return found


def _has_happened(trigger: int, analysis: Analysis, children: Mapping[int, Sequence[int]]) -> bool:
    tokens = analysis.tokens
    token, under = tokens[trigger], [tokens[c] for c in children[trigger]]
    if any(t.dep == "neg" for t in under):
        return False
    if token.pos == "NOUN":
        awaited = _is_awaited(token, tokens) or any(t.word in _NOT_YET for t in under)
        return not awaited and tense_at(analysis, trigger) == "past"
    helpers = {t.word for t in under if t.dep in {"aux", "auxpass"}}
    if token.tag == "VB" and "did" not in helpers:
        return False
    # Headlines tell what has happened in the present tense.
    return tense_at(analysis, trigger) == "past" or (token.tag == "VBZ" and not helpers)


def _is_awaited(noun: Token, tokens: Sequence[Token]) -> bool:
    """Whether a noun stands after "ahead of", "before", "for": it is still to come there."""
    preposition = tokens[noun.head]
    above = tokens[preposition.head]
    return preposition.word in _NOT_YET or (preposition.text == "of" and above.word in _NOT_YET)


def _date(encounter: Encounter, analysis: Analysis, dates: Sequence[DateMention]) -> tuple[str, tuple[int, int]]:
    """The EDTF date whose words hang on the encounter's, or "", and the body span of the telling words."""
    start = analysis.tokens[encounter.first].start
    end = analysis.tokens[encounter.last].end
    number = analysis.sentence_at(analysis.tokens[encounter.trigger].start)
    near = [d for d in dates if d.date and d.sentence == number and _hangs_on(d, encounter.trigger, analysis)]
    if len({d.date for d in near}) != 1:
        return "", (start, end)
    return near[0].date, (min(start, near[0].start), max(end, near[0].end))


def _hangs_on(mention: DateMention, trigger: int, analysis: Analysis) -> bool:
    """Whether a date's words lead up to the trigger with no other verb between."""
    tokens = analysis.tokens
    index = next((i for i, t in enumerate(tokens) if mention.start <= t.start < mention.end), None)
    for _ in range(8):
        if index is None or index == trigger:
            break
        if tokens[index].pos == "VERB" or tokens[index].head == index:
            return index == tokens[trigger].head
        index = tokens[index].head
    return index == trigger


def _passage(article: str, analysis: Analysis, span: tuple[int, int]) -> Passage:
    """The sentence, or of a long one the telling words alone.

    The words are put together from the tokens: within a sentence spaCy keeps every white space but a single blank as a
    token of its own, so that this gives the body's exact characters.
    """
    number = analysis.sentence_at(span[0])
    tokens = analysis.sentence_tokens(analysis.sentences[number or 0])
    if len(tokens) > _MOST_WORDS:
        tokens = tuple(t for t in tokens if span[0] <= t.start and t.end <= span[1])
    while tokens[-1].pos == "SPACE":
        tokens = tokens[:-1]
    quote = tokens[0].text
    for before, token in pairwise(tokens):
        quote += " " * (token.start - before.end) + token.text
    return Passage(article=article, start=tokens[0].start, end=tokens[-1].end, quote=quote)


def _meetings(event: Event, told: Mapping[tuple[tuple[str, ...], str], Sequence[Passage]]) -> list[Meeting]:
    joined: dict[tuple[tuple[str, ...], str], set[Passage]] = defaultdict(set)
    for (actors, date), passages in told.items():
        dated = [d for others, d in told if others == actors and d]
        precise = [d for d in dated if d != date and d.startswith(date)]
        joined[actors, precise[0] if len(precise) == 1 else date].update(passages)
    return [
        Meeting(actors=actors, date=date, event=event.id, passages=tuple(sorted(joined[actors, date])))
        for actors, date in sorted(joined, key=lambda key: (key[1], key[0]))
    ]
