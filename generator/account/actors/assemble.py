"""Drafts to finished actors: ids, aliases and mentions in a fixed order."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.lexicon import COMPANY_FORMS, COURTESY
from generator.matching.names import family_name, fold, gender_of, initials, is_acronym, split_name, suffix
from generator.model.actors import Actor, ActorKind, Alias, Cast, Description, Form, Mention, Suggestion
from generator.model.decisions import ActorDecision

# Forms that are no name.
UNNAMED = frozenset({"description", "pronoun"})


class Draft(msgspec.Struct, gc=False):
    """An actor in the making.

    `known` are forms of general knowledge that no article need use, `in_titles` forms in titles with their articles,
    `dressed` the names as they are dressed with the articles that have them so.
    """

    name: str
    kind: ActorKind
    mentions: list[tuple[Candidate, Form]]
    known: list[str] = msgspec.field(default_factory=list)
    descriptions: list[Description] = msgspec.field(default_factory=list)
    in_titles: list[tuple[str, str]] = msgspec.field(default_factory=list)
    dressed: dict[str, set[str]] = msgspec.field(default_factory=lambda: defaultdict(set))
    decision: ActorDecision | None = None

    @property
    def articles(self) -> set[str]:
        """The articles that mention it."""
        return {candidate.article for candidate, _ in self.mentions}

    @property
    def told(self) -> Counter[str]:
        """How often each article mentions it."""
        return Counter(candidate.article for candidate, _ in self.mentions)


class Near(NamedTuple):
    """Two sets of mentions that may be one actor's, with the reason; an editor decides."""

    one: Candidate
    other: Candidate
    reason: str


def assemble(drafts: Sequence[Draft], texts: Mapping[str, str], near: Sequence[Near] = ()) -> Cast:
    """The cast of all drafts, most told of first; `texts` gives the order of the articles."""
    ordered = sorted(drafts, key=lambda d: (-len(d.articles), -len(d.mentions), d.name, d.kind))
    actors, mentions, rivals = [], [], _namesakes(ordered)
    for draft, slug in zip(ordered, _slugs(ordered), strict=True):
        actors.append(_actor(draft, slug, _own_aliases(draft, rivals)))
        mentions += [_mention(candidate, form, slug, texts[candidate.article]) for candidate, form in draft.mentions]
    order = {article: number for number, article in enumerate(texts)}
    mentions.sort(key=lambda m: (order[m.article], m.start, m.end, m.actor))
    return Cast(actors=tuple(actors), mentions=tuple(mentions), suggestions=_suggestions(near, mentions))


def _suggestions(near: Sequence[Near], mentions: Sequence[Mention]) -> tuple[Suggestion, ...]:
    """The near misses by actor id, without those that the editor has settled by an entry that joins them."""
    owners = {(m.article, m.start): m.actor for m in mentions}
    found: dict[tuple[str, ...], str] = {}
    for pair in near:
        ids = {owners.get((c.article, c.start), "") for c in (pair.one, pair.other)}
        if len(ids) == 2 and "" not in ids:
            found.setdefault(tuple(sorted(ids)), pair.reason)
    return tuple(Suggestion(actors=ids, reason=found[ids]) for ids in sorted(found))


def _actor(draft: Draft, slug: str, aliases: tuple[Alias, ...]) -> Actor:
    actor = Actor(
        id=slug,
        name=_in_small(draft.name, aliases) if draft.decision is None else draft.name,
        kind=draft.kind,
        aliases=aliases,
        descriptions=tuple(draft.descriptions),
    )
    entry = draft.decision
    if entry is None:
        return actor
    return msgspec.structs.replace(
        actor, line=entry.line, line_source=entry.source, links=entry.links, status="confirmed"
    )


def _in_small(name: str, aliases: Sequence[Alias]) -> str:
    """A name without the capitals of a dateline: "VELT" where another article writes Velt."""
    return next((a.text for a in aliases if name.isupper() and a.text.casefold() == name.casefold()), name)


def _slugs(drafts: Sequence[Draft]) -> Iterator[str]:
    """Ids made of the names; where two names are alike the kind tells them apart, then a number."""
    used: Counter[str] = Counter()
    for draft in drafts:
        slug = (draft.decision and draft.decision.id) or slug_of(draft.name)
        if used[slug]:
            slug = f"{slug}-{draft.kind.replace(' ', '-')}"
        used[slug] += 1
        yield slug if used[slug] == 1 else f"{slug}-{used[slug]}"


def slug_of(name: str) -> str:
    """A name as an id: folded words joined by hyphens."""
    return fold(name).replace("'", "").replace(" ", "-") or "actor"


def _mention(candidate: Candidate, form: Form, actor: str, body: str) -> Mention:
    return Mention(
        article=candidate.article,
        start=candidate.start,
        end=candidate.end,
        text=body[candidate.start : candidate.end],
        actor=actor,
        form=form,
        sentence=candidate.sentence,
    )


def _aliases(draft: Draft) -> tuple[Alias, ...]:
    plain: dict[str, set[str]] = defaultdict(set)
    for candidate, form in draft.mentions:
        if form not in UNNAMED and form != "metonym":
            plain[candidate.text].add(candidate.article)
    spelt = {fold(text) for text in plain if not is_acronym(text)}
    for text, article in draft.in_titles:
        if draft.kind == "person" or is_acronym(text) or fold(text) in spelt:
            # "Us Wins a Medal" in a title is no form of the U.S.
            plain[text].add(article)
    known = {text: set[str]() for text in draft.known if text not in plain and text != draft.name}
    plain = {t: a for t, a in plain.items() if _WHOLE.fullmatch(t) and not (_STOPPED.search(t) and t[:-1] in plain)}
    return (
        *_sorted_aliases(_without_capitals(plain, draft.name) | known),
        *_sorted_aliases({t: a for t, a in draft.dressed.items() if t not in plain}),
    )


def _own_aliases(draft: Draft, namesakes: Mapping[str, Sequence[Draft]]) -> tuple[Alias, ...]:
    """The aliases that are nobody else's, each where it is not: a bare surname where he is told of most who bear it."""
    found = []
    for alias in _aliases(draft):
        if _is_cut(alias.text, draft) or _is_anothers(alias.text, draft, namesakes):
            continue
        articles = _where_his(alias, draft, namesakes)
        if articles or not alias.articles:
            found.append(msgspec.structs.replace(alias, articles=articles))
    return tuple(found)


def _is_cut(text: str, draft: Draft) -> bool:
    """ "Roth" of Ada de Roth; Bo al-Roth is called Roth, too."""
    particle, _, last = family_name(draft.name).rpartition(" ")
    return draft.kind == "person" and particle not in {"", "al", "el"} and fold(text) == last


def _where_his(alias: Alias, draft: Draft, namesakes: Mapping[str, Sequence[Draft]]) -> tuple[str, ...]:
    """The articles of an alias but those that tell as much or more of another who bears it as a bare surname."""
    if draft.kind != "person" or not fold(alias.text) or split_name(alias.text) != split_name(draft.name)[-1:]:
        return alias.articles
    rivals = (o for o in namesakes.get(split_name(alias.text)[-1], ()) if o is not draft and o.kind == "person")
    own, theirs = draft.told, [rival.told for rival in rivals]
    return tuple(
        a for a in alias.articles if all(not t[a] or (t[a] < own[a] and len(t) <= _FAMOUS * len(own)) for t in theirs)
    )


def _namesakes(drafts: Sequence[Draft]) -> Mapping[str, list[Draft]]:
    """The people of each first and last name, and the bodies of each short form."""
    found: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        names = split_name(draft.name) if draft.kind == "person" else ()
        forms = {c.key for c, _ in draft.mentions} - {fold(draft.name)}
        for key in {*names[:1], *names[-1:]} if draft.kind == "person" else forms:
            found[key].append(draft)
    return found


def _is_anothers(text: str, draft: Draft, namesakes: Mapping[str, Sequence[Draft]]) -> bool:
    """Whether a form may as well be somebody else's, of whom the same articles tell as much or more.

    So a first name alone and "Mr Roth" where another has that name, and the short form of two bodies; a bare surname is
    in use for both.
    """
    if draft.kind != "person":
        rivals = [o for o in namesakes.get(fold(text), ()) if o is not draft]
    else:
        words, names = list(split_name(text)), list(split_name(draft.name))
        if not words or not names:
            return False
        rivals = [o for o in namesakes.get(words[-1], ()) if o is not draft]
        if (
            text in draft.known
            and suffix(draft.name)
            and any(fold(text) in {fold(k) for k in o.known} and suffix(o.name) != suffix(draft.name) for o in rivals)
        ):
            # Father and son are both "Ada Roth" without "Sr." and "Jr.".
            return True
        # "Han" of Han Ji Sol, who is never called "Sol", is his family name.
        given = words == names[:1] != names[-1:] and any(c.key == names[-1] for c, _ in draft.mentions)
        courteous = len(words) > 1 and words[0] in COURTESY and words[1:] == names[-1:]
        genders = {"", gender_of(split_name(draft.name)[0])}
        rivals = (
            [o for o in rivals if given or gender_of(split_name(o.name)[0]) in genders] if given or courteous else []
        )
    return any(o.kind == draft.kind and _is_told_of_less(draft, o) for o in rivals)


def _is_told_of_less(draft: Draft, other: Draft) -> bool:
    both = draft.articles & other.articles
    own, others = (sum(c.article in both for c, _ in each.mentions) for each in (draft, other))
    return bool(both) and (own <= others or _FAMOUS * len(draft.articles) < len(other.articles))


# Whoever is in the news so many times more often is meant by the surname beside another of the family.
_FAMOUS = 10
# The full stop of a sentence ends a word that is no abbreviation.
_STOPPED = re.compile(r"\w{5}\.$")
# A form begins with a letter or digit, and ends so or with a full stop or the like: "-Roth", "Congress,'" are none; nor
# is what a colon parts, "Ohio: Senate".
_WHOLE = re.compile(r"\w(?:[^:]*[\w.)!])?")


def _without_capitals(forms: Mapping[str, set[str]], name: str) -> dict[str, set[str]]:
    """The forms without those that are another written in capitals: "ROTH" in a dateline is no other name; NATO is.

    Of "De Roth" and "de Roth" an article is given the commoner.
    """
    small = {text.casefold(): text for text in forms if not text.isupper()}
    acronyms = {initials(text.replace("-", " ")) for text in (name, *forms) if " " in text}
    found: dict[str, set[str]] = defaultdict(set)
    told: dict[str, set[str]] = defaultdict(set)
    for text in sorted(forms, key=lambda text: (text.isupper(), -len(forms[text]), text)):
        key = text.casefold()
        own = small.get(key, text) if text.isupper() and fold(text) not in acronyms else text
        found[own] |= forms[text] - told[key]
        told[key] |= forms[text]
    return {text: articles for text, articles in found.items() if articles}


def _sorted_aliases(forms: Mapping[str, set[str]]) -> list[Alias]:
    ordered = sorted(forms, key=lambda text: (-len(forms[text]), text))
    return [Alias(text=text, articles=tuple(sorted(forms[text]))) for text in ordered]


def fullest(names: Counter[str]) -> str:
    """The fullest of the common forms: most words, of those with a fair share of the commonest's count."""
    top = max(names.values())
    full = [name for name in names if not is_acronym(name)] or list(names)
    common = [name for name in full if names[name] * 4 >= top] or full
    return min(common, key=lambda n: (-_weight(n), n.isupper(), -names[n], n.isascii(), n))


def _weight(name: str) -> int:
    """How many words a name has, not counting "Inc." and the like."""
    return sum(word not in COMPANY_FORMS for word in fold(name).split())
