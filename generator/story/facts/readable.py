"""Whether a clause is a sentence of its article's text that can be read by itself, away from what stands around it.

What one source alone tells is shown with nothing beside it. So who or what it speaks of must be named in it, or be what
its article is about; and a caption, a credit, a heading run into the text is no sentence that tells something.
"""

from collections.abc import Sequence
from itertools import pairwise

from generator.language.lexicon import word_class
from generator.language.verbs import HE_OR_SHE
from generator.matching.rarity import is_common, rarity
from generator.model.analysis import Token
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, is_content, stem

# Fewer words may stand in an article twice by chance.
_CHANCE = 4
# So many words besides names and numbers tell something.
_PLAIN = 3
# The logarithm of the rank up to which a noun is of no one story: "company", "place".
_GENERAL = 6.3
_POINTING, _NONE = word_class("pointing"), word_class("none")
_SAID_OF = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_TIMES = frozenset({"DATE", "TIME"})
_JOINING = frozenset({"ADP", "DET", "SCONJ", "CCONJ", "PRON", "AUX"})


def is_readable(side: Side, clause: Clause, others: Sequence[Side]) -> bool:
    """Whether a clause can be read alone, by who knows what the articles of the event are about."""
    tokens = side.analysis.tokens[clause.first : clause.last]
    plain = sum(is_content(token) and token.pos not in ("PROPN", "NUM") for token in tokens)
    return not (
        plain < _PLAIN
        or any(t.lemma in _POINTING and (t.dep in ("det", "amod", "advmod") or _stands_for(t)) for t in tokens)
        or _is_unnamed(tokens)
        or not _belongs(side, clause, others)
        or _has_heading(tokens)
        or _is_caption(side, clause)
    )


def _stands_for(token: Token) -> bool:
    """Whether a pointing word is all that is said of a thing: "learned this"."""
    return token.tag == "DT" and token.dep in _SAID_OF


def _is_unnamed(tokens: Sequence[Token]) -> bool:
    """Whether "he" or "it" stands in the clause before it names anybody or anything that could be meant."""
    things = [t for t in tokens if t.dep in _SAID_OF]
    if any(t.lemma == "it" and t.dep == "dobj" for t in things[:2]):
        return True
    told = (t.lemma.lower() in HE_OR_SHE and t.dep in _SAID_OF for t in tokens)
    first = next((n for n, telling in enumerate(told) if telling), 0)
    return first > 0 and not any(t.entity == "PERSON" for t in tokens[:first])


def _belongs(side: Side, clause: Clause, others: Sequence[Side]) -> bool:
    """Whether it speaks of somebody whom, or something that, another article begins with: a letter has more stories."""
    tokens = side.analysis.tokens
    own = [at for at in range(clause.first, clause.last) if tokens[at].pos in ("NOUN", "PROPN")]
    acting = {side.actors[at] for at in own if at in side.actors}
    nouns = [tokens[at] for at in own if tokens[at].entity not in _TIMES]
    telling = {stem(token) for token in nouns if rarity(token.lemma.lower()) > _GENERAL}
    rare = {stem(token) for token in nouns if not is_common(token.lemma.lower())}
    return any(acting & one.words.actors or telling & one.leading or rare & one.words.stems for one in others)


def _has_heading(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins anew within, behind a heading without a stop: "Long history Over the years, …"."""
    return any(
        t.text[0].isupper()
        and t.text != "I"
        and before.pos != "PUNCT"
        and (t.lemma.lower() in _NONE or (not t.entity and t.pos in _JOINING and before.pos != "PROPN"))
        for before, t in pairwise(tokens)
    )


def _is_caption(side: Side, clause: Clause) -> bool:
    """Whether the sentence behind it stands in the article twice: a caption repeats the text."""
    sentence = side.analysis.sentences[clause.sentence]
    own = [s for s in side.analysis.sentences if s.paragraph == sentence.paragraph]
    return any(side.body.count(side.body[s.start : s.end]) > 1 for s in own if s.last - s.first > _CHANCE)
