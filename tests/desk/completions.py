"""A small service on this machine that speaks chat-completions, and misbehaves in the ways that real ones do."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Service:
    """What the service is to answer, in turn (the last for ever), and what it was asked.

    An answer is a text, or a number as HTTP status, or one of "cut", "nonsense", "empty", "slow": streamed if that was
    asked for. "whole" and "whole cut" come in one piece even so, as from services that can't stream.
    """

    def __init__(self, *answers: str | int, text: str = "") -> None:
        self.answers, self.text = list(answers) or ["text"], text
        self.asked: list[dict[str, Any]] = []
        self.address = ""
        self._lock = threading.Lock()

    def next(self, asked: dict[str, Any]) -> str | int:
        with self._lock:
            self.asked.append(asked)
            return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class Handler(BaseHTTPRequestHandler):
    """Answers as its service says."""

    service: Service
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = self.service.next(asked)
        if isinstance(answer, int):
            self._whole(answer, {"error": {"message": TOLD.get(answer, "sorry")}})
        elif answer == "nonsense":
            self._bytes(200, b"<html>Bad gateway</html>", "text/html")
        elif asked.get("stream") and str(answer).partition(" ")[0] != "whole":
            self._streamed(self.service.text, cut=answer == "cut", slow=answer == "slow", empty=answer == "empty")
        else:
            self._whole(200, _completion(self.service.text), cut=answer == "whole cut")

    def _whole(self, status: int, found: object, *, cut: bool = False) -> None:
        self._bytes(status, json.dumps(found).encode(), "application/json", cut=cut)

    def _bytes(self, status: int, data: bytes, kind: str, *, cut: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if status == 429:
            self.send_header("Retry-After", "0")
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if cut else data)
        self.close_connection |= cut

    def _streamed(self, text: str, *, cut: bool, slow: bool, empty: bool) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        pieces = [] if empty else [text[at : at + 40] for at in range(0, len(text), 40)]
        for number, piece in enumerate(pieces):
            if cut and number > len(pieces) * 0.7:
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            self._event(
                {
                    "id": "1",
                    "object": "chat.completion.chunk",
                    "created": 1,
                    "model": "m",
                    "choices": [{"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}],
                }
            )
            if slow:
                time.sleep(0.01)
        self._chunk(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _event(self, found: object) -> None:
        self._chunk(f"data: {json.dumps(found)}\n\n".encode())

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    def log_message(self, format: str, *args: Any) -> None:
        pass


def _completion(text: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    choices = [{"index": 0, "finish_reason": "stop", "message": message}]
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": choices, "usage": usage}


@contextmanager
def serving(service: Service) -> Iterator[Service]:
    """The service at an address of this machine."""
    handler = type("Serving", (Handler,), {"service": service})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    service.address = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


TOLD = {400: "This model's maximum context length is 4096 tokens", 422: "response_format is not supported"}
