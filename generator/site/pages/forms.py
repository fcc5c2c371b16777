"""Why a form of a name is taken for a person: what a reader can see for himself in the names and in the articles."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from generator.matching.names import compare_full_names, compare_given, family_name, is_given_name, split_name
from generator.model.actors import Actor, Alias
from generator.site.pages.lookup import Lookup

# "Ada Berg of Velt", "Ada Berg (R-Velt)", "Ada Berg, R-Velt": what stands behind a name is no part of it.
_BEHIND = re.compile(r"(?:,| \(| of (?=[A-Z])).*$")
_BEFORE = re.compile(r"(?:(?P<own>\b[\w’'-]+) )?\b(?P<first>[\w’'-]+) (?:\w\. )?\Z")
_NEAR = 120  # characters that two words and an initial take at most


def why(actor: Actor, form: Alias, lookup: Lookup) -> str:
    """The key of the phrase that says why a form is this person's, or "" where nothing needs or can be said."""
    if actor.kind != "person" or form.text == actor.name or not form.articles:
        return ""
    name = split_name(actor.name)
    text = _BEHIND.sub("", form.text)
    text = text if split_name(text)[-1:] == name[-1:] else form.text
    words = split_name(text)
    if not words or not name:
        return ""
    if len(words) > 1 and (key := _whole(words, name, actor.name)):
        return key if text == form.text else "form_titled"
    family = split_name(family_name(actor.name))
    is_bare = words[-len(family) :] == family and not any(map(is_given_name, words[: -len(family)]))
    if not is_bare or _others(actor, family[-1], form.articles, lookup):
        return ""
    whole = {a for other in actor.aliases if _is_whole(other.text, actor.name) for a in other.articles}
    return "form_family" if set(form.articles) <= whole else "form_matter"


def _whole(words: Sequence[str], name: Sequence[str], canonical: str) -> str:
    """How a name of two words or more, a title before it perhaps, relates to the person's."""
    if "".join(words) == "".join(name):
        return "form_spelt"
    if tuple(words[-len(name) :]) == tuple(name):
        return "form_titled"
    first = next((n for n, word in enumerate(words) if compare_given(word, name[0]).relation != "different"), 0)
    words = words[first:]
    if len(words) < 2 or compare_full_names(" ".join(words), canonical).relation != "same":
        return ""
    if words[0] == name[0] and words[-1] == name[-1]:
        return "form_middle"
    is_spelt = words[-1] != name[-1] or Levenshtein.distance(words[0], name[0]) <= 1
    return "form_like" if is_spelt else "form_short"


def _is_whole(form: str, name: str) -> bool:
    words = split_name(form)
    return len(words) > 1 and bool(_whole(words, split_name(name), name))


def _others(actor: Actor, family: str, articles: Sequence[str], lookup: Lookup) -> bool:
    """Whether an article names somebody else of the family name: in the glossary, or by a first name before it."""
    namesakes = (other for other in lookup.families.get(family, ()) if other.id != actor.id)
    if any(set(alias.articles) & set(articles) for other in namesakes for alias in other.aliases):
        return True
    own = {word for alias in (actor.name, *(alias.text for alias in actor.aliases)) for word in split_name(alias)}
    found = (m for a in articles for m in _before(family, lookup.articles[a].body))
    # "Ada Maria Flint" is no Maria Flint.
    firsts = {m["first"].lower() for m in found if (m["own"] or "").lower() not in own}
    return any(first not in own and is_given_name(first) for first in firsts)


def _before(family: str, body: str) -> Iterator[re.Match[str]]:
    """What may be a first name before each place of a family name, and the word before that."""
    end = 0
    for place in re.finditer(rf"{re.escape(family)}\b", body, re.IGNORECASE):
        found = _BEFORE.search(body, max(end, place.start() - _NEAR), place.start())
        if found:
            end = place.end()
            yield found
