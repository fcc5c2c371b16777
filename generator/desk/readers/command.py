"""A second reader that is any program: it reads the request and writes an answer."""

import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.desk.readers.reader import ReaderFault
from generator.model.errors import ParallaxError


class CommandReader:
    """`PROGRAM ARGS`, started once a request: the request on its standard input, the answer on its standard output."""

    is_here = False
    """Nobody knows where a program sends what it is given."""

    def __init__(self, command: str, *, timeout: float) -> None:
        try:
            self._command = shlex.split(command)
        except ValueError as fault:
            raise ParallaxError(f"The command cannot be read: {fault}.", remedy="Close its quotation marks.") from None
        if not self._command:
            raise ParallaxError("The command is empty.", remedy="Give a program: --command 'PROGRAM ARGS'.")
        self._timeout = timeout
        self.name = Path(self._command[0]).name
        self.where = f"the command `{command}`"

    def ask(self, request: str, schema: Mapping[str, Any]) -> str:
        """What the program wrote."""
        try:
            done = subprocess.run(  # noqa: S603 - the editor's own command, given by him
                self._command, input=request.encode(), capture_output=True, timeout=self._timeout, check=False
            )
        except subprocess.TimeoutExpired as fault:
            partial = (fault.stdout or b"").decode("utf-8", errors="replace")
            raise ReaderFault(f"no answer in {self._timeout:.0f} seconds", again=True, partial=partial) from None
        except OSError as fault:
            message = f"{self._command[0]} cannot be run: {fault.strerror}"
            raise ReaderFault(message, hopeless=True) from None
        answer = done.stdout.decode("utf-8", errors="replace")
        if done.returncode:
            told = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
            message = f"exit status {done.returncode}" + (f": {told[-1][:300]}" if told else "")
            raise ReaderFault(message, again=True, partial=answer)
        return answer
