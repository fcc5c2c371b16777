"""Capitalised runs split into what they name and what stands around it: title, modifiers, article, appositions."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from generator.account.actors.gazetteer import KnownBody, country_names, known_bodies, us_states
from generator.account.actors.lexicon import (
    COMPANY_FORMS,
    COURTESY,
    COURTESY_FEMALE,
    COURTESY_MALE,
    EXPLAINING,
    GIVEN_NAMES,
    OCCUPATIONS,
    OFFICES,
    ORG_HEADS,
    PORTFOLIOS,
    STATE_HEADS,
    SUFFIX_WORDS,
    THING_HEADS,
    TITLE_MODIFIERS,
)
from generator.account.actors.spans import MONTH_NAMES, OPENING_MARKS, Span
from generator.language.lexicon import word_class
from generator.matching.names import fold, is_given_name, strip_possessive
from generator.model.analysis import Analysis, Token

PARTY_MEMBERS = word_class("party_members")
_BODY_ENDS = (ORG_HEADS | STATE_HEADS | THING_HEADS) - OFFICES


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A name in its place: tokens `first` to `last`, `body[start:end] == text`, `key` its folded form.

    `title` is the title before it ("" if none), which begins at body offset `title_start`; `dress` is the offset where
    the whole capitalised run begins. `label` is the model's commonest label on it. `article_word` tells whether "the"
    stands right before it, `inside` that it does not open its sentence, `gendered` the sex that grammar tells.
    `callings` are what the phrase beside the name says that only a person is, `age` how old it says that he is.
    """

    article: str
    first: int
    last: int
    start: int
    end: int
    text: str
    key: str
    sentence: int
    label: str = ""
    title: str = ""
    title_start: int = 0
    dress: int = 0
    article_word: bool = False
    inside: bool = True
    gendered: str = ""
    callings: frozenset[str] = frozenset()
    age: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """Its first and its last (exclusive) character."""
        return self.start, self.end

    @property
    def gender(self) -> str:
        """ "m" or "f" by a courtesy title or by grammar, else ""."""
        return (_gender_of(self.title) if self.title else "") or self.gendered

    @property
    def titled(self) -> bool:
        """Whether a title, also a small-lettered one, stands before the name."""
        return bool(self.title)


@cache
def _gender_of(title: str) -> str:
    words = set(title.casefold().split())
    return "m" if words & COURTESY_MALE else "f" if words & COURTESY_FEMALE else ""


def split_span(span: Span, analysis: Analysis, body: str) -> list[Candidate]:
    """The names in one run: what a title belongs to, and before it a country, place or body that the title modifies."""
    tokens = analysis.tokens
    if _PARTY_TAG.fullmatch(span.text):
        return []
    inner = _after_body(span, tokens) or _known_end(span, tokens, body)
    if inner > span.first:
        # "Congress for the UN": what joins two names belongs to neither.
        last = next(i for i in range(inner, span.first, -1) if i == span.first + 1 or not tokens[i - 1].text.islower())
        head = msgspec.structs.replace(span, last=last, end=tokens[last - 1].end)
        tail = _candidate(span, analysis, body, inner, span.last, inner)
        return [*split_span(head, analysis, body), tail]
    office = _after_office(tokens, span)
    if office is not None:
        return [_candidate(span, analysis, body, office, span.last, office)]
    cut = _title_end(tokens, span, span.first == analysis.sentences[span.sentence].first)
    if cut is None:
        return [_candidate(span, analysis, body, span.first, span.last, span.first)]
    begin = _title_begin(tokens, span.first, cut)
    named = [_candidate(span, analysis, body, cut, span.last, begin)] if cut < span.last else []
    # "Former [Harbour Court] Justice Ada Roth".
    first = span.first + (tokens[span.first].word in _NO_LONGER)
    if begin > first:
        named.insert(0, _candidate(span, analysis, body, first, begin, first))
    return named


def _after_office(tokens: tuple[Token, ...], span: Span) -> int | None:
    """Where the person begins in what follows "director of": "[director of] Public Works Ada Roth"."""
    if span.first < 2 or tokens[span.first - 1].word not in {"of", "for", "to"}:
        return None
    named_after = fold(tokens[span.first].text) in country_names() and span.last - span.first > 2
    if named_after and tokens[span.first - 2].word in OFFICES:
        # "The envoy for Ruritania Ada Roth".
        return span.first + 1
    if tokens[span.first - 2].word not in OFFICES or tokens[span.first].word in GIVEN_NAMES:
        return None
    return next((i for i in range(span.first + 1, span.last - 1) if is_given_name(tokens[i].word)), None)


# "R-Ky.": party and state after a politician's name.
_PARTY_TAG = re.compile(r"[RDI](?:-[A-Z][\w.]*)?")


def _after_body(span: Span, tokens: tuple[Token, ...]) -> int | None:
    """Where the person begins into whose name a body has run: "the chair of the [Harbour Committee] Ada Roth"."""
    behind = range(span.first + 1, span.last - 1)
    bodies = (i for i in behind if tokens[i - 1].word in (ORG_HEADS | STATE_HEADS) - PORTFOLIOS)
    named = (i for i in bodies if [t.entity for t in tokens[i - 1 : i + 2]] == ["ORG", "PERSON", "PERSON"])
    return next((i for i in named if tokens[i].entity_start and not tokens[i + 1].entity_start), None)


def _known_end(span: Span, tokens: tuple[Token, ...], body: str) -> int:
    """Where a well-known body begins after a party or another name ("Republican Senate"), else the run's beginning."""
    if fold(span.text) in known_bodies():
        return span.first
    for index in range(span.first + 1, span.last):
        rest = body[tokens[index].start : span.end]
        known = known_bodies().get(fold(rest))
        after_party = tokens[index - 1].word in _PARTY_WORDS
        of_state = " " in rest and known is not None and known.kind == "state body"
        # "Ohio [Environmental Protection Agency]" is no federal one, "Ruritanian [Coast Guard]" not another's.
        of_state = of_state and not _is_elsewhere(fold(body[span.start : tokens[index - 1].end]), known)
        if known is not None and not known.acronym and (after_party or of_state):
            return index
    return span.first


def _is_elsewhere(before: str, known: KnownBody | None) -> bool:
    country = country_names().get(before)
    return before in us_states() or (
        country is not None and known is not None and known.home not in {"", country.country}
    )


_PARTY_WORDS = word_class("party_words")


def plain_candidate(span: Span, analysis: Analysis, body: str) -> Candidate:
    """The run as one name, without looking for a title in it."""
    return _candidate(span, analysis, body, span.first, span.last, span.first)


def unnamed(analysis: Analysis, first: int, last: int, words: str) -> Candidate:
    """A mention by the tokens from `first` to `last` (exclusive), which are no name: a pronoun, an office."""
    start = analysis.tokens[first].start
    return Candidate(
        article=analysis.article,
        first=first,
        last=last,
        start=start,
        end=analysis.tokens[last - 1].end,
        text=words,
        key=fold(words),
        sentence=analysis.sentence_at(start) or 0,
    )


def _title_end(tokens: tuple[Token, ...], span: Span, opens: bool) -> int | None:
    """The index after the last title word of a run, or None if the run carries no title."""
    words = [t.word for t in tokens[span.first : span.last]]
    if fold(span.text) in known_bodies() or words[-1] in _BODY_ENDS:
        return None
    if len(words) == 1:
        return span.last if words[0] in OFFICES | COURTESY | TITLE_MODIFIERS else None
    return _after_title(words, span, opens)


def _after_title(words: list[str], span: Span, opens: bool) -> int | None:
    for index in range(len(words) - 1, -1, -1):
        if words[index] in OFFICES | COURTESY | PARTY_MEMBERS:
            end = _after_portfolio(words, index + 1)
            rest = words[end:]
            if not rest:
                return _whole_title(words, span)
            if set(rest) <= SUFFIX_WORDS:
                # "Ada King Jr."
                continue
            return span.first + end
    calling = opens and words[0] in OCCUPATIONS and len(words) > 2
    return span.first + 1 if calling or (words[0] in _NO_LONGER and len(words) > 1) else None


_NO_LONGER = word_class("no_longer")


def _after_portfolio(words: list[str], end: int) -> int:
    while end < len(words) and words[end] in word_class("title_ends") | {"-", "."}:
        end += 1
    if end < len(words) and words[end] in {"of", "for"}:
        end += 1
        named = next((i for i in range(end + 1, len(words) - 1) if words[i] in GIVEN_NAMES), None)
        if named is not None:
            return named
        while end < len(words) and (words[end] in PORTFOLIOS or words[end] in {"and", "the"}):
            end += 1
    return end


def _whole_title(words: list[str], span: Span) -> int | None:
    """A run that ends in an office names nobody unless it is a body's name or one that looks like an office."""
    if any(w in _BODY_ENDS - TITLE_MODIFIERS for w in words):
        return None
    if words[-1] in PARTY_MEMBERS:
        return span.last
    return span.last if all(w in _TITLE_WORDS for w in words[-2:]) else None


_TITLE_WORDS = OFFICES | TITLE_MODIFIERS | PORTFOLIOS | word_class("title_words")


def _title_begin(tokens: tuple[Token, ...], first: int, cut: int) -> int:
    begin = cut
    allowed = OFFICES | COURTESY | TITLE_MODIFIERS | PARTY_MEMBERS | word_class("title_joints") | {"-", "."}
    while begin > first:
        word = tokens[begin - 1].word
        if word == "house" and begin - 2 >= first and tokens[begin - 2].text == "White":
            break
        if begin < cut and tokens[begin].word in _OF_PORTFOLIO and _is_portfolio(tokens[begin - 1]):
            begin -= 1
            continue
        if word not in allowed:
            break
        begin -= 1
    return begin


# Offices whose field of any name stands before them: "Communities Secretary".
_OF_PORTFOLIO = frozenset({"secretary", "minister", "commissioner"})


def _is_portfolio(token: Token) -> bool:
    key = fold(token.text)
    return token.text.isalpha() and key not in country_names() and key not in us_states()


def _candidate(span: Span, analysis: Analysis, body: str, first: int, last: int, title_first: int) -> Candidate:
    tokens, floor = analysis.tokens, analysis.sentences[span.sentence].first
    start, end = tokens[first].start, tokens[last - 1].end
    named = strip_possessive(body[start:end]).rstrip("-–— ")
    if _ends_sentence(tokens, last):
        named = named.rstrip(".")
    text = " ".join(named.split())
    title_first = title_first if title_first < first else _small_title(tokens, first, floor)
    if all(t.word in _NO_LONGER for t in tokens[title_first:first]) or _is_no_title(tokens, title_first, first, last):
        # "Former Kestrel": that is no title of anybody.
        title_first = first
    return Candidate(
        article=span.article,
        first=first,
        last=last,
        start=start,
        end=start + len(named),
        text=text,
        key=fold(text),
        sentence=span.sentence,
        label=_label(tokens, first, last),
        title=_title(tokens[title_first:first], body[tokens[title_first].start : start].strip()),
        title_start=tokens[title_first].start,
        dress=min(span.start, tokens[title_first].start),
        article_word=tokens[title_first - 1].word == "the" if title_first else False,
        inside=first > floor and tokens[first - 1].text not in OPENING_MARKS,
        gendered=_grammar(tokens, title_first, first, last),
        callings=_callings(tokens, first, last),
        age=_age(tokens, first, last),
    )


def _is_no_title(tokens: Sequence[Token], title: int, first: int, last: int) -> bool:
    """ "Justice for Ada Roth" is no judge, "a President Ada Roth" nobody is yet."""
    if title == first:
        return False
    before = [token.word for token in tokens[max(title - 3, 0) : title]]
    if [t.word for t in tokens[title : title + 2]] == ["of", "the"]:
        # "Office [of the Harbour Secretary Ada Roth]".
        return True
    supposed = before[-1:] in (["a"], ["an"]) and tokens[title].text[0].isupper()
    # "Counselor to the president Ada Roth".
    after_noun = before[1:] == ["to", "the"] and tokens[title - 3].pos in {"NOUN", "PROPN"}
    anothers = (after_noun and tokens[title].text.islower()) or opens_clause(tokens, first, last)
    return tokens[first - 1].word in {"of", "for"} or supposed or anothers


def opens_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name begins what tells of whom a sentence speaks: "told of the captain Roth had called"."""
    noun, verb = tokens[first - 1], tokens[last] if last < len(tokens) else tokens[-1]
    told = noun.dep in {"dobj", "pobj"} and noun.text.islower() and verb.tag in {"VBD", "VBZ", "VBP", "MD"}
    return told and any((t.dep, t.head) == ("det", first - 1) for t in tokens[max(first - _BESIDE, 0) : first])


def _ends_sentence(tokens: Sequence[Token], last: int) -> bool:
    """Whether the full stop at a name's end is the sentence's, though the name ends like an abbreviation ("Mo.")."""
    word, follows = tokens[last - 1].text.rstrip("."), tokens[last].text if last < len(tokens) else ""
    return (
        len(word) > 1
        and word.isalpha()
        and word.lower() not in SUFFIX_WORDS | COMPANY_FORMS
        and not follows[:1].islower()
        and follows not in {",", ";", ":", "-", "–", "—", "(", ")", "'s", "’s"}
    )


def _callings(tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
    """The callings set beside a name: "Ada Roth, a surgeon", "the surgeon, Ada Roth"."""
    beside = [t for t in tokens[last : last + _BESIDE] if t.dep == "appos" and first <= t.head < last]
    beside += [t for t in [explained(tokens, first, last)] if t is not None]
    return frozenset((t.key or t.word) for t in beside if is_one(t)) & EXPLAINING


def explained(tokens: Sequence[Token], first: int, last: int) -> Token | None:
    """What a name explains: "the surgeon, Ada Roth"; of "the coach of Velt, Ada Roth" it is the coach, and not Velt."""
    noun = next((tokens[t.head] for t in tokens[first:last] if t.dep == "appos" and not first <= t.head < last), None)
    if noun is None or noun.dep != "pobj" or noun.pos != "PROPN" or noun.text.islower():
        return noun
    holder = tokens[tokens[noun.head].head]
    return holder if holder.word in EXPLAINING and is_one(holder) else noun


def is_one(token: Token) -> bool:
    """Whether a noun is of one; the model takes a long small one ("headteacher") for a name at times."""
    return token.tag == "NN" or (token.tag == "NNP" and token.text.islower())


def _age(tokens: Sequence[Token], first: int, last: int) -> str:
    """The age set beside a name: "Ada, 55,", "Ada, who is 55", "55-year-old Ada"; "" if none is."""
    before = "".join(t.text for t in tokens[max(first - 5, 0) : first])
    after = "".join(t.text for t in tokens[last : last + 4])
    found = _AGED_BEFORE.search(before) or _AGED_AFTER.match(after)
    return found[1] if found is not None else ""


def _grammar(tokens: Sequence[Token], title: int, first: int, last: int) -> str:
    """The gender that the first name tells, else the article of the title or noun beside the name; "" in English."""
    if tokens[first].gender:
        return tokens[first].gender
    nouns = [n for n in range(last, min(last + _BESIDE, len(tokens))) if tokens[n].dep == "appos"]
    nouns = [n for n in nouns if tokens[n].head == last - 1 and tokens[n].pos == "NOUN"]
    if tokens[last - 1].dep == "appos" and tokens[tokens[last - 1].head].pos == "NOUN":
        nouns.append(tokens[last - 1].head)
    told = {tokens[n - 1].gender for n in (title, *nouns) if n and tokens[n - 1].pos == "DET"} - {""}
    return told.pop() if len(told) == 1 else ""


_AGED_BEFORE = re.compile(r"(\d{1,3})-year-old$")
_AGED_AFTER = re.compile(r",(?:whois)?(\d{1,3})\b")
# An apposition follows its name within so many words.
_BESIDE = 8


def _title(tokens: Sequence[Token], text: str) -> str:
    """A title as it is written; in another language than English by the words that rules know it by."""
    return " ".join(t.word for t in tokens) if any(t.key for t in tokens) else text if tokens else ""


def _small_title(tokens: tuple[Token, ...], first: int, floor: int) -> int:
    """Where a title in small letters before a name begins ("spokesman", "prime minister"), or `first`."""
    begin = first
    while (
        begin > floor
        and tokens[begin - 1].text.islower()
        and (tokens[begin - 1].key or tokens[begin - 1].text) in OFFICES | TITLE_MODIFIERS
        and begin > first - 3
    ):
        begin -= 1
    office = tokens[first - 1] if first > floor else None
    called = office is not None and (office.key or office.text) in OFFICES | OCCUPATIONS and office.tag == "NN"
    return min(begin, first - 1) if called else first


def _label(tokens: tuple[Token, ...], first: int, last: int) -> str:
    votes: dict[str, int] = {}
    for number, token in enumerate(tokens[first:last]):
        if token.entity:
            # "Augusta [March]" is no day, though it may be one to the model.
            label = "PERSON" if number and token.text in MONTH_NAMES and token.entity == "DATE" else token.entity
            votes[label] = votes.get(label, 0) + 1
    return max(sorted(votes), key=lambda label: votes[label]) if votes else ""
