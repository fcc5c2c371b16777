"""The clauses of a text that can stand alone, read off the dependency tree; a shared vocabulary of pure functions.

Only main clauses are taken, with whatever says on whose word they are told: what somebody says, doubts or makes a
condition would, cut out of its sentence, be told as fact.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.language.lexicon import word_class
from generator.model.analysis import Analysis, Sentence, Token
from generator.model.text import Article

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Verbs and nouns that say nothing of what a clause is about.
_LIGHT = word_class("light")
# A tail that says on whose word, or on what condition, may not be cut off.
_BINDING = frozenset(word_class("binding"))
_CUTS = frozenset({",", "—", "–", ";", "--", "―"})
_DASHES = frozenset({"—", "–", "--", "–-", "―", "-"})
_CLOSING = frozenset({")", "]", "”", '"'})
_LOOSE = frozenset({"advcl", "relcl", "acl", "appos", "punct", "cc", "npadvmod", "parataxis", "dep"})
_WHEN_WHERE = frozenset({"DATE", "TIME", "GPE", "LOC"})
_VERBAL = frozenset({"VERB", "AUX"})
_LEAST, _LEAST_CUT, _TIGHT, _MOST = 5, 8, 30, 38


class Clause(NamedTuple):
    """`body[start:end]`, a clause with a subject and a verb, of at most 38 words; `first` to `last` are its tokens.

    `lemmas` are those that carry meaning, `names` those of names and numbers among them. `negated` says that its verb
    is. `opens` is the part of speech of its first word, `points` says that it points back ("this visit"), `relative`
    that it is a name with its relative clause, `long` that it has more than 30 words. `depth` is 0 at the beginning of
    the article and 1 at its end.
    """

    article: str
    sentence: int
    start: int
    end: int
    first: int
    last: int
    lemmas: frozenset[str]
    names: frozenset[str]
    negated: bool
    opens: str
    points: bool
    relative: bool
    long: bool
    depth: float


def find_clauses(article: Article, analysis: Analysis) -> tuple[Clause, ...]:
    """Every main clause of 5 to 38 words with its own subject, in text order, and how each could be cut shorter.

    A relative clause that says what somebody does is taken with the name before it ("the mayor, who left the hall").
    """
    found: dict[tuple[int, int], Clause] = {}
    for number, sentence in enumerate(analysis.sentences):
        for head, first, last in _phrases(analysis, sentence):
            for start, stop in _cuts(article, analysis.tokens, head, first, last):
                clause = _clause(article, analysis, number, head, start, stop)
                found.setdefault((clause.start, clause.end), clause)
    return tuple(found[key] for key in sorted(found))


def _phrases(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """The verb of each main clause with the first and last (exclusive) token of what hangs on it."""
    children: dict[int, list[int]] = {}
    for index in range(sentence.first, sentence.last):
        head = analysis.tokens[index].head
        if head != index:
            children.setdefault(head, []).append(index)
    for index in range(sentence.first, sentence.last):
        token = analysis.tokens[index]
        subjects = [child for child in children.get(index, ()) if analysis.tokens[child].dep in _SUBJECTS]
        aided = any(analysis.tokens[child].dep in {"aux", "auxpass"} for child in children.get(index, ()))
        if token.pos not in _VERBAL or not subjects or (token.tag in {"VBN", "VBG"} and not aided):
            continue
        below = _below(children, index)
        if token.dep == "ROOT" or (token.dep == "conj" and analysis.tokens[token.head].dep == "ROOT"):
            yield index, min(below), max(below) + 1
        elif token.dep == "relcl" and analysis.tokens[subjects[0]].tag in {"WP", "WDT"}:
            named = [n for n in _below(children, token.head) if n < min(below)]
            if analysis.tokens[token.head].pos == "PROPN" and len(named) > 1:
                yield index, min(named), max(below) + 1


def _below(children: Mapping[int, Sequence[int]], index: int) -> list[int]:
    found, waiting = [], [index]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting.extend(children.get(at, ()))
    return found


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


def _is_whole(tokens: Sequence[Token]) -> bool:
    """Whether brackets and quotation marks that open also close."""
    texts = [token.text for token in tokens]
    pairs = (("(", ")"), ("[", "]"), ("“", "”"))
    return all(texts.count(a) == texts.count(b) for a, b in pairs) and texts.count('"') % 2 == 0


def _cuts(article: Article, tokens: Sequence[Token], head: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The clause, and every shorter form that leaves out a tail it can spare, if they have the length."""
    first, last = _trimmed(tokens, head, first, last)
    spare = [cut for cut in range(last - 1, head + 2, -1) if _may_cut(tokens, head, first, cut, last)]
    for cut in (last, *spare):
        start, stop = _trimmed(tokens, head, first, cut)
        length = _length(article, tokens, start, stop)
        if _LEAST <= length <= _MOST and (cut == last or length >= _LEAST_CUT) and _is_whole(tokens[start:stop]):
            yield start, stop


def _may_cut(tokens: Sequence[Token], head: int, first: int, cut: int, last: int) -> bool:
    """Whether the tail hangs on the rest only by what can be left out: a relative clause, an apposition."""
    opener = tokens[cut]
    if _is_spare(tokens, head, first, cut, last):
        return True
    if not (opener.text in _CUTS or (opener.dep == "mark" and opener.lemma != "that")):
        return False
    tail = tokens[cut:last]
    named = tokens[cut - 1].pos == "PROPN" and cut + 1 < last and tokens[cut + 1].pos == "PROPN"
    half = [token.lemma for token in tokens[first:cut] if token.lemma in {"between", "and"}][-1:] == ["between"]
    if named or half or any(token.lemma in _BINDING for token in tail):
        return False
    return all(_is_loose(tokens, token, head) for token in tail if first <= token.head < cut)


def _is_spare(tokens: Sequence[Token], head: int, first: int, cut: int, last: int) -> bool:
    """Whether the tail says when or where of a verb that is not denied, asked or supposed: it is so without it too."""
    opener, tail = tokens[cut], tokens[cut:last]
    if opener.head != head or opener.dep not in {"prep", "npadvmod"} or any(t.lemma in _BINDING for t in tail):
        return False
    plain = not any(t.head == head and (t.dep == "neg" or t.tag == "MD") for t in tokens[first:last])
    named = any(t.entity in _WHEN_WHERE for t in tail)
    return plain and named and all(t is opener or t.head >= cut for t in tail)


def _is_loose(tokens: Sequence[Token], token: Token, head: int) -> bool:
    if token.dep == "conj":
        return token.pos in _VERBAL and tokens[token.head].pos in _VERBAL
    return token.dep in _LOOSE or (token.dep == "prep" and token.head == head)


def _length(article: Article, tokens: Sequence[Token], first: int, last: int) -> int:
    return len(article.body[tokens[first].start : tokens[last - 1].end].split())


def _clause(article: Article, analysis: Analysis, number: int, head: int, first: int, last: int) -> Clause:
    tokens = analysis.tokens[first:last]
    return Clause(
        article=article.id,
        sentence=number,
        start=tokens[0].start,
        end=tokens[-1].end,
        first=first,
        last=last,
        lemmas=frozenset(t.lemma for t in tokens if t.pos in _CONTENT and t.lemma not in _LIGHT),
        names=frozenset(t.lemma for t in tokens if t.pos in {"PROPN", "NUM"} and t.lemma not in _LIGHT),
        negated=any(t.dep == "neg" and t.head == head for t in tokens),
        opens=tokens[0].pos,
        points=tokens[0].lemma in word_class("clause"),
        relative=analysis.tokens[head].dep == "relcl",
        long=_length(article, analysis.tokens, first, last) > _TIGHT,
        depth=number / max(1, len(analysis.sentences)),
    )
