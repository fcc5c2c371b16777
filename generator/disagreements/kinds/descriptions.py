"""Where an article describes an actor: what stands beside its name, and what is said to be or to be like it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.disagreements.material import Look, Span
from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.model.actors import Mention
from generator.model.analysis import Token
from generator.model.text import Article

_NAMED = frozenset({"name", "acronym", "demonym"})
# What may stand before a name without a break: "far-right member of parliament" is read up to the "of".
_DESCRIPTIVE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "CCONJ", "PUNCT"})
_BEFORE = 8
_DESCRIBING = frozenset({"compound", "amod", "nmod", "appos", "poss"})
_LIKENING = word_class("likening")
_STANCES = word_class("stances")
OF_MANY = frozenset({"NNS", "NNPS"})
"""The tags of nouns that stand for several."""


class Place(NamedTuple):
    """A span that describes an actor; `of_name` is False where its head is another noun ("the Norland leader")."""

    span: Span
    of_name: bool = True


def beside(look: Look, article: Article, actor: str) -> list[Place]:
    """Where an article describes an actor: beside its name, by "is", instead of it, or as one of many like it."""
    passages = [d.passage for d in look.actors[actor].descriptions if d.passage.article == article.id]
    places = {Place((passage.start, passage.end)) for passage in passages}
    for mention in look.mentions.get((article.id, actor), ()):
        if mention.form in _NAMED:
            places.update(_around(look, mention))
        elif mention.form == "description":
            places.add(Place((mention.start, mention.end)))
    return _joined(places)


def _joined(places: Iterable[Place]) -> list[Place]:
    """Places in order, those in one that touch: "co", "-" and "founder" are parsed as three."""
    joined: list[Place] = []
    for place in sorted(places):
        before = joined[-1] if joined else None
        if before is not None and before.span[1] == place.span[0] and before.of_name == place.of_name:
            joined[-1] = Place((before.span[0], place.span[1]), place.of_name)
        else:
            joined.append(place)
    return joined


def _around(look: Look, mention: Mention) -> Iterator[Place]:
    tree = look.tellings[mention.article].frames.tree
    tokens = tree.span(mention.start, mention.end)
    head = next((n for n in tokens if tree.tokens[n].head not in tokens), None)
    if head is None:
        return
    governor = tree.tokens[head].head
    above = tree.tokens[governor]
    joined = tree.tokens[head].dep in ("compound", "amod", "poss") and above.pos == "NOUN"
    if above.lemma in _STANCES:
        yield from _stance(tree, governor)
    elif joined and not _is_title(tree, governor):
        yield Place((above.start, above.end), of_name=False)
    # "Centrist Democrats" and "centrist Norland voters" are some of many.
    if mention.form == "name" and not joined and tree.tokens[head].tag not in OF_MANY:
        yield from _of_name(tree, mention, tokens, head)
    if tree.tokens[head].dep == "appos" and above.pos == "NOUN":
        yield Place((tree.tokens[tree.phrase(governor)[0]].start, min(above.end, mention.start)))


def _of_name(tree: Syntax, mention: Mention, tokens: range, head: int) -> Iterator[Place]:
    for child in tree.children[head]:
        if tree.tokens[child].dep in _DESCRIBING and child not in tokens:
            yield _phrase(tree, child)
    first = tokens[0]
    while first and tokens[0] - first < _BEFORE and _may_describe(tree.tokens[first - 1]):
        first -= 1
    if first < tokens[0]:
        yield Place((tree.tokens[first].start, mention.start))
    if tree.tokens[head].dep == "nsubj" and tree.tokens[tree.tokens[head].head].lemma == "be":
        attribute = tree.child(tree.tokens[head].head, "attr")
        if attribute is not None and tree.child(tree.tokens[head].head, "neg", "aux") is None:
            yield _phrase(tree, attribute)
    yield from _of_many(tree, head)


def _of_many(tree: Syntax, head: int) -> Iterator[Place]:
    """The noun of which the named is an instance, or whose stance it is.

    "Progressive senators like Nora Lind and Ana Ruiz", "the far-left candidacies of Nora Lind and Ana Ruiz".
    """
    head = tree.climb(head, lambda i: tree.tokens[i].dep == "conj")
    link = tree.tokens[tree.tokens[head].head]
    if tree.tokens[head].dep != "pobj" or tree.tokens[link.head].pos != "NOUN":
        return
    if link.lemma in _LIKENING:
        first, _ = tree.phrase(link.head)
        yield Place((tree.tokens[first].start, tree.tokens[link.head].end))
    elif link.lemma == "of" and tree.tokens[link.head].lemma in _STANCES:
        yield from _stance(tree, link.head)


def _stance(tree: Syntax, noun: int) -> Iterator[Place]:
    """The adjectives of somebody's views, policies or candidacy."""
    for child in tree.children[noun]:
        if tree.tokens[child].dep == "amod":
            yield Place((tree.tokens[tree.phrase(child)[0]].start, tree.tokens[child].end))


def _phrase(tree: Syntax, index: int) -> Place:
    first, last = tree.phrase(index)
    return Place((tree.tokens[first].start, tree.tokens[last - 1].end))


def _is_title(tree: Syntax, noun: int) -> bool:
    """Whether a noun stands before a name: "the country's leader Nora Lind" tells of her, not of the country."""
    return noun + 1 < len(tree.tokens) and tree.tokens[noun + 1].pos == "PROPN"


def _may_describe(token: Token) -> bool:
    return token.pos in _DESCRIPTIVE and (token.pos != "PUNCT" or token.text in ("-", "‑"))
