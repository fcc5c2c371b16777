"""A name as it stands in the text: with its title, with what introduces the title, with party or place after it."""

import re

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import country_names, place_names
from generator.account.actors.lexicon import TITLE_MODIFIERS
from generator.language.lexicon import word_class
from generator.matching.names import fold, strip_possessive
from generator.model.actors import ActorKind
from generator.model.analysis import Analysis, Token

# "(R-Ohio)", "(Example)", ", D-N.Y.": party and place after a politician's name.
_TRAIL = re.compile(r" ?\([A-Z][\w.,/ -]{0,24}\)|, [RDI]-[A-Z][\w.]*")
_OF_PLACE = re.compile(r" of ((?:[A-Z][\w.]+)(?: [A-Z][\w.]+)?)")
_ACRONYM = re.compile(r" \([A-Z][A-Z.&-]{1,9}\)")
# The longest run of words before a title that still introduces it.
_LEAD = 6


def dressed_forms(candidate: Candidate, analysis: Analysis, body: str, kind: ActorKind) -> list[str]:
    """The fuller forms of one mention, besides the bare name; for bodies "the" with the name."""
    if kind != "person":
        modifies = analysis.tokens[candidate.last - 1].dep in {"compound", "amod", "nmod"}
        # Articles of other languages agree with the name and may melt into it: "l'", "du".
        english = analysis.language == "en"
        plain = [f"the {candidate.text}"] if candidate.article_word and english and not modifies else []
        bracket = _ACRONYM.match(body, candidate.end)
        return [*plain, candidate.text + bracket[0]] if bracket else plain
    starts = {candidate.start}
    if candidate.titled:
        starts |= {candidate.title_start, candidate.dress, lead_of(candidate, analysis)}
    ends = {candidate.end, _trail(candidate, body)}
    forms = {body[start:end] for start in starts for end in ends} - {candidate.text}
    return sorted(strip_possessive(" ".join(form.split())) for form in forms)


def lead_of(candidate: Candidate, analysis: Analysis) -> int:
    """Where the noun phrase begins that introduces a title: "former Example governor"."""
    sentence = analysis.sentences[candidate.sentence]
    index = candidate.first
    while index > sentence.first and analysis.tokens[index - 1].start >= candidate.dress:
        index -= 1
    floor = max(sentence.first, index - _LEAD)
    while index > floor and _introduces(analysis.tokens[index - 1], analysis.tokens[index]):
        index -= 1
    return analysis.tokens[index].start


def _introduces(token: Token, after: Token) -> bool:
    if token.text in {"-", "–"}:
        return token.end == after.start
    if token.word in word_class("introduces"):
        return True
    if token.pos == "ADJ":
        return token.word in TITLE_MODIFIERS or fold(token.text) in country_names()
    if not token.text.replace(".", "").isalpha() or (token.text[0].islower() and len(token.text) < 3):
        return False
    return token.pos in {"NOUN", "PROPN"} and token.dep in {"compound", "nmod"}


def _trail(candidate: Candidate, body: str) -> int:
    end = candidate.end
    place = _OF_PLACE.match(body, end) if candidate.titled else None
    if place and fold(place[1]) in place_names():
        return place.end()
    tag = _TRAIL.match(body, end)
    return tag.end() if tag else end
