"""Loaded words for one thing: each source keeps to the words of one side, in its own voice, and never uses the other's.

What is meant is one by its role (the words name it wherever they stand), by name (they stand beside the name of one
actor), or because one and the same utterance is introduced by verbs of which one judges it.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.descriptions import Place, beside
from generator.disagreements.material import Look
from generator.disagreements.passages import Span, whole
from generator.disagreements.quoting.speech import Span as Words
from generator.language.lexicon import CONTENT, EMPTY, word_class
from generator.language.loaded import Choice, choices
from generator.language.tree import Syntax
from generator.model.text import Article

_JUDGING = word_class("doubting_reporting")
_NEUTRAL = word_class("neutral_reporting")
_LABELLING = word_class("labelling")
_OURS = word_class("ours")
_KINDS = frozenset({"person", "organisation", "state body", "country", "group"})
# So many words of meaning must the two sentences have in common that set two words for a thing against each other.
_OF_ONE_MATTER = 2
# So many quoted words must be the same before the verbs that introduce them are set against each other.
_COMMON = 5
_RIGHT_THING, _RIGHT_CALLED, _RIGHT_SAID = 0.8, 0.75, 0.7


class Use(NamedTuple):
    """One use of a word of a side outside quotation marks.

    `own` says that the article itself says it, and does not tell what somebody says or calls it; `of_name` that it
    stands for the named actor itself.
    """

    side: int
    span: Span
    own: bool
    of_name: bool = True


Uses = dict[str, list[Use]]


def find(look: Look) -> Iterator[Proof]:
    """One proof a thing and actor; each row of the list at most once an event."""
    yield from _things(look)
    yield from _called(look)
    yield from _said(look)


def _things(look: Look) -> Iterator[Proof]:
    for choice in choices():
        if not choice.called:
            uses = {a.id: _uses(look, a, choice, (Place((0, len(a.body))),)) for a in look.material.articles}
            uses = {article: found for article, found in uses.items() if len(found) >= choice.least}
            if chosen := _chosen(look, uses, _OF_ONE_MATTER):
                yield _proof(chosen, _RIGHT_THING, "label_thing")


def _called(look: Look) -> Iterator[Proof]:
    """Loaded words beside the name of one actor."""
    for actor in look.actors.values():
        if actor.kind not in _KINDS:
            continue
        places = {a.id: beside(look, a, actor.id) for a in look.material.articles}
        if sum(bool(found) for found in places.values()) < 2:
            continue
        for choice in choices():
            if choice.called:
                uses = {a.id: _uses(look, a, choice, places[a.id]) for a in look.material.articles}
                if chosen := _chosen(look, uses, 0):
                    named = all(use.of_name for _, use in chosen)
                    yield _proof(chosen, _RIGHT_CALLED, "label_called", actor.name if named else "", actor.id)


def _uses(look: Look, article: Article, choice: Choice, places: Sequence[Place]) -> list[Use]:
    """The uses within places of the text, outside quotation marks."""
    return [
        Use(number, match.span(), _is_own(look, article, match.span()), place.of_name)
        for place in places
        for number, pattern in enumerate(choice.sides)
        for match in pattern.finditer(article.body, *place.span)
        if look.is_prose(article.id, match.start()) and not look.is_quoted(article.id, *match.span())
    ]


def _is_own(look: Look, article: Article, span: Span) -> bool:
    """Whether the article itself chose the words, and they can be shown whole.

    What somebody is told to call something is not its own, nor a paragraph that says "we": a tweet or a letter printed
    without quotation marks. In what it retells the words are its own, and the passage shows on whose word.
    """
    frames = look.tellings[article.id].frames
    above = _governors(frames.tree, frames.tree.first_at(span[0]))
    return (
        not any(frames.tree.tokens[at].lemma in _LABELLING for at in above)
        and not _speaks(look, article, span[0])
        and whole(article, frames, (span,)) is not None
    )


def _speaks(look: Look, article: Article, offset: int) -> bool:
    """Whether somebody speaks of himself in the paragraph, outside quotation marks."""
    paragraph = next(p for p in article.paragraphs if p.start <= offset < p.end)
    tree = look.tellings[article.id].frames.tree
    words = (tree.tokens[n] for n in tree.span(paragraph.start, paragraph.end))
    return any(t.word in _OURS and not look.is_quoted(article.id, t.start, t.end) for t in words)


def _governors(tree: Syntax, index: int) -> Iterator[int]:
    """A token and all above it in its sentence."""
    yield index
    while tree.tokens[index].head != index:
        index = tree.tokens[index].head
        yield index


def _chosen(look: Look, uses: Uses, least: int) -> tuple[tuple[str, Use], tuple[str, Use]] | None:
    """Two articles that keep to words of different sides, and their uses that tell most alike.

    One that uses words of both sides keeps to none, be it in another's mouth.
    """
    kept = [(article, found) for article, found in uses.items() if len({u.side for u in found}) == 1]
    pairs = [
        (_shared(look, (a, one), (b, other)), (a, one), (b, other))
        for (a, ours), (b, theirs) in combinations(kept, 2)
        for one in ours
        for other in theirs
        if one.side != other.side and one.own and other.own
    ]
    best = max(pairs, key=lambda p: (p[0], -p[1][1].span[0] - p[2][1].span[0]), default=None)
    if best is None or best[0] < least:
        return None
    first, second = sorted(best[1:], key=lambda each: each[1].side)
    return first, second


def _shared(look: Look, one: tuple[str, Use], other: tuple[str, Use]) -> int:
    """How many words of meaning the sentences of two uses have in common, beside the words themselves."""
    lemmas = [_lemmas(look, article, use.span) for article, use in (one, other)]
    return len(lemmas[0] & lemmas[1])


def _lemmas(look: Look, article: str, span: Span) -> frozenset[str]:
    tree = look.tellings[article].frames.tree
    index = min(tree.first_at(span[0]), len(tree.tokens) - 1)
    tokens = [tree.tokens[n] for n in tree.sentence_range(index)]
    return frozenset(
        t.lemma for t in tokens if t.pos in CONTENT and t.lemma not in EMPTY and not span[0] <= t.start < span[1]
    )


def _proof(
    chosen: tuple[tuple[str, Use], tuple[str, Use]], sure: float, because: str, about: str = "", actor: str = ""
) -> Proof:
    sides = tuple(Side(article, use.span) for article, use in chosen)
    return Proof("label", sides, sure, because, about=about, actors=(actor,) if actor else ())


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
