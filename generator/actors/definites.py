"""Persons spoken of by their office alone: "the foreign minister", "the Kremlin chief", "her Ruritanian counterpart".

A description is resolved only when exactly one person whom the article names bears such an office, and for such a country.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.actors.assemble import Draft
from generator.actors.candidates import Candidate
from generator.actors.descriptions import add_description
from generator.actors.gazetteer import country_names
from generator.actors.lexicon import COURTESY, OFFICES, TITLE_MODIFIERS
from generator.model.analysis import Analysis, Token
from generator.model.text import Article
from generator.names import fold, strip_possessive

# Seats that stand for the country whose head works there, in "the … chief", "the … leader".
_SEATS = {"kremlin": "Russia", "white house": "United States", "downing street": "United Kingdom"}
_SHORT = {
    "sen": "senator",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "gov": "governor",
    "gen": "general",
    "premier": "minister",
    "justices": "justice",
}
_HEADS_OF_STATE = frozenset(
    {
        "president",
        "premier",
        "chancellor",
        "king",
        "queen",
        "emperor",
        "sultan",
        "emir",
        "leader",
        "dictator",
        "strongman",
    }
    | {"ruler", "prime minister", "supreme leader"}
)
_CALLED_LEADER = frozenset({"leader", "chief", "strongman", "dictator", "ruler"})
_TOP_DIPLOMAT = frozenset({"foreign minister", "secretary of state", "foreign secretary"})
# Words that make another office of the one they stand before.
_CHANGING = frozenset(
    {
        "vice",
        "deputy",
        "former",
        "ex",
        "assistant",
        "acting",
        "next",
        "future",
        "late",
        "under",
        "first",
        "elect",
        "associate",
    }
    | {"candidate", "nominee", "presumptive", "potential", "would-be", "another", "other"}
)


class Office(msgspec.Struct, frozen=True):
    """An office as its words, with the country it is held in ("" if not told) and the words that change it."""

    words: str
    country: str
    changed: frozenset[str]


def resolve_definites(
    drafts: Sequence[Draft], articles: Mapping[str, Article], analyses: Mapping[str, Analysis], homes: Mapping[str, str]
) -> None:
    """Add to the drafts of persons the descriptions that can only mean them."""
    bearers = _bearers(drafts)
    everywhere: dict[int, set[Office]] = defaultdict(set)
    for offices in bearers.values():
        for number, held in offices.items():
            everywhere[number] |= held
    persons, owners = _present(drafts), _pronoun_owners(drafts)
    for article_id, article in articles.items():
        present = {n: _held(bearers[article_id].get(n, set()), everywhere[n]) for n in persons[article_id]}
        pronouns = owners[article_id]
        for first, head, last in _phrases(analyses[article_id]):
            owner = _owner(first, head, analyses[article_id], present, pronouns, homes[article_id])
            if owner is not None:
                candidate = _candidate(article, analyses[article_id], first, last)
                drafts[owner].mentions.append((candidate, "description"))
                if head - first > 1:
                    add_description(drafts[owner], article, candidate.start, candidate.end)


def _bearers(drafts: Sequence[Draft]) -> dict[str, dict[int, set[Office]]]:
    """For each article, the offices it gives to each person, by draft index."""
    found: dict[str, dict[int, set[Office]]] = defaultdict(lambda: defaultdict(set))
    for number, draft in enumerate(drafts):
        if draft.kind == "person":
            for description in draft.descriptions:
                office = parse_office(description.text)
                if office is not None:
                    found[description.passage.article][number].add(office)
    return found


def _held(here: set[Office], everywhere: set[Office]) -> set[Office]:
    """The offices an article gives somebody, with the country that it or another article tells; else those of others."""
    if not here:
        return everywhere
    told = {office for office in here if office.country}
    silent = {office for office in here if not office.country}
    fuller = {o for o in everywhere if o.country and any(o.words == s.words and o.changed == s.changed for s in silent)}
    return told | (fuller or silent)


def _present(drafts: Sequence[Draft]) -> dict[str, list[int]]:
    """The persons of each article, by draft index."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        if draft.kind == "person":
            for article in draft.articles:
                found[article].append(number)
    return found


def parse_office(text: str) -> Office | None:
    """The office that a description tells: "the Ruritanian foreign minister", "Ruritania's top diplomat"."""
    words = fold(" ".join(strip_possessive(w) for w in text.split())).split()
    country, rest = _take_country(words)
    for stop in ("of", "for", "to", "in", "at", "from", "and", "who"):
        if stop in rest[1:] and rest[rest.index(stop) - 1 : rest.index(stop)] != ["secretary"]:
            rest = rest[: rest.index(stop)]
    rest = [_SHORT.get(word, word) for word in rest if word not in _DROPPED]
    kept = [
        w
        for w in rest
        if w in OFFICES or w in TITLE_MODIFIERS or w in {"state", "of", "diplomat", "counterpart", "top"}
    ]
    if not kept or (kept[-1] not in OFFICES | {"diplomat", "counterpart", "state"}) or set(kept) <= COURTESY:
        return None
    changed = frozenset(w for w in rest if w in _CHANGING)
    plain = " ".join(word for word in kept if word not in changed)
    return Office(words=plain, country=country, changed=changed) if plain else None


_DROPPED = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "then", "current", "new", "longtime", "democratic", "republican"}
)


def _take_country(words: list[str]) -> tuple[str, list[str]]:
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            known = country_names().get(phrase)
            country = known.country if known is not None else _SEATS.get(phrase, "")
            if country:
                return country, words[:start] + words[start + size :]
    return "", words


def _phrases(analysis: Analysis) -> Iterator[tuple[int, int, int]]:
    """Noun phrases that end in an office and begin with "the", a possessive or a name: first, head and last (exclusive)."""
    for sentence in analysis.sentences:
        for head in range(sentence.first + 1, sentence.last):
            token = analysis.tokens[head]
            if token.tag != "NN" or token.text not in OFFICES | {"diplomat", "counterpart"}:
                continue
            if token.dep in {"compound", "attr", "appos"} or _goes_on(analysis.tokens[head + 1 : sentence.last]):
                continue
            first = _phrase_first(analysis, head, sentence.first)
            if first is not None:
                yield first, head, head + 1


def _goes_on(after: Sequence[Token]) -> bool:
    """Whether a name or "of …" follows, so that the phrase is no description of its own."""
    texts = [t.text for t in after[:2]]
    return bool(after) and (
        texts[0] in {"of", "for", "-"}
        or after[0].pos == "PROPN"
        or (texts[0] == "," and after[1:2] != () and after[1].pos == "PROPN")
    )


def _phrase_first(analysis: Analysis, head: int, floor: int) -> int | None:
    """Where the phrase begins, if it is definite."""
    first = head
    while first > floor and analysis.tokens[first - 1].dep in {
        "amod",
        "compound",
        "nmod",
        "poss",
        "case",
        "det",
        "punct",
    }:
        if analysis.tokens[first - 1].text in {",", "“", "”", '"', "—", "–", "(", ")"}:
            break
        first -= 1
    opening = analysis.tokens[first]
    possessive = any(t.text in {"’s", "'s", "’", "'"} for t in analysis.tokens[first:head])
    definite = opening.text.lower() == "the" or opening.tag == "PRP$" or possessive
    return first if definite and first < head else None


def _owner(
    first: int,
    head: int,
    analysis: Analysis,
    present: Mapping[int, set[Office]],
    pronouns: Mapping[int, int],
    home: str,
) -> int | None:
    tokens = analysis.tokens
    text = " ".join(t.text for t in tokens[first : head + 1])
    office = parse_office(text.replace(" ’s", "’s").replace(" 's", "'s"))
    if office is None:
        return None
    if tokens[head].text == "counterpart":
        return _counterpart(tokens[first].start, office, present, pronouns)
    if tokens[first].tag == "PRP$":
        return None
    owners = [n for n, held in present.items() if any(_same_office(office, other, home) for other in held)]
    return owners[0] if len(owners) == 1 else None


def _counterpart(
    start: int, office: Office, present: Mapping[int, set[Office]], pronouns: Mapping[int, int]
) -> int | None:
    """The one of that country who holds the office of the person whom the possessive means."""
    person = pronouns.get(start)
    if person is None or not office.country:
        return None
    held = {other.words for other in present.get(person, set())}
    owners = [
        n
        for n, offices in present.items()
        if n != person and any(o.country == office.country and o.words in held for o in offices)
    ]
    return owners[0] if len(owners) == 1 else None


def _same_office(said: Office, held: Office, home: str) -> bool:
    if said.changed != held.changed or not _same_country(said, held, home):
        return False
    if said.words in _CALLED_LEADER:
        return bool(said.country) and held.words in _HEADS_OF_STATE
    if said.words == "top diplomat":
        return held.words in _TOP_DIPLOMAT
    mine, theirs = said.words.split(), held.words.split()
    return mine[-1] == theirs[-1] and set(mine) <= set(theirs)


def _same_country(said: Office, held: Office, home: str) -> bool:
    """No country on either side means the article's own."""
    return said.country == held.country or {said.country, held.country} == {"", home}


def _pronoun_owners(drafts: Sequence[Draft]) -> dict[str, dict[int, int]]:
    """For each article, offset of a resolved pronoun to draft index."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for number, draft in enumerate(drafts):
        for candidate, form in draft.mentions:
            if form == "pronoun":
                found[candidate.article][candidate.start] = number
    return found


def _candidate(article: Article, analysis: Analysis, first: int, last: int) -> Candidate:
    start, end = analysis.tokens[first].start, analysis.tokens[last - 1].end
    text = article.body[start:end]
    return Candidate(
        article=article.id,
        first=first,
        last=last,
        start=start,
        end=end,
        text=text,
        key=fold(text),
        sentence=analysis.sentence_at(start) or 0,
    )
