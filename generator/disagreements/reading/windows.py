"""The part of a sentence to show: all of it when short, else the clauses that bear on the other positions."""

import re
from collections.abc import Sequence

from generator.model.analysis import Analysis, Token
from generator.model.claims import Claim
from generator.model.text import Article, Passage

# A quotation of a card has at most so many words: with a clause of context the reader can judge the difference.
WORDS = 34
_LEAST = 6
# In weights of lemmas, which go up to about 5: the words that say whose word it is, and those that must not be cut off.
_VOICE, _KEPT = 4.0, 50.0
_PASSING_ON = frozenset({"accord", "allegedly", "reportedly"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "xcomp", "appos", "pcomp"})
_BREAKS = frozenset({",", ";", ":", "—", "–", "--", "-"})
_TRAILING = frozenset({",", ";", ":", "—", "–", "--", "-", "(", "["})
_JOINTS = "-/'’"
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def passage_of(
    article: Article,
    analysis: Analysis,
    claim: Claim,
    others: Sequence[Claim],
    weights: dict[str, float],
    *,
    keep: tuple[int, int] | None = None,
) -> Passage:
    """The passage of `claim` that shares most with `others`, from clause boundary to clause boundary.

    The place `keep` in the body is in it, whatever it shares.
    """
    tokens = analysis.tokens[claim.first : claim.last]
    gains = [gain + voice for gain, voice in zip(_gains(tokens, others, weights), _voices(tokens, claim), strict=True)]
    if keep is not None:
        gains = [
            g + (_KEPT if keep[0] <= t.start and t.end <= keep[1] else 0.0) for g, t in zip(gains, tokens, strict=True)
        ]
    first, last = _trim(tokens, *_window(tokens, claim.first, gains))
    return article.passage(tokens[first].start, tokens[last - 1].end)


def _gains(tokens: Sequence[Token], others: Sequence[Claim], weights: dict[str, float]) -> list[float]:
    shared = [set(other.content) for other in others]
    return [weights.get(t.lemma, 0.0) * sum(t.lemma in s for s in shared) / max(1, len(shared)) for t in tokens]


def _voices(tokens: Sequence[Token], claim: Claim) -> list[float]:
    """What the words are worth that say whose word it is: cut off, they turn an assessment into a fact."""
    if not (claim.attributed or claim.hedged):
        return [0.0] * len(tokens)
    telling = claim.sources | _PASSING_ON
    return [_VOICE if token.lemma in telling else 0.0 for token in tokens]


def _window(tokens: Sequence[Token], base: int, gains: Sequence[float]) -> tuple[int, int]:
    lengths = [0]
    for token in tokens:
        lengths.append(lengths[-1] + len(_WORD.findall(token.text)))
    if lengths[-1] <= WORDS:
        return 0, len(tokens)
    sums = [0.0]
    for gain in gains:
        sums.append(sums[-1] + gain)
    cuts = _cuts(tokens, base)
    windows = [
        (sums[b] - sums[a] + 0.02 * (lengths[b] - lengths[a]), -a, b)
        for a in cuts
        for b in cuts
        if a < b and _LEAST <= lengths[b] - lengths[a] <= WORDS
    ]
    if windows:
        _, start, end = max(windows)
        return -start, end
    return 0, max(n for n, length in enumerate(lengths) if length <= WORDS)


def _cuts(tokens: Sequence[Token], base: int) -> list[int]:
    """Where a window may begin or end: around clauses and at punctuation that parts them."""
    spans = [[i, i] for i in range(len(tokens))]
    for i in range(len(tokens)):
        at, steps = i, 0
        while (head := tokens[at].head - base) != at and 0 <= head < len(tokens) and steps < len(tokens):
            spans[head][0], spans[head][1] = min(spans[head][0], i), max(spans[head][1], i)
            at, steps = head, steps + 1
    cuts = {0, len(tokens)}
    for i, token in enumerate(tokens):
        if token.text in _BREAKS and token.dep == "punct" and i and i + 1 < len(tokens):
            cuts |= {i, i + 1}
        elif token.dep in _CLAUSES and (token.pos in {"VERB", "AUX"} or token.dep == "appos"):
            cuts |= {spans[i][0], spans[i][1] + 1}
    return sorted(cut for cut in cuts if not _inside_word(tokens, cut))


def _inside_word(tokens: Sequence[Token], cut: int) -> bool:
    """Whether a cut before token `cut` would part what is written together, as "one-in-three" is."""
    if not 0 < cut < len(tokens) or tokens[cut - 1].end != tokens[cut].start:
        return False
    joint = tokens[cut - 1].text[-1] + tokens[cut].text[0]
    return joint.isalnum() or any(c in _JOINTS for c in joint)


def _trim(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    while first < last - 1 and tokens[first].text in _TRAILING:
        first += 1
    while last - 1 > first and tokens[last - 1].text in _TRAILING:
        last -= 1
    return first, last
