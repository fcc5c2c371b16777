"""Search in the built site by Pagefind, in place of the theme's: of a large site, or by `search: pagefind`."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import write_file

from generator.build.searching import SEARCH_SCRIPT, pagefind_program, search_files, search_script
from generator.model.errors import ParallaxError

THEMES = "material/search"

MANY = 1000
"""Pages; above some 600 a browser has its first result sooner from Pagefind's index than from the theme's."""

ADVICE = (
    "This site has %d pages, and whoever searches it loads the index of them all. Install Pagefind, of whose index a "
    "browser loads few parts: pip install 'parallax-explainer[pagefind]'. The next build then searches by it. To keep "
    "the theme's search, set `search: theme` under `parallax:` in mkdocs.yml."
)


def theme_search(config: MkDocsConfig) -> Any:
    """The theme's search plugin, or None."""
    return config.plugins.get(THEMES)


def theme_index(config: MkDocsConfig) -> Any:
    """What the theme's search plugin finds in the build under way, or None where there is none."""
    return getattr(theme_search(config), "search_index", None)


def prepare(config: MkDocsConfig) -> None:
    """Put our script before the theme's; raises ParallaxError or PluginError for what is missing."""
    pagefind_program()
    if theme_search(config) is None:
        raise PluginError("`search: pagefind` answers in the theme's search box: add `- search` to `plugins:`.")
    config.extra["polyfills"] = [*config.extra.get("polyfills", []), SEARCH_SCRIPT]


def swapped(config: MkDocsConfig) -> bool:
    """Whether Pagefind is there and stands in for the theme's search, as of a large site it does unasked."""
    try:
        prepare(config)
    except ParallaxError:
        return False
    return True


def script(config: MkDocsConfig, language: str) -> bytes:
    """What `prepare` named."""
    return search_script(language, from_disk=_from_disk(config))


def write_index(config: MkDocsConfig, language: str) -> None:
    """Write Pagefind's index, and leave the theme's plugin an empty one, which its script asks for."""
    index = theme_index(config)
    for uri, content in search_files(index.entries, language, from_disk=_from_disk(config)).items():
        write_file(content, str(Path(config.site_dir) / uri))
    index.entries = []


def _from_disk(config: MkDocsConfig) -> bool:
    offline = config.plugins.get("material/offline")
    return offline is not None and bool(offline.config.enabled)
