"""The site as one JSON document, for other programs (DESIGN.md section 6; the schema stands beside the pages)."""

from collections import defaultdict

import msgspec

from generator.model.actors import Actor, Quotation
from generator.model.record import Record
from generator.model.site import Excerpt, Site
from generator.model.story import Dating, Disagreement
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
    event_of = {article: event.id for event in site.events for article in event.articles}
    datings = {dating.article: dating for dating in site.datings}
    excerpts = {excerpt.article: excerpt for excerpt in site.excerpts}
    leaning: dict[str, set[str]] = defaultdict(set)
    for dependence in site.dependences:
        leaning[dependence.article].add(dependence.on)
    acting: dict[str, list[str]] = defaultdict(list)
    for event in site.events:
        for actor in event.actors:
            acting[actor].append(event.id)
    return {
        "version": VERSION,
        "articles": [
            _article(a, datings.get(a.id), excerpts.get(a.id), leaning.get(a.id, set()), published=published)
            for a in site.articles
        ],
        "actors": [_actor(a, acting.get(a.id, [])) for a in site.cast.actors],
        "events": [_fields(e, *_OF_EVENTS) for e in site.events],
        "facts": [_fields(f, *_OF_FACTS) for f in site.facts],
        "quotations": [_quotation(q, event_of) for q in site.quotations if q.direct and q.speech],
        "disagreements": [_disagreement(d) for d in site.disagreements],
        "problems": [msgspec.to_builtins(p) for p in site.problems if p.file or not published],
    }


def encode(site: Site, *, published: bool = False) -> bytes:
    """The export as indented UTF-8 JSON with a final newline."""
    return msgspec.json.format(msgspec.json.encode(export(site, published=published)), indent=1) + b"\n"


def _fields(record: Record, *names: str) -> Json:
    """Some fields of a record as plain data, in that order."""
    return {name: msgspec.to_builtins(getattr(record, name)) for name in names}


def _passage(passage: Passage) -> Json:
    return _fields(passage, "article", "start", "end", "quote")


def _article(
    article: Article, known: Dating | None, cap: Excerpt | None, leaning: set[str], *, published: bool
) -> Json:
    return {
        **_fields(article, "id", "title", "outlet"),
        "published": (known.published if known else "") or None,
        "published_reason": known.reason if known else "",
        **_fields(article, "url", "words"),
        "leans_on": sorted(leaning),
        "excerpted_words": cap.words if cap else 0,
        "boilerplate": [
            {"start": p.start, "end": p.end}
            | ({} if published else {"exact": article.body[p.start : p.end]})
            | {"reason": p.reason}
            for p in article.paragraphs
            if p.role == "boilerplate"
        ],
    }


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
        **_fields(quotation, "speaker", "speaker_text", "cue", "chain"),
        **_passage(quotation.passage),
    }


def _disagreement(disagreement: Disagreement) -> Json:
    return {
        **_fields(disagreement, "id", "event", "kind", "about", "hardness"),
        "score": round(disagreement.score, 4),
        **_fields(disagreement, "reason", "status", "note", "proven", "readers"),
        "positions": [{**_passage(p.passage), "says": p.says} for p in disagreement.positions],
    }
