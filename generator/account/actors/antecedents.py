"""Whom an article speaks of outside quotation marks, named or not: what a pronoun may point back to."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import country_names, known_bodies
from generator.account.actors.lexicon import CALLINGS, COURTESY_FEMALE, COURTESY_MALE
from generator.account.actors.quoted import Quoted
from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.language.verbs import CALLING, SAYING, UTTERANCES
from generator.matching.names import fold

# The draft of a person whom the article leaves without a name.
NOBODY = -1
_PERSONS = CALLINGS | word_class("unnamed_persons")
_MALE = COURTESY_MALE | word_class("gender_male")
_FEMALE = COURTESY_FEMALE | word_class("gender_female")
_HEADS = word_class("person_heads")
_NO_PERSONS = UTTERANCES | word_class("org_heads") | word_class("state_heads")
_ADDRESSING = word_class("addressing")
_SUBJECTS, _NOUNS = frozenset({"nsubj", "nsubjpass"}), frozenset({"NOUN", "PROPN"})
# "The Example-era rules" speak of no Example.
_MODIFYING = frozenset({"compound", "amod", "nmod", "npadvmod"})
_OF_TWO = word_class("of_two")
_JOINING = word_class("title_links")
_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "agent", "conj", "ROOT"})


class Antecedent(msgspec.Struct, frozen=True, gc=False):
    """Somebody in his place: head token, who he is (a draft's index or NOBODY), his gender where the word tells it.

    `leads` says that he is the subject of his clause, or its owner ("X's speech …"); `speaks` that he says something.
    """

    draft: int
    token: int
    start: int
    end: int
    gender: str = ""
    leads: bool = False
    speaks: bool = False

    @staticmethod
    def at(
        syntax: Syntax, index: int, draft: int, gender: str = "", span: tuple[int, int] | None = None
    ) -> "Antecedent":
        """The one whose head is token `index`, which stands from `span[0]` to `span[1]` (offsets in the body)."""
        token = syntax.tokens[index]
        start, end = span or (token.start, token.end)
        return Antecedent(
            draft=draft,
            token=index,
            start=start,
            end=end,
            gender=gender,
            leads=_leads(syntax, index),
            speaks=_speaks(syntax, index),
        )


def antecedents(drafts: Sequence[Draft], syntax: Syntax, quoted: Quoted) -> list[Antecedent]:
    """The antecedents of an article that names `drafts`, in text order, without those in somebody's speech."""
    named = [(number, candidate) for number, draft in enumerate(drafts) for candidate, _ in draft.mentions]
    return _of_article(drafts, named, syntax, quoted)


def _of_article(
    drafts: Sequence[Draft], named: Sequence[tuple[int, Candidate]], syntax: Syntax, quoted: Quoted
) -> list[Antecedent]:
    found: list[Antecedent] = []
    taken: set[int] = set()
    persons: set[int] = set()
    surnames: dict[str, set[int]] = {}
    for number, candidate in named:
        inside = range(candidate.first, candidate.last)
        person = drafts[number].kind == "person"
        if person:
            persons.update(inside)
            if candidate.text[:1].isupper() and fold(candidate.text.split()[-1]) not in _PERSONS:
                surnames.setdefault(candidate.text.split()[-1], set()).add(number)
        if person or not any(syntax.tokens[i].entity == "PERSON" for i in inside):
            taken.update(inside)
        head = _head(syntax, candidate.first, candidate.last)
        modifies = syntax.tokens[head].dep in _MODIFYING and not (quoted.links(candidate.end) or _owns(syntax, head))
        modifies = modifies and not _is_lost_subject(syntax, head)
        if person and not quoted.holds(candidate.start) and not modifies:
            span = (candidate.start, candidate.end)
            taken.add(head)
            found.append(Antecedent.at(syntax, _titled(syntax, candidate.first, head), number, span=span))
    missed = list(_missed(syntax, taken, surnames, quoted))
    taken.update(a.token for a in missed)
    return sorted([*found, *missed, *_unnamed(syntax, taken, persons, quoted)], key=lambda a: a.start)


def _head(syntax: Syntax, first: int, last: int) -> int:
    """The token of a mention that the words outside govern; of "the mayor, X" the noun that X explains."""
    inside = range(first, last)
    head = next((i for i in inside if syntax.tokens[i].head not in inside or syntax.tokens[i].head == i), first)
    if syntax.tokens[head].dep == "compound" and syntax.word(head + 1) == "co" and syntax.word(head + 2) == "-":
        # "Ada Roth co-owns": the model takes a part of the verb for a part of the name.
        return syntax.tokens[head].head
    head = syntax.climb(
        head, lambda i: syntax.tokens[i].dep == "appos" and syntax.tokens[syntax.tokens[i].head].pos in _NOUNS
    )
    office = syntax.tokens[syntax.tokens[head].head].head
    if head not in inside and syntax.tokens[head].dep == "pobj" and syntax.tokens[office].lemma in _PERSONS:
        # "The mayor of Easton, X": the model hangs X on the town.
        return office
    return head


def _titled(syntax: Syntax, first: int, head: int) -> int:
    """Of "Harbour Secretary for the North Ada Roth" the title, where the model takes that for the subject."""
    if syntax.tokens[head].dep in _SUBJECTS:
        return head
    index, titled = first - 1, False
    while index >= 0 and (syntax.tokens[index].pos == "PROPN" or syntax.word(index) in _JOINING):
        titled = titled or _is_title(syntax, index)
        if titled and syntax.tokens[index].dep in _SUBJECTS:
            return index
        index -= 1
    return head


def _is_title(syntax: Syntax, index: int) -> bool:
    token = syntax.tokens[index]
    return token.text[:1].isupper() and token.word.rstrip(".") in _PERSONS


def _is_borne(syntax: Syntax, index: int, persons: set[int]) -> bool:
    """Whether a capitalised title belongs to a name that follows it: "Secretary of the Harbour Ada Roth"."""
    if not _is_title(syntax, index):
        return False
    after = index + 1
    while after < len(syntax.tokens) and after not in persons:
        if syntax.tokens[after].pos != "PROPN" and syntax.word(after) not in _JOINING:
            return False
        after += 1
    return after in persons


def _missed(syntax: Syntax, taken: set[int], surnames: Mapping[str, set[int]], quoted: Quoted) -> Iterator[Antecedent]:
    """Surnames of the article's persons where the model sees no name: "On Thursday, Roth said", "Sessions said"."""
    for index, token in enumerate(syntax.tokens):
        bearers = surnames.get(token.text.rstrip("’'"))
        if bearers is None or index in taken or token.dep in _MODIFYING or quoted.holds(token.start):
            continue
        before = syntax.tokens[index - 1] if index else token
        courtesy = before.word.rstrip(".") in _PERSONS | COURTESY_MALE | COURTESY_FEMALE or before.text.endswith(".")
        another = index > 0 and before.pos == "PROPN" and before.head == index and not courtesy
        yield Antecedent.at(syntax, index, next(iter(bearers)) if len(bearers) == 1 and not another else NOBODY)


def _unnamed(syntax: Syntax, taken: set[int], persons: set[int], quoted: Quoted) -> Iterator[Antecedent]:
    """Persons without a name that the cast knows: "a woman", and names of persons whom it has left out."""
    for index, token in enumerate(syntax.tokens):
        told = token.tag == "NN" and (_is_who(syntax, index) or _speaks_up(syntax, index))
        full = token.entity == "PERSON" and index > 0 and syntax.tokens[index - 1].entity == "PERSON"
        here = token.dep in _PLACES or (token.dep in ("pobj", "appos") and full) or told
        if index in taken or quoted.holds(token.start) or not here:
            continue
        if _is_borne(syntax, index, persons):
            continue
        person = token.tag == "NN" and (token.lemma in _PERSONS or told) and not _explains(syntax, index, persons)
        person = person or (token.word in _OF_TWO and token.dep in _SUBJECTS)
        key = fold(token.text)
        unlabelled = token.entity in ("", "ORG") and key not in country_names() and key not in known_bodies()
        subject = token.dep == "nsubj" and (unlabelled or key in _PERSONS)
        if token.text.isupper() and token.entity != "PERSON":
            continue
        name = token.pos == "PROPN" and (token.entity == "PERSON" or subject)
        if person or name:
            word = token.lemma.lower()
            gender = "m" if word in _MALE else "f" if word in _FEMALE else ""
            yield Antecedent.at(syntax, index, NOBODY, gender)


def _is_who(syntax: Syntax, index: int) -> bool:
    """Whether "who" tells that a noun is somebody: "one hopeful who …"."""
    clauses = (i for i in syntax.children[index] if syntax.tokens[i].dep == "relcl")
    return any(
        syntax.tokens[s].tag == "WP" for c in clauses if (s := syntax.child(c, "nsubj", "nsubjpass")) is not None
    )


def _speaks_up(syntax: Syntax, index: int) -> bool:
    """Whether a noun is the subject of telling something: "the head of the choir said", "the heron told the crowd"."""
    token = syntax.tokens[index]
    if token.dep != "nsubj" or token.lemma in _NO_PERSONS:
        return False
    if token.lemma in _HEADS and syntax.tokens[token.head].lemma in SAYING:
        return True
    return syntax.tokens[token.head].lemma in _ADDRESSING and syntax.child(token.head, "dobj", "dative") is not None


def _explains(syntax: Syntax, index: int, persons: set[int]) -> bool:
    """Whether a noun stands beside the name of the one it means: "the mayor, X"."""
    children = syntax.children[index]
    if any(i in persons and syntax.tokens[i].dep in ("appos", "compound", "nmod") for i in children):
        return True
    first = syntax.tokens[index].head if syntax.tokens[index].dep == "conj" else index
    return first != index and syntax.tokens[first].dep == "appos" and syntax.tokens[first].head in persons


def _is_lost_subject(syntax: Syntax, index: int) -> bool:
    """Whether the model takes a subject for a circumstance: "Roth on Tuesday dodged a question"."""
    token = syntax.tokens[index]
    verb = syntax.tokens[token.head]
    finite = token.dep == "npadvmod" and token.entity == "PERSON" and verb.tag in ("VBD", "VBZ") and verb.dep == "ROOT"
    return finite and index < token.head and syntax.child(token.head, "nsubj", "nsubjpass") is None


def _owns(syntax: Syntax, index: int) -> bool:
    """Whether "’s" follows, whatever the model takes the name for."""
    return index + 1 < len(syntax.tokens) and syntax.word(index + 1) in ("’s", "'s")


def _leads(syntax: Syntax, index: int) -> bool:
    token = syntax.tokens[index]
    if token.dep in _SUBJECTS or _is_lost_subject(syntax, index):
        return True
    if token.dep == "poss" or _owns(syntax, index):
        return syntax.tokens[token.head].dep in _SUBJECTS
    return token.dep == "conj" and syntax.tokens[token.head].dep in _SUBJECTS


def _speaks(syntax: Syntax, index: int) -> bool:
    token = syntax.tokens[index]
    if token.dep == "pobj":
        return syntax.word(token.head) == "to" and syntax.word(syntax.tokens[token.head].head) == "according"
    verb = syntax.tokens[token.head]
    main = verb.dep not in ("advcl", "relcl", "acl", "pcomp")
    return token.dep == "nsubj" and main and verb.pos in ("VERB", "AUX") and verb.lemma in SAYING | CALLING
