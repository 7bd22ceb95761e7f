"""A bound on the CPU that reading a page may take, so that a page that is made to be slow does not stop the crawl.

A timer of the process's own CPU interrupts Python between two of its steps; one call into C, such as one search of a
pattern, it does not. Elsewhere than in the main thread, where signals come, nothing is bounded.
"""

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import process_time
from types import FrameType
from typing import TypeVar

from newscrawl.refusals import TooCostly, Unwanted

Found = TypeVar("Found")

TICK = 0.25
"""Seconds of CPU between two looks at the clock."""

STOPS = (signal.SIGTERM, signal.SIGINT)


class _Over(BaseException):
    """No Exception: nothing that is read in between may catch it."""


@contextmanager
def cpu_budget(seconds: float) -> Iterator[None]:
    """What is done inside may take so many seconds of CPU; 0: any number. Raises TooCostly beyond.

    Raises Unwanted where the process is asked to end meanwhile and what is done does not come to its end by itself.
    """
    if not seconds or threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    stopped: list[int] = []
    try:
        with _heard(stopped), _ticking(process_time() + seconds, stopped):
            yield
    except _Over:
        if stopped:
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
def _ticking(end: float, stopped: list[int]) -> Iterator[None]:
    def look(number: int, frame: FrameType | None) -> None:
        if stopped or process_time() >= end:
            raise _Over

    before = signal.signal(signal.SIGVTALRM, look)
    signal.setitimer(signal.ITIMER_VIRTUAL, TICK, TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _heard(stopped: list[int]) -> Iterator[None]:
    """What asks the process to end is noted, and done as before: Scrapy stops when what is read now is read."""
    before = {number: signal.getsignal(number) for number in STOPS}
    ours = {number: _noting(stopped, handler) for number, handler in before.items() if callable(handler)}
    for number, handler in ours.items():
        signal.signal(number, handler)
    try:
        yield
    finally:
        for number, handler in ours.items():
            if signal.getsignal(number) is handler:  # Scrapy's own puts another in its place
                signal.signal(number, before[number])


Handler = Callable[[int, FrameType | None], object]


def _noting(stopped: list[int], then: Handler) -> Handler:
    def note(number: int, frame: FrameType | None) -> None:
        stopped.append(number)
        then(number, frame)

    return note
