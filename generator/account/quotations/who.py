"""Which actor of the cast the words mean that name a quotation's speaker."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from generator.language.lexicon import word_class
from generator.language.verbs import HE_OR_SHE
from generator.matching.names import family_name, fold, gender_of, split_name
from generator.matching.rarity import is_common
from generator.model.actors import Actor, Cast, Form, Mention, Quotation
from generator.model.text import Passage

# What may follow a body's name without making it another: "the X news agency".
_OF_NEWS = r"\s(?:news|state|wire|press)"
_BODY_NOUNS = re.compile(
    rf"(?:{_OF_NEWS})+\sagency$|(?:{_OF_NEWS})*\s(?:newspaper|website|network|channel|government)$"
)
_RANK: dict[Form, int] = {"name": 0, "acronym": 1, "description": 2, "metonym": 3, "demonym": 4, "pronoun": 5}
# "A former NATO officer" without a name is no body.
_FORMER = re.compile(r"\b(?:former|ex|retired|senior)\b", re.I)
# No body speaks of itself so.
SELF = re.compile(r"\bI\b(?!\.)|\b[Mm]y\b")
# What makes a body's name another's: "… Board [president Ada Roth]", "Friends of Rivers [of the Elmet Hills]".
_GOES_ON = re.compile(r"\s(?:[a-z]+\s)?(?:the\s)?[A-Z]")
_JUNIOR = re.compile(r"\s(?:Jr\.?|Junior|II|III)$")
# "Mr. Roth", as nobody calls himself.
_TITLED = re.compile(r"\bM(?:r|rs|s)\.?\s([A-Z][\w-]+)")
# "The younger Roth" is one of two.
_OF_TWO = re.compile(r"\b(?:younger|elder|older)\s")
# So many names at the beginning may be of a headline, which gives surnames alone, and of the line below it.
_HEADED = 2
# Characters from one utterance to a pronoun right after it: "“…” But he".
_BESIDE = 12
# And from an utterance to the next of which "he" may be by the same speaker.
_NEAR = 200
_DEFINITE = word_class("definite")
_BODIES = word_class("org_heads")
# "The county Harbour Board" is one of many.
_LEVELS = word_class("of_state")
_PARTY_MEMBERS = word_class("party_member_nouns")
_OFFICES = word_class("offices")
_COURTESY = {"m": word_class("courtesy_male"), "f": word_class("courtesy_female")}
COURTESY = _COURTESY["m"] | _COURTESY["f"]


class People:
    """The cast's mentions in some articles by place, and its actors by the names used there."""

    def __init__(self, cast: Cast, articles: set[str]) -> None:
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        mentions = [m for m in cast.mentions if m.article in articles]
        for mention in sorted(mentions, key=lambda m: (m.article, m.start, -m.end)):
            self._mentions[mention.article].append(mention)
        self._starts = {article: [m.start for m in found] for article, found in self._mentions.items()}
        present = {mention.actor for mention in mentions}
        self._actors = {actor.id: actor for actor in cast.actors if actor.id in present}
        self._persons = [actor for actor in cast.actors if actor.kind == "person"]
        self._bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
        for actor in self._actors.values():
            for alias in actor.aliases:
                for article in articles.intersection(alias.articles):
                    self._bearers[article, alias.text].add(actor.id)

    def is_person(self, actor: str | None) -> bool:
        """Whether the id is a person's."""
        return actor in self._actors and self._actors[actor].kind == "person"

    def is_body(self, actor: str | None) -> bool:
        """Whether the id is a body's or a state's: others put its words for it."""
        return actor in self._actors and self._actors[actor].kind not in ("person", "group")

    def speaker(self, quotation: Quotation, earlier: Sequence[Quotation]) -> str | None:
        """The actor whom the quotation's naming words mean; `earlier` are the article's quotations before it."""
        if quotation.speaker_span is None:
            return None
        if quotation.speaker_text.lower() in HE_OR_SHE:
            # Whom it means the cast tells, and nobody else.
            actor = self._pronoun(quotation.passage.article, quotation.speaker_span)
            open_ = self._is_named_after(actor, quotation) or self._names(actor, quotation)
            open_ = open_ or self._is_told_by_another(actor, quotation)
            open_ = open_ or self._is_after_a_stranger(actor, quotation, earlier)
            return None if open_ or self._is_after_others(actor, quotation, earlier) else actor
        for words in quotation.speaker_names:
            actor = self._named(words)
            if actor is not None:
                role = " " in quotation.speaker_text and quotation.speaker_text[1:].islower()
                if role and self._is_named_after(actor, quotation):
                    return None
                return actor if self._may_speak(actor, quotation) else None
        return None

    def is_told_of(self, actor: str | None, quotation: Quotation) -> bool:
        """Whether the quoted words name a person in full who is taken for their speaker: a mark is lost there."""
        mentions = self._mentions.get(quotation.passage.article, ())
        own = [m.start for m in mentions if m.actor == actor and m.form == "name" and " " in m.text]
        told = any(a <= start < b for start in own for a, b in quotation.parts)
        titled = _TITLED.search(quotation.passage.quote) if quotation.way == "running" else None
        return self.is_person(actor) and (told or (titled is not None and self._name(actor).endswith(titled[1])))

    def _names(self, actor: str | None, quotation: Quotation) -> bool:
        """Whether the words themselves name whom "he" would mean: nobody speaks so of himself."""
        mentions = self._mentions.get(quotation.passage.article, ())
        own = [m for m in mentions if m.actor == actor and m.form == "name"]
        if SELF.search(quotation.passage.quote):
            # "I told them, Ada, go on": a first name proves nothing here.
            own = [m for m in own if fold(m.text.split()[-1]) == family_name(self._name(actor))]
        return any(a <= m.start < b for m in own for a, b in quotation.parts)

    def _name(self, actor: str | None) -> str:
        return self._actors[actor].name if actor in self._actors else ""

    def _is_named_after(self, actor: str | None, quotation: Quotation) -> bool:
        """Whether a pronoun's words go on to name its person: "he said the mayor's plan was “…”" (principle C)."""
        first = quotation.speaker_span[1] if quotation.speaker_span else quotation.passage.start
        mentions = self._until(quotation.passage.article, quotation.passage.start)
        return any(m.actor == actor and m.start >= first and m.form != "pronoun" for m in mentions)

    def _is_after_others(self, actor: str | None, quotation: Quotation, earlier: Sequence[Quotation]) -> bool:
        """Whether nobody knows who said the sentence right before, whom "he" may mean: "“…” But he said …"."""
        start, end = quotation.speaker_span or (0, 0)
        before = next((q for q in reversed(earlier) if q.direct and q.passage.end <= start), None)
        if before is None or end > quotation.passage.start or start - before.passage.end > _BESIDE:
            return False
        unknown = before.speech and not (before.speaker or before.told_as or before.way) and _is_whole(before)
        named = (m for m in self._until(before.passage.article, start) if m.actor == actor and m.form != "pronoun")
        return unknown and not any(m.end > before.passage.end for m in named)

    def _is_after_a_stranger(self, actor: str | None, quotation: Quotation, earlier: Sequence[Quotation]) -> bool:
        """Whether another person has spoken right before, known or not, and nothing names the actor since."""
        start, of = quotation.passage.start, {"he": "m", "she": "f"}.get(quotation.speaker_text.lower())
        told = [q for q in earlier if q.passage.end <= start and (q.speaker or q.told_as)]
        if told and not told[-1].direct:
            # "Roth said Holt believed …" is Roth's.
            told = [q for q in told if q.passage.end >= told[-1].passage.end][:1]
        before = told[-1] if told else None
        if before is None or before.speaker == actor or start - before.passage.end > _NEAR:
            return False
        named = before.direct and before.told_as[:1].isupper() and " " in before.told_as
        if before.speaker:
            named = self.is_person(before.speaker) and gender_of(split_name(self._name(before.speaker))[0]) in ("", of)
        here = self._until(before.passage.article, start)
        return named and not any(m.actor == actor and m.form == "name" and m.start > before.passage.end for m in here)

    def _is_told_by_another(self, actor: str | None, quotation: Quotation) -> bool:
        """Whether others tell what "he" said, who may be anybody they speak of, and he himself doesn't."""
        return bool(quotation.chain) and not any(
            self.bears(quotation.passage.article, name, actor) for name in quotation.chain
        )

    def _pronoun(self, article: str, span: tuple[int, int]) -> str | None:
        here = (m for m in self._until(article, span[1]) if (m.start, m.end) == span and m.form == "pronoun")
        return next((m.actor for m in here if self.is_person(m.actor) and not self._is_at_odds(m)), None)

    def _is_at_odds(self, pronoun: Mention) -> bool:
        """Whether an article calls somebody "he" more often than "she", as this pronoun does, or the reverse."""
        told = Counter(
            m.text.lower() for m in self._mentions[pronoun.article] if m.actor == pronoun.actor and m.form == "pronoun"
        )
        word = pronoun.text.lower()
        other = {"he": "she", "she": "he"}.get(word, "")
        return told[other] > told[word]

    def _may_speak(self, actor: str, quotation: Quotation) -> bool:
        """Whether an actor says things, and the article says who it is: a person by more than the surname."""
        known = self._actors[actor]
        if _is_garbled(known) or _OF_TWO.search(quotation.speaker_text):
            return False
        part = _is_part(known, quotation) or _is_one_of_several(known, quotation) or _is_whole_of(known, quotation)
        part = known.kind != "person" and part
        if part or (known.kind != "person" and _FORMER.search(quotation.speaker_text)):
            return False
        if known.kind == "group":
            return any(alias.text == quotation.speaker_text for alias in known.aliases)
        if known.kind != "person":
            return known.kind != "place"
        return any(
            quotation.passage.article in alias.articles and _tells_who(alias.text, known.name)
            for alias in known.aliases
        )

    def bears(self, article: str, name: str, actor: str | None) -> bool:
        """Whether the article calls the actor, and nobody else, by this name."""
        return actor is not None and self._bearers.get((article, name), set()) == {actor}

    def _named(self, words: Passage) -> str | None:
        """The actor whom a mention at the end of the words means, or the only one here that bears exactly this name."""
        name = _BODY_NOUNS.sub("", words.quote)
        # The model takes the sentence's full stop for a part of a short name: "said Ada Mo."
        end = words.start + len(name.removesuffix("."))
        mentions = [m for m in self._until(words.article, end) if m.end >= end and m.form != "pronoun"]
        if mentions:
            best = min(mentions, key=lambda m: (_RANK[m.form], m.start))
            of_body = name != words.quote and self.is_person(best.actor)
            return None if of_body or best.form == "demonym" or fold(best.text) in _PARTY_MEMBERS else best.actor
        # A son who bears his father's name is not meant by a surname that the cast gives nobody.
        alike = {actor for actor in self._by_surname(words.article, name) if not _JUNIOR.search(self._name(actor))}
        bearers = self._bearers.get((words.article, name), set()) | alike
        return next(iter(bearers)) if len(bearers) == 1 else None

    def _by_surname(self, article: str, name: str) -> set[str]:
        """The persons whom an article names in full, with a surname that stands alone or in capitals."""
        if not name.isupper() and (" " in name or not name[:1].isupper()):
            return set()
        persons = (a for a in self._actors.values() if a.kind == "person" and not _is_garbled(a))
        here = (a for a in persons if any(" " in alias.text and article in alias.articles for alias in a.aliases))
        return {actor.id for actor in here if family_name(actor.name) == fold(name)}

    def share(self, article: str, surname: str) -> bool:
        """Whether an article names several persons of a surname, so that alone it may be read as either's."""
        bare = _without_courtesy(surname)
        return " " not in bare and len(self._by_surname(article, bare)) > 1

    def is_of_a_namesake(self, actor: str | None, quotation: Quotation) -> bool:
        """Whether a bare surname follows the full name of somebody else who bears it."""
        article, surname = quotation.passage.article, _without_courtesy(quotation.speaker_text)
        if actor is None or " " in surname:
            return False
        if not self.share(article, self._name(actor).split()[-1]):
            return self._is_introduced_late(actor, quotation)
        if not self.share(article, surname):
            return False
        start = quotation.speaker_span[0] if quotation.speaker_span else 0
        fit = {a: _fit(self._name(a), quotation.speaker_text) for a in self._by_surname(article, surname)}
        alike = {actor, *(other for other in fit if fit[other] == max(fit.values()))}
        told = [m for m in self._mentions[article] if m.start < start and m.actor in alike and " " in m.text]
        if not told or told[-1].actor == actor:
            return False
        # "Mr. Roth" is the one of whom more articles tell.
        titled, other = surname != quotation.speaker_text, told[-1].actor
        return not titled or _told_in(self._actors[other]) >= _told_in(self._actors[actor])

    def _is_introduced_late(self, actor: str, quotation: Quotation) -> bool:
        """Whether a bare surname stands well before its bearer's full name: of another whom the event tells of."""
        named = [m for m in self._mentions[quotation.passage.article] if m.actor == actor and m.form == "name"]
        told = [m.start for m in named[:_HEADED] if _tells_who(m.text, self._name(actor))]
        start = quotation.speaker_span[0] if quotation.speaker_span else 0
        if not self.is_person(actor) or (told and told[0] < start):
            return False
        own, others = self._actors[actor], (other for other in self._persons if other.id != actor)
        alike = [other for other in others if family_name(other.name) == family_name(own.name)]
        return any(_told_in(other) + bool(told) >= _told_in(own) for other in alike)

    def is_garbled(self, actor: str | None) -> bool:
        """Whether another's full name ends a person's, into which a word before it has run: "Elmet Ada Roth"."""
        name = self._name(actor)
        return any(" " in other.name and name.endswith(" " + other.name) for other in self._persons)

    def is_lesser(self, actor: str | None, quotation: Quotation) -> bool:
        """Whether "the secretary" may be another: the Secretary of Ports, where the actor is a press secretary."""
        the, _, role = quotation.speaker_text.lower().partition(" ")
        if the != "the" or not role.isalpha() or not self.is_person(actor):
            return False
        told = {
            (other.id, words.index(role) > 0)
            for other in self._actors.values()
            for description in other.descriptions
            if description.passage.article == quotation.passage.article
            and role in (words := description.text.lower().split())
        }
        return (actor, True) in told and (actor, False) not in told and any(not behind for _, behind in told)

    def told(self, article: str, start: int, end: int) -> set[str]:
        """The actors but places whom an article names between two offsets, by pronouns too."""
        here = (m.actor for m in self._mentions.get(article, ()) if start <= m.start < end)
        return {actor for actor in here if actor in self._actors and self._actors[actor].kind != "place"}

    def _until(self, article: str, end: int) -> list[Mention]:
        """The mentions that begin before `end`, near it, in text order."""
        starts = self._starts.get(article, [])
        # A mention is a few words long; what begins far before cannot reach it.
        return self._mentions.get(article, [])[bisect_left(starts, end - 200) : bisect_left(starts, end)]


def _without_courtesy(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.rstrip(".").lower() in COURTESY else name


def _fit(name: str, words: str) -> int:
    """Whether a courtesy title is of the gender that a first name tells (1), of the other (-1), or open (0)."""
    title, gender = words.partition(" ")[0].rstrip(".").lower(), gender_of(split_name(name)[0])
    return 0 if not gender or title not in COURTESY else 1 if title in _COURTESY[gender] else -1


def _told_in(actor: Actor) -> int:
    return len({article for alias in actor.aliases for article in alias.articles})


def _is_garbled(actor: Actor) -> bool:
    """Whether a name doubles a word, or has run into the office behind it: "Ada Ada Roth", "Ada Roth CEO"."""
    words = actor.name.split()
    titled = actor.kind == "person" and words[-1].isupper() and words[-1].lower() in _OFFICES
    return titled or any(one == other for one, other in pairwise(words))


def _is_part(body: Actor, quotation: Quotation) -> bool:
    """Whether a longer name follows that of a body: "Department of Works Office of Accounts" is not the department."""
    forms = (alias.text for alias in body.aliases if quotation.passage.article in alias.articles)
    named = max((form for form in forms if form in quotation.speaker_text), key=len, default="")
    return bool(named) and _GOES_ON.match(quotation.speaker_text.partition(named)[2]) is not None


def _is_one_of_several(body: Actor, quotation: Quotation) -> bool:
    """Whether a word before a body's name tells which of its kind it is: "the Ruritanian Coast Guard"."""
    before, named, _ = quotation.speaker_text.rpartition(body.name)
    word = before.split()[-1] if before.strip() else ""
    told = (word[:1].isupper() and "-" not in word and word.lower() not in _DEFINITE) or word in _LEVELS
    told = told and bool(quotation.told_as)
    return bool(named) and told and all(is_common(part) for part in fold(body.name).split())


def _is_whole_of(body: Actor, quotation: Quotation) -> bool:
    """Whether the words name what a body is only a part of: "Elmet College" is not Elmet College Hospital."""
    words, name = quotation.speaker_text.lower().removeprefix("the "), body.name.lower()
    return name.startswith(f"{words} ") and {words.split()[-1], name.split()[-1]} <= _BODIES


def _is_whole(quotation: Quotation) -> bool:
    """Whether the quoted words are a sentence."""
    first, last = quotation.parts[0][0] - quotation.passage.start, quotation.parts[-1][1] - quotation.passage.start
    return quotation.passage.quote[first].isupper() and quotation.passage.quote[:last].rstrip()[-1] in ".?!"


def _tells_who(form: str, name: str) -> bool:
    """Whether a form is more than a surname: a first name or an office with it, not "Mrs." alone."""
    words = form.split()
    return (
        form == name.split(maxsplit=1)[0] != name
        or len(words) > 2
        or (len(words) == 2 and words[0].rstrip(".").lower() not in COURTESY)
    )
