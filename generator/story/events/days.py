"""On which day an event was: the happening that its title names, as far as its articles say."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import chain

from generator.model.periods import is_day, period
from generator.model.story import Dating, Phrase
from generator.model.text import Article
from generator.story.events.headlines import headline

# So many articles that put it on one day outweigh another that does not.
_SURE = 3
# Two may name one day by chance.
_PAIR = 2


def event_date(
    articles: Sequence[Article], datings: Mapping[str, Dating], titled: str, telling: Sequence[str]
) -> tuple[str, tuple[Phrase, ...]]:
    """The day of the happening that the article `titled` names, else, with "?", the day of the first report; and why.

    It is the day that more than half of the articles give, or of those `telling` of that happening; or the one that the
    titled article gives for what its headline says; or the one that most name, or for which most announce what none
    tells as done. A date that is no day claims none.
    """
    known = [datings[a.id] for a in articles if datings[a.id].story]
    if not known:
        return "", (Phrase("why_no_date"),)
    own, given = datings[titled], [datings[a.id] for a in articles]
    alike = [datings[name] for name in telling] if len(telling) > 1 else []
    far = _shared([d.far for d in given]) if all(d.said for d in given if d.told) else ""
    day = far or told_day(given, own.told) or told_day(alike, own.told) or (own.told if own.headed else "")
    day = day or _headed_day(own, alike) or _named_day(own, given) or _sole_day(given)
    day = day or ("" if any(d.told for d in given) else _shared([d.announced for d in given]))
    if day:
        return day, (*_giving(articles, datings, day), *_against(articles, datings, day))
    coarse = [d for d in known if d.told == d.story and not is_day(d.story)] or [
        d for d in known if not is_day(d.story)
    ]
    if len(coarse) == len(known):
        finest = _finest([d.story for d in coarse])
        giving = [a for a in articles if datings[a.id].story == finest]
        return finest, tuple(chain.from_iterable(_reason(a, datings[a.id], articles) for a in giving))
    # Who reports it first reports it in time; the titled article may be of a day later.
    first = min(span.low for d in known if (span := period(d.published or d.story)))
    reported = date.fromordinal(first).isoformat()
    if any(d.published == _fresh(own) for d in given):
        reported = _fresh(own)
    reason = Phrase("why_reported" if len(articles) > 1 else "why_reported_one", {"date": reported})
    return f"{reported}?", (reason, *_against(articles, datings, ""))


def told_day(datings: Sequence[Dating], favoured: str = "") -> str:
    """The day that more than half of the articles give; if one gives another, at least three, or the `favoured` one."""
    told = {d.told for d in datings if is_day(d.told)}
    done = {d.told for d in datings if is_day(d.told) and not d.said}
    # Who announces it for the day on which others tell it tells it too, whatever else he tells of the day before; and
    # so does who says when he was told of it, if he names that day.
    votes = Counter(_vote(d, told, done) for d in datings if {d.told, d.announced} & told)
    best = min(votes, key=lambda day: (-votes[day], day), default="")
    contested = len(votes) > 1 and votes[best] < _SURE and best != favoured
    return best if 2 * votes[best] > len(datings) and not contested else ""


def _sole_day(datings: Sequence[Dating]) -> str:
    """The one day that all articles name; or that any do, if most of them, or one tells the story as done on it."""
    named = Counter(chain.from_iterable(given_days(d) for d in datings))
    by_all = [day for day, count in named.items() if count == len(datings) > _PAIR]
    day = by_all[0] if len(by_all) == 1 else next(iter(named), "")
    telling = 2 * named[day] > len(datings) > _PAIR or any(_fresh(d) and not d.said for d in datings)
    first = min((d.published for d in datings), default="")
    return day if (len(by_all) == 1 or len(named) == 1) and telling and day <= first else ""


def _shared(days: Sequence[str]) -> str:
    """The day that more than half of several articles give, or ""."""
    best, count = Counter(days).most_common(1)[0]
    return best if 2 * count > len(days) > 1 else ""


def _vote(dating: Dating, told: Collection[str], done: Collection[str]) -> str:
    earlier = [day for day in dating.named if day in done and day < dating.told] if dating.said else []
    return dating.announced if dating.announced in told else max(earlier, default=dating.told)


def _headed_day(own: Dating, alike: Sequence[Dating]) -> str:
    """Where `own` names no day: what another of its happening gives for what its headline says, if none parts."""
    told = {d.told for d in alike} - {""}
    return told.pop() if len(told) == 1 and any(d.headed for d in alike) and not given_days(own) else ""


def _named_day(own: Dating, datings: Sequence[Dating]) -> str:
    """Where leads part: the day that most articles name, more than half, if one gives it or all name it; `own` too.

    What three or more name, all but perhaps an `own` that names none, is what they tell of, even if `own` gives the
    day of what came after it.
    """
    named = Counter(chain.from_iterable(given_days(d) for d in datings)).most_common(2)
    day, count = named[0] if named else ("", 0)
    if not 2 * count > len(datings) > 1 or any(n == count for _, n in named[1:]):
        return ""
    held, is_all = given_days(own), count == len(datings)
    if len(datings) > 2 and day < own.published:
        is_before = is_all and not own.headed and day < own.told
        if is_before or (not held and count >= min(_SURE, len(datings) - 1)):
            return day
    is_own = day in (held or {own.published}) and (_fresh(own) or own.announced) in ("", day)
    told = {d.told for d in datings} - {""}
    is_past = (is_all and own.announced != day and not told) or day in told
    return day if is_own and is_past else ""


def _fresh(dating: Dating) -> str:
    """The day that an article gives, if it is that of its publication or the one before; further back is background."""
    told, published = period(dating.told), period(dating.published)
    return dating.told if told and published and told.days == 1 and published.high - told.low <= 1 else ""


def given_days(dating: Dating) -> set[str]:
    """The days that an article's first sentences name, of whatever."""
    return {dating.told, dating.announced, *dating.named} - {""}


def _finest(dates: Sequence[str]) -> str:
    """The date that most give, the finer and then the earlier on a tie."""
    votes = Counter(dates)
    return min(votes, key=lambda s: (-votes[s], p.days if (p := period(s)) else 10**7, s))


def _giving(articles: Sequence[Article], datings: Mapping[str, Dating], day: str) -> tuple[Phrase, ...]:
    giving = [a for a in articles if datings[a.id].told == day]
    if not giving:
        return tuple(_gives(a, day) for a in articles if day in given_days(datings[a.id]) | {datings[a.id].far})
    stated = [a for a in giving if a.published and datings[a.id].story == day]
    said = [_reason(a, datings[a.id], articles) for a in (stated[:1] or giving) if datings[a.id].story == day]
    return tuple(chain.from_iterable(said)) or tuple(_gives(a, day) for a in giving[:1])


def _against(articles: Sequence[Article], datings: Mapping[str, Dating], day: str) -> tuple[Phrase, ...]:
    """What speaks against a day: the articles whose first sentences give another."""
    others = [(a, datings[a.id].told) for a in articles if is_day(datings[a.id].told) and datings[a.id].told != day]
    return tuple(_gives(a, other) for a, other in others)


def _gives(article: Article, day: str) -> Phrase:
    return Phrase("why_gives", {"article": _called(article), "date": day})


def _reason(article: Article, dating: Dating, articles: Sequence[Article]) -> tuple[Phrase, ...]:
    alone = len(articles) == 1 or not dating.story_because
    said = dating.story_because
    return said if alone else (Phrase("why_source", {"article": _called(article)}), *said)


def _called(article: Article) -> str:
    title = headline(article)
    return article.outlet or (f"“{title}”" if title else article.id)
