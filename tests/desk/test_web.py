"""Fetching, from a server of our own on this machine."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread

import pytest

from generator.desk.found import Found, Refused, UnreadableError
from generator.desk.sources import web
from generator.desk.sources.opening import read_source
from generator.desk.sources.web import fetch, in_time
from tests.desk.sample_text import PARAGRAPHS, TEXT, page

FEED = (
    "<rss version='2.0'><channel><title>Coast Radio</title>"
    "<item><title>Pool</title><description>{}</description></item></channel></rss>"
)
PAGES = {
    "/story": ("text/html; charset=utf-8", page("<title>Pool to close</title>")),
    "/plain": ("text/plain", TEXT.encode()),
    "/markdown": ("text/markdown", f"# Pool\n\n{TEXT}".encode()),
    "/feed": ("application/rss+xml", FEED.format("".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)).encode()),
    "/image": ("image/png", b"x"),
    "/large": ("text/html", b"x" * 2000),
}


MOVED = {
    "/moved": "/story",
    "/away": "file:///etc/passwd",
    "/loop": "/loop",
    "/inwards": "http://localhost:{port}/story",
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in MOVED:
            self.send_response(301)
            self.send_header("Location", MOVED[self.path].format(port=self.server.server_address[1]))
            self.end_headers()
        elif self.path in PAGES:
            kind, data = PAGES[self.path]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(data)
        else:
            self.send_error(404, "Not Found")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def only(address: str) -> Found | Refused:
    (item,) = read_source(address)
    return item


def test_a_page_keeps_the_address_it_was_reached_at(host: str) -> None:
    for address in ("/story", "/moved"):
        found = only(host + address)
        assert isinstance(found, Found)
        assert (found.url, found.title, found.text) == (f"{host}/story", "Pool to close", TEXT)


@pytest.mark.parametrize(("address", "title"), [("/plain", None), ("/markdown", "Pool"), ("/feed", "Pool")])
def test_other_kinds_are_told_by_their_type(host: str, address: str, title: str | None) -> None:
    found = only(host + address)
    assert isinstance(found, Found), found
    assert (found.title, found.text) == (title, TEXT)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("/none", "the host answered 404"),
        ("/image", "of type image/png"),
        ("/loop", "too many redirects"),
        ("/away", "not of the web"),
        ("/inwards", "private network"),
    ],
)
def test_refused_with_a_reason(host: str, address: str, reason: str) -> None:
    refused = only(host + address)
    assert isinstance(refused, Refused), refused
    assert reason in refused.reason


def test_too_large_a_page(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MAX_BYTES", 1000)
    with pytest.raises(UnreadableError, match="larger"):
        fetch(f"{host}/large", trusted=True)


def test_what_a_file_links_to_may_not_be_in_a_private_network(host: str) -> None:
    with pytest.raises(UnreadableError, match="private network"):
        fetch(f"{host}/story", trusted=False)


@pytest.mark.parametrize("address", ["http://", "http://[", "https://nowhere.invalid/x", "http://127.0.0.1:1/"])
def test_addresses_that_lead_nowhere(address: str) -> None:
    with pytest.raises(UnreadableError, match="could not be fetched"):
        fetch(address, trusted=True)


def test_a_host_that_never_ends_is_left() -> None:
    with pytest.raises(UnreadableError, match="not all there after"):
        in_time(lambda: Event().wait(5), 0.05)


def test_a_fault_within_the_time_is_that_fault() -> None:
    with pytest.raises(ZeroDivisionError):
        in_time(lambda: 1 // 0, 5)
