"""The site as one JSON document, for other programs (DESIGN.md section 6; the schema stands beside the pages)."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from generator.model.actors import Actor, Quotation
from generator.model.site import Excerpt, Problem, Site
from generator.model.story import Dating, Disagreement, Event, Fact
from generator.model.text import Article, Passage

VERSION = 1

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
            "events": [_event(event) for event in some.events],
            "facts": [_fact(fact) for fact in some.facts],
            "quotations": [_quotation(q, self._event_of) for q in some.quotations if q.direct and q.speech],
            "disagreements": [_disagreement(disagreement) for disagreement in some.disagreements],
            "problems": [_problem(p) for p in some.problems if p.file or not self._published],
        }

    def _article(self, article: Article) -> Json:
        dating = self._datings.get(article.id) or Dating(article=article.id, published="", reason="")
        excerpt = self._excerpts.get(article.id) or Excerpt(article=article.id, words=0, allowed=0)
        return {
            "id": article.id,
            "title": article.title,
            "outlet": article.outlet,
            "published": dating.published or None,
            "published_reason": dating.reason,
            "url": article.url,
            "words": article.words,
            "leans_on": sorted(self._leaning.get(article.id, ())),
            "excerpted_words": excerpt.words,
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


def _passage(passage: Passage) -> Json:
    return {"article": passage.article, "start": passage.start, "end": passage.end, "quote": passage.quote}


def _passages(passages: Iterable[Passage]) -> list[Json]:
    return [_passage(p) for p in passages]


def _actor(actor: Actor, events: list[str]) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "status": actor.status,
        "aliases": [{"text": a.text, "articles": list(a.articles)} for a in actor.aliases],
        "descriptions": [{"text": d.text, **_passage(d.passage)} for d in actor.descriptions],
        "events": events,
        "line": actor.line,
        "line_source": actor.line_source,
        "links": [{"title": link.title, "url": link.url} for link in actor.links],
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "title": event.title,
        "date": event.date,
        "date_reason": event.date_reason,
        "place": event.place,
        "articles": list(event.articles),
        "actors": list(event.actors),
        "background": [
            {"text": b.text, "date": b.date, "status": b.status, "passages": _passages(b.passages)}
            for b in event.background
        ],
        "status": event.status,
    }


def _fact(fact: Fact) -> Json:
    return {
        "event": fact.event,
        "passages": _passages(fact.passages),
        "articles": fact.articles,
        "independent": fact.independent,
        "speaker": fact.speaker,
    }


def _quotation(quotation: Quotation, event_of: dict[str, str]) -> Json:
    return {
        "event": event_of.get(quotation.passage.article),
        "speaker": quotation.speaker,
        "speaker_text": quotation.speaker_text,
        "cue": quotation.cue,
        "chain": list(quotation.chain),
        **_passage(quotation.passage),
    }


def _disagreement(disagreement: Disagreement) -> Json:
    return {
        "id": disagreement.id,
        "event": disagreement.event,
        "kind": disagreement.kind,
        "about": disagreement.about,
        "hardness": disagreement.hardness,
        "score": round(disagreement.score, 4),
        "reason": disagreement.reason,
        "status": disagreement.status,
        "note": disagreement.note,
        "proven": disagreement.proven,
        "readers": [{"name": reader.name, "day": reader.day} for reader in disagreement.readers],
        "positions": [{**_passage(p.passage), "says": p.says} for p in disagreement.positions],
    }


def _problem(problem: Problem) -> Json:
    return {
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.line,
        "message": problem.message,
        "remedy": problem.remedy,
    }
