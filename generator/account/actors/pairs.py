"""Two persons spoken of together: "the pair", "the two leaders", "both men", where only two can be meant."""

from collections.abc import Iterator, Mapping, Sequence

from generator.account.actors.assemble import Draft
from generator.account.actors.definites import phrase_candidate
from generator.account.actors.lexicon import CALLINGS, GROUP_NOUNS
from generator.language.lexicon import word_class
from generator.model.analysis import Analysis
from generator.model.text import Article

_PAIRS = frozenset({"pair", "duo", "couple"})
_PERSONS = word_class("pairs_persons") | GROUP_NOUNS
_OF_MANY = word_class("of_many")


def resolve_pairs(drafts: Sequence[Draft], articles: Sequence[Article], analyses: Mapping[str, Analysis]) -> None:
    """Add a description to both persons where the words before it, in its paragraph, name exactly two."""
    people: dict[str, list[tuple[int, int, int]]] = {}
    for number, draft in enumerate(drafts):
        if draft.kind == "person":
            for candidate, _ in draft.mentions:
                people.setdefault(candidate.article, []).append((candidate.sentence, candidate.start, number))
    for article in articles:
        analysis = analyses[article.id]
        for first, last in _phrases(analysis):
            pair = _two_before(analysis, analysis.tokens[first].start, people.get(article.id, []))
            for number in pair:
                candidate = phrase_candidate(article, analysis, first, last)
                drafts[number].mentions.append((candidate, "description"))


def _phrases(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) token of each phrase for two persons."""
    tokens = analysis.tokens
    for sentence in analysis.sentences:
        for index in range(sentence.first, sentence.last - 1):
            word, after = tokens[index].word, tokens[index + 1].word
            if word == "the" and after in _PAIRS:
                yield index, index + 2
            elif word == "the" and after == "two" and index + 2 < sentence.last:
                noun = tokens[index + 2]
                if _is_persons(noun.text):
                    yield index, index + 3
                elif noun.pos in {"VERB", "AUX"}:
                    yield index, index + 2
            elif word == "both" and _is_persons(after):
                yield index, index + 2


def _is_persons(word: str) -> bool:
    return (word in _PERSONS or (word.removesuffix("s") in CALLINGS and word.endswith("s"))) and word not in _OF_MANY


def _two_before(analysis: Analysis, offset: int, people: Sequence[tuple[int, int, int]]) -> list[int]:
    """The drafts of the two persons of this sentence before `offset`, else of it and the one before; [] if not two."""
    number = analysis.sentence_at(offset)
    if number is None:
        return []
    here = {draft for sentence, start, draft in people if sentence == number and start < offset}
    if len(here) < 2 and number and analysis.sentences[number - 1].paragraph == analysis.sentences[number].paragraph:
        here |= {draft for sentence, _, draft in people if sentence == number - 1}
    return sorted(here) if len(here) == 2 else []
