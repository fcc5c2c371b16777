"""Ways through a tree of dependency arcs."""

from generator.language.tree import Syntax
from generator.model.analysis import Analysis, Token


def syntax_of(*arcs: tuple[str, str, int]) -> Syntax:
    """Nouns by text, dependency label and governor."""
    tokens = []
    for text, dep, head in arcs:
        start = tokens[-1].end + 1 if tokens else 0
        tokens.append(Token(start, start + len(text), text, text, "NOUN", "NN", dep, head))
    return Syntax(Analysis(article="a", tokens=tuple(tokens), sentences=()))


def test_a_climb_ends_where_it_should_not_go_on() -> None:
    syntax = syntax_of(("mayor", "nsubj", 0), ("Roth", "appos", 0), ("head", "appos", 1))
    assert syntax.climb(2, lambda i: syntax.tokens[i].dep == "appos") == 0


def test_a_climb_ends_at_a_root_that_bears_another_label() -> None:
    """A sentence cut into pieces leaves such roots: a build hung for ever on one."""
    syntax = syntax_of(("mayor", "appos", 0), ("Roth", "appos", 0))
    assert syntax.climb(1, lambda i: syntax.tokens[i].dep == "appos") == 0


def test_a_climb_ends_in_a_circle() -> None:
    syntax = syntax_of(("mayor", "appos", 1), ("Roth", "appos", 0))
    assert syntax.climb(0, lambda i: syntax.tokens[i].dep == "appos") in (0, 1)
