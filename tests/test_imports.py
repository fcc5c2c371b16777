"""The import rules of the architecture: data flows one way, and each library lives in one room."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"

STEPS = frozenset(
    {
        *("actors", "articles", "background", "changes", "compare", "dates", "editorial", "events"),
        *("excerpts", "facts", "language", "meetings", "origins", "overrides", "pages", "quantities"),
        *("quotations", "speakers"),
    }
)
RIM = frozenset({"cli", "desk", "pipeline", "plugin", "publication"})
# Which rooms may import a library that must not spread.
HOMES = {
    "spacy": {"language"},
    "mkdocs": {"plugin"},
    "click": {"cli", "desk"},
    "jinja2": {"pages", "desk", "plugin"},
    "wordllama": {"embedding"},
    "sklearn": set(),
}
# The rooms that may touch files: reading content, caches and the package's own data, writing sites.
FILES = {
    *(
        "actors",
        "articles",
        "cache",
        "compare",
        "desk",
        "editorial",
        "embedding",
        "feeds",
        "pages",
        "plugin",
        "publication",
    ),
    *("inputs", "site_folder", "source_text", "words"),
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


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_steps_do_not_import_each_other_and_nothing_imports_the_rim(path: Path) -> None:
    own, others = room(path), rooms_imported(path)
    others.discard(own)
    if own in RIM:
        return
    assert not others & RIM, "only the rim knows the rim"
    assert not others & STEPS, "what steps share belongs in model or in a vocabulary of its own"


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_the_model_knows_nothing_but_itself(path: Path) -> None:
    if room(path) == "model":
        assert rooms_imported(path) <= {"model"}


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
    if room(path) not in FILES:
        assert not called & TOUCHES


def test_the_rules_see_the_package() -> None:
    rooms = {room(path) for path in MODULES}
    assert rooms >= {"model", "language", "pipeline"}
    assert (rooms & STEPS) >= {"articles", "compare"}
