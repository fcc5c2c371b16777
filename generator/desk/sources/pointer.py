"""A shortcut to a web page (.url of Windows, .webloc of macOS, .desktop of Linux) to the address it holds."""

import plistlib
import re
from xml.parsers.expat import ExpatError

from generator.content.fields import is_web_address
from generator.desk.found import UnreadableError
from generator.desk.sources.wording import decoded

_URL = re.compile(r"^\s*URL(?:\[[^\]\n]*\])?\s*=\s*(\S+)", re.IGNORECASE | re.MULTILINE)


def address_in(data: bytes) -> str:
    """The web address of a shortcut. Raises UnreadableError when it holds none."""
    try:
        document = plistlib.loads(data) if data.lstrip()[:1] == b"<" or data.startswith(b"bplist") else None
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, OverflowError, RecursionError):
        document = None
    found = document.get("URL") if isinstance(document, dict) else None
    if found is None and (match := _URL.search(decoded(data[:100_000]))):
        found = match[1]
    if not isinstance(found, str) or not is_web_address(found):
        raise UnreadableError("the shortcut holds no http(s) address")
    return found
