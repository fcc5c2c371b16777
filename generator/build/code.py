"""The digest of a step's code: its module, all that it imports of ours, the data they read, and libraries.

A template that changes leaves a comparison as it was kept, because no comparison imports it.
"""

import hashlib
import importlib.metadata
import platform
import re
from functools import cache
from pathlib import Path

DISTRIBUTION = "parallax-explainer"
PACKAGE = Path(__file__).parent.parent
_FROM = re.compile(r"^[ \t]*from[ \t]+(generator[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n]*)", re.M)
_PLAIN = re.compile(r"^[ \t]*import[ \t]+(generator[\w.]*)", re.M)
_NAME = re.compile(r"[\w.-]+")
_WORD = re.compile(r"\w+")
# Of a package's metadata, which Python's own reader takes as an e-mail: six times as long.
_VERSION = re.compile(r"^Version: (.*)$", re.M)
_NEEDS = re.compile(r"^Requires-Dist: (.*)$", re.M)
# Signs that a module reads files of the package: then the files of its folder count as its code.
_READS = ("resources", "__file__", "find_spec")
# The sign of a package that imports whatever modules lie in it.
_GATHERS = "iter_modules"


@cache
def code_digest(module: str) -> str:
    """SHA-256 of all that decides what the module's functions return, beside their arguments."""
    digest = hashlib.sha256(installed())
    for path in sorted(_files(module)):
        digest.update(_content_digest(path))
    return digest.hexdigest()


@cache
def _content_digest(path: Path) -> bytes:
    """SHA-256 of the name and the content of a file; most belong to the code of many steps."""
    return hashlib.sha256(f"{path.relative_to(PACKAGE).as_posix()}\0".encode() + path.read_bytes()).digest()


@cache
def installed() -> bytes:
    """Python's version, and name and version of every library that we need, directly or not.

    A developer's tool that is installed beside them changes nothing. They stay while the process runs.
    """
    found: dict[str, str] = {}
    waiting = [DISTRIBUTION]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        told = (distribution.read_text("METADATA") or distribution.read_text("PKG-INFO") or "").partition("\n\n")[0]
        found[name] = "".join(_VERSION.findall(told)) if name != DISTRIBUTION else ""
        needed = [need for need in _NEEDS.findall(told) if "extra ==" not in need]
        waiting += [re.sub(r"[-_.]+", "-", match[0]).lower() for need in needed if (match := _NAME.match(need))]
    return f"{platform.python_version()}\0{sorted(found.items())}".encode()


def _files(module: str) -> set[Path]:
    """The source files of a module and of all modules of ours that it imports, and the data files beside those."""
    found: set[Path] = set()
    waiting = [module]
    seen = set()
    while waiting:
        name = waiting.pop()
        path = _path(name)
        if name in seen or path is None:
            continue
        seen.add(name)
        found |= {path, *_data(path)}
        waiting += [*imported(path), *_gathered(name, path)]
        waiting.append(name.rpartition(".")[0])
    return found


@cache
def imported(path: Path) -> tuple[str, ...]:
    """The full names of our modules, or of things in them, that a source file imports."""
    text = path.read_text(encoding="utf-8")
    names = list(_PLAIN.findall(text))
    for module, things in _FROM.findall(text):
        names += [module, *(f"{module}.{thing}" for thing in _WORD.findall(things))]
    return tuple(names)


@cache
def _gathered(name: str, path: Path) -> tuple[str, ...]:
    """The full names of the modules of a package that imports them all."""
    if _GATHERS not in path.read_text(encoding="utf-8"):
        return ()
    return tuple(f"{name}.{module.stem}" for module in path.parent.glob("*.py"))


@cache
def _path(module: str) -> Path | None:
    """The source file of one of our modules; None for what is no module."""
    if not module:
        return None
    place = PACKAGE.parent.joinpath(*module.split("."))
    package = place / "__init__.py"
    if package.is_file():
        return package
    plain = place.with_suffix(".py")
    return plain if plain.is_file() else None


@cache
def _data(path: Path) -> tuple[Path, ...]:
    """The data files in the folder of a module that reads files, and below it where no other package begins."""
    text = path.read_text(encoding="utf-8")
    if path.parent == PACKAGE or not any(sign in text for sign in _READS):
        return ()
    folders = [path.parent, *(f for f in path.parent.iterdir() if f.is_dir() and not (f / "__init__.py").exists())]
    return tuple(f for folder in folders for f in folder.iterdir() if f.is_file() and f.suffix not in (".py", ".pyc"))
