"""The templates: Jinja2 to Markdown, where every value is made inert unless it was built as Markup."""

import json
import re
from string import Formatter

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.site import addresses
from generator.site.addresses import outside
from generator.site.pages.inert import finished, inert
from generator.site.words import Words
from generator.site.words.phrases import kind_key


class CompiledTemplates(BytecodeCache):
    """Compiled templates in memory, by name and content: on a disk anybody could plant code to be run."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` with what was kept of it."""
        code = self._kept.get((bucket.key, bucket.checksum))
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what `bucket` holds."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = CompiledTemplates()


class Templates:
    """The templates of all pages, speaking one language."""

    def __init__(self, words: Words, *, preview: bool = False) -> None:
        self.words = words
        self.environment = Environment(
            loader=PackageLoader("generator.site", "templates"),
            autoescape=True,
            finalize=finished,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            bytecode_cache=_COMPILED,
            auto_reload=False,  # when a template changes, all is drawn by others than these
        )
        self.environment.globals |= {"say": self.say, "at": at, "web": outside, "script_words": self.script_words}
        self.environment.globals |= {"phrase": words.phrases.__getitem__, "language": words.language, "tex": tex}
        self.environment.globals |= {"preview": preview, "date": words.date, "address": addresses}
        self.environment.globals["kind_key"] = kind_key

    def render(self, template: str, **context: object) -> Markup:
        """The Markdown that a template makes of its context."""
        return Markup(self.environment.get_template(template).render(**context))  # noqa: S704 - finalize made it safe

    def say(self, key: str, **fields: object) -> Markup:
        """A phrase with its fields filled; fields that are Markup keep their markup."""
        pieces = []
        for literal, name, _, _ in Formatter().parse(self.words.phrase(key, **fields)):
            pieces.append(inert(literal))
            if name:
                pieces.append(finished(fields[name]))
        return Markup().join(pieces)

    def script_words(self) -> str:
        """The phrases that the script needs, as JSON."""
        keys = [key for key in self.words.phrases if key.startswith("filter_")]
        return json.dumps({key.removeprefix("filter_"): self.words.phrases[key] for key in keys})


def tex(text: str) -> str:
    """Words for a field of BibTeX, without the marks that it reads."""
    return re.sub(r"[{}\\%$#&~^_]", " ", text)


def at(left: float, width: float | None = None) -> Markup:
    """A place on a scale for a style attribute, in percent."""
    return Markup(f"--px-at: {left:g}%" + ("" if width is None else f"; --px-width: {width:g}%"))  # noqa: S704 - numbers
