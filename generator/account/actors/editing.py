"""The editor's word on who is who: entries that join, rename and add, names kept apart, names that are no actor."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import Candidate, plain_candidate
from generator.account.actors.spans import Span
from generator.matching.names import fold, is_acronym
from generator.model.actors import Form
from generator.model.analysis import Analysis
from generator.model.decisions import ActorDecision, Decisions, NeverMerge, NotAnActor, Place
from generator.model.site import Problem
from generator.model.text import Article


def apply_decisions(
    drafts: list[Draft], decisions: Decisions, articles: Sequence[Article], analyses: Mapping[str, Analysis]
) -> tuple[list[Draft], list[Problem]]:
    """The drafts as the editor wants them, and an error for every decision that no article fits any more."""
    problems: list[Problem] = _contradictions(decisions)
    for apart in decisions.never_merge:
        drafts, problem = _keep_apart(drafts, apart)
        problems += problem
    for decision in decisions.actors:
        drafts, problem = _enter(drafts, decision, articles, analyses)
        problems += problem
    for unwanted in decisions.not_actors:
        drafts, problem = _leave_out(drafts, unwanted)
        problems += problem
    return [draft for draft in drafts if draft.mentions], problems


def _stale(place: Place, message: str) -> list[Problem]:
    remedy = "Correct the spelling to what the articles have, or remove the entry."
    return [Problem(severity="error", file=place.file, line=place.line, message=message, remedy=remedy)]


def _contradictions(decisions: Decisions) -> list[Problem]:
    """Two entries that claim one name, or an entry that joins names which must never be merged."""
    problems = []
    claimed: dict[str, ActorDecision] = {}
    for decision in decisions.actors:
        for form in _forms(decision):
            earlier = claimed.setdefault(form, decision)
            if earlier is not decision:
                problems += _conflict(decision.place, f"“{decision.name}” and “{earlier.name}” both claim “{form}”.")
    for apart in decisions.never_merge:
        for one, other in combinations(apart.names, 2):
            owner = claimed.get(fold(one))
            if owner is not None and owner is claimed.get(fold(other)):
                problems += _conflict(
                    apart.place, f"“{one}” and “{other}” must not be merged, but an entry joins them."
                )
    return problems


def _conflict(place: Place, message: str) -> list[Problem]:
    remedy = "Keep one of the two."
    return [Problem(severity="error", file=place.file, line=place.line, message=message, remedy=remedy)]


def _forms(decision: ActorDecision) -> list[str]:
    return list(dict.fromkeys(fold(form) for form in (decision.name, *decision.aliases)))


def _bearers(drafts: Iterable[Draft], form: str) -> list[Draft]:
    return [d for d in drafts if fold(d.name) == form or any(c.key == form for c, _ in d.mentions)]


def _keep_apart(drafts: list[Draft], apart: NeverMerge) -> tuple[list[Draft], list[Problem]]:
    problems = []
    for name in apart.names:
        if not _bearers(drafts, fold(name)):
            problems += _stale(apart.place, f"No article names “{name}”, which is to be kept apart.")
    result = []
    for draft in drafts:
        names = [n for n in apart.names if any(c.key == fold(n) for c, _ in draft.mentions)]
        result += _split(draft, names) if len(names) > 1 else [draft]
    return result, problems


def _split(draft: Draft, names: Sequence[str]) -> list[Draft]:
    """One draft a name; a mention under another form goes to the name that its article uses, else to the first."""
    users: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for article in sorted({c.article for c, _ in draft.mentions if c.key == fold(name)}):
            users[article].append(name)
    parts: dict[str, list[tuple[Candidate, Form]]] = {name: [] for name in names}
    for candidate, form in draft.mentions:
        own = next((name for name in names if candidate.key == fold(name)), None)
        parts[own or (users[candidate.article] or list(names))[0]].append((candidate, form))
    return [Draft(name=name, kind=draft.kind, mentions=mentions) for name, mentions in parts.items()]


def _enter(
    drafts: list[Draft], decision: ActorDecision, articles: Sequence[Article], analyses: Mapping[str, Analysis]
) -> tuple[list[Draft], list[Problem]]:
    """Join all that bear the entry's names under it; names that the machine overlooked are looked up in the text."""
    forms = _forms(decision)
    joined = [draft for draft in drafts if _stands_for(draft, forms, drafts)]
    rest = [draft for draft in drafts if not any(draft is j for j in joined)]
    mentions = [mention for draft in joined for mention in draft.mentions] + _claimed(rest, forms)
    found = _overlooked(decision, mentions, articles, analyses)
    for draft in rest:
        draft.mentions = [m for m in draft.mentions if not _overlaps(m[0], found)]
    mentions += [(c, "acronym" if is_acronym(c.text) else "name") for c in found]
    if not mentions:
        return drafts, _stale(decision.place, f"No article has “{decision.name}” or one of its other names.")
    kinds = Counter(draft.kind for draft in joined for _ in draft.mentions)
    entry = Draft(
        name=decision.name,
        kind=decision.kind or (kinds.most_common(1)[0][0] if kinds else "organisation"),
        mentions=mentions,
        known=list(decision.aliases),
        decision=decision,
    )
    return [*rest, entry], []


def _stands_for(draft: Draft, forms: Sequence[str], drafts: Sequence[Draft]) -> bool:
    """Whether an entry means a draft: by its name, by a longer form, or by a short form that no other draft bears."""
    if draft.decision is not None:
        return False
    if fold(draft.name) in forms:
        return True
    keys = {c.key for c, _ in draft.mentions}
    return any(form in keys and (forms.index(form) == 0 or len(_bearers(drafts, form)) == 1) for form in forms)


def _claimed(rest: Sequence[Draft], forms: Sequence[str]) -> list[tuple[Candidate, Form]]:
    """Mentions under the entry's longer names that the machine gave to others."""
    longer = {form for form in forms if " " in form}
    taken = []
    for draft in rest:
        if draft.decision is None:
            taken += [m for m in draft.mentions if m[0].key in longer]
            draft.mentions = [m for m in draft.mentions if m[0].key not in longer]
    return taken


def _overlooked(
    decision: ActorDecision,
    mentions: Sequence[tuple[Candidate, Form]],
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
) -> list[Candidate]:
    """The entry's names where they stand in the article text but no mention of it is."""
    known = {candidate.key for candidate, _ in mentions}
    missing = [form for form in (decision.name, *decision.aliases) if fold(form) not in known]
    found: list[Candidate] = []
    for article in articles:
        for form in sorted(missing, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", article.body):
                candidate = _at(article, analyses[article.id], match.start(), match.end())
                own = [c for c, _ in mentions if c.article == article.id]
                if candidate is not None and not _overlaps(candidate, [*own, *found]):
                    found.append(candidate)
    return found


def _at(article: Article, analysis: Analysis, start: int, end: int) -> Candidate | None:
    """A candidate for the words at these offsets, or None outside the article's own text."""
    number = analysis.sentence_at(start)
    if number is None:
        return None
    sentence = analysis.sentences[number]
    inside = [i for i in range(sentence.first, sentence.last) if start <= analysis.tokens[i].start < end]
    if not inside:
        return None
    span = Span(
        article=article.id,
        first=inside[0],
        last=inside[-1] + 1,
        start=start,
        end=end,
        text=article.body[start:end],
        sentence=number,
    )
    return plain_candidate(span, analysis, article.body)


def _overlaps(candidate: Candidate, others: Iterable[Candidate]) -> bool:
    return any(o.article == candidate.article and o.start < candidate.end and candidate.start < o.end for o in others)


def _leave_out(drafts: list[Draft], unwanted: NotAnActor) -> tuple[list[Draft], list[Problem]]:
    form = fold(unwanted.name)
    if not _bearers(drafts, form):
        return drafts, _stale(unwanted.place, f"No article names “{unwanted.name}”, which is said to be no actor.")
    for draft in drafts:
        if fold(draft.name) == form:
            draft.mentions = []
        draft.mentions = [m for m in draft.mentions if m[0].key != form]
    return drafts, []
