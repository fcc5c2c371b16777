"""Loaded words for one thing: each source keeps to the words of one side, in its own voice, and never uses the other's.

What is meant is one by its role (the words name it wherever they stand), by name (they stand beside the name of one
actor), or because one and the same utterance is introduced by verbs of which one judges it.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.disagreements.finding import Proof, Side
from generator.disagreements.material import Look
from generator.disagreements.passages import Span
from generator.disagreements.quoting.speech import Span as Words
from generator.language.lexicon import CONTENT, EMPTY, word_class
from generator.language.loaded import Choice, choices
from generator.language.tree import Syntax
from generator.model.actors import Mention
from generator.model.analysis import Token
from generator.model.text import Article

_JUDGING = word_class("doubting_reporting")
_NEUTRAL = word_class("neutral_reporting")
_NAMED = frozenset({"name", "acronym", "demonym"})
_KINDS = frozenset({"person", "organisation", "state body", "country", "group"})
# What may stand before a name without a break: "far-right member of parliament" is read up to the "of".
_DESCRIPTIVE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT"})
_BEFORE = 6
_DESCRIBING = frozenset({"compound", "amod", "nmod", "appos", "poss"})
# So many quoted words must be the same before the verbs that introduce them are set against each other.
_COMMON = 5
_RIGHT_THING, _RIGHT_CALLED, _RIGHT_SAID = 0.8, 0.75, 0.7


class Use(NamedTuple):
    """One use of a word of a side, in the article's own voice."""

    side: int
    span: Span


Uses = dict[str, list[Use]]


def find(look: Look) -> Iterator[Proof]:
    """One proof a thing and actor; each row of the list at most once an event."""
    yield from _things(look)
    yield from _called(look)
    yield from _said(look)


def _things(look: Look) -> Iterator[Proof]:
    for choice in choices():
        if not choice.called:
            uses = {a.id: _uses(look, a, choice, ((0, len(a.body)),)) for a in look.material.articles}
            uses = {article: found for article, found in uses.items() if len(found) >= choice.least}
            yield from _proof(look, uses, sure=_RIGHT_THING, because="label_thing")


def _uses(look: Look, article: Article, choice: Choice, places: Sequence[Span]) -> list[Use]:
    """The uses within places of the text, outside quotation marks."""
    return [
        Use(number, match.span())
        for start, end in places
        for number, pattern in enumerate(choice.sides)
        for match in pattern.finditer(article.body, start, end)
        if look.is_prose(article.id, match.start()) and not look.is_quoted(article.id, *match.span())
    ]


def _proof(
    look: Look, uses: Uses, *, sure: float, because: str, about: str = "", actors: tuple[str, ...] = ()
) -> Iterator[Proof]:
    """The proof that articles keep to words of different sides: one that uses words of both keeps to none."""
    kept = [(found[0].side, article, found) for article, found in uses.items() if len({u.side for u in found}) == 1]
    choices_of = [
        (_shared(look, (a, one), (b, other)), one, other, (a, b))
        for (side, a, ours), (facing, b, theirs) in combinations(sorted(kept, key=lambda k: k[:2]), 2)
        if side != facing
        for one in ours
        for other in theirs
    ]
    if choices_of:
        _, one, other, (a, b) = max(choices_of, key=lambda each: (each[0], -each[1].span[0] - each[2].span[0]))
        yield Proof("label", (Side(a, one.span), Side(b, other.span)), sure, because, about=about, actors=actors)


def _shared(look: Look, one: tuple[str, Use], other: tuple[str, Use]) -> int:
    """How many words of meaning the sentences of two uses have in common: those that tell most alike are shown."""
    lemmas = [_lemmas(look, article, use.span[0]) for article, use in (one, other)]
    return len(lemmas[0] & lemmas[1])


def _lemmas(look: Look, article: str, offset: int) -> frozenset[str]:
    tree = look.tellings[article].frames.tree
    index = min(tree.first_at(offset), len(tree.tokens) - 1)
    tokens = [tree.tokens[n] for n in tree.sentence_range(index)]
    return frozenset(t.lemma for t in tokens if t.pos in CONTENT and t.lemma not in EMPTY)


def _called(look: Look) -> Iterator[Proof]:
    """Loaded words beside the name of one actor."""
    for actor in look.actors.values():
        if actor.kind not in _KINDS:
            continue
        beside = {a.id: _beside(look, a, actor.id) for a in look.material.articles}
        if sum(bool(places) for places in beside.values()) < 2:
            continue
        for choice in choices():
            if choice.called:
                uses = {a.id: _uses(look, a, choice, beside[a.id]) for a in look.material.articles}
                yield from _proof(
                    look, uses, sure=_RIGHT_CALLED, because="label_called", about=actor.name, actors=(actor.id,)
                )


def _beside(look: Look, article: Article, actor: str) -> list[Span]:
    """Where an article describes an actor: what stands before its name, and the appositions to it."""
    places: list[Span] = []
    for mention in look.material.cast.mentions:
        if mention.article == article.id and mention.actor == actor and mention.form in _NAMED:
            places += _description(look, mention)
    return sorted(set(places))


def _description(look: Look, mention: Mention) -> Iterator[Span]:
    tree = look.tellings[mention.article].frames.tree
    tokens = tree.span(mention.start, mention.end)
    head = next((n for n in tokens if tree.tokens[n].head not in tokens), None)
    if head is None:
        return
    for child in tree.children[head] if mention.form == "name" else ():
        if tree.tokens[child].dep in _DESCRIBING and child not in tokens:
            first, last = tree.phrase(child)
            yield tree.tokens[first].start, tree.tokens[last - 1].end
    first = tokens[0]
    while first and tokens[0] - first < _BEFORE and _may_describe(tree.tokens[first - 1]):
        first -= 1
    if first < tokens[0] and mention.form == "name":
        yield tree.tokens[first].start, mention.start
    governor = tree.tokens[head].head
    above = tree.tokens[governor]
    if tree.tokens[head].dep == "appos" and above.pos == "NOUN":
        first, last = tree.phrase(tree.tokens[head].head)
        yield tree.tokens[first].start, min(above.end, mention.start)
    if tree.tokens[head].dep in ("compound", "amod", "poss") and above.pos == "NOUN" and not _is_title(tree, governor):
        yield above.start, above.end


def _is_title(tree: Syntax, noun: int) -> bool:
    """Whether a noun stands before a name: "the country's leader Nora Lind" tells of her, not of the country."""
    return noun + 1 < len(tree.tokens) and tree.tokens[noun + 1].pos == "PROPN"


def _may_describe(token: Token) -> bool:
    return token.pos in _DESCRIPTIVE and (token.pos != "PUNCT" or token.text in ("-", "‑"))


def _said(look: Look) -> Iterator[Proof]:
    """One utterance, introduced by a verb that judges it here and by a neutral one there."""
    for utterance in look.utterances:
        if max(variant.common for variant in utterance.variants) < _COMMON:
            continue
        for a, b in combinations(utterance.spans, 2):
            one, other = a.quotation, b.quotation
            if one.cue in _JUDGING and other.cue in _NEUTRAL:
                pair = a, b
            elif other.cue in _JUDGING and one.cue in _NEUTRAL:
                pair = b, a
            else:
                continue
            places = [_cue(look, words) for words in pair]
            actor = look.actors.get(one.speaker or other.speaker or "")
            if actor is None or None in places or {one.speaker, other.speaker} - {actor.id, None}:
                continue
            sides = tuple(
                Side(words.speech.article.id, place)
                for words, place in zip(pair, places, strict=True)
                if place is not None
            )
            yield Proof("label", sides, _RIGHT_SAID, "label_said", about=actor.name, actors=(actor.id,))
            break


def _cue(look: Look, words: Words) -> Span | None:
    """The verb of saying of quoted words, if it stands in one sentence with them."""
    article, cue = words.speech.article.id, words.quotation.cue
    tree = look.tellings[article].frames.tree
    found = [
        tree.tokens[n]
        for n in tree.sentence_range(tree.first_at(words.place[0]))
        if tree.tokens[n].lemma == cue
        and tree.tokens[n].pos == "VERB"
        and not look.is_quoted(article, tree.tokens[n].start, tree.tokens[n].end)
    ]
    return (found[0].start, found[0].end) if found else None
