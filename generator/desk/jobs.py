"""Requests put to a reader: several at a time, tried again where that may help, joined where an event was split."""

import hashlib
import queue
import threading
from collections.abc import Generator, Sequence
from pathlib import Path

from generator.build.cache import cache_folder, write_whole
from generator.desk.answer.checking import check_answer
from generator.desk.answer.finding import find_answers
from generator.desk.answer.records import Answer, Asked
from generator.desk.asking import Request, Unread
from generator.desk.joining import join_pairs
from generator.desk.readers import ReaderFault, SecondReader
from generator.desk.request import wording_digest
from generator.model.errors import ParallaxError
from generator.model.record import Record
from generator.model.story import Event

PAUSE, _LONGEST = 1.0, 60.0


class Job(Record, frozen=True):
    """One reading to be made of an event: the whole in one request, or in pairs of its articles."""

    event: Event
    requests: tuple[Request, ...]


class Outcome(Record, frozen=True):
    """What became of a job: an answer to keep, or the reason why there is none. `notes` are what went wrong besides.

    `kept` are the files that hold the texts of the answers.
    """

    event: Event
    answer: Answer | None = None
    fault: str = ""
    hopeless: bool = False
    notes: tuple[str, ...] = ()
    kept: tuple[Path, ...] = ()

    def is_stored(self) -> None:
        """Let go of the answers' texts, which are kept until what was made of them is."""
        for place in self.kept:
            place.unlink(missing_ok=True)


class Asking:
    """How a reader is asked: how often at most, and where answers lie until their event is complete."""

    def __init__(self, reader: SecondReader, site: Unread, *, tries: int) -> None:
        self._reader, self.site, self._tries = reader, site, tries
        self._folder = cache_folder() / "answers"
        self.stop = threading.Event()

    def ask(self, job: Job) -> Outcome:
        """The outcome of one job; never raises for what a reader does."""
        notes: list[str] = []
        try:
            answers, places = self._all(job, notes)
            if not answers:
                return Outcome(event=job.event, fault="no request was answered", notes=tuple(notes))
            whole = len(answers) == 1 and len(answers[0].reading.articles) == len(job.requests[0].articles)
            answer = answers[0] if whole else join_pairs(job.event, answers, self.site.articles)
        except ReaderFault as fault:
            return Outcome(event=job.event, fault=fault.message, hopeless=fault.hopeless, notes=tuple(notes))
        except Exception as fault:
            return Outcome(event=job.event, fault=f"{type(fault).__name__}: {fault}", notes=tuple(notes))
        return Outcome(event=job.event, answer=answer, notes=tuple(notes), kept=tuple(places))

    def _all(self, job: Job, notes: list[str]) -> tuple[list[Answer], list[Path]]:
        """The answers to all requests of a job; one too long for the reader is asked by pairs, or left out of those.

        A fault of any other request is the job's: the answers of the others wait for the next run.
        """
        requests, answers, places = list(job.requests), list[Answer](), list[Path]()
        while requests:
            request = requests.pop(0)
            try:
                answer, place = self._answered(request, notes)
            except ReaderFault as fault:
                if not fault.too_long or (len(request.articles) == 2 and not (answers or requests)):
                    raise
                notes.append(f"{_named(request)}: too long for the reader")
                if len(request.articles) > 2:
                    requests += self.site.pairs(request.event, request.articles)
                continue
            answers.append(answer)
            places.append(place)
        return answers, places

    def _answered(self, request: Request, notes: list[str]) -> tuple[Answer, Path]:
        """The checked answer to one request, asked for as often as it takes, and where its text lies meanwhile."""
        asked = f"{self._reader.name}\0{request.text}".encode("utf-8", "replace")
        place = self._folder / f"{hashlib.sha256(asked).hexdigest()[:32]}.txt"
        if place.exists():
            try:
                return self._checked(request, place.read_text(encoding="utf-8")), place
            except (ReaderFault, OSError, UnicodeDecodeError):
                place.unlink(missing_ok=True)
        partial = ""
        for attempt in range(1, self._tries + 1):
            try:
                text = self._reader.ask(request.text, request.schema)
                checked = self._checked(request, text)
            except ReaderFault as fault:
                partial = max(partial, fault.partial, key=len)
                if not fault.again or attempt == self._tries or self.stop.is_set():
                    return self._rescued(request, partial, fault), place
                notes.append(f"{_named(request)}, attempt {attempt}: {fault.message}")
                self.stop.wait(max(fault.wait, min(_LONGEST, PAUSE * 2 ** (attempt - 1))))
                continue
            write_whole(place, text.encode("utf-8", "replace"))  # until its event is complete: a crash loses none
            return checked, place
        raise ReaderFault("it was not asked at all")

    def _rescued(self, request: Request, partial: str, fault: ReaderFault) -> Answer:
        """What is whole of an answer that broke off each time; the fault itself when nothing is."""
        if not partial or fault.hopeless:
            raise fault
        try:
            answer = self._checked(request, partial)
        except ReaderFault:
            raise fault from None
        if not answer.reading.disagreements:
            raise fault
        return answer

    def _checked(self, request: Request, text: str) -> Answer:
        """The answer in a text. Raises ReaderFault when there is none, or nothing of it could be used."""
        try:
            found = find_answers(text)
        except ParallaxError as fault:
            raise ReaderFault(f"no answer: {fault.message}", again=True) from None
        asked = Asked(
            event=request.event,
            articles=tuple(sorted(request.articles, key=lambda article: request.event.articles.index(article.id))),
            offers=request.offers,
            quotation_words=self.site.quotation_words,
            request=wording_digest(),
        )
        best = max((check_answer(each, asked) for each in found), key=lambda a: len(a.reading.disagreements))
        if best.is_empty:
            raise ReaderFault(f"nothing could be used: {best.refusals[0].place}: {best.refusals[0].reason}", again=True)
        return best


def run(asking: Asking, jobs: Sequence[Job], *, threads: int) -> Generator[Outcome, None, None]:
    """The outcomes of all jobs as they come; so many threads ask at once.

    When the caller stops listening, or a fault is hopeless, no further request is sent. The threads are daemons: an
    answer that is still being waited for keeps nobody.
    """
    waiting: queue.SimpleQueue[Job] = queue.SimpleQueue()
    done: queue.SimpleQueue[Outcome | None] = queue.SimpleQueue()
    for job in jobs:
        waiting.put(job)

    def work() -> None:
        while not asking.stop.is_set():
            try:
                job = waiting.get_nowait()
            except queue.Empty:
                break
            outcome = asking.ask(job)
            if outcome.hopeless:
                asking.stop.set()
            done.put(outcome)
        done.put(None)

    workers = [threading.Thread(target=work, daemon=True) for _ in range(max(1, min(threads, len(jobs))))]
    for worker in workers:
        worker.start()
    left = len(workers)
    try:
        while left:
            outcome = _next(done)
            if outcome is None:
                left -= 1
                continue
            yield outcome
    finally:
        asking.stop.set()


def _next(done: "queue.SimpleQueue[Outcome | None]") -> Outcome | None:
    """The next outcome; waits in short steps, so that Ctrl-C is heard on every system."""
    while True:
        try:
            return done.get(timeout=0.5)
        except queue.Empty:
            continue


def _named(request: Request) -> str:
    return ", ".join(article.id for article in request.articles)
