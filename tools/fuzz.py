"""Broken inputs for every reader: `python -m tools.fuzz [INPUTS] [MINUTES] [FOLDER]`, 1,000,000, 60 and .fuzz.

FOLDER keeps the tally and each input at fault: the same command runs on where the last one ended.

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
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import mkdtemp

import msgspec

from generator.content.articles.front_matter import check, split
from generator.content.articles.roles import paragraphs
from generator.content.editorial.files import FILES
from generator.content.readings import files as reading_files
from generator.content.yaml_source import Spot, YamlSource
from generator.desk.answer.finding import find_answers
from generator.desk.found import UnreadableError
from generator.desk.sources import opening
from generator.desk.sources.archive import read_archive
from generator.desk.sources.feed import read_feed
from generator.desk.sources.opening import address_in
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


class Tally(msgspec.Struct):
    """How far a run has come: what was read so far, by reader. `faults` counts by what went wrong where."""

    done: int = 0
    seconds: float = 0
    taken: dict[str, int] = msgspec.field(default_factory=dict)
    refused: dict[str, int] = msgspec.field(default_factory=dict)
    spent: dict[str, float] = msgspec.field(default_factory=dict)
    faults: dict[str, int] = msgspec.field(default_factory=dict)


def _made(number: int, sound: Mapping[str, bytes], quick: list[str]) -> tuple[str, bytes]:
    """The reader and the bytes of one input; the same of one number every time."""
    chance = random.Random(number)  # noqa: S311 - no secret
    name = chance.choice(quick) if number % 8 else _SLOW[number // 8 % len(_SLOW)]
    whole = sound[name]
    packed = whole.startswith(b"PK") and chance.random() < 0.7
    return name, _broken_within(whole, chance) if packed else broken(whole, chance)


def _outcome(read: Callable[[bytes], object], data: bytes, limit: float) -> tuple[str, float]:
    """ "taken", "refused" or what went wrong, and the seconds it took."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_REAL, 20 * limit)
    try:
        with redirect_stderr(StringIO()):
            read(data)
        said = "taken"
    except (UnreadableError, ParallaxError):
        said = "refused"
    except KeyboardInterrupt:
        raise
    except BaseException as fault:
        place = traceback.extract_tb(fault.__traceback__)[-1]
        said = f"{type(fault).__name__} at {Path(place.filename).name}:{place.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    used = time.process_time() - start
    return (f"slower than {_SECONDS_A_KILOBYTE} s a kilobyte" if used > limit else said), used


def main(count: int, minutes: float, folder: Path) -> int:
    """Run on from where `folder` says that the last run ended, tell, and return whether there were faults."""
    known, state = readers(), folder / "tally.json"
    folder.mkdir(parents=True, exist_ok=True)
    tally = msgspec.json.decode(state.read_bytes(), type=Tally) if state.exists() else Tally()
    sound = {name: data for name, (data, _) in known.items()}
    quick = [name for name in known if name not in _SLOW]
    signal.signal(signal.SIGALRM, _too_slow)
    logging.disable()  # what libraries say of each broken file
    begun = noted = time.monotonic()
    while tally.done < count and time.monotonic() - begun < 60 * minutes:
        name, data = _made(tally.done, sound, quick)
        said, used = _outcome(known[name][1], data, max(_LEAST_SECONDS, _SECONDS_A_KILOBYTE * len(data) / 1000))
        kind, key = {"taken": (tally.taken, name), "refused": (tally.refused, name)}.get(
            said, (tally.faults, f"{name}: {said}")
        )
        if kind is tally.faults:
            (folder / f"{tally.done}{name if name.startswith('.') else '.md'}").write_bytes(data)
        kind[key] = kind.get(key, 0) + 1
        tally.spent[name] = tally.spent.get(name, 0) + used
        tally.done += 1
        if tally.done % 5000 == 0:
            tally.seconds, noted = tally.seconds + time.monotonic() - noted, time.monotonic()
            state.write_bytes(msgspec.json.encode(tally))
    tally.seconds += time.monotonic() - noted
    state.write_bytes(msgspec.json.encode(tally))
    for name, (data, read) in known.items():
        try:
            read(data)
        except Exception as fault:
            tally.faults[f"{name}: the sound file is lost: {fault!r}"] = 1
    _tell(tally, folder)
    return min(1, sum(tally.faults.values()))


def _tell(tally: Tally, folder: Path) -> None:
    for name, spent in tally.spent.items():
        taken, refused = tally.taken.get(name, 0), tally.refused.get(name, 0)
        each = 1000 * spent / max(1, taken + refused)
        print(f"{name:<10} {taken:>8,} taken {refused:>8,} refused {each:>7.2f} ms each")
    for key, number in tally.faults.items():
        print(f"FAULT {number:>6,} × {key}")
    print(
        f"{tally.done:,} inputs in {tally.seconds:,.0f} s; {sum(tally.faults.values()):,} faults; "
        f"the tally, and what was at fault, in {folder}"
    )


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(
        main(
            int(arguments[0]) if arguments else 1_000_000,
            float(arguments[1]) if arguments[1:] else 60,
            Path(arguments[2] if arguments[2:] else ".fuzz"),
        )
    )
