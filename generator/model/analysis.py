"""What the language model says of one article, as plain data: no spaCy object leaves `generator.language.parsing`."""

import msgspec


class Token(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One token, `body[start:end]`.

    `pos` is the universal part of speech, `tag` the Penn Treebank tag, `dep` the dependency label (spaCy's English
    scheme), `head` the index of its head in `Analysis.tokens` (its own index for a root). `entity` is the OntoNotes
    label or "", `entity_start` says whether the token opens its entity.

    Rules know words of English alone. In another language `lemma` and `key` of a word that rules may ask for are those
    of the English word of its kind (language/glossary.py), and arcs are turned to the same scheme
    (language/universal.py); text and offsets are always the article's own. `key` is "" in English. `gender` is "m" or
    "f" where the language's grammar, or a first name, tells it.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    entity_start: bool = False
    key: str = ""
    gender: str = ""

    @property
    def word(self) -> str:
        """What rules know the word by: as written, in small letters, or its key."""
        return self.key or self.text.lower()


class Sentence(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One sentence, `body[start:end]`, with tokens `first` to `last` (exclusive), in paragraph number `paragraph`."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


class Analysis(msgspec.Struct, frozen=True, array_like=True):
    """The sentences and tokens of one article's text; boilerplate is not analysed. Offsets are those of the body.

    `language` is the ISO 639-1 code of the text. `grammar` is False where no model reads it: then tokens are words
    alone, without parts of speech or arcs, and nothing may be claimed of them that needs a sentence's grammar.
    """

    article: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    language: str = "en"
    grammar: bool = True

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence that holds the body's character `offset`, or None."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return low
        return None
