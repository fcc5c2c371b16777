"""Whether a clause that one article tells alone is news of its event: who matters in it lets something be known now.

Much that only one article has is true and nobody's question: history, colour, what a bystander did or a critic thinks.
Of some 270 sentences that were judged, what an article tells on its own word was news in two of three, such a statement
in 52 of 53. So it needs a speaker of the event or in office, who is told plainly, briefly and of these days.
"""

from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.language.verbs import SAYING, THINKING
from generator.model.periods import period
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side, stem

# A longer paragraph explains; so many days back is no matter of these days.
_BRIEF, _BACK = 2, 7
# Words of who holds power or an office of state, in his own name or beside it.
_RANKS = ("american_offices", "heads_of_state", "judicial_offices", "legislative_offices", "military_offices")
_POWERS = frozenset().union(*map(word_class, (*_RANKS, "one_holder", "state_heads")))
_OFFICES, _PAST = word_class("offices"), word_class("no_longer")
_BODIES = frozenset({"ORG", "NORP", "GPE"})
_BESIDE = ("compound", "amod", "appos", "nmod")
_MODALS = word_class("modals_unsaid")
# Others than the speaker.
_OTHERS = word_class("nobody") | word_class("ours") | {"they"}


def is_news(side: Side, clause: Clause) -> bool:
    """Whether somebody who matters says something in the clause that is to be understood and of these days."""
    tree, sentences = side.telling.frames.tree, side.analysis.sentences
    speaker, said = tree.child(clause.head, "nsubj"), tree.child(clause.head, "ccomp")
    paragraph = sentences[clause.sentence].paragraph
    return (
        speaker is not None
        and said is not None
        and tree.tokens[clause.head].lemma in SAYING
        and sum(sentence.paragraph == paragraph for sentence in sentences) <= _BRIEF
        and _is_plain(tree, clause.head)
        and _is_clear(tree, said)
        and _matters(side, speaker)
        and not _is_stale(side, clause)
    )


def _is_plain(tree: Syntax, saying: int) -> bool:
    """Whether a verb of saying is told without "could", and without what the writer thinks of it: "famously"."""
    beside = [tree.word(at) for at in tree.children[saying] if tree.tokens[at].dep in ("advmod", "aux")]
    return not any(word.endswith("ly") or word in _MODALS for word in beside)


def _is_clear(tree: Syntax, said: int) -> bool:
    """Whether it is said of what the clause names, or of the speaker, if not only what he thought or where he was."""
    subject = tree.child(said, "nsubj", "nsubjpass", "expl")
    if subject is None or tree.tokens[subject].pos != "PRON":
        return True
    verb = tree.word(said).removesuffix("s"), tree.tokens[said].lemma
    own = tree.tokens[said].tag != "VBD" and THINKING.isdisjoint(verb)
    return own and tree.word(subject) not in _OTHERS


def _matters(side: Side, speaker: int) -> bool:
    """Whether who speaks is a body, holds an office where the article names him, or is whom the article begins with."""
    tree, actor = side.telling.frames.tree, side.actors.get(speaker)
    if actor is None:
        return tree.tokens[speaker].entity in _BODIES or _holds_office(tree, speaker)
    named = [at for at, other in side.actors.items() if other == actor]
    began = stem(tree.tokens[speaker]) in side.leading
    return began or side.kinds.get(actor, "person") != "person" or any(_holds_office(tree, at) for at in named)


def _holds_office(tree: Syntax, at: int) -> bool:
    """Whether an office stands beside the name: one of state, or any written as a title; none that was held once."""
    beside = [c for c in tree.children[at] if tree.tokens[c].dep in _BESIDE]
    near = [at, *beside, *(c for n in beside for c in tree.children[n] if tree.tokens[c].dep in _BESIDE)]
    titles = [n for n in near if tree.tokens[n].pos == "PROPN" and tree.tokens[n].text.istitle()]
    if any(tree.word(n) in _PAST for n in range(*tree.subtree(at))):
        return False
    return any(tree.word(n) in _OFFICES for n in titles) or any(tree.word(n).rstrip(".") in _POWERS for n in near)


def _is_stale(side: Side, clause: Clause) -> bool:
    """Whether it names a day or a time that was over a week before its article."""
    today = period(side.source.published) if side.source.published else None
    told = (period(day.date) for day in side.dates(clause.start, clause.end) if day.date)
    return today is not None and any(day is not None and today.low - day.high > _BACK for day in told)
