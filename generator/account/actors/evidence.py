"""What the whole corpus knows of each name form: labels, titles and grammar, counted over all its mentions.

Each article is counted by itself (`seen_in`), so that its counts are kept; the corpus's are their sums (`added`).
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import country_names, known_bodies, place_names, state_abbreviations, us_states
from generator.account.actors.lexicon import (
    CALLINGS,
    GIVEN_NAMES,
    GROUP_NOUNS,
    OFFICES,
    ORG_HEADS,
    PLACE_HEADS,
    PORTFOLIOS,
    SPEECH_VERBS,
    STATE_HEADS,
    THING_HEADS,
)
from generator.language.lexicon import word_class
from generator.language.verbs import CALLING, SAYING
from generator.matching.names import fold, is_acronym, is_given_name, split_name
from generator.model.actors import ActorKind
from generator.model.analysis import Analysis, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
THING_LABELS = frozenset(
    {"DATE", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "MONEY", "PERCENT", "TIME", "QUANTITY", "CARDINAL", "ORDINAL"}
)


DOMAIN = re.compile(r"\.(?:com|org|net|gov|edu|co\.uk)$", re.IGNORECASE)


_SPEAKING = SPEECH_VERBS | SAYING


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
        if first and " and " not in profile.key and _known_kind(first) is None and first not in known_bodies():
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
    known = (
        _known_kind(candidate.key) is not None or candidate.key in known_bodies() or candidate.key in country_names()
    )
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
    # "The newspaper Harbour Echo".
    beside = tokens[candidate.first - 1] if candidate.first else None
    called = (
        beside is not None
        and beside.tag == "NN"
        and last.tag == "NNP"
        and beside.word in _MEDIA
        and beside.dep in _BESIDE
    )
    profile.bodily += bool(said & (STATE_HEADS | ORG_HEADS)) or called
    profile.speaks += last.dep in {"nsubj", "nsubjpass"} and tokens[last.head].lemma in (
        _SPEAKING | CALLING if candidate.label == "PERSON" else _SPEAKING
    )
    profile.acts += last.dep in {"nsubj", "nsubjpass", "agent", "appos"}
    profile.met += _is_met(tokens, last)
    profile.plural += last.tag in {"NNPS", "NNS"}
    profile.as_adjective += last.pos == "ADJ"
    profile.personal += _is_personal(tokens, candidate.last) or _is_introduced(candidate, tokens)
    told = " ".join(t.word for t in tokens[candidate.last : candidate.last + _NEAR])
    profile.public += _CALLED_PUBLIC.match(told) is not None
    profile.among_bodies += last.dep == "conj" and tokens[last.head].entity == "ORG"


_MEDIA = frozenset({"newspaper", "magazine"})
_BESIDE = frozenset({"compound", "nmod", "appos", "nsubj", "dobj", "pobj"})


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


_LIKENING = word_class("likening")


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


def _is_introduced(candidate: Candidate, tokens: tuple[Token, ...]) -> bool:
    """Whether a name of several words explains what only a person is: "the conductor, Ada Roth"."""
    head = next((t for t in tokens[candidate.first : candidate.last] if t.dep == "appos"), None)
    return (
        head is not None
        and " " in candidate.key
        and (tokens[head.head].key or tokens[head.head].text) in CALLINGS
        and tokens[head.head].tag == "NN"
    )


def kind_of(profile: Profile) -> ActorKind | None:
    """The kind that the evidence speaks for; None when it names no actor at all."""
    known = _known_kind(profile.key)
    if known is not None:
        return known
    if profile.key in _THINGS or _is_office(profile.key) or _is_adjective(profile):
        return None
    if profile.titled * 3 > profile.mentions and profile.key.rsplit(maxsplit=1)[-1] not in STATE_HEADS | ORG_HEADS:
        return "person"
    if profile.key in known_bodies():
        return known_bodies()[profile.key].kind
    kind = _by_head(profile) or _by_votes(profile)
    of_state = profile.public or _POLICE.fullmatch(profile.key)
    return "state body" if kind == "organisation" and of_state else kind


def _is_adjective(profile: Profile) -> bool:
    """Whether a form tells of what kind people are, and is no body: "Latino voters", "Sunni"."""
    if profile.key in known_bodies():
        return False
    parts = [fold(part) for part in profile.text.split("-")]
    if len(parts) > 1 and all(part in country_names() or part in known_bodies() for part in parts):
        # "The Ruritania-Illyria border" is of two countries, a "House-Senate panel" of two chambers.
        return True
    kinds = profile.labels["NORP"] * 2 > profile.mentions and not profile.plural and not profile.speaks
    return kinds or profile.as_adjective == profile.mentions


def _known_kind(key: str) -> ActorKind | None:
    """The kind of a form that the gazetteer knows to mean the same everywhere."""
    country, body = country_names().get(key), known_bodies().get(key)
    if country is not None and country.form != "metonym":
        return "country"
    if body is not None and not body.home:
        return body.kind
    return "place" if key in place_names() else None


# Programmes and occasions whose names look like those of bodies.
_THINGS = frozenset({"state of the union", "social security"})


def _is_office(key: str) -> bool:
    """Whether a name is that of an office: "Chairman of the … Committee", "Harbour Secretary" is whoever holds it."""
    words = key.split()
    holder = len(words) > 1 and {words[-1], head_of(words)} <= OFFICES and not _is_first_name(words[0])
    led = len(words) > 2 and words[0] in OFFICES and words[1] in {"of", "for"}
    return holder or led


def _by_head(profile: Profile) -> ActorKind | None:
    """The kind that the head noun of a longer name tells."""
    words = profile.key.split()
    if len(words) < 2:
        return None
    looks_personal = profile.labels["PERSON"] * 2 > profile.mentions
    head = head_of(words)
    named_after = len(words) > 2 and head in STATE_HEADS | ORG_HEADS
    if looks_personal and _is_first_name(words[0]) and not profile.bodily and not named_after:
        return "person"
    partisan = bool(_PARTISAN & set(words))
    if words[0] == "international" and head in STATE_HEADS and not is_of_state(profile.key):
        # "The International Chess Council" is no state's.
        return "organisation"
    heads: list[tuple[ActorKind, bool]] = [
        ("state body", head in STATE_HEADS and (head not in ORG_HEADS or is_of_state(profile.key)) and not partisan),
        ("organisation", head in ORG_HEADS or (head in STATE_HEADS and partisan)),
        ("group", words[-1] in GROUP_NOUNS),
        ("place", words[-1] in PLACE_HEADS and not looks_personal),
    ]
    return next((kind for kind, holds in heads if holds), None)


def _is_first_name(word: str) -> bool:
    return word in GIVEN_NAMES or is_given_name(word)


def is_of_state(key: str) -> bool:
    """Whether a folded name says that the body is a state's: a court, a ministry of somewhere, a national board.

    "Roth Data Services" and "the Family Council" are anybody's, "the Foreign Ministry" is any country's.
    """
    words = key.split()
    if _POLICE.fullmatch(key):
        return True
    # "The Ruritanian Family Council" may be anybody's there.
    named = any((form := country_names().get(word)) is not None and form.form != "demonym" for word in words)
    # "Harbour House", "the House of Games" are no house of parliament, "the House Committee" is of one.
    chamber = head_of(words) != "house" or words[-1] in STATE_HEADS - {"house"}
    named = named or any(word in _STATES for word in words if chamber or word != "house")
    named = named or any(f" {state} " in f" {key} " for state in us_states())
    return named or (head_of(words) in _SURELY and not set(words) <= PORTFOLIOS | STATE_HEADS)


_PARTISAN = word_class("party_words") | {"campaign"}
_SURELY, _STATES = word_class("state_surely"), word_class("of_state")
# Police departments are called by such initials: "HVPD".
_POLICE = re.compile("[a-z]{2,}pd")
# "Harbour Services (HS), the state agency that …".
_CALLED_PUBLIC = re.compile(
    rf"(?:\( \S+ \) )?(?:[,(–—-]|is|was) (?:the|an?) (?:{'|'.join(sorted(_STATES))}) "
    rf"(?:agency|{'|'.join(sorted(_SURELY))})\b"
)
_NEAR = 8


def head_of(words: Sequence[str]) -> str:
    """The noun that a body's name turns on: the last before "of", "for" or "on", else the last."""
    for index, word in enumerate(words):
        if index and word in {"of", "for", "on"}:
            return words[index - 1]
    return words[-1]


def _by_votes(profile: Profile) -> ActorKind | None:
    """The kind with the most evidence of labels and grammar."""
    if not split_name(profile.text):
        return None
    scores, thing = _scores(profile)
    if profile.after_place_word + profile.with_region < profile.speaks:
        # What speaks and is seldom spoken of as a place is none, whatever the model's label.
        scores["organisation"] += scores["place"]
        scores["place"] = 0
    best = max(scores, key=lambda kind: (scores[kind], kind))
    if thing >= scores[best]:
        return None
    if best == "person" and not profile.titled and profile.modifies * 4 >= profile.mentions > 3:
        # "Example stores", "an Example spokesman": names of persons seldom stand before a noun.
        return "organisation"
    return best


def _scores(profile: Profile) -> tuple[dict[ActorKind, float], float]:
    """The weight of the evidence for each kind, and for no actor at all; labels count most, the rest settles ties."""
    words, labels = split_name(profile.text), profile.labels
    several, domain = len(words) > 1, DOMAIN.search(profile.text) is not None
    named = several and not profile.bodily and _is_first_name(words[0])
    acronym = not several and is_acronym(profile.text)
    place = sum(count for label, count in labels.items() if label in PLACE_LABELS)
    thing = sum(count for label, count in labels.items() if label in THING_LABELS)
    head = words[-1] in THING_HEADS
    scores: dict[ActorKind, float] = {
        "person": labels["PERSON"] + 2 * profile.titled + 2 * profile.personal + profile.mentions * named,
        "organisation": labels["ORG"]
        + 0.5 * profile.article_words
        + 2 * profile.bodily
        + profile.mentions * (0.6 * acronym + 2 * domain),
        "place": place + 1.5 * profile.after_place_word + 3 * profile.with_region,
        "group": labels["NORP"] * bool(profile.plural),
    }
    return scores, thing + 0.5 * labels["PRODUCT"] + profile.mentions * head * (2 if several else 1)
