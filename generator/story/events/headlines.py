"""The name of an event: the headline of one of its articles that says plainly what the others tell too."""

import re
from collections.abc import Collection, Mapping, Sequence

from generator.language.lexicon import word_class
from generator.matching.terms import term
from generator.model.analysis import Analysis
from generator.model.record import Record
from generator.model.text import Article, Paragraph

# A headline should be a short plain statement: quotation marks, questions and exclamations are somebody's voice.
_VOICE = re.compile(r"[“”\"‘!…]|\.\.\.|(?<!\w)'|'(?!\w)")
# Up to three words between marks are a term, no voice; what stands between marks is not the headline's own.
_TERM = re.compile(r"[“\"‘']\w+(?: \w+){0,2},?[”\"’'](?!\w)")
_QUOTE = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'].*?[’'](?!\w)")
_QUOTED = re.compile(r"“[^”]*|\"[^\"]*\"?")
# What somebody says, hung before a statement of what happened: "‘Enough is enough’: Mayor leaves council of Velt".
_SAID_BEFORE = re.compile(r"^\s*(?:“[^”]+”|\"[^\"]+\"|[‘'].+?[’'])\s*:\s*(?=\S+ \S+ \S+ \S)")
# "Council votes for bridge; mayor warns of ruin": what comes second is mostly one side's.
_SECOND = re.compile(r"(?<=\w); .*")
# "Meyer: Close the bridge", "Meyer on the bridge: Close it": a remark, and of one of whom the others need not tell.
_SPEAKER = re.compile(r"^(?P<who>[A-Z][\w.’' -]{1,30}?)(?P<on> on [^:]+)?:\s")
# "Congress to push …", "is going to push": who is to do it, not who did.
_TO_COME = re.compile(
    r"^[A-Z](?:[\w.’'-]*(?:, [^,]+,)? (?:of )?(?=[A-Zst])){1,5}(?:set |Set )?to [A-Za-z]|\b(?:is|are) going to\b"
)
# "The court is wrong", "the plan may fail": what a writer thinks of it, not what happened.
_JUDGES = re.compile(
    r"\b(?:is|are|was|were|isn[’']t|aren[’']t|got|looks?|seems?) (?!\w+(?:ing|ed|en|ne|id|un|ut|ot)\b)", re.I
)
_GUESSES = re.compile(r"\b(?:may|might|could|should|would|can[’']?t?|maybe)\b(?!\.)", re.I)
# "After the storm, …", "As the storm nears, …": what happened comes second; "…, and the clock is ticking" is an aside.
_SIDELONG = re.compile(r"^(?:after|amid|as|why|how|while|despite|with) |\bjust how\b|\bmeans\b|[—–]| - ", re.I)
_WORD = re.compile(r"[^\W_][\w’'.-]*")
# "They made a road. It won't hold": a second sentence is what the writer makes of it.
_SENTENCES = re.compile(r"[a-z]{3,}[.] +[A-Z]")
_FEWEST, _MOST = 4, 14
# Longer words tell what a headline is about; who has such a share of them in his tells the same.
_LITTLE, _MOST_WORDS = 3, 0.6
# What each fault costs, as a share of the words that other articles confirm.
_VOICED, _REMARKED, _MARKED, _LENGTHY, _SHOUTED, _PREFIXED, _AHEAD = 0.25, 0.3, 0.2, 0.15, 0.2, 0.1, 0.2
_LOADED, _JUDGED, _GUESSED, _ASIDE, _STRANGE, _VERBLESS, _TWICE = 0.7, 0.4, 0.3, 0.2, 0.3, 0.25, 0.5
# A question, a column, a teaser or a running page names no happening: any statement is better.
_NO_STATEMENT = 2.0
# So does the headline of somebody who speaks for himself.
_PERSONALLY = 0.3
# A headline that tells more of what all tell is the better name, up to some words.
_TELLING, _ENOUGH = 0.06, 7
_CLAUSE = 16
_TELLING_PARTS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
# A column's name has so many words.
_TITLED = 2
# How much it counts that its article gives the event's day.
_DATED = 0.25
# How much it counts that its article's first sentences tell what the others' do: one article's angle lies apart.
_CENTRAL = 2.0
# What it costs that a name is not how its headline begins.
_TEASED = 0.2
# How much it counts that the others' headlines have its words too.
_HEADED = 0.35
# How much of a word's share is for the first sentences: on 40 events the names are the same from 0.7 to 0.8.
_FIRST = 0.7
# So many sentences tell what an article is about; in so many a column speaks of "us".
_LEAD, _BEGINNING = 5, 10
# Words before a colon that are no part of a headline ("WATCH:"), and those of them that say that it is a column.
_TAGS, _COLUMNS = word_class("headline_tags"), word_class("headline_columns")
_TAG = re.compile(r"^\s*\[?(?P<tag>[A-Za-z]+(?: [A-Za-z]+)?)\]?\s*[:|]\s*(?=\S)")
# "(+video)", "Listen· 5:29": what a site hangs on a headline; and the outlet's name behind a bar or a dash.
_TAIL = re.compile(
    r"\s*(?:\(\+?(?:video|photos?|audio)\)|\[(?:video|photos?|audio)\]|Listen\s*·.*|(?:\||\s·\s)[^|·]+)\s*$", re.I
)
_LISTS = word_class("headline_lists")
_TEASER = word_class("headline_teasers")
_PERSONAL = word_class("headline_persons")
_PLANS, _SIDES = word_class("headline_plans"), word_class("headline_loaded")
# "Why the council closed its bridge", "5 takeaways from the vote": behind the tease stands what happened.
_TEASES = re.compile(
    r"(?:(?:[^:]{3,40}: )?(?:Why|How)"
    r"|(?:The )?(?:\w+ ){0,3}(?:takeaways|things to (?:watch|know)|lessons|moments) (?:from|in|about|for|of)(?: the)?"
    r"|What to (?:watch|know|expect)(?: for)? (?:in|about|as|from)(?: the)?) (?=\S+ \S)",
    re.IGNORECASE,
)
_AMOUNTS = word_class("headline_amounts")
# So near before such a word a number heads a list.
_NEAR = 4
_NUMERAL = re.compile(r"\d+|two|three|four|five|six|seven|eight|nine|ten")
_LIVE = re.compile(
    r"\bhere[’']s\b|\blive (?:updates?|blog|coverage)\b|\b(?:as it happened|what (?:to|we) know)\b", re.I
)


class Headline(Record, frozen=True):
    """The words that name an event, and the article they stand in."""

    text: str
    article: str


def choose_headline(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    event: Sequence[Article] = (),
    dated: Collection[str] = (),
) -> Headline:
    """The headline of one of the articles whose words the others of the event share, in theirs and in their leads.

    The first on a tie. It costs to ask, to tease, to speak for somebody, to tell of what is still to come. Without any
    headline, the first clause of the article whose words the others share most.
    """
    own = {a.id: _SAID_BEFORE.sub("", headline(a)) for a in event or articles}
    titled = [a for a in articles if own[a.id]]
    held = {a.id: _begun(*_told(own[a.id], analyses[a.id])) for a in event or articles}
    headed = {id_: _begun(*[{_bare(w) for w in _WORD.findall(text)}] * 2) for id_, text in own.items() if text}
    lemmas = {(t.pos, t.lemma.lower()) for a in event or articles for t in analyses[a.id].tokens}
    central = _central({a.id: _gist(analyses[a.id]) for a in event or articles})

    def rank(told: tuple[Article, str]) -> float:
        article, text = told
        others = [words for id_, words in held.items() if id_ != article.id]
        text = text or first_clause(article, analyses[article.id])
        heads = [words for id_, words in headed.items() if id_ != article.id]
        faults = _PERSONALLY * _is_personal(article, analyses[article.id]) - _DATED * (article.id in dated)
        faults += _TEASED * (not own[article.id].startswith(text)) - _CENTRAL * central[article.id]
        faults += _NO_STATEMENT * _is_column(text, article, others)
        faults += _VERBLESS * (not any(_is_verb(_bare(word), lemmas) for word in _WORD.findall(text)))
        return _plainness(text, others, heads) - faults

    found = [(a, text) for a in titled or articles for text in _statements(own[a.id])]
    best, text = max(found, key=rank)
    return Headline(text=cleaned(text, best) or first_clause(best, analyses[best.id]), article=best.id)


def _is_column(text: str, article: Article, held: Sequence[tuple[set[str], ...]]) -> bool:
    """Whether a name before a colon is a column's: of "River Watch" neither its own text nor the others speak."""
    found = _SPEAKER.match(text)
    named = found["who"].split() if found and not found["on"] else []
    if len(named) != _TITLED or not all(word[0].isupper() for word in named):
        return False
    told = (article.body[p.start : p.end].lower() for p in article.paragraphs if p.role == "text")
    name = " ".join(named).lower()
    return not any(name in part for part in told) and not any(_holds(lead, _bare(named[-1])) for lead, _ in held)


def _is_verb(word: str, lemmas: Collection[tuple[str, str]]) -> bool:
    """Whether a headline's word is a verb by the articles, or has the ending of one and is none of their nouns."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("d"), word.removesuffix("ed")}
    stems |= {word.removesuffix("ing"), word.removesuffix("ing") + "e"}
    if any(("VERB", stem) in lemmas for stem in stems):
        return True
    nouns = any((pos, stem) in lemmas for stem in stems for pos in ("NOUN", "PROPN", "ADJ"))
    return word.endswith(("s", "ed")) and not nouns


def _statements(text: str) -> list[str]:
    """A headline, the first of two statements in it, and the statement or the matter that it teases with."""
    first, teased = _SECOND.sub("", text), _teased(text)
    both = [text, first] if _FEWEST <= len(first.split()) < len(text.split()) else [text]
    return [*both, teased] if teased else both


def _teased(text: str) -> str:
    """What stands behind the tease of a headline that asks nothing, or ""."""
    found = _TEASES.match(text)
    if found is None or "?" in text:
        return ""
    rest = text[found.end() :]
    return "" if rest.split(" ")[0].lower() in _TEASER | _AMOUNTS else rest[0].upper() + rest[1:]


def of_happening(title: Headline, articles: Sequence[Article], analyses: Mapping[str, Analysis]) -> list[str]:
    """The ids of the articles whose headlines and first sentences hold most words of an event's title; its own too."""
    words = [w for w in map(_bare, _WORD.findall(title.text)) if len(w) > _LITTLE]
    leads = {a.id: _begun(_told(headline(a), analyses[a.id])[0])[0] for a in articles}
    shares = {name: sum(_holds(lead, word) for word in words) / max(1, len(words)) for name, lead in leads.items()}
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


def _told(title: str, analysis: Analysis) -> tuple[set[str], set[str]]:
    """The words of an article's headline and first sentences, and all its words."""
    last = analysis.sentences[min(_LEAD, len(analysis.sentences)) - 1].last if analysis.sentences else 0
    lead = {_bare(w) for w in _WORD.findall(title)} | {t.lemma.lower() for t in analysis.tokens[:last]}
    return lead, lead | {t.lemma.lower() for t in analysis.tokens if term(t)}


def _gist(analysis: Analysis) -> set[str]:
    """The words of an article's first sentences that say what it is about."""
    last = analysis.sentences[min(_LEAD, len(analysis.sentences)) - 1].last if analysis.sentences else 0
    return {t.lemma.lower() for t in analysis.tokens[:last] if t.pos in _TELLING_PARTS}


def _central(gists: Mapping[str, set[str]]) -> dict[str, float]:
    """How much the gist of each article is that of the others: the mean share of the shorter one's words."""

    def share(own: set[str], other: set[str]) -> float:
        return len(own & other) / max(1, min(len(own), len(other)))

    rest = max(1, len(gists) - 1)
    return {n: sum(share(own, other) for m, other in gists.items() if m != n) / rest for n, own in gists.items()}


def _begun(*told: set[str]) -> tuple[set[str], ...]:
    """How the words of each set begin: all beginnings of each."""
    return tuple({word[:end] for word in words for end in range(len(word) + 1)} for words in told)


def _is_personal(article: Article, analysis: Analysis) -> bool:
    """Whether the writer of an article speaks of himself or to its reader in its beginning, quotations aside."""
    text = [s for s in analysis.sentences if article.paragraphs[s.paragraph].role == "text"][:_BEGINNING]
    quoted = [place for p in article.paragraphs for place in _quoted(article, p)]
    plain = [s for s in text if not any(start < s.end and s.start < end for start, end in quoted)]
    words = [t for s in plain for t in analysis.sentence_tokens(s)]
    # "World War I" speaks of nobody.
    return any(t.pos in ("PRON", "DET") and not t.entity and t.word in _PERSONAL for t in words)


def _quoted(article: Article, paragraph: Paragraph) -> list[tuple[int, int]]:
    """Where a paragraph quotes, to its end where no mark closes."""
    found = _QUOTED.finditer(article.body, paragraph.start, paragraph.end)
    return [match.span() for match in found]


def _bare(word: str) -> str:
    return word.lower().rstrip(".-'’").removesuffix("’s").removesuffix("'s")


def _plainness(text: str, held: Sequence[tuple[set[str], ...]], heads: Sequence[tuple[set[str], ...]] = ()) -> float:
    """How well a headline names what the others tell: by the words of their leads and `heads`, less its faults."""
    words = [_bare(w) for w in _WORD.findall(text)]
    content = [w for w in words if len(w) > _LITTLE] or words
    told = sum(_share(word, held) for word in content)
    shared = told / max(1, len(content)) + _TELLING * min(told, _ENOUGH)
    alike = sum(_share(word, heads) for word in content)
    shared += _HEADED * alike / max(1, len(content)) - _STRANGE * (not alike)
    marks = _TERM.sub("", text)
    faults = (
        _VOICED * bool(_VOICE.search(marks))
        + _MARKED * (marks != text)
        + _LENGTHY * (not _FEWEST <= len(words) <= _MOST)
    )
    faults += _SHOUTED * any(w.isupper() and len(w) > 5 for w in text.split())
    faults += _NO_STATEMENT * _is_no_statement(text, words) + _LENGTHY * text.endswith(".")
    faults += _TWICE * bool(_SENTENCES.search(text))
    faults += _REMARKED * _is_anothers(text, held)
    faults += _LOADED * bool(_SIDES & set(words)) + _JUDGED * bool(_JUDGES.search(text))
    faults += _GUESSED * bool(_GUESSES.search(text)) + _ASIDE * bool(_SIDELONG.search(text))
    faults += _AHEAD * (bool(_TO_COME.search(text)) or any(w in _PLANS for w in words))
    return shared - faults - _PREFIXED * bool(re.match(r"[\w ]{2,20}:", text))


def _is_no_statement(text: str, words: Sequence[str]) -> bool:
    """Whether a headline asks, teases, addresses its reader, or heads a column or a running page."""
    tag = _TAG.match(text)
    column = tag is not None and tag["tag"].lower() in _COLUMNS
    asks = "?" in text or any(_bare(part.split(" ")[0]) in _TEASER for part in text.split(": "))
    counts = any(_NUMERAL.fullmatch(word) and _LISTS & set(words[n + 1 : n + _NEAR]) for n, word in enumerate(words))
    return bool(column or asks or counts or _LIVE.search(text) or _speaks(_QUOTE.sub("", text)))


def _is_anothers(text: str, held: Sequence[tuple[set[str], ...]]) -> bool:
    """Whether a headline gives the words of somebody whom most of the other leads don't name."""
    found = _SPEAKER.match(text)
    if found is None or (_TAG.match(text) and found["who"].lower() in _TAGS | _COLUMNS):
        return False
    names = [_bare(word) for word in found["who"].split()]
    return 2 * sum(all(_holds(lead, name) for name in names) for lead, _ in held) < len(held)


def _speaks(text: str) -> bool:
    """Whether words address the reader or speak for the writer: "we", "I'll"; "US" is a country."""
    return bool(_PERSONAL & {word.lower() for word in re.findall(r"\w+", text) if word != "US"})


def _share(word: str, held: Sequence[tuple[set[str], ...]]) -> float:
    """The share of articles that use a word, whatever its ending; one that has it in its first sentences counts whole.

    What an article is about stands there; what it only mentions, a title of the others may not be made of. `held` are
    the beginnings of each article's words: in its lead, anywhere.
    """
    told = [[_holds(words, word) for words in both] for both in held]
    return sum(_FIRST * lead + (1 - _FIRST) * anywhere for lead, anywhere in told) / max(1, len(held))


def _holds(begun: Collection[str], word: str) -> bool:
    return word.removesuffix("s")[: max(4, len(word) - 3)] in begun
