"""The words of a finding on numbers: what was counted, in the articles' own words, and the clause that carries it."""

import re
from collections.abc import Iterator, Sequence

from generator.disagreements.finding import about_line
from generator.language.phrases import clause
from generator.matching.measures import MEASURES, PERSONS
from generator.model.analysis import Analysis, Token
from generator.model.quantities import Quantity
from generator.model.story import Material
from generator.model.text import Article, Passage

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_BETWEEN = frozenset({"ADP", "DET", "PART", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_OPENS_A_SUM = frozenset({"in", "of", "for"})
# Where one article has such a word, it is the neutral one.
_NEUTRAL = frozenset({"people", "person"})
_PRONOUNS = frozenset({"them", "those", "whom"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Plain words for each part that people have in a happening.
_ROLES = {
    "dead": "died",
    "hurt": "were hurt",
    "missing": "are missing",
    "arrested": "were arrested",
    "in hospital": "were taken to hospital",
    "driven out": "had to leave",
    "gathered": "gathered",
    "on strike": "went on strike",
    "on board": "were on board",
    "rescued": "were rescued",
    "treated": "were treated",
    "jobs cut": "are to go",
}
_TAIL, _NOUNS, _LONG_NAME = 8, 3, 2
# The shortest clause worth quoting and the longest that stays whole, in words.
_LEAST, _MOST = 6, 32
_PAUSE = re.compile(r",? ?[;–—]|,(?=\s)")
# Clauses that hang on a noun or share the subject of a verb above.
_DEPENDENT = frozenset({"relcl", "acl", "xcomp", "pcomp", "advcl"})


def about(material: Material, told: Sequence[Quantity], shared: Sequence[str]) -> str:
    """A line of at most 14 words on what was counted; each word of content is used by every article told of.

    `shared` are the lemmas that the numbers' surroundings share, the most telling first.
    """
    nouns = ", ".join(shared_nouns(material, told[0], shared)[:_NOUNS])
    if told[0].versus is not None:
        return about_line(f"How the votes were counted: {nouns}")
    known = frozenset[str].intersection(
        *(frozenset(token.lemma for token in material.analyses[q.article].tokens) for q in told)
    )
    neutral = [q for q in told if q.unit in _NEUTRAL and _names_them(q)]
    role = told[0].role if len({q.role for q in told}) == 1 else ""
    if role:
        plain = [q for q in told if _names_them(q) and (not q.role_noun or q.unit in PERSONS)]
        counted = _counted((neutral or plain or list(told))[0])
        return about_line(f"How many {counted} {_ROLES[role]}")
    tail, quantity = max(((_tail(material, q, known), q) for q in neutral or told), key=lambda each: len(each[0]))
    if not (quantity.currency or quantity.percent):
        return about_line(" ".join(["How many", _counted(quantity), *(tail or _done(material, told))]))
    opening = "What percentage" if quantity.percent else "How much money"
    unit = next((q.unit for q in told if q.unit), "")
    nouns = (unit or nouns) if quantity.percent else (nouns or unit)
    return about_line(" ".join([opening, *tail]) if tail else f"{opening}: {nouns}" if nouns else opening)


def shared_nouns(material: Material, quantity: Quantity, shared: Sequence[str]) -> list[str]:
    """The nouns and whole names of the quantity's sentence that hold a shared lemma, the most telling first."""
    analysis = material.analyses[quantity.article]
    runs: list[list[Token]] = []
    before = None
    for token in analysis.sentence_tokens(analysis.sentences[quantity.sentence]):
        if token.pos not in {"NOUN", "PROPN"} or token.entity in {"DATE", "TIME"} or token.lemma in MEASURES:
            before = None
            continue
        if before is None:
            runs.append([])
        runs[-1].append(token)
        before = token
    telling = {lemma: number for number, lemma in enumerate(shared)}
    places = [min((telling.get(t.lemma, len(telling)) for t in run), default=len(telling)) for run in runs]
    best = sorted(n for n, place in enumerate(places) if place < len(telling))
    named = {" ".join(_joined(runs[n])): None for n in sorted(best, key=lambda n: places[n])}
    return list(named)


def _counted(quantity: Quantity) -> str:
    """The counted noun, without the name of whose it is."""
    words = quantity.counted.split()
    if not _names_them(quantity):
        return "people"
    return words[-1] if quantity.scope == "of" or len(words) > _LONG_NAME else " ".join(words)


def _names_them(quantity: Quantity) -> bool:
    """Whether the words of the counted noun say what it is: not "others", nor "of them"."""
    return bool(quantity.counted) and quantity.unit != "other" and quantity.counted not in _PRONOUNS


def _tail(material: Material, quantity: Quantity, known: frozenset[str]) -> list[str]:
    """The words after the number that say more of what it counts, as far as all the articles have them."""
    analysis = material.analyses[quantity.article]

    def _is_of(verb: Token) -> bool:
        """Whether those counted are the subject of the verb, or it hangs on their noun."""
        inside = [t for t in tokens if quantity.start <= t.start < quantity.end]
        return any(analysis.tokens[t.head] is verb and t.dep in _SUBJECTS for t in inside) or (
            analysis.tokens[verb.head] in inside
        )

    tokens = analysis.sentence_tokens(analysis.sentences[quantity.sentence])
    kept: list[Token] = []
    for token in [t for t in tokens if t.start >= quantity.end][:_TAIL]:
        ends = token.entity in {"DATE", "TIME"} or token.lemma == "as" or (token.pos == "VERB" and not _is_of(token))
        if ends or (token.pos not in _BETWEEN and not (token.pos in _CONTENT and token.lemma in known)):
            kept = _whole(kept) if token.pos in _NOMINAL else kept
            break
        kept.append(token)
    while kept and kept[-1].pos in _BETWEEN:
        kept.pop()
    if (quantity.currency or quantity.percent) and kept and kept[0].lemma not in _OPENS_A_SUM:
        return []
    return _joined(kept)


def _whole(kept: list[Token]) -> list[Token]:
    """Without a noun phrase whose end is cut off."""
    last = max((n for n, token in enumerate(kept) if token.pos not in {*_NOMINAL, "DET", "PART"}), default=-1)
    return kept[: last + 1]


def _joined(tokens: Sequence[Token]) -> list[str]:
    """The words of the tokens; what the text writes together stays together."""
    words: list[str] = []
    for number, token in enumerate(tokens):
        if number and tokens[number - 1].end == token.start:
            words[-1] += token.text
        else:
            words.append(token.text)
    return words


def _done(material: Material, told: Sequence[Quantity]) -> list[str]:
    """ "were fired" where all articles say by one verb what was done to those counted."""
    if len({quantity.predicate for quantity in told}) != 1 or told[0].verb < 0:
        return []
    for quantity in told:
        tokens = material.analyses[quantity.article].tokens
        objects = [t for t in tokens if t.head == quantity.verb and t.dep in {"dobj", "nsubjpass"}]
        verb = tokens[quantity.verb].text
        if verb.endswith("ed") and any(quantity.start <= t.start < quantity.end for t in objects):
            return ["were", verb]
    return []


def carrying(article: Article, analysis: Analysis, span: tuple[int, int], verb: int) -> Passage:
    """The clause of the token `verb`, on which `body[span]` hangs, of at most 32 words; a part of a longer one.

    A clause that needs what it hangs on to be read alone is widened to it, if there is room. `verb` may be -1.
    """
    best = None
    for index in _verbs(analysis, verb):
        passage = article.passage(*_clause_span(analysis, index))
        if not passage.start <= span[0] < span[1] <= passage.end:
            break
        if len(passage.quote.split()) > _MOST:
            best = best or _cut(article, passage, span)
            break
        best = passage if len(passage.quote.split()) >= _LEAST else None
        if best is not None and analysis.tokens[index].dep not in _DEPENDENT:
            return best
    return best or clause(article, analysis, *span)


def _cut(article: Article, passage: Passage, span: tuple[int, int]) -> Passage | None:
    """The passage up to the last pause before it is too long, but behind the number."""
    pauses = [passage.start + match.start() for match in _PAUSE.finditer(passage.quote)]
    shorter = [article.passage(passage.start, pause) for pause in pauses if pause >= span[1]]
    return next((part for part in reversed(shorter) if _LEAST <= len(part.quote.split()) <= _MOST), None)


def _verbs(analysis: Analysis, index: int) -> Iterator[int]:
    """A verb and the verbs above it."""
    while index >= 0:
        if analysis.tokens[index].pos in {"VERB", "AUX"}:
            yield index
        head = analysis.tokens[index].head
        index = head if head != index else -1


def _clause_span(analysis: Analysis, verb: int) -> tuple[int, int]:
    """The offsets of all that hangs on the verb, without the words and marks that join it to the rest."""
    tokens = analysis.tokens
    number = analysis.sentence_at(tokens[verb].start)
    sentence = analysis.sentences[number or 0]
    inside = [n for n in range(sentence.first, sentence.last) if _hangs_on(analysis, n, verb)]
    first, last = inside[0], inside[-1]
    while first < last and (tokens[first].pos in {"PUNCT", "CCONJ", "SPACE", "SCONJ"} or tokens[first].dep == "mark"):
        first += 1
    while last > first and tokens[last].pos in {"PUNCT", "SPACE", "CCONJ"} and tokens[last].text not in {")", "”"}:
        last -= 1
    return tokens[first].start, tokens[last].end


def _hangs_on(analysis: Analysis, index: int, verb: int) -> bool:
    while index != verb and analysis.tokens[index].head != index:
        index = analysis.tokens[index].head
    return index == verb
