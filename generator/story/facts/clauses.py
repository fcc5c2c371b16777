"""The clauses of a text that can stand alone, read off the dependency tree; a shared vocabulary of pure functions.

Only main clauses are taken, with whatever says on whose word they are told: what somebody says, doubts or makes a
condition would, cut out of its sentence, be told as fact.
"""

from collections.abc import Sequence
from typing import NamedTuple

from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.model.analysis import Analysis, Token
from generator.model.text import Article

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Verbs and nouns that say nothing of what a clause is about.
_LIGHT = word_class("light")
_DASHES = frozenset({"—", "–", "--", "–-", "―", "-"})
_CLOSING = frozenset({")", "]", "”", '"'})
_VERBAL = frozenset({"VERB", "AUX"})
_LEAST, _TIGHT, _MOST = 5, 30, 38


class Clause(NamedTuple):
    """`body[start:end]`, a clause with a subject and a verb, of at most 38 words.

    `first` to `last` are its tokens. `lemmas` are those that carry meaning, `names` those of names and numbers among
    them. `opens` is the part of speech of its first word, `points` says that it points back ("this visit"), `long` that
    it has more than 30 words. `depth` is 0 at the beginning of the article, 1 at its end.
    """

    article: str
    sentence: int
    start: int
    end: int
    first: int
    last: int
    lemmas: frozenset[str]
    names: frozenset[str]
    opens: str
    points: bool
    long: bool
    depth: float


def find_clauses(article: Article, tree: Syntax) -> tuple[Clause, ...]:
    """Every main clause of 5 to 38 words with its own subject, in text order."""
    found: dict[tuple[int, int], Clause] = {}
    for verb in range(len(tree.tokens)):
        if _is_main(tree, verb):
            clause = make_clause(article, tree.analysis, tree.sentence(verb), verb, *tree.subtree(verb))
            if clause is None:
                continue
            words = len(article.body[clause.start : clause.end].split())
            if _LEAST <= words <= _MOST and is_whole(tree.tokens[clause.first : clause.last]):
                found.setdefault((clause.start, clause.end), clause)
    return tuple(found[key] for key in sorted(found))


def _is_main(tree: Syntax, verb: int) -> bool:
    token = tree.tokens[verb]
    aided = tree.child(verb, "aux", "auxpass") is not None
    told = token.pos in _VERBAL and (aided or token.tag not in {"VBN", "VBG"})
    main = token.dep == "ROOT" or (token.dep == "conj" and tree.tokens[token.head].dep == "ROOT")
    return told and main and tree.child(verb, *_SUBJECTS) is not None


def _trimmed(tokens: Sequence[Token], head: int, first: int, last: int) -> tuple[int, int]:
    """Without a dateline, and without the punctuation and the joining words of its own at its ends."""
    dateline = [n for n in range(first + 1, min(first + 7, last - 1)) if tokens[n].text in _DASHES]
    if dateline and _is_dateline(tokens, first, dateline[0]):
        first = dateline[0] + 1
    while first < last and (tokens[first].pos in {"PUNCT", "SPACE"} or _joins(tokens[first], head)):
        first += 1
    while last > first and tokens[last - 1].pos in {"PUNCT", "SPACE"} and tokens[last - 1].text not in _CLOSING:
        last -= 1
    return first, last


def _is_dateline(tokens: Sequence[Token], first: int, dash: int) -> bool:
    """Whether a place in capitals stands before the dash, and a sentence after it."""
    return tokens[first].text.isupper() and len(tokens[first].text) > 1 and tokens[dash + 1].text[0].isupper()


def _joins(token: Token, head: int) -> bool:
    return token.head == head and token.dep in {"mark", "cc"}


def is_whole(tokens: Sequence[Token]) -> bool:
    """Whether brackets and quotation marks that open also close."""
    texts = [token.text for token in tokens]
    pairs = (("(", ")"), ("[", "]"), ("“", "”"))
    return all(texts.count(a) == texts.count(b) for a, b in pairs) and all(
        texts.count(mark) % 2 == 0 for mark in ('"', "''")
    )


def make_clause(article: Article, analysis: Analysis, number: int, head: int, first: int, last: int) -> Clause | None:
    """The tokens as a clause, less a dateline and the punctuation and joining words at its ends, if any are left."""
    first, last = _trimmed(analysis.tokens, head, first, last)
    tokens = analysis.tokens[first:last]
    if not tokens:
        return None
    return Clause(
        article=article.id,
        sentence=number,
        start=tokens[0].start,
        end=tokens[-1].end,
        first=first,
        last=last,
        lemmas=frozenset(t.lemma for t in tokens if t.pos in _CONTENT and t.lemma not in _LIGHT),
        names=frozenset(t.lemma for t in tokens if t.pos in {"PROPN", "NUM"} and t.lemma not in _LIGHT),
        opens=tokens[0].pos,
        points=tokens[0].lemma in word_class("clause"),
        long=len(article.body[tokens[0].start : tokens[-1].end].split()) > _TIGHT,
        depth=number / max(1, len(analysis.sentences)),
    )
