"""A finished page: its address, its title and its Markdown."""

from typing import Any

import yaml

from generator.model.record import Record
from generator.site.pages.inert import plain_line

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The safe dumper in C takes a tenth of the time; PyYAML's wheels bring it."""


class Page(Record, frozen=True):
    """One page. `uri` is relative to the folder of pages; `text` is Markdown with YAML front matter."""

    uri: str
    title: str
    text: str


def page_of(uri: str, title: str, description: str, body: str, **front: Any) -> Page:
    """A page with its front matter; `front` adds to it, or takes from it with None."""
    plain = plain_line(title, longest=200)
    matter = {"title": plain, "description": plain_line(description), "render_macros": False} | front
    kept = {key: value for key, value in matter.items() if value is not None}
    head = yaml.dump(kept, Dumper=DUMPER, allow_unicode=True, sort_keys=False)
    return Page(uri=uri, title=plain, text=f"---\n{head}---\n\n{body.strip()}\n")


def part_page(uri: str, title: str, label: str, body: str) -> Page:
    """The page of a part of a long index; a search finds what stands in it on pages that tell more."""
    whole = f"{title}: {label}"
    return page_of(uri, whole, whole, body, hide=["navigation", "toc"], search={"exclude": True})
