"""The ordered list of steps from a content folder to a Site: the one place that knows them all."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import msgspec

from generator.account.actors import Casting, find_cast
from generator.account.claims import read_claims
from generator.account.dates import date_articles, find_date_mentions, resolve_dates
from generator.account.quantities import find_quantities
from generator.account.quotations import find_quotations
from generator.account.quotations.speakers import name_speakers
from generator.build.cache import DiskCache, cache_folder
from generator.content.articles import read_articles
from generator.content.editorial import read_decisions
from generator.content.readings import ReadingsRead, read_readings
from generator.content.settings import Settings, content_folder
from generator.disagreements import compare
from generator.disagreements.overrides import settle
from generator.language.parsing import analyse
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.claims import Claim
from generator.model.decisions import Decisions
from generator.model.quantities import Quantity
from generator.model.readings import EventReadings
from generator.model.record import Record
from generator.model.site import Problem, Site
from generator.model.story import DateMention, Dating, Dependence, Disagreement, Event, Material
from generator.model.text import Article
from generator.readings.decided import resolved, without_repeats
from generator.readings.events import read_events, with_splits
from generator.readings.facts import read_facts
from generator.readings.findings import merge_findings
from generator.readings.people import read_cast
from generator.readings.speakers import read_speakers
from generator.readings.world import World
from generator.site.excerpts import fit
from generator.story.background import find_background
from generator.story.changes import find_changes
from generator.story.events import group_events
from generator.story.facts import find_facts
from generator.story.meetings import find_meetings
from generator.story.origins import find_dependences

# So many times more findings than are shown are held against the editor's decisions: what he confirmed or dismissed
# must be found again when better ones crowd it out, and what he dismissed makes room.
_DEPTH = 3


class Built(Record, frozen=True):
    """A site within its excerpt cap, all that was found before the cap took its part, and the editor's decisions.

    `dates` are all date expressions by article id.
    """

    site: Site
    found: Site
    decisions: Decisions
    dates: dict[str, tuple[DateMention, ...]] = msgspec.field(default_factory=dict)


def build_site(root: Path, settings: Settings, *, preview: bool = False) -> Site:
    """The site of the folder `root` within its excerpt cap; see `build`."""
    return build(root, settings, preview=preview).site


def build(root: Path, settings: Settings, *, preview: bool = False) -> Built:
    """The site of the folder `root`, everything read, compared, decided and fitted to the excerpt cap.

    `preview` keeps what a second reader proposed and the editor has not confirmed. Faults of single files become
    `Site.problems`; ParallaxError is raised only for what leaves nothing to build.
    """
    content = content_folder(settings, root)
    reading = read_articles(content / "articles", root=root)
    decisions, problems = _decisions(content, root, settings)
    second = read_readings(content, root=root) if settings.readings else ReadingsRead()
    known = understand(reading.articles, decisions, model=settings.model, readings=second.files)
    faults = (*reading.problems, *problems, *second.problems)
    found = _assemble(known, decisions, faults, settings, preview=preview)
    site = fit(
        found, quotation_words=settings.quotation_words, share=settings.excerpt_share, words=settings.excerpt_words
    )
    found = msgspec.structs.replace(found, excerpts=site.excerpts, problems=site.problems)
    return Built(site=site, found=found, decisions=decisions, dates=known.dates)


def _decisions(content: Path, root: Path, settings: Settings) -> tuple[Decisions, tuple[Problem, ...]]:
    if not settings.editorial:
        return Decisions(), ()
    editorial = read_decisions(content, root=root)
    return editorial.decisions, editorial.problems


class Understood(Record, frozen=True):
    """What is known of each article by itself and of who is who, before any two are compared; dictionaries by id.

    `readings` are a second reader's files.
    """

    articles: tuple[Article, ...]
    analyses: dict[str, Analysis]
    casting: Casting
    quotations: dict[str, tuple[Quotation, ...]]
    quantities: dict[str, tuple[Quantity, ...]]
    claims: dict[str, tuple[Claim, ...]]
    datings: dict[str, Dating]
    dates: dict[str, tuple[DateMention, ...]]
    readings: tuple[EventReadings, ...] = ()


def understand(
    articles: tuple[Article, ...], decisions: Decisions, *, model: str, readings: tuple[EventReadings, ...] = ()
) -> Understood:
    """Analyse the articles, and find their actors, quotations, numbers, claims and dates, as `readings` have them."""
    analyses = analyse(articles, model=model, cache=DiskCache(cache_folder()))
    casting = find_cast(articles, analyses, decisions)
    casting = msgspec.structs.replace(casting, cast=read_cast(casting.cast, decisions, World(readings, articles)))
    quotations = {a.id: name_speakers(find_quotations(a, analyses[a.id]), casting.cast) for a in articles}
    quotations = read_speakers(quotations, casting.cast, World(readings, articles, cast=casting.cast))
    found_dates = {a.id: find_date_mentions(a, analyses[a.id]) for a in articles}
    datings = date_articles(articles, analyses, found_dates)
    return Understood(
        articles=articles,
        analyses=analyses,
        casting=casting,
        quotations=quotations,
        quantities={a.id: find_quantities(a, analyses[a.id]) for a in articles},
        claims=read_claims(articles, analyses, casting.cast, quotations),
        datings=datings,
        dates={a.id: resolve_dates(a, found_dates[a.id], datings[a.id]) for a in articles},
        readings=readings,
    )


def material_of(event: Event, known: Understood, dependences: tuple[Dependence, ...] = ()) -> Material:
    """All that the comparison may look at for one event."""
    return Material(
        event=event,
        articles=tuple(a for a in known.articles if a.id in event.articles),
        analyses=known.analyses,
        cast=known.casting.cast,
        quotations=known.quotations,
        dates=known.dates,
        datings=known.datings,
        dependences=dependences,
        quantities=known.quantities,
        claims=known.claims,
    )


def _assemble(
    known: Understood, decisions: Decisions, problems: tuple[Problem, ...], settings: Settings, *, preview: bool
) -> Site:
    articles = known.articles
    analyses, cast, dates, datings = known.analyses, known.casting.cast, known.dates, known.datings
    dependences = find_dependences(articles, analyses, known.quotations)
    world = World(known.readings, articles, cast=cast, dependences=dependences)
    grouping = group_events(articles, analyses, cast, datings, dates, with_splits(decisions, world))
    events = tuple(
        msgspec.structs.replace(e, background=find_background(e, articles, analyses, cast, dates, datings))
        for e in read_events(grouping.events, decisions, world)
    )
    materials = [material_of(event, known, dependences) for event in events]
    found = tuple(chain.from_iterable(compare(m, limit=_DEPTH * settings.disagreements) for m in materials))
    decided = {decision.id for decision in decisions.disagreements}
    read = merge_findings(found, events, world, decided=decided, shown=settings.disagreements)
    settled = settle(read.disagreements, resolved(decisions, read.disagreements, world), articles, events, cast=cast)
    disagreements = _published(without_repeats(settled.disagreements), settings, preview=preview)
    facts = chain.from_iterable(find_facts(m, _of_event(disagreements, m.event.id)) for m in materials)
    told = read_facts(tuple(facts), events, disagreements, world)
    return Site(
        articles=articles,
        datings=tuple(datings[a.id] for a in articles),
        dependences=dependences,
        cast=cast,
        quotations=tuple(chain.from_iterable(known.quotations[a.id] for a in articles)),
        events=events,
        facts=told.facts,
        disagreements=disagreements,
        changes=find_changes(events, articles, analyses, known.quantities, dates, cast),
        meetings=find_meetings(events, cast, analyses, dates),
        corrections=tuple(entry.correction for entry in decisions.corrections),
        problems=(
            *(*problems, *known.casting.problems, *grouping.problems),
            *(*read.problems, *told.problems, *settled.problems),
        ),
    )


def _of_event(disagreements: Sequence[Disagreement], event: str) -> tuple[Disagreement, ...]:
    return tuple(d for d in disagreements if d.event == event)


def _published(disagreements: Sequence[Disagreement], settings: Settings, *, preview: bool) -> tuple[Disagreement, ...]:
    """What may be shown, in the order given: what the editor decided on, what readers found, the best of the machine's.

    An event has room for as many as the settings say, and more only if the editor or a reader wants more; spellings of
    names, a line each, take none of it. What nobody has confirmed is shown in preview, and on the site unless the
    settings hide it; an old proposal in disagreements.yml is shown in preview only.
    """
    hidden = {"proposed"} | ({"detected", "read"} if settings.unconfirmed == "hide" else set())
    if preview:
        hidden = set()
    decided = ("confirmed", "editorial", "read")
    taken = Counter(d.event for d in disagreements if d.status in decided and d.kind != "name")
    shown = {d.id for d in disagreements if d.status != "detected" and d.status not in hidden}
    for disagreement in sorted(disagreements, key=lambda d: (-d.score, d.id)):
        is_open = disagreement.status == "detected" and "detected" not in hidden
        if is_open and taken[disagreement.event] < settings.disagreements:
            taken[disagreement.event] += disagreement.kind != "name"
            shown.add(disagreement.id)
    return tuple(d for d in disagreements if d.id in shown)
