"""What a source gave: an article as found, or the reason why there is none."""

from generator.model.record import Record

# A page of news is a few hundred kilobytes; what is larger than this is no article, and may be meant to choke us.
MAX_BYTES = 20_000_000
MAX_CHARACTERS = 1_000_000
# Less than a headline and a sentence is a login form or a cookie notice.
MIN_WORDS = 20


class Found(Record, frozen=True):
    """One article as its source states it; what the source does not state is None.

    `origin` is where it was found, in the editor's words (a path, an address, a line of a file). `text` has one
    paragraph a block, blank lines between. `published` is EDTF. `remarks` tell what was seen and not taken, and why.
    """

    origin: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None
    rights: str | None = None
    note: str | None = None
    remarks: tuple[str, ...] = ()


class Refused(Record, frozen=True):
    """A source, or a part of one, that gave no article, and why."""

    origin: str
    reason: str


class UnreadableError(Exception):
    """A source holds no article that we can read; the message says why, for the editor."""
