"""Every key of every file, as the page docs/reference.md: `python -m tools.reference`.

All of it is made from the records that check the files, so that it can say nothing else than they do.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec.inspect import LiteralType, Metadata, NoneType, StructType, UnionType, VarTupleType, type_info

from generator.content.articles.front_matter import FrontMatter
from generator.content.schemas import ENTRIES, TOLD
from generator.content.settings import Settings
from generator.model.readings import Reading

PAGE = Path("docs") / "reference.md"
_HEAD = """# Every key of every file

Made from the records that check the files (`python -m tools.reference`); a test holds it to them.

**Completion in editors.** `parallax new` puts the same as JSON schemas into `.schemas/` of a site, and a line
`# yaml-language-server: $schema=…` above each YAML file, mkdocs.yml too. In VS Code install the extension that the site
recommends (*YAML*, `redhat.vscode-yaml`); Neovim, Helix, Zed and others need the YAML language server. Ctrl+Space then
lists the keys with what they mean, and what does not fit is underlined. No editor checks the front matter of an article
by a schema; it is there all the same: `.schemas/front-matter.json`.

Texts need no quotation marks, unless they begin with a sign or hold `: ` or ` #`. Dates are EDTF: `2024-01-16`,
`2024-01`, `2024`, `2024-23` (autumn), `2025-10-20/2025-10-26`, `2024-05~` (about). A key that is left empty counts as
not written.
"""
_DATA = """## data/ of the finished site

No page loads these files; they are for other programs.

- `data/parallax.json`: all that the site shows, within the excerpt cap, in the form of `parallax export` (`articles`,
  `actors`, `events`, `facts`, `quotations`, `disagreements`, `problems`), by `data/parallax.schema.json`. Above 1,000
  articles, some 10 MB, it lists its `parts` instead, beside `problems`, by `data/parallax.parts.schema.json`.
- `data/parts/*.json`: the parts, each in the form of the whole and by the same schema. One of a month
  (`2031-05.json`) has its events and what is told of them; where more than 500 articles are of one month there is one
  of each day, and where as many are of one day, or undated, one of their titles' first letters. One of a letter
  (`actors-b.json`) has actors. Each record stands in one part, and together they are the records of the whole.

A program that takes any site:

    told = read("data/parallax.json")
    for part in told.get("parts", []):
        for name, records in read("data/" + part["file"]).items():
            if name != "version":
                told.setdefault(name, []).extend(records)
"""
_SORTS = {
    "StrType": "text",
    "BoolType": "true or false",
    "IntType": "a number",
    "FloatType": "a share, 0 to 1",
    "DictType": "keys with texts",
}


def page() -> str:
    """The whole page."""
    parts = [_HEAD, _section("content/articles/*.md", "front matter", FrontMatter)]
    for file, keys in ENTRIES.items():
        parts.append(f"## content/{file}\n\n[A file with all of it](example/{file}); `?` marks what may be missing.\n")
        for key, kind in keys.items():
            records = [member for member in (get_args(kind) or (kind,)) if _is_record(member)]
            parts += [_table(_where(key, record, alone=len(records) == 1), record) for record in records]
            if not records:
                parts.append(f"`{key}`: a list of {_sort(type_info(kind), many=True)}. {TOLD[key]}\n")
    parts.append(_section("mkdocs.yml", "under `parallax:` of `plugins:`", Settings))
    parts.append(
        _section(
            "content/readings/*.json",
            "each of `readings`, beside `version` and `event`; `parallax read` and `import` write them",
            Reading,
        )
    )
    parts.append(_DATA)
    return "\n".join(parts)


def _where(key: str, record: type, *, alone: bool) -> str:
    first = "" if alone else f" that begins with `{record.__struct_fields__[0]}`"
    return f"each entry of the list `{key}`{first}"


def _section(file: str, where: str, record: type) -> str:
    return f"## {file}\n\n{_table(where, record)}"


def _table(where: str, record: type) -> str:
    rows = [f"{where[:1].upper()}{where[1:]}:\n", "| key | what may stand there | |", "| --- | --- | --- |"]
    return "\n".join([*rows, *_rows(record, "")]) + "\n"


def _rows(record: type, prefix: str) -> Iterator[str]:
    info: Any = type_info(record)
    for field in info.fields:
        told = _told(field.type)
        needed = "**needed**; " if field.required else ""
        yield f"| `{prefix}{field.encode_name}` | {needed}{_sort(field.type)}{_usual(field)} | {told} |"
        inner = _bare(field.type)
        within = _bare(inner.item_type) if isinstance(inner, VarTupleType) else inner
        if isinstance(within, StructType) and not prefix:
            yield from _rows(within.cls, f"{field.encode_name}: ")


def _usual(field: msgspec.inspect.Field) -> str:
    usual = field.default
    plain = isinstance(usual, str | int | float) and usual != "" and not field.required
    return f"; usually `{str(usual).lower() if isinstance(usual, bool) else usual}`" if plain else ""


def _told(info: Any) -> str:
    if isinstance(info, Metadata):
        return str((info.extra_json_schema or {}).get("description", "")) or _told(info.type)
    return ""


def _sort(info: Any, *, many: bool = False) -> str:
    bare = _bare(info)
    if isinstance(info, Metadata) and isinstance(info.type, UnionType):
        return " or ".join(_sort(part) for part in info.type.types if not isinstance(part, NoneType))
    if isinstance(bare, LiteralType):
        return ", ".join(f"`{value}`" for value in bare.values)
    if isinstance(bare, VarTupleType):
        inner = _bare(bare.item_type)
        return "a list" + (f" of {_sort(inner, many=True)}" if not isinstance(inner, StructType) else "")
    if isinstance(bare, StructType):
        return "keys with values"
    return "texts" if many and type(bare).__name__ == "StrType" else _SORTS.get(type(bare).__name__, "a list")


def _bare(info: Any) -> Any:
    if isinstance(info, Metadata):
        return _bare(info.type)
    if isinstance(info, UnionType):
        return _bare(next(part for part in info.types if not isinstance(part, NoneType)))
    return info


def _is_record(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
