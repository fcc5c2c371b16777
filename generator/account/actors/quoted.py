"""What stands inside quotation marks is somebody's speech, not the article's."""

from generator.model.analysis import Analysis


def in_quotation(body: str, start: int, offset: int) -> bool:
    """Whether quotation marks opened since `start` are still open at `offset`."""
    before = body[start:offset]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def paragraph_start(analysis: Analysis, sentence: int) -> int:
    """The body offset of the first sentence in the paragraph of sentence number `sentence`."""
    paragraph = analysis.sentences[sentence].paragraph
    while sentence and analysis.sentences[sentence - 1].paragraph == paragraph:
        sentence -= 1
    return analysis.sentences[sentence].start
