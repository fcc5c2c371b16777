"""The MkDocs plugin: hands the site's pages to MkDocs, and nothing else. The only place that knows MkDocs."""

import logging
from pathlib import Path
from typing import Any, Literal
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

from generator.build.publication import Identity, Publication, failed, fill, package_folders, publish
from generator.content.settings import Settings, content_folder, read_settings
from generator.content.site_folder import EXTENSIONS
from generator.desk.previewing import CompiledTemplates, guarded, reason_not_to_listen, recovering
from generator.model.errors import ParallaxError
from generator.site.addresses import ACTORS, DISAGREEMENTS, EVENTS, SOURCES

_log = logging.getLogger("mkdocs.plugins.parallax")
# The same articles give the same bytes: the sitemap names no day (see theme/sitemap.xml), its archive this one.
_NO_DAY = "1980-01-01"
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "suggestion": logging.DEBUG}


class ParallaxConfig(base.Config):
    """The options under `plugins: - parallax:` in mkdocs.yml; `content.settings` checks them and has the defaults."""

    content = config_options.Optional(config_options.Type(str))
    model = config_options.Optional(config_options.Type(str))
    quotation_words = config_options.Optional(config_options.Type(int))
    excerpt_share = config_options.Optional(config_options.Type((int, float)))
    excerpt_words = config_options.Optional(config_options.Type(int))
    disagreements = config_options.Optional(config_options.Type(int))
    editorial = config_options.Optional(config_options.Type(bool))
    readings = config_options.Optional(config_options.Type(bool))
    reader = config_options.Optional(config_options.Type(str))
    event_pages = config_options.Optional(config_options.Type(str))
    unconfirmed = config_options.Optional(config_options.Type(str))


class ParallaxPlugin(BasePlugin[ParallaxConfig]):
    """Adds the generated pages, files and blocks to a MkDocs site."""

    _preview = False
    _publication: Publication
    _templates = CompiledTemplates()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; that this method exists keeps the plugin alive between rebuilds."""
        self._preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the content and our own templates, and switch on what the pages need."""
        if self._preview and not hasattr(self, "_publication"):
            _check_port(config)
        folder = content_folder(self._settings(config), self._root(config))
        config.watch.extend(str(path) for path in (folder, *package_folders()) if str(path) not in config.watch)
        config.markdown_extensions.extend(name for name in EXTENSIONS if name not in config.markdown_extensions)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(package_folders()[0]))
        return config

    # Before other plugins, which may want to see our pages.
    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add all pages and files of the site to those of docs_dir."""
        self._publication = self._publish(config)
        if not self._preview and is_placeholder(config.site_url):
            _log.info("site_url in mkdocs.yml is still a placeholder: until it is set, feeds and links lead nowhere.")
        if config.nav is None:
            config.nav = _nav(files, self._publication)
        for page in self._publication.pages:
            _add(files, config, page.uri, page.text)
        for uri, content in self._publication.files.items():
            _add(files, config, uri, content)
        config.extra_css = [*self._publication.styles, *config.extra_css]
        config.extra_javascript = [*self._publication.scripts, *config.extra_javascript]
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill the places that the editor's own pages keep for us, and forget the day of the build."""
        page.update_date = _NO_DAY
        own = page.file.generated_by is None
        if not own and "navigation.tabs" not in config.theme.get("features", []):
            page.meta["hide"] = [part for part in page.meta.get("hide", []) if part != "navigation"]
        filled = fill(markdown, page.file.src_uri, self._publication) if own else markdown
        return self._publication.notice + filled

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Chain the events by date: pages outside the nav have no neighbours of their own (HOST.md, trap T3)."""
        for before, after in zip(self._publication.sequence, self._publication.sequence[1:], strict=False):
            earlier, later = _page(files, before), _page(files, after)
            if earlier and later:
                earlier.next_page, later.previous_page = later, earlier
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the theme's compiled templates: compiling them anew takes a quarter of a small site's rebuild."""
        env.bytecode_cache = self._templates
        return env

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Let the preview answer this machine alone, and outlive a build that fails."""
        server.set_app(guarded(server.serve_request, host=config.dev_addr.host))
        server.builder = recovering(server.builder, Path(config.site_dir))
        return server

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page outside the nav a small nav, or it loses its mobile table of contents (HOST.md, T2)."""
        index = self._publication.sections.get(page.file.src_uri)
        if index is not None:
            context["nav"] = _small_nav(nav, page, index)
        return context

    def _publish(self, config: MkDocsConfig) -> Publication:
        settings = self._settings(config)
        identity = Identity(
            title=config.site_name,
            description=config.site_description or "",
            home=config.site_url or "",
            language=settings.language,
            folders=config.use_directory_urls,
        )
        try:
            publication = publish(self._root(config), settings, identity, preview=self._preview)
        except ParallaxError as fault:
            if not self._preview:
                raise PluginError(str(fault)) from None
            publication = self._instead(fault)
        except Exception as fault:  # a fault of ours: the preview tells it and goes on
            if not self._preview:
                raise
            _log.exception("The site could not be built.")
            publication = self._instead(ParallaxError(f"The site could not be built: {fault!r}."))
        for problem in publication.site.problems:
            place = f"{problem.file}:{problem.line}: " if problem.line else f"{problem.file}: " if problem.file else ""
            _log.log(_LEVELS[problem.severity], "%s%s %s", place, problem.message, problem.remedy)
        return publication

    def _instead(self, fault: ParallaxError) -> Publication:
        """What a preview shows when the site cannot be built: the last site that could, under a notice."""
        return failed(fault, getattr(self, "_publication", None))

    def _settings(self, config: MkDocsConfig) -> Settings:
        given = {name: value for name, value in self.config.items() if value is not None}
        language = config.theme.get("language") or "en"
        try:
            return read_settings({**given, "language": language})
        except ParallaxError as fault:
            raise PluginError(str(fault)) from None

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent


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


def _add(files: Files, config: MkDocsConfig, uri: str, content: str | bytes) -> None:
    """Add a generated file; a page of the editor's own at the same address would silently lose (HOST.md, T7)."""
    file = File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    taken = next((other for other in files if other.dest_uri == file.dest_uri), None)
    if taken is not None:
        raise PluginError(f"{taken.src_uri}: Parallax makes a page at this address itself. Rename or remove the file.")
    files.append(file)


def _nav(files: Files, publication: Publication) -> list[Any]:
    """What the menu holds where the editor wrote none: his own pages, and our index pages after the first of them."""
    own = nest_paths(f.src_uri for f in files.documentation_pages(inclusion=InclusionLevel.is_in_nav))
    titles = {page.uri: page.title for page in publication.pages}
    indexes = [uri for uri in (EVENTS, DISAGREEMENTS, ACTORS, SOURCES) if uri in titles]
    return [*own[:1], *({titles[uri]: uri} for uri in indexes), *own[1:]]


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
