"""The `parallax` command as a whole: its help, and how it fails."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, main
from generator.model.errors import ParallaxError


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    output = CliRunner().invoke(main, [name, "--help"]).output
    assert f"parallax {name}" in output.split("Example")[1]


def test_the_help_lists_every_command() -> None:
    output = CliRunner().invoke(main, ["--help"]).output
    assert all(f"  {name} " in output for name in COMMANDS)


def test_the_help_imports_no_command() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from generator.cli import main;"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0;"
        "sys.exit(any(name.startswith(('generator.desk', 'generator.build.pipeline')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_fault_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command("fail")
    def fail() -> None:
        raise ParallaxError("It is broken.", file="a.yml", line=3, remedy="Mend it.")

    monkeypatch.setattr(type(main), "get_command", lambda self, ctx, name: fail)
    result = CliRunner().invoke(main, ["fail"])
    assert result.exit_code == 1
    assert result.output == "Error: a.yml:3: It is broken. Mend it.\n"


def test_an_unknown_command() -> None:
    assert CliRunner().invoke(main, ["nope"]).exit_code == 2
