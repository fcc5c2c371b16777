"""What the whole corpus knows of each name form: labels, titles and grammar, counted over all its mentions.

Each article is counted by itself (`seen_in`), so that its counts are kept; the corpus's are their sums (`added`).
"""

import re
from collections.abc import Iterable, Set

import msgspec

from generator.account.actors.candidates import Candidate, explained, is_one
from generator.account.actors.gazetteer import country_names, known_bodies, place_names, state_abbreviations, us_states
from generator.account.actors.lexicon import (
    CALLINGS,
    EXPLAINING,
    ORG_HEADS,
    PLACE_HEADS,
    SPEECH_VERBS,
    STATE_HEADS,
    THING_HEADS,
)
from generator.language.lexicon import word_class
from generator.language.verbs import CALLING, SAYING, TERM_NOUNS
from generator.matching.names import fold, is_acronym
from generator.model.actors import ActorKind
from generator.model.analysis import Analysis, Token

_SPEAKING = SPEECH_VERBS | SAYING
_MEDIA = frozenset({"newspaper", "magazine"})
_WORKS = TERM_NOUNS & THING_HEADS
_BESIDE = frozenset({"compound", "nmod", "appos", "nsubj", "dobj", "pobj"})
_LIKENING = word_class("likening")
# What something may be said to be that is a body; a town is a center or a capital, and somebody a guard.
_BODIES = (STATE_HEADS | ORG_HEADS) - PLACE_HEADS - {"capital", "center", "guard"}
# So many words behind a name tell whose it is.
_NEAR = 8
# "Harbour Services (HS), the state agency that …".
_CALLED_PUBLIC = re.compile(
    rf"(?:\( \S+ \) )?(?:[,(–—-]|is|was) (?:the|an?) (?:{'|'.join(sorted(word_class('of_state')))}) "
    rf"(?:agency|{'|'.join(sorted(word_class('state_surely')))})\b"
)


class Tally(dict[str, int]):
    """How often each word was counted; a Counter of a few words is slow to make."""

    def __missing__(self, word: str) -> int:
        """None of a word that was never counted."""
        return 0


class Profile(msgspec.Struct, gc=False):
    """The evidence on one name form (by folded key), summed over the corpus."""

    key: str
    mentions: int = 0
    labels: Tally = msgspec.field(default_factory=Tally)
    texts: Tally = msgspec.field(default_factory=Tally)
    titled: int = 0
    article_words: int = 0
    after_place_word: int = 0
    speaks: int = 0
    acts: int = 0
    met: int = 0
    inside: int = 0
    bodily: int = 0
    with_region: int = 0
    modifies: int = 0
    plural: int = 0
    as_adjective: int = 0
    personal: int = 0
    public: int = 0
    works: int = 0
    among_bodies: int = 0

    @property
    def text(self) -> str:
        """The commonest spelling."""
        if len(self.texts) == 1:
            return next(iter(self.texts))
        return min(self.texts, key=lambda t: (-self.texts[t], t))


class Seen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The evidence of one article on one name form; `counts` are the numbers of a Profile by `_COUNTS`."""

    key: str
    labels: dict[str, int]
    texts: dict[str, int]
    counts: tuple[int, ...]


_COUNTS = tuple(name for name in Profile.__struct_fields__ if name not in {"key", "labels", "texts"})


def seen_in(candidates: Iterable[Candidate], analysis: Analysis) -> tuple[Seen, ...]:
    """The evidence on each name form of one article, in the order in which they occur."""
    found: dict[str, Profile] = {}
    alone: set[str] = set()
    for candidate in candidates:
        if _may_be_surname(candidate):
            alone.add(candidate.key)
        profile = found.get(candidate.key)
        if profile is None:
            profile = found[candidate.key] = Profile(key=candidate.key)
        _count(profile, candidate, analysis.tokens)
    for profile in found.values():
        first, _, last = profile.key.rpartition(" ")
        if first and " and " not in profile.key and known_kind(first) is None and first not in known_bodies():
            profile.personal += last in alone
    return tuple(
        Seen(p.key, dict(p.labels), dict(p.texts), tuple(int(getattr(p, name)) for name in _COUNTS))
        for p in found.values()
    )


def added(found: dict[str, Profile], seen: Iterable[Seen]) -> None:
    """Add one article's evidence to that of the corpus, by key."""
    for one in seen:
        profile = found.get(one.key)
        if profile is None:  # as most names are in one article alone
            mentions, *counts = one.counts
            found[one.key] = Profile(one.key, mentions, Tally(one.labels), Tally(one.texts), *counts)
            continue
        for tally, more in ((profile.labels, one.labels), (profile.texts, one.texts)):
            for word, count in more.items():
                tally[word] += count
        for name, count in zip(_COUNTS, one.counts, strict=True):
            if count:
                setattr(profile, name, getattr(profile, name) + count)


def _may_be_surname(candidate: Candidate) -> bool:
    """Whether a word that stands alone may be the end of a longer personal name: no place, body or people."""
    plain = " " not in candidate.key and not candidate.article_word and candidate.label in {"PERSON", "ORG", ""}
    known = known_kind(candidate.key) is not None or candidate.key in known_bodies() or candidate.key in country_names()
    return plain and not known and candidate.key not in STATE_HEADS | ORG_HEADS and not is_acronym(candidate.text)


def _count(profile: Profile, candidate: Candidate, tokens: tuple[Token, ...]) -> None:
    profile.mentions += 1
    profile.texts[candidate.text] += 1
    if candidate.label:
        profile.labels[candidate.label] += 1
    profile.titled += candidate.titled
    profile.article_words += candidate.article_word
    before = tokens[candidate.first - 1].word if candidate.first else ""
    profile.after_place_word += before in word_class("count")
    last = tokens[candidate.last - 1]
    profile.with_region += _region_follows(tokens, candidate.last)
    profile.modifies += last.dep == "compound"
    profile.inside += candidate.inside
    said = {t.text.removesuffix("s") for t in _said_of(tokens, candidate.last)}
    # "The newspaper Harbour Echo", "his company, Harbour Works".
    beside = tokens[candidate.first - 1] if candidate.first else None
    called = (
        beside is not None
        and beside.tag == "NN"
        and last.tag == "NNP"
        and beside.word in _MEDIA
        and beside.dep in _BESIDE
    )
    profile.bodily += bool(said & _BODIES) or called or _is_called_a_body(candidate, tokens)
    # "The song Silver Lantern".
    profile.works += beside is not None and beside.tag == "NN" and beside.word in _WORKS
    profile.speaks += last.dep in {"nsubj", "nsubjpass"} and tokens[last.head].lemma in (
        _SPEAKING | CALLING if candidate.label == "PERSON" else _SPEAKING
    )
    profile.acts += last.dep in {"nsubj", "nsubjpass", "agent", "appos"}
    profile.met += _is_met(tokens, last)
    profile.plural += last.tag in {"NNPS", "NNS"}
    profile.as_adjective += last.pos == "ADJ"
    profile.personal += _is_personal(tokens, candidate.last) or _explains(candidate, tokens, EXPLAINING) is not None
    told = " ".join(t.word for t in tokens[candidate.last : candidate.last + _NEAR])
    profile.public += _CALLED_PUBLIC.match(told) is not None
    profile.among_bodies += last.dep == "conj" and tokens[last.head].entity == "ORG"


def _is_met(tokens: tuple[Token, ...], name: Token) -> bool:
    """Whether something is done to somebody, or with him, or he is one of several persons.

    "They met Roth", "he takes over as president from Roth", "Holm and Roth".
    """
    if name.dep == "conj":
        return tokens[name.head].entity == "PERSON"
    if name.dep == "pobj":
        before = tokens[name.head]
        governor = tokens[before.head]
        return (governor.pos == "VERB" or governor.word in CALLINGS) and before.word not in _LIKENING
    return name.dep in {"dobj", "dative"}


def _said_of(tokens: tuple[Token, ...], last: int) -> list[Token]:
    """The nouns that a name is said to be, or that are set beside it."""
    name = tokens[last - 1]
    verb = tokens[name.head]
    near = tokens[last : last + 12]
    said = [
        t for t in near if t.dep == "attr" and tokens[t.head] is verb and verb.lemma == "be" and name.dep == "nsubj"
    ]
    beside = tokens[name.head] if name.dep == "conj" else name
    return said + [t for t in near if t.dep == "appos" and tokens[t.head] in (name, beside)]


def _region_follows(tokens: tuple[Token, ...], last: int) -> bool:
    """Followed by a comma and a state or country: "Springfield, Ill."."""
    after = tokens[last : last + 2]
    if len(after) < 2 or after[0].text != ",":
        return False
    return (
        after[1].text in state_abbreviations()
        or fold(after[1].text) in us_states()
        or fold(after[1].text) in country_names()
    )


def _is_personal(tokens: tuple[Token, ...], last: int) -> bool:
    """Followed by "who", by an age between commas, or by what only a person is: "is a judge", ", the mayor"."""
    after = [t.text for t in tokens[last : last + 3]]
    if any((t.key or t.text) in CALLINGS and t.tag == "NN" for t in _said_of(tokens, last)):
        return True
    if after[:1] == ["("] and after[1:2] and after[1].startswith("@"):
        return True
    if after[:1] == ["who"] or after[:2] == [",", "who"]:
        return True
    return len(after) == 3 and after[0] == "," and after[1].isdigit() and len(after[1]) == 2 and after[2] == ","


def _explains(candidate: Candidate, tokens: tuple[Token, ...], nouns: Set[str]) -> Token | None:
    """The noun among some that a name of several words explains: "the conductor, Ada Roth"."""
    noun = explained(tokens, candidate.first, candidate.last) if " " in candidate.key else None
    return noun if noun is not None and (noun.key or noun.text) in nouns and is_one(noun) else None


def _is_called_a_body(candidate: Candidate, tokens: tuple[Token, ...]) -> bool:
    """Whether a name explains what a body is; in "a spokesman in her office, Ada Roth" who knows what it explains."""
    noun = _explains(candidate, tokens, _BODIES)
    if noun is None or noun is tokens[candidate.first - 1]:
        # "An attack on the armed group Velt Roth".
        return noun is not None
    return not (noun.dep == "pobj" and tokens[tokens[noun.head].head].pos in {"NOUN", "PROPN"})


def known_kind(key: str) -> ActorKind | None:
    """The kind of a form that the gazetteer knows to mean the same everywhere."""
    country, body = country_names().get(key), known_bodies().get(key)
    if country is not None and country.form != "metonym":
        return "country"
    if body is not None and not body.home:
        return body.kind
    return "place" if key in place_names() else None
