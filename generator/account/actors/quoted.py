"""What stands inside quotation marks, or in links that a page has run into a sentence, are not the article's words."""

from bisect import bisect_right

from generator.account.links import run_in_links
from generator.account.marks import find_marked
from generator.model.analysis import Analysis
from generator.model.text import Article


class Quoted:
    """The quoted spans of one article, with all kinds of marks, and the links run into its text."""

    def __init__(self, article: Article) -> None:
        links = run_in_links(article.body)
        self._links = frozenset(start for start, _ in links)
        spans = sorted([*((s.start, s.end) for s in find_marked(article)), *links])
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` stands between quotation marks, or in such a link."""
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]

    def links(self, offset: int) -> bool:
        """Whether such a link begins at `offset`, right after a name."""
        return offset in self._links


def paragraph_start(analysis: Analysis, sentence: int) -> int:
    """The body offset of the first sentence in the paragraph of sentence number `sentence`."""
    paragraph = analysis.sentences[sentence].paragraph
    while sentence and analysis.sentences[sentence - 1].paragraph == paragraph:
        sentence -= 1
    return analysis.sentences[sentence].start
