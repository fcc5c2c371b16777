"""What is wrong with a headline as the name of an event, of which others tell too: each fault counts one, or more."""

import re
from collections.abc import Callable, Collection, Sequence

from generator.language.lexicon import word_class
from generator.language.numbers import find
from generator.language.numbers.printed import Printed
from generator.language.tense import AHEAD
from generator.model.analysis import Analysis
from generator.model.text import Article

# A headline should be a short plain statement: quotation marks, questions and exclamations are somebody's voice.
_VOICE = re.compile(r"[“”\"‘!…]|\.\.\.|(?<!\w)'|'(?!\w)")
# Up to three words between marks are a term, no voice; what stands between marks is not the headline's own.
_TERM = re.compile(r"[“\"‘']\w+(?: \w+){0,2},?[”\"’'](?!\w)")
_QUOTE = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'].*?[’'](?!\w)")
_QUOTED = re.compile(r"“[^”]*|\"[^\"]*\"?")
# "Meyer: Close the bridge", "Meyer on the bridge: Close it": a remark, and of one of whom the others need not tell.
_SPEAKER = re.compile(r"^(?P<who>[A-Z][\w.’' -]{1,30}?)(?P<on> on [^:]+)?:\s")
# "Congress to push …", "is going to push": who is to do it, not who did.
_TO_COME = re.compile(
    r"^[A-Z](?:[\w.’'-]*(?:, [^,]+,)? (?:of )?(?=[A-Zst])){1,5}(?:[Ss]et )?[Tt]o [A-Za-z]|\b(?:is|are) going to\b"
)
# "Heading into the vote", "readies its vote", "rally to halt the works" but not "vows to halt": before it came to that.
_EARLY = re.compile(
    r"\b(?:head(?:s|ed|ing) into|read(?:ies|ying)|brac(?:es|ing)|prepar(?:es|ing)|gear(?:s|ing) up)\b"
    r"|(?<!s )(?<!ed )\bto (?:avert|become|block|halt|hear|prevent|save|stop)\b"
    r"|\bto(?:day|night|morrow)\b|(?:…|\.\.\.)$",
    re.I,
)
# "Council to vote", "Council set to vote", each in its part of a headline.
_PARTS = re.compile(r"(?<=[?:;,]) ")
_TO_DO = re.compile(r"(?P<who>.*?\w) [Tt]o (?:[Bb]e )?(?P<verb>[A-Za-z]{3,})\b(?![:-])")
# "killing two", "two people dead".
_DIES_OF = re.compile(r"\bkill(?:s|ed|ing)? (?:at least |up to )?$", re.I)
_DYING = re.compile(r"(?: \w+){0,3} (?:dead|dies?|died|killed)\b", re.I)
# So many characters of a text tell its toll.
_OPENING = 3000
_CAPITALS = re.compile(r"\b[A-Z]{5,}\b")
# "The court is wrong": what a writer thinks of it, not what happened.
_JUDGES = re.compile(
    r"\b(?:is|are|was|were|isn[’']t|aren[’']t|got|looks?|seems?) (?!\w+(?:ing|ed|en|ne|id|un|ut|ot)\b)", re.I
)
# "Here's", "it's over", "has made a decision about": what happened stands below.
_LIVE = re.compile(
    r"^(?:it|there)[’']s\b|\bmade (?:a|an|her|his|its|their) (?:choice|decision|pick)\b(?! to\b)|"
    r"\bhere[’']s\b|\blive (?:updates?|blog|coverage)\b|\b(?:as it happened|what (?:to|we) know)\b",
    re.I,
)
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_FEWEST, _MOST = 4, 14
HARD = 10
"""So much counts what makes a headline no name: it asks, takes a side, tells of what is to come, or hardly anything."""
# In so many sentences a column speaks of "us".
_BEGINNING = 10
# So near before such a word a number heads a list.
_NEAR = 4
_NUMERAL = re.compile(r"\d+|two|three|four|five|six|seven|eight|nine|ten")
# No year.
_COUNT = re.compile(rf"(?!(?:19|20)\d\d$)(?:{_NUMERAL.pattern}|\d[\d.,]*)")
_COLUMNS, _LISTS, _TEASER = word_class("headline_columns"), word_class("headline_lists"), word_class("headline_teasers")
_SET = AHEAD | word_class("headline_plans")
_PERSONAL, _PLANS, _SIDES = word_class("headline_persons"), word_class("headline_plans"), word_class("headline_loaded")

# Words before a colon or a dash that are no part of a headline ("WATCH:"); those of a column are.
_TAG = re.compile(r"^\s*\[?(?P<tag>[A-Za-z]+(?: [A-Za-z]+)?)\]?\s*(?:[:|]|\s[—–-]\s)\s*(?=\S)")
_TAGS = word_class("headline_tags")


def words_of(text: str) -> list[str]:
    """The words of a headline in small letters, without what makes them somebody's."""
    return [_bare(word) for word in _WORD.findall(text)]


def _bare(word: str) -> str:
    return word.lower().rstrip(".-'’").removesuffix("’s").removesuffix("'s")


def counts_of(text: str) -> set[str]:
    """The counts in a headline; a year is none."""
    return {word for word in words_of(text) if _COUNT.fullmatch(word)}


def terms_of(text: str) -> list[str]:
    """What a headline sets in marks and no longer than a term."""
    return _TERM.findall(text)


def tag_of(text: str) -> str:
    """The tag before a headline with its mark, or ""."""
    found = _TAG.match(text)
    return found[0] if found and found["tag"].lower() in _TAGS else ""


def faults(text: str, lemmas: Collection[tuple[str, str]], named: Callable[[str], bool]) -> int:
    """How much is wrong with a headline, by the `lemmas` of all articles; `named` is whether most others tell a word.

    From `HARD` on it is no name where there is a better one.
    """
    words, plain = words_of(text), _TERM.sub("", text)
    hard = (
        _VOICE.search(plain),
        _SIDES & set(words),
        _JUDGES.search(text),
        _TO_COME.search(text) or _PLANS & set(words),
        _is_anothers(text, named),
        not all(named(f"{count} ") for count in counts_of(text)),
        _is_no_statement(text, words),
        len(words) < _FEWEST,
    )
    soft = (
        plain != text,
        len(words) > _MOST or text.endswith("."),
        not any(_is_verb(word, lemmas) for word in words),
    )
    return HARD * sum(map(bool, hard)) + sum(soft)


def foretold(text: str, lemmas: Collection[tuple[str, str]]) -> tuple[str, bool]:
    """The verb of what somebody is to do by a headline that says no more of him, and whether he has a name; or ""."""
    for found in filter(None, map(_TO_DO.match, _PARTS.split(text))):
        verb, who = found["verb"].lower(), found["who"].split()
        who = who[:-1] if who[-1] in _SET else who
        kinds = {pos for pos, lemma in lemmas if lemma == verb}
        acts = any(_bare(word).endswith("ing") or _is_verb(_bare(word), lemmas) for word in who)
        if who and not acts and ("VERB" in kinds or not kinds):
            named, noun = who[-1][0].isupper(), _bare(who[-1])
            if named or ("NOUN", noun) in lemmas or ("NOUN", noun.removesuffix("s")) in lemmas:
                return verb, named
    return "", False


def is_passing(text: str, body: str) -> bool:
    """Whether a headline foresees what may have happened since, or shouts what its text does not."""
    shouted = any(word not in body for word in _CAPITALS.findall(text))
    return shouted or bool(_EARLY.search(text) or _PLANS & set(words_of(text)))


def has_risen(text: str, body: str) -> bool:
    """Whether the first toll of the dead in a text's beginning is above that of its headline, which is not there."""
    own = _tolls(text)
    told = [n for n in _tolls(body[:_OPENING]) if n.bound in ("exact", own[0].bound)] if own else []
    return bool(told) and own[0].number < told[0].number and own[0].number not in [n.number for n in told]


def _tolls(text: str) -> list[Printed]:
    counts = (number for number in find(text) if number.bound in ("exact", "at least", "more than"))
    return [n for n in counts if _DIES_OF.search(text, 0, n.start) or _DYING.match(text, n.end)]


def is_personal(article: Article, analysis: Analysis) -> bool:
    """Whether the writer of an article speaks of himself or to its reader in its beginning, quotations aside."""
    text = [s for s in analysis.sentences if article.paragraphs[s.paragraph].role == "text"][:_BEGINNING]
    quoted = [m.span() for p in article.paragraphs for m in _QUOTED.finditer(article.body, p.start, p.end)]
    plain = [s for s in text if not any(start < s.end and s.start < end for start, end in quoted)]
    words = [t for s in plain for t in analysis.sentence_tokens(s)]
    # "World War I" speaks of nobody.
    return any(t.pos in ("PRON", "DET") and not t.entity and t.word in _PERSONAL for t in words)


def _is_no_statement(text: str, words: Sequence[str]) -> bool:
    """Whether a headline asks, teases, addresses its reader, or heads a column or a running page."""
    tag = _TAG.match(text)
    column = tag is not None and tag["tag"].lower() in _COLUMNS
    asks = "?" in text or any(_bare(part.split(" ")[0]) in _TEASER for part in text.split(": "))
    counts = any(_NUMERAL.fullmatch(word) and _LISTS & set(words[n + 1 : n + _NEAR]) for n, word in enumerate(words))
    return bool(column or asks or counts or _LIVE.search(text) or _speaks(_QUOTE.sub("", text)))


def _is_anothers(text: str, named: Callable[[str], bool]) -> bool:
    """Whether a headline gives the words of somebody whom most of the other articles don't name, or is a column's."""
    found = _SPEAKER.match(text)
    return found is not None and not all(named(_bare(word)) for word in found["who"].split())


def _speaks(text: str) -> bool:
    """Whether words address the reader or speak for the writer: "we", "I'll"; "US" is a country."""
    return bool(_PERSONAL & {word.lower() for word in re.findall(r"\w+", text) if word != "US"})


def _is_verb(word: str, lemmas: Collection[tuple[str, str]]) -> bool:
    """Whether a headline's word is a verb by the articles, or has the ending of one and is none of their nouns."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("d"), word.removesuffix("ed")}
    stems |= {word.removesuffix("ing"), word.removesuffix("ing") + "e"}
    if any(("VERB", stem) in lemmas for stem in stems):
        return True
    nouns = any((pos, stem) in lemmas for stem in stems for pos in ("NOUN", "PROPN", "ADJ"))
    return word.endswith(("s", "ed")) and not nouns
