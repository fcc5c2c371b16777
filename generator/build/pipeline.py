"""The ordered list of steps from a content folder to a Site: the one place that knows their order.

What each step looks at one of, and the function that does it, stands in `table.py`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path

import msgspec

from generator.build import table
from generator.build.asking import Asking
from generator.build.collecting import seldom_collected
from generator.build.crowded import crowded
from generator.build.executor import apart
from generator.build.inputs import files_in, inputs_digest
from generator.build.opening import open_workshop
from generator.build.origins import trace_origins
from generator.build.perform import begin
from generator.build.remembering import Remembered
from generator.build.stories import Known, Stories, name_events
from generator.build.unread import of_read_articles
from generator.build.whole import whole_sentences
from generator.build.worded import dated, leaning, reasoned, told, worded
from generator.build.workshop import Kin, Workshop
from generator.content.articles import read_articles
from generator.content.articles.folder import Parsed, Reading, Source
from generator.content.editorial import EditorialReading, read_decisions
from generator.content.readings import ReadingsRead, read_readings
from generator.content.settings import Settings, content_folder
from generator.disagreements.overrides import settle
from generator.language.parsing import Model, how_to_read, model_for, model_of, unread
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.errors import ParallaxError
from generator.model.readings import EventReadings
from generator.model.record import Record
from generator.model.site import Problem, Site
from generator.model.story import DateMention, Disagreement, Event, Material
from generator.model.text import Article
from generator.readings.decided import resolved, without_repeats
from generator.readings.events import read_events, with_splits
from generator.readings.facts import read_facts
from generator.readings.findings import merge_findings
from generator.readings.people import read_cast
from generator.readings.valid import World
from generator.site.arranging import arrange
from generator.site.excerpts import fit
from generator.site.words import read_words
from generator.story.events import grouped

# So many times more findings than are shown are held against the editor's decisions: what he confirmed or dismissed
# must be found again when better ones crowd it out, and what he dismissed makes room.
_DEPTH = 3
# So many events of one article have a page each: more would fill the search with what the sources' own pages tell.
_FEW_EVENTS = 200
# Up to so many articles, whoever so many of them tell of has a page. Of 1,000 articles, with 1 there are 2,969 such
# pages, with 5 there are 613; most of the others say a name and one line.
_TOLD_IN = ((500, 1), (5_000, 5))
_TOLD_IN_MANY = 20
# To find out who is who among so many leaves some 100 KB an article in pieces, which a process keeps to its end.
_MANY = 1000
# Articles that a process which hands them out to be analysed holds at one time.
_PART = 400


class Built(Record, frozen=True):
    """A site within its excerpt cap, all that was found before the cap took its part, and the editor's decisions.

    `whole` is what was found with the whole sentences that readers quoted from: what is fitted to the cap.

    `dates` are all date expressions by article id, where they were asked for.
    """

    site: Site
    found: Site
    whole: Site
    decisions: Decisions
    dates: dict[str, tuple[DateMention, ...]] = msgspec.field(default_factory=dict)


def build_site(root: Path, settings: Settings, *, preview: bool = False) -> Site:
    """The site of the folder `root` within its excerpt cap; see `build`."""
    return build(root, settings, preview=preview).site


@seldom_collected()
def build(
    root: Path,
    settings: Settings,
    *,
    preview: bool = False,
    dates: bool = False,
    remembered: Remembered | None = None,
) -> Built:
    """The site of the folder `root`, everything read, compared, decided and fitted to the excerpt cap.

    `preview` keeps what a second reader proposed and the editor has not confirmed; `dates` asks for `Built.dates`.
    `remembered` are records of earlier builds, for whoever builds again and again.
    Faults of single files become `Site.problems`; ParallaxError is raised only for what leaves nothing to build.
    """
    content = content_folder(settings, root)
    with open_workshop(remembered) as workshop:
        if remembered is None and files_in(content) > _MANY:
            _ahead(workshop, root, settings)
        reading, decisions, problems = _given(workshop, content, root, settings)
        second = read_readings(content, root=root) if settings.readings else ReadingsRead()
        understood = understand(workshop, reading.articles, decisions, _models(settings), second.files)
        found = _assemble(workshop, understood, decisions, settings, preview=preview)
        whole = whole_sentences(workshop, found, understood.known.analyses)
        resolved_dates = understood.known.dates() if dates else {}
        problems = (*unread_problems(reading.articles, settings), *problems)
        problems = (*reading.problems, *problems, *second.problems, *found.problems, *_trouble(workshop))
    found = msgspec.structs.replace(found, problems=problems)
    found = arrange(found, decisions)
    shown = msgspec.structs.replace(found, disagreements=tuple(whole.get(d.id, d) for d in found.disagreements))
    site = fit(
        shown, quotation_words=settings.quotation_words, share=settings.excerpt_share, words=settings.excerpt_words
    )
    found = msgspec.structs.replace(found, excerpts=site.excerpts, problems=site.problems)
    return Built(site=site, found=found, whole=shown, decisions=decisions, dates=resolved_dates)


def _ahead(workshop: Workshop, root: Path, settings: Settings) -> None:
    """Have another process find out who is who before this one holds anything, unless nothing has changed since."""
    inputs = inputs_digest(root, settings)
    if not (workshop.store.known([inputs]) or workshop.store.trouble):
        apart(_understand_ahead, root, settings)
        workshop.store.put(inputs, b"")


def _understand_ahead(root: Path, settings: Settings) -> None:
    """Analyse the articles and find out who is who; the build that waits for it tells of what is wrong.

    They are analysed a part at a time, for nothing takes more memory than the workers that do this.
    """
    begin()
    content, models = content_folder(settings, root), _models(settings)

    def analysed(sources: Sequence[Source]) -> list[Parsed]:
        for first in range(0, len(sources), _PART):
            part, left = sources[first : first + _PART], len(sources) - first - _PART
            with open_workshop() as workshop:
                articles = [read.article for read in _read(workshop, part) if read.article is not None]
                _analyses(workshop, articles, models, later=max(0, left))
        return [Parsed(article=None)] * len(sources)

    with suppress(ParallaxError):
        read_articles(content / "articles", root=root, read=analysed)
        with open_workshop() as workshop:
            reading, decisions, _ = _given(workshop, content, root, settings)
            understand(workshop, reading.articles, decisions, models)


def _given(
    workshop: Workshop, content: Path, root: Path, settings: Settings
) -> tuple[Reading, Decisions, tuple[Problem, ...]]:
    """The articles, what the editor has decided of those that can be read, and what is wrong with his decisions."""
    reading = read_articles(content / "articles", root=root, read=partial(_read, workshop))
    editorial = read_decisions(content, root=root) if settings.editorial else EditorialReading(Decisions())
    return reading, of_read_articles(editorial.decisions, reading), editorial.problems


def _read(workshop: Workshop, sources: Sequence[Source]) -> list[Parsed]:
    return [kept.get() for kept in workshop.run(table.READ, sources, [file for _, file, _ in sources])]


def _trouble(workshop: Workshop) -> tuple[Problem, ...]:
    """What the editor should know of a cache that doesn't work: the site is right, but every build begins anew."""
    workshop.store.flush()
    if not workshop.store.trouble:
        return ()
    remedy = "Name a folder that can be written in PARALLAX_CACHE, or make room: `parallax cache --size`."
    return (Problem(severity="suggestion", file="", line=0, message=workshop.store.trouble, remedy=remedy),)


class Understood(Record, frozen=True):
    """What is known of the articles, and the editor's misfits about who is who."""

    known: Known
    problems: tuple[Problem, ...]


def understand(
    workshop: Workshop,
    articles: tuple[Article, ...],
    decisions: Decisions,
    models: Mapping[str, str],
    readings: tuple[EventReadings, ...] = (),
) -> Understood:
    """Analyse the articles, find their quotations, numbers and dates, and who is who over all of them."""
    names, paths = [article.id for article in articles], [article.path for article in articles]
    analyses, readers = _analyses(workshop, articles, models)
    workshop.rest()  # the language models are half of all that a build holds, and have done their work
    given = [(article, analyses.kept[article.id]) for article in articles]
    accounts = Kin(dict(zip(names, workshop.run(table.ACCOUNT, given, paths), strict=True)))
    of_actors = Decisions(actors=decisions.actors, never_merge=decisions.never_merge, not_actors=decisions.not_actors)
    of_analyses = Asking(workshop, (*table.NAMES, table.TERMS), articles, analyses)
    terms = of_analyses(table.TERMS.work)
    stated = Asking(workshop, [table.STATED], articles, analyses, accounts)(table.STATED.work)
    casting = workshop.whole(table.CAST, articles, analyses, of_actors, aids=(of_analyses,)).get()
    known = Known(
        articles={article.id: article for article in articles},
        analyses=analyses,
        accounts=accounts,
        terms=terms,
        datings=workshop.whole(table.DATE, articles, analyses, accounts, stated, terms).get(),
        cast=read_cast(casting.cast, decisions, World(readings, articles)),
        readings=readings,
        unread=frozenset(language for language, reader in readers.items() if not reader.package),
    )
    return Understood(known=known, problems=casting.problems)


def _analyses(
    workshop: Workshop, articles: Sequence[Article], models: Mapping[str, str], *, later: int = 0
) -> tuple[Kin[Analysis], dict[str, Model]]:
    """The analyses of the articles, and what reads each language."""
    readers = {language: _reader(language, models) for language in sorted({a.spoken for a in articles} | {"en"})}
    texts = [(_text_of(article), readers[article.spoken]) for article in articles]
    kept = workshop.run(table.ANALYSE, texts, [article.path for article in articles], later=later)
    return Kin({article.id: each for article, each in zip(articles, kept, strict=True)}), readers


def materials(articles: tuple[Article, ...], events: Sequence[Event], settings: Settings) -> list[Material]:
    """What the comparison looks at for each of some given events: for tools that measure it."""
    with open_workshop() as workshop:
        known = understand(workshop, articles, Decisions(), _models(settings)).known
        stories = Stories(workshop, known, events)
        return [stories.material(number) for number in range(len(events))]


def unread_problems(articles: Iterable[Article], settings: Settings) -> tuple[Problem, ...]:
    """What the editor should know of articles in a language that no model reads here."""
    return tuple(
        Problem(
            severity="warning",
            file=article.path,
            line=article.body_line,
            message=message,
            remedy=f"It is shown with its headline, date and quotations without speakers; nothing is compared with it. "
            f"{how_to_read(article.spoken)}",
        )
        for article in articles
        if (message := unread(article.spoken, _models(settings)))
    )


def _models(settings: Settings) -> dict[str, str]:
    return {"en": settings.model, **settings.models}


def _reader(language: str, models: Mapping[str, str]) -> Model:
    """The model of a language; English always has one, and it is an error that it is not installed."""
    return model_of(models["en"]) if language == "en" else model_for(language, models)


def _text_of(article: Article) -> Article:
    """The article without what its front matter states: the analysis looks at the text alone."""
    return Article(id=article.id, path="", body=article.body, paragraphs=article.paragraphs)


def _assemble(
    workshop: Workshop, understood: Understood, decisions: Decisions, settings: Settings, *, preview: bool
) -> Site:
    known = understood.known
    articles = tuple(known.articles.values())
    words = read_words(settings.language)
    world = World(known.readings, articles, cast=known.cast)
    of_events = with_splits(decisions, world).events

    def alike(names: Sequence[str]) -> Iterable[tuple[str, ...]]:
        # A title that the editor gives leaves all likeness as it was.
        return workshop.whole(table.GROUP, names, known.terms, known.datings).get()

    grouping = grouped(tuple(known.articles), of_events, alike)
    named = read_events(name_events(workshop, known, grouping.groups), decisions, world)
    dependences = leaning(trace_origins(workshop, known, named), words)
    world = World(known.readings, articles, cast=known.cast, dependences=dependences)
    stories = Stories(workshop, known, named, dependences)
    history = stories.history()
    events = tuple(
        msgspec.structs.replace(event, background=past.background, openings=past.openings)
        for event, past in zip(named, history, strict=True)
    )
    found = worded(stories.compared(limit=_DEPTH * settings.disagreements), words)
    decided = {decision.id for decision in decisions.disagreements}
    read = merge_findings(found, events, world, decided=decided, shown=settings.disagreements)
    fitting = resolved(decisions, read.disagreements, world)
    settled = settle(read.disagreements, fitting, articles, events, cast=known.cast)
    settled_words = reasoned(without_repeats(settled.disagreements), words)
    disagreements = _published(settled_words, settings, preview=preview)
    told_alike = read_facts(stories.facts(disagreements), events, disagreements, world)
    quotations = stories.quotations()
    return Site(
        folded=_folded(events, settings),
        told_in=told_in(len(articles), settings),
        unread=tuple(sorted(known.unread)),
        articles=articles,
        datings=dated((known.datings[a.id] for a in articles), words),
        dependences=dependences,
        cast=known.cast,
        quotations=tuple(chain.from_iterable(quotations[a.id] for a in articles)),
        events=told(events, words),
        facts=told_alike.facts,
        disagreements=disagreements,
        corrections=tuple(entry.correction for entry in decisions.corrections),
        problems=(
            *(*understood.problems, *grouping.problems, *crowded(events, known.articles)),
            *(*read.problems, *told_alike.problems, *settled.problems),
        ),
    )


def _folded(events: Sequence[Event], settings: Settings) -> tuple[str, ...]:
    """The events that one article tells, where they have no pages of their own."""
    single = [event.id for event in events if len(event.articles) == 1 and event.status == "detected"]
    few = settings.event_pages == "auto" and len(single) <= _FEW_EVENTS
    return () if few or settings.event_pages == "all" else tuple(single)


def told_in(articles: int, settings: Settings) -> int:
    """How many articles tell of an actor at least who has a page of his own."""
    if settings.actor_pages != "auto":
        return settings.actor_pages
    return next((least for most, least in _TOLD_IN if articles <= most), _TOLD_IN_MANY)


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
    for disagreement in sorted(disagreements, key=lambda d: d.likeliest):
        is_open = disagreement.status == "detected" and "detected" not in hidden
        if is_open and taken[disagreement.event] < settings.disagreements:
            taken[disagreement.event] += disagreement.kind != "name"
            shown.add(disagreement.id)
    return tuple(d for d in disagreements if d.id in shown)
