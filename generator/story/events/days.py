"""On which day an event was: the happening that its title names, as far as its articles say."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import chain

from generator.model.periods import is_day, period
from generator.model.story import Dating, Headline, Phrase
from generator.model.text import Article
from generator.story.events.headlines import headline, held_share, is_of_title

# So many articles that put it on one day outweigh another that does not.
_SURE = 3
# So much of a title is in the clause that tells what it says, in its own article and in another.
_TITLED, _ELSEWHERE = 0.4, 0.5
# So many letters of a verb are in all of its forms.
_ROOT = 4


def event_date(
    articles: Sequence[Article], datings: Mapping[str, Dating], titles: Sequence[Headline]
) -> tuple[str, tuple[Phrase, ...]]:
    """The day of the happening that the first of `titles` names, else, with "?", the day of the first report; and why.

    It is the day that more than half of the articles give; or that of the clause that tells what the title says, in its
    own article or in another; or the one that most name, or half tell of and none against them, or that of the first
    report. A day still to come when all were published is none of theirs, nor is one of which half of them, earlier,
    know nothing; a date that is no day claims none.
    """
    known = [datings[a.id] for a in articles if datings[a.id].story]
    if not known:
        return "", (Phrase("why_no_date"),)
    title, own, given = titles[0], datings[titles[0].article], [datings[a.id] for a in articles]
    heading = [own, *(datings[a.id] for a in articles if is_of_title(title.text, headline(a)))]
    day = ("" if own.told else _titled_day(title, [own], _ELSEWHERE)) or told_day(given)
    day = day or _own_day(title, own, given) or _others_day(title, own, given)
    day = day or _named_day(own, given) or _done_day(titles, heading, given) or _reported_day(given)
    if day and not _is_to_come(day, given) and not _is_aside(day, titles, articles, datings):
        return day, (*_giving(articles, datings, day), *_against(articles, datings, day))
    coarse = [d for d in known if d.told == d.story and not is_day(d.story)] or [
        d for d in known if not is_day(d.story)
    ]
    if len(coarse) == len(known):
        finest = _finest([d.story for d in coarse])
        giving = [a for a in articles if datings[a.id].story == finest]
        return finest, tuple(chain.from_iterable(_sourced(a, datings[a.id].story_because, articles) for a in giving))
    # Who has the same headline told it too, and in time; the titled article may be of a day later.
    reported = date.fromordinal(_first(heading) or _first(known)).isoformat()
    reason = Phrase("why_reported" if len(articles) > 1 else "why_reported_one", {"date": reported})
    return f"{reported}?", (reason, *_against(articles, datings, ""))


def told_day(datings: Sequence[Dating]) -> str:
    """The day that more than half of the articles give; if one gives another, at least three."""
    told = {d.told for d in datings if is_day(d.told)}
    done = {d.told for d in datings if is_day(d.told) and not d.said}
    # Who announces it for the day on which others tell it tells it too, whatever else he tells of the day before; and
    # so does who says when he was told of it, if he names that day.
    votes = Counter(_vote(d, told, done) for d in datings if {d.told, d.announced} & told)
    best = min(votes, key=lambda day: (-votes[day], day), default="")
    contested = len(votes) > 1 and votes[best] < _SURE
    return best if 2 * votes[best] > len(datings) and not contested else ""


def _titled_day(title: Headline, datings: Sequence[Dating], least: float) -> str:
    """The day of the clause in which an article tells most of what the title says, if it does and none part on it."""
    shares = {clause: held_share(title.text, clause.words) for dating in datings for clause in dating.clauses}
    most = max(shares.values(), default=0)
    days = {clause.day for clause, share in shares.items() if share == most}
    return days.pop() if most >= least and len(days) == 1 else ""


def _own_day(title: Headline, own: Dating, datings: Sequence[Dating]) -> str:
    """The day that `own` gives for what the title says; if as many tell of another alone, only if it says that most."""
    day = _titled_day(title, [own], _TITLED) or (own.told if own.headed else "")
    others = [d for d in datings if d.told and not d.said and day not in given_days(d)]
    is_parted = bool(others) and len(others) >= sum(d.told == day for d in datings)
    is_sure = _titled_day(title, [own], _ELSEWHERE) == day and not _titled_day(title, others, _TITLED)
    return day if is_sure or not is_parted else ""


def _others_day(title: Headline, own: Dating, datings: Sequence[Dating]) -> str:
    """Where `own` gives no day: the one that others give as its own, in the clause that tells what the title says."""
    day = "" if own.told else _titled_day(title, [d for d in datings if not d.said], _ELSEWHERE)
    return day if day in {dating.told for dating in datings} else ""


def _done_day(titles: Sequence[Headline], heading: Sequence[Dating], datings: Sequence[Dating]) -> str:
    """The one day on which any tell the story as done, and one `heading` what the title says.

    If it was over when any was published, its clause also tells some of what `titles` say.
    """
    done = [d for d in datings if d.told and not d.said]
    is_one = len({d.told for d in done}) == 1 and any(d in done for d in heading)
    if not is_one:
        return ""
    day, clauses = done[0].told, chain.from_iterable(d.clauses for d in done)
    is_titled = any(c.day == day and held_share(t.text, c.words) for c in clauses for t in titles)
    return day if is_titled or not all(day < d.published for d in datings) else ""


def _reported_day(datings: Sequence[Dating]) -> str:
    """The day of the first report, if no other is given as the story's, or named at all, and no earlier one named."""
    told, first = {d.told for d in datings} - {""}, min(d.published for d in datings)
    named = set(chain.from_iterable(given_days(d) for d in datings))
    return first if {first} in (told, named) and first == min(named) else ""


def _is_to_come(day: str, datings: Sequence[Dating]) -> bool:
    """Whether all were published before a day, or half of them were and name it nowhere."""
    early = [d for d in datings if is_day(d.published) and d.published < day]
    return len(early) == len(datings) or 2 * sum(day not in given_days(d) for d in early) >= len(datings)


def _is_aside(day: str, titles: Sequence[Headline], articles: Sequence[Article], datings: Mapping[str, Dating]) -> bool:
    """Whether a day is that of one article's own matter: no other names it, or tells what that one tells of it.

    And no title has much of what was on this day, or most of it if another puts its story on another.
    """
    giving = [datings[a.id] for a in articles if day in given_days(datings[a.id])]
    others = [a for a in articles if datings[a.id] not in giving]
    if len(giving) != 1 or giving[0].said or not others:
        return False
    told = [clause for clause in giving[0].clauses if clause.day == day]
    forms = [form for c in told[:1] for form in (*c.verb, *filter(str.istitle, c.text.split()))]
    begun = "|".join(re.escape(form[: max(_ROOT, len(form) - 3)]) for form in forms)
    if not told or any(re.search(rf"\b(?:{begun})", other.body, re.I) for other in others):
        return False
    share = max((held_share(t.text, clause.words) for t in titles for clause in told), default=0)
    return share <= _ELSEWHERE if any(datings[a.id].told for a in others) else share < _TITLED


def _vote(dating: Dating, told: Collection[str], done: Collection[str]) -> str:
    earlier = [day for day in dating.named if day in done and day < dating.told] if dating.said else []
    return dating.announced if dating.announced in told else max(earlier, default=dating.told)


def _named_day(own: Dating, datings: Sequence[Dating]) -> str:
    """Where leads part: the day that most articles name, more than half, if one gives it or all name it; `own` too.

    What all but an `own` that names none name, or three, is what they tell of.
    """
    named = Counter(chain.from_iterable(given_days(d) for d in datings)).most_common(2)
    day, count = named[0] if named else ("", 0)
    if not 2 * count > len(datings) > 1 or any(n == count for _, n in named[1:]):
        return ""
    held, is_all = given_days(own), count == len(datings)
    if len(datings) > 2 and day < own.published and not held and count >= min(_SURE, len(datings) - 1):
        return day
    is_own = day in (held or {own.published}) and (own.told or own.announced) in ("", day)
    told = {d.told for d in datings if not d.said} - {""}
    is_past = (is_all and not told) or (day in told and (len(told) == 1 or count >= _SURE))
    return day if is_own and is_past else ""


def given_days(dating: Dating) -> set[str]:
    """The days that an article's first sentences name, of whatever."""
    return {dating.told, dating.announced, *dating.named} - {""}


def _first(datings: Sequence[Dating]) -> int:
    """The first day on which any may have been written, or 0."""
    return min((span.low for d in datings if (span := period(d.published or d.story))), default=0)


def _finest(dates: Sequence[str]) -> str:
    """The date that most give, the finer and then the earlier on a tie."""
    votes = Counter(dates)
    return min(votes, key=lambda s: (-votes[s], p.days if (p := period(s)) else 10**7, s))


def _giving(articles: Sequence[Article], datings: Mapping[str, Dating], day: str) -> tuple[Phrase, ...]:
    """Who gives a day: the words of the first article that tells of it, else the articles that name it."""
    for article in articles:
        dating = datings[article.id]
        texts = {c.day: c.text for c in dating.clauses} if not dating.told else {dating.told: dating.words}
        if words := texts.get(day):
            said = (Phrase("why_in_article", {"words": words, "date": dating.published}),)
            return _sourced(article, said, articles)
        if dating.told == day:
            return _sourced(article, dating.story_because, articles)
    return tuple(_gives(a, day) for a in articles if day in given_days(datings[a.id]))


def _against(articles: Sequence[Article], datings: Mapping[str, Dating], day: str) -> tuple[Phrase, ...]:
    """What speaks against a day: the articles whose first sentences give another."""
    others = [(a, datings[a.id].told) for a in articles if is_day(datings[a.id].told) and datings[a.id].told != day]
    return tuple(_gives(a, other) for a, other in others)


def _gives(article: Article, day: str) -> Phrase:
    return Phrase("why_gives", {"article": _called(article), "date": day})


def _sourced(article: Article, said: tuple[Phrase, ...], articles: Sequence[Article]) -> tuple[Phrase, ...]:
    return (Phrase("why_source", {"article": _called(article)}), *said) if len(articles) > 1 and said else said


def _called(article: Article) -> str:
    title = headline(article)
    return article.outlet or (f"“{title}”" if title else article.id)
