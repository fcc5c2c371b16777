"""What one page says of the rest of the site: links as they read from there, quotations beside their sources."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import msgspec
from markupsafe import Markup

from generator.model.actors import Actor
from generator.model.record import Record
from generator.model.story import Dependence, Disagreement, Event, Position
from generator.model.text import Article, Passage
from generator.site import addresses
from generator.site.pages.inert import Span, inert, marked
from generator.site.pages.lookup import Lookup
from generator.site.parts import Part, page_of_part
from generator.site.words.phrases import kind_key

Marks = Literal["own", "single", "double", "cut"]

LINKED = ("person", "organisation", "state body")
"""The kinds whose names are links in running text; countries and places are in every second line, and known."""

DOUBLE = frozenset('“”„"«»')
_ENDS, _DASHES, _QUOTATION = ".!?…\n", "—–", "“”„\"'‘’«»)]("
CLOSING = {"“": "”", '"': '"', "„": "“”", "«": "»", "»": "«", "‘": "’", "「": "」", "『": "』"}


class Source(Record, frozen=True):
    """Who says it: the article's name, and where its words open (`external`: at the publisher's, else on our page).

    `stated` says whether the outlet is known, `named` that the label is a name at all.
    """

    article: str
    label: str
    href: Markup
    external: bool
    stated: bool
    named: bool = True


class Quote(Record, frozen=True):
    """Exact words with their source.

    `marks` says which quotation marks belong around them: none when the words bring their own ("own"), a closing one
    when they bring the opening one alone ("cut"), single ones when they hold double ones ("single"), else "double".
    `opened` and `open` say that the sentence began before the words or goes on after them: a cut is marked.
    `length` counts the characters of the words; `language` is theirs if it is not the page's, else "".
    `edit` is the place in the article's file and
    `reading` opens the whole article there, both in the preview only.
    """

    words: Markup
    marks: Marks
    language: str
    source: Source
    edit: str = ""
    reading: Markup = Markup()
    opened: bool = False
    open: bool = False
    length: int = 0


class Viewpoint:
    """All that the page at `uri` may say of the site; on that of an `event` its own articles bear short names."""

    def __init__(self, lookup: Lookup, uri: str, event: Event | None = None) -> None:
        self.lookup, self.uri = lookup, uri
        self._own = frozenset(event.articles if event else ())

    def link(self, target: str) -> Markup:
        """The address of a page of ours, as this page links to it."""
        return addresses.relative(target, page=self.uri)

    def part(self, index: str, part: Part) -> Markup:
        """The address of a part of a long index."""
        return self.link(page_of_part(index, part))

    def source(self, passage: Passage) -> Source:
        """The source of a passage, opening at its words."""
        article = self.lookup.articles[passage.article]
        outside = addresses.original(article, passage)
        return Source(
            article=article.id,
            label=self._label(article.id),
            href=outside or self.link(self.lookup.addresses.passage(passage)),
            external=outside is not None,
            stated=bool(article.outlet),
            named=bool(article.outlet or article.byline),
        )

    def article(self, id_: str) -> Source:
        """An article, opening at its page of ours."""
        article = self.lookup.articles[id_]
        return Source(
            article=id_,
            label=self._label(id_),
            href=self.link(self.lookup.addresses.sources[id_]),
            external=False,
            stated=bool(article.outlet),
            named=bool(article.outlet or article.byline),
        )

    def named(self, id_: str, name: str) -> Source:
        """An article, opening where it was published at the first place that names somebody so, else at our page."""
        outside = addresses.outside(self.lookup.articles[id_].url or "", words=name)
        source = self.article(id_)
        return msgspec.structs.replace(source, href=outside, external=True) if outside else source

    def leans(self, article: str) -> list[Dependence]:
        """What an article leans on, with the evidence."""
        return [d for d in self.lookup.leans.get(article, ()) if d.on in self.lookup.articles]

    def leans_on(self, article: str) -> tuple[str, ...]:
        """The ids of the articles that an article leans on."""
        return tuple(d.on for d in self.leans(article))

    def retells(self, article: str) -> tuple[Source, ...]:
        """What an article leans on."""
        return tuple(self.article(on) for on in self.leans_on(article))

    def quote(self, passage: Passage, named: set[str] | None = None) -> Quote:
        """A passage as a quotation; the first time that an actor not yet in `named` is named, the name is a link."""
        return self._quote(passage, [self._names(passage, named)])

    def excerpt(self, passage: Passage, named: set[str] | None = None) -> Quote:
        """A passage as a quotation that stands alone: where it is a part of its sentence, that is marked."""
        body = self.lookup.articles[passage.article].body
        opened, is_open = cut(body, passage.start, passage.end)
        return msgspec.structs.replace(self.quote(passage, named), opened=opened, open=is_open)

    def marked(self, passage: Passage, spans: Iterable[tuple[int, int]]) -> Quote:
        """Some words as a quotation, those at `spans` (body offsets) marked."""
        differs = [Span(start=start, end=end, before=Markup("<mark>"), after=Markup("</mark>")) for start, end in spans]
        return self._quote(passage, [differs])

    def row(self, actor: Actor) -> str:
        """The anchor of the line in the index that stands for an actor without a page, else ""."""
        return self.lookup.addresses.actors[actor.id].partition("#")[2]

    def actors(self, ids: Sequence[str]) -> tuple[Actor, ...]:
        """The named actors that have an entry."""
        return tuple(self.lookup.actors[id_] for id_ in ids if id_ in self.lookup.actors)

    def tip(self, actor: Actor) -> str:
        """Who an actor is, in a line: the editor's, or else a source's words for them, or else the kind alone."""
        if actor.line:
            return f"{actor.line} ({self.lookup.words.say('by_editor')})"
        if actor.descriptions:
            first = actor.descriptions[0]
            return f"“{first.text}” ({self.lookup.labels[first.passage.article]})"
        return self.lookup.words.say(f"kind_{kind_key(actor)}")

    def edit(self, kind: str, id_: str) -> str:
        """Where the editor wrote of a record, or "" outside the preview."""
        return (self.lookup.edit or {}).get(f"{kind}:{id_}", "")

    def is_foreign(self, article: Article) -> bool:
        """Whether an article is in another language than the page."""
        return article.language.split("-")[0] != self.lookup.words.language

    def _label(self, article: str) -> str:
        return (self.lookup.short_labels if article in self._own else self.lookup.labels)[article]

    def _quote(self, passage: Passage, layers: Sequence[Sequence[Span]]) -> Quote:
        article = self.lookup.articles[passage.article]
        return Quote(
            words=marked(passage.quote, layers, passage.start),
            marks=marks(passage.quote),
            language=article.language if self.is_foreign(article) else "",
            source=self.source(passage),
            length=len(passage.quote),
            **self._in_file(article, passage),
        )

    def _in_file(self, article: Article, passage: Passage) -> dict[str, Any]:
        """Where the words stand in the article's file, in the preview only."""
        if self.lookup.edit is None:
            return {}
        line = article.line(passage.start)
        whole = f"{self.lookup.addresses.sources[article.id]}#{addresses.line_anchor(line)}"
        return {"edit": f"{article.path}:{line}", "reading": self.link(whole)}

    def _names(self, passage: Passage, named: set[str] | None) -> list[Span]:
        if named is None:
            return []
        spans = []
        for name in self.lookup.names_within(passage):
            if name.actor in named or self.lookup.actors[name.actor].kind not in LINKED:
                continue
            named.add(name.actor)
            href, tip = self.link(self.lookup.addresses.actors[name.actor]), self.tip(self.lookup.actors[name.actor])
            after = Markup(']({}){{ .px-name data-tip="{}" }}').format(href, inert(tip))
            spans.append(Span(start=name.start, end=name.end, before=Markup("["), after=after))
        return spans


def differing(disagreement: Disagreement) -> tuple[tuple[Position, tuple[tuple[int, int], ...]], ...]:
    """Each position with its words that differ, as body offsets; where no position names any, its deciding phrase."""
    named = any(position.differs for position in disagreement.positions)
    return tuple((p, p.differs if named else _deciding(p)) for p in disagreement.positions)


def _deciding(position: Position) -> tuple[tuple[int, int], ...]:
    quote, says = position.passage.quote, position.says
    if not says or says == quote or says not in quote:
        return ()
    start = position.passage.start + quote.index(says)
    return ((start, start + len(says)),)


def cut(body: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the sentence of some words begins before them, and whether it goes on after them."""
    before, after = body[:start].rstrip(" \t" + _QUOTATION), body[end:].lstrip(_QUOTATION)
    begun = bool(before) and before[-1] not in _ENDS + _DASHES and not body[start:end].lstrip(_QUOTATION)[:1].isupper()
    ended = body[start:end].rstrip(_QUOTATION)[-1:] in _ENDS
    return begun, not ended and bool(after.strip()) and after[0] not in _ENDS


def marks(words: str) -> Marks:
    """The quotation marks that belong around some words."""
    if len(words) > 1 and words[-1] in CLOSING.get(words[0], "") and not set(words[1:-1]) & DOUBLE:
        return "own"
    return "single" if set(words) & DOUBLE else "double"
