"""An article as it lies in the folder, and an exact place in it."""

from typing import Literal

from generator.model.record import Record

Rights = Literal["excerpt", "full", "withheld"]
Role = Literal["text", "headline", "heading", "item", "boilerplate"]


class Passage(Record, frozen=True, order=True):
    """Exact words of one article: `body[start:end] == quote` (W3C TextPositionSelector and TextQuoteSelector).

    Offsets count characters of the article's body, that is, of the file's text after the front matter.
    """

    article: str
    start: int
    end: int
    quote: str

    def part(self, start: int, end: int) -> "Passage":
        """The words of it from `start` to `end`, which are offsets of the body."""
        start, end = max(start, self.start), min(end, self.end)
        words = self.quote[start - self.start : end - self.start]
        return Passage(article=self.article, start=start, end=end, quote=words)


class Paragraph(Record, frozen=True):
    """One block of an article's body, `body[start:end]`.

    `role` "boilerplate" marks what is not article text (donation appeals, credits, widgets); `reason` says why.
    """

    start: int
    end: int
    role: Role = "text"
    reason: str = ""


class Article(Record, frozen=True):
    """One article: what its front matter states, and its body as published.

    `id` is the file's stem. `path` is the file as messages name it, `body_line` the 1-based line on which the body
    begins. What the front matter does not state is None: nothing is guessed here.
    `published` is EDTF, `language` a BCP 47 tag. `formerly` are ids that it had: their addresses lead to its page.
    """

    id: str
    path: str
    body: str
    body_line: int = 1
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    rights: Rights = "excerpt"
    note: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    formerly: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The ISO 639-1 code of the language alone: "pt" of "pt-BR"."""
        return self.language.replace("_", "-").split("-")[0].lower()

    @property
    def story(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are article text: no boilerplate."""
        return tuple(p for p in self.paragraphs if p.role != "boilerplate")

    def is_prose(self, offset: int) -> bool:
        """Whether a place is in the running text: no headline, heading or boilerplate."""
        return any(p.start <= offset < p.end and p.role in ("text", "item") for p in self.paragraphs)

    @property
    def words(self) -> int:
        """Number of white-space separated words of article text."""
        return sum(len(self.body[p.start : p.end].split()) for p in self.story)

    def passage(self, start: int, end: int) -> Passage:
        """The exact words from `start` to `end`."""
        return Passage(article=self.id, start=start, end=end, quote=self.body[start:end])

    def line(self, offset: int) -> int:
        """The 1-based line of the file on which the body's character `offset` stands."""
        return self.body_line + self.body.count("\n", 0, offset)
