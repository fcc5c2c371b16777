"""Schema.org descriptions of the pages (JSON-LD). No ClaimReview: it states a verdict, and this site gives none."""

import re

import msgspec

from generator.model.actors import Actor, ActorKind
from generator.model.site import Site
from generator.model.story import Event
from generator.model.text import Article
from generator.site.addresses import ACTORS, Addresses

Json = dict[str, object]

_TYPES: dict[ActorKind, str] = {
    "person": "Person",
    "organisation": "Organization",
    "state body": "GovernmentOrganization",
    "country": "Country",
    "group": "Organization",
    "place": "Place",
}
# Schema.org dates are ISO 8601; of EDTF these forms are: a year, a month, a day.
_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


def structured_data(site: Site, addresses: Addresses) -> dict[str, Json]:
    """The JSON-LD of each page that has one, by the page's Markdown address."""
    articles = {article.id: article for article in site.articles}
    dated = {dating.article: dating.published for dating in site.datings}
    persons = {actor.id: actor for actor in site.cast.actors if actor.kind == "person"}
    told = addresses.event_pages
    documents = {
        told[event.id]: _event(event, [articles[a] for a in event.articles], dated, persons)
        for event in site.events
        if event.id in told
    }
    documents |= {addresses.sources[a.id]: _article(a, dated.get(a.id, "")) for a in site.articles}
    own = addresses.actor_pages
    documents |= {own[actor.id]: _actor(actor) for actor in site.cast.actors if actor.id in own}
    if not addresses.letters:
        documents[ACTORS] = {
            "@type": "DefinedTermSet",
            "hasDefinedTerm": [{"@type": "DefinedTerm", "name": actor.name} for actor in site.cast.actors],
        }
    return {page: {"@context": "https://schema.org", **document} for page, document in documents.items()}


def script(document: Json) -> str:
    """A JSON-LD document as an HTML script element; nothing in it can close the element."""
    text = msgspec.json.encode(document).decode()
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def _event(event: Event, articles: list[Article], dated: dict[str, str], persons: dict[str, Actor]) -> Json:
    named = [persons[id_] for id_ in event.actors if id_ in persons]
    return {
        "@type": "Event",
        "name": event.title,
        **_date("startDate", event.date),
        **({"location": {"@type": "Place", "name": event.place}} if event.place else {}),
        "about": [{"@type": "Person", "name": person.name} for person in named],
        "subjectOf": [_article(article, dated.get(article.id, "")) for article in articles],
    }


def _article(article: Article, published: str) -> Json:
    optional = {"headline": article.title, "url": article.url, "inLanguage": article.language}
    return {
        "@type": "NewsArticle",
        **{name: value for name, value in optional.items() if value},
        **({"publisher": {"@type": "Organization", "name": article.outlet}} if article.outlet else {}),
        **({"author": {"@type": "Person", "name": article.byline}} if article.byline else {}),
        **_date("datePublished", published),
    }


def _actor(actor: Actor) -> Json:
    return {
        "@type": _TYPES[actor.kind],
        "name": actor.name,
        "alternateName": [alias.text for alias in actor.aliases if alias.text != actor.name],
        **({"sameAs": [link.url for link in actor.links]} if actor.links else {}),
    }


def _date(name: str, edtf: str) -> Json:
    return {name: edtf} if _ISO.fullmatch(edtf) else {}
