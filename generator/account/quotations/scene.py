"""One article as the readers of its quotations see it: its words, their arcs, and which stand between marks."""

import re
from bisect import bisect_left
from functools import cached_property

from generator.account.links import run_in_links
from generator.account.marks import find_marked
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.language.verbs import SAYING
from generator.model.analysis import Analysis
from generator.model.text import Article

_LONGEST_NAME = 7
# So many words from a quotation nothing tells who said it: one that never ends must not be gone through for each.
_FAR = 150
_MODIFIERS = frozenset({"compound", "det", "amod", "nmod", "nummod", "punct"})
_TERMINAL = ".?!…"
_SKETCHES = word_class("sketches")
# Sentences in which an article tells what it is about.
_OPENING = 4
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_PLAYING = word_class("role_playing")
_ABBREVIATIONS = word_class("abbreviations")
# "EASTON, Ohio (HBN) — The mayor said …": where a report was filed.
_DATELINE = re.compile(r"[A-Z][A-Z.'’/ -]+(?:,\s[\w. ]{2,20})?\s?(?:\([\w/. ]+\)\s?)?(?:[—–―]|--|-\s)")
_CLOSERS = "”’\"'»)]"
# What may stand between a quotation and another's answer to it.
_NOTHING = re.compile(r"[^\S\n]*(?:(?:[—–―-]|--|\()[^\S\n]*)?")


class Scene:
    """An article with its syntax and quoted spans; ranges are of token indices."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.article = article
        self.body = article.body
        self.syntax = Syntax(analysis)
        self.tokens = analysis.tokens
        self.marked: tuple[Marked, ...] = find_marked(article)

    @cached_property
    def owner(self) -> dict[int, int]:
        """For each token between quotation marks (the marks included), the number of its span."""
        return {
            index: number for number, span in enumerate(self.marked) for index in self.syntax.span(span.start, span.end)
        }

    @cached_property
    def linked(self) -> frozenset[int]:
        """The tokens of links that a page has run into its sentences."""
        return frozenset(i for start, end in run_in_links(self.body) for i in self.syntax.span(start, end))

    def quoted(self, index: int) -> bool:
        """Whether token `index` stands between quotation marks."""
        return index in self.owner

    def paragraph(self, number: int) -> range:
        """The tokens of paragraph `number`."""
        paragraph = self.article.paragraphs[number]
        return self.syntax.span(paragraph.start, paragraph.end)

    def filed(self, index: int) -> bool:
        """Whether token `index` stands in a dateline."""
        return index in self._datelines

    @cached_property
    def _datelines(self) -> frozenset[int]:
        found = (
            (paragraph.start, _DATELINE.match(self.body, paragraph.start, paragraph.end))
            for paragraph in self.article.story
        )
        return frozenset(i for start, line in found if line for i in self.syntax.span(start, line.end()))

    def past_dateline(self, index: int) -> int:
        """For a subject that the model sees in the dateline, the noun after it that is meant."""
        if not self.filed(index):
            return index
        while self.filed(index) or (index + 1 < len(self.tokens) and self.tokens[index].dep in _MODIFIERS):
            index += 1
            if index + 1 >= len(self.tokens):
                break
        return index

    @cached_property
    def nouns(self) -> dict[str, list[int]]:
        """The nouns and names by their lemma in small letters, in text order."""
        found: dict[str, list[int]] = {}
        for index, token in enumerate(self.tokens):
            if token.pos in ("NOUN", "PROPN"):
                found.setdefault(token.lemma.lower(), []).append(index)
        return found

    @cached_property
    def is_performance(self) -> bool:
        """Whether the article tells of a sketch in which somebody is played: his words there are an author's."""
        outside = [i for i in range(len(self.tokens)) if not self.quoted(i)]
        told = (i for i in outside if self.tokens[i].lemma in _SKETCHES and self.syntax.sentence(i) < _OPENING)
        return any(told) and any(self._is_played(i) for i in outside)

    def _is_played(self, index: int) -> bool:
        """Whether somebody is told as played: "Roth as Holt", "Roth's Holt", "playing Holt"."""
        token = self.tokens[index]
        if token.dep == "dobj" and token.entity == "PERSON":
            return self.tokens[token.head].lemma in _PLAYING
        before, actor = self.tokens[max(index - 1, 0)], self.tokens[max(index - 2, 0)]
        if before.word == "as":
            return actor.entity == "PERSON" and token.pos == "PROPN"
        return before.text in _POSSESSIVE and actor.pos == "PROPN" and token.entity == "PERSON"

    def words(self, span: Marked) -> list[int]:
        """The tokens of the quoted words themselves, without marks and white space."""
        return [
            index
            for start, end in span.parts
            for index in self.syntax.span(start, end)
            if self.tokens[index].pos not in ("PUNCT", "SPACE")
        ]

    def root_of(self, span: Marked) -> int | None:
        """The quoted word that the words outside govern; None where the marks stand within one token."""
        words, inside = self.words(span), set(self.syntax.span(span.start, span.end))
        return next((i for i in words if self.tokens[i].head not in inside), words[0] if words else None)

    def answer(self, span: Marked) -> Marked | None:
        """The quotation that stands right after another in its paragraph: two talk there, one of them each."""
        after = next((other for other in self.marked if other.start >= span.end), None)
        beside = after is not None and _NOTHING.fullmatch(self.body, span.end, after.start)
        return after if beside else None

    def sentence_start(self, span: Marked) -> int:
        """The first token of the sentence in which the span opens, a quoted full stop not being its end."""
        first, lowest = self.syntax.first_at(span.start), self.paragraph(span.first).start
        before = bisect_left(self._ends, first) - 1
        start = max(lowest, self._ends[before] + 1) if before >= 0 and first > lowest else min(first, lowest)
        return max(start, first - _FAR)

    def starts_sentence(self, span: Marked) -> bool:
        """Whether nothing of the sentence stands before the span."""
        return self.sentence_start(span) == self.syntax.first_at(span.start)

    def is_led_in(self, span: Marked) -> bool:
        """Whether the span is a sentence of its own that a comma or colon leads to."""
        first, quoted = self.syntax.first_at(span.start), self.words(span)
        led = first > 0 and self.tokens[first - 1].text in (",", ":")
        return led and bool(quoted) and self.tokens[quoted[0]].text[0].isupper()

    def leads(self, cue: int, span: Marked) -> bool:
        """Whether nothing but a mark, "that" or a pronoun stands between the cue and the span, or a colon ends it."""
        between = range(cue + 1, self.syntax.first_at(span.start))
        if between and self.tokens[between[-1]].text == ":":
            return True
        return all(self.tokens[i].pos in ("PUNCT", "SPACE", "SCONJ", "PRON") for i in between)

    def sentence_end(self, span: Marked) -> int:
        """One past the last token of the sentence in which the span closes."""
        index = max(self.syntax.first_at(span.end) - 1, 0)
        highest, after = min(self.paragraph(span.last).stop, index + _FAR), bisect_left(self._ends, index)
        return min(self._ends[after] + 1, highest) if after < len(self._ends) else highest

    @cached_property
    def _ends(self) -> list[int]:
        """The tokens that end a sentence, in order."""
        return [index for index in range(len(self.tokens)) if self.ends_sentence(index)]

    def clause_after(self, span: Marked) -> range:
        """The tokens from the span's end to the end of their sentence or to the next quotation mark."""
        first = self.syntax.first_at(span.end)
        highest = self.paragraph(span.last).stop
        index = first
        while index < highest and not self.quoted(index):
            if self.ends_sentence(index):
                return range(first, index + 1)
            index += 1
        return range(first, index)

    def ends_sentence(self, index: int) -> bool:
        """Whether a sentence of the article itself ends with token `index`.

        A full stop within a quotation ends the article's sentence only where the next word begins another.
        """
        token = self.tokens[index]
        if token.text.strip(_TERMINAL):
            return token.text[-1] in _CLOSERS and self._closes_sentence(index)
        return not self.quoted(index) and not self._abbreviates(index)

    def _abbreviates(self, index: int) -> bool:
        """A full stop that belongs to a title before a name, parted from it by the language model."""
        token = self.tokens[index]
        if token.text != "." or index == 0 or self.tokens[index - 1].end != token.start:
            return False
        return token.dep == "compound" or self.tokens[index - 1].text in _ABBREVIATIONS

    def _closes_sentence(self, index: int) -> bool:
        """A closing mark right after a full stop, with a capital or nothing after it."""
        number = self.owner.get(index)
        if number is None or self.tokens[index].end != self.marked[number].end:
            return False
        span = self.marked[number]
        last = self.body[: span.parts[-1][1]].rstrip()
        inner = inside if (inside := last.rstrip(_CLOSERS)).endswith(".") else last
        if not inner or inner[-1] not in _TERMINAL:
            return False
        following = self.body[span.end : span.end + 40].lstrip(" \u00a0")
        if not following or ((inner[-1] in "?!" or inner != last) and self._is_attributed(index + 1)):
            return not following
        return not (following[0].islower() or following[0] in ",;:—–―-")

    def _is_tag(self, verb: int) -> bool:
        """Whether a verb says how something was said: a verb of saying, or one with nothing but the sentence's end."""
        after = self.tokens[verb + 1].text if verb + 1 < len(self.tokens) else "."
        return self.tokens[verb].lemma in SAYING or after in (".", ",")

    def _is_attributed(self, first: int) -> bool:
        """Whether "X asked" comes next: a question or exclamation mark does not end the sentence then."""
        index = first
        while index < len(self.tokens) and self.tokens[index].pos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "SPACE"):
            index += 1
        near = first < index < min(first + _LONGEST_NAME, len(self.tokens))
        return near and self.tokens[index].tag in ("VBD", "VBZ", "VBN") and self._is_tag(index)
