"""Workers: a process for each file, as many at once as there are cores. A page that ends one is left out then."""

import logging
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Sequence
from ctypes import c_int64
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from newscrawl.bulk.progress import BulkProgress
from newscrawl.bulk.warc_file import BulkOptions, WarcFile

MOST_CRASHES = 20
"""Pages of one file that may end its process; then the file is given up."""

SILENCE = 120.0
"""Seconds that one page may take before its process is killed; its CPU is bounded within (PAGE_CPU_SECONDS)."""

HOW = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
CONTEXT: Any = multiprocessing.get_context(HOW)


@dataclass(slots=True)
class BulkTask:
    """A file and what is known of it."""

    source: Path
    size: int
    skipped: set[int] = field(default_factory=set)


class FileWorker:
    """A process that reads one file, and what it tells while it does: offset, pages, articles."""

    def __init__(self, task: BulkTask, options: BulkOptions, context: Any) -> None:
        self.task = task
        self.told = context.RawArray(c_int64, 3)
        self.result, ours = context.Pipe(duplex=False)
        given = (task, options, self.told, ours)
        self.process = context.Process(target=work, args=given, daemon=True)
        self.process.start()
        ours.close()
        self.seen, self.since = -1, time.monotonic()

    @property
    def offset(self) -> int:
        return int(self.told[0])

    def stands_still(self) -> bool:
        """Whether one page has taken too long; to write what was read takes what it takes."""
        if self.offset != self.seen:
            self.seen, self.since = self.offset, time.monotonic()
        return self.offset < self.task.size and time.monotonic() - self.since > SILENCE

    def outcome(self) -> dict[str, int] | OSError | None:
        """What a process that has ended said last; None where a page ended it."""
        self.process.join()
        try:
            said: dict[str, int] | OSError = self.result.recv()
        except EOFError:
            return None
        return said


def work(task: BulkTask, options: BulkOptions, told: Any, result: Connection) -> None:
    """In a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the one that started this ends it
    logging.disable(logging.WARNING)

    parent = os.getppid()

    def tell(*values: int) -> None:
        if os.getppid() != parent:
            os._exit(1)  # whoever began it was killed; another run may read the file
        told[:] = values

    try:
        result.send(WarcFile(task.source, options, frozenset(task.skipped), tell).read())
    except OSError as error:
        result.send(error)


class FileWorkers:
    """Reads files, the largest first, so that no long one is left to the end."""

    def __init__(self, options: BulkOptions, jobs: int, progress: BulkProgress, context: Any = CONTEXT) -> None:
        """`context`: of multiprocessing, how processes are begun."""
        self.options, self.jobs, self.progress, self.context = options, jobs, progress, context
        self.waiting = deque[BulkTask]()
        self.running: list[FileWorker] = []

    def run(self, tasks: Sequence[BulkTask], show: Callable[[], None]) -> None:
        """Read all of them. Raises OSError where what comes of them cannot be written."""
        self.waiting = deque(sorted(tasks, key=lambda task: -task.size))
        try:
            while self.waiting or self.running:
                while self.waiting and len(self.running) < self.jobs:
                    self.running.append(FileWorker(self.waiting.popleft(), self.options, self.context))
                wait([worker.process.sentinel for worker in self.running], timeout=0.5)
                self._look()
                show()
        finally:
            for worker in self.running:
                worker.process.kill()
                worker.process.join()

    def _look(self) -> None:
        for worker in list(self.running):
            if worker.stands_still():
                worker.process.kill()
            # Alive until the moment before: what it said is all there then.
            if not worker.process.is_alive():
                self.running.remove(worker)
                self._ended(worker)
        self.progress.running = [(worker.offset, *worker.told[1:]) for worker in self.running]

    def _ended(self, worker: FileWorker) -> None:
        task, outcome = worker.task, worker.outcome()
        if isinstance(outcome, dict):
            self.progress.end(task.size, outcome)
        elif isinstance(outcome, OSError):
            if outcome.filename != str(task.source):
                raise outcome
            self.progress.give_up(task.source, task.size, outcome.strerror or str(outcome))
        elif len(task.skipped) < MOST_CRASHES and worker.offset not in task.skipped:
            task.skipped.add(worker.offset)
            self.waiting.appendleft(task)
        else:
            self.progress.give_up(task.source, task.size, "its pages end the process that reads it")
