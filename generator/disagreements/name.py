"""One proper name spelled differently: accents, hyphens, letters, transliteration. Short and long forms are none."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from generator.disagreements.finding import about_line, finding_id
from generator.language.phrases import phrase
from generator.matching.names import fold
from generator.matching.spellings import Written, near_spelling, same_but_for, written_names
from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.story import Disagreement, Material, Position
from generator.model.text import Article

# How sure it is that two spellings are one name, and worth a card: the same letters but for an accent, a hyphen or
# a space, or but for capitals; like letters where actor, neighbour or context agree.
_MARKS, _CAPITALS, _LETTERS = 0.55, 0.4, 0.6
# So many lemmas must two sentences share if their like-spelled names are to be one.
_CONTEXT = 3
_ARTICLE = "The "
_SAYS_WORDS, _POSITIONS, _LENGTHS = 4, 4, 2


# For each article and folded word of a person's name, the actors so named.
People = dict[tuple[str, str], set[str]]


class Variant(NamedTuple):
    """Two spellings, why they are one name, and how sure that is, from 0 to 1; `actor` is the person who bears both."""

    one: str
    other: str
    reason: str
    sure: float
    actor: str = ""


class Names(NamedTuple):
    """The names of one article: for each spelling its places, for each key and for each person its spellings.

    `mentions` are the places where the article names somebody, without titles.
    """

    article: Article
    analysis: Analysis
    places: dict[str, list[Written]]
    keys: dict[str, set[str]]
    borne: dict[str, set[str]]
    mentions: list[tuple[int, int]]


def find(material: Material) -> Iterator[Disagreement]:
    """Every name of the event that two or more articles spell differently, one finding a name with all spellings."""
    yield from _find(material.event.id, material.articles, material.analyses, material.cast)


def find_across(
    articles: Sequence[Article], analyses: Mapping[str, Analysis], cast: Cast, within: Sequence[Disagreement] = ()
) -> Iterator[Disagreement]:
    """Names that the articles of a whole site spell differently, for the glossary; their `event` is "".

    Only words with the same letters, or of one actor's name, are compared: the work grows with the names, not with the
    pairs of articles. Left out are names whose spellings already differ in a finding `within` one event.
    """
    known = {position.says for finding in within if finding.kind == "name" for position in finding.positions}
    people = _people(articles, cast)
    names = _read(articles, analyses, cast, people)
    variants = [*_same_letters(names, people), *_same_actor(names)]
    for finding in _findings("", names, people, cast, variants):
        if not {position.says for position in finding.positions} <= known:
            yield finding


def _same_letters(names: Sequence[Names], people: People) -> Iterator[Variant]:
    bearers: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for n in names:
        for key, texts in n.keys.items():
            for text in texts:
                bearers[key][text] |= _bearers(n, text, people)
    for key in sorted(bearers):
        for one, other in combinations(sorted(bearers[key]), 2):
            ours, theirs = bearers[key][one], bearers[key][other]
            if not (" " in one and " " in other) and (not ours or not theirs or ours & theirs):
                yield _marked(one, other, ours & theirs)


def _same_actor(names: Sequence[Names]) -> Iterator[Variant]:
    texts: dict[str, set[str]] = defaultdict(set)
    for n in names:
        for actor, borne in n.borne.items():
            texts[actor] |= {text for text in borne if " " not in text}
    for actor in sorted(texts):
        for one, other in combinations(sorted(texts[actor]), 2):
            reason = near_spelling(one, other)
            if reason:
                yield Variant(one, other, reason, _LETTERS, actor)


def _find(
    event: str, articles: Sequence[Article], analyses: Mapping[str, Analysis], cast: Cast
) -> Iterator[Disagreement]:
    people = _people(articles, cast)
    names = _read(articles, analyses, cast, people)
    variants = [v for a, b in permutations(names, 2) for v in _variants(a, b, people) if v.sure]
    yield from _findings(event, names, people, cast, variants)


def _findings(
    event: str, names: Sequence[Names], people: People, cast: Cast, variants: Iterable[Variant]
) -> Iterator[Disagreement]:
    titles = {actor.id: actor.name for actor in cast.actors}
    distinct = {(frozenset((v.one, v.other)), v.actor): v for v in variants}
    for group in _groups(distinct.values()):
        finding = _finding(event, names, group, _title(names, group, people, titles))
        if finding:
            yield finding


def _read(articles: Sequence[Article], analyses: Mapping[str, Analysis], cast: Cast, people: People) -> list[Names]:
    mentions: dict[str, list[tuple[int, int]]] = {article.id: [] for article in articles}
    for mention in cast.mentions:
        if mention.article in mentions and mention.form == "name":
            mentions[mention.article].append((mention.start, mention.end))
    return [_names(article, analyses[article.id], mentions[article.id], people) for article in articles]


def _names(article: Article, analysis: Analysis, mentions: list[tuple[int, int]], people: People) -> Names:
    names = Names(article, analysis, defaultdict(list), defaultdict(set), defaultdict(set), mentions)
    for found in written_names(article, analysis):
        # A straight and a curly apostrophe are one spelling.
        written = found._replace(text=found.text.replace("’", "'"))
        names.places[written.text].append(written)
        names.keys[written.key].add(written.text)
    for text in names.places:
        for actor in _bearers(names, text, people):
            names.borne[actor].add(text)
    return names


def _people(articles: Sequence[Article], cast: Cast) -> People:
    kinds = {actor.id: actor.kind for actor in cast.actors}
    here = {article.id for article in articles}
    people: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in cast.mentions:
        if mention.article in here and mention.form == "name" and kinds.get(mention.actor) == "person":
            for word in mention.text.split():
                people[mention.article, fold(word)].add(mention.actor)
    return people


def _variants(a: Names, b: Names, people: People) -> Iterator[Variant]:
    """Spellings that only `a` has against spellings that `b` has."""
    for text in [text for text in a.places if text not in b.places]:
        key = a.places[text][0].key
        ours = _bearers(a, text, people)
        # Two words against two: the words themselves are compared.
        for other in sorted(o for o in b.keys.get(key, ()) if not (" " in o and " " in text)):
            theirs = _bearers(b, other, people)
            if not ours or not theirs or ours & theirs:
                yield _marked(text, other, ours & theirs)
        if " " not in text and key not in b.keys:
            yield from (_like(a, b, text, other, people) for other in _candidates(b, text, ours))


def _marked(one: str, other: str, actors: set[str]) -> Variant:
    what = same_but_for(one, other)
    sure = _CAPITALS if what == "capitals" else _MARKS
    return Variant(one, other, f"the same name but for {what}", sure, _only(actors))


def _only(actors: set[str]) -> str:
    return next(iter(actors)) if len(actors) == 1 else ""


def _candidates(names: Names, text: str, actors: set[str]) -> list[str]:
    """The words that may spell `text` differently: they begin alike and are as long, or are of an actor so named."""
    near = {t for t in names.places if t[0] == text[0] and len(text) > 4 and abs(len(t) - len(text)) <= _LENGTHS}
    borne = set().union(*(names.borne.get(actor, set()) for actor in sorted(actors)))
    return sorted(t for t in near | borne if " " not in t)


def _bearers(names: Names, text: str, people: People) -> set[str]:
    return set().union(*(people.get((names.article.id, fold(word)), set()) for word in text.split()))


def _like(a: Names, b: Names, one: str, other: str, people: People) -> Variant:
    """Two different words as one name, if they are spelled alike and what stands around them speaks for it."""
    reason = near_spelling(one, other) if one[0] == other[0] else ""
    actors = _bearers(a, one, people) & _bearers(b, other, people) if reason else set()
    if reason and (actors or _neighbours(a, one) & _neighbours(b, other) or _alike(a, b, one, other)):
        return Variant(one, other, reason, _LETTERS, _only(actors))
    return Variant(one, other, "", 0.0)


def _neighbours(names: Names, text: str) -> set[str]:
    """The other words of the names that a word stands in."""
    return {w for written in names.places[text] for w in written.name.split() if w != text and len(w) > 3}


def _alike(a: Names, b: Names, one: str, other: str) -> bool:
    """Whether some sentence with the one name and some with the other share enough lemmas."""
    ours, theirs = ([_lemmas(n.analysis, w.start) for w in n.places[t]] for n, t in ((a, one), (b, other)))
    return any(len(x & y) >= _CONTEXT for x in ours for y in theirs)


def _lemmas(analysis: Analysis, offset: int) -> frozenset[str]:
    number = analysis.sentence_at(offset)
    tokens = analysis.sentence_tokens(analysis.sentences[number]) if number is not None else ()
    return frozenset(t.lemma for t in tokens if t.pos in {"NOUN", "VERB", "ADJ", "PROPN", "NUM"})


def _groups(variants: Iterable[Variant]) -> list[list[Variant]]:
    """Variants together that have a spelling or a bearer in common."""
    groups: list[list[Variant]] = []
    for variant in variants:
        near = [group for group in groups if any(_belong_together(v, variant) for v in group)]
        groups = [group for group in groups if not any(group is n for n in near)]
        groups.append([*(v for group in near for v in group), variant])
    return groups


def _belong_together(one: Variant, other: Variant) -> bool:
    if one.actor and other.actor:
        return one.actor == other.actor
    return bool({one.one, one.other} & {other.one, other.other})


def _finding(event: str, names: Sequence[Names], group: Sequence[Variant], title: str) -> Disagreement | None:
    spellings = {text for variant in group for text in (variant.one, variant.other)}
    counts = Counter({text: sum(text in n.places for n in names) for text in spellings})
    chosen = _few([(n, _shown(n, spellings, counts)) for n in names if spellings & n.places.keys()])
    if len({written.text for _, written in chosen}) < 2:
        return None
    positions = tuple(_position(n, written) for n, written in chosen)
    best = max(group, key=lambda v: (v.sure, v.one, v.other))
    return Disagreement(
        id=finding_id("name", event, positions),
        event=event,
        kind="name",
        about=about_line(f"Spelling of the name {title}"),
        hardness="soft",
        score=best.sure,
        reason=f"{', '.join(f'“{text}”' for text in sorted(spellings))}: {best.reason}",
        positions=positions,
        features={"sure": best.sure, "spellings": float(len(spellings)), "articles": float(len(chosen))},
    )


def _few(chosen: Sequence[tuple[Names, Written]]) -> list[tuple[Names, Written]]:
    """At most so many positions a spelling, the first of each."""
    seen: Counter[str] = Counter()
    kept = []
    for names, written in chosen:
        seen[written.text] += 1
        if seen[written.text] <= _POSITIONS:
            kept.append((names, written))
    return kept


def _shown(names: Names, spellings: set[str], counts: Counter[str]) -> Written:
    """The place to show: the spelling that fewest articles have, first where the name is given most fully."""
    text = min(spellings & names.places.keys(), key=lambda t: (counts[t], t))
    return min(names.places[text], key=lambda w: (-min(len(w.name.split()), 3), w.start))


def _position(names: Names, written: Written) -> Position:
    article = names.article
    start, end = written.run
    words = [m.start() for m in re.finditer(r"\S+", article.body[start:end])]
    start = min(start + words[-_SAYS_WORDS:][0], written.start)
    low, high = _bare_name(names, written, start)
    passage = phrase(article, names.analysis, min(start, low), end)
    return Position(passage=passage, says=article.body[low:high], differs=((written.start, written.end),))


def _bare_name(names: Names, written: Written, start: int) -> tuple[int, int]:
    """The place of the name without the title before it, as the cast knows it; of a name it does not know, all."""
    around = [(low, high) for low, high in names.mentions if low <= written.start and written.end <= high]
    low, high = min(around, key=lambda place: (place[0] - place[1], place), default=(start, written.run[1]))
    return (low + len(_ARTICLE) if names.article.body.startswith(_ARTICLE, low) else low), high


def _title(names: Sequence[Names], group: Sequence[Variant], people: People, titles: Mapping[str, str]) -> str:
    """How to call the name: as its actor is called, else as most articles write it in two words or so."""
    spellings = {text for variant in group for text in (variant.one, variant.other)}
    bearers = Counter(
        actor for n in names for text in sorted(spellings & n.places.keys()) for actor in _bearers(n, text, people)
    )
    if bearers:
        return titles[min(bearers, key=lambda actor: (-bearers[actor], actor))]
    written = Counter(w.name for n in names for text in sorted(spellings & n.places.keys()) for w in n.places[text])
    name = min(written, key=lambda name: (-written[name], abs(len(name.split()) - 2), name))
    return name.removeprefix(_ARTICLE)
