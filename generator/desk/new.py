"""`parallax new`: a site's folder, ready to serve, with two invented articles that disagree, and a reading of them."""

import json
import shlex
import shutil
import sys
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from generator.content.schemas import schemas
from generator.desk.provenance import FOLDER, packed_wheel, provenance, requirements_text
from generator.model.errors import ParallaxError

# Hidden files are kept under visible names: packaging and version control of our own would take them for theirs.
_HIDDEN = "dot-"
_NAME = "SITE_NAME"
_PYTHON = "PYTHON_VERSION"
_WORKFLOW = ".github/workflows/pages.yml"


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="The site's name; without it, the folder's.")
def command(folder: Path, name: str | None) -> None:
    """Make a site in DIR, a new or an empty folder.

    It comes with two short invented articles that tell one event differently, and what an invented second reader found
    in them, so that the first preview shows something; delete all three once your own articles are there.

    \b
    Example:
      parallax new bridge-strike --name "The bridge strike"
      cd bridge-strike
      parallax serve
    """
    origin = provenance()
    editors = completions()
    files = {path: text.encode() for path, text in site_files(name or site_name(folder)).items()}
    files |= {path: f"{json.dumps(text, indent=1)}\n".encode() for path, text in editors.items()}
    files["requirements.txt"] = requirements_text(origin).encode()
    if origin.wheel:
        files[f"{FOLDER}/{origin.wheel}"] = packed_wheel()
    write_site(folder, files)
    parallax = command_name()
    click.echo(f"Made a site in {folder} ({len(files)} files). Next:\n")
    if folder.resolve() != Path.cwd():
        click.echo(f"  cd {shlex.quote(str(folder))}")
    click.echo(f"  {parallax} serve            # and open http://127.0.0.1:8000")
    click.echo(f"  {parallax} add SOURCE...    # your own articles: files, links, folders, feeds")
    click.echo("\nREADME.md there says how to publish it.")


def completions() -> dict[str, object]:
    """What editors complete from, by path: schemas, which the first line of each YAML file names."""
    return {f".schemas/{name}.json": schema for name, schema in schemas().items()}


def command_name() -> str:
    """How to call this Parallax from elsewhere: by its name if that finds it, else by its path."""
    own = Path(sys.executable).parent / "parallax"
    found = shutil.which("parallax")
    is_own = found is not None and Path(found).resolve() == own.resolve()
    return "parallax" if is_own or not own.exists() else shlex.quote(str(own))


def site_name(folder: Path) -> str:
    """A name for the site made of the folder's: `bridge-strike` gives `Bridge strike`."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ").split()
    name = " ".join(words)
    return name[:1].upper() + name[1:] or "A new site"


def site_files(name: str) -> dict[str, str]:
    """The text of every file of a new site called `name`, by its path in the site's folder."""
    scaffold = files("generator.desk") / "scaffold"
    plain = " ".join(name.split())
    named = {
        "mkdocs.yml": json.dumps(plain, ensure_ascii=False),  # a YAML text in quotation marks
        "README.md": plain,
    }
    texts = _texts(scaffold, "")
    texts[_WORKFLOW] = texts[_WORKFLOW].replace(_PYTHON, f"{sys.version_info.major}.{sys.version_info.minor}")
    return {path: text.replace(_NAME, named[path]) if path in named else text for path, text in texts.items()}


def sample_files() -> list[str]:
    """What is invented in a new site, by its path in the content folder: the articles, and the reading of them."""
    content = files("generator.desk") / "scaffold" / "content"
    return sorted(f"{name}/{entry.name}" for name in ("articles", "readings") for entry in (content / name).iterdir())


def _texts(folder: Traversable, prefix: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = entry.name
        path = prefix + (f".{name.removeprefix(_HIDDEN)}" if name.startswith(_HIDDEN) else name)
        if entry.is_dir():
            found |= _texts(entry, f"{path}/")
        else:
            found[path] = entry.read_text(encoding="utf-8")
    return found


def write_site(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a new site.

    Raises ParallaxError when `folder` holds anything but a fresh repository, and then writes nothing.
    """
    try:
        taken = sorted(entry.name for entry in folder.iterdir() if entry.name != ".git") if folder.exists() else []
        if taken:
            raise ParallaxError(
                f"The folder is not empty (it holds {taken[0]}); nothing was written.",
                file=str(folder),
                remedy="Name an empty folder, or one that is not there yet.",
            )
        for path, content in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except OSError as fault:
        raise ParallaxError(f"The site cannot be written: {fault.strerror}.", file=str(folder)) from None
