"""YAML as an editor writes it: safe, plain texts only, and the line of every value known.

Shared by the readers of front matter and of the editor's files. Every scalar is a text (`2024`, `no` and `1.10` stay as
written) and an empty one is None. Aliases, tags and repeated keys are refused: an editor needs none of them, and a file
from elsewhere can blow up the reader (aliases), run code (tags) or hide a value (a repeated key).
"""

import re
from typing import Any, NamedTuple, TypeVar

import msgspec
import yaml

from generator.model.decisions import Place
from generator.model.errors import ParallaxError

DEPTH = 20  # deeper nesting than any file of ours; YAML itself has no limit

_Path = tuple[str | int, ...]
_T = TypeVar("_T")
_STANDARD = "tag:yaml.org,2002:"
_NULL = f"{_STANDARD}null"
_PLAIN_TAGS = {_NULL, *(f"{_STANDARD}{name}" for name in ("str", "seq", "map"))}
# An escape in quotation marks ("\\ud800") can name what no file may hold: half a character, a sign that controls.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader without types, aliases, tags, repeated keys and bottomless nesting."""

    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise _refused(f"it holds an alias, *{event.anchor}", event.start_mark)
        if self._depth >= DEPTH:
            raise _refused(f"it is nested in more than {DEPTH} levels", event.start_mark)
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        if node is not None and node.tag not in _PLAIN_TAGS:
            raise _refused(f"it holds the tag {node.tag.replace(_STANDARD, '!!')}", node.start_mark)
        if isinstance(node, yaml.ScalarNode) and (bad := _UNPRINTABLE.search(node.value)):
            raise _refused(f"it holds the character U+{ord(bad[0]):04X}", node.start_mark)
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.tag == _NULL or not isinstance(key, yaml.ScalarNode):
                raise _refused("it has a key that is no text", key.start_mark)
            if key.value in seen:
                raise _refused(f"it has a second {key.value!r}", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == _NULL]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _refused(what: str, mark: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=what, problem_mark=mark)


class YamlSource:
    """One YAML text that was read: its plain data (dicts, lists, texts, None) and where each value stands."""

    def __init__(self, text: str, *, file: str, first_line: int = 1) -> None:
        """Read `text`, which begins on `first_line` of `file`; a ParallaxError names the line at fault."""
        self.file, self._first = file, first_line
        loader = _Loader(_printable(text, file, first_line))
        try:
            self._node = loader.get_single_node()
            self.data: Any = None if self._node is None else loader.construct_document(self._node)
        except yaml.MarkedYAMLError as fault:
            # What is never closed is found at the end; its beginning is where to mend it.
            at_end = "end of stream" in (fault.problem or "")
            mark = (at_end and fault.context_mark) or fault.problem_mark
            raise ParallaxError(
                f"The YAML cannot be read: {fault.problem}.",
                file=file,
                line=first_line + (mark.line if mark else 0),
                remedy="Allowed are keys (each once) with texts, lists and mappings; a text that holds `: `, ` #` or "
                "begins with a sign stands in quotation marks. Aliases and tags are not allowed.",
            ) from None
        finally:
            loader.dispose()

    def line(self, path: _Path) -> int:
        """The 1-based line in the file of the value at `path`, or of the nearest value around it that exists."""
        node, line = self._node, 0 if self._node is None else self._node.start_mark.line
        for step in path:
            if isinstance(node, yaml.MappingNode):
                found = next(((k, v) for k, v in node.value if k.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                found = (node.value[step], node.value[step])
            else:
                found = None
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        return self._first + line

    def checked(self, kind: type[_T], path: _Path = ()) -> _T:
        """The value at `path` as a `kind`; a ParallaxError names the line, the fault and what is allowed."""
        value = self.data
        for step in path:
            value = value[step]
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError as fault:
            message, _, place = str(fault).partition(" - at `$")
            inner: _Path = tuple(name or int(number) for name, number in _STEP.findall(place))
            unknown = re.fullmatch(r"Object contains unknown field `(.*)`", message)
            line = self.line((*path, *inner, *([unknown[1]] if unknown else [])))
            raise ParallaxError(
                _wording(message, path + inner), file=self.file, line=line, remedy=_allowed(kind, inner)
            ) from None


class Spot(NamedTuple):
    """A place in a YAML text: all of it, an entry, or a part of one."""

    source: YamlSource
    path: _Path = ()

    @property
    def place(self) -> Place:
        """The file and line."""
        return Place(file=self.source.file, line=self.source.line(self.path))

    def within(self, *steps: str | int) -> "Spot":
        """A part of this place."""
        return Spot(self.source, (*self.path, *steps))

    def checked(self, kind: type[_T]) -> _T:
        """What stands here, as a `kind`."""
        return self.source.checked(kind, self.path)

    def fault(self, message: str, remedy: str) -> ParallaxError:
        """What is wrong here, and what is allowed."""
        return ParallaxError(message, file=self.source.file, line=self.place.line, remedy=remedy)


def _printable(text: str, file: str, first_line: int) -> str:
    """The text, if YAML may hold all of its characters (it forbids control characters)."""
    bad = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if bad:
        raise ParallaxError(
            f"The YAML holds the character U+{ord(bad[0]):04X}, which is not allowed there.",
            file=file,
            line=first_line + text.count("\n", 0, bad.start()),
            remedy="Remove it.",
        )
    return text


_WORDING = {
    r"Expected `str` matching regex '\\\\S'": "It is empty",
    r"Expected `str` matching regex .*": "Only letters, digits and hyphens are allowed",
    r"Object contains unknown field `(.*)`": r"`\1` is not a key that is known here",
    r"Object missing required field `(.*)`": r"`\1` is missing",
    r"Invalid enum value '(.*)'": r"'\1' is not a value that is known here",
    r"Expected `array[^`]*`, got `(.*)`": r"A list is expected, not \1",
    r"Expected `object[^`]*`, got `(.*)`": r"Keys with values are expected, not \1",
    r"Expected `str[^`]*`, got `(.*)`": r"A text is expected, not \1",
}
_SORTS = {"str": "a text", "array": "a list", "object": "keys with values", "null": "nothing"}


def _wording(message: str, path: _Path) -> str:
    """msgspec's message in an editor's words, with the key it concerns."""
    for pattern, words in _WORDING.items():
        found = re.fullmatch(pattern, message)
        if found:
            message = re.sub(r"not (array|object|str|null)$", lambda m: f"not {_SORTS[m[1]]}", found.expand(words))
            break
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    return f"{key}: {message}." if key else f"{message}."


def _allowed(kind: Any, path: _Path) -> str:
    """What may stand at `path` of a `kind`, as one sentence."""
    info: Any = msgspec.inspect.type_info(kind)
    for step in path:
        info = _bare(info)
        if isinstance(info, msgspec.inspect.StructType):
            info = next(field.type for field in info.fields if field.encode_name == step)
        else:
            info = info.item_type
    info = _bare(info)
    if isinstance(info, msgspec.inspect.StructType):
        return f"Allowed keys: {', '.join(field.encode_name for field in info.fields)}."
    if isinstance(info, msgspec.inspect.LiteralType):
        return f"Allowed: {', '.join(str(value) for value in info.values)}."
    return "Allowed is a text." if isinstance(info, msgspec.inspect.StrType) else "Allowed is a list, `[one, another]`."


def _bare(info: Any) -> Any:
    """The one type of `X | None`, without its description."""
    if isinstance(info, msgspec.inspect.Metadata):
        return _bare(info.type)
    if isinstance(info, msgspec.inspect.UnionType):
        return _bare(next(part for part in info.types if not isinstance(part, msgspec.inspect.NoneType)))
    return info
