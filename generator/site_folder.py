"""The folder that a command works on: where its content lies, and the settings in its mkdocs.yml."""

from pathlib import Path

import yaml

from generator.errors import ParallaxError
from generator.model.record import Record
from generator.settings import Settings, read_settings

CONFIGURATION = "mkdocs.yml"


class SiteFolder(Record, frozen=True):
    """A site on disk: its root folder, and its settings (`settings.content` is relative to the root)."""

    root: Path
    settings: Settings


def open_site(root: Path, *, content: Path | None = None, editorial: bool = True) -> SiteFolder:
    """The site in `root`, or the bare folder `content` (with articles/ in it) when that is given.

    `editorial` False leaves the editor's files unread. Raises ParallaxError when there is neither a mkdocs.yml nor a
    content folder, or when the settings are not right.
    """
    if content is not None:
        if not content.is_dir():
            raise ParallaxError("There is no such folder.", file=str(content), remedy="Name one that holds articles/.")
        return SiteFolder(root=content, settings=read_settings({"content": ".", "editorial": editorial}))
    given = _plugin_settings(root / CONFIGURATION)
    return SiteFolder(root=root, settings=read_settings(given if editorial else {**given, "editorial": False}))


def _plugin_settings(path: Path) -> dict[str, object]:
    """What mkdocs.yml says of the plugin parallax, and the theme's language."""
    try:
        configuration = yaml.load(path.read_text(encoding="utf-8"), Loader=_LenientLoader)  # noqa: S506 - it is safe
    except FileNotFoundError:
        raise ParallaxError(
            "There is no mkdocs.yml in this folder.",
            remedy="Go to your site's folder, make one with `parallax new DIR`, or name a folder with --content.",
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        mark = getattr(fault, "problem_mark", None)
        raise ParallaxError(
            "This is not valid YAML.", file=path.name, line=mark.line + 1 if mark else 0, remedy=str(fault)
        ) from None
    found: dict[str, object] = {}
    if isinstance(configuration, dict):
        theme = configuration.get("theme")
        if isinstance(theme, dict) and isinstance(theme.get("language"), str):
            found["language"] = theme["language"]
        found |= _options(configuration.get("plugins"))
    return found


def _options(plugins: object) -> dict[str, object]:
    """The options of the plugin parallax in a `plugins:` list or mapping."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("parallax") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}


class _LenientLoader(yaml.SafeLoader):
    """PyYAML's safe loader that passes over tags of other programs (MkDocs' !ENV, Material's !!python/name)."""


def _ignore(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    return None


_LenientLoader.add_multi_constructor("!", _ignore)
_LenientLoader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore)
