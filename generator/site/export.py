"""The site as one JSON document, for other programs (DESIGN.md section 6; the schema stands beside the pages)."""

from collections import defaultdict

import msgspec

from generator.model.actors import Actor, Quotation
from generator.model.record import Record
from generator.model.site import Site
from generator.model.story import Disagreement
from generator.model.text import Article, Passage

VERSION = 1

_OF_EVENTS = ("id", "title", "date", "date_reason", "place", "articles", "actors", "background", "status")
_OF_FACTS = ("event", "passages", "articles", "independent", "speaker")

Json = dict[str, object]


def export(site: Site, *, published: bool = False) -> Json:
    """The site as plain data, ready for `json.dumps`; every passage holds `body[start:end] == quote`.

    `published` leaves out the words of boilerplate, which are other people's, too, and count towards no excerpt; and
    the problems that are of no file: those are of the machine that built it.
    """
    return Exporter(site, published=published).document(site)


class Exporter:
    """Writes records of one site, all of them or some; see `export`."""

    def __init__(self, site: Site, *, published: bool) -> None:
        self._published = published
        self._event_of = {article: event.id for event in site.events for article in event.articles}
        self._datings = {dating.article: dating for dating in site.datings}
        self._excerpts = {excerpt.article: excerpt for excerpt in site.excerpts}
        self._leaning: dict[str, set[str]] = defaultdict(set)
        for dependence in site.dependences:
            self._leaning[dependence.article].add(dependence.on)
        self._acting: dict[str, list[str]] = defaultdict(list)
        for event in site.events:
            for actor in event.actors:
                self._acting[actor].append(event.id)

    def document(self, some: Site) -> Json:
        """What stands in `some` as one document."""
        return {
            "version": VERSION,
            "articles": [self._article(article) for article in some.articles],
            "actors": [_actor(actor, self._acting.get(actor.id, [])) for actor in some.cast.actors],
            "events": [_fields(e, *_OF_EVENTS) for e in some.events],
            "facts": [_fields(f, *_OF_FACTS) for f in some.facts],
            "quotations": [_quotation(q, self._event_of) for q in some.quotations if q.direct and q.speech],
            "disagreements": [_disagreement(disagreement) for disagreement in some.disagreements],
            "problems": [msgspec.to_builtins(p) for p in some.problems if p.file or not self._published],
        }

    def _article(self, article: Article) -> Json:
        dating, excerpt = self._datings.get(article.id), self._excerpts.get(article.id)
        return {
            **_fields(article, "id", "title", "outlet"),
            "published": (dating.published if dating else "") or None,
            "published_reason": dating.reason if dating else "",
            **_fields(article, "url", "words"),
            "leans_on": sorted(self._leaning.get(article.id, ())),
            "excerpted_words": excerpt.words if excerpt else 0,
            "boilerplate": [
                {"start": p.start, "end": p.end}
                | ({} if self._published else {"exact": article.body[p.start : p.end]})
                | {"reason": p.reason}
                for p in article.paragraphs
                if p.role == "boilerplate"
            ],
        }


def encode(site: Site, *, published: bool = False) -> bytes:
    """The export as indented UTF-8 JSON with a final newline."""
    return written(export(site, published=published))


def written(document: Json) -> bytes:
    """A document as indented UTF-8 JSON with a final newline."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _fields(record: Record, *names: str) -> Json:
    """Some fields of a record as plain data, in that order."""
    return {name: msgspec.to_builtins(getattr(record, name)) for name in names}


def _passage(passage: Passage) -> Json:
    return _fields(passage, "article", "start", "end", "quote")


def _actor(actor: Actor, events: list[str]) -> Json:
    return {
        **_fields(actor, "id", "name", "kind", "status", "aliases"),
        "descriptions": [{"text": d.text, **_passage(d.passage)} for d in actor.descriptions],
        "events": events,
        **_fields(actor, "line", "line_source", "links"),
    }


def _quotation(quotation: Quotation, event_of: dict[str, str]) -> Json:
    return {
        "event": event_of.get(quotation.passage.article),
        **_fields(quotation, "speaker", "speaker_text", "told_as", "cue", "chain"),
        **_passage(quotation.passage),
    }


def _disagreement(disagreement: Disagreement) -> Json:
    return {
        **_fields(disagreement, "id", "event", "kind", "about", "hardness"),
        "score": round(disagreement.score, 4),
        **_fields(disagreement, "reason", "status", "note", "proven", "readers"),
        "positions": [{**_passage(p.passage), "says": p.says} for p in disagreement.positions],
    }
