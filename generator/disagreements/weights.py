"""How telling a word is within one event."""

import math
from collections import Counter

from generator.model.story import Material

# Events may be of two short articles: their sentences are counted as if they lay among so many others, in which none of
# the words occurs, so that what two sentences share has the same weight in a small event as in a large one.
BACKGROUND = 50


def lemma_weights(material: Material) -> dict[str, float]:
    """For each lemma of the event's articles its inverse frequency over their sentences, on a logarithmic scale."""
    sentences = [
        {token.lemma for token in material.analyses[article.id].sentence_tokens(sentence)}
        for article in material.articles
        for sentence in material.analyses[article.id].sentences
    ]
    counts = Counter(lemma for lemmas in sentences for lemma in lemmas)
    return {lemma: math.log((BACKGROUND + len(sentences)) / count) for lemma, count in counts.items()}
