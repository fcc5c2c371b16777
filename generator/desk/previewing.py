"""What the preview adds to MkDocs' own server: only this machine is answered, and a failed build does not end it."""

import errno
import html
import ipaddress
import logging
import socket
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_log = logging.getLogger("mkdocs.plugins.parallax")
_LOCAL = frozenset({"localhost", "ip6-localhost"})
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The site could not be built</title></head>
<body><h1>The site could not be built</h1><pre>{fault}</pre>
<p>Mend it and save: this page follows. The terminal says more.</p></body></html>
"""

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def guarded(app: App, *, host: str) -> App:
    """The WSGI `app`, answering requests for this machine alone; `host` is the name it was told to listen on.

    A web page elsewhere can make a browser ask for it under a name of its own that it leads to 127.0.0.1 (DNS
    rebinding), and would read the articles' full texts. It cannot do so with a number for a name.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if is_ours(str(environ.get("HTTP_HOST", "")), host):
            return app(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"The preview answers requests for localhost only.\n"]

    return answer


def is_ours(asked: str, host: str) -> bool:
    """Whether a Host header means this machine: localhost, a number, or the name it was told to listen on."""
    try:
        name = urlsplit(f"//{asked}").hostname or ""
    except ValueError:
        return False
    if name in _LOCAL or name.endswith(".localhost") or name == host.lower():
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def reason_not_to_listen(host: str, port: int) -> str:
    """Why no server can listen there, in the system's words; "" if one can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as MkDocs does
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as fault:
            taken = getattr(fault, "errno", None) == errno.EADDRINUSE
            return "another program listens there" if taken else str(getattr(fault, "strerror", "") or fault)
    return ""


def recovering(build: Callable[[], None], folder: Path) -> Callable[[], None]:
    """`build`, which when it fails leaves its fault on every page in `folder` instead of ending the preview.

    MkDocs ends on a fault of a plugin or of its settings, and hangs on any other. The next build makes all pages anew.
    """

    def rebuild() -> None:
        try:
            build()
        except (Exception, SystemExit) as fault:
            _log.error("%s", fault)
            # MkDocs ends with "Aborted" and says why in what it aborted for.
            why = fault.__context__ if isinstance(fault, SystemExit) and fault.__context__ else fault
            page = _PAGE.format(fault=html.escape(str(why) or repr(why)))
            for path in {*folder.rglob("*.html"), folder / "index.html", folder / "404.html"}:
                path.write_text(page, encoding="utf-8")

    return rebuild
