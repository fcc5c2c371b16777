"""A stretch of an article that is somebody's speech by its marks."""

from generator.model.record import Record


class Marked(Record, frozen=True):
    """Words between quotation marks: `start` to `end` with the marks, `parts` the words alone, one a paragraph.

    `first` and `last` are the numbers of the paragraphs in which it opens and closes; `closed` says that a closing
    mark was found, and not only the end of a paragraph. A `turn` is speech that its place marks, without quotation
    marks (an interview, a post); `speaker` is then where the words stand that name who speaks.
    """

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    first: int
    last: int
    closed: bool = True
    turn: bool = False
    speaker: tuple[int, int] | None = None
