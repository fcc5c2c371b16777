"""A PDF with a text layer to an article as found, by pypdf."""

import logging
import re
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generator.desk.found import MAX_CHARACTERS, MIN_WORDS, Found, UnreadableError
from generator.desk.sources.wording import body, printable

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file, our refusal says in one sentence
_PAGES = 200
_HYPHENATED = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
_ENDED = re.compile(r"[.!?:”\"’)]$")
_SCAN = "the PDF has no text layer (it is a scan): have its text recognised first, for instance with ocrmypdf"


def read_pdf(data: bytes, origin: str) -> Found:
    """The text of a PDF, lines joined to paragraphs. Raises UnreadableError for a scan, a locked or a damaged file."""
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("this is not a PDF")
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("the PDF has a password: save it without one")
        if len(reader.pages) > _PAGES:
            raise UnreadableError(f"the PDF has {len(reader.pages)} pages, more than {_PAGES}: cut the article out")
        pages = []
        for page in reader.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > MAX_CHARACTERS:
                break
    except UnreadableError:
        raise
    except (
        PyPdfError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        ArithmeticError,
        OSError,
        RuntimeError,
    ) as fault:
        raise UnreadableError(f"the PDF is damaged ({type(fault).__name__})") from None
    text = printable("\n".join(pages))
    if len(text.split()) < MIN_WORDS:
        raise UnreadableError(_SCAN)
    remark = "read from a PDF: look it through, columns, captions and page heads may stand among the text"
    return Found(origin=origin, text=body(_paragraphs(text)), remarks=(remark,))


def _paragraphs(text: str) -> str:
    """The lines of a page joined to paragraphs: each ends with a sentence on a line that is not full."""
    lines = [line.strip() for line in _HYPHENATED.sub("", text).split("\n")]
    lengths = sorted(len(line) for line in lines if line)
    full = 0.8 * lengths[int(0.8 * (len(lengths) - 1))]
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        if paragraphs[-1] and (not line or (len(line) < full and _ENDED.search(line))):
            paragraphs.append([])
    return "\n\n".join(" ".join(lines) for lines in paragraphs if lines)
