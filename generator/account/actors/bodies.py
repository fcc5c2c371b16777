"""Organisations, state bodies, groups and places: one entry for the full name, its acronym and its short forms."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import KnownBody, country_names, known_bodies, state_abbreviations
from generator.account.actors.kinds import DOMAIN
from generator.account.actors.lexicon import BODY_NOUNS, COMPANY_FORMS, ORG_HEADS, STATE_HEADS
from generator.language.lexicon import word_class
from generator.matching.names import fold, initials, is_acronym, word_bag
from generator.matching.rarity import is_common
from generator.model.actors import ActorKind

_HEADS = ORG_HEADS | STATE_HEADS
# A river, a desert, a valley is another thing than the state or town of its name.
_WIDE = word_class("same_place")


class Body(msgspec.Struct, gc=False):
    """A body, group or place in the making; `known` is its name in the table of well-known bodies, or ""."""

    kind: ActorKind
    known: str = ""
    names: Counter[str] = msgspec.field(default_factory=Counter)
    mentions: list[Candidate] = msgspec.field(default_factory=list)

    @property
    def articles(self) -> set[str]:
        """The articles that mention it."""
        return {m.article for m in self.mentions}

    @property
    def keys(self) -> set[str]:
        """The folded name forms."""
        return {fold(name) for name in self.names}

    def take(self, other: "Body") -> None:
        """Join another's names and mentions to this one."""
        self.names.update(other.names)
        self.mentions.extend(other.mentions)


def find_bodies(
    candidates: Sequence[Candidate],
    kinds: Mapping[str, ActorKind | None],
    bracketed: Mapping[tuple[str, str], int],
    homes: Mapping[str, str],
    anothers: Set[tuple[str, str]],
    is_somebodys: Callable[[Body], bool],
) -> list[Body]:
    """Every body of a corpus.

    `bracketed` counts pairs of a folded name and what stands in brackets after it; `homes` holds each article's home
    country; `anothers` are articles with the acronyms that they explain as no well-known body's; `is_somebodys` says
    whether a name is a person's.
    """
    bodies = _by_name(candidates, kinds, homes, anothers)
    bodies = _join_by_key(bodies)
    introduced = {short: full for (full, short), _ in sorted(bracketed.items(), key=lambda pair: pair[1])}
    bodies = _join_acronyms(bodies, introduced)
    return _join_short_forms(bodies, is_somebodys)


def _by_name(
    candidates: Sequence[Candidate],
    kinds: Mapping[str, ActorKind | None],
    homes: Mapping[str, str],
    anothers: Set[tuple[str, str]],
) -> list[Body]:
    found: dict[str, Body] = {}
    for candidate in candidates:
        own = (candidate.article, candidate.key) in anothers
        known = None if own else _known(candidate, homes[candidate.article])
        kind = known.kind if known else kinds.get(candidate.key)
        listed = known_bodies().get(candidate.key)
        if not own and known is None and listed is not None and _is_in_doubt(candidate, listed):
            continue
        if f"{candidate.text}." in state_abbreviations() and candidate.label != "GPE":
            # "Mo" may be short for Missouri, or somebody.
            continue
        state = None if known else state_abbreviations().get(f"{candidate.text.removesuffix('.')}.")
        if state:
            kind = "place"
        if kind is None or kind in {"person", "country"}:
            continue
        key = fold(known.name) if known else fold(state) if state else candidate.key
        body = found.setdefault(key, Body(kind=kind))
        body.known = body.known or (known.name if known else state or "")
        body.names[candidate.text] += 1
        body.mentions.append(candidate)
    return list(found.values())


def _is_in_doubt(candidate: Candidate, listed: KnownBody) -> bool:
    """Whether a form of a well-known body means something else here: "Ice", "Conservatives" of another country."""
    if listed.acronym and not is_acronym(candidate.text):
        return is_common(candidate.key) or candidate.label == "PERSON"
    return listed.kind == "organisation" and " " not in candidate.key


def _known(candidate: Candidate, home: str) -> KnownBody | None:
    known = known_bodies().get(candidate.key)
    country = country_names().get(candidate.key.partition(" ")[0])
    if known is None or (known.acronym and not is_acronym(candidate.text)):
        return None
    named = {"", home, country.country if country is not None else ""}
    return known if known.home in named or fold(known.name) == candidate.key else None


def _join_by_key(bodies: list[Body]) -> list[Body]:
    """Join names of the same words in another order, with another company form, or parted otherwise ("Data-Mart")."""
    found: dict[frozenset[str | bool], Body] = {}
    for body in sorted(bodies, key=lambda b: (not b.known, -len(b.mentions), min(b.names))):
        keys = _bag_keys(body)
        home = next((found[key] for key in keys if key in found), None)
        if home is None:
            home = body
        else:
            home.take(body)
        for key in keys:
            found.setdefault(key, home)
    return list({id(body): body for body in found.values()}.values())


def _bag_keys(body: Body) -> list[frozenset[str | bool]]:
    """The words of each name whatever their order, and all its letters in one word; and whether it is a place."""
    keys: list[frozenset[str | bool]] = []
    for name in [*sorted(body.names), *([body.known] if body.known else [])]:
        place = body.kind == "place"
        # "Harbour County" is no other name of the town.
        spare = _WIDE if place else COMPANY_FORMS
        # "CRS" is not several of "CR".
        bag = word_bag(_with_short_country(name))
        plain = {w.removesuffix("s") if len(w) > _ACRONYM else w for w in bag - spare or bag}
        together = fold(DOMAIN.sub("", name)).replace(" ", "")
        # "The Times" is no short form of every "L. Times".
        keys += [frozenset({*(plain if bag - _HEADS else {name}), place}), frozenset({together, place})]
    return keys


def _with_short_country(name: str) -> str:
    """A body's name with a country before it in one form: "United States Chess League" is "U.S. Chess League"."""
    first, _, rest = fold(name).partition(" ")
    second, _, after = rest.partition(" ")
    for form, left in ((f"{first} {second}", after), (first, rest)):
        known = country_names().get(form)
        if left and known is not None and known.form in {"name", "acronym"}:
            return f"{known.country} {left}"
    return name


_ACRONYM = 4


def _join_acronyms(bodies: list[Body], bracketed: Mapping[str, str]) -> list[Body]:
    """Acronyms go to the name that brings them in brackets, else to the only name with these initials."""
    by_key = {key: body for body in bodies for key in sorted(body.keys)}
    by_initials: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for name in body.names:
            if len(name.split()) > 1 and body.kind != "place":
                by_initials[initials(name)].append(body)
    left = []
    for body in bodies:
        owner = _acronym_owner(body, bracketed, by_key, by_initials)
        if owner is None or owner is body:
            left.append(body)
        else:
            often = Counter(m.article for m in body.mentions)
            told = owner.articles | {m.article for m in body.mentions if is_acronym(m.text) or often[m.article] > 1}
            # "Ice" once where nobody has "ICE" is something else.
            body.mentions = [m for m in body.mentions if m.article in told]
            owner.take(body)
    return left


def _acronym_owner(
    body: Body, bracketed: Mapping[str, str], by_key: Mapping[str, Body], by_initials: Mapping[str, list[Body]]
) -> Body | None:
    for name in sorted(body.names):
        if not is_acronym(name) or body.known:
            continue
        introduced = by_key.get(bracketed.get(fold(name), ""))
        if (
            introduced is not None
            and introduced.kind != "place"
            and fold(name)[0] in {word[0] for full in introduced.keys for word in full.split()[:2]}
        ):
            return introduced
        owners = list({id(b): b for b in by_initials.get(fold(name), []) if b.articles & body.articles}.values())
        if len(owners) == 1 and len(fold(name)) > 2:
            return owners[0]
    return None


def _join_short_forms(bodies: list[Body], is_somebodys: Callable[[Body], bool]) -> list[Body]:
    """Give the mentions of a short form to the longer name that the same article uses and that begins or ends so.

    "Roth" is no form of the Roth Company beside Ada Roth.
    """
    by_article: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for article in sorted(body.articles):
            by_article[article].append(body)
    for body in sorted(bodies, key=lambda b: (-min(len(n) for n in b.names), min(b.names))):
        if is_somebodys(body):
            continue
        owners = {article: _longer_form(body, by_article[article]) for article in sorted(body.articles)}
        found = list({id(owner): owner for owner in owners.values() if owner is not None}.values())
        if len(found) == 1 and _is_distinctive(body, found[0]):
            owners = dict.fromkeys(owners, found[0])
        for article, owner in owners.items():
            if owner is not None:
                _move(body, owner, article)
    return [body for body in bodies if body.mentions and not _is_bare_head(body)]


def _is_bare_head(body: Body) -> bool:
    """ "The Committee", "the Department": without a fuller name it says nothing of which one."""
    names = [name for name, count in body.names.items() if count > 0]
    return not body.known and all({fold(name), fold(name).removesuffix("s")} & _HEADS for name in names)


def _longer_form(body: Body, others: Sequence[Body]) -> Body | None:
    """The longer name in one article; of several none."""
    if body.known or body.kind in {"place", "group"} or is_acronym(min(body.names)):
        return None
    owners = [other for other in others if other is not body and other.mentions and _is_short_of(body, other)]
    return owners[0] if len(owners) == 1 else None


def _is_distinctive(short: Body, long: Body) -> bool:
    """Whether the short form is the proper part of the longer name, so that it means the same in other articles."""
    shorts, heads = [fold(name).split() for name in short.names], _HEADS | COMPANY_FORMS
    longs = [fold(name).split() for name in long.names]
    return short.kind == "organisation" and any(
        full[: len(words)] == words and set(full[len(words) :]) <= heads for full in longs for words in shorts
    )


def _move(body: Body, owner: Body, article: str) -> None:
    moved = [m for m in body.mentions if m.article == article]
    body.mentions = [m for m in body.mentions if m.article != article]
    owner.mentions.extend(moved)
    for mention in moved:
        body.names[mention.text] -= 1
        owner.names[mention.text] += 1


def _is_short_of(short: Body, long: Body) -> bool:
    if long.kind not in {"organisation", "state body"}:
        return False
    alike = short.kind == long.kind
    longs = [words for name in long.names if len(words := _words(name)) > 1]
    if not longs:  # as of most, which are one word
        return False
    shorts = [words for name, count in short.names.items() if count > 0 and (words := _words(name))]
    return any(
        (long.kind == "organisation" and _begins(words, full)) or (alike and _ends(words, full, short.mentions))
        for words in shorts
        for full in longs
        if len(full) > len(words)
    )


@lru_cache(maxsize=1 << 16)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def _begins(words: Sequence[str], full: Sequence[str]) -> bool:
    """ "Kestrel Shipping" of "Kestrel Shipping Inc."; "the Roth administration" is not called "Roth", a person."""
    if full[: len(words)] != words:
        return False
    named = full[-1] in (_HEADS | COMPANY_FORMS) - BODY_NOUNS.keys() and len(" ".join(words)) > _ACRONYM - 1
    # "Harbour University" is more than Harbour University Hospital.
    named = named and (words[-1] not in ORG_HEADS or set(full[len(words) :]) <= COMPANY_FORMS)
    return named or (len(words) > 1 and full[len(words)] in {"on", "of", "for"})


def _ends(words: Sequence[str], full: Sequence[str], mentions: Sequence[Candidate]) -> bool:
    """ "Oversight Board" of "County Oversight Board"; mostly with "the", "Courier" of "Harbour Courier".

    "The Foreign Ministry" beside "the Ruritanian foreign ministry" may be that of another country.
    """
    if full[-len(words) :] != words:
        return False
    first = " ".join(full[: -len(words)])
    headed = (len(words) > 1 or words[0] in _HEADS) and first not in country_names()
    return headed or (" " not in first and 2 * sum(mention.article_word for mention in mentions) > len(mentions))
