"""Which reader is meant: by option, or by the setting `reader:`."""

from generator.desk.readers.command import CommandReader
from generator.desk.readers.http import HttpReader
from generator.desk.readers.models import ModelReader
from generator.desk.readers.reader import SecondReader
from generator.model.errors import ParallaxError

_COMMAND = "command:"


def choose_reader(name: str, *, command: str = "", timeout: float) -> SecondReader:
    """The reader called `name`: a web address with its model, `command: PROGRAM`, or a model of the llm library.

    Raises ParallaxError when it names none.
    """
    if command or name.startswith(_COMMAND):
        return CommandReader(command or name.removeprefix(_COMMAND).strip(), timeout=timeout)
    if name.startswith(("http://", "https://")):
        return HttpReader(name, timeout=timeout)
    if name.strip():
        return ModelReader(name.strip())
    raise ParallaxError(
        "No reader is named.",
        remedy="Name a model of the llm library (--model NAME), a service (--model http://127.0.0.1:11434/v1#MODEL) or "
        "a program (--command 'PROGRAM ARGS'), here or as `reader:` under the plugin in mkdocs.yml.",
    )
