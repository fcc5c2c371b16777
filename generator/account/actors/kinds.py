"""Which kind of actor the evidence on a name form speaks for, if any."""

import re
from collections.abc import Sequence

from generator.account.actors.evidence import Profile, known_kind
from generator.account.actors.gazetteer import country_names, known_bodies, us_states
from generator.account.actors.lexicon import (
    GIVEN_NAMES,
    GROUP_NOUNS,
    OFFICES,
    ORG_HEADS,
    PLACE_HEADS,
    PORTFOLIOS,
    STATE_HEADS,
    THING_HEADS,
)
from generator.language.lexicon import word_class
from generator.matching.names import fold, is_acronym, is_given_name, split_name
from generator.model.actors import ActorKind

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
THING_LABELS = frozenset(
    {"DATE", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "MONEY", "PERCENT", "TIME", "QUANTITY", "CARDINAL", "ORDINAL"}
)
DOMAIN = re.compile(r"\.(?:com|org|net|gov|edu|co\.uk)$", re.IGNORECASE)


def kind_of(profile: Profile) -> ActorKind | None:
    """The kind that the evidence speaks for; None when it names no actor at all."""
    known = known_kind(profile.key)
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
    """Whether a form tells of what kind people are, and is no body: "Latino voters", "Sunni", all of a faith."""
    if profile.key in known_bodies():
        return False
    parts = [fold(part) for part in profile.text.split("-")]
    if len(parts) > 1 and all(part in country_names() or part in known_bodies() for part in parts):
        # "The Ruritania-Illyria border" is of two countries, a "House-Senate panel" of two chambers.
        return True
    kinds = profile.labels["NORP"] * 2 > profile.mentions and not profile.plural and not profile.speaks
    return kinds or profile.as_adjective == profile.mentions


# Programmes, occasions and walks of life whose names look like those of bodies and places.
_THINGS = frozenset({"state of the union", "social security", "corporate america", "main street", "wall street"})


def _is_office(key: str) -> bool:
    """Whether a name is that of an office: "Chairman of the … Committee", "Harbour Secretary" is whoever holds it."""
    words = key.split()
    holder = len(words) > 1 and {words[-1], head_of(words)} <= OFFICES and not _is_first_name(words[0])
    led = len(words) > 2 and words[0] in OFFICES and words[1] in {"of", "for"}
    # "The Ohio AG", "the NY AG".
    of_state = words[-1] == "ag" and (key.removesuffix(" ag") in us_states() or len(key) == len("ny ag"))
    return holder or led or of_state


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
    if words[0] in {"international", "european", "world"} and head in STATE_HEADS and not is_of_state(profile.key):
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
    if _POLICE.fullmatch(key) or "olympic" in words:
        return "olympic" not in words
    # "The Ruritanian Family Council" may be anybody's there.
    named = any((form := country_names().get(word)) is not None and form.form != "demonym" for word in words)
    # "Harbour House", "the House of Games" are no house of parliament, "the House Committee" is of one.
    chamber = head_of(words) != "house" or words[-1] in STATE_HEADS - {"house"}
    named = named or any(word in _STATES for word in words if chamber or word != "house")
    named = named or any(f" {state} " in f" {key} " for state in us_states())
    return named or (head_of(words) in _SURELY and not set(words) <= PORTFOLIOS | STATE_HEADS)


# These have committees and bureaus that are no state's.
_PARTISAN = word_class("party_words") | {"campaign", "farm"}
_SURELY, _STATES = word_class("state_surely"), word_class("of_state")
# Police departments are called by such initials: "HVPD".
_POLICE = re.compile("[a-z]{2,}pd")


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
