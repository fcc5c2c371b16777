"""JSON schemas of what an editor writes, made from the records that check it; editors complete from them."""

from typing import Any

import msgspec

from generator.content.articles.front_matter import FrontMatter
from generator.content.editorial.entries import (
    ActorEntry,
    AddEntry,
    ConfirmEntry,
    CorrectionLine,
    DismissEntry,
    EventEntry,
    Names,
    Text,
)
from generator.model.story import Section

ENTRIES: dict[str, dict[str, Any]] = {
    "actors.yml": {"actors": ActorEntry, "never_merge": Names, "not_actors": Text},
    "events.yml": {"events": EventEntry, "hide": Section},
    "disagreements.yml": {"disagreements": ConfirmEntry | DismissEntry | AddEntry},
    "corrections.yml": {"corrections": CorrectionLine},
}
"""The keys that each of the editor's files may hold, and what an entry under them is made of."""


def schemas() -> dict[str, dict[str, Any]]:
    """A schema (draft 2020-12) for each of the editor's files and for the front matter of an article, by name."""
    found = {name: _file(name, keys) for name, keys in ENTRIES.items()}
    (front_matter,), parts = msgspec.json.schema_components([FrontMatter], ref_template="#/$defs/{name}")
    found["front-matter"] = {**_HEAD, "title": "The front matter of an article", **front_matter, "$defs": parts}
    return found


_HEAD = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def _file(name: str, keys: dict[str, Any]) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    properties = {}
    for key, kind in keys.items():
        members = getattr(kind, "__args__", ()) if key == "disagreements" else (kind,)
        shapes, used = msgspec.json.schema_components(members, ref_template="#/$defs/{name}")
        parts |= used
        items = shapes[0] if len(shapes) == 1 else {"anyOf": list(shapes)}
        properties[key] = {"type": ["array", "null"], "items": items}
    return {
        **_HEAD,
        "title": name,
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
        "$defs": parts,
    }
