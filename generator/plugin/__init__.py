"""The MkDocs plugin: hands the site's pages to MkDocs, and nothing else. The only place that knows MkDocs."""

import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from threading import Thread
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths
from mkdocs.utils.templates import TemplateContext

from generator.build.inputs import inputs_digest
from generator.build.publication import Draft, Identity, drafted, failed, fill, package_folders, publish
from generator.build.remembering import Remembered
from generator.build.searching import SEARCH_SCRIPT
from generator.content.settings import Settings, content_folder, read_settings
from generator.content.site_folder import EXTENSIONS
from generator.desk.previewing import reason_not_to_listen
from generator.model.errors import ParallaxError
from generator.plugin import search
from generator.plugin.preview import Preview
from generator.plugin.theme import quicken
from generator.site.addresses import ACTORS, DISAGREEMENTS, EVENTS, SOURCES
from generator.site.pages.templates import CompiledTemplates

T = TypeVar("T")
_log = logging.getLogger("mkdocs.plugins.parallax")
# The same articles give the same bytes: the sitemap names no day (see theme/sitemap.xml), its archive this one.

_NO_DAY = "1980-01-01"
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "suggestion": logging.DEBUG}


class ParallaxConfig(base.Config):
    """The options under `plugins: - parallax:` in mkdocs.yml; `content.settings` checks them and has the defaults."""

    content = config_options.Optional(config_options.Type(str))
    model = config_options.Optional(config_options.Type(str))
    models = config_options.Optional(config_options.Type(dict))
    quotation_words = config_options.Optional(config_options.Type(int))
    excerpt_share = config_options.Optional(config_options.Type((int, float)))
    excerpt_words = config_options.Optional(config_options.Type(int))
    disagreements = config_options.Optional(config_options.Type(int))
    editorial = config_options.Optional(config_options.Type(bool))
    readings = config_options.Optional(config_options.Type(bool))
    reader = config_options.Optional(config_options.Type(str))
    event_pages = config_options.Optional(config_options.Type(str))
    actor_pages = config_options.Optional(config_options.Type((int, str)))
    unconfirmed = config_options.Optional(config_options.Type(str))
    search = config_options.Optional(config_options.Type(str))
    language = config_options.Optional(config_options.Type(str))


class ParallaxPlugin(BasePlugin[ParallaxConfig]):
    """Adds the generated pages, files and blocks to a MkDocs site."""

    _preview = False
    _draft: Draft
    _digest = ""
    _templates = CompiledTemplates()

    def __init__(self) -> None:
        self._served = Preview()
        self._remembered = Remembered()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; that this method exists keeps the plugin alive between rebuilds."""
        self._preview = command == "serve"
        if not self._preview:
            # Most of what a build makes stays: looking for what does not took a fourteenth of its time.
            gc.set_threshold(20_000, 20, 20)

    # Before other plugins, which may use the theme's templates.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the content and our own templates, and switch on what the pages need."""
        quicken(config.theme, self._templates)
        if self._preview and not hasattr(self, "_draft"):
            _check_port(config)
        folder = content_folder(self._settings(config), self._root(config))
        config.watch.extend(str(path) for path in (folder, *package_folders()) if str(path) not in config.watch)
        config.markdown_extensions.extend(name for name in EXTENSIONS if name not in config.markdown_extensions)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(package_folders()[0]))
        self._pagefind = not self._preview and self._settings(config).search == "pagefind"
        if self._pagefind:
            _told(search.prepare, config)
        return config

    # Before other plugins, which may want to see our pages.
    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add all pages and files of the site to those of docs_dir."""
        if not self._served.on_request:
            self._draft = self._publish(config)
        if not self._preview:
            gc.freeze()  # the site stays as it is, and need not be looked through at each collection
        publication = self._draft.publication
        if self._is_large(config):
            self._pagefind = search.swapped(config)
        if not self._preview and is_placeholder(config.site_url):
            _log.info("site_url in mkdocs.yml is still a placeholder: until it is set, feeds and links lead nowhere.")
        if config.nav is None:
            config.nav = _nav(files, self._draft)
        made = self._served.files(config, self._uris(config))
        _add(files, made)
        if self._preview:
            self._served.plan(files, config, made)
        for file in made:
            if file.wanted:
                self._fill(file, config)
        config.extra_css = [*publication.styles, *config.extra_css]
        config.extra_javascript = [*publication.scripts, *config.extra_javascript]
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill the places that the editor's own pages keep for us, and forget the day of the build."""
        page.update_date = _NO_DAY
        own = page.file.generated_by is None
        if not own and "navigation.tabs" not in config.theme.get("features", []):
            page.meta["hide"] = [part for part in page.meta.get("hide", []) if part != "navigation"]
        filled = fill(markdown, page.file.src_uri, self._draft.publication) if own else markdown
        return self._draft.publication.notice + filled

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Chain the events by date: pages outside the nav have no neighbours of their own (HOST.md, trap T3)."""
        pages = [page for uri in self._draft.publication.sequence if (page := _page(files, uri))]
        for earlier, later in pairwise(pages):
            earlier.next_page, later.previous_page = later, earlier
        if self._preview:
            beside = [p for page in pages if page.file.is_modified() for p in (page.previous_page, page.next_page) if p]
            self._served.name((*nav.pages, *beside), self._title)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Remember which files there are."""
        self._files = files
        if self._preview and (index := search.theme_index(config)) is not None:
            self._served.listen(index)
        return env

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Let the preview answer this machine alone, build what is asked for, and outlive a build that fails."""
        self._served.serve(server, config)
        # The model takes seconds to load, and the first article that changes needs it.
        Thread(target=_loaded, args=[self._settings(config).model], daemon=True).start()
        return server

    # Before the theme's plugin writes its index.
    @event_priority(50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write Pagefind's search index, or say that it would help; in a preview, note what is built."""
        if self._preview:
            self._served.finish(self._files, config, search.theme_index(config))
        if self._pagefind:
            _told(search.write_index, config, self._settings(config).language)
        elif self._is_large(config):
            _log.info(search.ADVICE, len(self._draft.pages))

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page outside the nav a small nav, or it loses its mobile table of contents (HOST.md, T2)."""
        index = self._draft.publication.sections.get(page.file.src_uri)
        if index is not None:
            context["nav"] = _small_nav(nav, page, index)
        return context

    def _publish(self, config: MkDocsConfig) -> Draft:
        settings = self._settings(config)
        identity = Identity(
            title=config.site_name,
            description=config.site_description or "",
            home=config.site_url or "",
            language=settings.language,
            folders=config.use_directory_urls,
        )
        try:
            draft = self._drafted(config, settings, identity)
        except ParallaxError as fault:
            if not self._preview:
                raise PluginError(str(fault)) from None
            draft = self._instead(fault)
        except Exception as fault:  # a fault of ours: the preview tells it and goes on
            if not self._preview:
                raise
            _log.exception("The site could not be built.")
            draft = self._instead(ParallaxError(f"The site could not be built: {fault!r}."))
        for problem in draft.publication.site.problems:
            place = f"{problem.file}:{problem.line}: " if problem.line else f"{problem.file}: " if problem.file else ""
            least = logging.DEBUG if place else logging.INFO  # `parallax check` tells suggestions about the site
            _log.log(max(least, _LEVELS[problem.severity]), "%s%s %s", place, problem.message, problem.remedy)
        return draft

    def _drafted(self, config: MkDocsConfig, settings: Settings, identity: Identity) -> Draft:
        """The finished site, or of a preview one that is written on request; the last one when nothing has changed."""
        root = self._root(config)
        if not self._preview:
            finished = publish(root, settings, identity)
            return Draft(finished, {page.uri: page for page in finished.pages}, finished.files)
        digest = inputs_digest(root, settings, identity)
        if digest != self._digest:
            self._digest = ""
            self._right = drafted(root, settings, identity, self._remembered)
            self._digest = digest
        return self._right

    def _instead(self, fault: ParallaxError) -> Draft:
        """What a preview shows when the site cannot be built: the last site that could, under a notice."""
        return failed(fault, getattr(self, "_draft", None))

    def _uris(self, config: MkDocsConfig) -> Iterator[str]:
        yield from self._draft.pages
        yield from self._draft.files
        if self._pagefind:
            yield SEARCH_SCRIPT

    def _fill(self, file: File, config: MkDocsConfig) -> None:
        if file.src_uri in self._draft.pages:
            file.content_string = self._draft.pages[file.src_uri].text
        elif file.src_uri in self._draft.files:
            file.content_bytes = self._draft.files[file.src_uri]
        else:
            file.content_bytes = search.script(config, self._settings(config).language)

    def _title(self, uri: str) -> str | None:
        return self._draft.pages[uri].title if uri in self._draft.pages else None

    def _settings(self, config: MkDocsConfig) -> Settings:
        given = {name: value for name, value in self.config.items() if value is not None}
        language = config.theme.get("language") or "en"
        return _told(read_settings, {"language": language, **given})

    def _is_large(self, config: MkDocsConfig) -> bool:
        """Whether the theme's search carries the site badly, and the editor has not chosen."""
        open_choice = not self._preview and self._settings(config).search == "auto"
        return open_choice and len(self._draft.pages) > search.MANY and search.theme_search(config) is not None

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent


def _told(work: Callable[..., T], *given: Any) -> T:
    """The result of some work; MkDocs tells a PluginError without a traceback."""
    try:
        return work(*given)
    except ParallaxError as fault:
        raise PluginError(str(fault)) from None


def _loaded(model: str) -> None:
    from generator.language.parsing import load  # noqa: PLC0415 - of use in a preview alone

    with suppress(ImportError, OSError):  # the build tells what is missing
        load(model)


def is_placeholder(address: str | None) -> bool:
    """Whether an address was left as an example: such names lead nowhere (RFC 2606)."""
    host = urlsplit(address or "").hostname or ""
    return host.endswith((".example", "example.com", ".invalid"))


def _check_port(config: MkDocsConfig) -> None:
    """Nothing, unless the preview could not listen: MkDocs finds out only when all is built, with a traceback."""
    host, port = config.dev_addr
    taken = reason_not_to_listen(host, port)
    if taken:
        raise PluginError(f"The preview cannot use {host}:{port}: {taken}. Name another: `-a localhost:{port + 1}`.")


def _add(files: Files, made: Iterable[File]) -> None:
    """Add generated files; a page of the editor's own at the same address would silently lose (HOST.md, T7)."""
    taken = {file.dest_uri: file for file in files}
    for file in made:
        if file.dest_uri in taken:
            own = taken[file.dest_uri].src_uri
            raise PluginError(f"{own}: Parallax makes a page at this address itself. Rename or remove the file.")
        files.append(file)


def _nav(files: Files, draft: Draft) -> list[Any]:
    """What the menu holds where the editor wrote none: his own pages, and our index pages after the first of them."""
    own = nest_paths(f.src_uri for f in files.documentation_pages(inclusion=InclusionLevel.is_in_nav))
    # Pages are drawn when they are asked for: a preview draws no others than these for its menu.
    indexes = [uri for uri in (EVENTS, DISAGREEMENTS, ACTORS, SOURCES) if uri in draft.pages]
    return [*own[:1], *({draft.pages[uri].title: uri} for uri in indexes), *own[1:]]


def _page(files: Files, uri: str) -> Page | None:
    file = files.get_file_from_path(uri)
    return file.page if file else None


def _small_nav(nav: Navigation, page: Page, index: str) -> Navigation:
    """The site's nav with this page listed below its index page."""
    items = []
    for item in nav.items:
        if isinstance(item, Page) and item.file.src_uri == index:
            section = Section(item.title or "", [item, page])
            item.parent = page.parent = section
            items.append(section)
        else:
            items.append(item)
    small = Navigation(items, nav.pages)
    small.homepage = nav.homepage
    return small
