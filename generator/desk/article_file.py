"""An article as found, as the text of a file for content/articles, and the name that the file gets."""

import os
import re
from contextlib import suppress
from itertools import count
from pathlib import Path, PurePath

import yaml

from generator.desk.found import Found
from generator.matching.slug import plain_letters
from generator.model.errors import ParallaxError

# The keys of the front matter, in the order in which they are written.
FIELDS = ("title", "outlet", "byline", "published", "updated", "url", "language", "rights", "note")
_EXPECTED = ("title", "outlet", "byline", "published", "url", "language")
_LONGEST_NAME = 60


def file_text(found: Found) -> str:
    """Front matter in safe YAML with what the source states, a comment with what it does not, then the text."""
    stated = {field: value for field in FIELDS if (value := getattr(found, field))}
    matter = yaml.safe_dump(stated, allow_unicode=True, sort_keys=False, width=10_000) if stated else ""
    missing = unstated(found)
    comment = f"# not stated by the source: {', '.join(missing)}\n" if missing else ""
    return f"---\n{matter}{comment}---\n\n{found.text}\n"


def unstated(found: Found) -> tuple[str, ...]:
    """The keys that one would expect and that the source does not give."""
    return tuple(field for field in _EXPECTED if not getattr(found, field))


def file_name(found: Found) -> str:
    """A name of letters, digits and hyphens made of outlet and title, without an ending."""
    words = slug(f"{found.outlet or ''} {found.title or _stem(found.origin)}")
    if len(words) > _LONGEST_NAME:
        words = words[: _LONGEST_NAME + 1].rpartition("-")[0] or words[:_LONGEST_NAME]
    return words or "article"


def slug(text: str) -> str:
    """`text` in lower-case ASCII letters and digits with hyphens between; "" when it has none."""
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['`](?=\w)", "", plain_letters(text))))


def _stem(origin: str) -> str:
    name = PurePath(origin.rstrip("/")).name
    return name.split(".")[0] or name


def write_new(folder: Path, name: str, text: str) -> Path:
    """Write `text` as a new file called `name` in `folder`; a name that is taken gets a number. Nothing is replaced.

    The file appears whole or not at all. Raises ParallaxError when it cannot be written.
    """
    draft = folder / f".{name}.{os.getpid()}.draft"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        return _placed(draft, folder, name)
    except OSError as fault:
        raise ParallaxError(
            f"The article cannot be written: {fault.strerror}.",
            file=str(folder / f"{name}.md"),
            remedy="Nothing of it was kept; what stands above it was added.",
        ) from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _placed(draft: Path, folder: Path, name: str) -> Path:
    """The draft under the first name that is free."""
    for number in count(1):
        path = folder / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
        try:
            os.link(draft, path)  # unlike a move, this never takes the place of another file
        except FileExistsError:
            continue
        except OSError:  # a file system without links
            if path.exists() or path.is_symlink():
                continue
            draft.rename(path)
        return path
    raise AssertionError("there is always a next number")
