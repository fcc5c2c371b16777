"""Fetching what the editor asked for: the one module of the desk that knows the network."""

from collections.abc import Callable
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import urllib3
from trafilatura.downloads import create_pool

from generator import __version__
from generator.desk.found import MAX_BYTES, UnreadableError
from generator.model.record import Record

_TIMEOUT_SECONDS = 30  # for one answer of the host
_DEADLINE_SECONDS = 90  # for all of it: a host can send a byte every twenty seconds for ever
_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_USER_AGENT = f"parallax/{__version__} (adds single articles to an editor's desk)"
_CAUSES = {
    urllib3.exceptions.NameResolutionError: "no such host was found",
    urllib3.exceptions.NewConnectionError: "the host cannot be reached",
    urllib3.exceptions.ConnectTimeoutError: f"no answer within {_TIMEOUT_SECONDS} seconds",
    urllib3.exceptions.ReadTimeoutError: f"no answer within {_TIMEOUT_SECONDS} seconds",
    urllib3.exceptions.SSLError: "the connection is not secure: the host's certificate is not right",
}

T = TypeVar("T")


class Download(Record, frozen=True):
    """What an address gave: its bytes, the address after redirects, and the media type ("" if unstated).

    `charset` is the encoding that the host states, "" if it states none.
    """

    data: bytes
    address: str
    media_type: str
    charset: str = ""


def fetch(address: str, *, trusted: bool) -> Download:
    """The page or feed at `address`.

    `trusted` is an address that the editor typed. One that was read in a file, or that another host leads to, may not
    lie in a private network. Raises UnreadableError with the reason when there is no page to be had.
    """
    return in_time(lambda: _fetched(address, trusted=trusted), _DEADLINE_SECONDS)


def in_time(work: Callable[[], T], seconds: float) -> T:
    """What `work` gives. Raises UnreadableError when that takes more than `seconds`, and leaves the work to itself."""
    results: Queue[tuple[T | None, BaseException | None]] = Queue()

    def run() -> None:
        try:
            results.put((work(), None))
        except BaseException as fault:  # it is raised again below
            results.put((None, fault))

    Thread(target=run, daemon=True).start()
    try:
        result, fault = results.get(timeout=seconds)
    except Empty:
        raise UnreadableError(f"it could not be fetched: it was not all there after {seconds:.0f} seconds") from None
    if fault is not None:
        raise fault
    return result  # type: ignore[return-value]


def _fetched(address: str, *, trusted: bool) -> Download:
    until = monotonic() + _DEADLINE_SECONDS
    typed = _host(address) if trusted else None
    for _ in range(_REDIRECTS + 1):
        try:
            response = _asked(address, is_typed=typed is not None and _host(address) == typed)
            if response.status in _MOVED and (target := response.headers.get("Location")):
                response.close()
                address = urljoin(address, target)
                if urlsplit(address).scheme not in {"http", "https"}:
                    raise UnreadableError("it could not be fetched: it leads to an address that is not of the web")
                continue
            return _download(response, address, until)
        except (urllib3.exceptions.HTTPError, ValueError) as fault:
            raise UnreadableError(f"it could not be fetched: {_cause(fault)}") from None
    raise UnreadableError("it could not be fetched: too many redirects")


def _host(address: str) -> tuple[str | None, int | None]:
    """Host and port: a private address that was typed stands for itself alone."""
    try:
        parts = urlsplit(address)
        return parts.hostname, parts.port
    except ValueError:
        return None, None


def _asked(address: str, *, is_typed: bool) -> urllib3.BaseHTTPResponse:
    response: urllib3.BaseHTTPResponse = create_pool(ssrf_protection=not is_typed).request(
        "GET",
        address,
        headers={"User-Agent": _USER_AGENT, "Accept-Encoding": "gzip, deflate"},
        retries=urllib3.Retry(total=0, redirect=False),
        redirect=False,
        timeout=_TIMEOUT_SECONDS,
        preload_content=False,
    )
    return response


def _download(response: urllib3.BaseHTTPResponse, address: str, until: float) -> Download:
    parts, size = [], 0
    while size <= MAX_BYTES and monotonic() < until and (part := response.read(65_536)):
        parts.append(part)
        size += len(part)
    response.close()
    if size > MAX_BYTES:
        raise UnreadableError(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    if response.status != 200:
        raise UnreadableError(
            f"it could not be fetched: the host answered {response.status} {response.reason or ''}".rstrip()
        )
    kind, _, rest = response.headers.get("Content-Type", "").partition(";")
    charset = rest.partition("charset=")[2].partition(";")[0].strip("\"' ")
    return Download(data=b"".join(parts), address=address, media_type=kind.strip().lower(), charset=charset)


def _cause(fault: Exception) -> str:
    reason = getattr(fault, "reason", None)
    cause = reason if isinstance(reason, Exception) else fault
    if "non-public" in str(cause):
        return "it leads into a private network"
    return next((words for kind, words in _CAUSES.items() if isinstance(cause, kind)), str(cause)[:200])
