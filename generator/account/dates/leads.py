"""On which day an article's first sentences put what they tell: said of their main clause, and nothing less.

The day of somebody's earlier word, of a vote still to come, or of another thing that a sentence mentions is not the
story's day. Where the first sentences name none, the article does not say when it was.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec.structs import replace

from generator.account.dates.resolve import resolve
from generator.language.dates import read
from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.language.verbs import SAYING, UTTERANCES
from generator.model.analysis import Analysis
from generator.model.periods import Period, day, edtf, period
from generator.model.record import Record
from generator.model.story import DateMention, DayTold
from generator.model.text import Article

# So many sentences tell the story; a day in the next two is the story's only if the headline speaks of it.
_LEAD, _NEAR = 3, 5
# So many tell the days that matter.
_OPENING = 8
# News is told within so many days; a weekday that would be further back was read with a wrong tense.
_FRESH = 3
# A weekday so many days back is that of the day to come.
_FAR = 6
# Ways in which a day hangs on something that is only mentioned: "the man who left on Monday", "after Monday's vote".
_ASIDE = frozenset({"relcl", "poss", "appos", "nmod"})
_STEM = 5
# So many letters of a verb are in all of its forms.
_ROOT = 4
_LIGHT = word_class("light")
_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
# "Friday and early Saturday", "Saturday into Sunday".
_JOINED = re.compile(r"\s+(?:and|or|to|into|through)(?:\s+(?:early|late))?(?:\s+on)?\s+")
_TELLING = _CONTENT | {"PROPN", "NUM"}


class LeadDays(Record, frozen=True):
    """The day that a lead gives for what it tells as past, in its `words`, and that for which it announces it, or "".

    `headed` says that the clause of the first is the headline's own: what it names was on that day. `said` says that it
    is only the day on which somebody told of it. `named` are the days
    just past that the first sentences name alone, of whatever; `clauses` those of which they tell something.
    """

    told: str = ""
    words: str = ""
    announced: str = ""
    headed: bool = False
    said: bool = False
    named: tuple[str, ...] = ()
    clauses: tuple[DayTold, ...] = ()


def lead_days(article: Article, analysis: Analysis, mentions: Sequence[DateMention]) -> LeadDays:
    """The days of what an article's first sentences tell."""
    written = period(article.published or "")
    if written is None or written.days > 1:
        return LeadDays()
    tree, announced = Syntax(analysis), ""
    told: list[LeadDays] = []
    text = [n for n, s in enumerate(analysis.sentences) if article.paragraphs[s.paragraph].role == "text"][:_OPENING]
    opening = [m for m in mentions if m.sentence in text and not m.is_quoted(article.body) and not _is_of_now(tree, m)]
    opening = [m for m in opening if not _is_planned(tree, m, written.high)]
    alone = _alone(article, opening, written.high)
    lead = _in_lead(tree, article, text, alone)
    words = {said for m in lead if _is_only_said(tree, article, m) for said in _said(tree, _verb(tree, m))}
    # In one sentence what was done, as somebody said, comes before the day on which he said so.
    for mention in sorted(lead, key=lambda m: (m.sentence, _verb(tree, m) not in words)):
        found = day_of(mention, written.high)
        if found is None:
            continue
        ago, heads = written.high - found.low, _heads(tree, article, mention)
        if mention.tense == "past" and -1 <= ago <= _FRESH:
            told.append(LeadDays(edtf(found), mention.text, headed=heads, said=_is_only_said(tree, article, mention)))
        elif mention.tense != "past" and (mention.tense != "future") <= -ago <= _FRESH:
            announced = announced or edtf(found)
    first = told[0] if told else LeadDays()
    headed = any(other.headed for other in told if other.told == first.told)
    said = bool(told) and all(other.said for other in told if other.told == first.told)
    news = [m for m in alone if not _is_of_before(tree, m) or _heads(tree, article, m)]
    days = {edtf(found) for mention in news if (found := _just_past(replace(mention, tense="past"), written.high))}
    return LeadDays(
        first.told,
        first.words,
        announced,
        headed and not said,
        said,
        tuple(sorted(days)),
        tuple(_clauses(tree, news, written.high)),
    )


def day_of(mention: DateMention, written: int) -> Period | None:
    """The day of a mention in a lead of the day `written`, if it is one; a weekday not told as past is to come."""
    expression = read(mention.text, mention.language)
    if expression is None or expression.since:
        return None
    tense = mention.tense if expression.weekday is None or mention.tense == "past" else "future"
    found = resolve(expression, written, tense)
    if found == day(written - _FAR) and expression.kind == "weekday" and not expression.shift:
        # What tells of "Tuesday" and is dated Monday was dated where it was Monday still.
        return day(written + 1)
    return found if found is not None and found.days == 1 else None


def _just_past(mention: DateMention, written: int) -> Period | None:
    found = day_of(mention, written) if mention.tense == "past" else None
    return found if found is not None and -1 <= written - found.low <= _FRESH else None


def _clauses(tree: Syntax, mentions: Sequence[DateMention], written: int) -> Iterator[DayTold]:
    """The days just past of which sentences tell something, each with the words of the clause that does."""
    for mention in mentions:
        told, verb = _just_past(mention, written), _verb(tree, mention)
        if told is None or verb is None or not _dates_the_clause(tree, mention):
            continue
        dated = {
            _verb(tree, m)
            for m in mentions
            if m.sentence == mention.sentence and m.tense == "past" and day_of(m, written)
        }
        if dated & set(_said(tree, verb)):
            # "The party said on Monday that he left over the weekend."
            continue
        top = tree.climb(verb, lambda at: tree.tokens[at].dep == "xcomp")
        tokens = (tree.tokens[at] for at in range(*tree.subtree(top)))
        words = tuple(sorted({t.lemma.lower() for t in tokens if t.pos in _TELLING}))
        yield DayTold(edtf(told), mention.text, words, (tree.tokens[verb].lemma.lower(), tree.word(verb)))


def _alone(article: Article, mentions: Sequence[DateMention], written: int) -> list[DateMention]:
    """The mentions without the days of one stretch: "late Friday and early Saturday"."""
    days = [mention for mention in mentions if day_of(mention, written)]
    pairs = [(a, b) for a, b in pairwise(days) if _JOINED.fullmatch(article.body[a.end : b.start])]
    return [mention for mention in mentions if not any(mention in pair for pair in pairs)]


def _verb(tree: Syntax, mention: DateMention) -> int | None:
    """The nearest verb above a date."""
    return next((at for at in _above(tree, mention) if tree.tokens[at].pos == "VERB"), None)


def _is_of_now(tree: Syntax, mention: DateMention) -> bool:
    """Whether a day is that of what is, and does not happen: "today he is a lawyer", not "yesterday's vote is one"."""
    expression = read(mention.text, mention.language) if mention.tense != "past" else None
    is_now = expression is not None and expression.kind == "unit" and expression.count >= 0
    return is_now and _verb(tree, mention) is None


def _is_planned(tree: Syntax, mention: DateMention, written: int) -> bool:
    """Whether a day, not over, is of what somebody said he was about to do: "she said she was leaving on Monday"."""
    verb, found = _verb(tree, mention), day_of(mention, written)
    is_going_on = verb is not None and tree.tokens[verb].tag == "VBG" and tree.tokens[verb].dep == "ccomp"
    return is_going_on and found is not None and found.low >= written


def _is_of_before(tree: Syntax, mention: DateMention) -> bool:
    """Whether a day is of what had been before what is told: "the council had asked for it on Monday"."""
    verb = _verb(tree, mention)
    parts = [tree.tokens[at] for at in tree.children[verb]] if verb is not None else []
    return any(part.dep == "aux" and part.tag == "VBD" and part.lemma == "have" for part in parts)


def _in_lead(tree: Syntax, article: Article, text: Sequence[int], mentions: Sequence[DateMention]) -> list[DateMention]:
    places = {sentence: place for place, sentence in enumerate(text[:_NEAR])}
    return [
        mention
        for mention in mentions
        if mention.sentence in places
        and _dates_the_clause(tree, mention)
        and (places[mention.sentence] < _LEAD or _is_of_headline(article, tree.analysis, mention.sentence))
    ]


def _dates_the_clause(tree: Syntax, mention: DateMention) -> bool:
    """Whether a day hangs on the main clause of its sentence, or on what that is about; not on what it is for."""
    above = _above(tree, mention)
    below = takewhile(lambda at: tree.tokens[at].pos != "VERB", above)
    return not any(tree.tokens[at].dep in _ASIDE for at in above) and not any(tree.word(at) == "for" for at in below)


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

    Not so if the headline has the name of who says it, or he says it of himself: what he announces is his deed.
    """
    above = _above(tree, mention)
    if any(tree.word(at) == "according" for at in above):
        return True
    verb = _verb(tree, mention)
    if verb is None:
        return False
    if tree.tokens[verb].dep == "acl" and tree.tokens[tree.tokens[verb].head].lemma in UTTERANCES:
        return True
    told = _said(tree, verb)
    if not told and not _is_hung_behind(tree, verb, mention):
        return False
    title = _title_words(article)
    teller, doer = tree.subject(verb), tree.subject(told[0]) if told else None
    is_named = teller is not None and tree.tokens[teller].pos == "PROPN" and tree.word(teller) in title
    own = teller is None or tree.tokens[teller].pos == "PRON" or is_named
    return not own and not (doer is not None and tree.tokens[doer].pos == "PRON")


def _is_hung_behind(tree: Syntax, verb: int, mention: DateMention) -> bool:
    """Whether somebody is told to have said it behind what he said, with the day: "…, police said Monday"."""
    is_behind = tree.tokens[verb].lemma in SAYING and tree.tokens[verb].start < mention.start
    teller = tree.child(verb, "nsubj") if is_behind else None
    return teller is not None and tree.tokens[tree.subtree(teller)[0] - 1].text == ","


def _above(tree: Syntax, mention: DateMention) -> list[int]:
    """The last word of a date, what it hangs on, and so on up to the root."""
    words = tree.span(mention.start, mention.end)
    return list(tree.governors(words[0])) if words else []


def _said(tree: Syntax, verb: int | None) -> list[int]:
    """The verbs of what a verb of saying has said, the clause's own."""
    if verb is None or tree.tokens[verb].lemma not in SAYING:
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
