"""The theme's templates: MkDocs looks for them anew at every build, among thousands of files that are none."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from mkdocs.theme import Theme


class _Shown(FileSystemLoader):
    """Templates of folders, without what lies in hidden ones: MkDocs leaves that out, and 13,000 icons lie there."""

    def list_templates(self) -> list[str]:
        """The templates by their path in the folders."""
        found = set()
        for folder in self.searchpath:
            for place, inner, names in os.walk(folder, followlinks=self.followlinks):
                inner[:] = [name for name in inner if not name.startswith(".")]
                found |= {(Path(place) / name).relative_to(folder).as_posix() for name in names}
        return sorted(found)


def quicken(theme: Theme, compiled: BytecodeCache) -> None:
    """Have the theme list its templates so, and keep them `compiled`."""
    theme.get_env = partial(_environment, theme.get_env, compiled)  # type: ignore[method-assign]


def _environment(made: Callable[[], Environment], compiled: BytecodeCache) -> Environment:
    environment = made()
    if type(environment.loader) is FileSystemLoader:
        environment.loader = _Shown(environment.loader.searchpath)
    environment.bytecode_cache = compiled
    return environment
