"""Pronouns within reach: "he", "she" and their forms, where one person alone can be meant.

The one coreference of the program: the cast uses it to find mentions, the quotations to find out who "he said" is.
Precision before recall. The text is read backwards from the pronoun, sentence by sentence and outside quotation marks,
to the first that speaks of somebody of its gender, with a name or without ("a woman", an earlier "he"). If that is
one person, he is meant; of several only one who speaks there (the subject preference of centering theory; Grosz, Joshi
and Weinstein, 1995). Nobody is meant where that is somebody without a name.
"""

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.account.actors.antecedents import NOBODY, Antecedent, antecedents
from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import unnamed
from generator.account.actors.quoted import Quoted
from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.language.verbs import CALLING, SAYING, UTTERANCES
from generator.model.analysis import Analysis, Sentence

_MALE = word_class("pronouns_male")
_FEMALE = word_class("pronouns_female")
# What stands between the comma of quoted words and "he said".
_CLOSING = frozenset({"”", '"', "’", "'", "»"})
_OPENING = frozenset({"“", '"', "‘", "«"})
# Of "X asked her" it is she who speaks next.
_ADDRESSING = word_class("addressing") | word_class("interviewing")
# Sentences to look back over: attributions of a long quotation are short, so that few carry a name.
_REACH = 7
# Sentences from a name to the attribution of a quotation that follows it.
_APART = 2


class _Reach(NamedTuple):
    """What a pronoun's antecedent is looked for in: an article's arcs, whom it speaks of in text order, genders."""

    syntax: Syntax
    told: list[Antecedent]
    known: Mapping[int, str]

    def fits(self, antecedent: Antecedent, gender: str) -> bool:
        """Whether somebody may be of a gender; any may when it is ""."""
        return not gender or (self.known.get(antecedent.draft) or antecedent.gender) in {"", gender}


class Scene(NamedTuple):
    """One article's arcs, whom it speaks of in text order, and its pronouns with their genders."""

    syntax: Syntax
    told: list[Antecedent]
    pronouns: list[tuple[int, str]]


def scene_of(drafts: Sequence[Draft], analysis: Analysis, quoted: Quoted) -> Scene:
    """The scene of an article that names `drafts`."""
    syntax = Syntax(analysis)
    return Scene(syntax, antecedents(drafts, syntax, quoted), list(_pronouns(analysis, quoted)))


def resolve_pronouns(drafts: Sequence[Draft], scene: Scene, known: Mapping[int, str]) -> None:
    """Add to the drafts of persons the pronouns that mean them in one article; `known` are genders by draft."""
    reach = _Reach(scene.syntax, list(scene.told), known)
    for index, gender in scene.pronouns:
        person = _antecedent(index, gender, reach)
        if scene.syntax.analysis.language != "en" and (person is None or known.get(person) != gender):
            # Where first names and articles tell the gender, it must be known: "elle" may be a thing.
            person = None
        _remember(index, gender, person, reach)
        if person is not None:
            words = scene.syntax.tokens[index].text
            drafts[person].mentions.append((unnamed(scene.syntax.analysis, index, index + 1, words), "pronoun"))


def _remember(index: int, gender: str, person: int | None, reach: _Reach) -> None:
    """Add a subject pronoun to whom the article speaks of, so that the next one may point back to it."""
    if _is_subject(index, reach):
        draft = NOBODY if person is None else person
        insort(reach.told, Antecedent.at(reach.syntax, index, draft, gender), key=lambda a: a.start)


def gender_votes(scene: Scene) -> Iterator[tuple[int, str]]:
    """Draft and gender of each pronoun that can only be one person's, whatever his gender."""
    if scene.syntax.analysis.language == "en":
        reach = _Reach(scene.syntax, scene.told, {})
        for index, gender in scene.pronouns:
            person = _antecedent(index, "", reach) if _may_vote(index, reach) else None
            if person is not None:
                yield person, gender


def learnt(known: Mapping[int, str], votes: Iterable[tuple[int, str]]) -> dict[int, str]:
    """The genders with those that pronouns tell of persons who have no courtesy title."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for person, gender in votes:
        if not known[person]:
            counts[person][gender] += 1
    found = dict(known)
    for person, count in counts.items():
        (gender, most), *others = count.most_common()
        if most > 2 * sum(n for _, n in others):
            found[person] = gender
    return found


def _pronouns(analysis: Analysis, quoted: Quoted) -> Iterator[tuple[int, str]]:
    """Token index and gender of each pronoun outside quotation marks."""
    for index, token in enumerate(analysis.tokens):
        word = token.word
        if (word in _MALE or word in _FEMALE) and not quoted.holds(token.start):
            yield index, "m" if word in _MALE else "f"


def _antecedent(index: int, gender: str, reach: _Reach) -> int | None:
    """The draft of the only person that a pronoun can mean, or None. With no gender all persons compete."""
    tokens = reach.syntax.tokens
    number, offset = reach.syntax.sentence(index), tokens[index].start
    ahead = _fronted(index, number, gender, reach) if gender else None
    if ahead is not None:
        return ahead
    paragraph = reach.syntax.analysis.sentences[number].paragraph
    own = _own_content(index, reach)
    if gender and any(a.speaks and a.token in own and reach.fits(a, gender) for a in _told_in(number, offset, reach)):
        # "Dr. Roth said that Holt was ill, she said": she, or another.
        return None
    for there in range(number, max(number - _REACH, -1), -1):
        if not _is_subject(index, reach) and reach.syntax.analysis.sentences[there].paragraph != paragraph:
            return None
        told = _told_in(there, offset, reach)
        if there != number:
            told = [a for a in told if not _is_aside(a, reach)]
        found = [
            a
            for a in told
            if reach.fits(a, gender) and a.token not in own and not _is_another(a, index, reach)
            if there != number or not _is_in_own_act(a.token, index, reach)
        ]
        if there != number and any(
            _acts_on_another(a, index, gender, reach) or _may_say_it(a, index, gender, reach) for a in told
        ):
            return None
        if found:
            person = _of(found, index, gender, reach, here=there == number)
            return person if _may_add(person, index, reach) else None
    return None


def _is_aside(antecedent: Antecedent, reach: _Reach) -> bool:
    """Whether somebody is told of in brackets, and says nothing there: "(Roth won there)"."""
    if antecedent.speaks:
        return False
    first = reach.syntax.sentence_range(antecedent.token).start
    before = (reach.syntax.tokens[i].text for i in range(antecedent.token - 1, first - 1, -1))
    return next((text for text in before if text in ("(", ")")), "") == "("


def _may_add(person: int | None, index: int, reach: _Reach) -> bool:
    """Whether somebody who "also" says something has said something before."""
    if not _says(index, reach) or reach.syntax.word(index + 1) != "also":
        return True
    before = reach.told[: bisect_left(reach.told, reach.syntax.tokens[index].start, key=lambda a: a.start)]
    return any(a.draft == person and a.speaks for a in before)


def _told_in(number: int, before: int, reach: _Reach) -> Sequence[Antecedent]:
    sentence = reach.syntax.analysis.sentences[number]
    low = bisect_left(reach.told, sentence.start, key=lambda a: a.start)
    high = bisect_left(reach.told, min(before, sentence.end), key=lambda a: a.start)
    return reach.told[low:high]


def _of(found: Sequence[Antecedent], index: int, gender: str, reach: _Reach, *, here: bool) -> int | None:
    """Who is meant of those of whom one sentence speaks (`here`: the pronoun's own)."""
    persons = {a.draft for a in found}
    if len(persons) == 1:
        leads = any(a.leads for a in found) or (here and not _is_subject(index, reach))
        leads = leads or _is_alone(found[0], gender, reach) or _is_brought_to_speak(found[0], index, reach)
        return _named(persons) if leads else None
    if gender and _says(index, reach) and (main := _main_subject(found, index, reach, here=here)) is not None:
        return _named({main})
    if here or not gender:
        return None
    speaking = {a.draft for a in found if a.speaks}
    if speaking:
        return None if any(_acts_beside(a, found, reach) for a in found) else _named(speaking)
    sure = {a.draft for a in found if reach.known.get(a.draft, a.gender) == gender}
    leading = {a.draft for a in found if a.leads}
    return _named(sure) if sure == leading and NOBODY not in persons and _is_subject(index, reach) else None


def _acts_beside(other: Antecedent, found: Sequence[Antecedent], reach: _Reach) -> bool:
    """Whether somebody acts right after what another has said: "Roth called it late, and Holt rebutted him"."""
    tokens = reach.syntax.tokens
    verb = tokens[tokens[other.token].head]
    beside = tokens[other.token].dep == "nsubj" and verb.dep == "conj"
    return beside and any(
        a.speaks and a.draft != other.draft and verb.head == tokens[a.token].head and a.start < other.start
        for a in found
    )


def _named(persons: set[int]) -> int | None:
    return next(iter(persons)) if len(persons) == 1 and NOBODY not in persons else None


def _says(index: int, reach: _Reach) -> bool:
    """Whether a pronoun is the subject of a verb of saying."""
    tokens = reach.syntax.tokens
    return tokens[index].dep == "nsubj" and tokens[tokens[index].head].lemma in SAYING | CALLING


def _is_brought_to_speak(antecedent: Antecedent, index: int, reach: _Reach) -> bool:
    """Whether the sentence before "he says" is the first to name somebody: "This drove Ada Roth to the shop."."""
    if antecedent.draft == NOBODY or not _says(index, reach):
        return False
    first = next(a.start for a in reach.told if a.draft == antecedent.draft)
    apart = reach.syntax.sentence(index) - reach.syntax.sentence(antecedent.token)
    return first == antecedent.start and antecedent.end - antecedent.start > len("A. Roth") and 0 < apart <= _APART


def _main_subject(found: Sequence[Antecedent], index: int, reach: _Reach, *, here: bool) -> int | None:
    """The subject of the main clause, where all others are told of within phrases: "Roth hailed Holt's win. He said …".

    In the pronoun's own sentence its verb must be beside that of the subject: "Roth saw Holt's loss, but he said …",
    or in what he has issued: "Roth, who met Holt, issued a statement in which he said …".
    """
    tokens = reach.syntax.tokens
    subjects = [a for a in found if tokens[a.token].dep in {"nsubj", "nsubjpass"}]
    main = [a for a in subjects if tokens[tokens[a.token].head].dep == "ROOT"]
    if not main or {a.draft for a in subjects} != {main[0].draft} or any(a.draft == NOBODY for a in found):
        return None
    verb, own = tokens[tokens[index].head], tokens[main[0].token].head
    if any(_is_argument(a.token, own, reach) for a in found if a.draft != main[0].draft):
        return None
    told = verb.dep == "relcl" and tokens[verb.head].lemma in UTTERANCES and tokens[verb.head].head == own
    if here and not told and not (verb.dep == "conj" and verb.head == own):
        return None
    return None if not here and _is_set_between(main[0], index, reach) else main[0].draft


def _is_set_between(subject: Antecedent, index: int, reach: _Reach) -> bool:
    """Whether somebody else spoke right before a sentence whose subject says nothing: he may go on behind it.

    Where a paragraph ends between them, the subject does.
    """
    before = reach.told[: bisect_left(reach.told, subject.start, key=lambda a: a.start)]
    spoke = next((a for a in reversed(before) if a.speaks), None)
    if subject.speaks or spoke is None or spoke.draft in (subject.draft, NOBODY):
        return False
    places = [reach.syntax.sentence(token) for token in (spoke.token, subject.token, index)]
    together = len({reach.syntax.analysis.sentences[place].paragraph for place in places}) == 1
    gender = "m" if reach.syntax.word(index) in _MALE else "f"
    return together and places[1] - places[0] <= _APART and reach.fits(spoke, gender)


def _is_argument(index: int, verb: int, reach: _Reach) -> bool:
    """Whether somebody is the object of a verb, or of its preposition: as much told of as its subject."""
    tokens = reach.syntax.tokens
    token = tokens[reach.syntax.climb(index, lambda i: tokens[i].dep == "conj")]
    head = token.head if token.dep != "pobj" else tokens[token.head].head
    return token.dep != "poss" and head == verb


def _is_alone(antecedent: Antecedent, gender: str, reach: _Reach) -> bool:
    """Whether the article has so far spoken of nobody else who may be meant."""
    upto = bisect_right(reach.told, antecedent.start, key=lambda a: a.start)
    return {a.draft for a in reach.told[:upto] if reach.fits(a, gender)} == {antecedent.draft}


def _own_content(index: int, reach: _Reach) -> range:
    """What the pronoun's own verb reports: of "X would go, he said" X is another (principle C of binding)."""
    tokens, verb = reach.syntax.tokens, reach.syntax.tokens[index].head
    before = next((tokens[i].text for i in range(index - 1, -1, -1) if tokens[i].text not in _CLOSING), "")
    contents = [i for i in reach.syntax.children[verb] if tokens[i].dep == "ccomp"]
    if before in {",", "—", "–", "--"} and tokens[verb].lemma in SAYING and not any(i > verb for i in contents):
        # "X's plan, he added, would work": the whole sentence is what he says, or the quotation that begins another.
        return range(_opening(index, reach), index)
    if not contents or contents[-1] > verb:
        return range(0)
    first, last = reach.syntax.subtree(contents[0])
    return range(first, min(last, index)) if first < index else range(0)


def _opening(index: int, reach: _Reach) -> int:
    """Where the sentence begins whose end is "he said", if the model has not parted it from the one before it."""
    tokens = reach.syntax.tokens
    first = reach.syntax.sentence_range(index).start
    opened = (i for i in range(index - 1, first, -1) if tokens[i].text in _OPENING and tokens[i + 1].text[0].isupper())
    mark = next(opened, first)
    if tokens[mark - 1].text[-1] in ".?!":
        return mark
    # "Roth was quick: Holt, he said, …"
    return next((i for i in range(index - 1, first, -1) if tokens[i].text == ":"), first)


def _is_another(antecedent: Antecedent, index: int, reach: _Reach) -> bool:
    """Neither "her son" nor who "asked her" is "she" (principle B)."""
    gender = _of_its_gender(index, reach)
    apart = reach.syntax.sentence(index) != reach.syntax.sentence(antecedent.token)
    if _is_owned(antecedent, index, reach) and not (apart and antecedent.speaks):
        return True
    return _acts_on(antecedent, gender, reach)


def _of_its_gender(index: int, reach: _Reach) -> frozenset[str]:
    """The pronouns that may mean whom a pronoun means."""
    return _MALE if reach.syntax.word(index) in _MALE else _FEMALE


def _is_owned(antecedent: Antecedent, index: int, reach: _Reach) -> bool:
    """Whether somebody is told of by what he is to such a person: "her son"."""
    owner = reach.syntax.child(antecedent.token, "poss")
    return owner is not None and reach.syntax.word(owner) in _of_its_gender(index, reach)


def _acts_on(antecedent: Antecedent, gender: Container[str], reach: _Reach) -> bool:
    """Whether a verb of somebody's has such a pronoun for its object: "X asked her"."""
    tokens = reach.syntax.tokens
    beside = reach.syntax.children[tokens[antecedent.token].head]
    own = (tokens[i] for i in beside if tokens[i].dep in {"dobj", "dative"})
    return any(token.word in gender and not token.word.endswith("self") for token in own)


def _acts_on_another(antecedent: Antecedent, index: int, gender: str, reach: _Reach) -> bool:
    """Whether either may be meant in a later sentence: of "X joined her" both, of "X asked her" she will answer."""
    if not antecedent.leads or reach.known.get(antecedent.draft, antecedent.gender) != gender or not gender:
        return False
    verb = reach.syntax.tokens[reach.syntax.tokens[antecedent.token].head].lemma
    words = _of_its_gender(index, reach)
    return verb not in _ADDRESSING and _acts_on(antecedent, words, reach)


def _may_say_it(antecedent: Antecedent, index: int, gender: str, reach: _Reach) -> bool:
    """Whether somebody who leads a sentence goes on to speak although a rule speaks against it.

    "Roth told the board" before "he said" where first names alone make Roth a woman; "His boss, Ada Holt, is hopeful".
    """
    if not antecedent.leads or not gender or not _says(index, reach):
        return False
    told = reach.known.get(antecedent.draft) or antecedent.gender
    if told in ("", gender):
        return told != "" and _is_owned(antecedent, index, reach)
    return antecedent.speaks and not _acts_on(antecedent, _MALE if gender == "m" else _FEMALE, reach)


def _is_in_own_act(there: int, index: int, reach: _Reach) -> bool:
    """Whether a participle tells of somebody whose doer is the pronoun's: "Asked about X, she said" (principle C)."""
    syntax, tokens = reach.syntax, reach.syntax.tokens
    if not _is_subject(index, reach):
        return False
    beside = [i for i in syntax.children[tokens[index].head] if i < index]
    acts = [i for i in beside if tokens[i].dep == "advcl"]
    acts += [i for b in beside if tokens[b].dep == "prep" and (i := syntax.child(b, "pcomp")) is not None]
    bare = (i for i in acts if tokens[i].tag in {"VBG", "VBN"} and syntax.child(i, "nsubj", "nsubjpass") is None)
    return any(first <= there < last for first, last in map(syntax.subtree, bare))


def _fronted(index: int, number: int, gender: str, reach: _Reach) -> int | None:
    """The subject of the main clause, for a pronoun in what comes before it: "In her speech, Ada Example said …"."""
    sentence, offset = reach.syntax.analysis.sentences[number], reach.syntax.tokens[index].start
    here = _told_in(number, sentence.end, reach)
    if not here or here[0].start < offset or _is_subject(index, reach):
        return None
    subjects = [a for a in here if _is_main_subject(a, reach, sentence)]
    if len(subjects) != 1 or not reach.fits(subjects[0], gender) or here[0].start != subjects[0].start:
        return None
    return _named({subjects[0].draft})


def _is_main_subject(antecedent: Antecedent, reach: _Reach, sentence: Sentence) -> bool:
    tokens = reach.syntax.tokens
    return any(
        t.dep == "nsubj" and tokens[t.head].dep in {"ROOT", "ccomp"} and antecedent.start <= t.start < antecedent.end
        for t in reach.syntax.analysis.sentence_tokens(sentence)
    )


def _is_subject(index: int, reach: _Reach) -> bool:
    return reach.syntax.tokens[index].dep in {"nsubj", "nsubjpass"}


def _may_vote(index: int, reach: _Reach) -> bool:
    """Whether a pronoun leads its sentence or owns something: "X noted he was late", "… against him" tell nothing."""
    token = reach.syntax.tokens[index]
    return token.dep == "poss" or (_is_subject(index, reach) and reach.syntax.tokens[token.head].dep == "ROOT")
