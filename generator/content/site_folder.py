"""The folder that a command works on: where its content lies, and what its mkdocs.yml says."""

from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec
import yaml
from yaml_env_tag import construct_env_tag

from generator.content.settings import Settings, read_settings
from generator.content.source_text import LONGEST_FILE, read_regular
from generator.model.errors import ParallaxError
from generator.model.record import Record

CONFIGURATION = "mkdocs.yml"
PLUGIN = "parallax"
# What the pages' Markdown needs of Python-Markdown.
EXTENSIONS = ("attr_list", "md_in_html")


class SiteFolder(Record, frozen=True):
    """A site on disk: its root folder, its settings, and the plain data of its mkdocs.yml ({} for a bare folder)."""

    root: Path
    settings: Settings
    configuration: dict[str, Any] = msgspec.field(default_factory=dict)

    @property
    def docs(self) -> Path:
        """The folder of the editor's own pages, relative to the root."""
        return Path(str(self.configuration.get("docs_dir", "docs")))

    def text(self, key: str) -> str:
        """A setting of mkdocs.yml that is text, "" if it is not there."""
        value = self.configuration.get(key)
        return value if isinstance(value, str) else ""


def open_site(root: Path, *, content: Path | None = None, editorial: bool = True, readings: bool = True) -> SiteFolder:
    """The site in `root`, or the bare folder `content` (with articles/ in it) when that is given.

    `editorial` False leaves the editor's files unread, `readings` False a second reader's. Raises ParallaxError when
    there is neither a mkdocs.yml nor a content folder, or when the settings are not right.
    """
    if content is not None:
        if not content.is_dir():
            raise ParallaxError("There is no such folder.", file=str(content), remedy="Name one that holds articles/.")
        bare: dict[str, object] = {"content": ".", "editorial": editorial, "readings": readings}
        return SiteFolder(root=content, settings=read_settings(bare))
    configuration = _configuration(root / CONFIGURATION)
    given = _language(configuration) | _options(configuration.get("plugins"))
    switched_off = {name: False for name, on in (("editorial", editorial), ("readings", readings)) if not on}
    settings = read_settings(given | switched_off)
    return SiteFolder(root=root, settings=settings, configuration=configuration)


def written_configuration(site: SiteFolder, *, styles: Sequence[str], scripts: Sequence[str]) -> bytes:
    """The site's mkdocs.yml for pages that are written out: no plugin of ours, our styles and scripts named.

    Its pages lie in docs/, our one template in theme/; tags of other programs (!ENV) are kept.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 - a build needs only to read, and its import takes long

    yaml_file = YAML()
    yaml_file.width = 4096
    configuration = yaml_file.load((site.root / CONFIGURATION).read_text(encoding="utf-8"))
    configuration["docs_dir"], configuration["site_dir"] = "docs", "site"
    plugins = configuration.get("plugins", ["search"])
    configuration["plugins"] = [entry for entry in plugins if not _is_ours(entry)] if plugins else []
    theme = configuration.get("theme")
    configuration["theme"] = {"name": theme} if isinstance(theme, str) else theme
    configuration["theme"].setdefault("custom_dir", "theme")
    configuration["extra_css"] = [*styles, *configuration.get("extra_css", [])]
    configuration["extra_javascript"] = [*scripts, *configuration.get("extra_javascript", [])]
    extensions = configuration.setdefault("markdown_extensions", [])
    extensions.extend(name for name in EXTENSIONS if name not in extensions)
    configuration["not_in_nav"] = "/actors/\n/events/\n/sources/\n"
    stream = StringIO()
    yaml_file.dump(configuration, stream)
    return stream.getvalue().encode()


def _is_ours(entry: object) -> bool:
    return entry == PLUGIN or (isinstance(entry, dict) and PLUGIN in entry)


def _configuration(path: Path) -> dict[str, Any]:
    try:
        text = read_regular(path, LONGEST_FILE).decode("utf-8")
        found = yaml.load(text, Loader=_LenientLoader)  # noqa: S506 - it is a safe loader
    except FileNotFoundError:
        raise ParallaxError(
            "There is no mkdocs.yml in this folder.",
            remedy="Go to your site's folder, make one with `parallax new DIR`, or name a folder with --content.",
        ) from None
    except OSError as fault:
        raise ParallaxError(f"The file cannot be read: {fault.strerror}.", file=path.name) from None
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        mark = getattr(fault, "problem_mark", None)
        raise ParallaxError(
            "This is not valid YAML.", file=path.name, line=mark.line + 1 if mark else 0, remedy=str(fault)
        ) from None
    if not isinstance(found, dict):
        raise ParallaxError("This is not a configuration of MkDocs.", file=path.name, remedy="It needs `site_name:`.")
    return found


def _language(configuration: dict[str, Any]) -> dict[str, object]:
    theme = configuration.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    return {"language": language} if isinstance(language, str) else {}


def _options(plugins: object) -> dict[str, object]:
    """The options of our plugin in a `plugins:` list or mapping."""
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        options = entry.get(PLUGIN) if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}


class _LenientLoader(yaml.SafeLoader):
    """PyYAML's safe loader that resolves MkDocs' !ENV and passes over tags of other programs."""


def _ignore(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    return None


_LenientLoader.add_multi_constructor("!", _ignore)
_LenientLoader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore)
_LenientLoader.add_constructor("!ENV", construct_env_tag)
