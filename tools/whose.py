"""How a quotation got its speaker: `python -m tools.whose content/articles/post.md "words of it"`.

Prints the functions of account/quotations/ that looked at these words, in order, and below each those that it asked:
the file, the line, and whom or what they found ("-": nothing). Which actor that is `speakers.py` says afterwards.
"""

import sys
from pathlib import Path
from types import FrameType
from typing import Any

from generator.account.quotations import find_quotations
from generator.account.quotations.cues import Attribution
from generator.account.quotations.scene import Scene
from generator.account.span import Marked
from generator.content.articles.folder import read_article
from generator.content.settings import Settings
from generator.language.parsing import analyse_article, model_of
from generator.model.errors import ParallaxError

_ROOM = ("account", "quotations")


class Trace:
    """The functions that were called with the quotation that holds some words, and what they returned."""

    def __init__(self, words: str) -> None:
        self.lines: list[str] = []
        self._words, self._open = words, list[int]()

    def __call__(self, frame: FrameType, event: str, result: Any) -> None:
        """One call or return, as `sys.setprofile` tells it."""
        file = Path(frame.f_code.co_filename)
        if file.parent.parts[-2:] != _ROOM or file.name == "scene.py" or event not in ("call", "return"):
            return
        given = [frame.f_locals.get(name) for name in frame.f_code.co_varnames[: frame.f_code.co_argcount]]
        scene = next((value for value in given if isinstance(value, Scene)), None)
        span = next((value for value in given if isinstance(value, Marked)), None)
        if scene is None or span is None or self._words not in scene.body[span.start : span.end]:
            return
        if event == "call":
            self._open.append(len(self.lines))
            self.lines.append("")  # who asks stands above whom he asks
        else:
            at = self._open.pop()
            asked = f"{'  ' * len(self._open)}{file.name}:{frame.f_code.co_firstlineno} {frame.f_code.co_name}"
            self.lines[at] = f"{asked:<44} {_said(scene, result)}"


def _said(scene: Scene, result: Any) -> str:
    """What a function found, with the article's words for somebody in place of their numbers."""
    if result is None or result is False or result == ():
        return "-"
    if isinstance(result, Attribution):
        flags = [name for name in ("unsaid", "doubtful", "adjacent") if getattr(result, name)]
        cue = f"by “{scene.tokens[result.cue].text}”" if result.cue is not None else ""
        return " ".join(filter(None, (_words(scene, result.speaker), cue, *flags))) or "nobody"
    if isinstance(result, tuple) and len(result) == 3 and all(isinstance(n, int) for n in result):
        return _words(scene, result)
    return "yes" if result is True else str(result)[:60]


def _words(scene: Scene, place: tuple[int, int, int] | None) -> str:
    if place is None:
        return ""
    first, last, _ = place
    return f"“{scene.body[scene.tokens[first].start : scene.tokens[last - 1].end]}”"


def main() -> None:
    """Trace one quotation of one article."""
    file, words = Path(sys.argv[1]), sys.argv[2]
    article = read_article(file.stem, str(file), file.read_bytes()).article
    if article is None:
        raise ParallaxError(f"{file} is no article.")
    analysis = analyse_article(article, model_of(Settings().model))
    trace = Trace(words)
    sys.setprofile(trace)
    try:
        found = find_quotations(article, analysis)
    finally:
        sys.setprofile(None)
    print("\n".join(trace.lines))
    for quotation in found:
        if words in quotation.passage.quote:
            print(f"\n{quotation.speaker_text or 'nobody'}: {quotation.passage.quote}")


if __name__ == "__main__":
    main()
