"""What every second reader is, and how it fails."""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

_TOO_LONG = re.compile(
    r"context.{0,20}(length|window|size|limit)|too (long|large|many tokens)|maximum.{0,20}(token|length)", re.IGNORECASE
)
_LOOPBACK = re.compile(r"localhost|127(?:\.\d{1,3}){3}|::1|.+\.localhost")


class ReaderFault(Exception):  # noqa: N818 - the reader is at fault, not the program
    """A reader did not answer.

    `again` says that asking once more may help, after `wait` seconds if it said so. `hopeless` says that no request of
    this run will be answered (no key, no such model). `too_long` says that the request was. `partial` is what came of
    the answer before it broke off.
    """

    def __init__(
        self,
        message: str,
        *,
        again: bool = False,
        wait: float = 0.0,
        hopeless: bool = False,
        too_long: bool = False,
        partial: str = "",
    ) -> None:
        self.message, self.again, self.wait = message, again, wait
        self.hopeless, self.too_long, self.partial = hopeless, too_long, partial
        super().__init__(message)


class SecondReader(Protocol):
    """Whoever answers a request: its name for the site, and whether it runs on this machine ("" if not known where)."""

    name: str
    where: str
    is_here: bool

    def ask(self, request: str, schema: Mapping[str, Any]) -> str:
        """The answer to a request, as text. Raises ReaderFault. May be called from several threads at once."""


def is_loopback(address: str) -> bool:
    """Whether a web address is one of this machine."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return bool(_LOOPBACK.fullmatch(host))


def fault_of_status(status: int, message: str, *, wait: float = 0.0) -> ReaderFault:
    """What an HTTP status of a failure means for us."""
    told = f"{status}: {' '.join(message.split())[:300]}"
    if status in (400, 413, 422) and _TOO_LONG.search(message):
        return ReaderFault(told, too_long=True)
    if status in (401, 403, 404):
        return ReaderFault(told, hopeless=True)
    return ReaderFault(told, again=status in (408, 409, 425, 429) or status >= 500, wait=wait)


def seconds(value: object) -> float:
    """A Retry-After header in seconds, 0 when there is none; never more than two minutes."""
    try:
        return max(0.0, min(120.0, float(str(value))))
    except ValueError:
        return 0.0


class SchemaReader(ABC):
    """A reader that may be held to a schema: `_schema` says whether it is asked with one."""

    _schema: bool

    def ask(self, request: str, schema: Mapping[str, Any]) -> str:
        """The answer; by schema where the reader can, and without where it says that it can't."""
        try:
            return self._asked(request, schema if self._schema else None)
        except ReaderFault as fault:
            if not self._schema or fault.again or fault.hopeless or fault.too_long:
                raise
            self._schema = False
            return self._asked(request, None)

    @abstractmethod
    def _asked(self, request: str, schema: Mapping[str, Any] | None) -> str:
        """The answer to one request, with a schema or without. Raises ReaderFault."""
