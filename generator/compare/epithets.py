"""The words that articles put to a person: titles and nouns before the name, appositions, what they say somebody is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.compare.finding import about_line, finding_id
from generator.grammar import word_class
from generator.model.actors import Actor, Description
from generator.model.analysis import Analysis
from generator.model.story import Disagreement, Material, Position
from generator.passages import phrase

# Words that judge whom they name, as the style books of news agencies and the Manual of Style of Wikipedia ("Words to
# watch": puffery, contentious labels, doubt) list them: not every one is wrong, but a reader should see who used it.
JUDGING = word_class(
    """acclaimed accomplished accused agitator alleged apologist autocrat award-winning beloved bigot bombthrower boss
    brilliant brutal bully celebrated charlatan con-man conspirator contentious controversial corrupt courageous crank
    cronies crony crook crooked cultist darling defiant demagogue denier despot dictator discredited disgraced
    divisive embattled esteemed extremist failed famed famous fanatic far-left far-right fascist feared feminist
    firebrand fraudster fringe fugitive fundamentalist gangster genius guru hard-line hardline hardliner hated hero
    heroine honorable hypocrite icon iconic ideologue illegal infamous insurgent jihadist junta kingpin laureate
    legend legendary liar loser loyalist lunatic mastermind martyr maverick militant mobster mogul murderer notorious
    oligarch outspoken patriot pioneer pioneering polarizing populist powerful predator propagandist puppet racist
    radical rebel regime renowned respected revered ruthless scandal-plagued self-described self-proclaimed
    self-styled separatist sexist shady so-called star strongman stooge supposed supremacist terrorist thug traitor
    trailblazer troll tycoon tyrant ultraconservative unrepentant usurper vandal veteran victim villain visionary
    vigilante warlord war-monger witch-hunter zealot"""
)
# How sure a difference is to be worth telling: one article judges where another does not, two plain nouns.
_JUDGED, _PLAIN = 0.7, 0.4
_BEFORE = frozenset({"amod", "compound", "nmod"})
_WORD = re.compile(r"\w+(?:-\w+)*")


class Epithet(NamedTuple):
    """What one article calls a person at `body[start:end]`; `judging` are its words that judge, in lower case.

    `named` says that it stands right before the name.
    """

    article: str
    start: int
    end: int
    text: str
    head: str
    judging: frozenset[str]
    named: bool


def find_people(material: Material) -> Iterator[Disagreement]:
    """Everybody whom the articles describe in clearly different words, one finding a person with all the words.

    A word that judges in one article and not in another makes a difference; so do two plain nouns before the name. A
    capitalised title is an office: two offices of one person are no difference, for people hold several.
    """
    for actor in material.cast.actors:
        if actor.kind != "person":
            continue
        by_article: dict[str, list[Epithet]] = {}
        for epithet in _epithets(material, actor):
            by_article.setdefault(epithet.article, []).append(epithet)
        score = _difference(by_article)
        if score:
            yield _finding(material, actor, [_telling(found) for _, found in sorted(by_article.items())], score)


def _difference(by_article: Mapping[str, Sequence[Epithet]]) -> float:
    """How sure it is that the articles differ over the person, 0 if they do not."""
    judging = [frozenset().union(*(e.judging for e in found)) for found in by_article.values()]
    if len(judging) > 1 and len(set(judging)) > 1:
        return _JUDGED
    heads = [{e.head.lower() for e in found if e.named} for found in by_article.values()]
    heads = [words for words in heads if words]
    plain = {e.head for found in by_article.values() for e in found if e.named and e.head.islower()}
    return _PLAIN if len(heads) > 1 and len(plain) > 1 and not set.intersection(*heads) else 0.0


def _telling(found: Sequence[Epithet]) -> Epithet:
    """The words of one article to show: the first that judge, else the first before the name, else the first."""
    return min(found, key=lambda e: (not e.judging, not e.named, e.start))


def _epithets(material: Material, actor: Actor) -> Iterator[Epithet]:
    """What the event's articles call a person in their own words, in text order."""
    names = {word for alias in actor.aliases for word in alias.text.split()}
    bodies = {article.id: article.body for article in material.articles}
    for description in sorted(actor.descriptions, key=lambda d: d.passage):
        if description.passage.article in bodies and not _is_quoted(material, description):
            yield _epithet(material.analyses[description.passage.article], bodies, description, names)


def _is_quoted(material: Material, description: Description) -> bool:
    place = description.passage
    quotations = material.quotations.get(place.article, ())
    return any(low <= place.start < high for q in quotations if q.direct for low, high in q.parts)


def _epithet(analysis: Analysis, bodies: Mapping[str, str], description: Description, names: set[str]) -> Epithet:
    place = description.passage
    body = bodies[place.article]
    following = body[place.end : place.end + 40].split()
    named = bool(following) and following[0].strip(",.") in names
    start = _widened(analysis, place.start, place.end) if named else place.start
    text = body[start : place.end]
    words = frozenset(word.casefold() for word in _WORD.findall(text))
    head = text.split()[-1].strip(",.'’")
    return Epithet(place.article, start, place.end, text, head, words & JUDGING, named and head.isalpha())


def _widened(analysis: Analysis, start: int, end: int) -> int:
    """Where the words begin that qualify what stands before a name, capitalised at the head of a sentence or not."""
    number = analysis.sentence_at(start)
    if number is None:
        return start
    tokens = analysis.tokens
    first = next((n for n in range(*_sentence(analysis, number)) if tokens[n].start >= start), None)
    floor = analysis.sentences[number].first
    while first is not None and first > floor and tokens[first - 1].dep in _BEFORE and tokens[first - 1].pos == "ADJ":
        if tokens[first - 1].end + 1 != tokens[first].start:
            break
        first -= 1
    return min(start, tokens[first].start) if first is not None else start


def _sentence(analysis: Analysis, number: int) -> tuple[int, int]:
    return analysis.sentences[number].first, analysis.sentences[number].last


def _finding(material: Material, actor: Actor, chosen: Sequence[Epithet], score: float) -> Disagreement:
    positions = tuple(_position(material, epithet) for epithet in chosen)
    return Disagreement(
        id=finding_id("label", material.event.id, positions),
        event=material.event.id,
        kind="label",
        about=about_line(f"How {actor.name} is described"),
        hardness="soft",
        score=score,
        reason="described as " + ", ".join(sorted({f"“{position.says}”" for position in positions})),
        positions=positions,
        actors=(actor.id,),
        features={"articles": float(len(positions)), "judging": float(len({w for e in chosen for w in e.judging}))},
    )


def _position(material: Material, epithet: Epithet) -> Position:
    article = next(article for article in material.articles if article.id == epithet.article)
    analysis = material.analyses[article.id]
    passage = phrase(article, analysis, epithet.start, epithet.end, before=1, after=6)
    return Position(passage=passage, says=epithet.text, differs=((epithet.start, epithet.end),))
