"""Pronouns within reach: "he", "she" and their forms, where one person alone can be meant.

Precision before recall: a pronoun is resolved when only one person of its gender stands before it in its paragraph, or
when it opens a sentence and the subject of the sentence before is such a person (the subject preference of centering
theory; Grosz, Joshi and Weinstein, 1995). Pronouns inside quotation marks are left alone.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import Candidate
from generator.account.actors.gender import genders
from generator.account.actors.quoted import in_quotation, paragraph_start
from generator.language.lexicon import word_class
from generator.matching.names import fold
from generator.model.analysis import Analysis, Sentence, Token
from generator.model.text import Article

_MALE = word_class("pronouns_male")
_FEMALE = word_class("pronouns_female")


class Antecedent(msgspec.Struct, frozen=True, gc=False):
    """A person's mention as pronouns see it."""

    draft: int
    start: int
    end: int
    sentence: int
    paragraph: int
    subject: bool


class _Reach(NamedTuple):
    """What a pronoun's antecedent is looked for in: an article's analysis, its persons in text order, known genders."""

    analysis: Analysis
    antecedents: Sequence[Antecedent]
    known: Mapping[int, str]

    def fits(self, antecedent: Antecedent, gender: str) -> bool:
        """Whether a person may be of a gender; any may when it is ""."""
        return not gender or self.known[antecedent.draft] in {"", gender}


def resolve_pronouns(drafts: Sequence[Draft], articles: Sequence[Article], analyses: Mapping[str, Analysis]) -> None:
    """Add to the drafts of persons the pronouns that mean them.

    A first pass learns the gender of those who have no courtesy title from pronouns that can only be theirs.
    """
    known = genders(drafts)
    antecedents = _antecedents(drafts, analyses, {article.id: article.body for article in articles})
    places = {a.id: list(_pronouns(a, analyses[a.id])) for a in articles}
    _learn_genders(known, places, analyses, antecedents)
    for article, found in places.items():
        reach = _Reach(analyses[article], antecedents[article], known)
        for index, gender in found:
            person = _antecedent(index, gender, reach)
            if person is not None:
                drafts[person].mentions.append((_mention(article, index, reach.analysis), "pronoun"))


def _learn_genders(
    known: dict[int, str],
    places: Mapping[str, Sequence[tuple[int, str]]],
    analyses: Mapping[str, Analysis],
    antecedents: Mapping[str, Sequence[Antecedent]],
) -> None:
    """Add to `known` the genders that pronouns tell which can only be one person's."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for article, found in places.items():
        reach = _Reach(analyses[article], antecedents[article], known)
        for index, gender in found:
            person = _antecedent(index, "", reach)
            if person is not None and not known[person]:
                votes[person][gender] += 1
    for person, count in votes.items():
        (gender, most), *others = count.most_common()
        if most > 2 * sum(n for _, n in others):
            known[person] = gender


def _antecedents(
    drafts: Sequence[Draft], analyses: Mapping[str, Analysis], texts: Mapping[str, str]
) -> dict[str, list[Antecedent]]:
    """The persons' mentions of each article, in text order, without those in somebody's speech."""
    found: dict[str, list[Antecedent]] = {article: [] for article in analyses}
    named: dict[str, list[tuple[int, Candidate]]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for candidate, _ in draft.mentions if draft.kind == "person" else ():
            named[candidate.article].append((number, candidate))
    for article, candidates in named.items():
        analysis = analyses[article]
        for number, candidate in candidates:
            if in_quotation(texts[article], paragraph_start(analysis, candidate.sentence), candidate.start):
                continue
            found[article].append(
                Antecedent(
                    draft=number,
                    start=candidate.start,
                    end=candidate.end,
                    sentence=candidate.sentence,
                    paragraph=analysis.sentences[candidate.sentence].paragraph,
                    subject=any(t.dep == "nsubj" for t in analysis.tokens[candidate.first : candidate.last]),
                )
            )
    return {article: sorted(some, key=lambda a: a.start) for article, some in found.items()}


def _pronouns(article: Article, analysis: Analysis) -> Iterator[tuple[int, str]]:
    """Token index and gender of each pronoun outside quotation marks."""
    for number, sentence in enumerate(analysis.sentences):
        for index in range(sentence.first, sentence.last):
            word = analysis.tokens[index].text.lower()
            if word not in _MALE and word not in _FEMALE:
                continue
            if not in_quotation(article.body, paragraph_start(analysis, number), analysis.tokens[index].start):
                yield index, "m" if word in _MALE else "f"


def _antecedent(index: int, gender: str, reach: _Reach) -> int | None:
    """The draft of the only person that a pronoun can mean, or None. With no gender all persons compete."""
    token = reach.analysis.tokens[index]
    number = reach.analysis.sentence_at(token.start)
    if number is None:
        return None
    ahead = _fronted(index, number, gender, reach) if gender else None
    if ahead is not None:
        return ahead
    upto = bisect_left(reach.antecedents, token.start, key=lambda a: a.start)
    before = [a for a in reach.antecedents[:upto] if reach.fits(a, gender)]
    paragraph = reach.analysis.sentences[number].paragraph
    near = [a for a in before if a.paragraph == paragraph] or _opening_reach(index, number, reach.analysis, before)
    persons = {a.draft for a in near}
    if len(persons) == 1:
        return persons.pop()
    return _of_several(near, token, number, gender, reach.known) if gender else None


def _of_several(
    near: Sequence[Antecedent], token: Token, number: int, gender: str, known: Mapping[int, str]
) -> int | None:
    """Of several persons before a pronoun: the only one surely of its gender, or the subject of the last sentence."""
    sure = {a.draft for a in near if known[a.draft] == gender}
    same_sentence = {a.draft for a in near if a.sentence == number}
    if len(sure) == 1 and same_sentence <= sure:
        return sure.pop()
    subjects = {a.draft for a in near if a.sentence == number - 1 and a.subject}
    return subjects.pop() if not same_sentence and len(subjects) == 1 and _is_subject(token) else None


def _fronted(index: int, number: int, gender: str, reach: _Reach) -> int | None:
    """The subject of the main clause, for a pronoun in what comes before it: "In her speech, Ada Example said …"."""
    sentence, offset = reach.analysis.sentences[number], reach.analysis.tokens[index].start
    here = [a for a in reach.antecedents if a.sentence == number]
    if not here or here[0].start < offset:
        return None
    subjects = [a for a in here if _is_main_subject(a, reach.analysis, sentence)]
    if len(subjects) != 1 or not reach.fits(subjects[0], gender) or here[0].start != subjects[0].start:
        return None
    return subjects[0].draft


def _is_main_subject(antecedent: Antecedent, analysis: Analysis, sentence: Sentence) -> bool:
    return any(
        t.dep == "nsubj"
        and analysis.tokens[t.head].dep in {"ROOT", "ccomp"}
        and antecedent.start <= t.start < antecedent.end
        for t in analysis.sentence_tokens(sentence)
    )


def _opening_reach(index: int, number: int, analysis: Analysis, before: Sequence[Antecedent]) -> list[Antecedent]:
    """For a pronoun in the first sentence of a paragraph: the subjects of the last sentence of the one before."""
    sentence = analysis.sentences[number]
    first = number == 0 or analysis.sentences[number - 1].paragraph != sentence.paragraph
    if not first or not number or not _is_subject(analysis.tokens[index]):
        return []
    return [a for a in before if a.sentence == number - 1 and a.subject]


def _is_subject(token: Token) -> bool:
    return token.dep in {"nsubj", "nsubjpass"}


def _mention(article: str, index: int, analysis: Analysis) -> Candidate:
    token = analysis.tokens[index]
    return Candidate(
        article=article,
        first=index,
        last=index + 1,
        start=token.start,
        end=token.end,
        text=token.text,
        key=fold(token.text),
        sentence=analysis.sentence_at(token.start) or 0,
    )
