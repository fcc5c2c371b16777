"""Capitalised runs of words in running text: the raw material of names, wherever the model's labels may lie."""

import re
from collections.abc import Iterator

import msgspec

from generator.account.actors.gazetteer import country_names
from generator.account.actors.lexicon import (
    GIVEN_NAMES,
    NEVER_NAMES,
    OFFICES,
    ORG_HEADS,
    PORTFOLIOS,
    SPEECH_VERBS,
    STATE_HEADS,
    SUFFIX_WORDS,
    THING_HEADS,
    TIME_WORDS,
)
from generator.account.links import in_links, run_in_links
from generator.language.lexicon import word_class, words
from generator.matching.names import PARTICLES, fold, is_given_name
from generator.matching.rarity import is_common
from generator.model.analysis import Analysis, Sentence, Token
from generator.model.text import Article

# Headline case leaves only these small in a sentence of at least four words; running text has other small words.
_SMALL_IN_HEADLINES = frozenset(
    {"ADP", "SCONJ", "CCONJ", "DET", "PART", "PRON", "AUX", "PUNCT", "NUM", "SYM", "X", "SPACE"}
)
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_JOINING = word_class("joining")
_HEADS = ORG_HEADS | STATE_HEADS
_NAME_POS = frozenset({"PROPN"})
_OPENERS = frozenset({"PROPN", "NOUN", "ADJ"})


class Span(msgspec.Struct, frozen=True, gc=False):
    """A capitalised run: tokens `first` to `last` (exclusive) of an article's analysis, `body[start:end]`."""

    article: str
    first: int
    last: int
    start: int
    end: int
    text: str
    sentence: int


def find_spans(article: Article, analysis: Analysis) -> list[Span]:
    """The capitalised runs of an article's prose, in text order; headline-case sentences give none."""
    spans: list[Span] = []
    if not analysis.grammar:
        return spans
    links = run_in_links(article.body)
    for number, sentence in enumerate(analysis.sentences):
        titled = article.paragraphs[sentence.paragraph].role in {"headline", "heading"}
        if not is_headline_case(analysis, sentence, fewest=1 if titled else 4):
            for first, last in _runs(analysis.tokens, sentence):
                begin = (
                    first - _is_after_particle(analysis.tokens, first, sentence)
                    if analysis.language == "en"
                    else _head_before(analysis.tokens, first, last, sentence)
                )
                if begin is not None and not in_links(links, analysis.tokens[begin].start):
                    spans.append(span_of(article, analysis.tokens, begin, last, number))
    return spans


def _is_after_particle(tokens: tuple[Token, ...], first: int, sentence: Sentence) -> bool:
    """Whether a family name has a small word of its own before it: "said [bin Roth]"."""
    before = tokens[first - 1] if first > sentence.first else None
    named = tokens[first].entity == "PERSON"
    return before is not None and named and before.text in PARTICLES - {"do", "ten"}


def _head_before(tokens: tuple[Token, ...], first: int, last: int, sentence: Sentence) -> int | None:
    """Where a name begins whose head is written small, as French has it: "ministère de l’Intérieur".

    None where the words name nobody: a field of office ("ministre de l’Industrie"), or a word in capitals after "of
    the" that the model holds for no person, body or place ("fête de la Mer").
    """
    at = first - 1
    with_article = at > sentence.first and tokens[at].word == "the"
    at -= with_article
    if at <= sentence.first or tokens[at].word != "of":
        return first
    # "du", "des" have the article in them; "de" and "d’" have not.
    with_article = with_article or tokens[at].text.lower() in {"du", "des"}
    head = tokens[at - 1]
    if head.word in _HEADS and head.text.islower() and with_article:
        return at - 1
    if head.word in OFFICES and head.text.islower() and with_article and tokens[first].entity != "GPE":
        return None
    named = any(t.entity in {"PERSON", "ORG", "GPE"} for t in tokens[first:last])
    return first if named or last - first > 1 or not with_article else None


def span_of(article: Article, tokens: tuple[Token, ...], first: int, last: int, sentence: int) -> Span:
    """The run of the tokens from `first` to `last` (exclusive)."""
    start, end = tokens[first].start, tokens[last - 1].end
    text = article.body[start:end]
    return Span(article=article.id, first=first, last=last, start=start, end=end, text=text, sentence=sentence)


def is_headline_case(analysis: Analysis, sentence: Sentence, *, fewest: int = 4) -> bool:
    """Whether all content words of a sentence are capitalised, so that capitals do not tell names from other words."""
    words = [t for t in analysis.sentence_tokens(sentence) if t.text[0].isalpha()]
    told = any(t.pos == "AUX" and t.tag in _FINITE and t.text.islower() for t in words)
    if len(words) < fewest or (told and analysis.tokens[sentence.last - 1].text == "."):
        # "Ada Roth and Bo Holm were in Oslo on Monday."
        return False
    # "Update at 12:38 p.m.: Roth Weeps At Sea".
    return all(t.text[0].isupper() or t.pos in _SMALL_IN_HEADLINES or t.entity == "TIME" for t in words)


def _runs(tokens: tuple[Token, ...], sentence: Sentence) -> Iterator[tuple[int, int]]:
    index = sentence.first
    while index < sentence.last:
        if _opens(tokens, index, sentence):
            last = _extend(tokens, index, sentence.last)
            name, after = _without_glued(tokens, index, last, sentence.last)
            yield index, name
            index = after
        else:
            index += 1


def _without_glued(tokens: tuple[Token, ...], first: int, last: int, limit: int) -> tuple[int, int]:
    """Where a run's name ends, and where to go on, if a web page has run its second form into another text.

    Of "Ada Roth Ada Maria RothMorning briefing" the name is "Ada Roth".
    """
    pairs = [(tokens[i].text, tokens[i + 1].text) for i in range(first, last - 1)]
    # "Ada Roth Roth".
    again = next(
        (first + i for i, (one, two) in enumerate(pairs) if (one, two) in pairs[: max(i - 1, 0)]), None
    ) or next((first + i + 1 for i, (one, two) in enumerate(pairs) if i and one == two), None)
    if again is not None:
        return again, last
    words = {tokens[i].text: i for i in reversed(range(first, last)) if len(tokens[i].text) > _SHORTEST_SURNAME}
    for index in range(first + 1, min(len(tokens), last + _GLUED_REACH)):
        surname = max(
            (i for word, i in words.items() if i < index and _is_glued(word, tokens[index].text)), default=None
        )
        if surname is not None:
            return surname + 1, max(last, _extend(tokens, index, limit))
    return last, last


def _is_glued(name: str, text: str) -> bool:
    """Whether the next text begins right after a name, without a space between them."""
    return len(text) > len(name) and text.startswith(name) and not text[len(name)].islower()


# How far after the name that may stand.
_GLUED_REACH = 6
_SHORTEST_SURNAME = 2


def _opens(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    token = tokens[index]
    if _names_body(tokens, index, sentence.last) or _is_month_before_name(tokens, index, sentence.last):
        return True
    if (token.pos == "AUX" and token.tag != "MD") or not is_name_word(token) or _is_act(tokens, index, sentence):
        # "(3) Does Roth have …".
        return False
    if _RANK.match(tokens[index - 1].text + token.text):
        return False
    if index == sentence.first and index + 1 < sentence.last and is_page_label(token, tokens[index + 1]):
        return False
    if index == sentence.first or tokens[index - 1].text in OPENING_MARKS:
        return token.pos in _NAME_POS or bool(token.entity) or _capital_follows(tokens, index, sentence)
    return True


def is_page_label(token: Token, after: Token) -> bool:
    """Whether a word in capitals that is no acronym is a label of the page: "WATCH President Roth said"."""
    label = token.text.isupper() and len(token.text) > _SHORT_WORD and not after.text.isupper()
    return label and is_common(token.word)


# Shorter ones are acronyms too often ("WHO").
_SHORT_WORD = 3


def _is_act(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a first word tells what is done to whom a name follows: "Dismissing Roth, …", "– Give Roth time"."""
    opens = index == sentence.first or tokens[index - 1].text in OPENING_MARKS
    if not opens or index + 1 >= sentence.last or not is_name_word(tokens[index + 1]):
        return False
    word = tokens[index].text
    return tokens[index].tag in _VERB_TAGS or (
        tokens[index].entity == "" and word[1:].islower() and word.endswith("ing")
    )


_VERB_TAGS = frozenset({"VBG", "VBN", "VBD", "VB", "VBZ", "VBP"})


def _names_body(tokens: tuple[Token, ...], index: int, limit: int) -> bool:
    """Whether a day or month belongs to a body's or a thing's name: "the Tuesday Club"."""
    if index + 1 >= limit or tokens[index].word not in TIME_WORDS or not tokens[index].text[0].isupper():
        return False
    after = tokens[index + 1].text
    return after[0].isupper() and after.lower() in _NAMED_BY_DAYS


def _is_month_in_name(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a month is the family name after a first name: "Theresa May"."""
    token, before = tokens[at], tokens[at - 1]
    given = before.word in GIVEN_NAMES or is_given_name(before.word)
    number = tokens[at + 1].text[0].isdigit() if at + 1 < len(tokens) else False
    # The model takes the month of "Augusta March were there" for a day all the same.
    free = token.entity not in _DAYS or (before.entity in {"", "PERSON"} and not number)
    return token.text in MONTH_NAMES and given and free


def _is_month_before_name(tokens: tuple[Token, ...], at: int, limit: int) -> bool:
    """Whether a month or its short form is the first name before a family name: "Jan Roth"."""
    token = tokens[at]
    word = token.text.lower()
    known = word in GIVEN_NAMES or is_given_name(word) or token.entity == "PERSON"
    given = token.text[0].isupper() and word in TIME_WORDS and known
    if not given or at + 1 >= limit or not is_name_word(tokens[at + 1]):
        return False
    # "[May, June Carver]" is a day to the model, name and all; "in June Carver" is one.
    return token.entity not in _DAYS or _same_entity(tokens, at, at + 1)


def is_month_speaking(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a month's name may be somebody's surname: it is no day to the model, or says something."""
    token = tokens[at]
    speaks = token.dep == "nsubj" and tokens[token.head].lemma in SPEECH_VERBS
    return token.text in MONTH_NAMES and (token.entity not in _DAYS or speaks)


_DAYS = frozenset({"DATE", "TIME"})
MONTH_NAMES = word_class("month_surnames")
_NAMED_BY_DAYS = ORG_HEADS | STATE_HEADS | THING_HEADS
OPENING_MARKS = frozenset({'"', "“", "‘", "'", "''", "``", "-", "--", "—", "–", "*"})


def _capital_follows(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    after = index + 1
    return (
        after < sentence.last
        and is_name_word(tokens[after])
        and tokens[index].pos in _OPENERS
        and tokens[after].pos in _NAME_POS
    )


_MARKS = OPENING_MARKS | {"’", "’s", "'s"}


def is_name_word(token: Token) -> bool:
    """Whether a token is written with a capital and may be part of a name."""
    text = token.text
    if text.islower():
        return False
    if not text[0].isupper() and not _inner_capital(text):
        return False
    low = token.word
    if text.startswith(("#", "http")) or _MODIFIER.search(text):
        return False
    return low not in NEVER_NAMES and low not in TIME_WORDS and not text[0].isdigit()


# "UN-backed" written as one token.
_MODIFIER = re.compile(r"[-‑](?:[a-z]+ed|led|run|born|wide|style|era|only|made|built|held|funded|free)$")


def _inner_capital(text: str) -> bool:
    """ "al-Rashid", "iPhone", "d'Arcy"."""
    return len(text) > 2 and text[0].isalpha() and any(c.isupper() for c in text[1:])


def _extend(tokens: tuple[Token, ...], index: int, limit: int) -> int:
    last = index + 1
    while last < limit:
        step = _step(tokens, index, last, limit)
        if not step:
            break
        last += step
    return last


def _step(tokens: tuple[Token, ...], first: int, at: int, limit: int) -> int:
    """How many tokens from `at` on belong to the run that began at `first`; 0 ends it."""
    token = tokens[at]
    if (
        is_name_word(token)
        or _names_body(tokens, at, limit)
        or _is_month_in_name(tokens, at)
        or (token.word == "today" and token.text[0].isupper())
        or token.word in SUFFIX_WORDS
    ):
        return 1
    if at + 1 >= limit:
        return 0
    if token.pos == "SPACE":
        # A line break within a paragraph.
        return 2 if token.text.count("\n") == 1 and is_name_word(tokens[at + 1]) else 0
    if token.text in _MARKS:
        return _mark(tokens, first, at, limit)
    return _link(tokens, at) or _join(tokens, first, at, limit)


def _mark(tokens: tuple[Token, ...], first: int, at: int, limit: int) -> int:
    """A hyphen, apostrophe, quotation mark or possessive inside a name."""
    text = tokens[at].text
    if text in {"’s", "'s"}:
        return _through_possessive(tokens, at)
    joined = _hyphen(tokens, first, at) if text in {"-", "’", "'"} else 0
    return joined or _nickname(tokens, at, limit)


def _hyphen(tokens: tuple[Token, ...], first: int, at: int) -> int:
    """A hyphen or apostrophe without spaces goes on, whatever follows it: "Min-seo"."""
    before, mark, after = tokens[at - 1 : at + 2]
    if before.end != mark.start or mark.end != after.start or not after.text[0].isalpha():
        return 0
    if fold(after.text) in country_names():
        return 0
    if after.text[0].isupper():
        return 2
    if after.text == "elect":
        return 2 if before.word in OFFICES else 0
    # "Lee Min-ho", but "London-based", "the Example-era rules": there the name ends at the hyphen.
    syllable = at - first > 1 and len(after.text) <= _LONGEST_SYLLABLE and after.text not in _COMPOUNDING
    return 2 if after.tag == "NNP" or (syllable and after.tag in {"NN", "FW", "UH", "VB"}) else 0


_LONGEST_SYLLABLE = 6
_COMPOUNDING = frozenset(word_class("compounding"))
# "Sailor [3rd Class] Ada Roth".
_RANK = re.compile("(?:1st|2nd|3rd)Class$")


def _link(tokens: tuple[Token, ...], at: int) -> int:
    """ "&", the comma before "Jr." or "Inc.", particles inside a name, and a dot cut off from an abbreviation."""
    word, follows = tokens[at].text, tokens[at + 1]
    if word == ".":
        return 2 if tokens[at].pos == "PROPN" and is_name_word(follows) else 0
    if word == ",":
        return 2 if follows.text.rstrip(".") in word_class("link") else 0
    if word.lower() in PARTICLES and follows.word in PARTICLES and follows.text.islower():
        return _particles(tokens, at)
    particle = word == "&" or (word.lower() in PARTICLES and tokens[at].tag != "VBD")
    if particle and follows.text == "-" and at + 2 < len(tokens) and is_name_word(tokens[at + 2]):
        return 3
    return 2 if particle and is_name_word(follows) else 0


def _particles(tokens: tuple[Token, ...], at: int) -> int:
    """Several small words before a family name: "Ada van den Berg", "Ada de los Rios"."""
    last = at
    while last < len(tokens) and tokens[last].text.islower() and tokens[last].text in PARTICLES:
        last += 1
    return last - at + 1 if last < len(tokens) and is_name_word(tokens[last]) else 0


def _nickname(tokens: tuple[Token, ...], at: int, limit: int) -> int:
    """A nickname in quotation marks inside a name: Ada "Ace" Example."""
    if at + 3 >= limit or tokens[at + 2].text not in _CLOSING:
        return 0
    return 4 if is_name_word(tokens[at + 1]) and is_name_word(tokens[at + 3]) else 0


_CLOSING = frozenset({'"', "”", "’", "'", "''"})


def _through_possessive(tokens: tuple[Token, ...], at: int) -> int:
    """A possessive inside one body's name by the model's word is part of it ("Governors' Club")."""
    inside = _same_entity(tokens, at - 1, at + 1) and tokens[at].entity == "ORG"
    if at + 2 < len(tokens) and is_given_name(tokens[at + 1].word) and is_name_word(tokens[at + 2]):
        # "Harbour News’s Ada Roth".
        return 0
    # "Harbour Watch's Roth" is of Harbour Watch, and his name no word.
    # "Ada's Bakery" may be one.
    single = at < 2 or not is_name_word(tokens[at - 2])
    common = single or tokens[at + 1].text.lower() in words() or _same_entity(tokens, at + 1, at + 2)
    return 2 if inside and common and is_name_word(tokens[at + 1]) else 0


def _same_entity(tokens: tuple[Token, ...], one: int, other: int) -> bool:
    if not tokens[one].entity or other >= len(tokens):
        return False
    return all(tokens[i].entity == tokens[one].entity and not tokens[i].entity_start for i in range(one + 1, other + 1))


def _join(tokens: tuple[Token, ...], first: int, at: int, limit: int) -> int:
    """ "of", "for", "on" after the head of a body, "and" within its name."""
    word = tokens[at].word
    ahead = at + 1
    if ahead < limit and tokens[ahead].word == "the" and word in _JOINING:
        ahead += 1
    if ahead >= limit or not is_name_word(tokens[ahead]):
        return 0
    if word == "of" and tokens[at - 1].word in OFFICES and tokens[ahead].word in PORTFOLIOS:
        return ahead - at + 1
    headed = any(t.word in _HEADS for t in tokens[first:at])
    if word in _JOINING and tokens[at - 1].entity == "PERSON" and (not headed or tokens[first].entity != "PERSON"):
        # "Ada Roth of Ohio" is Ada Roth, and so is "Senate Leader Ada Roth of Ohio".
        return 0
    if word in _JOINING:
        same = word != "on" and _same_entity(tokens, at - 1, ahead)
        return ahead - at + 1 if (headed and _may_join(tokens, at)) or same else 0
    if word == "and":
        joined = any(t.word in _JOINING for t in tokens[first:at]) and headed
        inside = _same_entity(tokens, at - 1, ahead) and tokens[at].entity == "ORG"
        return (
            2
            if inside
            or (joined and tokens[ahead].entity == tokens[at - 1].entity == "ORG" and not tokens[ahead].entity_start)
            else 0
        )
    return 0


def _may_join(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a preposition joins without the model's word: "of" does, the others only right after the fitting head."""
    word, before = tokens[at].word, tokens[at - 1].word
    return word == "of" or (word == "for" and before in _HEADS) or (word == "on" and before in _HEADS_ON)


# Bodies that are named by what they are "on".
_HEADS_ON = word_class("heads_on")
