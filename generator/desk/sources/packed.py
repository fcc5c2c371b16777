"""Files that are ZIP archives of XML: read part by part, none of them larger than any article."""

import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from generator.desk.found import MAX_BYTES, UnreadableError

_PARTS = 5_000  # a book of several hundred chapters with its pictures


class Packed:
    """The parts of such a file. A few kilobytes can be packed gigabytes: what is unpacked is counted."""

    def __init__(self, data: bytes, what: str) -> None:
        """Open `data`, called `what` in messages. Raises UnreadableError when it is none, or needs a password."""
        self._what, self._left = what, MAX_BYTES
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError):
            raise UnreadableError(f"this is not {what}, or not a whole one") from None
        if len(self._zip.infolist()) > _PARTS:
            raise UnreadableError(f"this is {what} of more than {_PARTS:,} parts")

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises UnreadableError when it is not there, locked, damaged or too large."""
        try:
            with self._zip.open(name) as part:
                content = part.read(self._left + 1)
        except KeyError:
            raise UnreadableError(f"this is not {self._what}: it holds no {name}") from None
        except RuntimeError:
            raise UnreadableError(f"this is {self._what} with a password: save it without one") from None
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
            raise UnreadableError(f"this is {self._what} that is damaged") from None
        self._left -= len(content)
        if self._left < 0:
            raise UnreadableError(f"this is {self._what} that unpacks to more than {MAX_BYTES // 1_000_000} MB")
        return content

    def tree(self, name: str) -> etree._Element:
        """A part that is XML, as its root. Entities are not followed."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError:
            raise UnreadableError(f"this is {self._what} that is damaged") from None
