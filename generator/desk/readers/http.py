"""A second reader behind a web address that speaks chat-completions: Ollama, llama.cpp, vLLM, and most services."""

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any

import urllib3

from generator.desk.readers.reader import ReaderFault, SchemaReader, fault_of_status, is_loopback, seconds
from generator.model.errors import ParallaxError

KEY_VARIABLE = "PARALLAX_READER_KEY"
_PATH = "/chat/completions"
_MOST_BYTES = 8_000_000


class HttpReader(SchemaReader):
    """`ADDRESS#MODEL`, such as http://127.0.0.1:11434/v1#qwen3:8b; a key is taken from PARALLAX_READER_KEY."""

    def __init__(self, address: str, *, timeout: float) -> None:
        base, _, model = address.partition("#")
        if not model:
            message = f"{address} names no model."
            raise ParallaxError(message, remedy="Write ADDRESS#MODEL: http://127.0.0.1:11434/v1#qwen3:8b.")
        self._address = base.rstrip("/").removesuffix(_PATH) + _PATH
        self._model, self._key = model, os.environ.get(KEY_VARIABLE, "")
        self._pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(connect=20, read=timeout), maxsize=16)
        self._schema = True
        self.name, self.where, self.is_here = model, base, is_loopback(base)

    def _asked(self, request: str, schema: Mapping[str, Any] | None) -> str:
        body: dict[str, Any] = {
            "model": self._model,
            "stream": True,
            "messages": [{"role": "user", "content": request}],
        }
        if schema is not None:
            body["response_format"] = {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema}}
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream, application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        try:
            response = self._pool.request(
                "POST", self._address, body=json.dumps(body), headers=headers, preload_content=False, redirect=False
            )
        except (urllib3.exceptions.HTTPError, ValueError) as fault:
            raise ReaderFault(f"{self.where} cannot be reached: {_told(fault)}", again=True) from None
        try:
            return self._read(response)
        finally:
            response.release_conn()

    def _read(self, response: urllib3.BaseHTTPResponse) -> str:
        if response.status != 200:
            text = response.read(20_000).decode("utf-8", errors="replace")
            raise fault_of_status(
                response.status, text or "no reason given", wait=seconds(response.headers.get("Retry-After"))
            )
        parts: list[str] = []
        try:
            if "event-stream" in response.headers.get("Content-Type", ""):
                for part in _events(response):
                    parts.append(part)
            else:
                parts.append(_content(_json(_whole(response))))
        except (urllib3.exceptions.HTTPError, OSError) as fault:
            raise ReaderFault(f"the answer broke off: {_told(fault)}", again=True, partial="".join(parts)) from None
        answer = "".join(parts)
        if not answer.strip():
            raise ReaderFault("the answer is empty", again=True)
        return answer


def _told(fault: Exception) -> str:
    return " ".join(str(fault).split())[:200]


def _whole(response: urllib3.BaseHTTPResponse) -> bytes:
    data = response.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise ReaderFault("the answer is too long to be one")
    return data


def _events(response: urllib3.BaseHTTPResponse) -> Iterator[str]:
    """The pieces of a streamed answer as they come (server-sent events, a JSON object each)."""
    left, size = b"", 0
    for chunk in response.stream(4096):
        size += len(chunk)
        if size > _MOST_BYTES:
            raise ReaderFault("the answer is too long to be one")
        *lines, left = (left + chunk).split(b"\n")
        for line in lines:
            if line.startswith(b"data:") and line[5:].strip() not in (b"", b"[DONE]"):
                yield _content(_json(line[5:]))


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise ReaderFault("the service sent something that is not JSON", again=True) from None


def _content(found: Any) -> str:
    """The text of a completion, or of a piece of one."""
    if isinstance(found, dict) and found.get("error"):
        raise ReaderFault(f"the service says: {str(found['error'])[:300]}", again=True)
    try:
        choice = found["choices"][0] if found["choices"] else {}
        text = (choice.get("delta") or choice.get("message") or {}).get("content")
    except (KeyError, TypeError, IndexError, AttributeError):
        raise ReaderFault("the service sent no completion", again=True) from None
    return text if isinstance(text, str) else ""
