"""How an article introduces a person in its own words: titles, appositions, and what it says somebody is.

Bodies and countries get none: what stands beside their names is mostly said of somebody or something else.
"""

from collections.abc import Callable, Mapping, Sequence

from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import PARTY_MEMBERS, Candidate, opens_clause
from generator.account.actors.dress import begins_whole, is_of_several, lead_of, token_at
from generator.account.actors.lexicon import CALLINGS, COURTESY, KIN, TIME_WORDS
from generator.account.actors.quoted import Quoted
from generator.account.actors.spans import is_page_label
from generator.language.lexicon import word_class
from generator.model.actors import Description
from generator.model.analysis import Analysis, Token
from generator.model.text import Article

# A description is a phrase, not a story.
_LONGEST = 12


def describe(
    drafts: Sequence[Draft],
    articles: Mapping[str, Article],
    introduced: Callable[[Candidate], Sequence[tuple[int, int]]],
) -> None:
    """Add to each person the exact phrases by which the articles introduce him, each once an article, in text order.

    `introduced` gives the spans of those that introduce one mention (`introductions`).
    """
    named = [
        (candidate.article, candidate.start, number)
        for number, draft in enumerate(drafts)
        if draft.kind == "person"
        for candidate, form in draft.mentions
        if form in {"name", "acronym"}
    ]
    places = {(c.article, c.start, n): c for n, draft in enumerate(drafts) for c, _ in draft.mentions}
    for place in sorted(named):
        candidate, draft = places[place], drafts[place[2]]
        for start, end in introduced(candidate):
            add_description(draft, articles[candidate.article], start, end)


def add_description(draft: Draft, article: Article, start: int, end: int) -> None:
    """Add the words from `start` to `end`, unless the article has described the actor so already."""
    phrase = article.body[start:end]
    if any(d.passage.article == article.id and d.text.casefold() == phrase.casefold() for d in draft.descriptions):
        return
    draft.descriptions.append(Description(text=phrase, passage=article.passage(start, end)))


def introductions(candidate: Candidate, analysis: Analysis, body: str, quoted: Quoted) -> list[tuple[int, int]]:
    """The body spans of the phrases for a person that introduce one mention; of two, one in the other, the longer."""
    found = [_title(candidate, analysis, body)]
    if not quoted.holds(candidate.start):
        found += [_apposition_after(candidate, analysis), _apposed_to(candidate, analysis)]
    spans = [span for span in found if span is not None and _is_clean(body[span[0] : span[1]])]
    whole = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    return [
        (start, end)
        for start, end in whole
        if _is_of_a_person(start, end, analysis)
        and begins_whole(start, analysis, body)
        and not is_of_several(body[start:end])
        and not _hangs_on_others(start, end, analysis)
        and not _opens_with_another(start, analysis)
    ]


def _opens_with_another(start: int, analysis: Analysis) -> bool:
    """Whether a label of the page or a day stands where a phrase seems to begin: "on [Tuesday Holm's adviser]"."""
    first = token_at(start, analysis)
    return is_page_label(*analysis.tokens[first : first + 2]) or analysis.tokens[first].word in TIME_WORDS


def _hangs_on_others(start: int, end: int, analysis: Analysis) -> bool:
    """ "His predecessor", "even her husband", "a third man", "friend", "that judge" hang on what stands before them."""
    first, last = token_at(start, analysis), token_at(end, analysis)
    tokens = analysis.tokens[first:last]
    telling = tokens[(tokens[0].tag == "DT") :]
    alone = len(telling) == 1 and (tokens[0].word == "the" or telling[0].word in _RELATIVE)
    counts = tokens[0].tag == "CD" or any(t.word in _AMONG_OTHERS or _is_ordinal(t) for t in (*telling[:1], tokens[0]))
    # "NBC colleague" is one of somebody there.
    of_whom = any(t.tag == "POS" or t.word in {"of", "to", "in"} or t.entity == "PERSON" for t in tokens)
    related = tokens[-1].word in _RELATIVE and not of_whom
    own = any(t.tag == "PRP$" for t in tokens[:3])
    return alone or counts or related or own or tokens[0].tag in _SUBORDINATE or tokens[0].word == "that"


def _is_ordinal(token: Token) -> bool:
    """ "The second President" is of a family or a row."""
    return token.entity == "ORDINAL" and token.word != "first"


_RELATIVE = (KIN - {"lady"}) | word_class("of_somebody")
_SUBORDINATE = frozenset({"WRB", "WP", "WP$", "WDT", "IN"})


_AMONG_OTHERS = ((word_class("asserted_anyway") | word_class("changing")) & word_class("never_names")) - {"first"}


def _is_clean(phrase: str) -> bool:
    """One line, no quotation marks: loaded words in quotation marks are somebody's speech. A colon ends other words."""
    return not set(phrase) & set('\n"“”@#:;,')


def _is_of_a_person(start: int, end: int, analysis: Analysis) -> bool:
    """Whether the noun that a phrase turns on is one for a person, and for one alone."""
    first = token_at(start, analysis)
    last = token_at(end, analysis)
    inside = range(first, last)
    tops = [i for i in inside if analysis.tokens[i].head not in inside and analysis.tokens[i].pos in {"NOUN", "PROPN"}]
    heads = {word for i in tops or inside for word in (analysis.tokens[i].lemma.lower(), analysis.tokens[i].word)}
    heads.add(analysis.tokens[last - 1].word)
    if any(analysis.tokens[i].tag in {"NNS", "NNPS"} for i in tops) or is_of_several(analysis.tokens[last - 1].text):
        return False
    return bool(heads & _PERSONS) or any(word.endswith(_PERSON_ENDINGS) for word in heads if len(word) > _SHORT)


_PERSONS = CALLINGS | COURTESY | word_class("person_heads") | word_class("unnamed_persons") | PARTY_MEMBERS
_PERSON_ENDINGS = ("ist", "ian", "man", "woman", "eer")
_SHORT = 5


def _title(candidate: Candidate, analysis: Analysis, body: str) -> tuple[int, int] | None:
    if not candidate.titled or set(candidate.title.casefold().split()) <= COURTESY:
        return None
    if analysis.tokens[candidate.last - 1].dep == "compound":
        # "Longtime President Roth hand Bo Holm": who knows whose word "longtime" is.
        return None
    start = min(lead_of(candidate, analysis), candidate.title_start)
    end = start + len(body[start : candidate.start].rstrip(" ,\n"))
    return start, end


def _apposition_after(candidate: Candidate, analysis: Analysis) -> tuple[int, int] | None:
    """ "Ada Example, the mayor of Anytown, …": the phrase that hangs on the name after a comma."""
    tokens, sentence = analysis.tokens, analysis.sentences[candidate.sentence]
    after = candidate.last
    if after + 1 >= sentence.last or tokens[after].text not in {",", "—", "–", "("}:
        return None
    for index in range(after + 1, min(sentence.last, after + _LONGEST)):
        token = tokens[index]
        if token.dep == "appos" and candidate.first <= token.head < candidate.last:
            found = _phrase(analysis, after + 1, index, sentence.last) if token.pos == "NOUN" else None
            return None if found is None or _names_another(found[1], analysis) else found
    return None


def _names_another(end: int, analysis: Analysis) -> bool:
    """Whether a name follows that the phrase may explain as well: "As for Roth, Holm's brother, Mayor Bo Holm, …"."""
    after = token_at(end, analysis)
    if not after < len(analysis.tokens) or analysis.tokens[after].text != ",":
        return False
    run = analysis.tokens[after + 1 : after + 1 + _LONGEST_TITLE]
    name = next((i for i, t in enumerate(run) if t.entity == "PERSON"), None)
    return name is not None and all(t.text != "," and t.pos in {"ADJ", "NOUN", "PROPN"} for t in run[:name])


# So many words of a title may stand before the name.
_LONGEST_TITLE = 4


def _phrase(analysis: Analysis, first: int, head: int, limit: int) -> tuple[int, int] | None:
    """The words from `first` through all that hangs on `head`, up to a comma, a bracket or a relative clause."""
    tokens = analysis.tokens
    last = head + 1
    while last < limit and tokens[last].text not in _ENDS and tokens[last].tag not in {"WP", "WP$", "WDT"}:
        if not _hangs_on(tokens[last].head, head, first, analysis):
            # The phrase goes on, and the model has lost its thread: "an adviser to Friends [of the Harbour]".
            return None
        if tokens[last].dep == "relcl":
            break
        last += 1
    cut = tokens[last - 1].pos in {"ADP", "CCONJ", "DET", "PUNCT", "PART", "SCONJ", "AUX"}
    # "The head of roads[, bridges and canals]", "a strategist at Holm[, Roth & Co.]".
    cut = cut or any(t.dep == "conj" and head < t.head < last for t in tokens[last : min(last + 2, limit)])
    if cut or last - first > _LONGEST:
        return None
    return tokens[first].start, tokens[last - 1].end


_ENDS = frozenset({",", "—", "–", ";", ":", "(", ")", "“", "”", '"', "--", "."})


def _hangs_on(index: int, head: int, first: int, analysis: Analysis) -> bool:
    for _ in range(_LONGEST):
        if index == head:
            return True
        if index < first or analysis.tokens[index].head == index:
            return False
        index = analysis.tokens[index].head
    return False


def _apposed_to(candidate: Candidate, analysis: Analysis) -> tuple[int, int] | None:
    """ "the city's mayor, Ada Example": the phrase that the name explains."""
    tokens = analysis.tokens
    root = next((t for t in tokens[candidate.first : candidate.last] if t.dep == "appos"), None)
    if root is None or root.head >= candidate.first or tokens[root.head].pos != "NOUN":
        return None
    if tokens[root.head].dep == "pobj" and tokens[tokens[tokens[root.head].head].head].pos == "NOUN":
        # "An adviser to the mayor, Ada Example": either may be meant.
        return None
    begin = _noun_phrase_start(analysis, root.head, analysis.sentences[candidate.sentence].first)
    gap = tokens[root.head + 1 : candidate.first]
    if not gap and (tokens[begin].word in {"a", "an"} or opens_clause(tokens, candidate.first, candidate.last)):
        # "A clip shows a woman Roth says is her mother".
        return None
    if len(gap) > 3 or any(t.text != "," and t.pos not in {"PROPN", "ADJ", "NOUN"} for t in gap):
        # "Holm beat the mayor – Roth by ten votes": a dash ends the clause.
        return None
    return tokens[begin].start, tokens[root.head].end


def _noun_phrase_start(analysis: Analysis, head: int, floor: int) -> int:
    begin = head
    while begin > floor and analysis.tokens[begin - 1].dep in _BEFORE_NOUN and begin > head - _LONGEST:
        begin -= 1
    while begin < head and (analysis.tokens[begin].pos == "PUNCT" or analysis.tokens[begin].word == "both"):
        begin += 1
    return begin


_BEFORE_NOUN = frozenset({"det", "poss", "amod", "compound", "nmod", "case", "nummod", "punct", "advmod"})


def is_tied(candidate: Candidate, analysis: Analysis) -> bool:
    """Whether a name belongs to other words: "Roth's adviser", "the adviser to Roth"."""
    return analysis.tokens[candidate.last - 1].dep in _BELONGING


_BELONGING = frozenset({"poss", "pobj"})
