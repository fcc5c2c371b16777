"""A finished site as files: pages in Markdown and everything beside them, for whichever engine builds it."""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.build.cache import cache_folder, keep_latest, read_latest
from generator.build.code import PACKAGE
from generator.build.inputs import inputs_digest
from generator.build.remembering import Remembered
from generator.content.settings import Settings
from generator.model.errors import ParallaxError, as_problem
from generator.model.record import Record
from generator.model.site import Site
from generator.site.pages.page import Page
from generator.site.words import read_words

if TYPE_CHECKING:
    from generator.build.pipeline import Built

# So many pages are kept for a build that changes nothing; of more, the copies to write would take gigabytes.
_MOST_KEPT = 20_000
_SITE = PACKAGE / "site"
_PLACE = re.compile(r"<!--\s*parallax:\s*([\w-]+)\s*-->")


class Identity(Record, frozen=True):
    """What the site calls itself: title, description, its published address ("" if unknown) and language tag.

    `folders` says whether pages are folders (`page/`) or files (`page.html`).
    """

    title: str
    description: str = ""
    home: str = ""
    language: str = "en"
    folders: bool = True


class Publication(Record, frozen=True):
    """All that an engine needs.

    `files` are by address in the site. `sequence` are the event pages by date. `sections` gives the index page of each
    page outside the navigation. `notice` stands at the top of every page of a preview. `site`, `edit` and `language`
    are what the blocks in the editor's own pages are made of.
    """

    site: Site
    language: str
    edit: dict[str, str] | None = None
    pages: tuple[Page, ...] = ()
    files: dict[str, bytes] = msgspec.field(default_factory=dict)
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    sequence: tuple[str, ...] = ()
    sections: dict[str, str] = msgspec.field(default_factory=dict)
    notice: str = ""


class Draft:
    """A site whose pages and files are by address; those of a preview are written when they are asked for.

    `publication` says everything else, and holds neither.
    """

    def __init__(self, publication: Publication, pages: Mapping[str, Page], files: Mapping[str, bytes]) -> None:
        self.publication, self.pages, self.files = publication, pages, files

    def finished(self) -> Publication:
        """All of it, written."""
        return msgspec.structs.replace(self.publication, pages=tuple(self.pages.values()), files=dict(self.files))


def publish(root: Path, settings: Settings, identity: Identity, *, preview: bool = False) -> Publication:
    """Build the site in `root` and render all of it; when nothing has changed since the last time, that is given back.

    `preview` adds what only the editor sees: where to change each thing, whole articles, the problems.
    """
    digest = inputs_digest(root, settings, identity, preview)
    place = cache_folder() / "sites" / f"{sha256(str(root.resolve()).encode()).hexdigest()}-{int(preview)}.msgpack"
    kept = read_latest(place, digest, Publication)
    if kept is not None:
        return kept
    from generator.build import drawing  # noqa: PLC0415 - all that writes pages: an unchanged site needs none of it

    publication = drawing.finished(build(root, settings, preview=preview), settings, identity, preview=preview)
    if len(publication.pages) <= _MOST_KEPT:
        keep_latest(place, digest, publication)
    return publication


def build(root: Path, settings: Settings, *, preview: bool, remembered: Remembered | None = None) -> "Built":
    """The site of the folder `root`; see `pipeline.build`."""
    from generator.build import pipeline  # noqa: PLC0415 - all that compares articles

    return pipeline.build(root, settings, preview=preview, remembered=remembered)


def drafted(root: Path, settings: Settings, identity: Identity, remembered: Remembered) -> Draft:
    """The preview of the site in `root`, of which nothing is written yet; see `pipeline.build`."""
    from generator.build import drawing  # noqa: PLC0415

    read_words.cache_clear()  # a preview shows a phrase that changed, too
    digest = inputs_digest(root, settings, apart=_drawn_with())  # a template that changes compares nothing anew
    built = remembered.latest(digest, lambda: build(root, settings, preview=True, remembered=remembered))
    return drawing.drafted(built, settings, identity, preview=True)


def failed(fault: ParallaxError, last: Draft | None) -> Draft:
    """The `last` draft of a preview, or else none of its pages, with the `fault` in the notice on top."""
    from generator.site.preview import problem_notice  # noqa: PLC0415

    problem = as_problem(fault)
    last = last or Draft(Publication(site=Site(), language="en"), {}, {})
    notice = problem_notice([problem], read_words(last.publication.language))
    site = msgspec.structs.replace(last.publication.site, problems=(problem,))
    return Draft(msgspec.structs.replace(last.publication, site=site, notice=notice), last.pages, last.files)


def fill(markdown: str, uri: str, publication: Publication) -> str:
    """The editor's page at `uri` with each `<!-- parallax: name -->` replaced by that block.

    An unknown name stays as it is: it shows in no browser, and other programs may know it.
    """
    if not _PLACE.search(markdown):
        return markdown
    from generator.site.pages.render import blocks  # noqa: PLC0415

    known = blocks(publication.site, read_words(publication.language), uri=uri, edit=publication.edit)
    return _PLACE.sub(lambda match: known.get(match[1], match[0]), markdown)


def package_folders() -> tuple[Path, ...]:
    """Our own folders on disk: the theme's first, then those whose change a preview should follow."""
    return (*_drawn_with(), _SITE / "words")


def _drawn_with() -> tuple[Path, ...]:
    """Those of our folders that decide how things look, and nothing of what is told."""
    return tuple(_SITE / name for name in ("theme", "templates", "assets"))
