"""Documents over processes: ordered, streaming, in bounded memory."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import parent_process
from typing import TypeVar

__all__ = ["collect_seldom", "map_in_order"]

_CHUNK = 32
_WAITING = 3
"""Chunks in flight for each worker: one at work, the others hide the transfer."""

Item = TypeVar("Item")
Result = TypeVar("Result")

_COLLECT_AFTER = 20_000
"""Objects after which the garbage collector looks for cycles: an article makes a few thousand."""

_work: Callable[..., object] | None = None


def collect_seldom() -> None:
    """Let the garbage collector of a process that only parses run less often, and pass over what is loaded for good."""
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER, 20, 50)


def _start(work: Callable[..., object]) -> None:
    """Prepare a worker: an interrupt is the parent's to handle, and no worker outlives it."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    collect_seldom()
    _work = work


def _end_with_parent() -> None:
    """Wait until the parent has ended, were it by force, and end this process."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(chunk: list[object]) -> bytes:
    """Return the results pickled: the pool's own pickler looks each object up in Python, which takes as long again."""
    assert _work is not None
    return pickle.dumps([_work(item) for item in chunk], pickle.HIGHEST_PROTOCOL)


def map_in_order(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int, chunk: int = _CHUNK
) -> Iterator[Result]:
    """Yield `work(item)` for each item, in order, from `workers` processes.

    `work` is sent once to each process, so it must be picklable. At most `3 * workers * chunk` items are in memory.
    When the caller stops early or is interrupted, the processes end.
    """
    source = iter(items)
    pool = ProcessPoolExecutor(workers, initializer=partial(_start, work))
    waiting: deque[Future[bytes]] = deque()
    try:
        while True:
            while len(waiting) < _WAITING * workers and (batch := list(islice(source, chunk))):
                waiting.append(pool.submit(_run, list(batch)))
            if not waiting:
                return
            yield from pickle.loads(waiting.popleft().result())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
