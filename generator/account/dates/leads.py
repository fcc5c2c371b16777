"""On which day an article's first sentences put what they tell: said of their main clause, and nothing less.

The day of somebody's earlier word, of a vote still to come, or of another thing that a sentence mentions is not the
story's day. Where the first sentences name none, the article does not say when it was.
"""

import re
from collections.abc import Sequence

from generator.account.dates.resolve import resolve
from generator.language.dates import read
from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.language.verbs import SAYING, UTTERANCES
from generator.model.analysis import Analysis
from generator.model.periods import Period, edtf, period
from generator.model.record import Record
from generator.model.story import DateMention
from generator.model.text import Article

# So many sentences tell the story; a day in the next two is the story's only if the headline speaks of it.
_LEAD, _NEAR = 3, 5
# So many tell the days that matter.
_OPENING = 8
# News is told within so many days; a weekday that would be further back was read with a wrong tense.
_FRESH = 3
# So far back a day may be that several articles give: a weekday that one alone gives was read with a wrong tense.
_FAR = 6
# A weekday of the headline's happening may be so many days back.
_WEEKDAY = 5
# A day of the headline's happening that is named with its month may be so many days back.
_DATED = 30
# Ways in which a day hangs on something that is only mentioned: "the man who left on Monday", "after Monday's vote".
_ASIDE = frozenset({"relcl", "poss", "appos", "nmod"})
# "Friday's figures show": said of the subject itself.
_OWN = frozenset({"poss", "nmod"})
_STEM = 5
# So many letters of a verb are in all of its forms.
_ROOT = 4
_LIGHT = word_class("light")
_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})


class LeadDays(Record, frozen=True):
    """The day that a lead gives for what it tells as past, and that for which it announces it; "" for neither.

    `headed` says that the clause of the first is the headline's own: what it names was on that day. `said` says that it
    is only the day on which somebody told of it. `far` is a day further back that it gives, or "".
    """

    told: str = ""
    far: str = ""
    announced: str = ""
    headed: bool = False
    said: bool = False


def lead_days(article: Article, analysis: Analysis, mentions: Sequence[DateMention]) -> LeadDays:
    """The days of what an article's first sentences tell."""
    written = period(article.published or "")
    if written is None or written.days > 1:
        return LeadDays()
    tree, announced, far = Syntax(analysis), "", ""
    told: list[LeadDays] = []
    for mention in _in_lead(tree, article, analysis, mentions):
        found = _day(mention, written.high)
        if found is None:
            continue
        ago, heads = written.high - found.low, _heads(tree, article, mention)
        if mention.tense == "past" and 0 <= ago <= _reach(mention, heads=heads):
            told.append(LeadDays(edtf(found), headed=heads, said=_is_only_said(tree, article, mention)))
        elif mention.tense == "past" and 0 <= ago <= _FAR:
            far = far or edtf(found)
        elif mention.tense != "past" and (mention.tense != "future") <= -ago <= _FRESH:
            announced = announced or edtf(found)
    first = told[0] if told else LeadDays()
    headed = any(other.headed for other in told if other.told == first.told)
    said = all(other.said for other in told if other.told == first.told)
    return LeadDays(first.told, far, announced, headed and not said, bool(told) and said)


def _reach(mention: DateMention, *, heads: bool) -> int:
    """How many days back a day may be the story's: the headline's own further, and one with its month further still."""
    expression = read(mention.text, mention.language)
    dated = expression is not None and expression.month is not None and expression.day is not None
    return (_DATED if dated else _WEEKDAY) if heads else _FRESH


def _day(mention: DateMention, written: int) -> Period | None:
    """The day of a mention in a lead of the day `written`, if it is one; a weekday not told as past is to come."""
    expression = read(mention.text, mention.language)
    if expression is None or expression.since:
        return None
    tense = mention.tense if expression.weekday is None or mention.tense == "past" else "future"
    found = resolve(expression, written, tense)
    return found if found is not None and found.days == 1 else None


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


def _in_lead(tree: Syntax, article: Article, analysis: Analysis, mentions: Sequence[DateMention]) -> list[DateMention]:
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
    return not any(
        tree.tokens[at].dep in _ASIDE
        and not (tree.tokens[at].dep in _OWN and tree.tokens[tree.tokens[at].head].dep == "nsubj")
        for at in _above(tree, mention)
    )


def _heads(tree: Syntax, article: Article, mention: DateMention) -> bool:
    """Whether the headline names what a day is given for: its verb or noun of action, or what is said to have been."""
    title = _title_words(article)
    dated = []
    for at in _above(tree, mention):
        dated.append(at)
        if tree.tokens[at].pos == "VERB":
            dated += _said(tree, at)
            break
    lemmas = {tree.tokens[at].lemma.lower() for at in dated if tree.tokens[at].pos in ("VERB", "NOUN")}
    return any(_is_form(word, lemma) for lemma in lemmas - _LIGHT for word in title)


def _title_words(article: Article) -> list[str]:
    return [word.lower() for word in re.findall(r"\w+", article.title or "")]


def _is_only_said(tree: Syntax, article: Article, mention: DateMention) -> bool:
    """Whether a day is that of a word on what others did: "…, police said Monday", "in a statement issued Monday".

    Not so if the headline names who says it, or he says it of himself: what he announces is his deed.
    """
    above = _above(tree, mention)
    if any(tree.word(at) == "according" for at in above):
        return True
    verb = next((at for at in above if tree.tokens[at].pos == "VERB"), None)
    if verb is None:
        return False
    if tree.tokens[verb].dep == "acl" and tree.tokens[tree.tokens[verb].head].lemma in UTTERANCES:
        return True
    told = _said(tree, verb)
    if not told:
        return False
    title = _title_words(article)
    teller, doer = tree.subject(verb), tree.subject(told[0])
    own = teller is None or tree.tokens[teller].pos == "PRON" or tree.word(teller) in title
    return not own and not (doer is not None and tree.tokens[doer].pos == "PRON")


def _above(tree: Syntax, mention: DateMention) -> list[int]:
    """The last word of a date, what it hangs on, and so on up to the root."""
    words = tree.span(mention.start, mention.end)
    return list(tree.governors(words[0])) if words else []


def _said(tree: Syntax, verb: int) -> list[int]:
    """The verbs of what a verb of saying has said, the clause's own."""
    if tree.tokens[verb].lemma not in SAYING:
        return []
    heads = [at for at in tree.children[verb] if tree.tokens[at].dep in ("ccomp", "xcomp")]
    return heads + [at for head in heads for at in tree.children[head] if tree.tokens[at].dep in ("xcomp", "conj")]


def _is_form(word: str, lemma: str) -> bool:
    """Whether a word may be a form of a lemma, or a noun made of it."""
    return word.startswith(lemma[: max(_ROOT, len(lemma) - 3)])


def _is_of_headline(article: Article, analysis: Analysis, sentence: int) -> bool:
    """Whether a sentence shares a word with the headline, names aside."""
    words = {word.lower()[:_STEM] for word in (article.title or "").split() if len(word) >= _STEM}
    tokens = analysis.sentence_tokens(analysis.sentences[sentence])
    return any(t.pos in _CONTENT and t.text.lower()[:_STEM] in words for t in tokens)
