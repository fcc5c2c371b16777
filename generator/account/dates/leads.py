"""On which day an article's first sentences put what they tell: said of their main clause, and nothing less.

The day of somebody's earlier word, of a vote still to come, or of another thing that a sentence mentions is not the
story's day. Where the first sentences name none, the article does not say when it was.
"""

from collections.abc import Sequence

from generator.account.dates.resolve import resolve
from generator.language.dates import read
from generator.language.tree import Syntax
from generator.model.analysis import Analysis
from generator.model.periods import edtf, period
from generator.model.story import DateMention
from generator.model.text import Article

# So many sentences tell the story; a day in the next two is the story's only if the headline speaks of it.
_LEAD, _NEAR = 3, 5
# So many tell the days that matter.
_OPENING = 10
# News is told within so many days; a weekday that would be further back was read with a wrong tense.
_FRESH = 3
# Ways in which a day hangs on something that is only mentioned: "the man who left on Monday", "after Monday's vote".
_ASIDE = frozenset({"relcl", "poss", "appos", "nmod"})
# "Friday's figures show": said of the subject itself.
_OWN = frozenset({"poss", "nmod"})
_STEM = 5
_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})


def lead_days(article: Article, analysis: Analysis, mentions: Sequence[DateMention]) -> tuple[str, str]:
    """The day that the lead gives for what it tells as past, and that for which it announces it; "" for neither."""
    written = period(article.published or "")
    if written is None or written.days > 1:
        return "", ""
    told, announced = "", ""
    for mention in _in_lead(article, analysis, mentions):
        expression = read(mention.text, mention.language)
        found = resolve(expression, written.high, mention.tense) if expression and not expression.since else None
        if found is None or found.days > 1:
            continue
        if mention.tense == "past" and 0 <= written.high - found.low <= _FRESH:
            told = told or edtf(found)
        elif mention.tense == "future" and 0 <= found.low - written.high <= _FRESH:
            announced = announced or edtf(found)
    return told, announced


def named_days(article: Article, analysis: Analysis, mentions: Sequence[DateMention]) -> tuple[str, ...]:
    """The days just past that the first sentences name, of whatever: "in Tuesday's vote", "died there on Monday"."""
    written = period(article.published or "")
    if written is None or written.days > 1:
        return ()
    text = [n for n, s in enumerate(analysis.sentences) if article.paragraphs[s.paragraph].role == "text"][:_OPENING]
    days = set()
    for mention in mentions:
        expression = read(mention.text, mention.language) if mention.sentence in text else None
        found = resolve(expression, written.high, "past") if expression and not expression.since else None
        if found is not None and found.days == 1 and 0 <= written.high - found.low <= _FRESH:
            days.add(edtf(found))
    return tuple(sorted(days))


def _in_lead(article: Article, analysis: Analysis, mentions: Sequence[DateMention]) -> list[DateMention]:
    tree = Syntax(analysis)
    text = [n for n, s in enumerate(analysis.sentences) if article.paragraphs[s.paragraph].role == "text"][:_NEAR]
    places = {sentence: place for place, sentence in enumerate(text)}
    return [
        mention
        for mention in mentions
        if mention.sentence in places
        and _dates_the_clause(tree, mention)
        and (places[mention.sentence] < _LEAD or _is_of_headline(article, analysis, mention.sentence))
    ]


def _dates_the_clause(tree: Syntax, mention: DateMention) -> bool:
    """Whether a day hangs on the main clause of its sentence, or on what that is about."""
    at = next(iter(tree.span(mention.start, mention.end)), None)
    seen: set[int] = set()
    while at is not None and at not in seen:
        seen.add(at)
        above = tree.tokens[at].head
        dep = tree.tokens[at].dep
        if dep in _ASIDE and not (dep in _OWN and tree.tokens[above].dep == "nsubj"):
            return False
        at = above
    return True


def _is_of_headline(article: Article, analysis: Analysis, sentence: int) -> bool:
    """Whether a sentence shares a word with the headline, names aside."""
    words = {word.lower()[:_STEM] for word in (article.title or "").split() if len(word) >= _STEM}
    tokens = analysis.sentence_tokens(analysis.sentences[sentence])
    return any(t.pos in _CONTENT and t.text.lower()[:_STEM] in words for t in tokens)
