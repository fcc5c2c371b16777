"""A sentence that is absurdly long, cut in pieces: what looks from each word at all the others takes its square."""

import msgspec

from generator.model.analysis import Analysis, Sentence

LONGEST = 250
"""Tokens: what is longer is a list, or was made to choke us; nobody reads it as one sentence."""


def cut_long_sentences(analysis: Analysis) -> Analysis:
    """The analysis with no sentence longer than LONGEST; no arc leads from piece to piece."""
    if all(sentence.last - sentence.first <= LONGEST for sentence in analysis.sentences):
        return analysis
    tokens, sentences = list(analysis.tokens), list[Sentence]()
    for whole in analysis.sentences:
        for first in range(whole.first, whole.last, LONGEST):
            last = min(first + LONGEST, whole.last)
            start, end = tokens[first].start, tokens[last - 1].end
            sentences.append(msgspec.structs.replace(whole, start=start, end=end, first=first, last=last))
            for index in range(first, last):
                if not first <= tokens[index].head < last:
                    tokens[index] = msgspec.structs.replace(tokens[index], head=index)
    return msgspec.structs.replace(analysis, tokens=tuple(tokens), sentences=tuple(sentences))
