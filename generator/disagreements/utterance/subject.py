"""What quoted words are about: a noun phrase within them that two articles share, and the neutral line made of it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from generator.disagreements.finding import ABOUT_WORDS, about_line
from generator.language.lexicon import CONTENT, MONTHS, WEEKDAYS, listed
from generator.matching.wording import Word, words
from generator.model.analysis import Analysis, Token
from generator.model.story import Material
from generator.model.text import Article

_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({"compound", "amod", "nmod", "nn"})
# Names of times, quantities and adherents are no subject.
_MEASURES = frozenset({"NORP", "DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
# Nouns so wide that they name no subject (general nouns: Halliday and Hasan 1976, 6.1), and those of time and amount.
_WIDE = (
    listed(
        """thing way lot kind sort one people person man woman fact part side bit matter case point place stuff folk guy
        number couple time day week month year today yesterday tomorrow moment morning night mr. mrs. ms. word behalf"""
    )
    | WEEKDAYS
    | MONTHS
)
# What stands in the centre of its clause is sooner its subject than what hangs on a preposition or stands in a row.
_CENTRE = {"dobj": 1.3, "nsubj": 1.15, "nsubjpass": 1.3, "pobj": 1.0, "attr": 1.0, "conj": 0.8}
_ASIDE = 0.7
# Names are sooner incidental than common nouns; a word that the event keeps coming back to is sooner its subject.
_NAME, _RETURN, _OFTEN = 0.8, 0.25, 25
# Endings of adjectives that classify ("legal", "civic") and do not judge (Quirk et al. 1985, 7.42).
_CLASSIFYING = ("al", "ic", "ary", "ar", "an")
# How often a noun stands elsewhere in the event when the event returns to it.
_RETURNS = 3
# What a run of words that is cut should not end with.
_DANGLING = frozenset({"", "a", "an", "the", "to", "of", "in", "on", "for", "by", "and", "or", "that", "than"})
_DEFINITE = frozenset({"the", "this", "these", "those"})
# How many words of their own a line quotes at most, and below how many a run of them is joined with the next.
_SNIPPET, _SHORT = 8, 3
# How far before a noun its article may stand, and how far behind it the noun that "of" leads to.
_NEAR = 6


class Told(NamedTuple):
    """The words of one position: the places (start, end) that are quoted or reported, without what introduces them."""

    article: Article
    analysis: Analysis
    places: tuple[tuple[int, int], ...]

    def tokens(self) -> Iterator[tuple[int, Token]]:
        """The tokens within the places, with their numbers."""
        for start, end in self.places:
            first = bisect_left(self.analysis.tokens, start, key=lambda token: token.start)
            for number in range(first, len(self.analysis.tokens)):
                if self.analysis.tokens[number].end > end:
                    break
                yield number, self.analysis.tokens[number]

    def words(self) -> list[Word]:
        """The words within the places."""
        return [word for start, end in self.places for word in words(self.article.body, start, end)]


def words_line(material: Material, speakers: Sequence[str | None], told: Sequence[Told]) -> str:
    """A line such as "Ana Prieto’s words on the harbour": whose words, and a noun that two positions have in common.

    Where there is none that the event returns to outside these words, the line gives what two positions word
    alike: "Ana Prieto’s words: “the pier is … old”". Without one known speaker it names none.
    """
    actors = {actor.id: actor for actor in material.cast.actors}
    ids = {speaker for speaker in speakers if speaker in actors}
    whose = actors[next(iter(ids))].name if len(ids) == 1 else ""
    opening = f"{whose}’s words" if whose else "Wording of a remark"
    own = {word for id_ in ids for word in _own_words(material, id_ or "")}
    subjects = _subjects(material, told, own)
    subject = next((phrase for phrase, returns in subjects if returns), "")
    alike = "" if subject else _alike_words(told[0], _farthest(told), most=ABOUT_WORDS - len(opening.split()))
    if alike:
        return about_line(f"{opening}: “{alike}”")
    subject = subject or next((phrase for phrase, _ in subjects), "")
    return about_line(f"{opening} on {subject}" if subject else opening)


def _farthest(told: Sequence[Told]) -> Told:
    """The position that has least words in common with the first."""
    first = [word.key for word in told[0].words()]
    return min(told[1:], key=lambda other: LCSseq.similarity(first, [word.key for word in other.words()]))


def _alike_words(one: Told, other: Told, *, most: int) -> str:
    """The run of words in common that means most, and while it is short the others too, with "…" where words part."""
    ours, theirs = one.words(), other.words()
    steps = LCSseq.opcodes([w.key for w in ours], [w.key for w in theirs])
    heavy = {token.start for _, token in one.tokens() if token.pos in CONTENT}
    runs = [ours[step.src_start : step.src_end] for step in steps if step.tag == "equal"]
    runs = [run for run in runs if any(word.start in heavy for word in run)]
    longest = max(runs, key=lambda run: sum(word.start in heavy for word in run), default=[])
    chosen = [longest] if len(longest) >= _SHORT else runs
    said = " … ".join(" ".join(one.article.body[run[0].start : run[-1].end].split()) for run in chosen).split()
    room = min(_SNIPPET, most)
    return _trimmed(said) if len(said) <= room else f"{_trimmed(said[: room - 1])} …"


def _trimmed(said: Sequence[str]) -> str:
    """The words up to the last that may end a phrase."""
    last = max((n for n, word in enumerate(said) if word.strip("…,").casefold() not in _DANGLING), default=0)
    return " ".join(said[: last + 1]).rstrip(",;:")


def _own_words(material: Material, speaker: str) -> Iterator[str]:
    """The words by which the speaker is named or described."""
    for actor in material.cast.actors:
        if actor.id == speaker:
            texts = [actor.name, *(a.text for a in actor.aliases), *(d.text for d in actor.descriptions)]
            yield from (word.casefold() for text in texts for word in text.split())


def _subjects(material: Material, told: Sequence[Told], own: set[str]) -> list[tuple[str, bool]]:
    """Noun phrases that name what the words are about, best first, and whether the event returns to them elsewhere."""
    within = Counter(token.lemma for side in told for _, token in side.tokens() if token.pos in _NOUNS)
    homes = Counter(lemma for side in told for lemma in {t.lemma for _, t in side.tokens() if t.pos in _NOUNS})
    counts = Counter(t.lemma for analysis in _analyses(material) for t in analysis.tokens if t.pos in _NOUNS)
    shared = {lemma for lemma, sides in homes.items() if sides > 1 and lemma.casefold() not in _WIDE}
    found: list[tuple[bool, float, int, str]] = []
    for side in told[:2]:
        inside = dict(side.tokens())
        for number, token in inside.items():
            if token.pos not in _NOUNS or token.lemma not in shared or _is_aside(token, own):
                continue
            returns = counts[token.lemma] - within[token.lemma] >= _RETURNS and _is_definite(side, number)
            worth = _CENTRE.get(token.dep, _ASIDE) * (1 + _RETURN * min(counts[token.lemma], _OFTEN) ** 0.5)
            worth *= _NAME if token.pos == "PROPN" else 1.0
            found.append((returns, round(worth, 6), -number, _phrase(side, inside, number, shared)))
    return [(phrase, returns) for returns, _, _, phrase in sorted(found, reverse=True) if phrase]


def _analyses(material: Material) -> list[Analysis]:
    return [material.analyses[article.id] for article in material.articles]


def _is_aside(token: Token, own: set[str]) -> bool:
    named = token.text.casefold() in own
    return named or token.entity in _MEASURES or token.dep in {"compound", "npadvmod", "poss"}


def _phrase(side: Told, inside: dict[int, Token], number: int, shared: set[str]) -> str:
    """The noun with what classifies it and its article; "" if it is a splinter of a hyphenated word."""
    tokens = side.analysis.tokens
    if tokens[number].pos == "PROPN":
        return _name(side, inside, number)
    first = _first(side, inside, number)
    if _glued(side.article, tokens[first].start, tokens[number].end):
        return ""
    whole = " ".join(side.article.body[tokens[first].start : tokens[number].end].split())
    whole = whole[0].lower() + whole[1:] if tokens[first].pos == "NOUN" and not whole.isupper() else whole
    before = _before(side, number, first)
    articled = [token.text.casefold() == "the" or tokens[number].tag != "NNS" for token in before]
    return f"{f'the {whole}' if any(articled) else whole}{_of(side, inside, number, shared)}"


def _name(side: Told, inside: dict[int, Token], number: int) -> str:
    tokens = side.analysis.tokens
    first = last = number
    while first - 1 in inside and tokens[first - 1].pos == "PROPN":
        first -= 1
    while last + 1 in inside and tokens[last + 1].pos == "PROPN":
        last += 1
    text = " ".join(side.article.body[tokens[first].start : tokens[last].end].split())
    if _glued(side.article, tokens[first].start, tokens[last].end):
        return ""
    the = first - 1 in inside and tokens[first - 1].text.casefold() == "the"
    return f"the {text}" if the else text


def _first(side: Told, inside: dict[int, Token], number: int) -> int:
    """The first token of the run of nouns and classifying adjectives before a noun."""
    tokens = side.analysis.tokens
    first = number
    while first - 1 in inside:
        before = tokens[first - 1]
        if before.text == "-" and first - 2 in inside and before.end == tokens[first].start:
            first -= 2
        elif before.dep in _BEFORE and (before.pos in _NOUNS or _classifies(before)):
            first -= 1
        else:
            break
    return first


def _classifies(token: Token) -> bool:
    return token.pos == "ADJ" and (token.text.casefold().endswith(_CLASSIFYING) or token.text[0].isupper())


def _before(side: Told, number: int, first: int) -> list[Token]:
    """What stands before a noun and belongs to it, but not to its phrase: articles, and adjectives that judge.

    "That" is left out: it is as often the conjunction, taken for an article.
    """
    before = side.analysis.tokens[max(0, first - _NEAR) : first]
    found = [token for token in before if token.dep in {"det", "poss", "amod"} and token.head == number]
    return [token for token in found if token.text.casefold() != "that"]


def _is_definite(side: Told, number: int) -> bool:
    """Whether a noun speaks of a thing known from elsewhere, not of any such thing or of somebody's.

    A singular that stands all alone may be anything ("state by state").
    """
    before = _before(side, number, number)
    if not before and side.analysis.tokens[number].tag == "NN":
        return side.analysis.tokens[number - 1].dep in _BEFORE
    return all(token.dep == "amod" or token.text.casefold() in _DEFINITE for token in before)


def _of(side: Told, inside: dict[int, Token], number: int, shared: set[str]) -> str:
    """ " of the …" after a noun, when that noun is shared too."""
    tokens = side.analysis.tokens
    if number + 1 not in inside or tokens[number + 1].text != "of":
        return ""
    for n in range(number + 2, min(number + _NEAR, len(tokens))):
        if n in inside and tokens[n].head == number + 1 and tokens[n].lemma in shared:
            phrase = _phrase(side, inside, n, set())
            return f" of {phrase}" if phrase else ""
    return ""


def _glued(article: Article, start: int, end: int) -> bool:
    return article.body[end : end + 1] in {"-", "/"} or article.body[max(0, start - 1) : start] in {"-", "/"}
