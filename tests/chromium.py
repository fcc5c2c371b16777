"""Finds a Chromium for the browser tests, or installs one; `python -m tests.chromium` says which.

Looked for, in this order: $PARALLAX_CHROMIUM, Playwright's own, a Chromium or Chrome on the PATH or in its usual
place. If there is none, Playwright's is installed, and where its download is out of reach, the system's package.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# A closed network answers each of Chromium's own calls home with a refusal; without them it starts at once.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
)


def find() -> str | None:
    """The path of a Chromium on this machine, or None."""
    named = os.environ.get("PARALLAX_CHROMIUM")
    if named:
        return named
    on_path = (shutil.which(command) for command in COMMANDS)
    usual = (place for place in APPLICATIONS if Path(place).exists())
    return next((place for place in (*on_path, *usual) if place), None) or _playwrights()


def _playwrights() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install a Chromium: Playwright's, else the system's package."""
    if subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode == 0:
        return
    if shutil.which("apt-get"):
        as_root = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*as_root, "apt-get", "update", "-qq"], check=False)
        subprocess.run([*as_root, "apt-get", "install", "-y", "-qq", "chromium", "fonts-liberation"], check=False)
    elif shutil.which("brew"):
        subprocess.run(["brew", "install", "--cask", "chromium"], check=False)  # noqa: S607 - brew stands where it likes


def main() -> int:
    """Make sure that there is a Chromium, and say which."""
    if find() is None:
        print("No Chromium found; installing one.", flush=True)
        install()
    path = find()
    if path is None:
        print("No Chromium could be installed. Install one and set PARALLAX_CHROMIUM to its path.", file=sys.stderr)
        return 1
    print(f"Browser tests use {path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
