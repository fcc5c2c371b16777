"""Words are data: one row a word, every class explained and used, and no module with a word list of its own."""

import ast
import re
from collections import Counter

import pytest

from generator.language.lexicon import word_class
from tests.folders import PACKAGE

FOLDERS = sorted(path.parent for path in (PACKAGE / "language").glob("*/words.tsv"))
# Rooms that read articles; the desk's and the site's words are those of an interface, and stand in site/words.
READING = ("account", "disagreements", "language", "matching", "readings", "story")
# Names of forms, not words: parts of speech, dependency and entity labels as the models give them, and our own kinds.
LABELS = frozenset(
    re.findall(
        r"\w+",
        """acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative
        dep det dobj expl fixed flat intj iobj mark meta neg nmod npadvmod nsubj nsubjpass nummod obj obl oprd parataxis
        pcomp pobj poss preconj predet prep prt punct quantmod relcl root xcomp person organisation state body country
        group place doer done recipient complement clause year ago later unit""",
    )
)


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def modules() -> list[str]:
    return [str(p.relative_to(PACKAGE)) for room in READING for p in sorted((PACKAGE / room).rglob("*.py"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_word_stands_twice_and_every_class_is_explained(folder) -> None:
    listed = rows((folder / "words.tsv").read_text(encoding="utf-8"))
    explained = {row[0]: row[1] for row in rows((PACKAGE / "language/en/classes.tsv").read_text(encoding="utf-8"))}
    assert len(listed) > 100
    assert [word for word, n in Counter(row[0] for row in listed).items() if n > 1] == []
    classes = {name for row in listed for name in row[1].split()}
    assert sorted(name for name in classes if not explained.get(name)) == []


def test_every_class_is_used_and_every_used_one_exists() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    used = set(re.findall(r'word_class\(\s*"(\w+)"', source))
    listed = {row[0] for row in rows((PACKAGE / "language/en/classes.tsv").read_text(encoding="utf-8"))}
    assert used - listed == set()
    assert listed - used == set()
    assert all(word_class(name) for name in used)


def word_sets(tree: ast.Module) -> list[tuple[int, list[str]]]:
    """Line and members of every set of more than three small-lettered words, written as a set or as one long text."""
    found = []
    for node in ast.walk(tree):
        members: list[str] = []
        if isinstance(node, ast.Set):
            members = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
        elif isinstance(node, ast.Attribute) and node.attr == "split" and isinstance(node.value, ast.Constant):
            members = str(node.value.value).split()
        words = [word for word in members if re.fullmatch(r"[a-zé][a-zé’'.-]+", word) and word not in LABELS]
        if len(words) > 3:
            found.append((node.lineno, words))
    return found


@pytest.mark.parametrize("module", modules())
def test_no_module_holds_a_list_of_words(module: str) -> None:
    assert word_sets(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))) == []


def test_a_list_of_words_is_seen() -> None:
    assert word_sets(ast.parse('A = frozenset({"say", "tell", "add", "ask"})')) == [(1, ["say", "tell", "add", "ask"])]
    assert word_sets(ast.parse('A = frozenset({"nsubj", "dobj", "pobj", "agent"})')) == []
    assert word_sets(ast.parse('A = "say tell add ask".split()')) == [(1, ["say", "tell", "add", "ask"])]
