"""Quotations and the cast to quotations with their speakers: which actor the naming words stand for."""

import re
from collections.abc import Iterable

import msgspec

from generator.account.quotations.around import between_two, body_meant
from generator.account.quotations.speech import plain_words
from generator.account.quotations.who import COURTESY, SELF, People
from generator.language.lexicon import word_class
from generator.matching.names import fold
from generator.model.actors import Cast, Quotation

# Words of a headline's quotation that are few enough to be an extract of what is said in full below.
_SHORT = 4
# A name that has run into the field of the office before it: "Senior Fellow for River Studies Ada Roth".
_RUN_TOGETHER = re.compile(r"[A-Z].*\s(?:for|on)(?:\s[A-Z][\w.'’-]+){4,}$")
# Two clauses, several holders or a text run into one: "Roth and the mayor", "the river, road and bridge committees".
_RUN_ON = re.compile(r"\band (?:the |an? )?[a-z]|, (?:and|or)\b|\d")
_DEFINITE = word_class("definite")
_PARTY_MEMBERS = word_class("party_members")
# "Police", "Critics" name nobody of the name.
_PERSONS = word_class("person_nouns") | word_class("unnamed_persons")


def name_speakers(quotations: tuple[Quotation, ...], cast: Cast) -> tuple[Quotation, ...]:
    """The same quotations, in the same order, with `speaker` set to an actor's id wherever the cast tells who speaks.

    The first of a quotation's `speaker_names` that the cast knows: one of its mentions ends where they end, since an
    English phrase has its head last ("Kremlin officials" are not the Kremlin), or one actor of the article bears
    exactly this name. A pronoun is whom the cast takes it to mean. Places and groups say nothing, and somebody whom the
    article itself never names in full or by his office is not named by his surname: it may be another's.
    Otherwise `speaker` stays None: no name is better than a wrong one. Nobody stays in `chain` as a relayer of himself.
    """
    people = People(cast, {quotation.passage.article for quotation in quotations})
    named: list[Quotation] = []
    namesakes: set[tuple[str | None, str]] = set()
    for quotation in quotations:
        article = quotation.passage.article
        speaker = people.speaker(quotation, named) if quotation.speech else None
        told_as = quotation.told_as
        if _passes_on(quotation) or (people.is_body(speaker) and _says_i(quotation)):
            speaker, told_as = None, ""
        if people.is_told_of(speaker, quotation) or (speaker is None and people.share(article, told_as)):
            speaker, told_as = None, ""
        namesake = people.is_of_a_namesake(speaker, quotation) or (speaker, quotation.speaker_text) in namesakes
        if namesake:
            namesakes.add((speaker, quotation.speaker_text))
        if (
            namesake
            or people.is_garbled(speaker)
            or people.is_lesser(speaker, quotation)
            or _RUN_TOGETHER.match(told_as)
        ):
            speaker, told_as = None, ""
        if speaker is None and _is_bare(told_as):
            told_as = ""
        chain = tuple(name for name in quotation.chain if not people.bears(article, name, speaker))
        named.append(msgspec.structs.replace(quotation, speaker=speaker, chain=chain, told_as=told_as))
    for number, quotation in enumerate(named):
        if quotation.speech and quotation.speaker is None:
            named[number] = _told_around(number, named, people)
    return tuple(_told_in_full(quotation, named, people) for quotation in named)


def _is_bare(told_as: str) -> bool:
    """Whether words leave open who it is: a surname alone, "this person", several who are told of as one."""
    words = [word for word in told_as.split() if word.rstrip(".").lower() not in COURTESY]
    pointing = bool(words) and words[0].lower() in _DEFINITE - {"the"}
    # "the Liberal" is somebody named above.
    pointing = pointing or (len(words) == 2 and words[0].lower() == "the" and words[1].lower() in _PARTY_MEMBERS)
    titled = len(words) < len(told_as.split())
    surname = len(words) == 1 and words[0][0].isupper() and not words[0].isupper()
    surname = surname and (titled or fold(words[0]) not in _PERSONS)
    # "Ruritania Mr. Roth"
    run_in = titled and told_as.split(maxsplit=1)[0] in words and told_as.istitle()
    return pointing or surname or run_in or bool(_RUN_ON.search(told_as))


def _told_around(number: int, named: list[Quotation], people: People) -> Quotation:
    """The quotation with whom the utterances beside it give for its speaker."""
    own = named[number]

    def told(start: int, end: int) -> set[str]:
        return people.told(own.passage.article, start, end)

    body = body_meant(number, named, told)
    speaker = between_two(number, named, told) or (body if people.is_body(body) else None)
    if speaker is None or people.is_told_of(speaker, own):
        return own
    return msgspec.structs.replace(own, speaker=speaker, way="around")


def _told_in_full(quotation: Quotation, others: Iterable[Quotation], people: People) -> Quotation:
    """The quotation of a headline or first sentence with the person who says it in full further down.

    A headline gives a body or state the words of whoever speaks for it ("Council hails ‘new dawn’").
    """
    if quotation.sentence > 0 or not quotation.direct or not people.is_body(quotation.speaker):
        return quotation
    words = plain_words(quotation)
    if words.count(" ") >= _SHORT:
        return quotation
    speakers = {
        other.speaker
        for other in others
        if other.direct
        and other.sentence > 0
        and people.is_person(other.speaker)
        and f" {words} " in f" {plain_words(other)} "
    }
    return msgspec.structs.replace(quotation, speaker=speakers.pop()) if len(speakers) == 1 else quotation


def _passes_on(quotation: Quotation) -> bool:
    """Whether somebody reports a few words, or what his clause does not lead to: they are then another's."""
    return quotation.cue == "report" and (quotation.way == "above" or quotation.passage.quote[1:2].islower())


def _says_i(quotation: Quotation) -> bool:
    """Whether somebody speaks of himself, as no body does: "I was saddened," the federation said."""
    return quotation.direct and SELF.search(quotation.passage.quote) is not None
