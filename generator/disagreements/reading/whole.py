"""Whole phrases, fit to be printed by themselves."""

from collections.abc import Collection, Sequence

from generator.disagreements.reading.acts import children
from generator.disagreements.reading.side import Side, Span
from generator.model.analysis import Token

# Without these a phrase is broken off.
_NEEDED = frozenset({"pobj", "dobj", "attr", "xcomp", "ccomp", "acomp", "pcomp", "prt", "oprd", "compound", "agent"})
_QUOTES = frozenset({"”", '"'})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLOSING = frozenset({"PUNCT", "SPACE", "DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_MOST_WORDS = 9
_MOST_BEFORE = 4
_MOST_TOPIC = 6
_NO_OPENING = frozenset({"PART", "PUNCT", "PRON", "DET"})
_PLAIN = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM"})


def phrase(side: Side, numbers: Sequence[int], *, articles: bool = True, least: int = 1) -> Span | None:
    """The place of a phrase of `least` to nine words, cut only where what is left is whole; None if it cannot be so.

    A phrase whose beginning is too long is told from what it says on: after "that", or from a verb. `articles` says
    whether it may open with a determiner.
    """
    tokens = side.analysis.tokens
    for start in _starts(tokens, numbers):
        run = list(numbers[start:])
        while run and _opens_loosely(tokens[run[0]], articles=articles):
            run = run[1:]
        for end in range(len(run), 0, -1):
            span = tokens[run[0]].start, tokens[run[end - 1]].end
            if (
                least <= len(side.words(span).split()) <= _MOST_WORDS
                and not _ends_loosely(tokens[run[end - 1]])
                and _is_whole(side, run, run[:end])
            ):
                return span
    return None


def _starts(tokens: Sequence[Token], numbers: Sequence[int]) -> list[int]:
    after_that = [k + 1 for k, n in enumerate(numbers[:-1]) if tokens[n].dep == "mark" and tokens[n].lemma == "that"]
    verbs = [k for k, n in enumerate(numbers) if k and tokens[n].tag in _FINITE and tokens[n].pos == "VERB"]
    return [0, *after_that, *verbs]


def _opens_loosely(token: Token, *, articles: bool) -> bool:
    return token.pos in {"PUNCT", "SPACE", "CCONJ"} or (token.pos == "DET" and not articles)


def _ends_loosely(token: Token) -> bool:
    return token.pos in _CLOSING and token.text not in _QUOTES and token.dep != "prt"


def _is_whole(side: Side, run: Sequence[int], kept: Sequence[int]) -> bool:
    """Whether the words kept hang together and leave out nothing that one of them needs."""
    tokens = side.analysis.tokens
    inside, dropped = set(kept), set(run) - set(kept)
    if kept[-1] - kept[0] != len(kept) - 1:
        return False
    texts = [tokens[n].text for n in kept]
    if texts.count("“") != texts.count("”") or texts.count("(") != texts.count(")") or texts.count('"') % 2:
        return False
    closed = all(tokens[n].head in inside or tokens[n].head not in dropped for n in kept)
    needed = [n for n in dropped if tokens[n].head in inside and (tokens[n].dep in _NEEDED or tokens[n].lemma == "of")]
    return closed and not needed


def noun_phrase(side: Side, number: int, without: Collection[int] = ()) -> Span:
    """The noun with the names and qualities before it and a short phrase after it ("the meeting in Paris").

    The phrase after it is left out where it holds one of the tokens `without`.
    """
    tokens = side.analysis.tokens
    first = last = number
    while first - 1 in side.numbers and number - first < _MOST_BEFORE and _leads(side, first - 1, number):
        first -= 1
    while first < number and (tokens[first].pos in _NO_OPENING or tokens[first].lemma in {"'s", "’s", "own"}):
        first += 1
    while first - 2 in side.numbers and _is_hyphen(side, first - 1):
        first -= 2
    after = [n for n in children(side, number) if n == number + 1 and tokens[n].dep == "prep" and n not in without]
    tail = side.below(after[0]) if after and tokens[number].pos == "NOUN" else []
    if tail and tail[-1] - first < _MOST_TOPIC and tail[-1] - tail[0] == len(tail) - 1 and _is_plain(side, tail):
        last = tail[-1]
    return tokens[first].start, tokens[last].end


def _is_hyphen(side: Side, number: int) -> bool:
    """Whether a token joins the two beside it into one word."""
    before, token, after = side.analysis.tokens[number - 1 : number + 2]
    return token.text == "-" and before.end == token.start and token.end == after.start


def _is_plain(side: Side, tail: Sequence[int]) -> bool:
    tokens = side.analysis.tokens
    return all(tokens[n].pos in _PLAIN for n in tail) and tokens[tail[-1]].pos in {"NOUN", "PROPN"}


def _leads(side: Side, number: int, noun: int) -> bool:
    token = side.analysis.tokens[number]
    glued = token.text in {"-", "–"} or token.tag == "POS"
    return (glued or token.dep in _BEFORE_NOUN) and number in side.below(noun) and token.pos != "PRON"
