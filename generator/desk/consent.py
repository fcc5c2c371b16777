"""Consent before texts leave this machine: asked once for each reader and site, kept in the user's cache folder."""

import json
import sys
from hashlib import sha256

import click

from generator.build.cache import cache_folder
from generator.content.site_folder import SiteFolder
from generator.desk.readers import SecondReader
from generator.desk.sources.wording import printable
from generator.model.errors import ParallaxError


def ask_consent(reader: SecondReader, folder: SiteFolder, *, yes: bool) -> None:
    """Ask, unless the reader is on this machine, it was asked before, or `yes`.

    Raises ParallaxError when the answer is no, or when nobody is there to give it.
    """
    path = cache_folder() / "consent.json"
    key = sha256(f"{reader.where}\0{folder.root.resolve()}".encode("utf-8", "replace")).hexdigest()[:24]
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = []
    given = found if isinstance(found, list) else []
    if yes or reader.is_here or key in given:
        return
    if not is_terminal():
        message = f"Nobody has agreed yet that the texts go to {printable(reader.where)}."
        raise ParallaxError(message, remedy="Run it once in a terminal, or say --yes.")
    if not click.confirm(f"Send these texts to {printable(reader.where)}? This is asked once for this site."):
        raise ParallaxError("Nothing was sent.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([*given, key]), encoding="utf-8")


def is_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()
