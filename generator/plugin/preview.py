"""`mkdocs serve` after a change: the site is compared anew at once, and each page built when a browser asks for it.

MkDocs builds every page at every change, which takes most of the time of a large site. Its `dirty` builds leave out the
files that say they have not changed; ours say so until somebody asks for them. So no page shows what was, and a change
takes no longer in a site of many pages. The first build is a whole one, as is each with a plugin that we don't know.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from threading import RLock
from typing import Any, cast

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.build.collecting import seldom_collected
from generator.desk.previewing import App, guarded, recovering
from generator.site.addresses import ASSETS

_HIDDEN = InclusionLevel.NOT_IN_NAV

INDEX = "search/search_index.json"
"""The theme's search index: of all pages."""

_KNOWN = frozenset({"material/search", "search", "parallax", "material/offline"})
# What `mkdocs serve` was told on the command line and a build hangs on.
_TOLD = ("strict", "theme", "use_directory_urls", "dev_addr")


class Made(File):
    """A file of ours; a `dirty` build makes it if it is `wanted`."""

    wanted = True

    def is_modified(self) -> bool:
        """Whether a `dirty` build makes it."""
        return self.wanted


class Preview:
    """What of a served site is built, and what is built of it next. Addresses are those of built files in the site."""

    def __init__(self) -> None:
        self.on_request = False
        """Whether the build under way makes what a browser asked for, of the site as it is known."""
        self._lock = RLock()
        self._changes = 0
        self._all = True  # the build under way makes everything
        self._asked: set[str] = set()  # what it makes of ours, if not
        self._fresh: set[str] = set()  # what of ours shows the site of now
        self._open = ""  # the page that a browser asked for last: it will ask again after a change
        self._made: dict[str, Made] = {}
        self._files: dict[str, Made] = {}  # the same by source
        self._addressed: tuple[str, bool] = "", False  # what their addresses hang on
        self._standing: set[str] = set()  # everything, the editor's and the theme's too
        self._titles: dict[str, str] = {}  # of pages, by source
        self._found: dict[str, list[Any]] = {}  # what the search finds on a page, by source
        self._unread: dict[str, Page] = {}  # pages as built in which it has not looked for that yet, by source

    def files(self, config: MkDocsConfig, uris: Iterable[str]) -> list[Made]:
        """Our files, of which nothing but their names is known yet; where each of them goes is reckoned once."""
        told = config.site_dir, config.use_directory_urls
        known = self._files if told == self._addressed and not self._all else {}
        self._addressed, self._files = told, {uri: known.get(uri) or _made(config, uri) for uri in uris}
        for file in self._files.values():
            file.page, file.content_string, file.inclusion = None, "", _HIDDEN
        return list(self._files.values())

    def plan(self, files: Files, config: MkDocsConfig, made: Iterable[Made]) -> None:
        """Mark which files the build under way makes: all, or what was asked for and, after a change, the editor's."""
        self._made = {file.dest_uri: file for file in made}
        for uri, file in self._made.items():
            file.wanted = self._all or uri in self._asked or uri.startswith(ASSETS)
        if self._all or self.on_request:
            return
        own = {config.docs_dir, config.theme.custom_dir} - {None}  # None has what is made, ours
        for path in [file.abs_dest_path for file in files if file.src_dir in own]:
            Path(path).unlink(missing_ok=True)  # by its time it may seem unchanged: an older file can take its place

    def name(self, pages: Iterable[Page], title: Callable[[str], str | None]) -> None:
        """Give pages that are not built their titles, for others name them; `title` knows those of ours."""
        if self._all:
            return
        for page in pages:
            if page.title is None and not page.file.is_modified():
                page.title = title(page.file.src_uri) or self._titles.get(page.file.src_uri)

    def finish(self, files: Files, config: MkDocsConfig, index: Any) -> None:
        """Note what was built, take away what is gone, and give a search `index` that is asked for all entries."""
        whole = self._all or INDEX in self._asked
        built = [file.page for file in files.documentation_pages() if file.page and file.page.markdown is not None]
        self._titles |= {page.file.src_uri: str(page.title) for page in built}
        if index is not None and whole:
            for page in self._unread.values():
                self._read(index, page)
            self._unread = {}
            pages = files.documentation_pages()
            index.entries = [entry for file in pages for entry in self._found.get(file.src_uri, [])]
        now = {file.dest_uri for file in files}
        for uri in self._standing - now:
            (Path(config.site_dir) / uri).unlink(missing_ok=True)
        self._standing = now
        self._fresh |= {uri for uri, file in self._made.items() if file.wanted} | ({INDEX} if whole else set())

    def listen(self, index: Any) -> None:
        """Have the theme's search `index` look into a page when the index is asked for, not when the page is built."""

        def note(page: Page) -> None:
            if self._all:  # other plugins may look at it, too
                self._unread.pop(page.file.src_uri, None)
                self._read(index, page)
            else:
                self._unread[page.file.src_uri] = copy(page)  # whose content will lose what the index looks at

        index.add_entry_from_context = note

    def _read(self, index: Any, page: Page) -> None:
        known = len(index.entries)
        type(index).add_entry_from_context(index, page)
        self._found[page.file.src_uri] = index.entries[known:]

    def serve(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Build in this way from now on."""
        context = click.get_current_context(silent=True)
        given = context.params if context else {}
        told: dict[str, Any] = {name: given[name] for name in _TOLD if given.get(name) is not None}
        whole, folder = server.builder, Path(config.site_dir)

        def read() -> MkDocsConfig:
            fresh = load_config(config.config_file_path, site_dir=config.site_dir, **told)
            fresh.site_url = server.url
            return fresh

        def some(fresh: MkDocsConfig | None = None) -> None:
            with _quiet(all_of_it=self.on_request), seldom_collected():
                build(fresh or read(), serve_url=server.url, dirty=True)

        def rebuild() -> None:
            with self._lock:
                self._changes += 1
                self._fresh, self._asked, self.on_request = set(), {self._open}, False
                fresh = read() if self._made and config.config_file_path else None
                self._all = fresh is None or not _lazy(fresh)
                if fresh is None or self._all:
                    whole()
                else:
                    some(fresh)

        def prepare(path: str) -> int:
            return self._prepare(
                path.encode("latin-1").decode("utf-8", "ignore").removeprefix(server.mount_path), asked
            )

        asked = recovering(some, folder)
        server.builder = recovering(rebuild, folder)
        server.set_app(guarded(_current(server.serve_request, prepare), host=config.dev_addr.host))

    def _prepare(self, path: str, some: Callable[[], None]) -> int:
        """Build what stands at a path that a browser asks for, unless it was built since the last change.

        How many changes there were.
        """
        with self._lock:
            page = next((uri for uri in (path, f"{path}/index.html", f"{path}index.html") if uri in self._made), path)
            if page.endswith(".html"):
                self._open = page
            if page in self._fresh or (page not in self._made and (page != INDEX or not self._made)):
                return self._changes
            fresh, self._fresh = self._fresh, set()  # nothing is, should it fail: its fault then stands on all pages
            self._all, self._asked, self.on_request = False, {page}, True
            if page == INDEX:
                self._asked |= self._made.keys() - fresh
            some()
            if page in self._fresh:
                self._fresh |= fresh
            return self._changes


def _made(config: MkDocsConfig, uri: str) -> Made:
    return cast("Made", Made.generated(config, uri, content=""))


def _current(app: App, prepare: Callable[[str], int]) -> App:
    """The `app`, asked again where a change came between the preparation of an answer and the answer."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        if path.startswith("/livereload/"):
            return app(environ, start_response)
        told: list[Any] = []
        content: Iterable[bytes] = ()
        changes = -1
        while changes != (now := prepare(path)):
            getattr(content, "close", bool)()
            changes, content = now, app(environ, lambda *given: told.append(given))
        start_response(*told[-1])
        return content

    return answer


def _lazy(config: MkDocsConfig) -> bool:
    """Whether what a page shows hangs on nothing that we don't know: other plugins may look at all pages."""
    return set(config.plugins) <= _KNOWN and not config.hooks


@contextmanager
def _quiet(*, all_of_it: bool) -> Iterator[None]:
    """Keep MkDocs from warning of the dirty build that we ask for, or from telling of the build at all."""
    log = logging.getLogger("mkdocs.commands.build")
    level = log.level

    def calm(record: logging.LogRecord) -> bool:
        return "'dirty' build" not in record.getMessage()

    log.addFilter(calm)
    if all_of_it:
        log.setLevel(logging.WARNING)
    try:
        yield
    finally:
        log.removeFilter(calm)
        log.setLevel(level)
