"""A bound on the CPU that reading a page may take, so that a page that is made to be slow does not stop the crawl.

A timer of the process's own CPU interrupts Python between two of its steps; one call into C, such as one search of a
pattern, it does not. Elsewhere than in the main thread, where signals come, nothing is bounded.
"""

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import inf
from time import process_time
from types import FrameType
from typing import TypeVar

from newscrawl.refusals import TooCostly, Unwanted

Found = TypeVar("Found")

TICK = 0.1
"""Seconds of CPU between two looks at the clock."""

AT_THE_END = 0.5
"""Seconds of CPU for all that is still read when the process was asked to end, together."""


class _Over(BaseException):
    """No Exception: nothing that is read in between may catch it."""


class _Stop:
    """When reading ends, on the clock of the process's CPU: one for all pages, however many have come already."""

    at = inf


def stop_reading() -> None:
    """The process was asked to end. For a signal's handler: the loop may be busy with a page."""
    _Stop.at = min(_Stop.at, process_time() + AT_THE_END)


@contextmanager
def cpu_budget(seconds: float) -> Iterator[None]:
    """What is done inside may take so many seconds of CPU; 0: any number. Raises TooCostly beyond.

    Raises Unwanted where the process was asked to end and what is done does not come to its end by itself.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    try:
        with _ticking(process_time() + (seconds or inf)):
            yield
    except _Over:
        if process_time() >= _Stop.at:
            raise Unwanted("the run was stopped while it was read") from None
        raise TooCostly(f"reading it takes more than {seconds:g} s of CPU") from None


def each_within(seconds: float, found: Iterable[Found]) -> Iterator[Found]:
    """What an iterator gives, with a budget for each step of it."""
    steps = iter(found)
    while True:
        with cpu_budget(seconds):
            try:
                step = next(steps)
            except StopIteration:
                return
        yield step


@contextmanager
def _ticking(end: float) -> Iterator[None]:
    def look(*_: int | FrameType | None) -> None:
        if process_time() >= min(end, _Stop.at):
            raise _Over

    look()
    before = signal.signal(signal.SIGVTALRM, look)
    signal.setitimer(signal.ITIMER_VIRTUAL, TICK, TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
