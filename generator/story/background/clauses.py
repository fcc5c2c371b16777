"""The tight stretch of an article's own words that tells one dated happening and can be read alone."""

from collections.abc import Iterator

from msgspec.structs import replace

from generator.language.lexicon import word_class
from generator.language.tense import children, governor
from generator.model.analysis import Analysis
from generator.model.story import DateMention
from generator.story.background.happenings import HAPPENINGS
from generator.story.background.readable import MOST_WORDS, Clause, is_readable, length

# How many clauses outwards a happening may be told in before the words speak of something else.
_OUTWARDS = 3
_CLAUSES = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_BREAKS = frozenset({",", ";", ":", "—", "–", "-", "--"})
_STRIPPED = _BREAKS | {"."} | word_class("clause_openers")
_PAUSES = frozenset({",", ";", ":", "—", "–", "--", "(", ")"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "dative", "agent"})
_RELATIVE = frozenset({"relcl", "acl"})
_NOUN_LINKS = frozenset({"poss", "nummod", "amod", "compound", "npadvmod", "appos", "nmod"})


def telling(analysis: Analysis, mention: DateMention) -> Clause | None:
    """The shortest readable stretch around a date that tells what happened then, or None."""
    for clause in _candidates(analysis, mention):
        for form in (_from_subject(analysis, clause, mention), clause):
            shortened = form and _shorten(analysis, form, mention)
            if shortened and is_readable(analysis, shortened):
                return shortened
    return None


def _from_subject(analysis: Analysis, clause: Clause, mention: DateMention) -> Clause | None:
    """The clause without an opening adjunct that the date is not in: from its subject on."""
    subjects = [t for t in children(analysis, clause.head) if t.dep in _SUBJECTS]
    if not subjects or analysis.tokens[clause.top].dep in _RELATIVE:
        return None
    sentence = analysis.sentences[mention.sentence]
    numbers = [i for i in range(sentence.first, sentence.last) if analysis.tokens[i] in subjects]
    span = _span(analysis, numbers[0], clause.head)
    if span is None or not clause.first < span.first or analysis.tokens[span.first].start > mention.start:
        return None
    return replace(clause, first=span.first)


def noun_phrase(analysis: Analysis, mention: DateMention) -> Clause | None:
    """The named happening that a year itself qualifies ("the 2022 invasion of ..."), or None."""
    number = _last_token(analysis, mention)
    head = analysis.tokens[number].head
    if analysis.tokens[number].dep not in _NOUN_LINKS or analysis.tokens[head].lemma not in HAPPENINGS:
        return None
    clause = _span(analysis, head, head)
    clause = clause and _shorten(analysis, clause, mention)
    return clause if clause and is_readable(analysis, clause) else None


def lasting(analysis: Analysis, mention: DateMention) -> Clause | None:
    """The clause that has gone on since what the date dates: "... since the mill closed in 2019"; or None."""
    head = governor(analysis, date_token(analysis, mention))
    if head is None or analysis.tokens[head].dep != "advcl":
        return None
    marks = {t.word for t in children(analysis, head) if t.dep == "mark"}
    outer = _verb_above(analysis, head)
    if marks != {"since"} or outer is None or analysis.tokens[outer].tag not in ("VBN", "VBG"):
        return None
    clause = _clause_of(analysis, outer, outer)
    shortened = clause and _shorten(analysis, clause, mention)
    return shortened if shortened and is_readable(analysis, shortened) else None


def base_of(analysis: Analysis, mention: DateMention, base: str) -> Clause | None:
    """The words in an anniversary's expression that name what it is of."""
    sentence = analysis.sentences[mention.sentence]
    start = mention.end - len(base)
    inside = [i for i in range(sentence.first, sentence.last) if start <= analysis.tokens[i].start < mention.end]
    return Clause(first=inside[0], last=inside[-1] + 1, head=inside[0], top=inside[0]) if inside else None


def date_token(analysis: Analysis, mention: DateMention) -> int:
    """The last word of a date expression, by token number."""
    sentence = analysis.sentences[mention.sentence]
    inside = [
        i
        for i in range(sentence.first, sentence.last)
        if analysis.tokens[i].start < mention.end and analysis.tokens[i].end > mention.start
    ]
    words = [i for i in inside if analysis.tokens[i].pos != "PUNCT"]
    within = set(inside)
    # The expression's own head: the word of it that hangs on a word outside.
    return next((i for i in words if analysis.tokens[i].head not in within), (words or [sentence.first])[-1])


def _candidates(analysis: Analysis, mention: DateMention) -> Iterator[Clause]:
    """Stretches that tell what the date dates: its noun phrase, or its clause and the clauses that hold it."""
    head = governor(analysis, date_token(analysis, mention))
    if head is not None and analysis.tokens[head].pos not in _CLAUSES:
        clause = _span(analysis, head, head)
        if clause and analysis.tokens[head].lemma in HAPPENINGS:
            yield clause
        return
    verb = head
    for _ in range(_OUTWARDS):
        if verb is None or head is None:
            return
        if clause := _clause_of(analysis, verb, head):
            yield clause
        verb = _verb_above(analysis, verb)


def _verb_above(analysis: Analysis, index: int) -> int | None:
    seen = index
    for _ in range(6):
        head = analysis.tokens[seen].head
        if head == seen:
            return None
        if analysis.tokens[head].pos in _CLAUSES:
            return head
        seen = head
    return None


def _clause_of(analysis: Analysis, verb: int, head: int) -> Clause | None:
    """The words of a verb's clause; of a relative clause, with the noun that it tells of."""
    token = analysis.tokens[verb]
    span = _span(analysis, verb, head)
    if span is None:
        return None
    if token.dep in _RELATIVE:
        return replace(span, first=_noun_start(analysis, token.head))
    subjects = [t for t in children(analysis, verb) if t.dep in _SUBJECTS]
    return _without_others(analysis, span, verb) if subjects else None


def _noun_start(analysis: Analysis, noun: int) -> int:
    """Where a noun phrase begins; of one in apposition, where the noun that it explains begins."""
    if analysis.tokens[noun].dep == "appos":
        return _noun_start(analysis, analysis.tokens[noun].head)
    span = _span(analysis, noun, noun)
    return span.first if span else noun


def _without_others(analysis: Analysis, span: Clause, verb: int) -> Clause:
    """The clause without coordinate clauses that have a subject of their own."""
    last = span.last
    for index in range(max(verb, span.head) + 1, span.last):
        token = analysis.tokens[index]
        if token.dep == "conj" and token.pos in _CLAUSES and any(t.dep in _SUBJECTS for t in children(analysis, index)):
            other = _span(analysis, index, index)
            if other is not None and other.first > max(verb, span.head):
                last = min(last, other.first)
    return replace(span, last=last)


def _span(analysis: Analysis, top: int, head: int) -> Clause | None:
    """The words that hang on token `top`, as one stretch."""
    sentence = analysis.sentence_at(analysis.tokens[top].start)
    if sentence is None:
        return None
    held = analysis.sentences[sentence]
    inside = [i for i in range(held.first, held.last) if _hangs_on(analysis, i, top)]
    return Clause(first=min(inside), last=max(inside) + 1, head=head, top=top)


def _hangs_on(analysis: Analysis, index: int, top: int) -> bool:
    while index != top:
        head = analysis.tokens[index].head
        if head == index:
            return False
        index = head
    return True


def _shorten(analysis: Analysis, clause: Clause, mention: DateMention) -> Clause | None:
    """The clause without loose ends, cut where another statement begins, and at any break if it is still too long."""
    needed = max(_core(analysis, clause.head), _core(analysis, clause.top), _last_token(analysis, mention))
    ends = _begins_other if analysis.tokens[clause.top].pos in _CLAUSES else _ends_noun
    cut = next((i for i in range(needed + 1, clause.last) if ends(analysis, i)), clause.last)
    stripped = _strip(analysis, replace(clause, last=cut))
    while stripped is not None and length(analysis, stripped) > MOST_WORDS:
        cut = max((i for i in range(needed + 1, stripped.last) if _is_break(analysis, i)), default=0)
        if not cut:
            return None
        stripped = _strip(analysis, replace(stripped, last=cut))
    return stripped


def _core(analysis: Analysis, head: int) -> int:
    """The last token without which a verb says nothing: itself, its object, the verb of what is said."""
    sentence = analysis.sentence_at(analysis.tokens[head].start)
    if sentence is None:
        return head
    held = analysis.sentences[sentence]
    tokens = range(held.first, held.last)
    return max([head, *(i for i in tokens if analysis.tokens[i].head == head and analysis.tokens[i].dep in _OBJECTS)])


def _begins_other(analysis: Analysis, index: int) -> bool:
    """Whether another statement begins here: after a pause, or after "and" with a finite verb of its own."""
    token = analysis.tokens[index]
    if token.text in _PAUSES:
        # A comma within a noun phrase ("an ongoing, full-scale war") hangs on the noun to come.
        return token.head < index
    if token.pos != "CCONJ":
        return False
    for later in analysis.tokens[index + 1 : index + 12]:
        if later.text in _PAUSES or later.text == "." or later.tag in ("WDT", "WP"):
            return False
        if later.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
    return False


def _last_token(analysis: Analysis, mention: DateMention) -> int:
    sentence = analysis.sentences[mention.sentence]
    inside = [i for i in range(sentence.first, sentence.last) if analysis.tokens[i].start < mention.end]
    return max(inside, default=sentence.first)


def _ends_noun(analysis: Analysis, index: int) -> bool:
    """Whether a named happening ends here: before a pause, an "and", or a verb that goes on from it."""
    token = analysis.tokens[index]
    return token.text in _PAUSES or token.pos in ("CCONJ", "VERB", "AUX")


def _is_break(analysis: Analysis, index: int) -> bool:
    """Whether a clause that is too long may end before this token."""
    token = analysis.tokens[index]
    return token.text in _BREAKS or token.dep == "mark" or token.tag in ("WDT", "WP")


def _strip(analysis: Analysis, clause: Clause) -> Clause | None:
    """The clause without loose punctuation and conjunctions at its ends."""
    first, last = clause.first, clause.last
    while first < last and _is_loose(analysis, first, clause):
        first += 1
    while first < last and analysis.tokens[last - 1].word in _STRIPPED:
        last -= 1
    return replace(clause, first=first, last=last) if first < last else None


def _is_loose(analysis: Analysis, index: int, clause: Clause) -> bool:
    """At the beginning: a "when" only if it opens this very clause, and not another inside it."""
    token = analysis.tokens[index]
    if token.dep in ("mark", "advmod") and token.head != clause.top:
        return False
    return token.word in _STRIPPED and token.dep in ("mark", "advmod", "cc", "punct")
