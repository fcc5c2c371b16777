"""Where everything lies: the project, the package under test, the cases."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
PACKAGE = ROOT / "generator"
CASES = TESTS / "cases"
DATA = TESTS / "data"
