"""Broken inputs for every reader: `python -m tools.fuzz [INPUTS] [MINUTES]`, 1,000,000 and 60 without them.

Each input is a sound file of its kind (those of tests/desk/test_formats.py, all under 6 kB: a million are read in an
hour of one core) with bytes flipped, cut, doubled, or swapped for bytes that mean something, for packed files also
within their parts. Readers are called directly; the slow ones, which parse pages, get one input in eight. A reader may
refuse an input (UnreadableError, ParallaxError); any other exception, and more than 0.1 seconds a kilobyte, is a fault,
and its input is kept. At the end the sound files are read again: nothing good is lost.
"""

import logging
import random
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import mkdtemp

from generator.content.articles.front_matter import check, split
from generator.content.articles.roles import paragraphs
from generator.content.editorial.files import FILES
from generator.content.readings import files as reading_files
from generator.content.yaml_source import Spot, YamlSource
from generator.desk.answer import find_answers
from generator.desk.found import UnreadableError
from generator.desk.sources import opening
from generator.desk.sources.archive import read_archive
from generator.desk.sources.feed import read_feed
from generator.desk.sources.pointer import address_in
from generator.model.errors import ParallaxError
from tests.desk.test_formats import SAMPLES

_SECONDS_A_KILOBYTE = 0.1
_LEAST_SECONDS = 0.5  # for the smallest input: a busy machine takes breaks
_SLOW = (".html", ".eml", ".mhtml", ".warc", ".xml")
_WORDS = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\r",
        b"<",
        b">",
        b"&",
        b'"',
        b"]]>",
        b"<!--",
        b"{",
        b"[",
        b"*a",
    ),
    *(b"---\n", b": ", b"0001-01-01", b"9" * 40, b"&#0;", b"a.m." * 30, b"twenty-" * 20, b"<div>" * 50, b" Pool" * 30),
    *(
        b"\\ud800",
        b"PK\x03\x04",
        b"\x1f\x8b",
        b"=?utf-8?q?",
        b"charset=",
        b"\xe2\x80\x9c",
        b"%PDF-",
        b"{\\rtf",
        b"URL=",
    ),
)
EDITORIAL = (
    b"actors:\n  - name: Ada Example\n    aliases: [Example]\nevents:\n  - articles: [a, b]\n    date: 2024-05-03\n"
)

_QUOTES = (
    b'"disagreements":[{"kind":"cause","hardness":"hard","about":"Why it closed","positions":['
    b'{"article":"a","quote":"cannot afford it","says":"afford"},{"article":"b","quote":"the coal board"}]}]'
)
ANSWER = b'Here it is:\n```json\n{"event":"2024-05-03-pool",' + _QUOTES + b',"date":"2024-05-03"}\n```\n'
READING = (
    b'{"version":1,"event":"2024-05-03-pool","readings":[{"reader":{"name":"Anna","day":"2024-05-06"},"request":"",'
    b'"articles":{"a":"9f8e","b":"7d6c"},' + _QUOTES + b',"alone":[{"article":"a","quote":"in 1974"}]}]}'
)


class _TooSlowError(Exception):
    pass


def _too_slow(*_: object) -> None:
    raise _TooSlowError


def readers() -> dict[str, tuple[bytes, Callable[[bytes], object]]]:
    """A sound input and what reads it, by name."""
    sound = {ending: data if isinstance(data, bytes) else data() for ending, data in SAMPLES.items()}
    found: dict[str, tuple[bytes, Callable[[bytes], object]]] = {}
    for ending, data in sound.items():
        if ending in opening._SINGLE:
            found[ending] = (data, lambda b, read=opening._SINGLE[ending]: read(b, "x"))  # type: ignore[misc]
        elif ending in opening._SEVERAL:
            found[ending] = (data, lambda b, read=opening._SEVERAL[ending]: list(read(b, "x")))  # type: ignore[misc]
    archive = Path(mkdtemp()) / "a.warc"

    def warc(data: bytes) -> object:
        archive.write_bytes(data)
        return list(read_archive(archive, "x"))

    found[".warc"] = (sound[".warc"], warc)
    found[".xml"] = (sound[".xml"], lambda data: list(read_feed(data, "x")))
    found[".url"] = (sound[".url"], address_in)
    found["article"] = (sound[".md"], _article)
    found["editorial"] = (EDITORIAL, _editorial)
    found["answer"] = (ANSWER, lambda data: find_answers(data.decode("utf-8", "replace")))
    found["reading"] = (READING, lambda data: reading_files._read(data.decode("utf-8", "replace"), "x", []))
    return found


def _article(data: bytes) -> object:
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")  # as files are read
    source, body = split(text, file="x")
    stated = check(source)[0] if source else None
    return paragraphs(body, stated.title if stated else None)


def _editorial(data: bytes) -> object:
    source = YamlSource(data.decode("utf-8", "replace"), file="x")
    for keys in FILES.values():
        for key, read in keys.items():
            entries = source.data.get(key) if isinstance(source.data, dict) else None
            for number in range(len(entries) if isinstance(entries, list) else 0):
                try:
                    read(Spot(source, (key, number)))
                except ParallaxError:
                    continue
    return source


def broken(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to six faults in it."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place, length = chance.randrange(len(out) + 1), chance.choice((1, 1, 2, 8, 64, 512))
        match chance.randrange(6):
            case 0:
                out[place : place + length] = chance.randbytes(length)
            case 1:
                del out[place : place + length]
            case 2:
                out[place:place] = chance.choice(_WORDS) * chance.choice((1, 1, 1, 5))
            case 3:
                out[place:place] = out[place : place + length] * chance.choice((1, 2, 20))
            case 4:
                out = out[:place] if chance.random() < 0.2 else out
            case _:
                out[place : place + length] = chance.choice(_WORDS)
    return bytes(out)


def _broken_within(data: bytes, chance: random.Random) -> bytes:
    """A packed file with faults in one of its parts, and itself whole."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as sound, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        hit = chance.choice(sound.namelist())
        for name in sound.namelist():
            made.writestr(name, broken(sound.read(name), chance) if name == hit else sound.read(name))
    return stream.getvalue()


def _inputs(count: int, chance: random.Random, names: list[str]) -> Iterator[str]:
    quick = [name for name in names if name not in _SLOW]
    for number in range(count):
        yield chance.choice(quick) if number % 8 else _SLOW[number // 8 % len(_SLOW)]


def main(count: int, minutes: float) -> int:  # noqa: C901 - one loop, told in order
    """Run, tell, and return the number of faults."""
    chance, known = random.Random(17), readers()  # noqa: S311 - the same inputs every time
    taken, refused, spent, faults = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    kept = Path(mkdtemp(prefix="fuzz-"))
    signal.signal(signal.SIGALRM, _too_slow)
    logging.disable()  # what libraries say of each broken file
    begun = time.monotonic()
    for name in _inputs(count, chance, list(known)):
        if time.monotonic() - begun > 60 * minutes:
            break
        sound, read = known[name]
        packed = sound.startswith(b"PK") and chance.random() < 0.7
        data = _broken_within(sound, chance) if packed else broken(sound, chance)
        limit = max(_LEAST_SECONDS, _SECONDS_A_KILOBYTE * len(data) / 1000)
        start = time.process_time()
        signal.setitimer(signal.ITIMER_REAL, 20 * limit)
        try:
            with redirect_stderr(StringIO()):
                read(data)
            taken[name] += 1
        except (UnreadableError, ParallaxError):
            refused[name] += 1
        except BaseException as fault:
            if isinstance(fault, KeyboardInterrupt):
                raise
            place = traceback.extract_tb(fault.__traceback__)[-1]
            key = f"{name}: {type(fault).__name__} at {Path(place.filename).name}:{place.lineno}"
            if not faults[key]:
                (kept / f"{len(faults)}{name if name.startswith('.') else '.md'}").write_bytes(data)
            faults[key] += 1
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        used = time.process_time() - start
        spent[name] += used
        if used > limit:
            faults[f"{name}: slower than {_SECONDS_A_KILOBYTE} s a kilobyte"] += 1
            (kept / f"slow-{len(data)}{name if name.startswith('.') else '.md'}").write_bytes(data)
    for name, (sound, read) in known.items():
        try:
            read(sound)
        except Exception as fault:
            faults[f"{name}: the sound file is lost: {fault!r}"] += 1
    total = sum(taken.values()) + sum(refused.values()) + sum(faults.values())
    for name in known:
        runs = taken[name] + refused[name]
        print(
            f"{name:<10} {taken[name]:>8,} taken {refused[name]:>8,} refused "
            f"{1000 * spent[name] / max(1, runs):>7.2f} ms each"
        )
    for key, number in faults.most_common():
        print(f"FAULT {number:>6,} × {key}")
    print(f"{total:,} inputs in {time.monotonic() - begun:,.0f} s; {sum(faults.values()):,} faults, inputs in {kept}")
    return min(1, sum(faults.values()))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(main(int(arguments[0]) if arguments else 1_000_000, float(arguments[1]) if arguments[1:] else 60))
