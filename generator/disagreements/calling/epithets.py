"""The words that articles put to a person: titles and nouns before the name, appositions, what they say somebody is."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.disagreements.finding import about_line, finding_id
from generator.language.lexicon import listed
from generator.language.phrases import phrase
from generator.matching.embedding import word_likeness
from generator.model.actors import Actor, Mention
from generator.model.analysis import Analysis, Token
from generator.model.story import Disagreement, Material, Position

# Words that judge whom they name, as the style books of news agencies and the Manual of Style of Wikipedia ("Words to
# watch": puffery, contentious labels, doubt) list them: not every one is wrong, but a reader should see who used it.
JUDGING = listed(
    """acclaimed accomplished apologist autocrat award-winning beloved bigot boss brilliant brutal bully celebrated
    charlatan conspirator contentious controversial corrupt courageous cronies crony crook crooked darling demagogue
    denier despot dictator discredited disgraced divisive embattled esteemed extremist failed famed famous fanatic
    far-left far-right fascist firebrand fraudster fringe fundamentalist gangster genius guru hard-line hardline
    hardliner hatemonger henchman henchmen hero heroine hypocrite icon iconic ideological ideologue illegal
    incendiary infamous insurgent jihadist junta kingpin legend legendary liar loser martyr mastermind maverick
    militant mobster mogul notorious oligarch outspoken patriot pioneer pioneering polarizing populist powerful
    propagandist puppet racist radical rebel regime renowned respected revered ruthless scandal-plagued
    self-described self-proclaimed self-styled separatist sexist shady so-called stooge strongman supremacist
    terrorist thug trailblazer traitor troll tycoon tyrant ultraconservative unrepentant usurper vigilante villain
    visionary warlord warmonger zealot"""
)
# How sure a difference is to be worth telling: one article judges where another does not, one
# says that it is over, two plain nouns.
_JUDGED, _ENDED, _PLAIN = 0.7, 0.45, 0.4
# Words that put what somebody is into the past, and words of order that leave open whether it is over.
_ENDING = listed("former ex retired onetime erstwhile late fired ousted deposed")
_UNCLEAR = listed("then first last previous outgoing future incoming current next")
_BEFORE = frozenset({"amod", "compound", "nmod"})
_IN_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "ADV"})
# What may follow a whole noun phrase in apposition.
_CLOSES = frozenset({",", ".", ";", "—", "–", "--", "who", "whose", "which", "of", "for", "in", "at", "from", "with"})
# What follows these words is said of somebody or something else; "and" too ends the words up to the head.
_COMPLEMENTS = "of|to|for|in|at|from|with|among|who|whose|on|behind"
_OF_ANOTHER, _AFTER_HEAD = re.compile(rf" (?:{_COMPLEMENTS})\b"), re.compile(rf" (?:{_COMPLEMENTS}|and)\b")
_WORD = re.compile(r"\w+(?:-\w+)*")
# Two nouns for somebody say the same from this likeness in meaning, or when so many letters are the same.
_SYNONYMS, _STEM = 0.5, 6


class Epithet(NamedTuple):
    """What one article calls a person at `body[start:end]`; `judging` are its words that judge, in lower case.

    `named` says that it stands right before the name, `ended` that it says what the person no
    longer is; None if it does not tell.
    """

    article: str
    start: int
    end: int
    text: str
    head: str
    judging: frozenset[str]
    named: bool
    ended: bool | None


def find_people(material: Material) -> Iterator[Disagreement]:
    """Everybody whom the articles describe in clearly different words, one finding a person with all the words.

    A word that judges in one article and not in another makes a difference; so do a calling that one says is over and
    the other not, and two plain nouns before the name. A capitalised title is an office: two offices of one person are
    no difference, for people hold several.
    """
    mentions = _named_in(material)
    for actor in material.cast.actors:
        if actor.kind != "person" or actor.id not in mentions:
            continue
        by_article: dict[str, list[Epithet]] = {}
        for epithet in _epithets(material, actor, mentions[actor.id]):
            by_article.setdefault(epithet.article, []).append(epithet)
        score, chosen = _difference(by_article)
        if score:
            yield _finding(material, actor, chosen, score)


def _named_in(material: Material) -> dict[str, list[Mention]]:
    """For each actor the places of the event's articles that name it."""
    articles = {article.id for article in material.articles}
    mentions: dict[str, list[Mention]] = {}
    for mention in material.cast.mentions:
        if mention.form == "name" and mention.article in articles:
            mentions.setdefault(mention.actor, []).append(mention)
    return mentions


def _difference(by_article: Mapping[str, Sequence[Epithet]]) -> tuple[float, list[Epithet]]:
    """How sure it is that the articles differ over the person, 0 if they do not, and the words of each to show."""
    judged = frozenset(e.head.lower() for found in by_article.values() for e in found if e.judging)
    chosen = [_telling(found, judged) for _, found in sorted(by_article.items())]
    if len({frozenset().union(*(e.judging for e in found)) for found in by_article.values()}) > 1:
        return _JUDGED, chosen
    over = _over(by_article)
    if over:
        return _ENDED, over
    heads = [{e.head.lower() for e in found if e.named} for found in by_article.values()]
    heads = [words for words in heads if words]
    plain = {e.head for found in by_article.values() for e in found if e.named and e.head.islower()}
    apart = len(heads) > 1 and len(plain) > 1 and not set.intersection(*heads) and not _are_synonyms(plain)
    return (_PLAIN if apart else 0.0), chosen


def _are_synonyms(heads: Collection[str]) -> bool:
    """Whether two of the nouns say the same of somebody: "lawyer", "attorney"; "spokesman", "spokesperson"."""
    return any(
        one[:_STEM] == other[:_STEM] or word_likeness(one, other) >= _SYNONYMS
        for one, other in combinations(sorted(heads), 2)
    )


def _over(by_article: Mapping[str, Sequence[Epithet]]) -> list[Epithet]:
    """The words for one calling that some articles say is over and others not; none if all agree."""
    by_calling: dict[str, dict[str, list[Epithet]]] = {}
    for article, found in sorted(by_article.items()):
        for epithet in found:
            if epithet.head.islower():
                by_calling.setdefault(epithet.head.removeprefix("ex-"), {}).setdefault(article, []).append(epithet)
    for told in by_calling.values():
        ended = [{e.ended for e in found} for found in told.values()]
        if {True} in ended and {False} in ended:
            return [found[0] for found in told.values()]
    return []


def _telling(found: Sequence[Epithet], judged: frozenset[str]) -> Epithet:
    """The words of one article to show: the first that judge, else those for the calling that others judge.

    Else the first before the name, else the first.
    """
    return min(found, key=lambda e: (not e.judging, e.head.lower() not in judged, not e.named, e.start))


def _epithets(material: Material, actor: Actor, mentions: Sequence[Mention]) -> Iterator[Epithet]:
    """What the event's articles call a person in their own words, in text order.

    What stands around the name beyond the cast's descriptions counts only where it judges.
    """
    names = {word for alias in actor.aliases for word in alias.text.split()}
    bodies = {article.id: article.body for article in material.articles}
    known = sorted((d.passage.article, d.passage.start, d.passage.end) for d in actor.descriptions)
    for article, start, end in known:
        if article in bodies and not _is_quoted(material, article, start):
            following = bodies[article][end : end + 40].split()
            named = bool(following) and following[0].strip(",.") in names
            first = _widened(material.analyses[article], start) if named else start
            yield _epithet(bodies, article, first, end, named=named)
    for mention in mentions:
        for start, end in _around(material.analyses[mention.article], mention):
            epithet = _epithet(bodies, mention.article, start, end, named=end <= mention.start)
            beside = any(a == mention.article and s < end and start < e for a, s, e in known)
            if epithet.judging and not beside and not _is_quoted(material, mention.article, start):
                yield epithet


def _is_quoted(material: Material, article: str, start: int) -> bool:
    quotations = material.quotations.get(article, ())
    return any(low <= start < high for q in quotations if q.direct for low, high in q.parts)


def _epithet(bodies: Mapping[str, str], article: str, start: int, end: int, *, named: bool) -> Epithet:
    text = bodies[article][start:end]
    words = frozenset(word.casefold() for word in _WORD.findall(text))
    own = frozenset(word.casefold() for word in _WORD.findall(_OF_ANOTHER.split(text)[0]))
    core = _AFTER_HEAD.split(text)[0].split() or text.split()
    head = core[-1].strip(",.'’")
    ended = None if words & _UNCLEAR else bool(words & _ENDING) or any(word.startswith("ex-") for word in words)
    return Epithet(article, start, end, text, head, own & JUDGING, named and head.isalpha(), ended)


def _around(analysis: Analysis, mention: Mention) -> Iterator[tuple[int, int]]:
    """Body offsets of the adjectives right before a name, and of the noun phrase after it that a comma opens."""
    tokens = analysis.tokens
    number = analysis.sentence_at(mention.start)
    if number is None:
        return
    sentence = analysis.sentences[number]
    first = next((n for n in range(sentence.first, sentence.last) if tokens[n].start >= mention.start), None)
    if first is None:
        return
    low = _first_adjective(tokens, first, sentence.first)
    if low < first:
        yield tokens[low].start, tokens[first - 1].end
    after = next((n for n in range(first, sentence.last) if tokens[n].start >= mention.end), sentence.last)
    if after + 1 < sentence.last and tokens[after].text == "," and tokens[after + 1].pos == "DET":
        last = after + 1
        while last + 1 < sentence.last and tokens[last + 1].pos in _IN_PHRASE:
            last += 1
        closed = last + 1 >= sentence.last or tokens[last + 1].text in _CLOSES
        if tokens[last].pos == "NOUN" and closed:
            yield tokens[after + 1].start, tokens[last].end


def _first_adjective(tokens: Sequence[Token], first: int, floor: int) -> int:
    """The first of the adjectives that stand without a break before token `first` and qualify what follows."""
    low = first
    while low > floor and tokens[low - 1].pos == "ADJ" and tokens[low - 1].dep in _BEFORE:
        if tokens[low - 1].end + 1 != tokens[low].start:
            break
        low -= 1
    return low


def _widened(analysis: Analysis, start: int) -> int:
    """Where the words begin that qualify what stands before a name, capitalised at the head of a sentence or not."""
    number = analysis.sentence_at(start)
    if number is None:
        return start
    sentence = analysis.sentences[number]
    first = next((n for n in range(sentence.first, sentence.last) if analysis.tokens[n].start >= start), None)
    if first is None:
        return start
    return min(start, analysis.tokens[_first_adjective(analysis.tokens, first, sentence.first)].start)


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
