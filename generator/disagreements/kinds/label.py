"""Loaded words for one thing: each source keeps to the words of one side and never uses the other's for it.

What is meant is one by its role (the words name it wherever they stand), or by name (they stand beside the name of one
actor).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.descriptions import OF_MANY, Place, beside
from generator.disagreements.kinds.referent import are_one
from generator.disagreements.material import Look, Span
from generator.disagreements.passages import whole
from generator.language.lexicon import CONTENT, EMPTY, word_class
from generator.language.loaded import Choice, choices
from generator.language.tree import Syntax
from generator.model.text import Article

_MARKS = frozenset("“”\"‘'")
_LABELLING = word_class("labelling")
# "Call for", "call on": to ask.
_CALLING_FOR = frozenset({"for", "on", "upon"})
_OURS = word_class("ours")
_KINDS = frozenset({"person", "organisation", "state body", "country", "group"})
# So many words of meaning must the two sentences have in common that set two words for a thing against each other.
_OF_ONE_MATTER = 2


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
    """One proof a thing and actor, each row of the list at most once an event."""
    yield from _things(look)
    yield from _called(look)


def _things(look: Look) -> Iterator[Proof]:
    for choice in choices():
        if not choice.called and choice.may_be_in(look.text):
            uses = {a.id: _uses(look, a, choice, (Place((0, len(a.body))),)) for a in look.material.articles}
            if chosen := _chosen(look, choice, uses):
                yield _proof(chosen, "label_thing")


def _called(look: Look) -> Iterator[Proof]:
    """Loaded words beside the name of one actor, by an article of which the other has none, in anybody's mouth."""
    called = [
        choice for choice in choices() if choice.called and choice.may_be_in(look.text) and _is_made(look, choice)
    ]
    for actor in look.actors.values() if called else ():
        if actor.kind not in _KINDS:
            continue
        places = {a.id: beside(look, a, actor.id) for a in look.material.articles}
        if sum(bool(found) for found in places.values()) < 2:
            continue
        for choice in called:
            uses = {
                # "The Roth crony" is anybody, "the Norland regime" is one; "dictators like Roth" are many.
                a.id: [
                    u
                    for u in _uses(look, a, choice, places[a.id])
                    if (actor.kind != "person" or u.of_name) and not _is_of_many(look, a.id, u)
                ]
                for a in look.material.articles
            }
            chosen = _chosen(look, choice, uses)
            if chosen and not choice.sides[chosen[0][1].side].search(look.articles[chosen[1][0]].body):
                named = all(use.of_name for _, use in chosen)
                yield _proof(chosen, "label_called", actor.name if named else "", actor.id)


def _is_made(look: Look, choice: Choice) -> bool:
    """Whether words of two sides stand in the articles at all."""
    bodies = [article.body for article in look.material.articles]
    return sum(any(side.search(body) for body in bodies) for side in choice.sides) > 1


def _uses(look: Look, article: Article, choice: Choice, places: Sequence[Place]) -> list[Use]:
    """The uses within places of the text, outside quotation marks; "founder" within "co-founder" is none of its own."""
    found: dict[tuple[int, Span], bool] = {}
    for place in places:
        for number, pattern in enumerate(choice.sides):
            for match in pattern.finditer(article.body, *place.span):
                if article.is_prose(match.start()) and not _is_quoted(look, article, *match.span()):
                    key = number, match.span()
                    found[key] = found.get(key, False) or place.of_name
    spans = {span for _, span in found}
    return [
        Use(number, span, _is_own(look, article, span), of_name)
        for (number, span), of_name in found.items()
        if not any(low <= span[0] and span[1] <= high and (low, high) != span for low, high in spans)
    ]


def _is_quoted(look: Look, article: Article, start: int, end: int) -> bool:
    """Whether words stand between quotation marks, or touch one."""
    touched = article.body[start - 1 : start] in _MARKS or article.body[end : end + 1] in _MARKS - {"'"}
    return touched or any(low <= start < high for low, high in look.quoted[article.id])


def _is_own(look: Look, article: Article, span: Span) -> bool:
    """Whether the article itself chose the words, and they can be shown whole.

    What somebody is told to call something is not its own, nor a sentence that says "we": a tweet or a letter printed
    without quotation marks. In what it retells the words are its own, and the passage shows on whose word.
    """
    frames = look.tellings[article.id].frames
    return (
        not _is_put_on(frames.tree, span[0])
        and not _speaks(look, article, span[0])
        and whole(article, frames, (span,)) is not None
    )


def _is_put_on(tree: Syntax, offset: int) -> bool:
    """Whether the nearest verb above labels: "what he called illegal aliens", but not "called for more aid to them"."""
    below = tree.holding(offset)
    for at in tree.governors(below):
        if tree.tokens[at].lemma in _LABELLING:
            return tree.word(below) not in _CALLING_FOR
        if tree.tokens[at].pos == "VERB":
            return False
        below = at
    return False


def _speaks(look: Look, article: Article, offset: int) -> bool:
    """Whether somebody speaks of himself in the sentence, outside quotation marks."""
    tree = look.tellings[article.id].frames.tree
    words = (tree.tokens[n] for n in tree.sentence_range(tree.first_at(offset)))
    return any(t.word in _OURS and not _is_quoted(look, article, t.start, t.end) for t in words)


def _chosen(look: Look, choice: Choice, uses: Uses) -> tuple[tuple[str, Use], tuple[str, Use]] | None:
    """Two articles that keep to words of different sides, and the uses of theirs to set against each other.

    Those come first that are alike in form, then each article's usual words, then what tells most alike; sentences that
    do not speak of one matter are never set together. One that uses words of both sides keeps to none, be it in
    another's mouth. What passes may be another one in an article of another day.
    """
    least, passing = 0 if choice.called else _OF_ONE_MATTER, bool(choice.roots)
    kept = [(article, found) for article, found in uses.items() if _keeps(look, choice, article, found)]
    usual = {article: Counter(_form(look, article, use) for use in found) for article, found in kept}
    pairs = []
    for (a, ours), (b, theirs) in combinations(kept, 2):
        apart = passing and (a, b) in look.apart
        for one, other in product(ours, theirs) if not apart else ():
            shared = _shared(look, (a, one), (b, other))
            if one.side == other.side or not (one.own and other.own) or shared < least:
                continue
            two = _with_nouns(look, (a, one), (b, other)) if least else ((a, one), (b, other))
            if not least or _are_of_one(look, two):
                often = usual[a][_form(look, a, one)], usual[b][_form(look, b, other)]
                worth = _are_parallel(look, two), often, shared, -one.span[0] - other.span[0]
                pairs.append((worth, two))
    best = max(pairs, key=lambda pair: pair[0], default=None)
    if best is None:
        return None
    first, second = sorted(best[1], key=lambda each: each[1].side)
    return first, second


def _keeps(look: Look, choice: Choice, article: str, uses: Sequence[Use]) -> bool:
    """Whether an article uses words of one side, and none that is derived from the other's."""
    sides = {use.side for use in uses}
    body = look.articles[article].body
    return len(sides) == 1 and not any(root.search(body) for n, root in enumerate(choice.roots) if n not in sides)


def _form(look: Look, article: str, use: Use) -> str:
    return look.articles[article].body[slice(*use.span)].lower()


def _last(look: Look, article: str, use: Use) -> int:
    """The last token of a use."""
    return look.tellings[article].frames.tree.span(*use.span)[-1]


def _is_of_many(look: Look, article: str, use: Use) -> bool:
    """Whether a use is a noun in the plural."""
    return look.tellings[article].tokens[_last(look, article, use)].tag in OF_MANY


def _with_nouns(look: Look, *two: tuple[str, Use]) -> tuple[tuple[str, Use], ...]:
    """The uses; where one is a noun and the other a word before its noun, with that noun: "undocumented workers"."""
    nouns = [_noun_after(look, article, use) for article, use in two]
    if all(noun is not None for noun in nouns):
        return two
    return tuple(
        (article, use if noun is None or " " in _form(look, article, use) else use._replace(span=(use.span[0], noun)))
        for (article, use), noun in zip(two, nouns, strict=True)
    )


def _are_of_one(look: Look, two: Sequence[tuple[str, Use]]) -> bool:
    """Whether two words for a sort stand for the same of it here."""
    (a, one), (b, other) = two
    return are_one(look.tellings[a], one.span, look.tellings[b], other.span)


def _noun_after(look: Look, article: str, use: Use) -> int | None:
    """Where the noun ends that a use stands before, None if it has its own."""
    tokens, at = look.tellings[article].tokens, _last(look, article, use)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after.end if after is not None and after.pos == "NOUN" and tokens[at].head == at + 1 else None


def _are_parallel(look: Look, two: Sequence[tuple[str, Use]]) -> bool:
    """Whether both end in a word of one sort: two plurals, two singulars, two adjectives."""
    tags = {look.tellings[article].tokens[_last(look, article, use)].tag for article, use in two}
    return len(tags) == 1


def _shared(look: Look, one: tuple[str, Use], other: tuple[str, Use]) -> int:
    """How many words of meaning the sentences of two uses have in common, beside the words themselves."""
    lemmas = [_lemmas(look, article, use.span) for article, use in (one, other)]
    return len(lemmas[0] & lemmas[1])


def _lemmas(look: Look, article: str, span: Span) -> frozenset[str]:
    tree = look.tellings[article].frames.tree
    index = tree.holding(span[0])
    tokens = [tree.tokens[n] for n in tree.sentence_range(index)]
    return frozenset(
        t.lemma for t in tokens if t.pos in CONTENT and t.lemma not in EMPTY and not span[0] <= t.start < span[1]
    )


def _proof(chosen: tuple[tuple[str, Use], tuple[str, Use]], because: str, about: str = "", actor: str = "") -> Proof:
    sides = tuple(Side(article, use.span) for article, use in chosen)
    return Proof("label", sides, because, about=about, actors=(actor,) if actor else ())
