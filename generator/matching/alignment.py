"""Word-by-word local alignment of two texts: where they run parallel, and in which words they part.

A shared vocabulary of pure functions; steps may import it. Seeds are shared trigrams, as in sequence search; around a
cluster of seeds the minimal edit script is found (rapidfuzz) and its best-scoring stretch kept (the maximal-sum run,
which is what local alignment keeps).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from generator.matching.wording import Word

# How far, in words, a seed may lie off the cluster before it opens a new one, and how much is aligned around it.
_DRIFT, _REACH, _MARGIN, _ROOM = 8, 24, 24, 8
# What is said more often than this shows no place: it is no seed, or a thousand repeats would give a million.
_REPEATED = 20
# An edited word costs as much as an agreeing one gains: a stretch is kept while most of its words agree.
_EDIT = 0.8


class Block(NamedTuple):
    """`a[a_first:a_last]` stands against `b[b_first:b_last]`; `equal` says whether their keys agree."""

    equal: bool
    a_first: int
    a_last: int
    b_first: int
    b_last: int


def parallels(a: Sequence[Word], b: Sequence[Word]) -> Iterator[tuple[Block, ...]]:
    """Every stretch where `a` and `b` run parallel, as blocks in order; it opens and closes with an equal block."""
    a_keys, b_keys = [w.key for w in a], [w.key for w in b]
    done: set[tuple[int, int]] = set()
    for box in _clusters(a_keys, b_keys):
        # Words said twice draw both boxes to one place: then the second is looked at by itself.
        for margin in (_MARGIN, _ROOM):
            best = _around(a_keys, b_keys, box, margin)
            if best and (best[0].a_first, best[0].b_first) not in done:
                done.add((best[0].a_first, best[0].b_first))
                yield best
                break


def _around(a: list[str], b: list[str], box: tuple[int, int, int, int], margin: int) -> tuple[Block, ...]:
    """The best stretch within so many words of a box."""
    a_first, a_last, b_first, b_last = box
    low_a, low_b = max(0, a_first - margin), max(0, b_first - margin)
    return _best_stretch(edit_blocks(a[low_a : a_last + margin], b[low_b : b_last + margin], low_a, low_b))


def _clusters(a: list[str], b: list[str]) -> list[tuple[int, int, int, int]]:
    """Boxes (first and last word in a, in b) around seeds that lie near one diagonal."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - 2):
        places[tuple(b[j : j + 3])].append(j)
    boxes: list[list[int]] = []
    for i in range(len(a) - 2):
        seeds = places.get(tuple(a[i : i + 3]), ())
        for j in seeds if len(seeds) <= _REPEATED else ():
            for box in reversed(boxes[-12:]):
                drift = abs((i - box[1]) - (j - box[3]))
                if drift <= _DRIFT and i - box[1] <= _REACH and 0 <= j - box[3] + 3 <= _REACH:
                    box[1], box[3] = max(box[1], i + 3), max(box[3], j + 3)
                    break
            else:
                boxes.append([i, i + 3, j, j + 3])
    return [(box[0], box[1], box[2], box[3]) for box in boxes]


def edit_blocks(a: Sequence[str], b: Sequence[str], a_shift: int = 0, b_shift: int = 0) -> list[Block]:
    """The minimal edit script between two key sequences as alternating blocks; the shifts are added to all indices."""
    blocks: list[Block] = []
    for step in Levenshtein.opcodes(a, b):
        equal = step.tag == "equal"
        block = Block(
            equal,
            step.src_start + a_shift,
            step.src_end + a_shift,
            step.dest_start + b_shift,
            step.dest_end + b_shift,
        )
        if blocks and blocks[-1].equal == equal:
            before = blocks.pop()
            block = Block(equal, before.a_first, block.a_last, before.b_first, block.b_last)
        blocks.append(block)
    return blocks


def _best_stretch(blocks: list[Block]) -> tuple[Block, ...]:
    """The run of blocks, from an equal one to an equal one, with the greatest sum of gains and costs."""
    best, best_sum, first, running = (0, 0), 0.0, 0, 0.0
    for place, block in enumerate(blocks):
        length = max(block.a_last - block.a_first, block.b_last - block.b_first)
        running += length if block.equal else -_EDIT * length
        if running <= 0:
            first, running = place + 1, 0.0
        elif block.equal and running > best_sum:
            best, best_sum = (first, place + 1), running
    return tuple(blocks[best[0] : best[1]])
