"""What the whole corpus knows of each name form: labels, titles and grammar, counted over all its mentions."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from generator.actors.candidates import Candidate
from generator.actors.gazetteer import country_names, known_bodies, place_names, state_abbreviations, us_states
from generator.actors.lexicon import (
    CALLINGS,
    GIVEN_NAMES,
    GROUP_NOUNS,
    ORG_HEADS,
    PLACE_HEADS,
    SPEECH_VERBS,
    STATE_HEADS,
    THING_HEADS,
)
from generator.model.actors import ActorKind
from generator.model.analysis import Analysis, Token
from generator.names import fold, is_acronym, is_given_name, split_name

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
THING_LABELS = frozenset(
    {"DATE", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "MONEY", "PERCENT", "TIME", "QUANTITY", "CARDINAL", "ORDINAL"}
)


DOMAIN = re.compile(r"\.(?:com|org|net|gov|edu|co\.uk)$", re.IGNORECASE)


class Profile(msgspec.Struct, gc=False):
    """The evidence on one name form (by folded key), summed over the corpus."""

    key: str
    mentions: int = 0
    labels: Counter[str] = msgspec.field(default_factory=Counter)
    texts: Counter[str] = msgspec.field(default_factory=Counter)
    articles: set[str] = msgspec.field(default_factory=set)
    titled: int = 0
    article_words: int = 0
    after_place_word: int = 0
    speaks: int = 0
    inside: int = 0
    bodily: int = 0
    with_region: int = 0
    modifies: int = 0
    plural: int = 0
    as_adjective: int = 0
    personal: int = 0

    @property
    def text(self) -> str:
        """The commonest spelling."""
        return min(self.texts, key=lambda t: (-self.texts[t], t))


def profiles(candidates: Iterable[Candidate], analyses: Mapping[str, Analysis]) -> dict[str, Profile]:
    """The profile of each name form that occurs."""
    found: dict[str, Profile] = {}
    alone: set[tuple[str, str]] = set()
    for candidate in candidates:
        if " " not in candidate.key and not candidate.article_word:
            alone.add((candidate.article, candidate.key))
        profile = found.get(candidate.key)
        if profile is None:
            profile = found[candidate.key] = Profile(key=candidate.key)
        _count(profile, candidate, analyses[candidate.article].tokens)
    for profile in found.values():
        last = profile.key.rpartition(" ")[2]
        if last != profile.key and last not in STATE_HEADS | ORG_HEADS:
            profile.personal += sum((article, last) in alone for article in profile.articles)
    return found


def _count(profile: Profile, candidate: Candidate, tokens: tuple[Token, ...]) -> None:
    profile.mentions += 1
    profile.texts[candidate.text] += 1
    profile.articles.add(candidate.article)
    if candidate.label:
        profile.labels[candidate.label] += 1
    profile.titled += candidate.titled
    profile.article_words += candidate.article_word
    before = tokens[candidate.first - 1].text.lower() if candidate.first else ""
    profile.after_place_word += before in {"in", "at", "near", "across", "outside", "visited", "throughout"}
    last = tokens[candidate.last - 1]
    profile.with_region += _region_follows(tokens, candidate.last)
    profile.modifies += last.dep == "compound"
    profile.inside += candidate.inside
    said = {t.text.removesuffix("s") for t in _said_of(tokens, candidate.last)}
    profile.bodily += bool(said & (STATE_HEADS | ORG_HEADS))
    profile.speaks += last.dep in {"nsubj", "nsubjpass"} and tokens[last.head].lemma in SPEECH_VERBS
    profile.plural += last.tag in {"NNPS", "NNS"}
    profile.as_adjective += last.pos == "ADJ"
    profile.personal += _is_personal(tokens, candidate.last)


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
    return after[1].text in state_abbreviations() or fold(after[1].text) in us_states() | country_names().keys()


def _is_personal(tokens: tuple[Token, ...], last: int) -> bool:
    """Followed by "who", by an age between commas, or by what only a person is: "is a judge", ", the mayor"."""
    after = [t.text for t in tokens[last : last + 3]]
    if any(t.text in CALLINGS and t.tag == "NN" for t in _said_of(tokens, last)):
        return True
    if after[:1] == ["who"] or after[:2] == [",", "who"]:
        return True
    return len(after) == 3 and after[0] == "," and after[1].isdigit() and len(after[1]) == 2 and after[2] == ","


def kind_of(profile: Profile) -> ActorKind | None:
    """The kind that the evidence speaks for; None when it names no actor at all."""
    known = _known_kind(profile.key)
    if known is not None:
        return known
    if profile.key in _THINGS:
        return None
    if profile.titled * 3 > profile.mentions and not _headed(profile.key):
        return "person"
    if profile.key in known_bodies():
        return known_bodies()[profile.key].kind
    if profile.as_adjective == profile.mentions:
        return None
    return _by_head(profile) or _by_votes(profile)


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


def _headed(key: str) -> bool:
    return key.rsplit(maxsplit=1)[-1] in STATE_HEADS | ORG_HEADS


def _by_head(profile: Profile) -> ActorKind | None:
    """The kind that the head noun of a longer name tells."""
    words = profile.key.split()
    if len(words) < 2:
        return None
    looks_personal = profile.labels["PERSON"] * 2 > profile.mentions
    if looks_personal and _is_first_name(words[0]) and not profile.bodily:
        return "person"
    head = _head(words)
    heads: list[tuple[ActorKind, bool]] = [
        ("state body", head in STATE_HEADS),
        ("organisation", head in ORG_HEADS),
        ("group", words[-1] in GROUP_NOUNS),
        ("place", words[-1] in PLACE_HEADS and not looks_personal),
    ]
    return next((kind for kind, holds in heads if holds), None)


def _is_first_name(word: str) -> bool:
    return word in GIVEN_NAMES or is_given_name(word)


def _head(words: list[str]) -> str:
    """The noun that a body's name turns on: the last before "of", "for" or "on", else the last."""
    for index, word in enumerate(words):
        if index and word in {"of", "for", "on"}:
            return words[index - 1]
    return words[-1]


def _by_votes(profile: Profile) -> ActorKind | None:
    words = split_name(profile.text)
    if not words:
        return None
    scores = {
        "person": profile.labels["PERSON"] + 2.0 * profile.titled + 2 * profile.personal,
        "organisation": profile.labels["ORG"] + 0.5 * profile.article_words,
        "place": sum(profile.labels[label] for label in PLACE_LABELS)
        + 1.5 * profile.after_place_word
        + 3 * profile.with_region,
        "group": 1.0 * profile.labels["NORP"] if profile.plural else 0.0,
        "thing": sum(profile.labels[label] for label in THING_LABELS) + 0.5 * profile.labels["PRODUCT"],
    }
    if len(words) > 1 and _is_first_name(words[0]) and not profile.bodily:
        scores["person"] += profile.mentions
    if is_acronym(profile.text) and len(words) == 1:
        scores["organisation"] += 0.6 * profile.mentions
    scores["organisation"] += 2 * profile.mentions * bool(DOMAIN.search(profile.text))
    if words[-1] in THING_HEADS:
        scores["thing"] += profile.mentions * (2 if len(words) > 1 else 1)
    scores["organisation"] += 2.0 * profile.bodily
    if not profile.after_place_word + profile.with_region and profile.speaks:
        # What speaks and is nowhere spoken of as a place is none, whatever the model's label.
        scores["organisation"] += scores.pop("place")
    best = max(scores, key=lambda kind: (scores[kind], kind))
    if scores[best] == 0 or best == "thing":
        return None
    if best == "person" and not profile.titled and profile.modifies * 4 >= profile.mentions > 3:
        # "Example stores", "an Example spokesman": names of persons seldom stand before a noun.
        return "organisation"
    return best  # type: ignore[return-value]
