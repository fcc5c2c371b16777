"""The least that a clause states: who does what to whom, without the asides around it, as a stretch of its own words.

What two articles tell alike is seldom a whole sentence of either. So of each clause told flatly every beginning
is looked at that still holds its verb and what it needs: "The court upheld the ban", then with its "on Monday". What is
left out only says more of the same; where it could turn the sense (a denial, a condition), nothing is.
"""

from collections.abc import Iterator, Sequence

from generator.language.frames import Frame
from generator.language.lexicon import word_class
from generator.language.tree import Syntax
from generator.language.verbs import SAYING
from generator.model.analysis import Token
from generator.model.text import Article
from generator.story.facts.clauses import Clause, is_whole, make_clause
from generator.story.facts.passages import Side, is_content

_BINDING = word_class("binding")
_FLAT = frozenset({"negation", "lack", "modal"})
_STANDING = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEEDED = frozenset({"dobj", "dative", "attr", "acomp", "oprd", "ccomp", "xcomp", "agent", "prt", "neg"})
_SUBJECTS = ("nsubj", "nsubjpass")
_SPARE = frozenset({"relcl", "acl", "appos"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_JOINING = word_class("time_marks") | word_class("ground_marks")
_AHEAD = frozenset({"prep", "npadvmod", "advmod", "advcl"})
_OPEN = frozenset({"a", "an"})
_POINTING = word_class("clause")
_ASKING = frozenset({"WRB", "WP", "WDT"})
# So many words that carry something, and so many words in all, make a statement that can be shown.
_LEAST_CONTENT, _LEAST, _MOST = 3, 4, 38


def find_statements(article: Article, side: Side) -> Iterator[tuple[Frame, Clause]]:
    """Each clause of an article that is told flatly, and each beginning of it that states as much as it needs to."""
    frames = side.telling.frames
    for frame in frames.all:
        subject = _subject(frames.tree, frame)
        if subject is None or not _is_flat(frames.tree, frame):
            continue
        first = min(frames.tree.subtree(subject)[0], *_before(frames.tree, frame))
        if not _is_begun(frames.tree, frame.verb, first):
            continue
        for last in sorted(set(_ends(frames.tree, frame))):
            clause = make_clause(article, side.analysis, frame.sentence, frame.verb, first, last)
            if clause is None:
                continue
            content = [t for t in side.analysis.tokens[clause.first : clause.last] if is_content(t)]
            leaning = any(_leans(t) for t in side.analysis.tokens[clause.first : clause.last])
            short = not leaning and _LEAST <= len(article.body[clause.start : clause.end].split()) <= _MOST
            if short and len(content) >= _LEAST_CONTENT and is_whole(side.analysis.tokens[clause.first : clause.last]):
                yield frame, clause


def _leans(token: Token) -> bool:
    """Whether a word takes its sense from what stands before the clause: "his offer", "that claim"."""
    return token.tag == "PRP$" or (token.dep == "det" and token.word in _POINTING)


def _subject(tree: Syntax, frame: Frame) -> int | None:
    """The noun before the verb that is its subject; a pronoun names nobody."""
    found = [c for c in tree.children[frame.verb] if tree.tokens[c].dep in ("nsubj", "nsubjpass")]
    return next((c for c in reversed(found) if tree.tokens[c].pos in _NOUNS), None)


def _is_flat(tree: Syntax, frame: Frame) -> bool:
    """Whether the article itself tells the clause, as something that is so."""
    token = tree.tokens[frame.verb]
    helpers = (tree.tokens[c] for c in tree.children[frame.verb] if tree.tokens[c].dep in ("aux", "auxpass"))
    finite = token.tag in _FINITE or any(helper.tag in _FINITE for helper in helpers)
    asked = token.dep == "ccomp" and any(
        tree.tokens[c].tag in _ASKING for c in tree.children[frame.verb] if c < frame.verb
    )
    return (
        finite
        and not asked
        and token.dep in _STANDING
        and all(
            scope.kind in _FLAT or (scope.kind == "report" and tree.tokens[scope.at].head == frame.verb)
            for scope in frame.scopes
        )
    )


def _before(tree: Syntax, frame: Frame) -> list[int]:
    """Where what is said begins, if it stands before the verb of saying; else the verb."""
    said = [c for c in tree.children[frame.verb] if tree.tokens[c].dep == "ccomp" and c < frame.verb]
    return [tree.subtree(c)[0] for c in said] or [frame.verb]


def _is_begun(tree: Syntax, verb: int, first: int) -> bool:
    """Whether a clause can begin at a token: the first, or one behind a stop, "and", "while", "on Monday"."""
    before = tree.tokens[first - 1]
    inside = first > tree.sentence_range(first).start
    if not inside or before.pos in ("PUNCT", "SPACE", "CCONJ") or before.word in _JOINING:
        return True
    return any(tree.tokens[c].dep in _AHEAD and tree.subtree(c)[1] == first for c in tree.children[verb])


def _ends(tree: Syntax, frame: Frame) -> Iterator[int]:
    """Where the clause may end: behind what it needs, and behind each further part of it."""
    verb = frame.verb
    joined = next((c for c in tree.children[verb] if c > verb and tree.tokens[c].dep in ("cc", "conj")), None)
    whole = tree.subtree(verb)[1]
    if _counts(tree, verb):
        yield whole
        return
    limit = whole if joined is None else joined
    parts = [c for c in tree.children[verb] if verb < c < limit and tree.tokens[c].dep != "punct"]
    if not parts:
        yield limit
        return
    ends = {part: min(tree.subtree(part)[1], limit) for part in parts}
    needed = [part for part in parts if _is_needed(tree, part)] or _first_of_matter(frame, parts)
    least = max(ends[part] for part in needed)
    yield from {max(ends.values()), limit}
    if frame.scopes or tree.tokens[verb].lemma in SAYING:
        return
    inner = {end for part in parts if ends[part] >= least for end in _inner(tree, part, ends[part])}
    for end in {*ends.values(), *inner}:
        whole = end >= least or end in _inner(tree, needed[-1], least)
        if whole and not any(t.lemma in _BINDING for t in tree.tokens[end:limit]):
            yield end


def _is_needed(tree: Syntax, part: int) -> bool:
    """Whether a verb says nothing yet without a part: "accused him of theft", "charged with having stolen"."""
    token = tree.tokens[part]
    return token.dep in _NEEDED or (
        token.dep == "prep" and (token.lemma == "of" or tree.child(part, "pcomp") is not None)
    )


def _first_of_matter(frame: Frame, parts: Sequence[int]) -> Sequence[int]:
    """Of a verb without an object the first part that says more than when: "called on Monday for a vote"."""
    times = [slot for slot in frame.slots if slot.role == "time"]
    rest = [part for part in parts if not any(slot.first <= part + 1 and part < slot.last for slot in times)]
    return (rest or parts)[:1]


def _counts(tree: Syntax, verb: int) -> bool:
    """Whether a verb's subject is counted and does more with another verb: only those who did both are so many."""
    shared = any(tree.tokens[c].dep == "conj" and tree.child(c, *_SUBJECTS) is None for c in tree.children[verb])
    subject = tree.child(verb, *_SUBJECTS)
    return shared and subject is not None and any(tree.tokens[n].pos == "NUM" for n in range(*tree.subtree(subject)))


def _inner(tree: Syntax, part: int, last: int) -> list[int]:
    """Ends before what only says more of the last noun: a remark on a name or on "a" thing."""
    noun = tree.child(part, "pobj") if tree.tokens[part].dep in ("prep", "agent") else part
    if noun is None or tree.subtree(noun)[1] != last:
        return []
    bare = tree.tokens[noun].pos == "PROPN" or any(tree.word(c) in _OPEN for c in tree.children[noun])
    spare = _SPARE | ({"prep"} if bare else set())
    return [
        tree.subtree(c)[0]
        for c in tree.children[noun]
        if c > noun and tree.tokens[c].dep in spare and (bare or tree.tokens[tree.subtree(c)[0] - 1].text == ",")
        if tree.tokens[c].lemma != "of"
    ]
