"""Whether a clause is a sentence of its article's text that can be read by itself, away from what stands around it.

What one source alone tells is shown with nothing beside it. So who or what it speaks of must be named in it, or be what
its article is about; and a caption, a credit, a heading run into the text is no sentence that tells something.
"""

from collections.abc import Sequence
from itertools import pairwise

from generator.language.lexicon import word_class
from generator.model.analysis import Token
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, is_content, stem

# Fewer words may stand in an article twice by chance.
_CHANCE = 4
# So many words besides names and numbers tell something.
_PLAIN = 3
_POINTING = word_class("pointing")
_PERSONAL = word_class("pronouns_male") | word_class("pronouns_female")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What makes known which thing is meant: "the mayor of Velt", "the car he drove", "the third man", "the Velt bridge".
_SAYING_WHICH = frozenset({"prep", "relcl", "acl", "appos", "poss", "compound", "nummod", "nmod"})
_JOINING = frozenset({"ADP", "DET", "SCONJ", "CCONJ", "PRON", "AUX"})


def is_readable(side: Side, clause: Clause, others: Sequence[Side]) -> bool:
    """Whether a clause can be read alone, by who knows what the articles of the event are about."""
    tokens = side.analysis.tokens[clause.first : clause.last]
    plain = sum(is_content(token) and token.pos not in ("PROPN", "NUM") for token in tokens)
    return not (
        plain < _PLAIN
        or any(t.dep in ("det", "amod", "advmod") and t.lemma in _POINTING for t in tokens)
        or _acts_unnamed(tokens)
        or _has_heading(tokens)
        or _hangs(side, clause, others)
        or _is_caption(side, clause)
    )


def _acts_unnamed(tokens: Sequence[Token]) -> bool:
    """Whether "he" or "she" acts in the clause before it names anybody whom that could be."""
    acts = (t.lemma.lower() in _PERSONAL and t.dep in _SUBJECTS for t in tokens)
    first = next((n for n, acting in enumerate(acts) if acting), 0)
    return first > 0 and not any(t.entity == "PERSON" for t in tokens[:first])


def _has_heading(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins anew within, behind a heading without a stop: "Long history Over the years, …"."""
    return any(
        t.text[0].isupper()
        and not t.entity
        and t.pos in _JOINING
        and t.text != "I"
        and before.pos not in ("PUNCT", "PROPN")
        for before, t in pairwise(tokens)
    )


def _hangs(side: Side, clause: Clause, others: Sequence[Side]) -> bool:
    """Whether its subject is something told before: "the two", "the same", or "the mission" of which no lead speaks."""
    tree = side.telling.frames.tree
    subject = tree.subject(clause.head)
    if subject is None or not any(tree.word(c) == "the" for c in tree.children[subject]):
        return False
    if tree.tokens[subject].pos not in ("NOUN", "PROPN"):
        return True
    known = any(tree.tokens[c].dep in _SAYING_WHICH for c in tree.children[subject])
    named = tree.tokens[subject].pos == "PROPN" or tree.tokens[subject].entity
    return not (known or named or any(stem(tree.tokens[subject]) in one.leading for one in (side, *others)))


def _is_caption(side: Side, clause: Clause) -> bool:
    """Whether the sentence behind it stands in the article twice: a caption repeats the text."""
    sentence = side.analysis.sentences[clause.sentence]
    own = [s for s in side.analysis.sentences if s.paragraph == sentence.paragraph]
    return any(side.body.count(side.body[s.start : s.end]) > 1 for s in own if s.last - s.first > _CHANCE)
