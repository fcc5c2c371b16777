"""Countries with their peoples and seats of government, and places: GeoNames, Babel and a table of demonyms."""

from functools import cache
from importlib.resources import files
from typing import Literal

from babel import Locale
from msgspec import convert

from generator.matching.names import fold, is_acronym
from generator.model.actors import ActorKind
from generator.model.record import Record

CountryForm = Literal["name", "acronym", "demonym", "metonym"]


class CountryName(Record, frozen=True):
    """A form of a country's name: which country it speaks of, and how."""

    country: str
    form: CountryForm


class KnownBody(Record, frozen=True):
    """A body of general knowledge; its short forms mean it only in the news of `home`, or anywhere if that is ""."""

    name: str
    kind: ActorKind
    home: str
    acronym: bool


def _table(name: str) -> tuple[tuple[str, ...], ...]:
    text = (files("generator.account.actors") / "data" / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return _table("countries.tsv")


@cache
def known_bodies() -> dict[str, KnownBody]:
    """Folded form to public body, party, news medium or international organisation."""
    found: dict[str, KnownBody] = {}
    for name, kind, iso, others in _table("bodies.tsv"):
        home = country_name(iso) if iso else ""
        for form in [name, *_split(others)]:
            body = KnownBody(name=name, kind=convert(kind, ActorKind), home=home, acronym=is_acronym(form))
            found.setdefault(fold(form), body)
    return found


class _Place(Record, frozen=True):
    """A row of geonames.tsv: what it is, its ISO code and capital if it is a country or a territory, and its name."""

    kind: str
    iso: str
    name: str
    capital: str


@cache
def _places() -> tuple[_Place, ...]:
    rows = _table("geonames.tsv")
    return tuple(_Place(kind=kind, iso=iso, name=name, capital=capital) for kind, iso, name, capital in rows)


@cache
def _countries() -> dict[str, _Place]:
    return {place.iso: place for place in _places() if place.kind in {"country", "territory"}}


@cache
def territories() -> frozenset[str]:
    """The names of those in the table of countries that are no states of their own."""
    return frozenset(place.name for place in _places() if place.kind == "territory")


def _named(kind: str) -> set[str]:
    """Folded names of all places of a kind."""
    return {fold(place.name) for place in _places() if place.kind == kind}


@cache
def country_names() -> dict[str, CountryName]:
    """Folded form to country: English names, other names, demonyms, capitals and other seats of government."""
    territories = Locale("en").territories
    known = _countries()
    found: dict[str, CountryName] = {}
    for iso, demonyms, others, seats in _rows():
        name = country_name(iso)
        capital = [known[iso].capital] if iso in known else []
        listed = known[iso].name if iso in known else ""
        simple = [text for text in (name, territories.get(iso, ""), listed) if text and "(" not in text]
        forms: list[tuple[CountryForm, list[str]]] = [
            ("name", simple + [o for o in _split(others) if not _acronym(o)]),
            ("acronym", [o for o in _split(others) if _acronym(o)]),
            ("demonym", _split(demonyms)),
            ("metonym", capital + _split(seats)),
        ]
        for form, texts in forms:
            for text in texts:
                if text:
                    found.setdefault(fold(text), CountryName(country=name, form=form))
    return found


@cache
def country_name(iso: str) -> str:
    """The common English name of a country: Babel's, or for a former state the first of our own."""
    row = next(r for r in _rows() if r[0] == iso)
    others = _split(row[2])
    listed = _countries()[iso].name if iso in _countries() else ""
    return listed or str(Locale("en").territories.get(iso, "")) or others[0]


@cache
def chambers() -> dict[str, frozenset[str]]:
    """Country to folded short forms of American bodies by which its own are called, too."""
    return {country: frozenset(map(fold, _split(forms))) for country, forms in _table("chambers.tsv")}


def _split(cell: str) -> list[str]:
    return [part for part in cell.split(",") if part]


def _acronym(text: str) -> bool:
    return text.replace(".", "").isupper()


@cache
def place_names() -> frozenset[str]:
    """Folded names of continents, wide regions and the states of the United States.

    Towns are left out on purpose: most share their names with families, and 34,000 of them take long to load.
    """
    return frozenset(us_states() | _named("continent") | {fold(w) for w in _WIDE_PLACES})


@cache
def state_abbreviations() -> dict[str, str]:
    """Newspaper abbreviations of states of the United States, as written, to the state's name."""
    return {short: name for name, short in _table("states.tsv")}


@cache
def us_states() -> frozenset[str]:
    """Folded names of the states of the United States."""
    return frozenset(_named("state"))


_WIDE_PLACES = (
    "Middle East",
    "Near East",
    "Far East",
    "Latin America",
    "Central America",
    "Southeast Asia",
    "Northeast Asia",
    "Central Asia",
    "South Asia",
    "Eastern Europe",
    "Western Europe",
    "Central Europe",
    "Balkans",
    "Caucasus",
    "Scandinavia",
    "Sahel",
    "Caribbean",
    "Pacific",
    "Atlantic",
    "Mediterranean",
    "Arctic",
    "Antarctica",
    "Persian Gulf",
    "West Bank",
    "Gaza",
    "Gaza Strip",
    "Crimea",
    "Donbas",
    "New York",
    "New York City",
    "Los Angeles",
    "Silicon Valley",
    "Midwest",
    "Manhattan",
    "Brooklyn",
)
