"""The name of an event: the headline of one of its articles that tells what the others tell too, or those of two."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generator.matching.rarity import rarity
from generator.matching.terms import EVERYDAY
from generator.model.analysis import Analysis
from generator.model.record import Record
from generator.model.story import Headline
from generator.model.text import Article
from generator.story.events.faults import (
    HARD,
    counts_of,
    faults,
    foretold,
    has_risen,
    is_passing,
    is_personal,
    tag_of,
    terms_of,
    words_of,
)

# What somebody says, hung before a statement of what happened: "‘Enough is enough’: Mayor leaves council of Velt". A
# question, and what it or that is, point back to it.
_SAID_BEFORE = re.compile(
    r"^\s*(?:“[^”]+”|\"[^\"]+\"|[‘'].+?[’'])\s*:\s*(?=\S+ \S+ \S+ \S)(?!.*\?|(?:it|that|this|these|those)\b)", re.I
)
# "Council votes for bridge; mayor warns of ruin": what comes second is mostly one side's.
_SECOND = re.compile(r"(?<=\w); .*")
# "(+video)", "Listen· 5:29": what a site hangs on a headline; and the outlet's name behind a bar or a dash.
_TAIL = re.compile(
    r"\s*(?:\(\+?(?:video|photos?|audio)\)|\[(?:video|photos?|audio)\]|Listen\s*·.*|(?:\||\s·\s)[^|·]+)\s*$", re.I
)
# "Two dead and six hurt in fire at mill of Velt": behind a toll that has risen stands what happened.
_TOLL = re.compile(
    r"^(?:at least )?[\w-]+ (?:\w+ )?(?:dead|dies?|killed)(?:(?:,| and|, and) [\w-]+ (?:hurt|injured|wounded))?"
    r" (?:after|as|in|when) (?=\S+ \S+ \S)",
    re.IGNORECASE,
)
_FEWEST = 4
# Longer words tell what a headline is about; who has such a share of them in his tells the same.
_LITTLE, _MOST_WORDS = 3, 0.6
_CLAUSE = 16
# What each fault costs, as a share of what other articles tell.
_FAULT = 0.1
# How much it counts that its article gives the event's day.
_DATED = 0.1
# So many sentences tell what an article is about.
_LEAD = 5
# A headline names an event alone if each other article tells such a share of it, in a sentence and in its headline on
# average: of 147 judged names 143 were right, of 63 from a share of 0.5 on only 51. Or such a share, if the headlines
# beside it are of the hour.
_SURE, _PLAIN = 0.6, 0.45
# What a headline foretells its own text tells with such a share of its words, or any tells as done.
_AHEAD, _DONE = 0.1, 0.4
# So much of a headline is told by its article or another, or it is another story's.
_UNTOLD = 0.45
# What stands without one that is out of date is told so far by each other article.
_HEARD = 0.18
# Of two headlines of which each has such a share of the other's words, or one nearly all of them, one is enough.
_ALIKE, _WITHIN = 0.7, 0.95
# Characters of a headline beside another; a longer one is cut before what begins a phrase, if so much is left.
_LONGEST, _WORTH = 130, 60
_PHRASE = re.compile(r"[,;:]? (?:after|amid|as|before|by|for|from|in|over|since|to|when|while|who|with) ")
# "7 hours ago", run into a headline by its site.
_AGE = re.compile(r"^\d+ (?:minutes?|hours?|days?) ago\s+(?=[A-Z])")
# "EXCLUSIVE:", "OPINION:"; but whom the text tells of says what follows.
_SHOUT = re.compile(r"^([A-Z]{4,}):\s+(?=\S+ \S)")


class _Candidate(Record, frozen=True):
    """A headline or a statement in it, what is wrong with it, how good a name it is, and how much of it others tell.

    `told` is the greatest share of its words in one sentence of each other article, by id, `headed` the least share in
    any other's headline. `passing` says that it is of the hour, and may be out of date, `risen` that its toll is,
    `personal` that its writer speaks of himself.
    """

    text: str
    article: str
    faults: int
    told: dict[str, float]
    headed: float
    worth: float
    passing: bool
    risen: bool
    personal: bool

    def is_told(self, share: float) -> bool:
        """Whether it is a name of which all others tell such a share, as far as words show."""
        return self.faults < HARD and min(self.told.values(), default=1.0) + self.headed >= 2 * share

    def can_stand(self) -> bool:
        """Whether it names enough of what all tell without another that is out of date."""
        return self.faults < 2 * HARD and not self.personal and min(self.told.values(), default=1.0) >= _HEARD


def choose_headlines(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    event: Sequence[Article] = (),
    dated: Collection[str] = (),
) -> tuple[Headline, ...]:
    """The headline of one of the articles that all of the event tell; where none is sure to be that, those of two.

    The better comes first: others tell it, and it does not ask, tease, take a side, or tell what is still to come.
    One alone that does, or is told by few, is to be quoted. Without any headline, the first clause of the article that
    others tell most.
    """
    naming = _Naming(event or articles, analyses, dated)
    titles = {a.id: cleaned(_SAID_BEFORE.sub("", headline(a)), a) for a in articles}
    titled = [article for article in articles if titles[article.id]] or articles
    found = [naming.candidate(a, titles[a.id] or first_clause(a, analyses[a.id])) for a in titled]
    found = [candidate for candidate in found if not candidate.risen] or found
    lasting = [candidate for candidate in found if not candidate.passing]
    sure = [candidate for candidate in lasting if candidate.is_told(_SURE)]
    sure = sure or [candidate for candidate in lasting if len(lasting) == 1 and candidate.is_told(_PLAIN)]
    kept = lasting if any(candidate.can_stand() for candidate in lasting) else found
    chosen = (max(sure, key=lambda c: c.worth),) if sure else _together(kept)
    if len(chosen) > 1:
        return tuple(Headline(_bounded(c.text), c.article, plain=False) for c in chosen)
    plain = len(event or articles) < 2 or (bool(sure) and not chosen[0].faults)
    return (Headline(chosen[0].text, chosen[0].article, plain),)


class _Naming:
    """What the articles of an event tell in their beginnings, and the headlines that may name it."""

    def __init__(self, event: Sequence[Article], analyses: Mapping[str, Analysis], dated: Collection[str]) -> None:
        self._analyses, self._dated = analyses, dated
        self._told = {a.id: list(_sentences(a, analyses[a.id])) for a in event}
        self._words = _begun(word for a in event for word in words_of(a.body.replace(a.title or " ", " ")))
        self._lemmas = {(t.pos, t.lemma.lower()) for a in event for t in analyses[a.id].tokens}

    def candidate(self, article: Article, text: str) -> _Candidate:
        """The headline of an article, or where it is no name the plainest statement in it."""
        others = {name: told for name, told in self._told.items() if name != article.id}

        def named(word: str) -> bool:
            return 2 * sum(any(_holds(part, word) for part in told) for told in others.values()) >= len(others)

        def wrong(statement: str) -> int:
            return faults(statement, self._lemmas, named)

        text = _without_toll(text) if has_risen(text, article.body) else text
        text = text if wrong(text) < HARD else min(_statements(text), key=wrong)
        shares = {name: [_share(words_of(text), part) for part in told] for name, told in others.items()}
        personal = is_personal(article, self._analyses[article.id])
        found = wrong(text) + HARD * personal
        return _Candidate(
            text=text,
            article=article.id,
            faults=found,
            told={name: max(share) for name, share in shares.items()},
            headed=min((share[0] for share in shares.values()), default=1.0),
            worth=sum(map(max, shares.values())) / (len(shares) or 1)
            - _FAULT * found
            + _DATED * (article.id in self._dated),
            passing=is_passing(text, article.body) or self._is_outrun(text, article) or self._is_untold(text),
            risen=has_risen(text, article.body),
            personal=personal,
        )

    def _is_outrun(self, text: str, article: Article) -> bool:
        """Whether a headline says what somebody is to do and its own article does not, or any tells that he did."""
        verb, named = foretold(text, self._lemmas)
        words = [word for word in words_of(text) if word != verb]
        ahead, done = 0.0, 0.0
        for name, analysis in self._analyses.items() if verb else ():
            for sentence in analysis.sentences:
                tokens = analysis.sentence_tokens(sentence)
                tags = {t.tag for t in tokens if t.pos == "VERB" and t.lemma.lower() == verb}
                share = _share(words, _begun(t.text.lower() for t in tokens)) if tags else 0.0
                done = max(done, share) if "VBD" in tags else done
                ahead = max(ahead, share) if name == article.id and tags - {"VBD"} else ahead
        return bool(verb) and (done >= _DONE or (named and ahead < _AHEAD))

    def _is_untold(self, text: str) -> bool:
        """Whether no article tells most of what a headline does, or anything of a term that it sets in marks."""
        terms = map(words_of, terms_of(text))
        is_own = any(not any(_holds(self._words, word) for word in term) for term in terms)
        return is_own or _share(words_of(text), self._words) < _UNTOLD


def _together(found: Sequence[_Candidate]) -> tuple[_Candidate, ...]:
    """The two headlines that together tell most of what the articles tell, the better one first; none say the same."""

    def telling(pair: tuple[_Candidate, _Candidate]) -> float:
        one, other = pair
        names = {**one.told, **other.told}
        shares = [max(one.told.get(name, 1.0), other.told.get(name, 1.0)) for name in names]
        return sum(shares) - _FAULT * (one.faults + other.faults)

    ranked = sorted(found, key=lambda c: -c.worth)
    return max((pair for pair in combinations(ranked, 2) if not _alike(*pair)), key=telling, default=(ranked[0],))


def _sentences(article: Article, analysis: Analysis) -> Iterator[set[str]]:
    """All beginnings of the words of an article's headline, and of those of each of its first sentences."""
    yield _begun(words_of(headline(article)))
    for sentence in analysis.sentences[:_LEAD]:
        yield _begun(form for t in analysis.sentence_tokens(sentence) for form in (t.lemma.lower(), t.text.lower()))


def _begun(words: Iterable[str]) -> set[str]:
    return {part for word in words for part in (f"{word} ", *(word[:end] for end in range(len(word) + 1)))}


def _share(words: Sequence[str], told: Collection[str]) -> float:
    """The share of words, the rarer the more, that a sentence has, whatever their endings."""
    weights = {word: max(0.0, rarity(word) - EVERYDAY) for word in words}
    return sum(weights[w] for w in weights if _holds(told, w)) / (sum(weights.values()) or 1.0)


def _alike(one: _Candidate, other: _Candidate) -> bool:
    words, others = words_of(one.text), words_of(other.text)
    shares = _share(words, _begun(others)), _share(others, _begun(words))
    return (min(shares) >= _ALIKE and counts_of(one.text) == counts_of(other.text)) or max(shares) >= _WITHIN


def _bounded(text: str) -> str:
    """A headline short enough to stand beside another."""
    if len(text) <= _LONGEST:
        return text
    ends = [found.start() for found in _PHRASE.finditer(text, _WORTH, _LONGEST)]
    return f"{text[: ends[-1]] if ends else text[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:–—-')}…"


def _statements(text: str) -> list[str]:
    """A headline, and the first of two statements in it."""
    first = _SECOND.sub("", text)
    return [text, first] if _FEWEST <= len(first.split()) < len(text.split()) else [text]


def _without_toll(text: str) -> str:
    """What happened, behind the toll that opens a headline."""
    rest = _TOLL.sub("", text)
    return rest[0].upper() + rest[1:]


def held_share(title: str, told: Collection[str]) -> float:
    """How many of the longer words of a title are among those `told`, of all; none where that is but one."""
    words, begun = [w for w in words_of(title) if len(w) > _LITTLE], _begun(told)
    held = sum(_holds(begun, word) for word in words)
    return held / len(words) if held > 1 else 0


def is_of_title(title: str, other: str) -> bool:
    """Whether another headline has more than most words of a title."""
    return held_share(title, words_of(other)) > _MOST_WORDS


def headline(article: Article) -> str:
    """The article's headline as stated or as it stands in its text, on one line; "" when it has none."""
    if article.title:
        return " ".join(article.title.split())
    found = next((p for p in article.paragraphs if p.role == "headline"), None)
    return " ".join(article.body[found.start : found.end].lstrip("# ").split()) if found else ""


def cleaned(text: str, article: Article) -> str:
    """A headline without what its site hangs on it: "WATCH:", "(+video)", the outlet's name."""
    outlet = re.escape(article.outlet or "")
    text = _TAIL.sub("", _AGE.sub("", text[len(tag_of(text)) :]))
    shout = _SHOUT.match(text)
    text = text[shout.end() :] if shout and not re.search(rf"\b{shout[1]}\b", article.body) else text
    return re.sub(rf"^{outlet}\s*[:|]\s*|\s+[-–—]\s+{outlet}\s*$", "", text, flags=re.I) if outlet else text


def first_clause(article: Article, analysis: Analysis) -> str:
    """The exact words of the first sentence up to its first natural break, at most 16 words; the id without a text."""
    if not analysis.sentences:
        return article.id
    sentence = analysis.sentences[0]
    words = " ".join(article.body[sentence.start : sentence.end].split())
    words = re.sub(r"^[A-Z][A-Z .,'’-]+(?: \([A-Za-z]+\))?\s*[—–:-]+\s*", "", words)
    clause = re.split(r"[;:—–]|,\s|\.\s|\.$", words, maxsplit=1)[0]
    return " ".join((clause if len(clause.split()) >= _FEWEST else words).split()[:_CLAUSE])


def _holds(begun: Collection[str], word: str) -> bool:
    return word.removesuffix("s")[: max(4, len(word) - 3)] in begun
