"""All candidates of a corpus, with the kind of each name form: from prose, then from what the prose has taught."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence, Set
from itertools import pairwise
from typing import TypeVar, cast

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.each import Answers, Each
from generator.account.actors.evidence import Profile, added
from generator.account.actors.gazetteer import country_names, known_bodies
from generator.account.actors.kinds import DOMAIN, kind_of
from generator.account.actors.lexicon import COMPANY_FORMS
from generator.account.actors.naming import Lore, Named, Place, name
from generator.account.actors.sighting import Sighted, sight
from generator.matching.names import fold, initials
from generator.model.actors import ActorKind
from generator.model.text import Article

H = TypeVar("H", bound=Hashable)

# Of more articles than these it is worth the time to hold what they share once.
_MANY = 1000
# What many candidates of a corpus have the same of.
_OFTEN = tuple(name for name in Candidate.__struct_fields__ if name not in {"sentence", "article_word", "inside"})


class Gathering(msgspec.Struct, gc=False):
    """What each article names and tells of that; the kind and the evidence of each folded form, and governments."""

    named: dict[str, Named]
    kinds: dict[str, ActorKind | None]
    evidence: dict[str, Profile]
    governments: dict[str, str]

    @property
    def everything(self) -> list[Candidate]:
        """All candidates, article by article."""
        return [c for found in self.named.values() for c in found.candidates]


def gather(articles: Sequence[Article], each: Each) -> Gathering:
    """Find every candidate, and what kind of actor each name form is taken to be."""
    sighted = each(sight)
    lore, small = _lore(articles, sighted)
    given = {a.id: (sighted.later(a.id), lore[a.id]) for a in articles}
    gathering = Gathering(named={}, kinds={}, evidence={}, governments={})
    compounds: dict[str, ActorKind] = {}
    once: dict[Hashable, Hashable] = {}
    for article, found in zip(articles, each(name, given).values(), strict=True):
        # Their evidence is in the sums.
        told = _sharing(found, once) if len(articles) > _MANY else found
        gathering.named[article.id] = msgspec.structs.replace(told, seen=())
        compounds |= {key: kind for key, kind in found.compounds.items() if compounds.get(key) != "state body"}
        gathering.governments |= found.governments
        added(gathering.evidence, found.seen)
    kinds = _kinds(gathering.evidence, small)
    families = {key.split()[-1] for key, kind in kinds.items() if kind == "person"}
    for key in compounds:
        if key.endswith(" administration") and key.split()[-2] in families:
            compounds[key] = "state body"
    gathering.kinds = {**kinds, **compounds}
    return gathering


def _sharing(found: Named, once: dict[Hashable, Hashable]) -> Named:
    """What an article names, with words and offsets held once, however many have them: all of a corpus are held."""

    def held(value: H) -> H:
        return cast("H", once.setdefault(value, value))

    def place(given: Place) -> Place:
        return held(given[0]), held(given[1])

    def candidate(given: Candidate) -> Candidate:
        return msgspec.structs.replace(given, **{name: held(getattr(given, name)) for name in _OFTEN})

    return msgspec.structs.replace(
        found,
        candidates=tuple(map(candidate, found.candidates)),
        common=frozenset(map(held, found.common)),
        introduced=tuple((place(one), tuple(map(place, told))) for one, told in found.introduced),
        tied=frozenset(map(place, found.tied)),
    )


def _lore(articles: Sequence[Article], sighted: Answers[Sighted]) -> tuple[dict[str, Lore], set[str]]:
    """What all articles together tell each of its names; and all words that any writes small."""
    evidence: dict[str, Profile] = {}
    small: set[str] = set()
    for one in sighted.values():
        added(evidence, one.seen)
        small.update(one.small)
    kinds = _kinds(evidence, small)
    everywhere = _clear_names(kinds)
    lore = {}
    for article, one in zip(articles, sighted.values(), strict=True):
        known = tuple(text for text in one.possible if text in everywhere)
        own = {key: kind for key in (*one.keys, *known) if (kind := kinds.get(key)) is not None}
        lore[article.id] = Lore(kinds=own, known=known)
    return lore, small


def _kinds(evidence: Mapping[str, Profile], small: Set[str]) -> dict[str, ActorKind | None]:
    """The kind of each form; a word that only opens sentences and else is written small (`small`) names nobody."""
    kinds = {key: kind_of(profile) for key, profile in evidence.items()}
    named = {form.country for key, form in country_names().items() if key in evidence and form.form != "metonym"}
    for key, profile in evidence.items():
        if not profile.titled and key in small and not _is_named(profile, kinds[key]):
            kinds[key] = None
        form = country_names().get(key)
        if form is not None and form.form == "metonym" and form.country in named and not profile.titled:
            kinds[key] = "place"
    for key, profile in evidence.items():
        base = fold(DOMAIN.sub("", profile.text))
        if base != key and base in kinds and kinds[base] not in {"country", "place"} and not evidence[base].titled:
            kinds[base] = "organisation"
    for key in kinds:
        base, _, last = key.rpartition(" ")
        if (
            last in COMPANY_FORMS
            and base in kinds
            and kinds[base] not in {"country", "place"}
            and not evidence[base].titled
        ):
            kinds[base] = kinds[key] = "organisation"
    return kinds


def _is_named(profile: Profile, kind: ActorKind | None) -> bool:
    """Whether a word that is written small elsewhere is a name all the same: by its table, its article, its acts."""
    if profile.key in known_bodies() or profile.key in country_names() or kind == "place":
        return True
    if kind in {"organisation", "state body"}:
        return bool(profile.inside and profile.speaks)
    return bool(profile.inside)


def _clear_names(kinds: Mapping[str, ActorKind | None]) -> set[str]:
    """Forms that mean the same in every article: longer names found anywhere, countries, well-known bodies."""
    longer = {key for key, kind in kinds.items() if kind is not None and " " in key}
    bodies = {key for key, body in known_bodies().items() if not body.acronym and " " in key}
    return longer | bodies | {key for key, form in country_names().items() if form.form != "metonym" and len(key) > 3}


def explained(found: Mapping[str, Named], texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """Articles with acronyms of well-known bodies that they explain otherwise: "International Chess Council (ICC)"."""
    anothers = set()
    for article, named in found.items():
        for full, short in bracketed_names({article: named}, texts):
            known = known_bodies().get(short)
            if known is not None and known.acronym and known_bodies().get(full, known) is known and " " in full:
                anothers |= {(article, short)} if fold(known.name) != full and initials(full) == short else set()
    return anothers


def bracketed_names(found: Mapping[str, Named], texts: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """Pairs of folded name and folded bracketed text that follow one another."""
    pairs: Counter[tuple[str, str]] = Counter()
    for article, named in found.items():
        for one, other in pairwise(named.candidates):
            if texts[article][one.end : other.start] in {" (", "(", " (the "}:
                pairs[one.key, fold(other.text)] += 1
    return pairs
