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
from generator.content.settings import Settings
from generator.model.story import Section

ENTRIES: dict[str, dict[str, Any]] = {
    "actors.yml": {"actors": ActorEntry, "never_merge": Names, "not_actors": Text},
    "events.yml": {"events": EventEntry, "hide": Section},
    "disagreements.yml": {"disagreements": ConfirmEntry | DismissEntry | AddEntry},
    "corrections.yml": {"corrections": CorrectionLine},
}
"""The keys that each of the editor's files may hold, and what an entry under them is made of."""

TOLD = {
    "actors": "Who is who: an entry for each actor whom the machine got wrong.",
    "never_merge": "Names that are not one actor, a list of two or more for each: `- [Anna Berg, Jonas Berg]`.",
    "not_actors": "Names that are nobody's.",
    "events": "Which articles tell one event: an entry for each that the machine got wrong.",
    "hide": "Sections that no event's page shows.",
    "disagreements": "Your decisions: each entry begins with `confirm`, `dismiss` or `add`.",
    "corrections": "What was wrong on the published site, the newest first.",
}
"""What is told of each of these keys."""


def schemas() -> dict[str, dict[str, Any]]:
    """A schema (draft 2020-12) for each of the editor's files, an article's front matter and our settings, by name."""
    found = {name: _file(name, keys) for name, keys in ENTRIES.items()}
    (front_matter,), parts = msgspec.json.schema_components([FrontMatter], ref_template="#/$defs/{name}")
    found["front-matter"] = {**_HEAD, "title": "The front matter of an article", **front_matter, "$defs": parts}
    found["mkdocs.yml"] = _settings()
    return found


_HEAD = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def _settings() -> dict[str, Any]:
    """Of all that MkDocs takes, what stands under `parallax:` of its `plugins:`, which are a list or a mapping."""
    (settings,), parts = msgspec.json.schema_components([Settings], ref_template="#/$defs/{name}")
    told = "What MkDocs is extended by. Under `parallax:` are our settings."
    ours = {"parallax": {"anyOf": [settings, {"type": "null"}], "description": "The settings of Parallax."}}
    plugin = {"anyOf": [{"type": "string"}, {"type": "object", "properties": ours}]}
    plugins = {"type": ["array", "object"], "description": told, "items": plugin, "properties": ours}
    title = "The settings of Parallax in mkdocs.yml"
    return {**_HEAD, "title": title, "type": "object", "properties": {"plugins": plugins}, "$defs": parts}


def _file(name: str, keys: dict[str, Any]) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    properties = {}
    for key, kind in keys.items():
        members = getattr(kind, "__args__", ()) if key == "disagreements" else (kind,)
        shapes, used = msgspec.json.schema_components(members, ref_template="#/$defs/{name}")
        parts |= used
        items = shapes[0] if len(shapes) == 1 else {"anyOf": list(shapes)}
        properties[key] = {"type": ["array", "null"], "description": TOLD[key], "items": items}
    return {
        **_HEAD,
        "title": name,
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
        "$defs": parts,
    }
