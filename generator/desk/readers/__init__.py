"""Second readers that a program can ask: a model of the `llm` library, a service over HTTP, any command."""

from generator.desk.readers.choosing import choose_reader
from generator.desk.readers.reader import ReaderFault, SecondReader

__all__ = ["ReaderFault", "SecondReader", "choose_reader"]
