"""The preview answers this machine alone, outlives failed builds, and keeps nothing on a disk that could be run."""

import socket
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from generator.build.publication import Draft, Publication, failed
from generator.desk.previewing import guarded, is_ours, reason_not_to_listen, recovering
from generator.model.errors import ParallaxError
from generator.site.pages.templates import CompiledTemplates


@pytest.mark.parametrize("asked", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST", "192.168.0.4:8000"])
def test_requests_for_this_machine(asked: str) -> None:
    assert is_ours(asked, "127.0.0.1")


@pytest.mark.parametrize("asked", ["evil.example:8000", "", "127.0.0.1.evil.example", "localhost.evil", "[:", "@"])
def test_not_requests_for_another_name(asked: str) -> None:
    assert not is_ours(asked, "127.0.0.1")


def test_the_name_that_it_was_told_to_listen_on() -> None:
    assert is_ours("desk.lan:8000", "desk.lan")


def test_another_name_reads_no_page() -> None:
    told: list[str] = []

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [b"an article"]

    def start_response(status: str, headers: list[tuple[str, str]]) -> None:
        told.append(status)

    guard = guarded(app, host="127.0.0.1")
    assert guard({"HTTP_HOST": "127.0.0.1:8000"}, start_response) == [b"an article"]
    assert guard({"HTTP_HOST": "evil.example"}, start_response) != [b"an article"]
    assert told == ["200 OK", "403 Forbidden"]


@pytest.mark.parametrize("fault", [SystemExit("Aborted: <b>no</b>"), RecursionError("too deep"), ParallaxError("x")])
def test_a_failed_build_is_told_on_every_page_and_the_next_one_mends_it(tmp_path: Path, fault: BaseException) -> None:
    page = tmp_path / "events" / "a" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("an event")
    faults = [fault]

    def build() -> None:
        if faults:
            raise faults.pop()
        page.write_text("an event again")

    rebuild = recovering(build, tmp_path)
    rebuild()
    told = page.read_text()
    assert "could not be built" in told
    assert "<b>" not in told
    assert (tmp_path / "index.html").read_text() == told
    rebuild()
    assert page.read_text() == "an event again"


def test_what_mkdocs_aborted_for_is_told(tmp_path: Path) -> None:
    def build() -> None:
        try:
            raise ParallaxError("excerpt_share is too large", file="mkdocs.yml")
        except ParallaxError:
            raise SystemExit("Aborted with a BuildError!")  # noqa: B904 - as MkDocs does

    recovering(build, tmp_path)()
    assert "mkdocs.yml: excerpt_share is too large" in (tmp_path / "index.html").read_text()


def test_a_fault_stands_on_top_of_the_last_site() -> None:
    fault = ParallaxError("It is <broken>.", file="content/a.yml", line=3)
    first = failed(fault, None)
    assert "content&#47;a" in first.publication.notice
    assert "<broken>" not in first.publication.notice
    site = first.publication.site
    last = failed(fault, Draft(Publication(site=site, language="de", scripts=("a.js",)), {}, {"a.js": b"a"}))
    told = last.publication
    assert (told.language, told.scripts, told.site.problems[0].line, last.files["a.js"]) == ("de", ("a.js",), 3, b"a")


def test_a_port_that_is_taken() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        host, port = server.getsockname()
        assert reason_not_to_listen(host, port) == "another program listens there"
    assert reason_not_to_listen("127.0.0.1", 0) == ""
    assert reason_not_to_listen("192.0.2.1", 8000)


def test_templates_are_compiled_once_and_kept_in_memory() -> None:
    kept = CompiledTemplates()
    for _ in range(2):
        environment = Environment(loader=DictLoader({"a": "{{ x }}"}), bytecode_cache=kept, autoescape=True)
        assert environment.get_template("a").render(x=1) == "1"
    assert len(kept._kept) == 1
