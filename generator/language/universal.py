"""Universal Dependencies turned to the scheme that our rules know (that of spaCy's English models).

All of spaCy's models but English and German write Universal Dependencies (de Marneffe et al., 2021). The two schemes
differ in what heads what: there a preposition, a copula and the words after the first of a name hang on the noun, here
they carry it. So arcs are turned, labels renamed, and the tags of the Penn Treebank made of the morphology. Nothing in
here is of one language: its words come from the glossary.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.language.glossary import Glossary
from generator.language.lexicon import WEEKDAYS, rows, word_class
from generator.language.verbs import SAYING

_LABELS = {
    "nsubj:pass": "nsubjpass",
    "csubj:pass": "csubj",
    "obj": "dobj",
    "iobj": "dative",
    "aux:pass": "auxpass",
    "aux:tense": "aux",
    "aux:caus": "aux",
    "acl:relcl": "relcl",
    "obl": "npadvmod",
    "obl:mod": "npadvmod",
    "obl:arg": "npadvmod",
    "obl:agent": "npadvmod",
    "expl:subj": "expl",
    "expl:comp": "dep",
    "expl:pass": "dep",
    "expl:pv": "dep",
    "discourse": "intj",
    "flat": "compound",
    "flat:name": "compound",
    "flat:foreign": "compound",
}
_ENTITIES = {"PER": "PERSON", "PERSON": "PERSON", "ORG": "ORG", "LOC": "GPE", "GPE": "GPE"}
# What stays with the predicate's own word when the copula becomes the head; all else goes over to the copula.
_OF_THE_NOUN = frozenset({"det", "amod", "nmod", "case", "nummod", "appos", "flat:name", "flat", "fixed", "acl"})
_GOVERNED = frozenset({"to", "of"})


@dataclass
class Node:
    """One word on its way from the one scheme to the other; `head` is an index of the same text."""

    text: str
    lemma: str
    pos: str
    morph: Mapping[str, str]
    dep: str
    head: int
    entity: str = ""
    opens: bool = False
    tag: str = ""
    key: str = ""
    own: str = field(default="", repr=False)
    gender: str = ""


def turned(nodes: Sequence[Node], sentences: Iterable[tuple[int, int]], words: Glossary) -> None:
    """Turn the arcs and labels of a text in place; `sentences` are ranges of its words."""
    verbs = rows("verbs", language=words.language)
    forms = [(stem, ending, helper) for sort, stem, ending, *rest in verbs if sort == "form" for helper in rest]
    given = {row[0]: row[1] for row in rows("given", language=words.language)}
    helpers = {verb: helper for sort, verb, helper, *_ in verbs if sort == "helper"}
    for node in nodes:
        node.entity = _ENTITIES.get(node.entity, "")
        low = node.text.lower().strip("-")
        node.own = node.lemma.lower()
        node.key = words.word(low, node.own, node.pos)
        node.lemma = words.lemma(low, node.own, node.pos)
        node.tag = _tag(node, forms)
        told = {"Masc": "m", "Fem": "f"}.get(node.morph.get("Gender", ""), "")
        # Small models often get a noun's gender wrong, an article's hardly ever.
        node.gender = given.get(low, "") if node.text[:1].isupper() and low in given else told * (node.pos == "DET")
    for first, last in sentences:
        _Sentence(nodes, first, last, words, helpers).turn()
    for node in nodes:
        node.dep = _LABELS.get(node.dep, node.dep)


class _Sentence:
    def __init__(
        self, nodes: Sequence[Node], first: int, last: int, words: Glossary, helpers: Mapping[str, str]
    ) -> None:
        self.nodes, self.range, self.words, self.helpers = nodes, range(first, last), words, helpers

    def turn(self) -> None:
        self._mend()
        self._names()
        self._inversions()
        self._modals()
        self._copulas()
        self._prepositions()
        self._verbs()
        self._small_words()

    def _children(self, at: int, *deps: str) -> list[int]:
        below = [i for i in self.range if self.nodes[i].head == at and i != at]
        return [i for i in below if self.nodes[i].dep in deps] if deps else below

    def _replace(self, at: int, by: int) -> None:
        """Hang `by` where `at` hung, and `at` on `by`."""
        node, new = self.nodes[at], self.nodes[by]
        new.head, new.dep = (by if node.head == at else node.head), node.dep
        node.head = by

    def _mend(self) -> None:
        """What small models of this scheme get wrong in news: days for verbs, an apposition for a list."""
        for at in self.range:
            node = self.nodes[at]
            if node.text[:1] == "-" and node.key in _PERSONAL:
                self._joined(at)
            if node.key == "himself" and node.pos == "PRON":
                node.dep = "expl:pv"
            if node.key in WEEKDAYS and node.pos != "ADV":
                self._freed(at)
                node.pos, node.tag = "NOUN", "NN"
                node.dep = "obl:mod" if node.dep in ("xcomp", "obj", "obl:arg", "amod", "advcl", "nsubj") else node.dep
            if node.pos in ("VERB", "AUX") and node.dep == "advmod":
                node.dep = "parataxis"
            if node.dep == "conj" and self._explains(at):
                node.dep = "appos"
            if node.entity == "GPE" and node.opens and self._is_of_body(at):
                for i in range(at, self.range.stop):
                    if self.nodes[i].entity != "GPE" or (i > at and self.nodes[i].opens):
                        break
                    self.nodes[i].entity = "ORG"

    def _explains(self, at: int) -> bool:
        """Whether of two nouns in a row, a comma between, one is a name and the other tells who that is."""
        node, other = self.nodes[at], self.nodes[self.nodes[at].head]
        if {node.pos, other.pos} != {"NOUN", "PROPN"} or self._children(at, "cc") or self._children(node.head, "cc"):
            return False
        first = min([at, *self._children(at, "det", "flat:name", "amod")])
        return first > self.range.start and self.nodes[first - 1].text == ","

    def _is_of_body(self, at: int) -> bool:
        """Whether a name without preposition belongs to a noun that is none of a place: "l’usine X", "le groupe X"."""
        at -= 1
        while at > self.range.start and self.nodes[at].pos == "ADJ":
            at -= 1
        noun = self.nodes[at]
        kept = noun.key in _PLACES or not noun.text.islower()
        return noun.pos == "NOUN" and not kept and at > self.range.start and self.nodes[at - 1].pos == "DET"

    def _joined(self, at: int) -> None:
        """A pronoun that a hyphen joins to its verb or helper is its subject: "a-t-elle insisté", "dit-il"."""
        node = self.nodes[at]
        after = (i for i in range(at + 1, min(at + _MODIFIERS, self.range.stop)) if self.nodes[i].pos != "ADV")
        verb = next(after, at)
        if self.nodes[verb].pos != "VERB" and not self._is_said(verb):
            before = (i for i in range(at - 1, self.range.start, -1) if self.nodes[i].text != "-t")
            verb = next(before, at)
        if verb != at:
            self._freed(at)
            node.pos, node.tag, node.dep, node.head = "PRON", "PRP", "nsubj", verb

    def _freed(self, at: int) -> None:
        """What hangs on a word hangs on what it hung on."""
        for i in self._children(at):
            self.nodes[i].head = self.nodes[at].head if self.nodes[at].head != at else i

    def _inversions(self) -> None:
        """After words that are quoted the verb of saying comes before its subject: "…, a déclaré le maire, Yann X"."""
        for at in self.range:
            verb, first = self.nodes[at], self._opening(at)
            if not self._is_said(at) or first <= self.range.start or self.nodes[first - 1].text not in _ENDS_SPEECH:
                continue
            who = self._subject_after(at)
            if who is None:
                continue
            if verb.pos not in ("VERB", "AUX"):
                verb.pos, verb.tag = "VERB", "VBZ"
            if verb.head in range(at, who + 1):
                self._replace(verb.head, at)
            self.nodes[who].head, self.nodes[who].dep = at, "nsubj"
            if verb.dep not in ("ROOT", "ccomp"):
                verb.dep = "parataxis"
            self._beside(who)

    def _is_said(self, at: int) -> bool:
        node = self.nodes[at]
        return node.key in SAYING and node.tag not in ("VB", "VBG", "MD") and node.text.islower()

    def _opening(self, at: int) -> int:
        """Where the verb's own words begin: before its helpers and small pronouns."""
        while (
            at > self.range.start
            and self.nodes[at - 1].pos in ("AUX", "ADV", "PRON")
            and self.nodes[at - 1].text != "-"
        ):
            at -= 1
        return at

    def _subject_after(self, at: int) -> int | None:
        """The noun or name after the verb, before which nothing stands but days, adverbs and its own small words."""
        at += 1
        while at < self.range.stop and (self.nodes[at].pos == "ADV" or self.nodes[at].key in WEEKDAYS):
            at += 1
        first = at
        while at < self.range.stop and self.nodes[at].pos in ("DET", "ADJ", "NUM") and at - first < _MODIFIERS:
            at += 1
        if at >= self.range.stop or self.nodes[at].pos not in ("NOUN", "PROPN"):
            return None
        return at if self.nodes[at].pos == "NOUN" and first < at else self._name_end(at) - 1

    def _beside(self, who: int) -> None:
        """The name that tells who a noun is, after a comma or right after it."""
        at = who + 1
        while at < min(who + _COMPLEMENT, self.range.stop) and self.nodes[at].entity != "PERSON":
            if self.nodes[at].pos not in ("ADP", "DET", "NOUN", "PROPN", "ADJ") and self.nodes[at].text != ",":
                return
            at += 1
        if at >= self.range.stop or self.nodes[who].pos != "NOUN" or self.nodes[at].entity != "PERSON":
            return
        name = self._name_end(at) - 1
        outer = next((i for i in range(at, name + 1) if self.nodes[i].head not in range(at, name + 1)), name)
        self.nodes[outer].head, self.nodes[outer].dep = who, "appos"

    def _names(self) -> None:
        """The last word of a name carries it: words of one labelled person, and what is flat on the first."""
        at = self.range.start
        while at < self.range.stop:
            last = self._name_end(at)
            if last > at + 1:
                inside = range(at, last)
                outer = next((i for i in inside if self.nodes[i].head not in inside or self.nodes[i].head == i), at)
                end = last - 1
                head, dep = self.nodes[outer].head, self.nodes[outer].dep
                for i in self.range:
                    if i not in inside and self.nodes[i].head in inside:
                        self.nodes[i].head = end
                for i in inside:
                    self.nodes[i].head, self.nodes[i].dep = end, "compound"
                    if self.nodes[i].pos == "DET":
                        # "Le Goff"
                        self.nodes[i].pos, self.nodes[i].tag = "PROPN", "NNP"
                        self.nodes[i].key = self.nodes[i].lemma = self.nodes[i].text.lower()
                self.nodes[end].head, self.nodes[end].dep = (end if head in inside else head), dep
                self.nodes[end].pos, self.nodes[end].tag = "PROPN", "NNP"
            at = max(last, at + 1)

    def _name_end(self, at: int) -> int:
        """One past the last word of the name that begins here."""
        last = at + 1
        first = self.nodes[at]
        if not first.text[:1].isupper():
            return last
        while last < self.range.stop:
            node = self.nodes[last]
            person = first.entity == node.entity == "PERSON" and not node.opens
            titled = last == at + 1 and first.key in _COURTESY and node.entity == "PERSON"
            flat = node.dep.startswith("flat") and node.head in range(at, last) and node.pos == "PROPN"
            if not (person or flat or titled):
                break
            first = node if titled else first
            last += 1
        return last

    def _modals(self) -> None:
        """ "Peut dire", "va fermer": the infinitive carries the clause."""
        for at in self.range:
            node = self.nodes[at]
            verb = next(iter(self._children(at, "xcomp")), None)
            helper = self.helpers.get(node.own)
            if helper is None or node.pos not in ("VERB", "AUX") or verb is None or node.tag == "VBN":
                continue
            if self.nodes[verb].tag == "VB" and at < verb:
                for i in self._children(at):
                    if i != verb:
                        self.nodes[i].head = verb
                self._replace(at, verb)
                node.dep, node.tag, node.pos = "aux", "MD", "AUX"
                node.key = node.lemma = helper

    def _copulas(self) -> None:
        for at in self.range:
            if self.nodes[at].dep != "cop":
                continue
            said = self.nodes[at].head
            for i in self._children(said):
                if i != at and self.nodes[i].dep not in _OF_THE_NOUN:
                    self.nodes[i].head = at
            self._replace(said, at)
            self.nodes[said].dep = "acomp" if self.nodes[said].pos in ("ADJ", "VERB") else "attr"

    def _prepositions(self) -> None:
        for at in self.range:
            node = self.nodes[at]
            if node.dep != "case" or node.head == at:
                continue
            noun = node.head
            if any(i < at for i in self._children(noun, "case") if i != at):
                # The second preposition of two: "jusqu'à", "d'ici à".
                node.dep = "dep"
                continue
            fixed = [i for i in range(at + 1, noun) if self.nodes[i].dep == "fixed" or self._is_second(i, at, noun)]
            phrase = " ".join(self.nodes[i].text.lower() for i in (at, *fixed))
            node.key = self.words.phrase(phrase) or node.key
            before = self.nodes[noun].dep
            self._replace(noun, at)
            self.nodes[noun].dep, node.lemma = "pobj", node.key
            node.dep = "agent" if before == "obl:agent" else before if before in ("ROOT", "conj") else "prep"

    def _is_second(self, at: int, first: int, noun: int) -> bool:
        return self.nodes[at].dep == "case" and self.nodes[at].head in (noun, first)

    def _verbs(self) -> None:
        """Helpers and marks: a perfect is a past, "to" opens an infinitive."""
        for at in self.range:
            node = self.nodes[at]
            if node.pos not in ("VERB", "AUX"):
                continue
            self._helped(node, [self.nodes[i] for i in self._children(at, "aux:tense", "aux:pass")])
            for i in self._children(at, "mark"):
                mark = self.nodes[i]
                if node.tag != "VB" or mark.pos != "ADP":
                    continue
                if mark.lemma in _GOVERNED or mark.lemma == "for":
                    mark.dep, mark.key, mark.lemma, mark.tag, mark.pos = "aux", "to", "to", "TO", "PART"
                else:
                    self._replace(at, i)
                    mark.dep, node.dep = "prep", "pcomp"

    def _helped(self, verb: Node, helpers: Sequence[Node]) -> None:
        """What helping verbs make of a participle: "a dit" is past, "aurait dit" and "sera dit" are modal."""
        suffers = next((h for h in helpers if h.dep == "aux:pass"), None)
        modal = next((h for h in helpers if h.tag == "MD"), None)
        if modal is not None:
            modal.lemma = modal.key
            modal.dep = modal.dep if modal is suffers else "aux"
        past = [h for h in helpers if h.dep == "aux:tense"]
        for helper in past:
            helper.dep = "dep"
        if suffers is not None:
            verb.tag = "VBN"
            if modal is None:
                suffers.key = "was" if past or suffers.tag == "VBD" else "is"
        elif past and modal is None:
            verb.tag = "VBD"

    def _small_words(self) -> None:
        for at in self.range:
            node = self.nodes[at]
            if node.dep == "expl:subj" and node.pos == "PRON" and node.key in _PERSONAL:
                # "A-t-il dit": the model takes the joining t for the subject.
                others = [i for i in self._children(node.head, "nsubj") if self.nodes[i].text != "-t"]
                node.dep = "expl" if others else "nsubj"
            if node.text == "-t":
                node.dep, node.pos = "punct", "PUNCT"
            if node.dep == "advmod" and node.key in ("not", "never"):
                node.dep = "neg"
            elif node.dep == "det" and node.morph.get("Poss") == "Yes":
                node.dep, node.tag, node.pos = "poss", "PRP$", "PRON"


_PLACES = word_class("place_heads") | word_class("place_nouns") | word_class("town_things") | {"district"}
_COURTESY = word_class("courtesy_male") | word_class("courtesy_female")
_ENDS_SPEECH = frozenset({",", '"', "!", "?"})
_MODIFIERS = 3
# "Le procureur de la République, X": so many words may stand between.
_COMPLEMENT = 7
_PERSONAL = frozenset({"he", "she", "they"})


def _tag(node: Node, forms: Sequence[tuple[str, ...]]) -> str:
    """The Penn Treebank tag that the part of speech and the morphology come to."""
    plural = node.morph.get("Number") == "Plur"
    if node.pos in ("VERB", "AUX"):
        return _verb_tag(node, forms)
    if node.pos == "PRON":
        return "WP" if node.morph.get("PronType") in ("Rel", "Int") else "PRP"
    tags = {"NOUN": "NNS" if plural else "NN", "PROPN": "NNP", "ADJ": "JJ", "NUM": "CD", "ADV": "RB", "ADP": "IN"}
    return tags.get(node.pos, {"DET": "DT", "CCONJ": "CC", "SCONJ": "IN", "PUNCT": ","}.get(node.pos, "XX"))


def _verb_tag(node: Node, forms: Sequence[tuple[str, ...]]) -> str:
    """ "MD" stands for a form that has its "will" or "would" within it; `verbs.tsv` tells those of a language."""
    form, tense = node.morph.get("VerbForm", ""), node.morph.get("Tense", "")
    if form == "Part":
        return "VBG" if tense == "Pres" else "VBN"
    if form in ("Inf", "Ger"):
        return "VB" if form == "Inf" else "VBG"
    low = node.text.lower()
    for stem, ending, modal in forms:
        if re.fullmatch(f"(?:{stem.replace('LEMMA', re.escape(node.own.removesuffix('e')))})(?:{ending})", low):
            if node.pos == "AUX":
                node.key = modal
            return "MD"
    if node.morph.get("Mood") == "Cnd" or tense == "Fut":
        if node.pos == "AUX":
            node.key = "would" if node.morph.get("Mood") == "Cnd" else "will"
        return "MD"
    return "VBD" if tense in ("Past", "Imp") else "VBZ"
