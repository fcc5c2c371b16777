"""The name of an event: the headline of one of its articles that says plainly what the others tell too."""

import re
from collections.abc import Mapping, Sequence

from generator.matching.similarity import term
from generator.model.analysis import Analysis
from generator.model.record import Record
from generator.model.text import Article

# A headline should be a short plain statement: quotation marks, questions and exclamations are somebody's voice.
_VOICE = re.compile(r"[“”\"‘!?…]|(?<!\w)'|'(?!\w)")
_FEWEST, _MOST = 4, 14
# What each fault costs, as a share of the words that other articles confirm.
_VOICED, _LENGTHY, _SHOUTED, _PREFIXED = 0.25, 0.15, 0.2, 0.1
# A headline that tells more of what all tell is the better name, up to some words.
_TELLING, _ENOUGH = 0.06, 7
_CLAUSE = 16


class Headline(Record, frozen=True):
    """The words that name an event, and the article they stand in."""

    text: str
    article: str


def choose_headline(articles: Sequence[Article], analyses: Mapping[str, Analysis]) -> Headline:
    """The headline whose words most of the articles use, less for quotations, questions and length; first on a tie.

    Without any headline, the first clause of the article whose words the others share most.
    """
    own = {a.id: headline(a) for a in articles}
    titled = [a for a in articles if own[a.id]]
    held = [{t.lemma.lower() for t in analyses[a.id].tokens if term(t)} for a in articles]
    best = max(titled or articles, key=lambda a: _plainness(own[a.id] or first_clause(a, analyses[a.id]), held))
    return Headline(text=own[best.id] or first_clause(best, analyses[best.id]), article=best.id)


def headline(article: Article) -> str:
    """The article's headline as stated or as it stands in its text, on one line; "" when it has none."""
    if article.title:
        return " ".join(article.title.split())
    found = next((p for p in article.paragraphs if p.role == "headline"), None)
    return " ".join(article.body[found.start : found.end].lstrip("# ").split()) if found else ""


def first_clause(article: Article, analysis: Analysis) -> str:
    """The exact words of the first sentence up to its first natural break, at most 16 words; the id without a text."""
    if not analysis.sentences:
        return article.id
    sentence = analysis.sentences[0]
    words = " ".join(article.body[sentence.start : sentence.end].split())
    words = re.sub(r"^[A-Z][A-Z .,'’-]+(?: \([A-Za-z]+\))?\s*[—–:-]+\s*", "", words)
    clause = re.split(r"[;:—–]|,\s|\.\s|\.$", words, maxsplit=1)[0]
    return " ".join((clause if len(clause.split()) >= _FEWEST else words).split()[:_CLAUSE])


def _plainness(text: str, held: Sequence[set[str]]) -> float:
    words = [w.lower().removesuffix("’s").removesuffix("'s") for w in re.findall(r"[^\W_][\w’'.-]*", text)]
    content = [w for w in words if len(w) > 3] or words
    told = sum(_share(word, held) for word in content)
    shared = told / max(1, len(content)) + _TELLING * min(told, _ENOUGH)
    faults = _VOICED * bool(_VOICE.search(text)) + _LENGTHY * (not _FEWEST <= len(words) <= _MOST)
    faults += _SHOUTED * any(w.isupper() and len(w) > 5 for w in text.split())
    return shared - faults - _PREFIXED * bool(re.match(r"[\w ]{2,20}:", text))


def _share(word: str, held: Sequence[set[str]]) -> float:
    """The share of articles that use a word, whatever its ending."""
    stem = word[: max(4, len(word) - 3)]
    return sum(any(other.startswith(stem) for other in words) for words in held) / max(1, len(held))
