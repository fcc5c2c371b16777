"""The import rules of the architecture: data flows one way, and each library lives in one room."""

import ast
from pathlib import Path

import pytest

from tests.folders import PACKAGE

# Bottom up: a room imports only from the layers below its own, so rooms of one layer know nothing of each other.
LAYERS = (
    {"model"},
    {"language"},
    {"matching"},
    {"content", "account", "story", "disagreements", "readings", "site"},
    {"build"},
    {"desk"},
    {"cli", "plugin"},
)
# The steps within the middle rooms, which do not import each other either.
STEPS = frozenset(
    {
        *("content/articles", "content/editorial", "content/readings"),
        *("account/actors", "account/dates", "account/quantities", "account/quotations"),
        *("story/background", "story/events", "story/facts", "story/origins"),
        *("site/excerpts", "site/pages"),
    }
)
# Which rooms may import a library that must not spread.
HOMES = {
    "spacy": {"language"},
    "mkdocs": {"plugin"},
    "click": {"cli", "desk", "plugin"},
    "jinja2": {"site", "desk", "plugin"},
    "symspellpy": {"matching"},
}
# The places that may touch files: reading content, caches and the package's own data, writing sites.
FILES = {
    *("account/actors/gazetteer.py", "account/actors/lexicon.py"),
    *(
        "build/cache.py",
        "build/code.py",
        "build/inputs.py",
        "build/publication.py",
        "build/searching.py",
        "build/store.py",
    ),
    *("content/articles", "content/editorial", "content/readings", "content/site_folder.py", "content/source_text.py"),
    *(
        "desk",
        "disagreements/judged.py",
        "language/loaded.py",
        "language/relations.py",
    ),
    *("matching/rarity.py", "plugin"),
    *("language/lexicon.py", "model/data.py", "site/feeds", "site/pages", "site/words"),
}
TOUCHES = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmtree", "glob", "rglob"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The module or folder directly below the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The full names of all modules that a file imports, those inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def rooms_imported(path: Path) -> set[str]:
    """The rooms of the package that a file imports."""
    parts = [name.split(".") for name in imported(path)]
    return {part[1] for part in parts if part[0] == "generator" and len(part) > 1} - {"__version__"}


def identify(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def layer(name: str) -> int:
    """Which of the layers a room is in, from the bottom."""
    return next(number for number, rooms in enumerate(LAYERS) if name in rooms)


def step(parts: tuple[str, ...]) -> str:
    """The step that a module belongs to, given by its folders from the package down; "" for one of no step."""
    name = "/".join(parts[:2]).removesuffix(".py")
    return name if name in STEPS else ""


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_rooms_import_only_from_the_layers_below(path: Path) -> None:
    own = room(path)
    upward = {other for other in rooms_imported(path) - {own} if layer(other) >= layer(own)}
    assert not upward


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_steps_do_not_import_each_other(path: Path) -> None:
    own = step(path.relative_to(PACKAGE).parts)
    if own:
        others = {step(tuple(name.split(".")[1:3])) for name in imported(path) if name.startswith("generator.")}
        assert others <= {own, ""}


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_each_library_lives_in_its_room(path: Path) -> None:
    libraries = {name.split(".")[0] for name in imported(path)}
    strays = {library for library, homes in HOMES.items() if library in libraries and room(path) not in homes}
    assert not strays


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_only_the_rim_touches_files(path: Path) -> None:
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    if not any(identify(path) == place or identify(path).startswith(f"{place}/") for place in FILES):
        assert not called & TOUCHES


def test_the_rules_see_the_package() -> None:
    assert {room(path) for path in MODULES} - {"__init__"} == set().union(*LAYERS)
    assert {step(path.relative_to(PACKAGE).parts) for path in MODULES} - {""} == STEPS
