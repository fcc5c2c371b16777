"""A name as it stands in the text: with its title, with what introduces the title, with party or place after it."""

import re
from bisect import bisect_left
from collections.abc import Set

from generator.account.actors.candidates import PARTY_MEMBERS, Candidate
from generator.account.actors.gazetteer import country_names, known_bodies, place_names, state_abbreviations, us_states
from generator.account.actors.lexicon import CALLINGS, COURTESY, KIN, OFFICES, TIME_WORDS, TITLE_MODIFIERS
from generator.account.actors.spans import is_page_label
from generator.language.lexicon import word_class
from generator.matching.names import SMALL_WORDS, fold, initials, strip_possessive
from generator.matching.rarity import is_a_word
from generator.model.actors import ActorKind
from generator.model.analysis import Analysis, Token

# "(R-Ohio)", ", D-N.Y.", "(Labour)": party and place after a politician's name, and no other's.
_TRAIL = re.compile(r" ?\((?P<whose>[A-Z][\w.,/ -]{0,24})\)|, [RDI]-(?:(?:New|North|South|West|Rhode) )?[A-Z][\w.]*")
_PARTY = re.compile(r"[RDI](?![A-Za-z])")
_OF_PLACE = re.compile(r" of ((?:[A-Z][\w.]+)(?: [A-Z][\w.]+)?)")
_ACRONYM = re.compile(r" \([A-Z][A-Z.&-]{1,9}\)")
# The longest run of words before a title that still introduces it.
_LEAD = 6
_NO_BEGINNING = SMALL_WORDS | (word_class("dropped") - word_class("no_longer"))


def dressed_forms(candidate: Candidate, analysis: Analysis, body: str, kind: ActorKind, names: Set[str]) -> list[str]:
    """The fuller forms of one mention, besides the bare name; for bodies "the" with the name.

    `names` are the folded names of the same actor: one of them may stand in brackets.
    """
    if kind != "person":
        last = analysis.tokens[candidate.last - 1]
        modifies = last.dep in {"compound", "amod", "nmod"} or last.pos == "ADJ"
        # Articles of other languages agree with the name and may melt into it: "l'", "du".
        english = analysis.language == "en"
        modifies = modifies or body[candidate.end : candidate.end + 1] in {"-", "–"}
        with_article = candidate.article_word and english and not modifies and _takes_article(candidate, kind)
        plain = [f"the {candidate.text}"] if with_article else []
        bracket = _ACRONYM.match(body, candidate.end)
        own = bracket is not None and fold(bracket[0]) in names | {initials(candidate.text)}
        return [*plain, candidate.text + bracket[0]] if bracket and own else plain
    starts = {candidate.start}
    if candidate.titled and not is_of_several(candidate.title):
        told = {candidate.title_start, candidate.dress, lead_of(candidate, analysis)}
        words = set(candidate.title.casefold().split())
        told = set() if words & _RELATIVE else {candidate.title_start} if words <= COURTESY else told
        starts |= {
            start
            for start in told
            if begins_whole(start, analysis, body, adjectives=start < candidate.title_start)
            and analysis.tokens[token_at(start, analysis)].entity != "ORDINAL"
        }
        before = body[: candidate.title_start].rsplit(maxsplit=1)[-1:]
        begins = candidate.title.endswith(".") or (candidate.title.istitle() and before and before[0].islower())
        if told and begins and " " not in candidate.title:
            # "Sen. Ada Roth" is a form of her name whatever stands before it, as in "freshman Senator Ada Roth".
            starts.add(candidate.title_start)
        lead, _, office = candidate.title.rpartition(" ")
        if told and office.endswith(".") and (_is_partys(lead) or fold(lead) in country_names()):
            # "GOP [Rep. Ada Roth]".
            starts.add(candidate.start - len(office) - 1)
    ends = {candidate.end, _trail(candidate, analysis, body)}
    forms = {body[start:end] for start in starts for end in ends} - {candidate.text}
    found = {_unstopped(strip_possessive(" ".join(form.split()))) for form in forms}
    return sorted(form for form in found if form.split()[0] not in _NO_BEGINNING)


_RELATIVE = KIN | word_class("of_somebody")
# Words that make another office of the one they stand before, and may open a sentence.
_CHANGING = word_class("changing") - word_class("introduces")


def token_at(offset: int, analysis: Analysis) -> int:
    """The first token that begins at or after the body's character `offset`."""
    return bisect_left(analysis.tokens, offset, key=lambda token: token.start)


def _unstopped(form: str) -> str:
    """A form without the full stop of its sentence: "Ada Roth of Ohio"."""
    return form[:-1] if form.endswith(".") and fold(re.split("[ -]", form)[-1]) in us_states() else form


def begins_whole(start: int, analysis: Analysis, body: str, *, adjectives: bool = True) -> bool:
    """Whether nothing that belongs to a phrase stands before it: "vice-[president]", "real [estate agent]".

    Without `adjectives`, an adjective or a country may: "former [mayor Ada Roth]" is a form of her name too.
    """
    if not body[start].isalnum() or (start and (body[start - 1].isalnum() or body[start - 1] in "-–@#/.")):
        return False
    index = token_at(start, analysis)
    sentence = analysis.sentence_at(start)
    if sentence is None or index <= analysis.sentences[sentence].first:
        return True
    before = analysis.tokens[index - 1]
    changing = before.word in _CHANGING and (before.text[0].isupper() or before.tag in {"VBG", "JJ", "NN"})
    if (not adjectives and before.tag == "PRP$") or changing or _goes_on(index, analysis):
        # "Under [Secretary Ada Roth]", "acting [Harbour Secretary Ada Roth]".
        return False
    if not adjectives and (before.pos == "ADJ" or fold(before.text) in country_names()):
        # "Deputy U.S. [Attorney General Ada Roth]".
        return before.pos == "ADJ" or analysis.tokens[index - 2].word not in _CHANGING
    if before.word in TITLE_MODIFIERS and before.pos == "ADJ":
        # "Former [Example governor Ada Roth]".
        return not analysis.tokens[index].text.islower()
    joined = before.pos in {"NOUN", "ADJ", "PROPN", "NUM"} and before.dep in {"compound", "amod", "nmod", "nummod"}
    return not (joined and before.head >= index)


def _goes_on(index: int, analysis: Analysis) -> bool:
    """Whether a name has begun before a word in capitals: "Holm's [Harbour chief]", "Quay and [Canals Chairman]"."""
    first, before, earlier = analysis.tokens[index], analysis.tokens[index - 1], analysis.tokens[index - 2]
    if not first.text[0].isupper() or first.word in CALLINGS | COURTESY | PARTY_MEMBERS or _is_of_office(first):
        return False
    if before.word == "the" and earlier.word in {"and", "&"}:
        # "House Roads and the [Bridges Committee Chairman]".
        return analysis.tokens[index - 3].text[0].isupper()
    if before.word in {"and", "&", "of", "for"}:
        inside = first.entity != "" and first.entity == before.entity
        return earlier.text[0].isupper() and earlier.entity != "PERSON" and (inside or is_a_word(first.word))
    named = (
        (before.pos in {"PROPN", "VERB"} or before.dep == "compound")
        and before.text[0].isupper()
        and before.word not in CALLINGS | TIME_WORDS
    )
    return before.tag == "POS" or (named and not _is_of_office(before))


def _is_of_office(token: Token) -> bool:
    """Whether a word is a field or a kind of office, or a country or state whose office it may be."""
    key = fold(token.text)
    return token.word in TITLE_MODIFIERS or key in country_names() or key in us_states()


def is_of_several(title: str) -> bool:
    """Whether the last word of a title stands for several who bear it: "Sens.", "Senators"."""
    word = title.rsplit(maxsplit=1)[-1].rstrip(".").lower()
    return word.endswith("s") and {word[:-1], f"{word[:-1]}."} & OFFICES != set()


def _takes_article(candidate: Candidate, kind: ActorKind) -> bool:
    """Whether "the" belongs to a name: "the U.S.", "the Hague Club"; not in "the Rome daily", "the Republican" (he)."""
    if kind not in {"country", "place"}:
        return candidate.key not in PARTY_MEMBERS
    known = country_names().get(candidate.key)
    acronym = known is not None and known.form == "acronym"
    return acronym or candidate.text.endswith("s") or candidate.text.startswith("United ") or " of " in candidate.text


def lead_of(candidate: Candidate, analysis: Analysis) -> int:
    """Where the noun phrase begins that introduces a title: "former Example governor"."""
    sentence = analysis.sentences[candidate.sentence]
    index = candidate.first
    while index > sentence.first and analysis.tokens[index - 1].start >= candidate.dress:
        index -= 1
    floor = max(sentence.first, index - _LEAD)
    title = index
    while index > floor and _introduces(analysis.tokens[index - 1], analysis.tokens[index]):
        index -= 1
    if index > sentence.first and analysis.tokens[index - 1].word == "in" and analysis.tokens[index].pos == "PROPN":
        # "The commander in [Ruritania Gen. Ada Roth]".
        index = title
    return analysis.tokens[index].start


def _introduces(token: Token, after: Token) -> bool:
    if token.text in {"-", "–"}:
        return token.end == after.start
    if token.word in word_class("introduces"):
        return True
    if token.pos == "ADJ":
        return token.word in TITLE_MODIFIERS or fold(token.text) in country_names()
    if is_page_label(token, after) or (token.text.islower() and after.text[0].isupper()):
        # "Roth [fires Director Ada Holm]", "a proponent, [Director Ada Roth]".
        return False
    if token.word in TIME_WORDS or token.word in word_class("nothing") & word_class("wide"):
        # "The way [director Roth led them]".
        return False
    if not token.text.replace(".", "").isalpha() or (token.text[0].islower() and len(token.text) < 3):
        return False
    return token.pos in {"NOUN", "PROPN"} and token.dep in {"compound", "nmod"}


def _trail(candidate: Candidate, analysis: Analysis, body: str) -> int:
    end, mark = candidate.end, analysis.tokens[candidate.last + 1 : candidate.last + 4]
    if [t.tag for t in mark[1:]] == ["-RRB-", "VBZ"] and mark[0].text == "R" and mark[2].lemma != "say":
        # "Ada Roth (R) arrives": on the right of a photo.
        return end
    place = _OF_PLACE.match(body, end) if candidate.titled else None
    if place and fold(place[1]) in place_names():
        return place.end()
    tag = _TRAIL.match(body, end)
    return tag.end() if tag and (not tag["whose"] or _is_partys(tag["whose"])) else end


def _is_partys(text: str) -> bool:
    """Whether a word in brackets is a party, or a place that somebody stands for."""
    key = fold(text)
    known = key in known_bodies() or key in place_names() or key in PARTY_MEMBERS or text in state_abbreviations()
    return known or _PARTY.match(text) is not None
