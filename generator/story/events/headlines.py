"""The name of an event: the headline of one of its articles that says plainly what the others tell too.

Where none does, the names and things that all speak of.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from generator.language.lexicon import word_class
from generator.model.analysis import Analysis
from generator.model.record import Record
from generator.model.text import Article
from generator.story.events.topics import Told, holds, told_by, topics, words_of

# Up to three words between marks are a term, no voice; what stands between marks is not the headline's own.
_TERM = re.compile(r"[“\"‘']\w+(?: \w+){0,2},?[”\"’'](?!\w)")
_QUOTE = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'].*?[’'](?!\w)")
# What somebody says, hung before a statement of what happened: "‘Enough is enough’: Mayor leaves council of Velt".
_SAID_BEFORE = re.compile(r"^\s*(?:“[^”]+”|\"[^\"]+\"|[‘'].+?[’'])\s*:\s*(?=\S+ \S+ \S+ \S)")
# "Council votes for bridge; mayor warns of ruin": what comes second is mostly one side's.
_SECOND = re.compile(r"(?<=\w); .*")
# "Meyer: Close the bridge", "Meyer on the bridge: Close it": a remark, and of one of whom the others need not tell.
_SPEAKER = re.compile(r"^(?P<who>[A-Z][\w.’' -]{1,30}?)(?P<on> on [^:]+)?:\s")
_FAULTS = (
    # A headline should be a short plain statement: quotation marks, questions and exclamations are somebody's voice.
    re.compile(r"[“”\"‘!…]|\.\.\.|(?<!\w)'|'(?!\w)"),
    # What is shouted; a sentence.
    re.compile(r"(?<!\S)[^a-z\s]{6}"),
    re.compile(r"\.$"),
    # "Congress to push …", "is going to push": who is to do it, not who did.
    re.compile(
        r"^[A-Z](?:[\w.’'-]*(?:, [^,]+,)? (?:of )?(?=[A-Zst])){1,5}(?:set |Set )?to [A-Za-z]|\b(?:is|are) going to\b"
    ),
    # "The court is wrong", "the plan may fail": what a writer thinks of it, not what happened.
    re.compile(
        r"\b(?:is|are|was|were|isn[’']t|aren[’']t|got|looks?|seems?) (?!\w+(?:ing|ed|en|ne|id|un|ut|ot)\b)", re.I
    ),
    re.compile(r"\b(?:may|might|could|should|would|can[’']?t?|maybe)\b(?!\.)", re.I),
    # "After the storm, …": what happened comes second; "…, and the clock is ticking" is an aside.
    re.compile(r"^(?:after|amid|as|why|how|while|despite|with) |\bjust how\b|\bmeans\b|[—–]| - ", re.I),
)
_FEWEST, _MOST = 4, 14
# Longer words tell what a headline is about; who has such a share of them in his tells the same.
_LITTLE, _MOST_WORDS = 3, 0.6
# What faults cost, as a share of the words that other articles confirm; a headline that takes a side; and a question, a
# column, a teaser or a running page, which names no happening: any statement is better.
_FAULT, _LOADED, _NO_STATEMENT = 0.25, 0.7, 2.0
# A headline that ranks lower is too much of a voice; and another than the best, even if the others tell it.
_TRUSTED, _SURE = 0.35, 0.6
# How much it counts that its article gives the event's day, and that the others' headlines have its words too.
_DATED, _HEADED = 0.25, 0.35
# A headline that tells more of what all tell is the better name, up to some words.
_TELLING, _ENOUGH = 0.06, 7
# Of a headline's words half of the others must open with half, and each with such a share; else it is an angle of one.
_HALF, _SHARE = 0.5, 0.35
# Of fewer articles each may be the one that tells it.
_FEW = 3
_CLAUSE = 16
# In so many sentences a column speaks of "us"; a paragraph quotes to its end where no mark closes.
_BEGINNING, _QUOTED = 10, re.compile(r"[“\"][^”\"]*[”\"]?")
# Words before a colon that are no part of a headline ("WATCH:"), and those of them that say that it is a column.
_TAGS, _COLUMNS = word_class("headline_tags"), word_class("headline_columns")
_TAG = re.compile(r"^\s*\[?(?P<tag>[A-Za-z]+(?: [A-Za-z]+)?)\]?\s*[:|]\s*(?=\S)")
# "(+video)", "Listen· 5:29": what a site hangs on a headline; and the outlet's name behind a bar or a dash.
_TAIL = re.compile(r"\s*(?:\(\+?(?:video|photos?|audio)\)|\[(?:video|photos?|audio)\]|Listen\s*·.*|\|[^|]+)\s*$", re.I)
# A number so near before such a word heads a list.
_LISTS, _NEAR = word_class("headline_lists"), 4
_NUMERAL = re.compile(r"\d+|two|three|four|five|six|seven|eight|nine|ten")
_LIVE = re.compile(
    r"\bhere[’']s\b|\blive (?:updates?|blog|coverage)\b|\b(?:as it happened|what (?:to|we) know)\b", re.I
)


class Headline(Record, frozen=True):
    """The words that name an event, and the article they stand in; `joined` are names and things of several."""

    text: str
    article: str
    joined: bool = False


def choose_headline(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    event: Sequence[Article] = (),
    dated: Collection[str] = (),
) -> Headline:
    """The headline of one of the articles whose words the others of the event share, in theirs and in their leads.

    The first on a tie. It costs to ask, to tease, to speak for somebody, to tell of what is still to come. Where it
    tells what one article makes of a matter, what all speak of. Without any headline, the first clause of the article
    whose words the others share most.
    """
    event = event or articles
    own = {a.id: _SAID_BEFORE.sub("", headline(a)) for a in event}
    told = {a.id: told_by(own[a.id], analyses[a.id]) for a in event}
    lemmas = {(t.pos, t.lemma.lower()) for a in event for t in analyses[a.id].tokens}

    def others(article: Article) -> list[Told]:
        return [words for name, words in told.items() if name != article.id]

    def rank(found: tuple[Article, str]) -> float:
        article, text = found
        text = text or first_clause(article, analyses[article.id])
        states = any(_is_verb(word, lemmas) for word in words_of(text))
        faults = _FAULT * (_is_personal(article, analyses[article.id]) + (not states))
        return _plainness(text, others(article)) - faults + _DATED * (article.id in dated)

    titled = [a for a in articles if own[a.id]]
    found = [(a, text) for a in titled or articles for text in _statements(own[a.id])]
    best, text = max(found, key=rank)
    plain = [each for each in found if rank(each) >= (_TRUSTED if each == (best, text) else _SURE)]
    shared = [each for each in plain if len(told) < _FEW or _is_shared(each[1], others(each[0]))]
    best, text = max(shared or found, key=rank)
    if text and len(told) > 1 and not shared and (things := topics(event, analyses, told)):
        return Headline(text=", ".join(things), article=best.id, joined=True)
    return Headline(text=cleaned(text, best) or first_clause(best, analyses[best.id]), article=best.id)


def of_happening(title: Headline, articles: Sequence[Article], analyses: Mapping[str, Analysis]) -> list[str]:
    """The ids of the articles whose headlines and first sentences hold most words of an event's title; its own too."""
    words = [w for w in words_of(title.text) if len(w) > _LITTLE]
    leads = {a.id: told_by(headline(a), analyses[a.id]).lead for a in articles}
    shares = {name: sum(holds(lead, word) for word in words) / max(1, len(words)) for name, lead in leads.items()}
    return [name for name, share in shares.items() if share >= _MOST_WORDS or name == title.article]


def headline(article: Article) -> str:
    """The article's headline as stated or as it stands in its text, on one line; "" when it has none."""
    if article.title:
        return " ".join(article.title.split())
    found = next((p for p in article.paragraphs if p.role == "headline"), None)
    return " ".join(article.body[found.start : found.end].lstrip("# ").split()) if found else ""


def cleaned(text: str, article: Article) -> str:
    """A headline without what its site hangs on it: "WATCH:", "(+video)", the outlet's name."""
    found = _TAG.match(text)
    if found and (found["tag"].lower() in _TAGS | _COLUMNS or found["tag"].lower() == (article.outlet or "").lower()):
        text = text[found.end() :]
    text = _TAIL.sub("", text)
    outlet = re.escape(article.outlet or "")
    return re.sub(rf"\s+[-–—]\s+{outlet}\s*$", "", text, flags=re.IGNORECASE) if outlet else text


def first_clause(article: Article, analysis: Analysis) -> str:
    """The exact words of the first sentence up to its first natural break, at most 16 words; the id without a text."""
    if not analysis.sentences:
        return article.id
    sentence = analysis.sentences[0]
    words = " ".join(article.body[sentence.start : sentence.end].split())
    words = re.sub(r"^[A-Z][A-Z .,'’-]+(?: \([A-Za-z]+\))?\s*[—–:-]+\s*", "", words)
    clause = re.split(r"[;:—–]|,\s|\.\s|\.$", words, maxsplit=1)[0]
    return " ".join((clause if len(clause.split()) >= _FEWEST else words).split()[:_CLAUSE])


def _statements(text: str) -> list[str]:
    """A headline, and the first of two statements in it."""
    first = _SECOND.sub("", text)
    return [text, first] if _FEWEST <= len(first.split()) < len(text.split()) else [text]


def _content(text: str) -> list[str]:
    words = words_of(text)
    return [w for w in words if len(w) > _LITTLE] or list(words)


def _is_shared(text: str, others: Sequence[Told]) -> bool:
    """Whether the others open with what a headline tells: with half of its words half of them, and each with some."""
    shares = [sum(holds(words.lead, word) for words in others) / len(others) for word in _content(text)]
    return sum(s >= _HALF for s in shares) >= _HALF * len(shares) and sum(shares) >= _SHARE * len(shares)


def _plainness(text: str, others: Sequence[Told]) -> float:
    """How well a headline names what the others tell: by the words of their leads and headlines, less its faults."""
    words, content = words_of(text), _content(text)
    told, alike = (
        sum(holds(begun, w) for begun in words for w in content) / max(1, len(others))
        for words in ([o.lead for o in others], [o.head for o in others])
    )
    shared = (told + _HEADED * alike) / max(1, len(content)) + _TELLING * min(told, _ENOUGH)
    marks = _TERM.sub("", text)
    faults = [
        *(pattern.search(marks) is not None for pattern in _FAULTS),
        *(marks != text, not _FEWEST <= len(words) <= _MOST, _is_anothers(text, others), not alike),
        not word_class("headline_plans").isdisjoint(words),
    ]
    grave = _LOADED * bool(word_class("headline_loaded") & set(words)) + _NO_STATEMENT * _is_no_statement(text, words)
    return shared - _FAULT * sum(faults) - grave


def _is_no_statement(text: str, words: Sequence[str]) -> bool:
    """Whether a headline asks, teases, addresses its reader, or heads a column or a running page."""
    tag = _TAG.match(text)
    column = tag is not None and tag["tag"].lower() in _COLUMNS
    asks = "?" in text or any(set(words_of(part)[:1]) & word_class("headline_teasers") for part in text.split(": "))
    counts = any(_NUMERAL.fullmatch(word) and _LISTS & set(words[n + 1 : n + _NEAR]) for n, word in enumerate(words))
    # "US" is a country.
    own = {word.lower() for word in re.findall(r"\w+", _QUOTE.sub("", text)) if word != "US"}
    return bool(column or asks or counts or _LIVE.search(text) or word_class("headline_persons") & own)


def _is_personal(article: Article, analysis: Analysis) -> bool:
    """Whether the writer of an article speaks of himself or to its reader in its beginning, quotations aside."""
    text = [s for s in analysis.sentences if article.paragraphs[s.paragraph].role == "text"][:_BEGINNING]
    quoted = [m.span() for p in article.paragraphs for m in _QUOTED.finditer(article.body, p.start, p.end)]
    plain = [s for s in text if not any(start < s.end and s.start < end for start, end in quoted)]
    words = [t for s in plain for t in analysis.sentence_tokens(s)]
    # "World War I" speaks of nobody.
    return any(t.pos in ("PRON", "DET") and not t.entity and t.word in word_class("headline_persons") for t in words)


def _is_anothers(text: str, others: Sequence[Told]) -> bool:
    """Whether a headline gives the words of somebody whom most of the other leads don't name."""
    found = _SPEAKER.match(text)
    if found is None or (_TAG.match(text) and found["who"].lower() in _TAGS | _COLUMNS):
        return False
    names = words_of(found["who"])
    return 2 * sum(all(holds(o.lead, name) for name in names) for o in others) < len(others)


def _is_verb(word: str, lemmas: Collection[tuple[str, str]]) -> bool:
    """Whether a headline's word is a verb by the articles, or has the ending of one and is none of their nouns."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("d"), word.removesuffix("ed")}
    stems |= {word.removesuffix("ing"), word.removesuffix("ing") + "e"}
    if any(("VERB", stem) in lemmas for stem in stems):
        return True
    nouns = any((pos, stem) in lemmas for stem in stems for pos in ("NOUN", "PROPN", "ADJ"))
    return word.endswith(("s", "ed")) and not nouns
