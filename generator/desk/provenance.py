"""Where this Parallax was installed from, as lines of a requirements.txt that install the same one elsewhere.

An index or a repository is named; of a checkout or a wheel from a disk, which no other machine has, a wheel is packed
to lie in the site's own repository. What is known of an installation is in its metadata (PEP 610).
"""

import base64
import hashlib
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from importlib import metadata, resources
from io import BytesIO
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement

from generator.model.record import Record

DISTRIBUTION = "parallax-explainer"
FOLDER = "wheels"
_LOCK = "desk/requirements.lock"  # what is requirements.txt in a checkout (pyproject.toml puts it there)
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip file knows: the same package gives the same bytes
_RELEASED = (
    f"# Once there is a release that you want: {DISTRIBUTION}==VERSION, and its hash, in the place of {FOLDER}/."
)
_NO_WHEEL = f"# Once there is a release that you want, write {DISTRIBUTION}==VERSION instead."


class Provenance(Record, frozen=True):
    """A requirement line for Parallax, what to say above it, and the wheel it names, if one must come along."""

    requirement: str
    told: tuple[str, ...]
    wheel: str = ""


def provenance() -> Provenance:
    """Where the Parallax that runs was installed from."""
    installed = metadata.distribution(DISTRIBUTION)
    return of_origin(json.loads(installed.read_text("direct_url.json") or "{}"), installed.version)


def of_origin(origin: dict[str, Any], version: str) -> Provenance:
    """The line for an installation whose direct_url.json says `origin` ({} when it came from an index)."""
    address = str(origin.get("url", ""))
    repository, archive = origin.get("vcs_info"), origin.get("archive_info")
    if not origin:
        only = "# Parallax, as this site was made with it."
        return Provenance(requirement=f"{DISTRIBUTION}=={version}", told=(only,))
    if isinstance(repository, dict) and not address.startswith("file:"):
        told = ("# Parallax, from the commit that this site was made with.", _NO_WHEEL)
        line = f"{DISTRIBUTION} @ {repository.get('vcs', 'git')}+{address}@{repository.get('commit_id', '')}"
        return Provenance(requirement=line, told=told)
    if isinstance(archive, dict) and address.startswith("https:"):
        digest = (archive.get("hashes") or {}).get("sha256")
        told = ("# Parallax, from the file that this site was made with.", _NO_WHEEL)
        line = f"{DISTRIBUTION} @ {address}" + (f"#sha256={digest}" if digest else "")
        return Provenance(requirement=line, told=told)
    name = f"{DISTRIBUTION.replace('-', '_')}-{version}-py3-none-any.whl"
    told = (f"# Parallax itself, from a disk: its wheel lies in {FOLDER}/, with this site.", _RELEASED)
    return Provenance(requirement=f"./{FOLDER}/{name}", told=told, wheel=name)


def requirements_text(origin: Provenance) -> str:
    """The requirements.txt of a new site: Parallax, and every library in the version that is installed here.

    With the digest of each where all are known: pip then asks for every one of them. A commit of a repository has none,
    and an index tells none of Parallax itself.
    """
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    pins = [f"{name}=={version}" for name, version in installed_with(DISTRIBUTION)]
    locked = _locked() if origin.wheel else {}
    if all(pin in locked for pin in pins) and locked:
        itself = f"{origin.requirement} \\\n    --hash=sha256:{hashlib.sha256(packed_wheel()).hexdigest()}"
        elsewhere = {block for block in locked.values() if ";" in block.partition("\n")[0]}  # on other systems
        pinned = "\n".join(sorted({locked[pin] for pin in pins} | elsewhere))
        renew = "To renew them, make the site's requirements.txt\n# anew: `parallax new` in an empty folder writes it."
    else:
        itself, pinned = origin.requirement, "\n".join(pins)
        renew = "To renew them, remove the\n# lines below, install, and let `pip freeze` write them again."
    head = "\n".join([*origin.told, itself, ""])
    return f"{head}\n# What it needs, in the versions that made this site (Python {python}). {renew}\n{pinned}\n"


def _locked() -> dict[str, str]:
    """The lines of our own lock file, with their digests, by name and version; none where it did not come along."""
    here = Path(str(resources.files("generator")))
    path = next((path for path in (here / _LOCK, here.parent / "requirements.txt") if path.is_file()), None)
    blocks = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip()) if path else []
    return {re.split(r"[\s;]", block, maxsplit=1)[0]: block for block in blocks if "--hash=sha256:" in block}


def installed_with(name: str) -> list[tuple[str, str]]:
    """Name and version of all that is installed for the sake of distribution `name`, sorted, without itself."""
    found: dict[str, str] = {}
    waiting = [Requirement(name)]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        key = _canonical(wanted.name)
        if (key, frozenset(wanted.extras)) in seen:
            continue
        seen.add((key, frozenset(wanted.extras)))
        try:
            installed = metadata.distribution(wanted.name)
        except metadata.PackageNotFoundError:
            continue
        found[key] = installed.version
        waiting += _needed(installed, wanted.extras)
    found.pop(_canonical(name), None)
    return sorted(found.items())


def _needed(installed: metadata.Distribution, extras: set[str]) -> Iterator[Requirement]:
    for line in installed.requires or ():
        try:
            needed = Requirement(line)
        except InvalidRequirement:
            continue
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in (extras or {""})):
            yield needed


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def packed_wheel() -> bytes:
    """The Parallax that runs, as a wheel: its package's files, and its metadata as installed."""
    installed = metadata.distribution(DISTRIBUTION)
    about = f"{DISTRIBUTION.replace('-', '_')}-{installed.version}.dist-info"
    package = Path(str(resources.files("generator")))
    paths = sorted(path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    files = {f"generator/{path.relative_to(package).as_posix()}": path.read_bytes() for path in paths}
    if (lock := package.parent / "requirements.txt").is_file():
        files.setdefault(f"generator/{_LOCK}", lock.read_bytes())
    files[f"{about}/METADATA"] = (installed.read_text("METADATA") or "").encode()
    files[f"{about}/entry_points.txt"] = (installed.read_text("entry_points.txt") or "").encode()
    files[f"{about}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: parallax\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = "".join(f"{name},{_digest(content)},{len(content)}\n" for name, content in files.items())
    files[f"{about}/RECORD"] = f"{record}{about}/RECORD,,\n".encode()
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr, entry.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            wheel.writestr(entry, content)
    return stream.getvalue()


def _digest(content: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
