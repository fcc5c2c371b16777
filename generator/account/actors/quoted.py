"""What stands inside quotation marks is somebody's speech, not the article's."""

from bisect import bisect_right

from generator.account.marks import find_marked
from generator.model.analysis import Analysis
from generator.model.text import Article


class Quoted:
    """The quoted spans of one article, with all kinds of marks."""

    def __init__(self, article: Article) -> None:
        spans = find_marked(article)
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` stands between quotation marks."""
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]


def paragraph_start(analysis: Analysis, sentence: int) -> int:
    """The body offset of the first sentence in the paragraph of sentence number `sentence`."""
    paragraph = analysis.sentences[sentence].paragraph
    while sentence and analysis.sentences[sentence - 1].paragraph == paragraph:
        sentence -= 1
    return analysis.sentences[sentence].start
