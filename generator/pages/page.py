"""A finished page: its address, its title and its Markdown."""

from typing import Any

import yaml

from generator.model.record import Record
from generator.pages.inert import plain_line


class Page(Record, frozen=True):
    """One page. `uri` is relative to the folder of pages; `text` is Markdown with YAML front matter."""

    uri: str
    title: str
    text: str


def page_of(uri: str, title: str, description: str, body: str, **front: Any) -> Page:
    """A page with its front matter; `front` adds to it, or takes from it with None."""
    plain = plain_line(title, longest=200)
    matter = {"title": plain, "description": plain_line(description), "render_macros": False} | front
    head = yaml.safe_dump({k: v for k, v in matter.items() if v is not None}, allow_unicode=True, sort_keys=False)
    return Page(uri=uri, title=plain, text=f"---\n{head}---\n\n{body.strip()}\n")
