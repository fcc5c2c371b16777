"""Fetching what the editor asked for: the one module of the desk that knows the network."""

from urllib.parse import urljoin

import urllib3
from trafilatura.downloads import create_pool

from generator import __version__
from generator.desk.found import MAX_BYTES, UnreadableError
from generator.model.record import Record

_TIMEOUT_SECONDS = 30
_REDIRECTS = 5
_USER_AGENT = f"parallax/{__version__} (adds single articles to an editor's desk)"
_CAUSES = {
    urllib3.exceptions.NameResolutionError: "no such host was found",
    urllib3.exceptions.NewConnectionError: "the host cannot be reached",
    urllib3.exceptions.ConnectTimeoutError: f"no answer within {_TIMEOUT_SECONDS} seconds",
    urllib3.exceptions.ReadTimeoutError: f"no answer within {_TIMEOUT_SECONDS} seconds",
    urllib3.exceptions.SSLError: "the connection is not secure: the host's certificate is not right",
    urllib3.exceptions.ResponseError: "too many redirects",
}


class Download(Record, frozen=True):
    """What an address gave: its bytes, the address after redirects, and the media type ("" if unstated)."""

    data: bytes
    address: str
    media_type: str


def fetch(address: str, *, trusted: bool) -> Download:
    """The page or feed at `address`.

    `trusted` is an address that the editor typed; one that was read in a file may not lead into a private network.
    Raises UnreadableError with the reason when there is no page to be had.
    """
    pool = create_pool(ssrf_protection=not trusted)
    retries = urllib3.Retry(total=_REDIRECTS, connect=0, read=0, redirect=_REDIRECTS)
    try:
        response = pool.request(
            "GET",
            address,
            headers={"User-Agent": _USER_AGENT, "Accept-Encoding": "gzip, deflate"},
            retries=retries,
            timeout=_TIMEOUT_SECONDS,
            preload_content=False,
        )
        data = response.read(MAX_BYTES + 1)
        response.close()
    except (urllib3.exceptions.HTTPError, ValueError) as fault:
        raise UnreadableError(f"it could not be fetched: {_cause(fault)}") from None
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    if response.status != 200:
        raise UnreadableError(
            f"it could not be fetched: the host answered {response.status} {response.reason or ''}".rstrip()
        )
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Download(data=data, address=urljoin(address, response.geturl() or ""), media_type=kind)


def _cause(fault: Exception) -> str:
    reason = getattr(fault, "reason", None)
    cause = reason if isinstance(reason, Exception) else fault
    if "non-public" in str(cause):
        return "it leads into a private network"
    return next((words for kind, words in _CAUSES.items() if isinstance(cause, kind)), str(cause)[:200])
