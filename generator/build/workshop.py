"""Steps run here: what is kept is taken, the rest is reckoned through the executor and kept, in a fixed order."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeGuard, TypeVar

import msgspec

from generator.build.collecting import give_back
from generator.build.executor import Executor
from generator.build.perform import Call
from generator.build.remembering import Remembered
from generator.build.step import Step, digest_of, encode
from generator.build.store import Store
from generator.model.text import Article

T = TypeVar("T")


class Watch:
    """Told the name of a step, how many of its calls are done, and how many there are; this one looks away."""

    def __call__(self, name: str, done: int, total: int) -> None:
        """Note that `done` of `total` calls of a step are done."""


_HELD = 32  # decoded results that a view of many keeps in memory


class Kept(Generic[T]):
    """A result that is kept under `digest`, read from the store when it is asked for."""

    def __init__(
        self, workshop: "Workshop", step: Step[T], digest: str, given: tuple[object, ...], aids: tuple[object, ...] = ()
    ) -> None:
        self.digest = digest
        self._workshop, self._step, self._given, self._aids = workshop, step, given, aids

    def content(self) -> bytes:
        """The encoded result; reckoned anew should it be gone, because another build let it go or it was damaged."""
        content = self._workshop.store.get(self.digest)
        if content is None:
            content = self.fresh()
            self._workshop.store.put(self.digest, content)
        return content

    def fresh(self) -> bytes:
        """The encoded result, reckoned now and here."""
        if self._step.grain == "all":
            return encode(self._step.work(*(_view(each) for each in self._given), *self._aids))
        return self._step.perform(contents(self._given))

    def get(self) -> T:
        """The result."""
        return self._workshop.remembered.get(self.digest, self.content, self._read)

    def _read(self, content: bytes) -> T:
        try:
            return self._step.read(content)
        except msgspec.DecodeError:
            return self._step.read(self.fresh())


class Kin(Mapping[str, T]):
    """Kept results by name, read when they are looked at.

    The first few stay in memory, and the last one: whoever goes through all of them again and again finds those there,
    where a cache of the latest would each time have let go what comes next.
    """

    def __init__(self, kept: Mapping[str, Kept[T]]) -> None:
        self.kept = kept
        self._held: dict[str, T] = {}
        self._last: tuple[str, T] | None = None

    @cached_property
    def digest(self) -> str:
        """The digest of all of them."""
        return digest_of(encode({name: each.digest for name, each in self.kept.items()}))

    def __getitem__(self, name: str) -> T:
        """The result of that name."""
        if name in self._held:
            return self._held[name]
        if self._last is None or self._last[0] != name:
            found = self.kept[name].get()
            if len(self._held) < _HELD:
                self._held[name] = found
            self._last = name, found
        return self._last[1]

    def later(self, name: str) -> Kept[T]:
        """The result of that name as an argument of a further step, which reads it only where it has work to do."""
        return self.kept[name]

    def __iter__(self) -> Iterator[str]:
        """The names in their order."""
        return iter(self.kept)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.kept)


class Workshop:
    """A store, an executor, somebody who watches, and what is remembered of earlier builds, nothing by default."""

    def __init__(
        self,
        store: Store,
        executor: Executor,
        watch: Watch | None = None,
        remembered: Remembered | None = None,
    ) -> None:
        self.store, self._executor, self._watch = store, executor, watch or Watch()
        self.remembered = remembered or Remembered(most=0)
        self._articles: dict[int, tuple[Article, str]] = {}

    def run(
        self, step: Step[T], rows: Sequence[tuple[object, ...]], about: Sequence[str] = (), *, later: int = 0
    ) -> list[Kept[T]]:
        """The results of the step for each row of arguments, records or results kept, in the order of the rows.

        `about` says in messages what each row is of. The digest of a result is that of the step's code and of the
        arguments: of a result kept by its own digest, of any other record by its content. `later` more calls will come.
        """
        kept = [Kept(self, step, self._digest(step, row), row) for row in rows]
        known = self.store.known(each.digest for each in kept)
        missing = {each.digest: number for number, each in enumerate(kept) if each.digest not in known}
        numbers = sorted(missing.values())
        if numbers:
            calls = _Calls(step, [rows[n] for n in numbers], [about[n] if about else "" for n in numbers])
            give_back()  # others will need it now
            total = len(numbers) + later
            self._watch(step.name, 0, total)
            for done, (number, content) in enumerate(self._executor.run(calls), 1):
                self.store.put(kept[numbers[number]].digest, content)
                self._watch(step.name, done, total)
        return kept

    def rest(self) -> None:
        """Let the workers go who have done what was asked so far, and what they hold."""
        self._executor.rest()

    def whole(self, step: Step[T], *given: object, aids: tuple[object, ...] = ()) -> Kept[T]:
        """The result of a step that looks at all articles: done in this process, on views of what is kept.

        `aids` come after what is given; they help to find the result and decide nothing of it.
        """
        kept = Kept(self, step, self._digest(step, given), given, aids)
        if not self.store.known([kept.digest]):
            self._watch(step.name, 0, 1)
            self.store.put(kept.digest, kept.fresh())
            self._watch(step.name, 1, 1)
        return kept

    def _digest(self, step: Step[T], given: tuple[object, ...]) -> str:
        return digest_of("\0".join([step.code, *(self._digest_of(each) for each in given)]).encode())

    def _digest_of(self, value: object) -> str:
        if isinstance(value, Kept | Kin):
            return value.digest
        if _are_articles(value):
            return digest_of("\0".join(map(self._digest_of, value)).encode())
        if not isinstance(value, Article):
            return digest_of(encode(value))
        # Every step of an article's grain is given it: the same record, which is held so that its id stays its own.
        if id(value) not in self._articles:
            self._articles[id(value)] = value, digest_of(_content(value))
        return self._articles[id(value)][1]


class _Calls(Sequence[Call]):
    """The calls of a step, each made when its turn comes: their arguments are read from the store no sooner."""

    def __init__(self, step: Step[T], rows: Sequence[tuple[object, ...]], about: Sequence[str]) -> None:
        self._step, self._code, self._rows, self._about = step, step.code, rows, about

    def __getitem__(self, number):  # type: ignore[no-untyped-def]
        return Call(
            step=self._step.name, code=self._code, given=contents(self._rows[number]), about=self._about[number]
        )

    def __len__(self) -> int:
        return len(self._rows)


def _view(value: object) -> object:
    """An argument as a step that looks at all takes it: what is kept is read when it is looked at."""
    if isinstance(value, Kept):
        return value.get()
    return value


def contents(given: tuple[object, ...]) -> tuple[bytes, ...]:
    """The arguments encoded; of kept results their bytes are put together."""
    return tuple(_content(each) for each in given)


def _content(value: object) -> bytes:
    if isinstance(value, Kept):
        return value.content()
    if isinstance(value, Kin):
        return encode({name: msgspec.Raw(each.content()) for name, each in value.kept.items()})
    if _are_articles(value):
        return encode([msgspec.Raw(_content(article)) for article in value])
    if isinstance(value, Article):
        # A text that was once encoded holds on to what it was encoded to: that of all articles is as much again.
        value = msgspec.structs.replace(value, body=value.body[:1] + value.body[1:])
    return encode(value)


def _are_articles(value: object) -> TypeGuard[tuple[Article, ...]]:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Article)
